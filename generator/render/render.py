"""Render a plan as `{path: text}`: the whole package, formatted. Nothing is written to its directory."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..plan.docs import first_sentence
from ..plan.ir import Alias, Definitions, Endpoint, Plan, Record
from ..spec.names import IMPORTED, RUNTIME_NAMES, ModuleName
from . import constructor, runtime_parts
from .api_index import api_index
from .docstrings import docstring, visible
from .exports import Exports, lazy_place, package_exports, parsed_module, top_exports
from .formatting import Formatting
from .imports import Origin, RenderError, import_lines, words_of
from .literals import literal
from .manifest import manifest
from .methods import resource_views
from .models import definition_view, reading_order
from .parsing import functions_view, model_view, parsing_modules, parsing_of, parsing_origins
from .printer import about_view, client_view, endpoint_view, pollings
from .runtime_parts import Runtime
from .runtime_source import origin
from .signatures import SIDES, function_name

TEMPLATES = Path(__file__).parent / "templates"

_PROFILE = ("APIProfile", "ErrorCatalog", "ErrorCode", "ErrorShape", "SecurityScheme")
_FUNCTIONS = (
    "build_call", "build_parsing_call", "describe_tool", "endpoint", "float32s", "omit", "operation_of",
    "parsing_operation", "union_of",
)  # fmt: skip
# Imports of modules in the folders of the package, beside those of each other.
_ORIGINS: dict[str, Origin] = {
    **{name: Origin(module) for module, names in IMPORTED.items() for name in names},
    "array": Origin("array"),
    "dt": Origin("", "datetime"),
    "builtins": Origin(""),
    "cached_property": Origin("..runtime.client.resource"),
    "deprecated": Origin("..runtime.deprecation"),
    "msgspec": Origin(""),
    "typing": Origin(""),
    **{name: origin(name) for name in (*(RUNTIME_NAMES - {"ParsedT"}), *_FUNCTIONS)},
}


_BATCH = """\
from .runtime.batch.calls import BatchError
from .runtime.batch.engine import BatchOptions, Summary, run, run_async

__all__ = ["BatchError", "BatchOptions", "Summary", "run", "run_async"]
"""


_TESTING = """\
from .runtime.testing.mock import AsyncMockTransport, MockTransport, SentRequest, UnexpectedRequest
from .runtime.testing.replies import error, events, failure, file, json, recorded

__all__ = [
    "AsyncMockTransport",
    "MockTransport",
    "SentRequest",
    "UnexpectedRequest",
    "error",
    "events",
    "failure",
    "file",
    "json",
    "recorded",
]
"""

M = TypeVar("M", Alias | Record, Endpoint)


def render(plan: Plan) -> dict[str, str]:
    """Every file of the package, by its path below it, sorted. The same plan renders to the same bytes."""
    with Formatting() as formatting:  # by another program, which leaves a processor to us
        runtime = modules(plan, formatting.add)
        files = {"api.txt": api_index(plan, runtime.missing), "py.typed": "", **runtime.files}
        if plan.api.missing:
            files["MIGRATION.json"] = json.dumps(plan.api.missing, indent=1, ensure_ascii=False) + "\n"
        if plan.changes:
            files["CHANGES.json"] = json.dumps(plan.changes, indent=1, ensure_ascii=False) + "\n"
        files |= formatting.result()
    files["MANIFEST.json"] = manifest(plan, files)
    return dict(sorted(files.items()))


def modules(plan: Plan, add: Callable[[str, str], object]) -> Runtime:
    """Print every module, not yet formatted, each for `add` with its path. Returns the runtime that they need."""
    printer, uses = Printer(plan), set[str]()
    for path, text in printer.modules():
        uses |= runtime_parts.uses(text)
        add(path, text)
    runtime = runtime_parts.whole() if plan.api.whole_runtime else runtime_parts.needed(uses)
    for path, text in printer.packages(runtime.missing):
        add(path, text)
    return runtime


class Printer:
    """Prints the modules of a plan, not yet formatted."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,  # this is Python: text goes in through repr and docstrings
        )
        self.models = _ORIGINS | _places(plan.models, "..models") | parsing_origins(plan)
        self.origins = self.models | _places(plan.params, "..params")
        self.deprecated = {str(one.name) for one in (*plan.models.all, *plan.params.all) if one.prose.deprecated}
        self.deprecated |= {function_name(one) for one in plan.endpoints if one.prose.deprecated}
        self.summaries: dict[str, str] = {one.name: first_sentence(one.prose.text) for one in plan.models.all}

    def modules(self) -> Iterator[tuple[str, str]]:
        """Every module by its path, without those that offer the names of others."""
        yield from self.definitions(self.plan.models, "models")
        yield from self.definitions(self.plan.params, "params")
        yield from self.operations()
        yield from self.parsing()
        yield from self.resources()
        yield "_profile.py", self.profile()
        yield "client.py", self.client()
        yield "__main__.py", self.about()
        yield "batch.py", self.alias("Thousands of calls with a memory of what was paid: `batch.run`.", _BATCH)
        summary = "Transports without a socket, for tests of programs that use a client."
        yield "testing.py", self.alias(summary, _TESTING)

    def definitions(self, definitions: Definitions, folder: str) -> Iterator[tuple[str, str]]:
        """The modules of structs or of TypedDicts, one per family."""
        is_response = definitions.side == "response"
        known, contents = (self.models, "models of responses") if is_response else (self.origins, "parameters")
        for module, own in _by_module(definitions.all):
            ordered = reading_order(own)
            body = self.print("models.jinja", definitions=(definition_view(one, definitions.side) for one in ordered))
            defined = {one.name for one in own}
            yield f"{folder}/{module}.py", self.module(module, f"{_title(module)}: {contents}.", body, known, defined)

    def operations(self) -> Iterator[tuple[str, str]]:
        """The modules of endpoint functions, one per family."""
        for module, own in _by_module(self.plan.endpoints):
            views = [endpoint_view(one) for one in own]
            body = self.print("operations.jinja", operations=views, pollings=pollings(own))
            summary = f"{_title(module)}: every function builds a call and sends nothing; `client.send(call)` sends it."
            text = self.module(module, summary, body, self.origins, annotating=("..params.",))
            yield f"operations/{module}.py", text

    def parsing(self) -> Iterator[tuple[str, str]]:
        """The modules for methods that parse: of structs and of endpoint functions, one each per family."""
        for module in parsing_modules(self.plan):
            found = parsing_of(one for one in self.plan.endpoints if one.module == module)
            models = [model for _, parsing in found for model in parsing.models]
            body = self.print("parsed_models.jinja", models=map(model_view, models))
            defined = {one.name for one in models}
            summary = f"{_title(module)}: models of responses whose outputs are parsed."
            yield f"models/{parsed_module(module)}.py", self.module(module, summary, body, self.models, defined)
            body = self.print("parsed_operations.jinja", operations=[functions_view(*one) for one in found])
            origins = {one.name: Origin(f"..operations.{module}") for one, _ in found}
            summary = f"{_title(module)}: functions that build calls whose outputs are parsed."
            yield f"operations/{parsed_module(module)}.py", self.module(module, summary, body, self.origins | origins)

    def resources(self) -> Iterator[tuple[str, str]]:
        """The modules of resources, one per resource at the top."""
        functions = {function_name(one): Origin(f"..operations.{one.module}", one.name) for one in self.plan.endpoints}
        origins = self.origins | functions
        for root in self.plan.resources:
            body = self.print("resources.jinja", resources=resource_views(root, self.summaries))
            module = next(one.module for one in self.plan.endpoints if one.resource[0] == root.path[0])
            summary = f"`client.{root.path[0]}`: methods that build a call and send it."
            text = self.module(module, summary, body, origins, annotating=("..models.", "..params."))
            yield f"resources/{root.path[0]}.py", text

    def profile(self) -> str:
        """The module that describes the API to the runtime."""
        origins = {name: origin(name, ".") for name in _PROFILE}
        summary = f"The {self.plan.api.title} as the runtime reads it: addresses, names, and shapes of errors."
        return self.module(None, summary, f"PROFILE = {literal(self.plan.api.profile)}", origins)

    def client(self) -> str:
        """The two clients."""
        origins = {
            "PROFILE": Origin("._profile"),
            **{name: Origin("typing") for name in ("Self", "TYPE_CHECKING", "Unpack")},
            **constructor.origins(),
            "cached_property": Origin(".runtime.client.resource"),
            **{name: origin(name, ".") for name in ("AsyncClient", "ClientOptions", "SyncClient", "with_credentials")},
        }
        for resource in self.plan.resources:
            origins |= {f"{side.prefix}{resource.name}": Origin(f".resources.{resource.path[0]}") for side in SIDES}
        body = self.print("client.jinja", **client_view(self.plan.api, self.plan.resources))
        summary = f"The clients of the {self.plan.api.title}."
        return self.module(None, summary, body, origins, annotating=(".resources.",))

    def about(self) -> str:
        """The module that `python -m` of the package runs."""
        summary = f"`python -m {self.plan.api.package}`: its commands; without one, the client's settings and a call."
        body = self.print("main.jinja", **about_view(self.plan.endpoints))
        return self.module(None, summary, body, {"command": origin("command", ".")})

    def alias(self, summary: str, body: str) -> str:
        """A module by which a part of the runtime is imported."""
        return self.module(None, summary, body, {})

    def packages(self, missing: Collection[str]) -> Iterator[tuple[str, str]]:
        """The `__init__` modules, which import a name when it is first used; the runtime lacks some names."""
        api = self.plan.api
        summary = f"A client of the {api.title}: `{api.class_name}` and `Async{api.class_name}`."
        yield (
            "__init__.py",
            self.package(summary, top_exports(self.plan, missing), ".runtime", repr(api.profile.version)),
        )
        for folder, text, exports in package_exports(self.plan):
            yield f"{folder}/__init__.py", self.package(text, exports, "..runtime", "")
        yield "resources/__init__.py", self.module(None, "Resources: the attributes of a client.", "", {})

    def package(self, summary: str, exports: Exports, runtime: str, version: str) -> str:
        """An `__init__` module."""
        return self.print(
            "package.jinja",
            source=visible(self.plan.api.file),
            license=self.plan.api.license,
            docstring=docstring([summary], 0),
            names_deprecated=not self.deprecated.isdisjoint(map(str, exports)),
            version=version,
            names=sorted(
                map(repr, [*map(str, exports), *(["__version__"] if version else [])]),
                key=lambda name: (not name.isupper(), name),  # constants first, as isort does
            ),
            imports=[one.line(name) for name, one in exports.items()],
            places=sorted((repr(str(name)), repr(lazy_place(name, one))) for name, one in exports.items()),
            runtime=runtime,
        )

    def module(
        self,
        module: ModuleName | None,
        summary: str,
        body: str,
        origins: Mapping[str, Origin],
        defined: Collection[str] = (),
        annotating: tuple[str, ...] = (),
    ) -> str:
        """A module: its source in the spec, docstring, imports of all but what it defines itself, and code.

        Only annotations use the names of modules that are `annotating`.
        """
        return self.print(
            "module.jinja",
            source=visible(self.plan.sources.get(module, self.plan.api.file) if module else self.plan.api.file),
            license=self.plan.api.license,
            docstring=docstring([summary], 0),
            # A module that defines or uses what is deprecated is no place to warn of it.
            names_deprecated=not self.deprecated.isdisjoint(words_of(body)),
            imports=import_lines(body, origins, defined, annotating),
            body=body,
        )

    def print(self, template: str, **values: Any) -> str:
        """Render a template with these values."""
        try:
            return self.environment.get_template(template).render(**values)
        except UnicodeDecodeError as error:
            raise RenderError(f"{template} is not UTF-8") from error


def _by_module(all_: Iterable[M]) -> Iterable[tuple[ModuleName, list[M]]]:
    """The parts of a plan by their modules, sorted."""
    found: dict[ModuleName, list[M]] = {}
    for one in all_:
        found.setdefault(one.module, []).append(one)
    return sorted(found.items())


def _places(definitions: Definitions, package: str) -> dict[str, Origin]:
    return {one.name: Origin(f"{package}.{one.module}") for one in definitions.all}


def _title(module: ModuleName) -> str:
    return module.replace("_", " ").capitalize()
