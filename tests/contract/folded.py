"""A stream's events put together by hand, as the vendor's documentation says."""

from __future__ import annotations

from typing import Any

FOLDED = {"createChatCompletion": "chat.completion", "createCompletion": "text_completion"}


def accumulate(operation: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    """The response of the same call without streaming."""
    whole: dict[str, Any] = {}
    for event in events:
        whole.update({key: value for key, value in event.items() if value is not None and key != "choices"})
    indexes = sorted({choice["index"] for event in events for choice in event["choices"]})
    whole["choices"] = [_choice([c for e in events for c in e["choices"] if c["index"] == index]) for index in indexes]
    return {**whole, "object": FOLDED[operation]}


def _choice(pieces: list[dict[str, Any]]) -> dict[str, Any]:
    choice: dict[str, Any] = {"index": pieces[0]["index"]}
    for piece in pieces:
        if piece.get("finish_reason"):
            choice["finish_reason"] = piece["finish_reason"]
    if any("text" in piece for piece in pieces):
        choice["text"] = "".join(piece["text"] for piece in pieces)
    if any("delta" in piece for piece in pieces):
        choice["message"] = _message([piece["delta"] for piece in pieces])
    tokens = [token for piece in pieces for token in (piece.get("logprobs") or {}).get("content") or []]
    if tokens:
        choice["logprobs"] = {"content": tokens}
    return choice


def _message(deltas: list[dict[str, Any]]) -> dict[str, Any]:
    message: dict[str, Any] = {"role": next(delta["role"] for delta in deltas if "role" in delta)}
    for name in ("content", "refusal", "reasoning_content"):
        texts = [delta[name] for delta in deltas if delta.get(name) is not None]
        if texts:
            message[name] = "".join(texts)
    calls = [delta["function_call"] for delta in deltas if delta.get("function_call")]
    if calls:
        message["function_call"] = _function(calls)
    pieces = [call for delta in deltas for call in delta.get("tool_calls") or []]
    if pieces:
        message["tool_calls"] = [
            _tool([p for p in pieces if p["index"] == i]) for i in sorted({p["index"] for p in pieces})
        ]
    return message


def _tool(pieces: list[dict[str, Any]]) -> dict[str, Any]:
    first = pieces[0]
    return {
        "id": first["id"],
        "type": first["type"],
        "function": _function([p["function"] for p in pieces]),
    }


def _function(pieces: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": pieces[0]["name"], "arguments": "".join(piece.get("arguments", "") for piece in pieces)}
