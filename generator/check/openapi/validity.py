"""Validity: openapi-spec-validator's errors at their places in the source, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...spec import Document
from ...spec.pointer import join, mapping, walk
from ..finding import Finding, Findings, warning
from .certain import certainly_valid
from .messages import explain

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

# Reported by rules of ours, which know the first place and a hint.
OWN_RULES = ("DuplicateOperationIDError", "UnresolvableParameterError")
# The version of whose rules a document is held to, by the start of its own.
VERSIONS = {"2.0": "2.0", "3.0": "3.0", "3.1": "3.1", "3.2": "3.1"}


def validity(document: Document) -> Findings:
    """The document follows the OpenAPI specification of its version."""
    key = next((key for key in ("openapi", "swagger") if key in document.source_tree), "openapi")
    written = document.source_tree.get(key)
    version = VERSIONS.get(re.sub(r"^([0-9]+\.[0-9]+)(\..*)?$", r"\1", str(written)))
    if version is None:
        message = f"{key}: {written!r} is not a supported version" if written else "the key 'openapi' is missing"
        hint = "convert it to OpenAPI 3 first" if key == "swagger" else "write `openapi: 3.1.0`"
        yield Finding(f"/{key}", message, hint)
        return
    tree = _without_path_extensions(document.source_tree)
    if not isinstance(written, str) or not written.startswith(version):
        usual = version if key == "swagger" else f"{version}.0"
        yield warning(f"/{key}", f"{key}: {written} is read as {version}", f'write `{key}: "{usual}"`')
        tree = {**tree, key: usual}
    if certainly_valid(tree, version):
        return
    explained = dict.fromkeys(one for base, error in _errors(tree, version) for one in explain(base, error))
    faulty = {one.pointer for one in explained if not one.unknown}
    for one in explained:
        # The validator also calls a key unknown if only its value is wrong.
        if not one.unknown or not any(pointer.startswith(f"{one.pointer}/") for pointer in faulty):
            yield Finding(*one[:3], severity=one.severity)


def _without_path_extensions(tree: dict[str, Any]) -> dict[str, Any]:
    """The document without the x- keys of `paths`, which the validator takes for paths."""
    paths = mapping(tree.get("paths"))
    left = {path: item for path, item in paths.items() if not path.startswith("x-")}
    return {**tree, "paths": left} if len(left) < len(paths) else tree


def _errors(tree: dict[str, Any], version: str) -> Iterator[tuple[str, ValidationError]]:
    """The errors, each with the pointer that its path starts at."""
    from jsonschema.exceptions import ValidationError
    from openapi_spec_validator import OpenAPIV2SpecValidator, OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

    base = {"2.0": OpenAPIV2SpecValidator, "3.0": OpenAPIV30SpecValidator, "3.1": OpenAPIV31SpecValidator}[version]
    reached: list[str] = []
    validator = _with_places(base, reached)(tree)
    malformed = set[str]()
    for error in _structural_errors(dict(validator.schema_validator.schema), tree):
        malformed.add(join("", *error.absolute_path))
        yield "", error
    if version == "2.0":  # the other half knows nothing of `type: file`
        return
    found_any = bool(malformed)
    try:
        for error in validator.root_validator(validator.schema_path):
            found_any = True
            place = walk(tree, getattr(error, "parts", ()))[0]
            if type(error).__name__ not in OWN_RULES and place not in malformed:
                yield place, error
    except Exception as error:
        # This half takes the structure of the document for granted: an error that was found already explains why it
        # breaks. Schemas that contain themselves exhaust its stack, and a rule of ours reports them.
        if not found_any and not isinstance(error, RecursionError):
            yield "", ValidationError(f"this cannot be read as OpenAPI: {error}", path=reached)


def _structural_errors(schema: dict[str, Any], tree: dict[str, Any]) -> Iterator[ValidationError]:
    """The errors of the document against the JSON Schema of OpenAPI."""
    from jsonschema.validators import validator_for
    from jsonschema_specifications import REGISTRY  # pyright: ignore[reportMissingTypeStubs]
    from referencing import Resource

    from .fast_path import FastValidator

    if FastValidator(schema).passes(tree):
        return
    # The anchors of the schema are looked up once. By default the validator crawls the whole schema of OpenAPI at every
    # reference to an anchor, which takes four fifths of its time.
    root = Resource[Any].from_contents(schema)
    resolver = REGISTRY.with_resource(root.id() or "", root).crawl().resolver(root.id() or "")
    validator: Any = validator_for(schema)(schema)
    yield from validator.evolve(_resolver=resolver).iter_errors(tree)


def _with_places(base: Any, reached: list[str]) -> Any:
    """The validator, with the node of each error of its second half, which it forgets by default.

    `reached` is kept at the tokens of the current node.
    """
    from jsonschema_path.paths import SchemaPath

    from .fast_path import fast_default_keyword, fast_schema_keyword

    def wrap(name: str, keyword: Any) -> Any:
        def call(self: Any, *args: Any, **options: Any) -> Iterator[Any]:
            tokens = [str(part) for arg in args if isinstance(arg, SchemaPath) for part in arg.parts]
            reached[:] = tokens
            for error in keyword.__call__(self, *args, **options):
                if not hasattr(error, "parts"):
                    error.parts = (*tokens, "default") if name == "default" else tokens
                yield error

        return type(keyword.__name__, (keyword,), {"__call__": call})

    fast = {"schema": fast_schema_keyword, "default": fast_default_keyword}
    keywords = {**base.keyword_validators, **{name: make(base.keyword_validators[name]) for name, make in fast.items()}}
    wrapped = {name: wrap(name, keyword) for name, keyword in keywords.items()}
    return type(base.__name__, (base,), {"keyword_validators": wrapped})
