"""What OpenAPI itself demands, judged by openapi-spec-validator and told at our places and in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..nodes import join, walk
from ..problems import Collector
from ..read import Document
from .wording import explain

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

# Told by rules of ours, which know the first place and the cure.
OURS = ("DuplicateOperationIDError", "UnresolvableParameterError")
SUPPORTED_VERSIONS = ("3.0", "3.1")


def validity(document: Document, problems: Collector) -> None:
    """The document follows the OpenAPI specification of its version."""
    version = document.tree.get("openapi")
    if not isinstance(version, str) or not version.startswith(tuple(f"{known}." for known in SUPPORTED_VERSIONS)):
        what = f"openapi: {version!r} is not a version that can be read" if version else "no key 'openapi'"
        cure = "convert it to OpenAPI 3 first" if "swagger" in document.tree else "write `openapi: 3.1.0`"
        problems.add("/openapi", what, cure)
        return
    told = dict.fromkeys(one for base, error in _errors(document.tree, version) for one in explain(base, error))
    faulty = {one.pointer for one in told if not one.unknown}
    for one in told:
        # A key is unknown to the validator, too, if only what stands under it is wrong.
        if not one.unknown or not any(pointer.startswith(f"{one.pointer}/") for pointer in faulty):
            problems.add(one.pointer, one.what, one.cure)


def _errors(tree: dict[str, Any], version: str) -> Iterator[tuple[str, ValidationError]]:
    """The errors, each with the pointer that its path goes on from."""
    from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

    base = OpenAPIV30SpecValidator if version.startswith("3.0") else OpenAPIV31SpecValidator
    validator = _placing(base)(tree)
    malformed = set[str]()
    for error in validator.schema_validator.iter_errors(tree):
        malformed.add(join("", *error.absolute_path))
        yield "", error
    try:
        for error in validator.root_validator(validator.schema_path):
            place = walk(tree, map(str, getattr(error, "parts", ())))[0]
            if type(error).__name__ not in OURS and place not in malformed:
                yield place, error
    except Exception as error:
        # The second half takes the form of the document for granted; what the first has told explains what breaks it.
        # Schemas that hold themselves exhaust its stack: a rule of ours tells of those.
        if not malformed and not isinstance(error, RecursionError):
            raise


def _placing(base: Any) -> Any:
    """The validator, with errors of its second half knowing the node they are about: by itself it forgets."""
    from jsonschema_path.paths import SchemaPath

    def wrap(name: str, keyword: Any) -> Any:
        def call(self: Any, *args: Any, **options: Any) -> Iterator[Any]:
            path = next((arg for arg in args if isinstance(arg, SchemaPath)), None)
            for error in keyword.__call__(self, *args, **options):
                if path is not None and not hasattr(error, "parts"):
                    error.parts = (*path.parts, "default") if name == "default" else path.parts
                yield error

        return type(keyword.__name__, (keyword,), {"__call__": call})

    wrapped = {name: wrap(name, keyword) for name, keyword in base.keyword_validators.items()}
    return type(base.__name__, (base,), {"keyword_validators": wrapped})
