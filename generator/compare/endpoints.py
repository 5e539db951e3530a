"""Rules for the calls of a client: names, parameters, results, retries, streams and tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..plan.ir import Endpoint
from ..plan.types import Literals, Type, annotation, members
from .change import Change
from .fields import Owner, fields
from .plans import Plans, called

Rule = Callable[[Plans, Endpoint, Endpoint], Iterator[Change]]


def endpoints(plans: Plans) -> Iterator[Change]:
    """The changes of all calls."""
    both, gone, added = plans.endpoints
    for one in gone:
        advice = "" if one.prose.deprecated else " It was not deprecated before."
        message = f"`{called(one)}` is gone, with `operations.{one.name}`.{advice}"
        yield _found("method-removed", one, message, called(one), None)
    for one in added:
        about = (one.summary or f"{one.operation.method} {one.operation.path}").rstrip(".")
        yield _found("method-added", one, f"`{called(one)}` is new: {about}.", None, called(one))
    for old, new in both:
        for rule in RULES:
            yield from rule(plans, old, new)


def _found(id: str, one: Endpoint, message: str, before: Any = None, after: Any = None) -> Change:
    return Change(id, "client", called(one), message, one.prose.pointer, (one.operation.id,), before, after)


def names(_: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    if called(old) != called(new):
        yield _found("method-renamed", new, f"`{called(old)}` is `{called(new)}` now.", called(old), called(new))
    if old.name != new.name:
        message = f"`operations.{old.name}` is `operations.{new.name}` now."
        yield _found("function-renamed", new, message, old.name, new.name)


def parameters(plans: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    owner = Owner(called(new), "parameter", (new.operation.id,), is_method=True)
    yield from fields(plans.types, owner, old.arguments, new.arguments)
    yield from fields(plans.types, owner, old.keywords, new.keywords)
    was, now = ([one.name for one in each.arguments] for each in (old, new))
    if was != now and sorted(was) == sorted(now):
        message = f"`{called(new)}` takes its arguments in another order: {', '.join(now)}."
        yield _found("arguments-reordered", new, message, was, now)


def request(_: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    was, now = (f"{one.operation.method} {one.operation.path}" for one in (old, new))
    if was != now:
        yield _found("request-moved", new, f"`{called(new)}` sends {now} instead of {was}.", was, now)
    before, after = _places(old), _places(new)
    for name in [name for name in before if after.get(name, before[name]) != before[name]]:
        message = f"`{called(new)}` sends `{name}` in the {after[name]} instead of the {before[name]}."
        yield _found("request-moved", new, message, before[name], after[name])


def _places(one: Endpoint) -> dict[str, str]:
    """Return where each keyword is sent."""
    operation = one.operation
    python = {wire: name for name, wire in operation.wire_names.items()}
    form = [part.name for part in operation.multipart]
    places = {"query": operation.query, "header": operation.header, "body": operation.body, "form": form}
    return {python.get(wire, wire): place for place, wires in places.items() for wire in wires}


def results(plans: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    was, now = _results(old), _results(new)
    seen: set[tuple[str, str]] = set()
    for choice, type_ in was.items():
        other = now.get(choice, new.returns)
        verdict = plans.types.verdict(type_, other, "response")
        before, after = annotation(type_, "response"), annotation(other, "response")
        if verdict == "same" or (before, after) in seen:
            continue
        seen.add((before, after))
        id = "result-narrowed" if verdict == "narrower" else "result-widened"
        where = f" for {choice}" if choice else ""
        yield _found(id, new, f"`{called(new)}` returns {after} instead of {before}{where}.", before, after)


def _results(one: Endpoint) -> dict[str, Type]:
    """The type of the result by what is chosen, "" for nothing."""
    if not one.overloads:
        return {"": one.returns}
    found = {"": one.overloads[0].returns}
    for overload in one.overloads[:-1]:
        for part in members(overload.switch.type):
            if isinstance(part, Literals):
                found |= {f"{overload.switch.name}={value!r}": overload.returns for value in part.values}
    return found


def stream(_: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    was, now = old.operation.stream, new.operation.stream
    if was is None or now is None:  # the type of the result says it
        return
    differ = [name for name in was._fields if name != "event" and getattr(was, name) != getattr(now, name)]
    if differ:
        message = f"The stream of `{called(new)}` is described otherwise: {', '.join(differ)}."
        before, after = ({name: repr(getattr(one, name)) for name in differ} for one in (was, now))
        yield _found("stream-changed", new, message, before, after)


def task(_: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    if old.task is None or new.task is None:
        return
    was, now = dict(old.task.polling.states), dict(new.task.polling.states)
    for status in was:
        # A status that is not listed means that the task is still running.
        before, after = was[status], now.get(status, "running")
        if before != after:
            message = f"A task of `{called(new)}` with the status {status!r} is {after} now; it was {before}."
            yield _found("task-state-changed", new, message, before, after)
    for status in sorted(now.keys() - was.keys(), key=str):
        message = (
            f"A task of `{called(new)}` with the status {status!r} is {now[status]}; it was unknown, thus running."
        )
        yield _found("task-changed", new, message, None, now[status])
    plain = ("id", "parameter", "status", "failure", "progress", "interval", "timeout", "expect_unknown", "waiting")
    for name in (*plain, "grace", "refused", "actions"):
        before, after = getattr(old.task.polling, name), getattr(new.task.polling, name)
        if before != after:
            message = f"A task of `{called(new)}` has the {name} {after!r} instead of {before!r}."
            yield _found("task-changed", new, message, repr(before), repr(after))


def proof(_: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    was, now = _proofs(old), _proofs(new)
    for status in [status for status in now if status in was]:
        more, less = sorted(now[status] - was[status]), sorted(was[status] - now[status])
        if more or less:
            id, names = ("proof-added", more) if more else ("proof-removed", less)
            words = "is an error now without" if more else "is a result now even without"
            message = f"A response of `{called(new)}` {words} {', '.join(names)}."
            yield _found(id, new, message, sorted(was[status]), sorted(now[status]))
    taken, takes = _accepted(old), _accepted(new)
    for pointer in sorted(taken.keys() | takes.keys()):
        before, after = taken.get(pointer), takes.get(pointer)
        if before == after:
            continue
        narrows = after is not None and (before is None or not set(map(repr, before)) <= set(map(repr, after)))
        words = f"only if {pointer} is {' or '.join(map(repr, after))}" if after else f"whatever {pointer} is"
        id = "proof-added" if narrows else "proof-removed"
        yield _found(id, new, f"A response of `{called(new)}` is a result {words}.", before, after)


def _proofs(one: Endpoint) -> dict[int | None, set[str]]:
    """The proof fields of the usual success, and of others by their status."""
    return {None: set(one.operation.proof), **{status: set(names) for status, names in one.operation.proofs.items()}}


def _accepted(one: Endpoint) -> dict[str, tuple[Any, ...]]:
    return one.operation.accepted | (one.task.polling.accepted if one.task else {})


# What is so or not: how to tell, and the rules for its beginning and its end, each with the words for it.
SWITCHES: tuple[tuple[Callable[[Endpoint], bool], tuple[str, str], tuple[str, str]], ...] = (
    (
        lambda one: bool(one.prose.deprecated),
        ("method-deprecated", "is deprecated"),
        ("method-reinstated", "is no longer deprecated"),
    ),
    (
        lambda one: one.operation.retry == "safe",
        ("retry-widened", "is sent again after a failure even if it may have been carried out"),
        ("retry-narrowed", "is sent again only if it was not carried out"),
    ),
    (
        lambda one: one.operation.keyless,
        ("key-not-required", "sends no key any more"),
        ("key-required", "needs a key now"),
    ),
    (
        lambda one: one.operation.not_served is not None,
        ("not-served", "raises NotServed: no server has it"),
        ("served", "is no longer known not to be served"),
    ),
)


def switches(_: Plans, old: Endpoint, new: Endpoint) -> Iterator[Change]:
    for holds, begins, ends in SWITCHES:
        before, after = holds(old), holds(new)
        if before != after:
            id, words = begins if after else ends
            yield _found(id, new, f"`{called(new)}` {words}.", before, after)


RULES: tuple[Rule, ...] = (
    names,
    switches,
    parameters,
    request,
    results,
    stream,
    task,
    proof,
)
