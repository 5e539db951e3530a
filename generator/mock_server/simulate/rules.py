"""Which case answers a request that was never recorded: one rule for each operation.

A rule takes the decoded body and names cases, the best first; the first that the fixtures hold is played.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

Body = Mapping[str, Any]
Rule = Callable[[Body], list[str]]

NO_JSON = ("empty-body", "invalid-json", "json-array")
NO_MODEL = ("missing-model", "model-null", "content-type-text")
MODEL_IS_NO_TEXT = ("model-number", "empty-body")
_SIZES = {
    "dall-e-2": ("256x256", "512x512", "1024x1024"),
    "dall-e-3": ("1024x1024", "1024x1792", "1792x1024"),
}
UNKNOWN_MODEL = ("unknown-model",)


def chat(body: Body) -> list[str]:
    """Tools are called, unless the last message brings their result."""
    if not as_list(body.get("messages")):
        return ["missing-messages"]
    if body.get("stream") is True:
        return [*_chat_streamed(body), "stream-minimal"]
    return [*_chat_whole(body), "minimal"]


def _chat_whole(body: Body) -> list[str]:
    if body.get("model") == "smollm2":
        return ["local-model"]
    if _brings_result(body):
        return ["tool-result"]
    if body.get("tools"):
        return ["tools-choice-none"] if body.get("tool_choice") == "none" else ["tools"]
    if body.get("functions"):
        return ["function-call-old-form"]
    if body.get("logprobs") is True:
        return ["logprobs"]
    return ["json-schema"] if "json" in str(as_dict(body.get("response_format")).get("type")) else []


def _chat_streamed(body: Body) -> list[str]:
    if body.get("model") == "smollm2":
        return ["stream-local-model"]
    if body.get("tools") and body.get("tool_choice") != "none" and not _brings_result(body):
        return ["stream-tools"]
    if body.get("functions"):
        return ["stream-function-call"]
    if body.get("logprobs") is True:
        return ["stream-logprobs"]
    return _with_usage(body)


def completion(body: Body) -> list[str]:
    """A prompt of several texts gets one answer."""
    if not body.get("prompt"):
        return ["prompt-empty"] if body.get("prompt") == "" else ["missing-prompt"]
    if body.get("stream") is True:
        return [*_with_usage(body), "stream-minimal"]
    return ["local-model", "minimal"] if body.get("model") == "smollm2" else ["minimal"]


def embedding(body: Body) -> list[str]:
    """The vectors are short ones, whatever `dimensions` says."""
    if not body.get("input"):
        return ["missing-input"]
    return ["base64", "minimal"] if body.get("encoding_format") == "base64" else ["minimal"]


def moderation(body: Body) -> list[str]:
    """What speaks of killing is flagged."""
    if not body.get("input"):
        return ["input-empty"] if body.get("input") == "" else ["missing-input"]
    return ["flagged", "minimal"] if "kill" in str(body["input"]) else ["minimal"]


def speech(body: Body) -> list[str]:
    """Sound in the format asked for; the limit counts bytes, not characters."""
    if len(str(body.get("input") or "").encode("utf-8", "replace")) > 4096:
        return ["input-4097-bytes"]
    wanted = body.get("response_format")
    if wanted in (None, "mp3"):
        return ["minimal"]
    return [f"format-{wanted}"] if wanted in ("opus", "aac", "flac", "wav", "pcm") else ["format-unknown"]


def image(body: Body) -> list[str]:
    """Pictures by URL; what the gateway checks itself is checked here too."""
    prompt, model, size = body.get("prompt"), body.get("model") or "dall-e-2", body.get("size")
    if not prompt:
        return ["prompt-empty"]
    if model not in _SIZES:
        return ["other-model"]
    if size is not None and size not in _SIZES[model]:
        return ["size-unknown"]
    if len(str(prompt)) > (4000 if model == "dall-e-3" else 1000):
        return ["prompt-too-long"]
    if not 1 <= pictures(body) <= (1 if model == "dall-e-3" else 10):
        return ["n-two-with-dall-e-3" if model == "dall-e-3" else "n-eleven"]
    if body.get("response_format") == "b64_json":
        return ["documented-example", "minimal"]
    return ["full", "minimal"] if model == "dall-e-3" else ["minimal"]


def flux(body: Body) -> list[str]:
    """One kind of answer, with the prompt in it."""
    return ["minimal"]


def pictures(body: Body) -> int:
    """How many pictures were asked for."""
    number = body.get("n")
    return number if isinstance(number, int) else 1


def inputs(body: Body) -> int:
    """How many texts an embedding or a moderation was asked for."""
    asked = as_list(body.get("input"))
    return 1 if not asked or isinstance(asked[0], int) else len(asked)


def first_tool(body: Body) -> str | None:
    """The name of the first tool or function that may be called."""
    tools = as_list(body.get("tools")) or as_list(body.get("functions"))
    tool = as_dict(tools[0]) if tools else {}
    name = as_dict(tool.get("function")).get("name") or tool.get("name")
    return name if isinstance(name, str) else None


def _brings_result(body: Body) -> bool:
    return as_dict(body["messages"][-1]).get("role") in ("tool", "function")


def _with_usage(body: Body) -> list[str]:
    return ["stream-usage"] if as_dict(body.get("stream_options")).get("include_usage") is True else []


def as_dict(value: Any) -> dict[str, Any]:
    """The value if it is an object, else an empty one."""
    return value if _is_dict(value) else {}


def as_list(value: Any) -> list[Any]:
    """The value if it is an array, else an empty one."""
    return value if _is_list(value) else []


def _is_dict(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)
