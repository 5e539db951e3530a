"""Names of the OpenAI SDK that this client does not have: the error says what to write instead."""

from __future__ import annotations

import json
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest

import ezlink
from ezlink import AsyncEZLink, EZLink
from generator.runtime.migration import cure

MISSING = {
    kind: {name: known for names, known in cures.items() for name in names.split()}
    for kind, cures in json.loads(Path(ezlink.__file__).with_name("MIGRATION.json").read_text()).items()
}


@pytest.fixture
def client() -> EZLink:
    return EZLink("sk-KEY")


@pytest.mark.parametrize("name", MISSING["package"])
def test_a_name_of_the_package(name: str) -> None:
    known = MISSING["package"][name]
    assert name not in ezlink.__all__
    with pytest.raises(AttributeError) as told:
        getattr(ezlink, name)
    assert str(told.value) == f"module 'ezlink' has no attribute {name!r}: {known}"
    with pytest.raises(ImportError) as refused:
        exec(f"from ezlink import {name}")
    assert str(refused.value) == f"cannot import name {name!r} from 'ezlink': {known}"
    assert not hasattr(ezlink, name)


@pytest.mark.parametrize("name", MISSING["client"])
@pytest.mark.parametrize("kind", [EZLink, AsyncEZLink])
def test_an_attribute_of_a_client(kind: Any, name: str) -> None:
    found = kind("sk-KEY")
    *resources, last = name.split(".")
    for resource in resources:
        found = getattr(found, resource)
    with pytest.raises(AttributeError) as told:
        getattr(found, last)
    assert str(told.value).endswith(f": {MISSING['client'][name]}")


@pytest.mark.parametrize("name", MISSING["options"])
@pytest.mark.parametrize("kind", [EZLink, AsyncEZLink])
def test_an_option_of_a_client(kind: Any, name: str) -> None:
    known = MISSING["options"][name]
    with pytest.raises(TypeError) as told:
        kind("sk-KEY", **{name: "sk-OTHER"})
    assert str(told.value) == f"{kind.__name__}() got an unexpected keyword argument {name!r}: {known}"
    shown = traceback.TracebackException.from_exception(told.value, capture_locals=True)
    assert not any("sk-OTHER" in line or "sk-KEY" in line for line in [*shown.format()][2:])


def test_what_nobody_has_is_told_as_python_does(client: EZLink) -> None:
    with pytest.raises(AttributeError, match=r"^module 'ezlink' has no attribute 'nothing'$"):
        ezlink.nothing  # noqa: B018
    with pytest.raises(AttributeError, match=r"^'EZLink' object has no attribute 'nothing'$"):
        client.nothing  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(ImportError, match=r"^cannot import name 'nothing' from 'ezlink' \("):
        from ezlink import nothing  # type: ignore[attr-defined]  # noqa: F401
    with pytest.raises(TypeError, match=r"EZLink\(\) got an unexpected keyword argument 'retries'; it takes api_key, "):
        EZLink("sk-KEY", retries=3)  # type: ignore[arg-type]
    with pytest.raises(
        TypeError, match=r"with_options\(\) got an unexpected keyword argument 'http_client': pass proxy"
    ):
        client.with_options(http_client=None)  # type: ignore[call-arg]


def test_a_package_that_says_nothing_of_other_clients() -> None:
    assert cure("client", "responses") == ""


def test_nothing_of_it_is_loaded_before_it_is_asked_for() -> None:
    program = (
        "import sys, ezlink; from ezlink import EZLink; EZLink('k').chat.completions; hasattr(ezlink, 'models');"
        "print([name for name in sys.modules if name.endswith('.migration')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": "generated"}, capture_output=True, text=True
    )
    assert done.stdout == "[]\n", done.stderr
