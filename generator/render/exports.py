"""What the package and its parts offer by name, and from where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..plan.ir import Definition, Operation, Plan
from .imports import Origin

# What the runtime offers at the top, by module.
_RUNTIME = {
    "runtime.operation.call": "Call",
    "runtime.response.decoding": "Deviation",
    "runtime.errors": (
        "APIConnectionError APIError APIStatusError APITimeoutError AnswerError AuthenticationError BadRequestError "
        "ConfigurationError ConflictError EmptyAnswer InternalServerError MissingField NotFoundError NotServed "
        "PermissionDeniedError RateLimitError StreamFailed StreamTruncated TaskFailed TaskTimeout TaskWaiting "
        "UnprocessableEntityError UnreadableAnswer"
    ),
    "runtime.response.extras": "extras",
    "runtime.files.binary_response": "AsyncBinaryResponse BinaryResponse",
    "runtime.response.model": "response_info",
    "runtime.polling.progress_bar": "progress_bar",
    "runtime.response.metadata": "ResponseInfo APIResponse",
    "runtime.streaming.stream": "AsyncStream Stream",
    "runtime.operation.polling_spec": "Progress",
    "runtime.polling.task": "AsyncTask Task",
    "runtime.http.timeout": "Timeout",
}


class Export(NamedTuple):
    """A name, the module below the package that has it, and what it is called there; empty for the module itself."""

    name: str
    module: str
    original: str

    @property
    def origin(self) -> Origin:
        """Where checkers find it."""
        return Origin(f".{self.module}", self.original) if self.original else Origin(".")

    @property
    def place(self) -> str:
        """The place as the runtime's `lazy` reads it."""
        return self.module if self.original == self.name else f"{self.module}:{self.original}"


def top_exports(plan: Plan) -> list[Export]:
    """What `from package import ...` gives."""
    name = plan.api.class_name
    exports = [Export(one, "client", one) for one in (name, f"Async{name}")]
    exports.append(Export(f"{name}Error", "runtime.errors", "SDKError"))
    exports += [Export(one, module, one) for module, names in _RUNTIME.items() for one in names.split()]
    exports += [Export(folder, folder, "") for folder, _, _ in package_exports(plan)]
    return sorted(exports)


def package_exports(plan: Plan) -> Iterator[tuple[str, str, list[Export]]]:
    """The folders of the package that hold anything, what that is, and their names."""
    folders: tuple[tuple[str, str, Iterable[Operation | Definition]], ...] = (
        ("models", "What comes back: structs, decoded straight from bytes.", plan.answers.all),
        ("operations", "Endpoint functions: each builds a call and sends nothing.", plan.operations),
        ("params", "What goes in: TypedDicts, for type checkers and editors.", plan.parameters.all),
    )
    for folder, said, members in folders:
        exports = {Export(one.name, one.module, one.name) for one in members}
        if exports:
            yield folder, said, sorted(exports | {Export(one.module, one.module, "") for one in exports})
