"""What OpenAPI itself demands, judged by openapi-spec-validator and told at our places and in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...diagnostics import Collector
from ...spec import Document
from ...spec.pointer import join, walk
from .messages import explain

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
    from jsonschema.exceptions import ValidationError
    from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

    base = OpenAPIV30SpecValidator if version.startswith("3.0") else OpenAPIV31SpecValidator
    reached: list[str] = []
    validator = _placing(base, reached)(tree)
    malformed = set[str]()
    for error in _malformations(dict(validator.schema_validator.schema), tree):
        malformed.add(join("", *error.absolute_path))
        yield "", error
    told = bool(malformed)
    try:
        for error in validator.root_validator(validator.schema_path):
            told = True
            place = walk(tree, getattr(error, "parts", ()))[0]
            if type(error).__name__ not in OURS and place not in malformed:
                yield place, error
    except Exception as error:
        # This half takes the form of the document for granted. What was told already explains what breaks it, and a
        # rule of ours tells of schemas that hold themselves, which exhaust its stack.
        if not told and not isinstance(error, RecursionError):
            yield "", ValidationError(f"this cannot be read as OpenAPI: {error}", path=reached)


def _malformations(schema: dict[str, Any], tree: dict[str, Any]) -> Iterator[ValidationError]:
    """Where the document has another form than the schema of OpenAPI asks for."""
    from jsonschema.validators import validator_for
    from referencing import Registry, Resource

    from .fast_path import Gate

    if Gate(schema).passes(tree):
        return
    # With the anchors of the schema looked up once. As it comes, the validator crawls the whole schema of OpenAPI anew
    # at every reference to an anchor: four fifths of its time.
    root = Resource[Any].from_contents(schema)
    resolver = Registry[Any]().with_resource(root.id() or "", root).crawl().resolver(root.id() or "")
    validator: Any = validator_for(schema)(schema)
    yield from validator.evolve(_resolver=resolver).iter_errors(tree)


def _placing(base: Any, reached: list[str]) -> Any:
    """The validator, with errors of its second half knowing the node they are about: by itself it forgets.

    `reached` holds the tokens of the node that it is at.
    """
    from jsonschema_path.paths import SchemaPath

    from .fast_path import gated

    def wrap(name: str, keyword: Any) -> Any:
        def call(self: Any, *args: Any, **options: Any) -> Iterator[Any]:
            tokens = [str(part) for arg in args if isinstance(arg, SchemaPath) for part in arg.parts]
            reached[:] = tokens
            for error in keyword.__call__(self, *args, **options):
                if not hasattr(error, "parts"):
                    error.parts = (*tokens, "default") if name == "default" else tokens
                yield error

        return type(keyword.__name__, (keyword,), {"__call__": call})

    keywords = {**base.keyword_validators, "schema": gated(base.keyword_validators["schema"])}
    wrapped = {name: wrap(name, keyword) for name, keyword in keywords.items()}
    return type(base.__name__, (base,), {"keyword_validators": wrapped})
