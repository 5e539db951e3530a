"""Give functions that are loaded already the code of a mutant."""

from __future__ import annotations

import gc
import inspect
import warnings
from collections import defaultdict
from types import CodeType, FunctionType
from typing import TypeAlias

# Of a function the file within the runtime, and the name and line in it: of each there is one in every copy.
Place: TypeAlias = tuple[str, str, int]


def changed_functions(path: str, before: str, after: str) -> dict[Place, CodeType] | None:
    """Return the code of the functions that differ; None if what runs when the module is imported does, too."""
    found: dict[Place, CodeType] = {}
    with warnings.catch_warnings(action="ignore"):  # of odd comparisons
        same = _compare(_within_runtime(path), compile(before, path, "exec"), compile(after, path, "exec"), found)
    return found if same else None


def loaded_functions() -> dict[Place, list[FunctionType]]:
    """Return every function of the runtime and its copies."""
    found = defaultdict[Place, list[FunctionType]](list)
    for function in gc.get_objects():
        if type(function) is FunctionType and "/runtime/" in function.__code__.co_filename:
            code = function.__code__
            found[_within_runtime(code.co_filename), code.co_qualname, code.co_firstlineno].append(function)
    return found


def _within_runtime(path: str) -> str:
    return path.rpartition("/runtime/")[2]


def _compare(file: str, old: CodeType, new: CodeType, found: dict[Place, CodeType]) -> bool:
    """Collect the functions that differ. Return whether the rest, of a module or a class, is the same."""
    if old.co_flags & inspect.CO_OPTIMIZED:  # a function
        if old != new:
            found[file, old.co_qualname, old.co_firstlineno] = new
        alike = old.co_freevars == new.co_freevars
    else:
        alike = (old.co_code, old.co_names, _constants(old)) == (new.co_code, new.co_names, _constants(new))
    inner, others = _inner(old), _inner(new)
    return (
        alike
        and len(inner) == len(others)
        and all(_compare(file, *pair, found) for pair in zip(inner, others, strict=True))
    )


def _inner(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]


def _constants(code: CodeType) -> list[str]:
    return [repr(each) for each in code.co_consts if not isinstance(each, CodeType)]
