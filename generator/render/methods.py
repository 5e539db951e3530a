"""Resources as their template needs them: methods with their keywords and docstrings, and the functions they call."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..plan.docs import first_sentence
from ..plan.ir import Endpoint, Overload, Resource, Resumed
from ..plan.types import STR, annotation
from .docstrings import docstring
from .literals import deprecation
from .operation_docs import Summaries, method_paragraphs, resume_paragraphs
from .parsing import parsing_methods
from .signatures import SIDES, Side, function_name, keyword, keywords_of, method_parameters, positional

# What annotations call by name without an import: an attribute of a class that is called so would hide it.
_BUILTIN_TYPES = frozenset(["bool", "bytes", "dict", "float", "int", "list", "object", "str"])


def resource_views(root: Resource, summaries: Summaries) -> list[dict[str, Any]]:
    """The classes of one module, sync and async in turn: the resource at the top last, since it names the others."""
    below = [view for child in root.children for view in resource_views(child, summaries)]
    return [*below, *(_class(root, side, summaries) for side in SIDES)]


def resource_name(one: Resource) -> dict[str, str]:
    """The name and place of a resource, and its docstrings."""
    verbs = ", ".join(f"`{name}`" for name in (*(m.verb for m in one.methods), *(r.name for r in one.resumed)))
    summary = f"`client.{'.'.join(one.path)}`"
    return {
        "name": one.name,
        "attribute": one.path[-1],
        "path": repr(".".join(one.path)),
        "module": one.path[0],
        "docstring": docstring([one.text, summary + (f": {verbs}." if verbs else ".")], 4),
        "hint": docstring([first_sentence(one.text) or summary], 8),
    }


def _class(one: Resource, side: Side, summaries: Summaries) -> dict[str, Any]:
    attributes = {*(m.verb for m in one.methods), *(r.name for r in one.resumed), *(c.path[-1] for c in one.children)}
    hidden = _BUILTIN_TYPES & attributes
    return {
        **resource_name(one),
        "side": side,
        "methods": [_method(each, side, summaries, hidden) for each in one.methods],
        "resumed": [_resume(each, side, hidden) for each in one.resumed],
        "children": [resource_name(child) for child in one.children],
    }


def _method(one: Endpoint, side: Side, summaries: Summaries, hidden: Collection[str]) -> dict[str, Any]:
    """A method. Of its overloads the first is written out, as the usual way to call it, and the others are brief."""
    usual = one.overloads[0] if one.overloads else None
    summary = docstring(method_paragraphs(one, keywords_of(one), summaries, side.prefix), 8)
    return {
        "verb": one.verb,
        **_sent(one, side, hidden),
        "deprecated": deprecation(one.operation.name, one.prose.deprecated),
        "takes": ", ".join(method_parameters(one, hidden=hidden)),
        "docstring": summary,
        "overloads": [
            {
                "takes": ", ".join((method_parameters if each is usual else _briefly)(one, each, hidden)),
                "returns": side.returned(each, hidden),
                "docstring": summary if each is usual else "...",
            }
            for each in one.overloads
        ],
        "parsing": parsing_methods(one, side, hidden),
    }


def _sent(one: Endpoint, side: Side, hidden: Collection[str]) -> dict[str, str]:
    """The way a method sends its call: a list is iterated over without `await`, and in pages if it comes in pages."""
    returns, sent = side.returned(one, hidden), f"self._client.send(self._call({function_name(one)}, locals()))"
    is_paged = one.operation.pagination is not None
    if one.item is None or not (is_paged or side.prefix):
        return {"define": side.define, "sent": f"{side.wait}{sent}", "returns": returns}
    name = ".".join((*one.resource, one.verb))
    sent = (
        f"self._paginate({function_name(one)}, locals())" if is_paged else f"{side.prefix}Paginator({sent}, {name!r})"
    )
    return {
        "define": "def",
        "sent": sent,
        "returns": f"{side.prefix}Paginator[{returns}, {annotation(one.item, 'response', hidden)}]",
    }


def _briefly(one: Endpoint, variant: Overload, hidden: Collection[str]) -> list[str]:
    """The choosing keyword, with all others in their TypedDict."""
    rest = f"**params: Unpack[{one.params}]" if one.params else "**options: Unpack[Options]"
    return [*positional(one, hidden), "*", keyword(variant.switch, "omit", hidden), rest]


def _resume(one: Resumed, side: Side, hidden: Collection[str]) -> dict[str, Any]:
    """A method that resumes a task by its id."""
    task = one.endpoint.task
    assert task is not None
    return {
        "name": one.name,
        "function": function_name(one.endpoint),
        "id": annotation(STR, "parameter", hidden),
        "options": task.options or "Options",
        "returns": side.returned(one.endpoint, hidden),
        "docstring": docstring(resume_paragraphs(one, side.prefix), 8),
    }
