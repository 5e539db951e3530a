package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"interop/client"
	"interop/report"
)

type observed = report.Observed

func hello(stream bool) client.CreateChatCompletionRequest {
	text := "Hello!"
	message := client.NewChatCompletionUserMessageParam(client.StringAsChatCompletionUserMessageParamContent(&text), "user")
	messages := []client.ChatCompletionMessageParam{client.ChatCompletionUserMessageParamAsChatCompletionMessageParam(message)}
	request := client.NewCreateChatCompletionRequest(messages, "gpt-4o")
	request.SetStream(stream)
	return *request
}

// The body of a response that the client could not decode.
func body(response *http.Response, err error) ([]byte, error) {
	if response == nil {
		return nil, err
	}
	return io.ReadAll(response.Body)
}

func main() {
	ctx := context.WithValue(context.Background(), client.ContextAccessToken, os.Getenv("API_KEY"))
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	api := client.NewAPIClient(configuration)
	report.Call("models", func() (observed, error) {
		found, _, err := api.ModelsAPI.ListModels(ctx).Execute()
		if err != nil {
			return nil, err
		}
		return observed{"count": len(found.Data), "first": found.Data[0].Id}, nil
	})
	report.Call("chat", func() (observed, error) {
		found, _, err := api.ChatAPI.CreateChatCompletion(ctx).CreateChatCompletionRequest(hello(false)).Execute()
		if err != nil {
			return nil, err
		}
		return observed{"text": found.Choices[0].Message.GetContent()}, nil
	})
	report.ByHand("stream", func() (observed, error) {
		_, response, err := api.ChatAPI.CreateChatCompletion(ctx).CreateChatCompletionRequest(hello(true)).Execute()
		if response == nil {
			return nil, err
		}
		return report.Events(response.Body)
	})
	report.Call("embeddings", func() (observed, error) {
		text := "The food was delicious."
		request := client.NewCreateEmbeddingRequest(client.StringAsCreateEmbeddingRequestInput(&text), "text-embedding-3-small")
		found, _, err := api.EmbeddingsAPI.CreateEmbedding(ctx).CreateEmbeddingRequest(*request).Execute()
		if err != nil {
			return nil, err
		}
		return observed{"length": len(*found.Data[0].Embedding.ArrayOfFloat32)}, nil
	})
	report.Call("image", func() (observed, error) {
		found, _, err := api.ImagesAPI.CreateImage(ctx).CreateImageRequest(*client.NewCreateImageRequest("A cute baby sea otter")).Execute()
		if err != nil {
			return nil, err
		}
		return observed{"url": found.Data[0].GetUrl()}, nil
	})
	report.Call("upload", func() (observed, error) {
		file, err := os.Open(os.Getenv("UPLOAD"))
		if err != nil {
			return nil, err
		}
		found, _, err := api.FileAPI.CreateFile(ctx).File(file).Execute()
		if err != nil {
			return nil, err
		}
		return observed{"name": found.File.FileName}, nil
	})
	// The submit is JSON under text/plain: the client says "undefined response type", and its response has the body.
	report.ByHand("midjourney", func() (observed, error) {
		request := client.NewSubmitMidjourneyImagineRequest("a red lighthouse on a cliff --ar 3:2")
		_, response, err := api.MidjourneyAPI.SubmitMidjourneyImagine(ctx).SubmitMidjourneyImagineRequest(*request).Execute()
		raw, err := body(response, err)
		if err != nil {
			return nil, err
		}
		var submitted client.MidjourneySubmitResult
		if err := json.Unmarshal(raw, &submitted); err != nil {
			return nil, err
		}
		for range 9 {
			found, _, err := api.MidjourneyAPI.GetMidjourneyTask(ctx, submitted.GetResult()).Execute()
			if err != nil {
				return nil, err
			}
			if fmt.Sprint(found.GetStatus()) == "SUCCESS" {
				return observed{"status": "SUCCESS", "buttons": len(found.GetButtons())}, nil
			}
		}
		return nil, errors.New("the task is not done")
	})
	report.Call("stability", func() (observed, error) {
		file, _, err := api.StabilityAPI.CreateStableImageCore(ctx).Accept("image/*").Prompt("A lighthouse on a cliff").Execute()
		if err != nil {
			return nil, err
		}
		raw, err := io.ReadAll(file)
		return observed{"bytes": len(raw), "sha256": fmt.Sprintf("%x", sha256.Sum256(raw))}, err
	})
	report.Call("error", func() (observed, error) {
		wrong := context.WithValue(ctx, client.ContextAccessToken, "sk-WRONG-KEY")
		_, response, err := api.ModelsAPI.ListModels(wrong).Execute()
		var told *client.GenericOpenAPIError
		if !errors.As(err, &told) {
			return nil, errors.Join(err, errors.New("no error"))
		}
		found, ok := told.Model().(client.ErrorBody)
		if !ok || found.Error == nil || found.Error.ErrorObject == nil {
			return nil, errors.New("the error has no model")
		}
		message, _, _ := strings.Cut(found.Error.ErrorObject.Message, " (")
		return observed{"status": response.StatusCode, "message": message}, nil
	})
}
