"""Files that are printed by templates."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from ..spec import Document, Operation
from ..spec.operations import walk_operations
from ..spec.pointer import mapping

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,
)
TEMPLATES.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}


def printed(template: str, **values: Any) -> str:
    """A template with its values, and `json` and `quote` to write them safely."""
    return TEMPLATES.get_template(f"{template}.jinja").render(json=_json, quote=shlex.quote, **values)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def llms_txt(main: dict[str, Any], document: Document) -> str:
    """A guide for language models (llmstxt.org): what the API is, its rules, and each operation in a line."""
    tasks = {one.id: mapping(one.node.get("x-task")).get("fetch", {}).get("operation") for one in document.operations}
    return printed("llms.txt", main=main, tags=[*by_tag(main)], tasks=tasks)


def by_tag(main: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Operation]]]:
    """The tags of a document, each with its operations."""
    operations = [*walk_operations(main)]
    for tag in main["tags"]:
        yield tag, [one for one in operations if tag["name"] in one.node["tags"]]
