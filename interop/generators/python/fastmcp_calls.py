"""The nine calls as tools that fastmcp makes of the published document."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path
from typing import Any

import httpx2
import report
from fastmcp import Client, FastMCP

DOCUMENT = json.loads(Path("openapi.json").read_text(encoding="utf-8"))
HELLO: dict[str, Any] = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]}


def use(name: str, key: str = report.API_KEY, **arguments: Any) -> Any:
    """The result of a tool."""

    async def once() -> Any:
        headers = {"Authorization": f"Bearer {key}"}
        async with httpx2.AsyncClient(base_url=report.BASE_URL, headers=headers) as http:
            server = FastMCP.from_openapi(DOCUMENT, http)
            async with Client(server) as client:
                return await client.call_tool(name, arguments)

    return asyncio.run(once())


def models() -> dict[str, Any]:
    found = use("listModels").structured_content["data"]
    return {"count": len(found), "first": found[0]["id"]}


def chat() -> dict[str, Any]:
    return {"text": use("createChatCompletion", **HELLO).structured_content["choices"][0]["message"]["content"]}


def stream() -> dict[str, Any]:
    return report.events(use("createChatCompletion", **HELLO, stream=True).content[0].text)


def embeddings() -> dict[str, Any]:
    found = use("createEmbedding", model="text-embedding-3-small", input="The food was delicious.")
    return {"length": len(found.structured_content["data"][0]["embedding"])}


def image() -> dict[str, Any]:
    return {"url": use("createImage", prompt="A cute baby sea otter").structured_content["data"][0]["url"]}


def upload() -> dict[str, Any]:
    content = Path(report.UPLOAD).read_text(encoding="utf-8")
    return {"name": use("createFile", file=content).structured_content["file"]["file_name"]}


def midjourney() -> dict[str, Any]:
    submitted = use("submitMidjourneyImagine", prompt="a red lighthouse on a cliff --ar 3:2")
    for _ in range(9):
        task = use("getMidjourneyTask", id=submitted.structured_content["result"]).structured_content
        if task["status"] == "SUCCESS":
            return {"status": "SUCCESS", "buttons": len(task["buttons"])}
    raise RuntimeError("the task is not done")


def stability() -> dict[str, Any]:
    found = use("createStableImageCore", Accept="image/*", prompt="A lighthouse on a cliff").content[0]
    return report.picture(base64.b64decode(getattr(found, "data", "")))


def error() -> dict[str, Any]:
    try:
        use("listModels", key="sk-WRONG-KEY")
    except Exception as told:
        text = str(told)
        message = text.partition('"message": "')[2] or text.partition("'message': '")[2]
        return {"status": 401 if "401" in text else None, "message": message.partition(" (")[0]}
    raise RuntimeError("no error")


report.run(models, chat, stream, embeddings, image, upload, midjourney, stability, error, by_hand=["stream"])
