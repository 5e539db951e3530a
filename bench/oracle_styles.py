"""Parameters as OpenAPI writes them, by style and explode, apart from the runtime of a client."""

from __future__ import annotations

import json
from typing import Any


def text(value: Any) -> str:
    """A scalar as it is written outside JSON."""
    return json.dumps(value) if isinstance(value, (bool, type(None))) else str(value)


def written(one: dict[str, Any], value: Any, between: str = ",", explode: bool | None = None) -> str:
    """A value in one piece: JSON of a media type, else items, or names and values, with a character between them."""
    if "content" in one:
        is_json = next(iter(one["content"])).partition(";")[0].endswith("json")
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False) if is_json else text(value)
    explode = one.get("explode", False) if explode is None else explode
    if isinstance(value, dict):
        return between.join(f"{name}{'=' if explode else between}{text(part)}" for name, part in value.items())
    return between.join(map(text, value)) if isinstance(value, list) else text(value)


def in_path(name: str, one: dict[str, Any], value: Any) -> str:
    """A path parameter: simple, `.label` or `;matrix`."""
    style, explode = one.get("style", "simple"), one.get("explode", False)
    if style == "label":
        return "." + written(one, value, "." if explode else ",")
    if style != "matrix":
        return written(one, value)
    if explode and isinstance(value, list):
        return "".join(f";{name}={text(item)}" for item in value)
    if explode and isinstance(value, dict):
        return "".join(f";{key}={text(part)}" for key, part in value.items())
    return f";{name}={written(one, value)}"


def pairs_of(name: str, one: dict[str, Any], value: Any) -> list[tuple[str, str]]:
    """A parameter of a query, a cookie or a form as names and values; what a style says nothing of is left out."""
    if isinstance(value, dict) and "content" not in one:  # null is not sent, as it is not without an object around it
        value = {key: part for key, part in value.items() if part is not None}
    style = one.get("style", "form")
    explode = one.get("explode", style in ("form", "deepObject"))
    if "content" in one:
        return [(name, written(one, value))]
    if isinstance(value, dict) and (explode or style == "deepObject"):
        key = f"{name}[{{}}]" if style == "deepObject" else "{}"
        plain = {inner: part for inner, part in value.items() if not isinstance(part, (dict, list))}
        return [(key.format(inner), text(part)) for inner, part in plain.items()]
    if isinstance(value, list) and style == "deepObject":  # OpenAPI says nothing of it
        return [
            (f"{name}[{index}]", text(item)) for index, item in enumerate(value) if not isinstance(item, (dict, list))
        ]
    if isinstance(value, list) and explode:
        return [(name, text(item)) for item in value if not isinstance(item, (dict, list))]
    between = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",")
    return [(name, written(one, value, between, explode=False))]
