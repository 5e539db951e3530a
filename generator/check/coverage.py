"""Whether every operation has recorded answers: one that succeeds, and one that fails."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from ..nodes import join, mapping, resolve, sequence, string, strings
from ..problems import Collector, Problem, did_you_mean
from ..read import Document
from .divergences import REGISTER, entries
from .walk import Operation, answers_of, content_of, operations_of, required_of


class Coverage(NamedTuple):
    """What is missing, and how many exchanges there are of each kind."""

    problems: list[Problem]
    counts: dict[str, int]


def coverage(document: Document, directory: Path) -> Coverage:
    """How far the recordings below the directory cover the operations."""
    problems = Collector(document)
    counts = {"operations": 0, "successes": 0, "failures": 0, "not_served": 0}
    for operation in operations_of(document.tree):
        counts["operations"] += 1
        if "x-not-served" in operation.node:
            counts["not_served"] += 1
            continue
        # An operationId may be any text; only one that is a plain name can name a folder.
        paths = (directory / operation.id).glob("*.json") if re.fullmatch(r"[\w-]+", operation.id) else ()
        outcomes = [_succeeds(document.tree, operation, path, problems) for path in sorted(paths)]
        counts["successes"] += sum(outcomes)
        counts["failures"] += len(outcomes) - sum(outcomes)
        for kind, wanted in (("success", True), ("failure", False)):
            if wanted not in outcomes:
                where = f"{directory.as_posix()}/{operation.id}"
                cure = f"record one into {where}/, or say why there is none: x-not-served: {{evidence: …}}"
                problems.add(join(operation.pointer, "operationId"), f"{operation.id} has no recorded {kind}", cure)
    problems.problems += _cited(document, directory)
    return Coverage(problems.problems, counts)


def _cited(document: Document, directory: Path) -> list[Problem]:
    """Divergences name recordings that exist."""
    register = document.beside(REGISTER)
    if register is None:
        return []
    problems = Collector(register)
    for entry in entries(register):
        for index, name in enumerate(strings(mapping(entry.node.get("evidence")).get("fixtures"))):
            if not (directory / f"{name}.json").is_file():
                folder = (directory / name).parent
                known = [f"{folder.name}/{path.stem}" for path in folder.glob("*.json")]
                cure = did_you_mean(name, known, f"record it, or name one of {directory.as_posix()}")
                place = join(entry.pointer, "evidence", "fixtures", index)
                problems.add(place, f"there is no recording {name!r}", cure)
    return problems.problems


def _succeeds(tree: dict[str, Any], operation: Operation, path: Path, problems: Collector) -> bool:
    """The recorded answer is a result: a 2xx that came whole and carries what proves it."""
    try:
        response = mapping(mapping(json.loads(path.read_bytes())).get("response"))
    except ValueError as error:
        what = f"{path.as_posix()} is not JSON: {error}"
        problems.add(join(operation.pointer, "operationId"), what, "record it anew, or mend it")
        return False
    status = response.get("status")
    if not isinstance(status, int) or not 200 <= status < 300 or response.get("ended") not in (None, "complete"):
        return False
    body = mapping(response.get("body"))
    if "chunks" in body:
        return _streamed(body, mapping(operation.node.get("x-stream")))
    return _proof(tree, operation) <= mapping(body.get("json")).keys() if "json" in body else "x-errors" not in tree


def _streamed(body: dict[str, Any], stream: dict[str, Any]) -> bool:
    """The stream came to its end mark and carries a proof."""
    text = "".join(string(mapping(chunk).get("text")) for chunk in sequence(body["chunks"]))
    proofs = strings(stream.get("proof"))
    return bool(stream) and string(stream.get("end")) in text and all(f'"{name}"' in text for name in proofs)


def _proof(tree: dict[str, Any], operation: Operation) -> set[str]:
    """The fields that a result has: the declared proof, or else what every result must have."""
    declared = strings(mapping(operation.node.get("x-errors")).get("proof"))
    if declared:
        return set(declared)
    schemas = [media.node.get("schema") for answer in answers_of(tree, operation) for _, media in content_of(answer)]
    required = [required_of(tree, resolve(tree, schema)) for schema in schemas]
    return {name for name in required[0] if all(name in other for other in required)} if required else set()
