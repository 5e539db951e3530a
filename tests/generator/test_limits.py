"""Documents of other makers, whatever they hold: names, sizes, depths and files that nobody expects."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.check.openapi.certain import certainly_valid
from generator.diagnostics import Collector, DiagnosticsError
from generator.limited import within
from generator.limits import Limits
from generator.normalize import normalize
from generator.plan import plan
from generator.plan.api import PUBLIC, api_of
from generator.policy import policy_of
from generator.render.render import modules
from generator.spec import Document, read


def document(folder: Path, **parts: Any) -> Document:
    """A document with these parts at its top."""
    path = folder / "openapi.json"
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}, **parts}))
    return read(path)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "APIClient"),
        ("Client", "APIClient"),
        ("Sync Client", "APIClient"),
        ("API", "APIClient"),
        ("\N{ROCKET}", "APIClient"),
        ("class", "Class"),
        ("None", "NoneClient"),
        ("1Password", "N1Password"),
        ("Timeout", "TimeoutClient"),
        ("Not Found", "NotFoundClient"),
        ("Operation", "OperationClient"),
        ("日本 API", "日本API"),
        ("Museum API", "MuseumAPI"),
    ],
)
def test_any_title_makes_a_client_whose_name_is_its_own(title: str, name: str, tmp_path: Path) -> None:
    made = document(tmp_path, info={"title": title, "version": "1"})
    api = api_of(made, policy_of(made), Collector(made))
    assert api.class_name == name
    assert {name, f"Async{name}", f"{name}Error"}.isdisjoint({*PUBLIC, "SyncClient", "AsyncClient"})
    assert api.package.isidentifier()


OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
REF = {"anyOf": [{"$ref": "#/components/schemas/B"}]}
NAMED = {"name": "a", "in": "query", "schema": {}}


@pytest.mark.parametrize(
    ("parts", "certain"),
    [
        ({}, True),
        ({"openapi": "3.0.3"}, True),
        ({"info": {}}, False),
        ({"tags": [{"name": "a"}, {"name": "a"}]}, False),
        ({"paths": {"/a": {"get": {"parameters": [NAMED, NAMED], "responses": {}}}}}, False),
        ({"paths": {"/a": {"parameters": [NAMED, NAMED]}}}, False),
        ({"components": {"schemas": {"A": {"type": "text"}}}}, False),
        ({"components": {"schemas": {"A": {"type": "integer", "default": 1}}}}, True),
        ({"components": {"schemas": {"A": {"type": "integer", "default": "1"}}}}, False),
        ({"components": {"schemas": {"A": {"enum": ["a"], "default": "b"}}}}, False),
        ({"components": {"schemas": {"A": {"pattern": "^(a+)+$", "default": f"{'a' * 40}!"}}}}, False),
        ({"components": {"schemas": {"A": {"type": "string", "format": "date", "default": "b"}}}}, False),
        ({"components": {"schemas": {"A": {**REF, "default": {}}, "B": OBJECT}}}, True),
        ({"components": {"schemas": {"A": {**REF, "default": 1}, "B": OBJECT}}}, False),
        ({"components": {"schemas": {"A": {"allOf": [OBJECT], "required": ["a"]}}}}, True),
        ({"components": {"schemas": {"A": {"allOf": [OBJECT], "required": ["b"]}}}}, False),
        ({"components": {"schemas": {"A": {"$schema": "https://example.com"}}}}, False),
        ({"jsonSchemaDialect": "https://example.com"}, False),
    ],
)  # fmt: skip
def test_only_what_is_certainly_valid_is_spared_the_slow_validator(
    parts: dict[str, Any], certain: bool, tmp_path: Path
) -> None:
    made = document(tmp_path, **parts)
    assert certainly_valid(made.tree, str(made.tree["openapi"])[:3]) is certain


# -- limits --------------------------------------------------------------------------------------------------------


def problems(path: Path, **limits: int) -> list[str]:
    with pytest.raises(DiagnosticsError) as caught:
        read(path, strict=True, limits=Limits(**limits))
    return [f"{one.place}: {one.message}; {one.hint}" for one in caught.value.diagnostics]


REFERS = 'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {/a: {$ref: "other.yaml"}}\n'


@pytest.mark.parametrize("kind", ["pipe", "directory", "device", "link to a device"])
def test_a_reference_to_what_is_no_file_neither_hangs_nor_leaves_the_directory(kind: str, tmp_path: Path) -> None:
    main, other = tmp_path / "openapi.yaml", tmp_path / "other.yaml"
    main.write_text(REFERS.replace("other.yaml", "/dev/zero") if kind == "device" else REFERS)
    if kind == "pipe":
        os.mkfifo(other)
    elif kind == "directory":
        other.mkdir()
    elif kind == "link to a device":
        other.symlink_to("/dev/zero")
    (found,) = problems(main)
    assert "openapi.yaml:3:20: " in found
    assert ("leaves the directory" if "device" in kind else "it is a directory, a pipe or a device") in found


def test_a_document_that_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "openapi.yaml")
    (found,) = problems(tmp_path / "openapi.yaml")
    assert "it is a directory, a pipe or a device, not a file" in found


def test_the_bytes_of_all_files_are_limited(tmp_path: Path) -> None:
    main = tmp_path / "openapi.yaml"
    main.write_text(REFERS)
    (tmp_path / "other.yaml").write_text("get: {operationId: a, responses: {}}" + " " * 1000)
    assert read(main, limits=Limits(bytes=2000)).operations
    (found,) = problems(main, bytes=1000)
    assert found.startswith(
        f"{tmp_path.name}/other.yaml: the files of the document have more than 1,000 bytes together;"
    )
    assert "--limit bytes=2000" in found


def test_values_are_limited(tmp_path: Path) -> None:
    made = tmp_path / "openapi.json"
    document(tmp_path, components={"schemas": {"A": {"enum": ["a"] * 5000}}})
    assert [*read(made, limits=Limits(values=6000)).schemas]
    (found,) = problems(made, values=5000)
    assert "the document has more than 5,000 values; if that is meant, raise the limit: --limit values=10000" in found


def test_aliases_expand_to_so_much_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    names = "abcdefghi"
    laughs = [f"  {one}: &{one} [{', '.join([f'*{last}'] * 9)}]" for last, one in pairwise(names)]
    path.write_text(
        'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\nx-laughs:\n  a: &a [ha, ha]\n' + "\n".join(laughs)
    )
    (found,) = problems(path)
    assert "aliases (*name) expand to more than 100,000 values; " in found
    assert "--limit aliased=200000" in found


@pytest.mark.parametrize("handler", [signal.default_int_handler, signal.SIG_IGN])
def test_a_run_is_limited_in_time_and_depth(tmp_path: Path, handler: Any, request: pytest.FixtureRequest) -> None:
    before = signal.signal(signal.SIGINT, handler)  # a shell has it ignored behind &
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))

    def deeper(number: int) -> int:
        return deeper(number + 1)

    def endless() -> None:
        while True:
            time.sleep(0.01)

    for limits, run, message in (
        (Limits(), lambda: deeper(0), "schemas hold each other too deeply"),
        (Limits(seconds=0), endless, "the client was not rendered within 0 s"),
    ):
        with pytest.raises(DiagnosticsError, match=message), within(limits, tmp_path / "openapi.yaml"):
            run()
    with pytest.raises(KeyboardInterrupt), within(Limits(), tmp_path / "openapi.yaml"):
        raise KeyboardInterrupt
    assert signal.getsignal(signal.SIGINT) is handler


def test_limits_are_read_from_the_command_line() -> None:
    assert Limits.of(["bytes=5", "seconds=7"]) == Limits(bytes=5, seconds=7)
    for wrong in ("bytes", "bytes=", "bytes=-1", "size=5"):
        with pytest.raises(ValueError, match="is not NAME=NUMBER"):
            Limits.of([wrong])


# -- what grows ----------------------------------------------------------------------------------------------------


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


SHAPES: dict[str, dict[str, Any]] = {
    "a chain of properties": {
        f"S{n}": {"type": "object", "properties": {"next": ref(f"S{n + 1}")}} for n in range(400)
    },
    "a chain of references": {f"S{n}": ref(f"S{n + 1}") for n in range(3000)},
    "a chain of allOf": {f"S{n}": {"allOf": [ref(f"S{n + 1}"), {"properties": {f"p{n}": {}}}]} for n in range(400)},
    **{
        f"diamonds of {word}": {
            f"S{n}": {word: [ref(f"S{n + 1}"), ref(f"S{n + 1}"), {"properties": {f"p{n}": {}}}]} for n in range(40)
        }
        for word in ("allOf", "anyOf")
    },
    "many branches": {"S0": {"anyOf": [{"type": "object", "properties": {f"p{n}": {}}} for n in range(1000)]}},
    "many names alike": {"S0": {"type": "object", "properties": {"a" + "-" * n: {} for n in range(1000)}}},
    "many properties": {"S0": {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(5000)}}},
    "many values": {"S0": {"type": "string", "enum": [f"v{n}" for n in range(20_000)]}},
    "many ways to the same": {
        f"S{n}": {"type": "object", "properties": {name: ref(f"S{n + 1}") for name in "abc"}} for n in range(60)
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_documents_of_unusual_shape_are_rendered(shape: str, tmp_path: Path) -> None:
    """None of these takes long; each took minutes, or ended in a traceback, when walks were not remembered."""
    schemas = SHAPES[shape]
    schemas = {**schemas, f"S{len(schemas)}": {"type": "object", "properties": {"end": {"type": "string"}}}}
    content = {"application/json": {"schema": {"type": "object", "properties": {"it": ref("S0")}}}}
    operation = {
        "operationId": "makeIt",
        "requestBody": {"content": content},
        "responses": {"200": {"description": "A.", "content": content}},
    }
    made = document(tmp_path, paths={"/a": {"post": operation}}, components={"schemas": schemas})
    with within(Limits(), tmp_path / "openapi.json"):
        planned = plan(check(normalize(made)))
        modules(planned, lambda path, text: compile(text, path, "exec"))
    assert [one.operation.id for one in planned.endpoints] == ["makeIt"]


def test_the_documentation_lists_the_limits() -> None:
    for language in ("en", "zh"):
        text = (Path(__file__).parents[2] / "docs" / language / "specification.md").read_text(encoding="utf-8")
        rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (\d+)", text, re.MULTILINE))
        assert rows == {name: str(number) for name, number in Limits()._asdict().items()}
