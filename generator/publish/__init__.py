"""The document for other languages: `spec/published/`, rendered from the spec and its recordings.

A guest of the pipeline: it reads a checked document and returns `{path: text}`. No stage imports it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..mock_server.replay.fixtures import load_all
from ..spec import Document
from .arazzo import arazzo
from .examples import Examples
from .openapi import openapi_3_1
from .openapi_3_0 import openapi_3_0
from .openapi_3_2 import openapi_3_2, stream_ends
from .overlay import overlay
from .page import fetch_script, page, script_on_disk
from .postman import postman
from .settings import Settings
from .text import llms_txt
from .yaml_text import yaml_text

ABOUT = "# Rendered by `make publish`. Do not edit.\n"


def publish(document: Document, fixtures: Path, fetch: bool = False) -> dict[str, str]:
    """Render every published file by its name. None for a document without publish.yaml.

    With `fetch` a script that the page on the disk does not hold is fetched: ValueError or OSError if that fails.
    """
    settings = Settings.of(document)
    if settings is None:
        return {}
    script = script_on_disk(settings, document.directory / "published") or (fetch_script(settings) if fetch else "")
    examples = Examples(load_all(fixtures), settings.examples)
    main = openapi_3_1(document.tree, settings, examples)
    documents = {
        "openapi.yaml": main,
        "openapi-3.0.yaml": openapi_3_0(main),
        "openapi-3.2.yaml": openapi_3_2(main, stream_ends(document.tree), examples.by_name),
        "x-keys.overlay.yaml": overlay(document.tree, main, settings.names),
    }
    return {
        **{name: ABOUT + yaml_text(one) for name, one in documents.items()},
        "openapi.json": json_text(main),
        "postman.json": postman(main, examples),
        "tasks.arazzo.yaml": arazzo(document),
        "llms.txt": llms_txt(main, document),
        "index.html": page(main, document, examples, script),
    }


def json_text(value: Any) -> str:
    """JSON for people: indented, with Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
