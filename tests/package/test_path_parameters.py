"""No path parameter of any endpoint can change the path, whatever it is given."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest

from ezlink import operations
from ezlink.runtime.operation.call import Call

HOSTILE = [
    *("../../v1/models", "a/../b", "..%2fadmin", "%2e%2e/x", "..;/x", "..\\x", "//host/x", "http://host/x", "a?b=c"),
    *(
        "a#b",
        "a%00b",
        "a\x00b",
        "a\r\nX-Injected: 1",
        " a ",
        "{task_id}",
        "a%2Fb",
        "%252e%252e",
        "a&b",
        "@host",
        "模型",
    ),
]
REFUSED = ["", ".", "..", "%2e", "%2E%2e", ".%2e"]


def calls() -> Iterator[tuple[Any, str]]:
    """Iterate the endpoint functions that have a path parameter, with its name."""
    for name in operations.__all__:
        build = getattr(operations, name)
        if hasattr(build, "operation"):
            for parameter in inspect.signature(build).parameters.values():
                if parameter.kind is parameter.POSITIONAL_OR_KEYWORD:
                    yield build, parameter.name


CASES = list(calls())


def test_there_are_some() -> None:
    assert {"retrieve_model", "get_midjourney_task"} <= {build.__name__ for build, _ in CASES}


@pytest.mark.parametrize(("build", "parameter"), CASES)
def test_an_id_cannot_change_the_path(build: Any, parameter: str) -> None:
    plain: Call[Any, Any] = build(**{parameter: "PLACE"})
    before, _, after = plain.target.partition("PLACE")
    for value in HOSTILE:
        target = build(**{parameter: value}).target
        sent = target.removeprefix(before).removesuffix(after)
        assert f"{before}{sent}{after}" == target
        assert unquote(sent) == value
        assert not set(sent) & set("/\\?#&;@: \r\n\0{}")
    for value in REFUSED:
        with pytest.raises(ValueError, match=parameter):
            build(**{parameter: value})
