"""Media types as they were recorded: JSON that the gateway calls `text/plain`, and pages of HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ..mock_server.replay.fixtures import Fixture
from ..spec.operations import JSON, TEXT, walk_operations
from ..spec.pointer import mapping, resolve

HTML = "text/html"
PAGE = {HTML: {"schema": {"type": "string"}}}


def say_media_types(tree: dict[str, Any], recorded: list[Fixture]) -> None:
    """Add the media types under which the responses of an operation were recorded."""
    seen = _seen(recorded)
    for operation in walk_operations(tree):
        for status, written in mapping(operation.node["responses"]).items():
            content = resolve(tree, written).get("content", {})
            success = status.startswith("2")
            if JSON in content and TEXT not in content and (operation.id, success, TEXT) in seen:
                content[TEXT] = {"schema": json_as_text(content[JSON]["schema"])}
            if (
                not success
                and HTML not in content
                and status in _pages(operation.id, seen, operation.node["responses"])
            ):
                content.update(PAGE)


def json_as_text(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a text that holds JSON."""
    return {
        "type": "string",
        "description": "The same JSON, labelled as text: parse it.",
        "contentMediaType": JSON,
        "contentSchema": schema,
    }


def _seen(recorded: list[Fixture]) -> dict[tuple[str, bool, str], set[str]]:
    """The statuses of each operation's responses, by success and media type; text that is no JSON is left out."""
    found: dict[tuple[str, bool, str], set[str]] = defaultdict(set)
    for fixture in recorded:
        response, media = fixture.response, fixture.response.media_type
        if media == HTML or (media == TEXT and response.body.lstrip()[:1] in (b"{", b"[")):
            found[fixture.operation, 200 <= response.status < 300, media].add(str(response.status))
    return found


def _pages(operation: str, seen: dict[tuple[str, bool, str], set[str]], declared: dict[str, Any]) -> Iterator[str]:
    """The declared statuses that a page of HTML may have."""
    for status in seen.get((operation, False, HTML), ()):
        if int(status) >= 400:
            yield status if status in declared else "default"
