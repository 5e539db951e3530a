"""The nine calls with the client that OpenAPI Generator's `python` generates into the folder `openapi_client`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import report
from openapi_client import (
    ApiClient,
    ApiException,
    ChatApi,
    Configuration,
    CreateChatCompletionRequest,
    CreateEmbeddingRequest,
    CreateImageRequest,
    EmbeddingsApi,
    FileApi,
    ImagesApi,
    MidjourneyApi,
    ModelsApi,
    StabilityApi,
    SubmitMidjourneyImagineRequest,
)
from openapi_client.models.error_body import ErrorBody
from openapi_client.models.midjourney_submit_result import MidjourneySubmitResult


def client(key: str = report.API_KEY) -> ApiClient:
    """A client with this key."""
    return ApiClient(Configuration(host=report.BASE_URL, access_token=key))


def _hello(stream: bool) -> CreateChatCompletionRequest:
    document = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}], "stream": stream}
    request: Any = CreateChatCompletionRequest.from_dict(document)
    assert isinstance(request, CreateChatCompletionRequest)
    return request


def models() -> dict[str, Any]:
    found = ModelsApi(client()).list_models().data
    return {"count": len(found), "first": found[0].id}


def chat() -> dict[str, Any]:
    return {"text": ChatApi(client()).create_chat_completion(_hello(stream=False)).choices[0].message.content}


def stream() -> dict[str, Any]:
    response: Any = ChatApi(client()).create_chat_completion_without_preload_content(_hello(stream=True))
    return report.events(response.read().decode())


def embeddings() -> dict[str, Any]:
    document = {"model": "text-embedding-3-small", "input": "The food was delicious."}
    request: Any = CreateEmbeddingRequest.from_dict(document)
    vector: Any = EmbeddingsApi(client()).create_embedding(request).data[0].embedding.actual_instance
    return {"length": len(vector)}


def image() -> dict[str, Any]:
    return {"url": ImagesApi(client()).create_image(CreateImageRequest(prompt="A cute baby sea otter")).data[0].url}


def upload() -> dict[str, Any]:
    content = ("notes.txt", Path(report.UPLOAD).read_bytes())
    return {"name": FileApi(client()).create_file(file=content).file.file_name}


def midjourney() -> dict[str, Any]:
    api = MidjourneyApi(client())
    request = SubmitMidjourneyImagineRequest(prompt="a red lighthouse on a cliff --ar 3:2")
    # The submit is JSON under text/plain, which the client takes for a text.
    response: Any = api.submit_midjourney_imagine_without_preload_content(request)
    submitted = MidjourneySubmitResult.from_json(response.read().decode())
    assert submitted is not None
    assert submitted.result is not None
    for _ in range(9):
        task: Any = api.get_midjourney_task(submitted.result)
        if task.status == "SUCCESS":
            return {"status": "SUCCESS", "buttons": len(task.buttons)}
    raise RuntimeError("the task is not done")


def stability() -> dict[str, Any]:
    found: Any = StabilityApi(client()).create_stable_image_core(accept="image/*", prompt="A lighthouse on a cliff")
    return report.picture(bytes(found))


def error() -> dict[str, Any]:
    try:
        ModelsApi(client("sk-WRONG-KEY")).list_models()
    except ApiException as told:
        body: Any = told.data
        assert isinstance(body, ErrorBody)
        message: str = body.error.actual_instance.message  # type: ignore[union-attr]
        return {"status": told.status, "message": message.partition(" (")[0]}
    raise RuntimeError("no error")


report.run(
    models, chat, stream, embeddings, image, upload, midjourney, stability, error, by_hand=["stream", "midjourney"]
)
