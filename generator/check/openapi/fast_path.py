"""What is valid is let through at once, by a validator in Rust; what it stops is judged by the one that explains.

Of a document without a fault the explaining one takes some hundred times as long to say so.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs
from openapi_schema_validator._specifications import REGISTRY  # pyright: ignore[reportPrivateUsage]


class Gate:
    """Knows whether a value is what a JSON Schema asks for, not why it is not."""

    def __init__(self, schema: dict[str, Any], *, formats: bool = False) -> None:
        build = jsonschema_rs.validator_cls_for(schema)
        self._validator = build(schema, registry=_dialects(), validate_formats=formats)

    def passes(self, value: Any) -> bool:
        """Whether the value is valid beyond doubt."""
        try:
            return self._validator.is_valid(value)
        except ValueError:  # no JSON, or too deep
            return False


def gated(keyword: Any) -> Any:
    """What openapi-spec-validator judges schemas by, asked about those alone that its own schema of schemas stops."""

    def checker_of(self: Any, schema: Any, value: Any) -> Any:
        explain = keyword._get_schema_checker(self, schema, value)
        dialect = getattr(explain, "func", explain).__self__
        return _silent if _gate(dialect).passes(value) else explain

    return type(keyword.__name__, (keyword,), {"_get_schema_checker": checker_of})


def _silent(_: Any) -> None:
    """Has nothing to explain."""


@cache
def _gate(dialect: Any) -> Gate:
    return Gate(dialect.META_SCHEMA, formats=True)


@cache
def _dialects() -> jsonschema_rs.Registry:
    """The schemas of schemas that OpenAPI adds to those that the validator knows."""
    schemas: Any = REGISTRY
    return jsonschema_rs.Registry([(uri, schemas.contents(uri)) for uri in schemas if "spec.openapis.org" in uri])
