"""Does a client take failures for results? Every recorded exchange, played to both: `python -m bench.exchanges`.

Prints one JSON object. It runs in the environment of the peers, with the mock server in the same process.
"""

from __future__ import annotations

import json
import logging
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from generator.mock_server import Fixture, MockServer, load_all

Make: TypeAlias = Callable[[str], tuple[Any, type[Exception]]]

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
SOURCES = FIXTURES / "sources"

# Where an operation is found in both clients: the names are the same on purpose.
METHODS = {
    "createChatCompletion": "chat.completions.create",
    "createCompletion": "completions.create",
    "createEmbedding": "embeddings.create",
    "listModels": "models.list",
    "retrieveModel": "models.retrieve",
    "createModeration": "moderations.create",
    "createSpeech": "audio.speech.create",
    "createTranscription": "audio.transcriptions.create",
    "createTranslation": "audio.translations.create",
    "createImage": "images.generate",
    "createImageEdit": "images.edit",
    "createImageVariation": "images.create_variation",
    "createFile": "files.create",
}


def failed(fixture: Fixture) -> bool:
    """Return True if the recorded response is a failure, judged by its bytes, without either client."""
    body = fixture.response.body
    if fixture.response.status != 200 or not body.strip() or fixture.response.ended == "cut":
        return True
    if b"text/event-stream" in dict(fixture.response.headers).get("Content-Type", "").encode():
        return not body.endswith(b"data: [DONE]\n\n") or b'data: {"error"' in body
    if not body.startswith(b"{"):
        return body.startswith(b"<")  # a page; else it is sound, or text
    document = json.loads(body)
    return "error" in document or {"code", "message", "type"} <= set(document)


def arguments_of(fixture: Fixture) -> dict[str, Any]:
    """The arguments as both clients take them: a file is its path, or its name and its bytes."""

    def said(value: Any) -> Any:
        if isinstance(value, list):
            return [said(item) for item in value]
        if not isinstance(value, dict) or "source" not in value:
            return value
        path = SOURCES / value["source"]
        return (value["filename"], path.read_bytes()) if "filename" in value else path

    return {name: said(value) for name, value in (fixture.arguments or {}).items()}


def _ours(base: str) -> tuple[Any, type[Exception]]:
    from ezlink import EZLink, EZLinkError

    return EZLink("sk-KEY", base_url=base), EZLinkError


def _peer(base: str) -> tuple[Any, type[Exception]]:
    from openai import OpenAI, OpenAIError

    return OpenAI(api_key="sk-KEY", base_url=base + "/v1", max_retries=0), OpenAIError


def _outcome(method: Callable[..., Any], fixture: Fixture, own: type[Exception]) -> str:
    arguments = arguments_of(fixture)
    try:
        answer = method(**arguments)
        if arguments.get("stream"):
            for _ in answer:
                pass
        if fixture.operation == "createSpeech":
            answer.bytes() if hasattr(answer, "bytes") else answer.read()
    except own:
        return "error"
    except Exception:
        return "foreign"
    return "result"


def _play(make: Make, fixtures: list[Fixture], counts: Counter[str]) -> int:
    """Play exchanges until one that this client cannot say. Returns how many were played."""
    with MockServer(fixtures) as gateway:
        client, own = make(gateway.url)
        for played, fixture in enumerate(fixtures, 1):
            method = client
            for name in METHODS[fixture.operation].split("."):
                method = getattr(method, name)
            gateway.play(fixture)
            before = len(gateway.requests)
            outcome = _outcome(method, fixture, own)
            if len(gateway.requests) == before:
                return played  # nothing was asked: the answer still waits, and would meet the wrong question
            counts["exchanges"] += 1
            counts["failures_as_results"] += outcome == "result" and failed(fixture)
            counts["results_refused"] += outcome == "error" and not failed(fixture)
            counts["foreign_exceptions"] += outcome == "foreign"
    return len(fixtures)


def count(make: Make, fixtures: list[Fixture]) -> Counter[str]:
    """Count the failures that a client returned as results, the results it refused, and the exceptions not its own."""
    counts: Counter[str] = Counter(exchanges=0, failures_as_results=0, results_refused=0, foreign_exceptions=0)
    rest = fixtures
    while rest:
        rest = rest[_play(make, rest, counts) :]
    return counts


def main() -> None:
    """Print the counts of both clients."""
    logging.disable()  # what a client has to say beside its answers is not counted
    warnings.simplefilter("ignore")
    fixtures = [f for f in load_all(FIXTURES) if f.arguments is not None and f.operation in METHODS]
    print(json.dumps({"ours": count(_ours, fixtures), "peer": count(_peer, fixtures)}))


if __name__ == "__main__":
    main()
