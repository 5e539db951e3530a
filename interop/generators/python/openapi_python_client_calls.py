"""The nine calls with the client that openapi-python-client generates into the folder `client`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import report
from client import AuthenticatedClient
from client.api.chat import create_chat_completion
from client.api.embeddings import create_embedding
from client.api.file import create_file
from client.api.images import create_image
from client.api.midjourney import get_midjourney_task, submit_midjourney_imagine
from client.api.models import list_models
from client.api.stability import create_stable_image_core
from client.models import (
    ChatCompletionUserMessageParam,
    ChatCompletionUserMessageParamRole,
    CreateChatCompletionRequest,
    CreateEmbeddingRequest,
    CreateFileRequest,
    CreateImageRequest,
    CreateStableImageCoreAccept,
    CreateStableImageCoreRequest,
    SubmitMidjourneyImagineRequest,
)
from client.types import File

API = AuthenticatedClient(base_url=report.BASE_URL, token=report.API_KEY)


def _hello(stream: bool) -> CreateChatCompletionRequest:
    message = ChatCompletionUserMessageParam(content="Hello!", role=ChatCompletionUserMessageParamRole.USER)
    return CreateChatCompletionRequest(model="gpt-4o", messages=[message], stream=stream)


def models() -> dict[str, Any]:
    found: Any = list_models.sync(client=API)
    return {"count": len(found.data), "first": found.data[0].id}


def chat() -> dict[str, Any]:
    found: Any = create_chat_completion.sync(client=API, body=_hello(stream=False))
    return {"text": found.choices[0].message.content}


def stream() -> dict[str, Any]:
    found = create_chat_completion.sync_detailed(client=API, body=_hello(stream=True))
    return report.events(found.content.decode())


def embeddings() -> dict[str, Any]:
    request = CreateEmbeddingRequest(model="text-embedding-3-small", input_="The food was delicious.")
    found: Any = create_embedding.sync(client=API, body=request)
    return {"length": len(found.data[0].embedding)}


def image() -> dict[str, Any]:
    found: Any = create_image.sync(client=API, body=CreateImageRequest(prompt="A cute baby sea otter"))
    return {"url": found.data[0].url}


def upload() -> dict[str, Any]:
    with Path(report.UPLOAD).open("rb") as payload:
        file = File(payload=payload, file_name="notes.txt", mime_type="text/plain")
        found: Any = create_file.sync(client=API, body=CreateFileRequest(file=file))
    return {"name": found.file.file_name}


def midjourney() -> dict[str, Any]:
    request = SubmitMidjourneyImagineRequest(prompt="a red lighthouse on a cliff --ar 3:2")
    submitted: Any = submit_midjourney_imagine.sync(client=API, body=request)
    for _ in range(9):
        task: Any = get_midjourney_task.sync(id=submitted.result, client=API)
        if task.status == "SUCCESS":
            return {"status": "SUCCESS", "buttons": len(task.buttons)}
    raise RuntimeError("the task is not done")


def stability() -> dict[str, Any]:
    request = CreateStableImageCoreRequest(prompt="A lighthouse on a cliff")
    accept = CreateStableImageCoreAccept.IMAGE
    return report.picture(create_stable_image_core.sync_detailed(client=API, body=request, accept=accept).content)


def error() -> dict[str, Any]:
    wrong = AuthenticatedClient(base_url=report.BASE_URL, token="sk-WRONG-KEY")
    found: Any = list_models.sync_detailed(client=wrong)
    return {"status": int(found.status_code), "message": found.parsed.error.message.partition(" (")[0]}


report.run(models, chat, stream, embeddings, image, upload, midjourney, stability, error, by_hand=["stream"])
