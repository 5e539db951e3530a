package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"strings"

	"interop/client"
	"interop/report"
)

type observed = report.Observed

func with(name, value string) client.RequestEditorFn {
	return func(_ context.Context, request *http.Request) error {
		request.Header.Set(name, value)
		return nil
	}
}

func ptr[T any](value T) *T { return &value }

func hello(stream bool) client.CreateChatCompletionRequest {
	var content client.ChatCompletionUserMessageParam_Content
	var message client.ChatCompletionMessageParam
	_ = content.FromChatCompletionUserMessageParamContent0("Hello!")
	_ = message.FromChatCompletionUserMessageParam(client.ChatCompletionUserMessageParam{Role: "user", Content: content})
	return client.CreateChatCompletionRequest{Model: "gpt-4o", Messages: []client.ChatCompletionMessageParam{message}, Stream: &stream}
}

func form(write func(*multipart.Writer) error) (string, io.Reader) {
	var body bytes.Buffer
	writer := multipart.NewWriter(&body)
	_ = write(writer)
	_ = writer.Close()
	return writer.FormDataContentType(), &body
}

func main() {
	ctx := context.Background()
	key := with("Authorization", "Bearer "+os.Getenv("API_KEY"))
	api, err := client.NewClientWithResponses(os.Getenv("BASE_URL"), client.WithRequestEditorFn(key))
	if err != nil {
		panic(err)
	}
	report.Call("models", func() (observed, error) {
		found, err := api.ListModelsWithResponse(ctx)
		if err != nil || found.JSON200 == nil {
			return nil, errors.Join(err, errors.New("no result"))
		}
		return observed{"count": len(found.JSON200.Data), "first": found.JSON200.Data[0].Id}, nil
	})
	report.Call("chat", func() (observed, error) {
		found, err := api.CreateChatCompletionWithResponse(ctx, hello(false))
		if err != nil || found.JSON200 == nil {
			return nil, errors.Join(err, errors.New("no result"))
		}
		return observed{"text": *found.JSON200.Choices[0].Message.Content}, nil
	})
	report.ByHand("stream", func() (observed, error) {
		response, err := api.CreateChatCompletion(ctx, hello(true))
		if err != nil {
			return nil, err
		}
		defer response.Body.Close()
		return report.Events(response.Body)
	})
	report.Call("embeddings", func() (observed, error) {
		var input client.CreateEmbeddingRequest_Input
		_ = input.FromCreateEmbeddingRequestInput0("The food was delicious.")
		found, err := api.CreateEmbeddingWithResponse(ctx, client.CreateEmbeddingRequest{Model: "text-embedding-3-small", Input: input})
		if err != nil || found.JSON200 == nil {
			return nil, errors.Join(err, errors.New("no result"))
		}
		vector, err := found.JSON200.Data[0].Embedding.AsEmbeddingEmbedding0()
		return observed{"length": len(vector)}, err
	})
	report.Call("image", func() (observed, error) {
		found, err := api.CreateImageWithResponse(ctx, client.CreateImageRequest{Prompt: "A cute baby sea otter"})
		if err != nil || found.JSON200 == nil {
			return nil, errors.Join(err, errors.New("no result"))
		}
		return observed{"url": *found.JSON200.Data[0].Url}, nil
	})
	report.Call("upload", func() (observed, error) {
		kind, body := form(func(writer *multipart.Writer) error {
			part, _ := writer.CreateFormFile("file", "notes.txt")
			content, err := os.ReadFile(os.Getenv("UPLOAD"))
			_, _ = part.Write(content)
			return err
		})
		found, err := api.CreateFileWithBodyWithResponse(ctx, kind, body)
		if err != nil || found.JSON200 == nil {
			return nil, errors.Join(err, errors.New("no result"))
		}
		return observed{"name": found.JSON200.File.FileName}, nil
	})
	// The submit is JSON under text/plain: the client leaves JSON200 empty, and Body has it.
	report.ByHand("midjourney", func() (observed, error) {
		started, err := api.SubmitMidjourneyImagineWithResponse(ctx, client.SubmitMidjourneyImagineRequest{Prompt: "a red lighthouse on a cliff --ar 3:2"})
		if err != nil {
			return nil, err
		}
		var submitted client.MidjourneySubmitResult
		if err := json.Unmarshal(started.Body, &submitted); err != nil {
			return nil, err
		}
		for range 9 {
			found, err := api.GetMidjourneyTaskWithResponse(ctx, *submitted.Result)
			if err != nil || found.JSON200 == nil {
				return nil, errors.Join(err, errors.New("no result"))
			}
			if fmt.Sprint(found.JSON200.Status) == "SUCCESS" {
				return observed{"status": "SUCCESS", "buttons": len(*found.JSON200.Buttons)}, nil
			}
		}
		return nil, errors.New("the task is not done")
	})
	report.Call("stability", func() (observed, error) {
		params := client.CreateStableImageCoreParams{Accept: "image/*"}
		kind, body := form(func(writer *multipart.Writer) error { return writer.WriteField("prompt", "A lighthouse on a cliff") })
		found, err := api.CreateStableImageCoreWithBodyWithResponse(ctx, &params, kind, body)
		if err != nil {
			return nil, err
		}
		return observed{"bytes": len(found.Body), "sha256": fmt.Sprintf("%x", sha256.Sum256(found.Body))}, nil
	})
	report.Call("error", func() (observed, error) {
		found, err := api.ListModelsWithResponse(ctx, with("Authorization", "Bearer sk-WRONG-KEY"))
		if err != nil || found.JSON401 == nil {
			return nil, errors.Join(err, errors.New("no error body"))
		}
		told, err := found.JSON401.Error.AsErrorObject()
		message, _, _ := strings.Cut(told.Message, " (")
		return observed{"status": found.StatusCode(), "message": message}, err
	})
}
