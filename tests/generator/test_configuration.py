"""The configuration of a client and overlays: what they say is what x- keys in the document would say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

import generator.normalize.overlay
from generator.check import check
from generator.cli import app
from generator.diagnostics import DiagnosticsError
from generator.normalize import Settings, normalize
from generator.normalize.json_path import select
from generator.plan import plan
from generator.render.render import render
from generator.spec import Document, read

GENERATOR = Path(__file__).parents[2] / "generator"
SPEC = """
openapi: 3.1.0
info: {title: Acme Cloud, version: "1"}
paths:
  /disks:
    get: {operationId: listDisks, responses: {"200": {description: ok}}}
    post: {responses: {"201": {description: made}}}
  /internal: {get: {operationId: internal, responses: {"200": {description: ok}}}}
components:
  schemas:
    Disk: {type: object, properties: {url: {type: string}}}
"""
CONFIGURATION = """
package: acme
class: Acme
environment: ACME_CLOUD
errors: {shapes: [{name: refusal, where: {/message: string}, message: /message}]}
operations:
  listDisks: {resource: storage.disks, method: list_all, retry: safe}
  POST /disks: {id: makeDisk, resource: storage.disks, method: create}
  internal: {omit: true}
schemas:
  Disk: {media: {kind: image, url: url}}
"""


def configured(tmp_path: Path, configuration: str, **files: str) -> Document:
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "generator.yaml").write_text(configuration)
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return normalize(read(tmp_path / "openapi.yaml"))


def refused(tmp_path: Path, configuration: str, **files: str) -> list[str]:
    with pytest.raises(DiagnosticsError) as error:
        configured(tmp_path, configuration, **files)
    return [one.headline for one in error.value.diagnostics]


def test_every_key_becomes_the_x_key_that_says_the_same(tmp_path: Path) -> None:
    tree = configured(tmp_path, CONFIGURATION).tree
    assert tree["x-client"] == {"package": "acme", "class": "Acme", "env": "ACME_CLOUD"}
    assert tree["x-errors"]["shapes"][0]["name"] == "refusal"
    assert [*tree["paths"]["/internal"]] == []
    disks = tree["paths"]["/disks"]
    assert disks["get"]["x-client"] == {"resource": "storage.disks", "method": "list_all"}
    assert disks["get"]["x-retry"] == "safe"
    assert (disks["post"]["operationId"], disks["post"]["x-client"]["method"]) == ("makeDisk", "create")
    assert tree["components"]["schemas"]["Disk"]["x-client"] == {"media": {"kind": "image", "url": "url"}}


def test_an_operation_without_an_id_is_called_by_the_one_that_it_gets(tmp_path: Path) -> None:
    document = configured(tmp_path, "operations: {create_disk: {method: make, resource: disks}}")
    assert document.operations_by_id["create_disk"].client["method"] == "make"


@pytest.mark.parametrize("configuration", ["", "# Nothing is configured yet.\n"])
def test_an_empty_configuration_says_nothing(tmp_path: Path, configuration: str) -> None:
    assert "listDisks" in configured(tmp_path, configuration).operations_by_id
    assert refused(tmp_path, "- package") == [
        f"{tmp_path.name}/generator.yaml: the file does not contain a mapping [syntax]"
    ]


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ("pakage: acme", "generator.yaml:1:1: unknown name 'pakage' in the configuration"),
        ("operations: {listDisk: {}}", "generator.yaml:1:14: unknown name 'listDisk' in the configuration"),
        ("operations: {listDisks: {verb: x}}", "generator.yaml:1:26: unknown name 'verb' in the configuration"),
        ("schemas: {Disc: {}}", "generator.yaml:1:11: unknown name 'Disc' in the configuration"),
        ("overlays: [none.yaml]", "generator.yaml:1:12: there is no file 'none.yaml'"),
        ("strict: 1", "generator.yaml:1:1: expected bool, got int"),
        ("operations: [listDisks]", "generator.yaml:1:1: expected object, got array"),
        ("operations: {listDisks: {omit: all}}", "generator.yaml:1:26: expected bool, got str"),
    ],
)
def test_what_is_not_known_is_told_with_its_place(tmp_path: Path, configuration: str, message: str) -> None:
    assert [line.removeprefix(f"{tmp_path.name}/") for line in refused(tmp_path, configuration)] == [
        f"{message} [configuration]"
    ]


@pytest.mark.parametrize(
    ("configuration", "message", "hint"),
    [
        ("package: 5", "1:1: expected str, got int", "correct the value"),
        (
            "errors: {shapes: [{nam: refusal, where: {/e: string}, message: /e}]}",
            "1:20: unknown key 'nam'",
            "did you mean 'name'?",
        ),
        ("errors: {shapes: [{name: a, message: /e}]}", "1:19: the key 'where' is missing", "add it"),
        ("operations: {listDisks: {retry: often}}", "1:26: 'often' is no class of retries", "use safe or unsent"),
        (
            "operations: {listDisks: {stream: {end: END, whn: {stream: true}}}}",
            "1:45: unknown key 'whn'",
            "did you mean 'when'?",
        ),
        (
            "operations: {listDisks: {arguments: {sise: size}}}",
            "1:38: listDisks has no argument 'sise'",
            "name one by its name in the document",
        ),
        ("schemas: {Disk: {fields: {ulr: address}}}", "1:27: there is no field 'ulr'", "did you mean 'url'?"),
        (
            "environment: ACME-CLOUD",
            "1:1: 'ACME-CLOUD' cannot begin the name of a variable",
            "use letters, digits and underscores, such as ACME",
        ),
        ("naming: camel", "1:1: invalid enum value 'camel'", "correct the value"),
        ("schemas: {Disk: {media: {kind: disk, url: url}}}", "1:26: invalid enum value 'disk'", "correct the value"),
    ],
)
def test_what_a_key_does_not_know_is_told_with_its_place(
    tmp_path: Path, configuration: str, message: str, hint: str
) -> None:
    with pytest.raises(DiagnosticsError) as error:
        check(configured(tmp_path, configuration))
    found = [one for one in error.value.diagnostics if one.code == "policy"]
    assert [(one.headline.partition("generator.yaml:")[2], one.hint) for one in found] == [
        (f"{message} [policy]", hint)
    ]
    assert found[0].excerpt == configuration


def test_an_extension_key_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    overlay = "overlay: 1.0.0\nactions:\n- {target: $, update: {x-client: internal, x-errors: {retry: 5}}}\n"
    document = check(configured(tmp_path, "overlays: [fixes.yaml]", fixes=overlay))
    assert [one.message for one in document.diagnostics] == [
        "x-client is not that of this generator: it is ignored",
        "x-errors is not that of this generator: it is ignored",
    ]
    assert plan(document).api.package == "acme_cloud"


def test_only_the_policy_reads_extension_keys() -> None:
    found = [
        (path.name, line)
        for folder in ("plan", "render")
        for path in (GENERATOR / folder).rglob("*.*")
        if path.suffix in (".py", ".jinja")
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"(?<![\w/])x-", line)
    ]
    assert found == []


def test_a_configuration_can_make_a_document_strict(tmp_path: Path) -> None:
    assert configured(tmp_path, "strict: true").strict
    assert not configured(tmp_path, "strict: false").strict


def test_the_command_line_names_package_and_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(SPEC)
    run = CliRunner().invoke
    for arguments, package, name in (
        (["--out", "made/by_directory"], "by_directory", "AcmeCloud"),
        (["--out", "made/x", "--package", "acme_disks"], "acme_disks", "AcmeDisks"),
    ):
        result = run(app, ["generate", "--spec", "openapi.yaml", *arguments])
        assert result.exit_code == 0, result.output
        profile = (Path(arguments[1]) / "_profile.py").read_text()
        assert f'package="{package}"' in profile
        assert f'name="{name}"' in profile
        assert f'env="{package.upper()}"' in profile
        assert f'user_agent="{package}-python"' in profile
    assert run(app, ["generate", "--spec", "openapi.yaml", "--config", "none.yaml"]).exit_code == 2


def test_a_configuration_elsewhere_is_read_and_a_change_of_it_noticed(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "other").mkdir()
    path = tmp_path / "other" / "acme.yaml"
    path.write_text("package: first\n")
    document = normalize(read(tmp_path / "openapi.yaml"), Settings(path))
    assert document.tree["x-client"] == {"package": "first"}
    assert str(path) in dict(document.inputs())


@pytest.mark.parametrize(
    ("configuration", "head"),
    [
        ("license: Apache-2.0 OR MIT", "# SPDX-License-Identifier: Apache-2.0 OR MIT"),
        ("package: acme", '"""The clients of the Acme Cloud."""'),
        ('license: "MIT\\nimport os"', '"""The clients of the Acme Cloud."""'),
    ],
)
def test_the_licence_is_at_the_head_of_each_module(tmp_path: Path, configuration: str, head: str) -> None:
    client = render(plan(check(configured(tmp_path, configuration))))["client.py"]
    assert client.split("\n")[1] == head


# -- overlays ----------------------------------------------------------------------------------------------------------


def overlaid(tmp_path: Path, *actions: dict[str, Any]) -> dict[str, Any]:
    overlay = yaml.safe_dump({"overlay": "1.0.0", "info": {"title": "x", "version": "1"}, "actions": [*actions]})
    return configured(tmp_path, "overlays: [fixes.yaml]", fixes=overlay).tree


def test_an_overlay_updates_and_removes(tmp_path: Path) -> None:
    tree = overlaid(
        tmp_path,
        {"target": "$.paths['/internal']", "remove": True},
        {"target": "$.info", "update": {"title": "Other", "license": {"name": "MIT"}}},
        {"target": "$.paths.*.get", "update": {"responses": {"404": {"description": "gone"}}}},
        {"target": "$..[?@.operationId == 'listDisks']", "update": {"x-retry": "safe"}},
        {"target": "$", "update": {"servers": [{"url": "https://acme.example"}]}},
        {"target": "$.servers", "update": {"url": "https://other.example"}},
        {"target": "$.servers[0]", "remove": True},
    )
    assert [*tree["paths"]] == ["/disks"]
    assert tree["info"] == {"title": "Other", "version": "1", "license": {"name": "MIT"}}
    assert [*tree["paths"]["/disks"]["get"]["responses"]] == ["200", "404"]
    assert tree["paths"]["/disks"]["get"]["x-retry"] == "safe"
    assert tree["servers"] == [{"url": "https://other.example"}]


def test_an_overlay_that_selects_nothing_is_told(tmp_path: Path) -> None:
    overlay = "overlay: 1.0.0\nactions:\n- {target: \"$.paths['/none']\", remove: true}\n"
    document = configured(tmp_path, "overlays: [fixes.yaml]", fixes=overlay)
    assert [one.headline.partition("/")[2] for one in document.diagnostics] == [
        "fixes.yaml:3:4: warning: the target \"$.paths['/none']\" selects nothing [overlay]"
    ]


@pytest.mark.parametrize(
    ("overlay", "message"),
    [
        ('actions: [{target: "$.a[?length(@) > 1]", remove: true}]', "cannot be read"),
        ("actions: [{target: paths, remove: true}]", "a path starts with $"),
        ("overlay: 1.0.0", "an overlay without actions"),
        ("actions: [{target: $, remove: true}]", "'$' is the whole document, which cannot be removed"),
        ("actions: [{target: $..title, update: {a: b}}]", "selects a text, a number or null, which has no parts"),
        (
            f"actions: [{', '.join(5 * ['{target: $.info, update: {a: [' + ', '.join(2000 * '1') + ']}}'])}]",
            "the overlay adds more than 9,000 values",
        ),
    ],
)
def test_an_overlay_that_cannot_be_read_is_refused(
    tmp_path: Path, overlay: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator.normalize.overlay, "MOST", 9_000)
    assert message in refused(tmp_path, "overlays: [fixes.yaml]", fixes=overlay)[0]


TREE = {"a": {"b": [{"n": 1, "t": "x"}, {"n": 2, "t": "y"}], "c-d": {"b": 5}}, "e f": {"$ref": 1}}


@pytest.mark.parametrize(
    ("path", "pointers"),
    [
        ("$", [""]),
        ("$.a.b", ["/a/b"]),
        ("$['a'][\"b\"][1]", ["/a/b/1"]),
        ("$.a.b[*].t", ["/a/b/0/t", "/a/b/1/t"]),
        ("$.*", ["/a", "/e f"]),
        ("$..b", ["/a/b", "/a/c-d/b"]),
        ("$.a.c-d", ["/a/c-d"]),
        ("$['e f'].$ref", ["/e f/$ref"]),
        ("$.a.b[?(@.t=='y')]", ["/a/b/1"]),
        ("$.a.b[?@.n == 1]", ["/a/b/0"]),
        ("$.a[?@.b]", ["/a/c-d"]),
        ("$.none", []),
    ],
)
def test_paths_select(path: str, pointers: list[str]) -> None:
    assert [one.pointer for one in select(TREE, path)] == pointers


def test_the_published_document_and_its_overlay_say_what_the_spec_says(tmp_path: Path) -> None:
    published = Path(__file__).parents[2] / "spec" / "published"
    for name in ("openapi.yaml", "x-keys.overlay.yaml"):
        (tmp_path / name).write_bytes((published / name).read_bytes())
    (tmp_path / "generator.yaml").write_text("overlays: [x-keys.overlay.yaml]\n")
    ours, theirs = read(published.parent / "openapi.yaml"), normalize(read(tmp_path / "openapi.yaml"))
    assert {one.id: one.client for one in theirs.operations} == {one.id: one.client for one in ours.operations}
    for key in ("x-retry", "x-stream", "x-task", "x-errors"):
        assert {one.id: one.node.get(key) for one in theirs.operations} == {
            one.id: one.node.get(key) for one in ours.operations
        }
    assert json.dumps(theirs.tree["x-errors"]) == json.dumps(ours.tree["x-errors"])
