"""Documents whose every string tries to become code.

A text (a description, a title, a pattern, an example) must leave the rendered modules as they are but for what is in
their strings; a name (of a property, a schema, a parameter, an operation) may become another name, and nothing else.
"""

from __future__ import annotations

import ast
import json
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from generator.check import check
from generator.diagnostics import DiagnosticsError
from generator.normalize import normalize
from generator.plan import plan
from generator.render.render import modules
from generator.spec import read

CODE = "__import__('os').system('true')"
PIECES = (
    '"', "'", '"""', "'''", "\\", "\\\\", '\\"', "\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029",
    "{{", "}}", "{%", "%}", "{#", "#", "{", "}", "f'{", "%s", "*/", "-->", "\x00", "\x1b[31m", "\u202e", "\u2066",
    "\ufeff", "\ud800", "\udfff", "\U0001f680", "]", ")", "]]", "))", ", ", ": ", "; ", " = ", "->", "lambda: ", "\t",
    "if True:", "class X:", "import os", "exec", "# type: ignore", "# noqa", "coding: latin-1", "\\N{DASH}", "\\u0041",
    "\\x41", "`", "$", "..", "/", "@",
)  # fmt: skip
FORBIDDEN = {"__import__", "system", "exec", "eval", "os", "X"}
Strings = Callable[[], str]


def hostile(random_: random.Random) -> str:
    """A string of pieces that end strings, comments and templates, with code between them."""
    pieces = [random_.choice(PIECES) for _ in range(random_.randint(1, 6))]
    pieces.insert(random_.randint(0, len(pieces)), CODE)
    return "".join(pieces)


def document(text: Strings, name: Strings) -> dict[str, Any]:
    """A document with every kind of text and name."""

    def about() -> dict[str, Any]:
        return {"description": f"Text {text()} end"}

    names = [name() for _ in range(8)]
    fields = {
        names[0]: {"type": "string", **about(), "pattern": f"x{text()}", "default": f"d{text()}", "example": text()},
        names[1]: {"enum": [f"e{text()}", f"f{text()}"], "title": text(), **about()},
        names[2]: {
            "type": "array",
            "items": {"type": "object", "properties": {names[3]: {"type": "string", **about()}}},
        },
        names[4]: {"type": "integer", "deprecated": True, **about()},
        names[5]: {"type": "object", "additionalProperties": {"type": "string"}, **about()},
        "const": {"const": f"c{text()}"},
    }
    schema = {"type": "object", "properties": fields, "required": [names[0], names[4]], **about(), "title": text()}
    ref = {"$ref": "#/components/schemas/Thing"}
    content = {"application/json": {"schema": ref, "example": {names[0]: text()}}}
    operation = {
        "operationId": name(),
        "tags": [name()],
        "summary": f"Sum {text()} up",
        **about(),
        "deprecated": True,
        "externalDocs": {"url": "https://example.com", **about()},
        "parameters": [
            {"name": names[6], "in": "query", "schema": {"type": "string", "default": f"q{text()}"}, **about()},
            {"name": "X-Header", "in": "header", "schema": {"enum": [f"h{text()}"]}, **about()},
        ],
        "requestBody": {"content": content, **about()},
        "responses": {"200": {"content": content, **about()}, "404": about()},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": f"Title {name()}", "version": f"1{text()}", **about(), "license": {"name": text()}},
        "servers": [{"url": "https://example.com", **about()}],
        "security": [{"key": []}],
        "tags": [{"name": "a", **about()}],
        "paths": {"/things": {"summary": text(), "post": operation}},
        "components": {
            "schemas": {"Thing": schema, name(): {"type": "string", **about()}},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", **about()}},
        },
    }


def rendered(document: dict[str, Any], **beside: dict[str, Any]) -> dict[str, ast.Module] | None:
    """The modules of a document's client as Python reads them; None if the document is refused, in words.

    There may be files beside it, by their names without the ending.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.json"
        path.write_text(json.dumps(document, default=str))
        for name, tree in beside.items():
            path.with_name(f"{name}.yaml").write_text(json.dumps(tree, default=str))
        try:
            planned = plan(check(normalize(read(path))))
        except DiagnosticsError:
            return None
        found: dict[str, ast.Module] = {}
        modules(planned, lambda path, text: found.update({path: ast.parse(text)}))
        return found


def shape(module: ast.Module) -> str:
    """A module without the contents of its strings."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(module)


def escaped(module: ast.Module) -> Iterator[str]:
    """The names in a module that only code of a document would bring in."""
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and node.id in FORBIDDEN:
            yield node.id
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN:
            yield node.attr
        if isinstance(node, ast.Import) and any(one.name in FORBIDDEN for one in node.names):
            yield "import"


class Counter:
    """Strings of one kind, counted."""

    def __init__(self, make: Callable[[int], str]) -> None:
        self.make = make
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return self.make(self.count)


class Attempt(NamedTuple):
    """A document of hostile strings: how many, and what is wrong with its client; None if it is refused."""

    strings: int
    faults: list[str] | None


def attempt(seed: int, names: bool) -> Attempt:
    """Render one document of hostile texts, or of hostile names; its other strings are the same in all documents."""
    random_ = random.Random(seed)
    attack = Counter(lambda _: hostile(random_))
    plain = Counter(lambda number: f"plain{number}")
    try:
        found = rendered(document(plain, attack) if names else document(attack, plain))
    except (SyntaxError, UnicodeError) as error:
        return Attempt(attack.count, [f"a module is no Python: {error}"])
    if found is None:
        return Attempt(attack.count, None)
    wrong = [f"{path} names {name}" for path, module in found.items() for name in escaped(module)]
    if not names:
        usual = rendered(document(Counter(lambda number: f"plain{number}"), Counter(lambda number: f"plain{number}")))
        assert usual is not None
        both = {path: (shape(module), shape(found[path])) for path, module in usual.items() if path in found}
        wrong += [f"{path} has another shape" for path, (ours, theirs) in both.items() if ours != theirs]
        wrong += [f"{path} is in one of them only" for path in usual.keys() ^ found.keys()]
    return Attempt(attack.count, wrong)
