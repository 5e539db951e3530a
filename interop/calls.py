"""The nine calls that every generated client makes, and what each of them has to return: what our own client reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ezlink import APIStatusError, EZLink
from generator.mock_server.replay.fixtures import Request

UPLOAD = Path(__file__).parents[1] / "tests" / "fixtures" / "sources" / "notes.txt"
Observed = dict[str, Any]


def _models(client: EZLink) -> Observed:
    models = client.models.list()
    return {"count": len(models.data), "first": models.data[0].id}


def _chat(client: EZLink) -> Observed:
    completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
    return {"text": completion.choices[0].message.content}


def _stream(client: EZLink) -> Observed:
    messages: Any = [{"role": "user", "content": "Hello!"}]
    with client.chat.completions.create(model="gpt-4o", messages=messages, stream=True) as stream:
        return {"text": "".join(stream.text())}


def _embeddings(client: EZLink) -> Observed:
    embeddings = client.embeddings.create(model="text-embedding-3-small", input="The food was delicious.")
    return {"length": len(embeddings.data[0].embedding)}


def _image(client: EZLink) -> Observed:
    return {"url": client.images.generate(prompt="A cute baby sea otter").data[0].url}


def _upload(client: EZLink) -> Observed:
    return {"name": client.files.create(file=UPLOAD).file.file_name}


def _midjourney(client: EZLink) -> Observed:
    task = client.midjourney.imagine(prompt="a red lighthouse on a cliff --ar 3:2")
    result = task.wait(interval=1)
    return {"status": result.status, "buttons": len(result.buttons or [])}


def _stability(client: EZLink) -> Observed:
    raw = client.stability.generate.core(prompt="A lighthouse on a cliff").bytes()
    return {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}


def _error(client: EZLink) -> Observed:
    try:
        client.with_options(api_key="sk-WRONG-KEY").models.list()
    except APIStatusError as error:
        return {"status": error.status, "message": error.message.partition(" (")[0]}
    return {}


CALLS: dict[str, Callable[[EZLink], Observed]] = {
    "models": _models,
    "chat": _chat,
    "stream": _stream,
    "embeddings": _embeddings,
    "image": _image,
    "upload": _upload,
    "midjourney": _midjourney,
    "stability": _stability,
    "error": _error,
}


def expected(url: str) -> dict[str, Observed]:
    """The results of all calls, as our own client reads them from this server."""
    with EZLink("sk-KEY", base_url=url, timeout=30) as client:
        return {name: call(client) for name, call in CALLS.items()}


def judge(output: str, wanted: dict[str, Observed]) -> tuple[dict[str, str], list[str]]:
    """Return the fault of each call that a program reported, or did not, an empty text for one that is right; and
    those for which the program decoded a body itself.
    """
    reports = {report["call"]: report for report in map(_report, output.splitlines()) if report}
    faults = {name: _fault(reports.get(name), observed) for name, observed in wanted.items()}
    return faults, [name for name in wanted if not faults[name] and reports[name].get("by_hand")]


def accept_fault(requests: Iterable[Request]) -> str:
    """Return the fault of the Accept header in the last request for a picture: the gateway compares it as a whole."""
    sent = [one.header("accept") for one in requests if one.target.startswith("/v2beta/")]
    return "" if not sent or sent[-1] == "image/*" else f"Accept is {sent[-1]!r}, not 'image/*'"


def _report(line: str) -> dict[str, Any]:
    # Some tools write codes for colours before the first line of a program.
    start = line.find("{")
    if start < 0 or '"call"' not in line:
        return {}
    report: dict[str, Any] = json.loads(line[start:])
    return report


def _fault(report: dict[str, Any] | None, wanted: Observed) -> str:
    if report is None:
        return "the program did not get to this call"
    if "observed" not in report:
        return str(report.get("failed"))[:300]
    different = {name: report["observed"].get(name) for name in wanted if report["observed"].get(name) != wanted[name]}
    return ", ".join(f"{name} is {value!r}, not {wanted[name]!r}" for name, value in different.items())
