"""Styles of parameters outside the body that are neither plain text nor a repeated name."""

from __future__ import annotations

from typing import get_args

from ..runtime.encoding.styles import Layout, ParameterStyle
from ..spec import Parameter
from ..spec.pointer import mapping, string
from .bodies import is_json
from .schemas import Schemas
from .types import ListOf, Literals, Scalar, Type, members, without_none

_USUAL: dict[str, Layout] = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_PLAIN = (Scalar("str"), Scalar("int"))  # what a path takes without a style
_TEXTS = (*_PLAIN, Scalar("float"), Scalar("bool"))


def style_of(parameter: Parameter, type_: Type, schemas: Schemas) -> ParameterStyle | None:
    """The style of a parameter, None for plain text and for a list in a query as repeated names; a cookie has one."""
    node, location = parameter.node, parameter.location
    if "schema" not in node and any(is_json(name) for name in mapping(node.get("content"))):
        return ParameterStyle("json")
    usual = _USUAL[location]
    layout = string(node.get("style"))
    known: Layout = layout if layout in get_args(Layout) else usual  # type: ignore[assignment]
    explode = node.get("explode") if isinstance(node.get("explode"), bool) else known == "form"
    style = ParameterStyle(known, explode is True or known == "deepObject", node.get("allowReserved") is True)
    if style.reserved or known not in ("form", "simple"):
        return style
    parts = members(without_none(schemas.through(type_)))
    texts = _PLAIN if location == "path" else _TEXTS
    if all(isinstance(part, Literals) or part in texts for part in parts):
        return style if location == "cookie" else None
    items = [schemas.through(part.item) if isinstance(part, ListOf) else part for part in parts]
    is_flat = all(isinstance(part, Literals) or part in texts for item in items for part in members(item))
    return None if location == "query" and is_flat and style.explode else style
