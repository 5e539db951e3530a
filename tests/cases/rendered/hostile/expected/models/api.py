# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: models of responses."""

from __future__ import annotations

from array import array
from typing import Any, ClassVar, Literal, TypeAlias

import msgspec

from ..runtime.response.model import ResponseModel, float32s


class Resource_(ResponseModel, frozen=True, kw_only=True):
    a: str | None = None
    field: list[str] | None = msgspec.field(default=None, name="")


class Api(ResponseModel, frozen=True, kw_only=True):
    a: str | None = None


class Any_2(ResponseModel, frozen=True, kw_only=True):
    """\""""

    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {"model": ("/Model", "/Model/base", "/Model/nes")}

    any: Any = None
    model: Model | None = msgspec.field(default=None, name="Model")
    """ends with \\"""


class Model(ResponseModel, frozen=True, kw_only=True):
    """ends with \\"""

    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {"base": ("/base",), "nes": ("/nes",)}

    embedding: list[float]
    to_dict_: str | None = msgspec.field(default=None, name="to_dict")
    property_: str | None = msgspec.field(default=None, name="property")
    array_: str | None = msgspec.field(default=None, name="array")
    msgspec_: str | None = msgspec.field(default=None, name="msgspec")
    hate_threatening_2: bool | None = msgspec.field(default=None, name="hate/threatening")
    hate_threatening: bool | None = None
    list_: list[Literal[1, 2] | int] | None = msgspec.field(default=None, name="list")
    base: Base | None = None
    int_: Literal['x\'"""\\'] | str | None = msgspec.field(default=None, name="int")
    kids: list[Model] | None = None
    role: RoLe | None = None
    """#: d #: e\"\"\""""
    nes: ModelNes | None = None
    """\\"""

    @property
    def vec_tor(self) -> array[float]:
        """`embedding` as 32-bit floats, whether it came as numbers or as base64."""
        return float32s(self.embedding)


class Base(ResponseModel, frozen=True, kw_only=True):
    a: str | None = None


RoLe: TypeAlias = Literal['"""', "user"] | str
"""#: d
#: e\"\"\"
"""


class ModelNes(ResponseModel, frozen=True, kw_only=True):
    """\\"""

    a: str | None = None


class Any_(ResponseModel, frozen=True, kw_only=True):
    pass
