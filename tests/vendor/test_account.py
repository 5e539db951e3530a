"""Report of an upgrade about the calls that a project makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ezlink.runtime.vendor.account import account, methods, text
from ezlink.runtime.vendor.uses import Uses

from .conftest import PACKAGE, Project, release

SOURCE = """
from shop._ezlink import EZLink
from shop._ezlink.models import ChatCompletion
from shop._ezlink import operations

client = EZLink()

def answer(question, **more):
    found = client.chat.completions.create(model="m", messages=[question], seed=1)
    self.ai.chat.completions.create(model="m", messages=[question], **more)
    call = operations.create_image(prompt="x")
    images = client.images
    images.generate(prompt="x")
    return found.choices[0].message.content, {"image_url": {"detail": "low"}}

chat = client.chat.completions
chat.create(seed=2)
self.ask = client.chat.completions.create
self.ask(seed=3)
"""
_CALL = "client.chat.completions.create"
# A rule and what changes, with its operations, and the lines of SOURCE that it matters to.
CASES = {
    "a method": (("method-removed", _CALL, []), [9, 10, 17, 19]),
    "another method": (("method-removed", "client.completions.create", []), []),
    "a parameter that is passed": (("parameter-removed", f"{_CALL}(seed)", []), [9, 10, 17, 19]),
    "a parameter that may be passed": (("parameter-removed", f"{_CALL}(stop)", []), [10]),
    "a new parameter": (("parameter-added", f"{_CALL}(logit)", []), []),
    "a parameter that is required now": (("parameter-required", f"{_CALL}(seed)", []), [10]),
    "a new required parameter": (("parameter-added-required", f"{_CALL}(tier)", []), [9, 10, 17, 19]),
    "an endpoint function": (("function-renamed", "client.images.generate", ["createImage"]), [11, 13]),
    "a model": (("type-removed", "models.ChatCompletion", []), [3]),
    "a model that is not used": (("type-removed", "models.Image", []), []),
    "a field": (("field-removed", "models.ChatCompletionMessage.content", []), [14]),
    "a field that is not read": (("field-removed", "models.ChatCompletionMessage.refusal", []), []),
    "a key": (("parameter-value-removed", "params.ImageURL.detail", []), [14]),
    "every call": (("error-class-changed", "errors", []), None),
}


@pytest.fixture(scope="module")
def uses(tmp_path_factory: pytest.TempPathFactory) -> Uses:
    root = tmp_path_factory.mktemp("uses")
    for path in ("a.py", "copy/b.py", ".hidden/b.py", "env/b.py", "node_modules/b.py"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(SOURCE)
    (root / "env" / "pyvenv.cfg").touch()
    (root / "broken.py").write_text("def (")
    return Uses(root, root / "copy", methods((PACKAGE / "api.txt").read_text("utf-8")))


@pytest.mark.parametrize(("change", "lines"), CASES.values(), ids=CASES)
def test_a_change_matters_where_it_is_used(
    uses: Uses, change: tuple[str, str, list[str]], lines: list[int] | None
) -> None:
    found = uses.of(*change)
    assert found is None if lines is None else [place.line for place in found or []] == lines


def entry(version: str, *changes: tuple[str, str, str]) -> dict[str, object]:
    return {
        "version": version,
        "changes": [
            {"id": id, "severity": severity, "name": name, "message": f"{version}: {name} {id}", "operations": []}
            for id, severity, name in changes
        ],
    }


def test_the_accounts_of_all_versions_in_between_are_told(uses: Uses) -> None:
    releases = [
        entry("0.9.0", ("method-removed", "breaking", _CALL)),
        entry("0.10.0", ("parameter-added", "compatible", f"{_CALL}(seed)"), ("method-removed", "breaking", _CALL)),
        entry("0.11.0", ("method-removed", "breaking", "client.files.create")),
    ]
    told, others = account({"CHANGES.json": json.dumps({"releases": releases})}, "0.9.0", uses)
    assert [one.message.split(":")[0] for one in told] == ["0.10.0", "0.10.0"]
    assert list(text(told, others)) == [
        "\nBreaking for this project:",
        "",
        f"  0.10.0: {_CALL} method-removed",
        *(f"      a.py:{line}" for line in (9, 10, 17, 19)),
        "\nCompatible for this project:",
        "",
        f"  0.10.0: {_CALL}(seed) parameter-added",
        *(f"      a.py:{line}" for line in (9, 17, 19)),
        "\n1 other change that this project does not notice.",
    ]
    assert account({}, "0.9.0", uses) == ([], 0)


def test_an_upgrade_tells_it(project: Project, tmp_path: Path) -> None:
    (project.root / "shop" / "answers.py").write_text(SOURCE)
    project.vendored("--only", "chat")
    releases = json.dumps({"releases": [entry("0.2.0", ("method-removed", "breaking", _CALL))]})
    project.distribution = release(tmp_path / "next", "0.2.0", {"CHANGES.json": lambda _: releases})
    done = project.ezlink("upgrade", "shop/_ezlink")
    places = "".join(f"      shop/answers.py:{line}\n" for line in (9, 10, 17, 19))
    assert done.out == (
        "shop/_ezlink: 0.1.0 is now ezlink 0.2.0\n\nBreaking for this project:\n\n"
        f"  0.2.0: {_CALL} method-removed\n{places}"
    )
