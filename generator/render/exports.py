"""Public names of the package and of its folders, and the modules that define them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..plan.api import PUBLIC
from ..plan.ir import Definition, Endpoint, Parsing, Plan
from ..spec.names import ModuleName
from .imports import Origin
from .runtime_source import origin

# Public names of a package or a folder, each with the import that it stands for.
Exports = dict[str, Origin]


def parsed_module(module: ModuleName) -> str:
    """The module with what the methods that parse need, beside that of an operation or of its result."""
    return f"parsed_{module}"


def parsed_names(parsing: Parsing, folder: str) -> Iterator[str]:
    """The public names in the module of a folder with what the methods that parse need."""
    if folder == "models":
        yield from (model.name for model in parsing.models)
    else:
        functions = (parsing.function, parsing.stream_verb and parsing.stream_function, parsing.tool_function)
        yield from filter(None, functions)


def lazy_place(name: str, origin: Origin) -> str:
    """The place of a name as the runtime's `lazy` reads it: module, and its name there if that is another."""
    if origin.module == ".":
        return f"{name}:"
    module = origin.module.removeprefix(".")
    return f"{module}:{origin.original}" if origin.original else module


def top_exports(plan: Plan, missing: Collection[str] = ()) -> Exports:
    """The names of `from package import ...`; the runtime of the package lacks some."""
    name = plan.api.class_name
    exports = {one: Origin(".client") for one in (name, f"Async{name}")}
    exports[f"{name}Error"] = origin("SDKError", ".")._replace(original="SDKError")
    exports |= {one: origin(one, ".") for one in PUBLIC if one not in missing}
    for one in plan.endpoints:
        if one.parsing and one.parsing.tool_function:
            exports[one.parsing.tool_function] = Origin(f".operations.{parsed_module(one.module)}")
    if any(one.operation.pagination for one in plan.endpoints):
        exports |= {name: origin(name, ".") for name in ("AsyncPaginator", "Paginator")}
    return exports | {
        folder: Origin(".") for folder in ("batch", "testing", *(name for name, _, _ in package_exports(plan)))
    }


def package_exports(plan: Plan) -> Iterator[tuple[str, str, Exports]]:
    """The folders of the package that are not empty, with their docstrings and names."""
    folders: tuple[tuple[str, str, Iterable[Endpoint | Definition]], ...] = (
        ("models", "Models of responses: structs, decoded straight from bytes.", plan.models.all),
        ("operations", "Endpoint functions: each builds a call and sends nothing.", plan.endpoints),
        ("params", "Parameters: TypedDicts, for type checkers and editors.", plan.params.all),
    )
    for folder, summary, members in folders:
        exports: Exports = {one.name: Origin(f".{one.module}") for one in members}
        for one in plan.endpoints if folder != "params" else ():
            if one.parsing:
                module = parsed_module(one.module)
                names = parsed_names(one.parsing, folder)
                exports |= {**{name: Origin(f".{module}") for name in names}, module: Origin(".")}
        if exports:
            yield folder, summary, exports | {one.module: Origin(".") for one in members}
