# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.api import Any_2, Api, Model, Resource_
from ..runtime.encoding.bodies import BodySpec
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation, Options
from ..runtime.operation.stream_spec import StreamSpec

if TYPE_CHECKING:
    from ..params.api import CreateThing, Resource_2
    from ..runtime.streaming.stream import AsyncStream, Stream

_KIND = Operation(
    id="kind",
    name="api.kind",
    method="POST",
    path="/kind",
    body=("kind",),
    content=BodySpec(kind="json", media_type="application/json"),
    result=Resource_,
    stream=StreamSpec(when=("kind", "many"), event=Api, proof=("a",)),
)


@overload
def kind(*, kind: Literal["one"] | None = ..., **params: Unpack[Options]) -> Call[Resource_]: ...


@overload
def kind(
    *, kind: Literal["many"], **params: Unpack[Options]
) -> Call[Stream[Api, Resource_], AsyncStream[Api, Resource_]]: ...


@overload
def kind(
    *, kind: Literal["one", "many"] | None = ..., **params: Unpack[Options]
) -> Call[Resource_ | Stream[Api, Resource_], Resource_ | AsyncStream[Api, Resource_]]: ...


@endpoint(_KIND)
def kind(**params: Any) -> Call[Any]:
    """POST /kind"""
    return build_call(_KIND, params)


_RESOURCE = Operation(
    id="resource",
    name="api.resource",
    method="POST",
    path="/resource",
    body=("go",),
    content=BodySpec(kind="json", media_type="application/json"),
    result=Resource_,
    stream=StreamSpec(when=("go", "it's"), event=Api, end="'\"", proof=("p'",)),
)


@endpoint(_RESOURCE)
def resource(
    **params: Unpack[Resource_2],
) -> Call[Resource_ | Stream[Api, Resource_], Resource_ | AsyncStream[Api, Resource_]]:
    """Args:
        All: see `Resource_2` in params/api.py.

    POST /resource
    """
    return build_call(_RESOURCE, params)


_GET_V1_I_D_CLASS = Operation(
    id="get /v1/'\"/{i-d}/{class}",
    name="api.get_v1_i_d_class",
    method="GET",
    path="/v1/'\"/{i_d}/{class_}",
    retry="safe",
    result=Any_2,
)


@endpoint(_GET_V1_I_D_CLASS)
def get_v1_i_d_class(i_d: str, class_: str, **options: Unpack[Options]) -> Call[Any_2]:
    """GET /v1/'"/{i_d}/{class_}"""
    return build_call(_GET_V1_I_D_CLASS, options, i_d=i_d, class_=class_)


_CREATE_THING = Operation(
    id='create\'"""\\Thing',
    name="a_b.class_.list.method",
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
    content=BodySpec(kind="json", media_type="application/json"),
    required=("stream", "from_"),
    model_params=("rec",),
    wire_names={
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
        "self_": "self",
        "any": "Any",
    },
    result=Model,
    proof=("cho'ices",),
)


@endpoint(_CREATE_THING)
def create_thing(i_d: str, class_: str, **params: Unpack[CreateThing]) -> Call[Model]:
    """sum\"\"\" \\

    desc \"\"\"
    #: evil
    \\N{BULLET} ends with quote"

    Args:
        i_d: x\"\"\"\\
        stream: \"\"\"\\
        All others: see `CreateThing` in params/api.py.

    POST /v1/'"/{i_d}/{class_} (标题\u202e, p\"\"\")
    """
    return build_call(_CREATE_THING, params, i_d=i_d, class_=class_)
