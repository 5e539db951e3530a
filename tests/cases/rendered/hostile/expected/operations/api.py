# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.api import Any_2, Model
from ..runtime.calls import Operation
from ..runtime.signatures import signature

if TYPE_CHECKING:
    from typing import Unpack

    from ..params.api import CreateThing
    from ..runtime.calls import Call, Options

_GET_V1_I_D_CLASS = Operation(
    id="get /v1/'\"/{i-d}/{class}",
    method="GET",
    path="/v1/'\"/{i-d}/{class}",
    answer=Any_2,
    retry="safe",
)


@signature(_GET_V1_I_D_CLASS)
def get_v1_i_d_class(**options: Unpack[Options]) -> Call[Any_2]:
    """GET /v1/'"/{i-d}/{class}"""
    return _GET_V1_I_D_CLASS(options)


_CREATE_THING = Operation(
    id='create\'"""\\Thing',
    method="POST",
    path="/v1/'\"/{i_d}/{class_}",
    query=("timeout",),
    header=("X-Foo'\"", "extra_body"),
    body=(
        "stream'\"",
        "from",
        "list",
        "str",
        "",
        "___",
        "软\xad件",
        "1x",
        "x1",
        "x-1",
        "x_1",
        "x 1",
        "self",
        "Any",
        "nested",
        "rec",
    ),
    renamed={
        "timeout_": "timeout",
        "x_foo": "X-Foo'\"",
        "extra_body_": "extra_body",
        "stream": "stream'\"",
        "from_": "from",
        "str_": "str",
        "field": "",
        "field_2": "___",
        "软件": "软\xad件",
        "n1x": "1x",
        "x_1_3": "x-1",
        "x_1_2": "x 1",
        "any": "Any",
    },
    answer=Model,
    proof=("cho'ices",),
    retry="unsent",
)


@signature(_CREATE_THING, "stream", "from_")
def create_thing(i_d: str, class_: str, **params: Unpack[CreateThing]) -> Call[Model]:
    """sum\"\"\" \\

    desc \"\"\"
    #: evil
    \\N{BULLET} ends with quote"

    Args:
        i_d: x\"\"\"\\
        class_
        stream: \"\"\"\\
        from_
        All others: see `CreateThing` in params/api.py.

    POST /v1/'"/{i_d}/{class_} (标题\u202e, p\"\"\")
    """
    return _CREATE_THING(params, i_d=i_d, class_=class_)
