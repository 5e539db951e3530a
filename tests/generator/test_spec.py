"""Reading: several files to one tree, and the place of every node."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node, ScalarNode

from generator.diagnostics import DiagnosticsError, Place
from generator.spec import Document, json_file, read
from generator.spec.json_file import parse as parse_json
from generator.spec.source import Source
from generator.spec.values import DATA, Builder

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files below a directory `spec`, and return the path of the first."""

    def write(**files: str | bytes) -> Path:
        paths: list[Path] = []
        for name, text in files.items():
            path = tmp_path / "spec" / name.replace("__", "/").replace("_yaml", ".yaml").replace("_json", ".json")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        return paths[0]

    return write


def tree_of(path: Path) -> dict[str, Any]:
    return read(path).tree


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"), ("No", "No"), ("on", "on"), ("true", True), ("FALSE", False), ("tRue", "tRue"),
        ("2024-01-01", "2024-01-01"), ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"), ("1:20", "1:20"),
        ("1_000", "1_000"), ("0o17", 15), ("0x1F", 31), ("007", 7), ("+5", 5), ("-3", -3), ("3.10", 3.1),
        ("1e3", 1000.0), (".5", 0.5), ("1.", 1.0), ("~", None), ("null", None), ("", None), ("nULL", "nULL"),
        ("=", "="), ("'1'", "1"), ('"true"', "true"), ("!!str 1", "1"), ("|-\n  a: b", "a: b"), ("0b1", "0b1"),
        ("0o8", "0o8"), ("1.2.3", "1.2.3"), ("..5", "..5"), ("-", [None]),
    ],
)  # fmt: skip
def test_scalars_are_those_of_yaml_1_2(write: Write, written: str, value: object) -> None:
    found = tree_of(write(a_yaml=f"a:\n  {written}\n"))["a"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_text_as_written(write: Write) -> None:
    tree = tree_of(write(a_yaml="200: a\n4.10: b\ntrue: c\n~: d\n2024-01-01: e\n"))
    assert list(tree) == ["200", "4.10", "true", "~", "2024-01-01"]


def test_an_alias_is_read_like_what_it_names(write: Write) -> None:
    document = read(write(a_yaml="a: &x {b: [1, 2]}\nc: *x\n"))
    assert document.tree == {"a": {"b": [1, 2]}, "c": {"b": [1, 2]}}
    assert document.tree["a"] is not document.tree["c"]
    assert document.place("/c/b/1") == Place("spec/a.yaml", 1, 15)


@pytest.mark.parametrize("text", ["a: 1\nb: 2\n", "\ufeffa: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(write: Write, text: str) -> None:
    document = read(write(a_yaml=text))
    assert document.tree == {"a": 1, "b": 2}
    assert document.place("/b") == Place("spec/a.yaml", 2, 1)
    assert document.excerpt(document.place("/b")) == "b: 2"


def test_an_odd_line_end_within_text_does_not_shift_the_excerpt(write: Write) -> None:
    document = read(write(a_yaml='a: "x\u2028  y"\nb: 2\n'))
    assert document.excerpt(document.place("/b")) == "b: 2"


def test_a_place_is_that_of_the_nearest_node_there_is(write: Write) -> None:
    document = read(write(a_yaml="a:\n  b:\n  - c\n  - d: 1\n"))
    assert document.place("/a/b/1/d").line == 4
    assert document.place("/a/b/1/d/e/f") == document.place("/a/b/1/d")
    assert document.place("/a/b/7") == document.place("/a/b") == Place("spec/a.yaml", 2, 3)
    assert document.place("") == document.place("/nothing") == Place("spec/a.yaml", 1, 1)


def test_places_do_not_depend_on_the_working_directory(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(openapi_yaml="a: {$ref: 'b.yaml#/x'}\n", b_yaml="x: {y: 1}\n")
    places = [read(path).place("/components/schemas/x/y")]
    for directory, name in ((path.parent, "openapi.yaml"), (path.parent.parent, "spec/openapi.yaml")):
        monkeypatch.chdir(directory)
        places.append(read(Path(name)).place("/components/schemas/x/y"))
    assert places == [Place("spec/b.yaml", 1, 5)] * 3


def test_two_families_may_hold_the_same_schema_word_for_word(write: Write) -> None:
    same = "schemas: {Usage: {type: object, properties: {n: {type: integer}}}}\n"
    main = "x: [{a: {$ref: 'a.yaml#/schemas/Usage'}}]\ny: {$ref: 'b.yaml#/schemas/Usage'}\n"
    tree = tree_of(write(openapi_yaml=main, a_yaml=same, b_yaml=same))
    assert list(tree["components"]["schemas"]) == ["Usage"]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 5_000, "- " * 5_000, '{"a":' * 100_000])
def test_deep_nesting_is_diagnosed_and_not_a_crash(write: Write, text: str) -> None:
    for name in ("a_yaml", "a_json"):
        with pytest.raises(DiagnosticsError):
            read(write(**{name: text}))


def test_aliases_that_expand_without_end_are_reported_once(write: Write) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [{', '.join(['*' + before] * 10)}]")
    with pytest.raises(DiagnosticsError) as raised:
        read(write(a_yaml="\n".join(lines)))
    assert [one.message for one in raised.value.diagnostics] == ["aliases (*name) expand to more than 100,000 values"]


def test_bytes_that_are_not_utf_8_are_placed(write: Write) -> None:
    with pytest.raises(DiagnosticsError) as raised:
        read(write(a_yaml="a: é\nb: ".encode() + b"\xff\n"))
    assert raised.value.diagnostics[0].place == Place("spec/a.yaml", 2, 4)


def test_a_reference_cannot_leave_the_directory_by_a_link(write: Write, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("x: {type: string}\n")
    path = write(openapi_yaml="a: {$ref: 'link.yaml#/x'}\n")
    (path.parent / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(DiagnosticsError, match="leaves the directory of the spec"):
        read(path, strict=True)


def test_a_directory_around_the_document_may_be_referred_to(write: Write, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "api.yaml").write_text("Thing: {type: [string]}\n")
    (tmp_path / "elsewhere").mkdir()
    path = write(openapi_yaml="a: {$ref: '../other/api.yaml#/Thing'}\n")
    document = read(path, strict=True, root=tmp_path)
    assert document.file("/components/schemas/Thing") == "other/api.yaml"
    for root in (None, tmp_path / "elsewhere", path.parent / "families"):
        with pytest.raises(DiagnosticsError, match="leaves the directory of the spec"):
            read(path, strict=True, root=root)


@pytest.mark.parametrize("ref", ["http://[bad", "a\\0b.yaml#/x", "", "#", "%00#/x", "#/%zz", "://", "f.yaml#/~2"])
def test_odd_references_are_read_or_diagnosed_and_never_a_crash(write: Write, ref: str) -> None:
    path = write(openapi_yaml=f'a: {{$ref: "{ref}"}}\n', f_yaml="x: {}\n")
    with contextlib.suppress(DiagnosticsError):
        assert read(path).tree


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def placed(node: Node) -> tuple[Any, ...]:
    """A node with its places, and all that it holds."""
    parts = [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value
    inner = node.value if isinstance(node, ScalarNode) else [*map(placed, parts)]
    return type(node), node.tag, node.start_mark.index, node.end_mark.index, inner


@given(JSON, st.sampled_from([None, 1, "\t"]), st.booleans(), st.integers(2, 4), st.sampled_from([5, 20, 2**14]))
def test_json_is_read_as_the_standard_parser_reads_it(
    value: object, indent: str | int | None, ascii_only: bool, level: int, small: int
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    root = parse_json(text, "a.json")
    assert root is not None
    with patch.multiple(json_file, LARGE=0, LATE_LEVEL=level, SMALL=small):  # as a large file is read
        late = parse_json(text, "a.json")
        assert late is not None
        assert placed(late) == placed(root)
    source = Source(Path("a.json"), "a.json", text)
    built = Builder(source, lambda _source, _node, text, _kind: text).build(root, DATA)
    assert built == json.loads(text)
    assert not source.diagnostics


def test_every_node_of_the_accepted_documents_has_its_place() -> None:
    for spec in sorted((Path(__file__).parents[1] / "cases" / "accepted").glob("*/spec/openapi.*")):
        document = read(spec)
        for pointer, token in _pointers(document.tree, ""):
            place = document.place(pointer)
            line = document.excerpt(place)[place.column - 1 :]
            # What is bundled from elsewhere stands under a name of its own, in a section that no file may hold.
            bundled = document.family(pointer) or pointer.count("/") == 2
            assert re.match(f"[\"']?{re.escape(token)}", line) or bundled, (pointer, place, line)


def _pointers(node: Any, pointer: str) -> list[tuple[str, str]]:
    if not isinstance(node, dict):
        return []
    found: list[tuple[str, str]] = []
    for key, value in node.items():
        below = pointer + "/" + key.replace("~", "~0").replace("/", "~1")
        found += [(below, key), *_pointers(value, below)]
    return found


def test_a_document_is_not_changed_by_asking(write: Write) -> None:
    document = read(write(a_yaml="a: 1\n", extra_yaml="b: {$ref: 'nothing.yaml#/x'}\n"))
    sibling = document.sibling("extra.yaml")
    assert isinstance(sibling, Document)
    assert sibling.tree == {"b": {"$ref": "nothing.yaml#/x"}}
    assert sibling.place("/b") == Place("spec/extra.yaml", 1, 1)
    assert document.sibling("absent.yaml") is None


def test_operations_come_with_references_followed_variants_expanded_and_waived_parts_left_out(write: Write) -> None:
    document = read(
        write(
            a_yaml="""
x-client: {waived: {text/csv: for people, cookie: by hand}}
paths:
  /a/{id}:
    parameters: [{name: id, in: path, schema: {type: string}}, {$ref: "#/components/parameters/Page"}]
    post:
      operationId: makeA
      x-client: {resource: a, method: make}
      x-retry: unsent
      parameters: [{name: id, in: path, schema: {type: integer}}, {name: c, in: cookie}]
      x-variants: [{operationId: makeB, body: B}]
      requestBody: {content: {text/csv: {}, Application/JSON; charset=utf-8: {schema: {type: object}}}}
      responses: {"200": {$ref: "#/components/responses/Done"}, "404": {description: No.}}
components:
  parameters: {Page: {name: page, in: query, schema: {type: integer}}}
  responses: {Done: {description: Done., content: {image/png: {}, text/csv: {}}}}
  schemas: {B: {type: object}}
"""
        )
    )
    operation, variant = document.operations
    assert [(one.name, one.location, one.pointer) for one in operation.parameters] == [
        ("id", "path", "/paths/~1a~1{id}/post/parameters/0"),
        ("page", "query", "/components/parameters/Page"),
    ]
    assert [one.media_type for one in operation.results] == ["image/png"]
    assert operation.body is not None
    assert operation.body.media_type == "application/json"
    assert (variant.id, variant.base, variant.home) == ("makeB", operation, operation.pointer)
    assert (variant.client, variant.node["x-retry"], variant.responses) == ({}, "unsent", operation.responses)
    assert variant.body is not None
    assert (variant.body.schema["$ref"], variant.body.schema_pointer) == (
        "#/components/schemas/B",
        "/paths/~1a~1{id}/post/x-variants/0/body",
    )
