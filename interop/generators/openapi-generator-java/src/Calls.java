import client.ApiClient;
import client.ApiException;
import client.api.ChatApi;
import client.api.EmbeddingsApi;
import client.api.FileApi;
import client.api.ImagesApi;
import client.api.MidjourneyApi;
import client.api.ModelsApi;
import client.api.StabilityApi;
import client.model.ChatCompletionMessageParam;
import client.model.ChatCompletionUserMessageParam;
import client.model.ChatCompletionUserMessageParamContent;
import client.model.CreateChatCompletionRequest;
import client.model.CreateEmbeddingRequest;
import client.model.CreateEmbeddingRequestInput;
import client.model.CreateImageRequest;
import client.model.ErrorBody;
import client.model.MidjourneySubmitResult;
import client.model.MidjourneyTask;
import client.model.SubmitMidjourneyImagineRequest;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Makes the nine calls, and prints one line of JSON for each. */
public final class Calls {
    private static void call(String name, boolean byHand, Callable<Map<String, Object>> run) {
        Map<String, Object> line = new TreeMap<>(Map.of("call", name, "by_hand", byHand));
        try {
            line.put("observed", run.call());
        } catch (Exception error) {
            line.put("failed", String.valueOf(error).split("\n")[0]);
        }
        System.out.println(new Gson().toJson(line));
    }

    private static ApiClient client(String key) {
        ApiClient client = new ApiClient();
        client.setBasePath(System.getenv("BASE_URL"));
        client.setBearerToken(key);
        return client;
    }

    private static CreateChatCompletionRequest hello(boolean stream) {
        ChatCompletionUserMessageParam message = new ChatCompletionUserMessageParam()
            .role(ChatCompletionUserMessageParam.RoleEnum.USER)
            .content(new ChatCompletionUserMessageParamContent("Hello!"));
        return new CreateChatCompletionRequest()
            .model("gpt-4o").messages(List.of(new ChatCompletionMessageParam(message))).stream(stream);
    }

    /** The body of a response whose media type the client does not decode: it comes in an exception. */
    private static String body(Callable<?> run) throws Exception {
        try {
            run.call();
        } catch (ApiException error) {
            if (error.getCode() == 200) return error.getResponseBody();
            throw error;
        }
        throw new IllegalStateException("the client decoded the response");
    }

    public static void main(String[] arguments) {
        ApiClient client = client(System.getenv("API_KEY"));
        call("models", false, () -> {
            var found = new ModelsApi(client).listModels().getData();
            return Map.of("count", found.size(), "first", found.get(0).getId());
        });
        call("chat", false, () -> {
            var found = new ChatApi(client).createChatCompletion(hello(false));
            return Map.of("text", found.getChoices().get(0).getMessage().getContent());
        });
        call("stream", true, () -> {
            String events = body(() -> new ChatApi(client).createChatCompletion(hello(true)));
            StringBuilder text = new StringBuilder();
            for (String line : events.split("\n")) {
                if (!line.startsWith("data: {")) continue;
                JsonArray choices = JsonParser.parseString(line.substring(6)).getAsJsonObject().getAsJsonArray("choices");
                for (JsonElement choice : choices) {
                    JsonElement piece = choice.getAsJsonObject().getAsJsonObject("delta").get("content");
                    if (piece != null && !piece.isJsonNull()) text.append(piece.getAsString());
                }
            }
            return Map.of("text", text.toString());
        });
        call("embeddings", false, () -> {
            var request = new CreateEmbeddingRequest()
                .model("text-embedding-3-small").input(new CreateEmbeddingRequestInput("The food was delicious."));
            var found = new EmbeddingsApi(client).createEmbedding(request);
            return Map.of("length", ((List<?>) found.getData().get(0).getEmbedding().getActualInstance()).size());
        });
        call("image", false, () -> {
            var found = new ImagesApi(client).createImage(new CreateImageRequest().prompt("A cute baby sea otter"));
            return Map.of("url", found.getData().get(0).getUrl());
        });
        call("upload", false, () -> {
            var found = new FileApi(client).createFile(new File(System.getenv("UPLOAD")), null);
            return Map.of("name", found.getFile().getFileName());
        });
        call("midjourney", true, () -> {
            MidjourneyApi api = new MidjourneyApi(client);
            var request = new SubmitMidjourneyImagineRequest().prompt("a red lighthouse on a cliff --ar 3:2");
            String id = MidjourneySubmitResult.fromJson(body(() -> api.submitMidjourneyImagine(request))).getResult();
            for (int looks = 0; looks < 9; looks++) {
                MidjourneyTask task = api.getMidjourneyTask(id);
                if (String.valueOf(task.getStatus()).equals("SUCCESS")) {
                    return Map.of("status", "SUCCESS", "buttons", task.getButtons().size());
                }
            }
            throw new IllegalStateException("the task is not done");
        });
        call("stability", false, () -> {
            File file = new StabilityApi(client)
                .createStableImageCore("image/*", "A lighthouse on a cliff", null, null, null, null, null, null, null, null);
            byte[] raw = Files.readAllBytes(file.toPath());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(raw);
            return Map.of("bytes", raw.length, "sha256", HexFormat.of().formatHex(digest));
        });
        call("error", false, () -> {
            try {
                new ModelsApi(client("sk-WRONG-KEY")).listModels();
            } catch (ApiException error) {
                String message = ErrorBody.fromJson(error.getResponseBody()).getError().getErrorObject().getMessage();
                return Map.of("status", error.getCode(), "message", message.split(" \\(")[0]);
            }
            throw new IllegalStateException("no error");
        });
        System.exit(0);
    }
}
