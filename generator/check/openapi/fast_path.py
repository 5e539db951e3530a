"""A fast validator in Rust for what is valid; only what it rejects goes to the slow one, which explains.

The slow one takes about a hundred times as long for a valid document.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs
from openapi_schema_validator._specifications import REGISTRY  # pyright: ignore[reportPrivateUsage]


class FastValidator:
    """Decides if a value fits a JSON Schema, without an explanation."""

    def __init__(self, schema: dict[str, Any], *, formats: bool = False) -> None:
        build = jsonschema_rs.validator_cls_for(schema)
        self._validator = build(schema, registry=_dialects(), validate_formats=formats)

    def passes(self, value: Any) -> bool:
        """True if the value is certainly valid."""
        try:
            return self._validator.is_valid(value)
        except ValueError:  # not JSON, or too deep
            return False


def fast_schema_keyword(keyword: Any) -> Any:
    """openapi-spec-validator's check of schemas, applied only to those that the fast validator rejects."""

    def checker_of(self: Any, schema: Any, value: Any) -> Any:
        explain = keyword._get_schema_checker(self, schema, value)
        dialect = getattr(explain, "func", explain).__self__
        return _no_errors if _validator_of(dialect).passes(value) else explain

    return type(keyword.__name__, (keyword,), {"_get_schema_checker": checker_of})


def _no_errors(_: Any) -> None: ...


@cache
def _validator_of(dialect: Any) -> FastValidator:
    return FastValidator(dialect.META_SCHEMA, formats=True)


@cache
def _dialects() -> jsonschema_rs.Registry:
    """The metaschemas of OpenAPI, which the validator does not know."""
    schemas: Any = REGISTRY
    return jsonschema_rs.Registry([(uri, schemas.contents(uri)) for uri in schemas if "spec.openapis.org" in uri])
