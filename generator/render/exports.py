"""Public names of the package and of its folders, and the modules that define them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..plan.ir import Definition, Endpoint, Plan
from .imports import Origin
from .runtime_source import module_of

# Names of the runtime that the package offers at its top.
_PUBLIC = (
    "APIConnectionError", "APIError", "APIResponse", "APIStatusError", "APITimeoutError", "AnswerError",
    "AsyncBinaryResponse", "AsyncStream", "AsyncTask", "AuthenticationError", "BadRequestError", "BinaryResponse",
    "Call", "ConfigurationError", "ConflictError", "Deviation", "EmptyAnswer", "InternalServerError",
    "MissingField", "NotFoundError", "NotServed", "Omit", "PermissionDeniedError", "Progress", "RateLimitError",
    "ResponseInfo", "Stream", "StreamFailed", "StreamTruncated", "Task", "TaskFailed", "TaskTimeout", "TaskWaiting",
    "Timeout", "UnprocessableEntityError", "UnreadableAnswer", "extras", "omit", "progress_bar",
    "response_info",
)  # fmt: skip


class Export(NamedTuple):
    """A public name, the module that defines it, and its name there (empty for the module itself)."""

    name: str
    module: str
    original: str

    @property
    def origin(self) -> Origin:
        """The import for type checkers."""
        return Origin(f".{self.module}", self.original) if self.original else Origin(".")

    @property
    def place(self) -> str:
        """The place as the runtime's `lazy` reads it."""
        return self.module if self.original == self.name else f"{self.module}:{self.original}"


def top_exports(plan: Plan) -> list[Export]:
    """The names of `from package import ...`."""
    name = plan.api.class_name
    exports = [Export(one, "client", one) for one in (name, f"Async{name}")]
    exports.append(Export(f"{name}Error", module_of("SDKError"), "SDKError"))
    exports += [Export(one, module_of(one), one) for one in _PUBLIC]
    exports += [Export(folder, folder, "") for folder, _, _ in package_exports(plan)]
    return sorted(exports)


def package_exports(plan: Plan) -> Iterator[tuple[str, str, list[Export]]]:
    """The folders of the package that are not empty, with their docstrings and names."""
    folders: tuple[tuple[str, str, Iterable[Endpoint | Definition]], ...] = (
        ("models", "Models of responses: structs, decoded straight from bytes.", plan.models.all),
        ("operations", "Endpoint functions: each builds a call and sends nothing.", plan.endpoints),
        ("params", "Parameters: TypedDicts, for type checkers and editors.", plan.params.all),
    )
    for folder, said, members in folders:
        exports = {Export(one.name, one.module, one.name) for one in members}
        if exports:
            yield folder, said, sorted(exports | {Export(one.module, one.module, "") for one in exports})
