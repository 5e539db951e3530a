"""Files that are printed by templates."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import jinja2

from ..spec import Document, Operation
from ..spec.operations import walk_operations
from ..spec.pointer import mapping

TEMPLATES = jinja2.Environment(
    loader=jinja2.PackageLoader("generator.publish"),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,
)

TEMPLATES.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}


def llms_txt(main: dict[str, Any], document: Document) -> str:
    """A guide for language models (llmstxt.org): what the API is, its rules, and each operation in a line."""
    fetches = {one.id: mapping(one.node.get("x-task")).get("fetch", {}).get("operation") for one in document.operations}
    return TEMPLATES.get_template("llms.txt.jinja").render(
        info=main["info"],
        url=main["servers"][0]["url"],
        external=main["externalDocs"],
        tags=[(tag, operations) for tag, operations in by_tag(main) if operations],
        tasks=fetches,
    )


def by_tag(main: dict[str, Any]) -> list[tuple[dict[str, Any], list[Operation]]]:
    """The tags of a document, each with its operations."""
    found = sorted(walk_operations(main), key=lambda one: one.node["tags"][0])
    groups = {name: [*members] for name, members in groupby(found, key=lambda one: one.node["tags"][0])}
    return [(tag, groups.get(tag["name"], [])) for tag in main["tags"]]
