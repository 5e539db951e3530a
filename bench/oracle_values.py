"""Values that fit a schema, made without the generator: what a caller would pass, and what a server would send."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import unquote

from hypothesis import Phase, find, settings
from hypothesis.errors import HypothesisException
from hypothesis.strategies import characters, from_regex
from jsonschema import Draft202012Validator, FormatChecker
from openapi_schema_validator import OAS30Validator

DEEP, TOO_DEEP = 5, 12
FORMATS = {
    "date-time": "2024-05-01T12:00:00Z",
    "date": "2024-05-01",
    "time": "12:00:00Z",
    "duration": "P1D",
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "email": "someone@example.com",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "AAAA",
    "decimal": "1.5",
}
FORMAT_CHECKER = FormatChecker(["date", "uuid"])


@FORMAT_CHECKER.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


class NoValue(Exception):
    """No value was found that fits a schema, such as one with a pattern."""


class Values:
    """Makes and validates values of the schemas of one document."""

    def __init__(self, tree: dict[str, Any], *, response: bool) -> None:
        self.tree = tree
        self.hidden = "writeOnly" if response else "readOnly"
        self.is_3_0 = str(tree.get("openapi")).startswith("3.0")

    def errors(self, schema: Any, value: Any) -> list[str]:
        """Return the errors that jsonschema finds in a value."""
        known = {"components": self.tree.get("components", {}), "paths": self.tree.get("paths", {})}
        kind: Any = OAS30Validator if self.is_3_0 else Draft202012Validator
        written = {**known, **(schema if isinstance(schema, dict) else {})}
        if "$ref" in written and self.is_3_0:  # what stands beside it would hide the reference
            written = {**known, "allOf": [{"$ref": written["$ref"]}]}
        try:
            validator = kind(written, format_checker=FORMAT_CHECKER)
            found = [one for one in validator.iter_errors(value) if not self._is_hidden(one)]
        except Exception as error:  # a type or a reference that no validator knows
            raise NoValue(f"jsonschema cannot tell: {type(error).__name__}: {error}"[:200]) from error
        return [f"{'/'.join(map(str, one.absolute_path))}: {one.message}"[:200] for one in found]

    def _is_hidden(self, error: Any) -> bool:
        """True if only a field is missing that is of the other direction: it is required there."""
        if error.validator != "required":
            return False
        missing = [name for name in error.validator_value if name not in error.instance]
        properties = error.schema.get("properties", {})
        return all(self.resolved(properties.get(name)).get(self.hidden) is True for name in missing)

    def of(self, schema: Any) -> Any:
        """A value that fits a schema. Raises `NoValue`."""
        try:
            value = self._make(schema, 0)
        except RecursionError as error:
            raise NoValue("it has no end") from error
        if wrong := self.errors(schema, value):
            raise NoValue(wrong[0])
        return value

    def resolved(self, schema: Any) -> dict[str, Any]:
        """A schema behind its references, with what stands beside them."""
        found = dict(schema) if isinstance(schema, dict) else {}
        for _ in range(100):
            if not isinstance(ref := found.pop("$ref", None), str):
                return found
            target: Any = self.tree
            for token in ref.removeprefix("#").split("/")[1:]:
                token = unquote(token).replace("~1", "/").replace("~0", "~")
                target = target[int(token)] if isinstance(target, list) else target[token]
            found = {**target, **found}
        raise NoValue("references lead round in a circle")

    def _make(self, schema: Any, depth: int) -> Any:
        if depth > TOO_DEEP:
            raise NoValue("it has no end")
        node = self.resolved(schema)
        if "const" in node:
            return node["const"]
        if node.get("enum"):
            return next((one for one in node["enum"] if one is not None), None)
        if (
            "default" in node
            and not isinstance(node["default"], (dict, list))
            and not self.errors(schema, node["default"])
        ):
            return node["default"]
        if choice := node.get("oneOf") or node.get("anyOf"):
            return self._branch(node, choice, depth)
        if "allOf" in node:
            return self._all(node, depth)
        return self._plain(node, depth)

    def _branch(self, node: dict[str, Any], choice: list[Any], depth: int) -> Any:
        rest = {key: value for key, value in node.items() if key not in ("oneOf", "anyOf", "discriminator")}
        for branch in choice:
            if self.resolved(branch).get("type") == "null":
                continue
            try:
                value = self._make(branch, depth + 1)
            except NoValue:
                continue
            if "properties" in rest and isinstance(value, dict):
                value = {**self._plain(rest, depth), **value}
            named = node.get("discriminator")
            if (
                isinstance(named, dict)
                and "propertyName" in named
                and isinstance(value, dict)
                and isinstance(branch, dict)
                and "$ref" in branch
            ):
                tags = {target: tag for tag, target in named.get("mapping", {}).items()}
                name = branch["$ref"].rpartition("/")[2]
                fitting = {**value, named["propertyName"]: tags.get(branch["$ref"], tags.get(name, name))}
                value = value if self.errors(branch, fitting) else fitting
            if not self.errors(node, value):
                return value
        if any(self.resolved(branch).get("type") == "null" for branch in choice):
            return None
        raise NoValue("no branch fits")

    def _all(self, node: dict[str, Any], depth: int) -> Any:
        parts = [self._make(part, depth + 1) for part in node["allOf"]]
        rest = {key: value for key, value in node.items() if key != "allOf"}
        if all(isinstance(part, dict) for part in parts):
            own = self._plain({**rest, "type": "object"}, depth) if "properties" in rest else {}
            return {key: value for part in (*parts, own) for key, value in part.items()}
        return parts[0]

    def _plain(self, node: dict[str, Any], depth: int) -> Any:
        kinds = node.get("type")
        kind = next((one for one in kinds if one != "null"), "null") if isinstance(kinds, list) else kinds
        if kind == "object" or (kind is None and {"properties", "additionalProperties"} & node.keys()):
            return self._object(node, depth)
        if kind == "array" or (kind is None and "items" in node):
            count = max(node.get("minItems", 0), 0 if depth > DEEP else 1)
            return [
                self._make(node.get("items", {}), depth + 1) for _ in range(min(count, node.get("maxItems", count)))
            ]
        if kind in ("integer", "number"):
            return _number(node)
        return {"boolean": True, "null": None}[kind] if kind in ("boolean", "null") else _string(node)

    def _object(self, node: dict[str, Any], depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        required = node.get("required", [])
        for name, schema in node.get("properties", {}).items():
            if self.resolved(schema).get(self.hidden) or (depth > DEEP and name not in required):
                continue
            try:
                made[name] = self._make(schema, depth + 1)
            except NoValue:
                if name in required:
                    raise
        for name in required:
            if name not in made and name not in node.get("properties", {}):
                made[name] = "text"
        more = node.get("additionalProperties")
        if isinstance(more, dict) and not made and depth <= DEEP:
            made["key"] = self._make(more, depth + 1)
        return made


def _number(node: dict[str, Any]) -> int | float:
    least = node.get("minimum", node.get("exclusiveMinimum", 1))
    least = node.get("minimum", 1) if isinstance(least, bool) else least
    value = least + 1 if "exclusiveMinimum" in node else max(least, 1) if "minimum" not in node else least
    most = node.get("maximum", node.get("exclusiveMaximum", value))
    value = min(value, most) if not isinstance(most, bool) else value
    step = node.get("multipleOf", 0)
    found: int | float = value if not step or value % step == 0 else step * (value // step + 1)
    return found


def _string(node: dict[str, Any]) -> str:
    if "pattern" in node:
        return _matching(node["pattern"], node.get("minLength", 0), node.get("maxLength", 1000))
    text = FORMATS.get(node.get("format", ""), "text")
    text = text.ljust(node.get("minLength", 0), "x")
    return text[: node["maxLength"]] if "maxLength" in node else text


@cache
def _matching(pattern: str, least: int, most: int) -> str:
    """The simplest text that fits a pattern. Raises `NoValue`."""
    try:
        texts = from_regex(pattern, alphabet=characters(codec="ascii", exclude_categories=["Cc"]))
        return find(
            texts,
            lambda text: text != "" and least <= len(text) <= most,
            settings=settings(database=None, derandomize=True, max_examples=200, phases=[Phase.generate, Phase.shrink]),
        )
    except (re.error, HypothesisException, ValueError) as error:
        raise NoValue(f"nothing was found that fits the pattern {pattern!r}") from error
