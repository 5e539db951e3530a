# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from ..models.api import Base, Model, ModelNes
from ..runtime.operation.operation import Options


class Resource_2(Options, total=False):
    """The parameters of `resource`."""

    go: str


class CreateThing(Options, total=False):
    """The parameters of `create_thing`.

    (标题\u202e, p\"\"\")
    """

    timeout_: int
    x_foo: str
    extra_body_: str
    stream: Required[Literal['a\'"""\\\n\u202e{{ x }}', "b"]]
    """\"\"\"\\"""
    from_: Required[str]
    list: Sequence[str]
    str_: str
    field: str
    field_2: str
    软件: str
    n1x: bool
    x1: bool
    x_1_3: bool
    x_1: bool
    x_1_2: bool
    self_: str
    any: object
    nested: ReqNestedParam
    rec: ModelParam | Model
    """ends with \\"""


ReqNestedParam = TypedDict(
    "ReqNestedParam",
    {
        'a"b': "str",
        "class": "str",
        "str": "str",
    },
    total=False,
)
"""a"b: q\"\"\" \\
  - b
"""


ModelParam = TypedDict(
    "ModelParam",
    {
        "embedding": "Required[Sequence[float]]",
        "to_dict": "str",
        "property": "str",
        "array": "str",
        "msgspec": "str",
        "hate/threatening": "bool",
        "hate_threatening": "bool",
        "list": "Sequence[Literal[1, 2]]",
        "base": "BaseParam | Base",
        "int": "Literal['x\\'\"\"\"\\\\']",
        "kids": "Sequence[ModelParam | Model]",
        "role": "RoLeParam",
        "nes": "ModelNesParam | ModelNes",
    },
    total=False,
)
"""ends with \\

role: #: d #: e\"\"\"

nes: \\
"""


class BaseParam(TypedDict, total=False):
    a: str


RoLeParam: TypeAlias = Literal['"""', "user"]
"""#: d
#: e\"\"\"
"""


class ModelNesParam(TypedDict, total=False):
    """\\"""

    a: str | None
