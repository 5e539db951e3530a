"""A fast validator in Rust for what is valid; only what it rejects goes to the slow one, which explains.

The slow one takes about a hundred times as long for a valid document.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from ...spec.pointer import mapping

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


class FastValidator:
    """Decides if a value fits a JSON Schema, without an explanation."""

    def __init__(self, schema: dict[str, Any], *, formats: bool = False) -> None:
        build = jsonschema_rs.validator_cls_for(schema)
        self._validator = build(schema, registry=_dialects(), validate_formats=formats)

    def passes(self, value: Any) -> bool:
        """True if the value is certainly valid."""
        try:
            return self._validator.is_valid(value)
        except ValueError:  # not JSON, too deep, or a reference that leads nowhere
            return False


def fast_schema_keyword(keyword: Any) -> Any:
    """openapi-spec-validator's check of schemas, applied only to those that the fast validator rejects."""

    def checker_of(self: Any, schema: Any, value: Any) -> Any:
        explain = keyword._get_schema_checker(self, schema, value)
        dialect = getattr(explain, "func", explain).__self__
        return _no_errors if _validator_of(dialect).passes(value) else explain

    def start(self: Any, registry: Any) -> None:
        keyword.__init__(self, registry)
        self.visited_schema_ids, self.meta_checked_schema_ids = _Ids(), _Ids()

    return type(keyword.__name__, (keyword,), {"_get_schema_checker": checker_of, "__init__": start})


def fast_default_keyword(keyword: Any) -> Any:
    """openapi-spec-validator's check of defaults, with patterns in linear time: in Python `(a+)+$` may take years."""
    from jsonschema.exceptions import ValidationError
    from jsonschema.validators import extend  # pyright: ignore[reportUnknownVariableType]

    def pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
        if isinstance(value, str) and not FastValidator({"pattern": pattern}).passes(value):
            yield ValidationError(f"{value!r} does not match {pattern!r}")

    values: Any = extend(keyword.value_validator_cls, {"pattern": pattern})  # type: ignore[no-untyped-call]
    return type(keyword.__name__, (keyword,), {"value_validator_cls": values})


class _Ids(set[int]):
    """The set that openapi-spec-validator uses as a list, which it searches for each schema."""

    append = set[int].add


def _no_errors(_: Any) -> None: ...


@cache
def _validator_of(dialect: Any) -> FastValidator:
    return FastValidator(dialect.META_SCHEMA, formats=True)


@cache
def _dialects() -> jsonschema_rs.Registry:
    """The metaschemas of OpenAPI, which the validator does not know."""
    files = [path for path in _folder("openapi_schema_validator").joinpath("schemas").rglob("*") if path.is_file()]
    schemas = [json.loads(path.read_bytes()) for path in sorted(files)]
    return jsonschema_rs.Registry([(schema["$id"], schema) for schema in schemas])


def schema_file(package: str, path: str) -> dict[str, Any]:
    """A JSON Schema that is a file of a package."""
    return mapping(json.loads(_folder(package).joinpath(path).read_bytes()))


def _folder(package: str) -> Path:
    """The folder of a package, which is not imported for it: that may take longer than all that is done with it."""
    found = find_spec(package)
    return Path(next(iter(found.submodule_search_locations or ()), "") if found else "")
