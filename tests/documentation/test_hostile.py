"""Files made to take for ever: each ends, and is told for what it is or read as far as it goes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.documentation.check import check
from generator.documentation.content import Unreadable
from generator.documentation.forms import read as read_pages
from generator.spec import read

from .cases import FOLDER

SPEC = FOLDER / "spec" / "openapi.yaml"
TEXT = "Paint a lamp\nPOST\nhttps://lamps.example/lamps/{id}/colour\nBody Params application/json\n"
SIZE = 300_000


def lamps(schema: str, before: str = "") -> str:
    """An export whose GET /lamps returns a schema."""
    responses = f"{{'200': {{content: {{application/json: {{schema: {schema}}}}}}}}}"
    return f"openapi: 3.0.1\n{before}paths: {{/lamps: {{get: {{responses: {responses}}}}}}}\n"


def aliases() -> str:
    """A schema of two to the power of 40 nodes, written in 40 lines."""
    lines = [f"x{n}: &x{n} {{properties: {{a: *x{n - 1}, b: *x{n - 1}}}}}\n" for n in range(1, 40)]
    return lamps("*x39", "".join(["x0: &x0 {type: string}\n", *lines]))


def references() -> str:
    schemas: dict[str, Any] = {"s0": {"type": "string"}}
    for number in range(1, 40):
        inner = {"$ref": f"#/components/schemas/s{number - 1}"}
        schemas[f"s{number}"] = {"type": "object", "properties": {"a": inner, "b": inner}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/s39"}}}
    paths = {"/lamps": {"get": {"responses": {"200": {"content": content}}}}}
    return json.dumps({"openapi": "3.0.1", "paths": paths, "components": {"schemas": schemas}})


HOSTILE = {
    "yaml nested too deeply for its parser": ("openapi: " + "[" * SIZE, "nested too deeply"),
    "json nested too deeply": ('{"openapi": ' + "[" * SIZE, "nested too deeply"),
    "a schema nested deeply": (lamps("{properties: {a: " * 120 + "{}" + "}}" * 120), "deep"),
    "aliases": (aliases(), ""),
    "references": (references(), ""),
    "a schema that holds itself": (lamps("&it {type: array, items: {properties: {inner: *it}}}"), ""),
    "spaces": ("a\n" + " " * SIZE + "b", "no endpoint"),
    "brackets": ("[" * SIZE, "no endpoint"),
    "lists in lists": ("<html>" + "<ul><li>a" * (SIZE // 9) + "</html>", "no endpoint"),
    "comments that do not end": ("<html>" + "<!--" * (SIZE // 4) + "</html>", "no endpoint"),
    "links": ("# x\n" + "- a [t](https://x/api-1.md)\n" * (SIZE // 28), "llms.txt of another site"),
    "values": (f"{TEXT}colour\nenum<string>\noptional\nAllowed values:\n{'RED' * (SIZE // 3)}\nResponses\n", ""),
    "fields": (TEXT + "a\nobject\noptional\n" * (SIZE // 18), ""),
    "fences": ("```yaml\n" * (SIZE // 8), "half a file"),
    "a page of 5 MB": ("a\n" * 2_500_000, "too large"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_every_file_comes_to_an_end(tmp_path: Path, name: str) -> None:
    content, message = HOSTILE[name]
    file, document = tmp_path / "page", read(SPEC)
    file.write_text(content, "utf-8")
    if message:
        with pytest.raises(Unreadable, match=message):
            read_pages(file, document)
    else:
        check(read_pages(file, document), document)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("创建图像".encode("gb18030"), "UTF-8.*GB18030"),
        ("Paint a lamp\nPOST".encode("utf-16-le"), "UTF-16 \\(little endian\\)"),
        ("Paint a lamp\nPOST".encode("utf-16-be"), "UTF-16 \\(big endian\\)"),
        (b'<html><meta charset="shift_jis">\x81\xff</html>', "SHIFT_JIS"),
        (b"\xff\xfeP", "UTF-16"),
        (b"PK\x03\x04\x00\x00", "not text"),
    ],
)
def test_a_wrong_encoding_is_told(tmp_path: Path, data: bytes, what: str) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(data)
    with pytest.raises(Unreadable, match=what):
        read_pages(file, read(SPEC))


GBK = '<meta charset="gb18030">'
WRITTEN = [
    ("paint.txt", "utf-16", "", "\n"),
    ("paint.html", "gb18030", GBK, "\n"),
    ("paint.html", "utf-8", GBK, "\n"),  # as `documentation fetch` saves a page that is served so
    *((name, "utf-8-sig", "", "\r\n") for name in ("paint.txt", "paint.html", "paint.md", "llms.txt")),
    ("paint.md", "utf-8", "", "\r"),
]


@pytest.mark.parametrize(("name", "encoding", "head", "newline"), WRITTEN)
def test_encodings_and_line_breaks_are_read(tmp_path: Path, name: str, encoding: str, head: str, newline: str) -> None:
    document, file = read(SPEC), tmp_path / name
    text = (FOLDER / "unchanged" / name).read_text("utf-8").replace("<title>", f"{head}<title>颜色")
    text = text.replace("```yaml\n", "```yaml \n")
    file.write_bytes(text.replace("\n", newline).encode(encoding))
    assert check(read_pages(file, document), document) == []
