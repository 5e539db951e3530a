"""Rules for the client as a whole: its names, its errors, and the lines of api.txt."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import asdict

from ..plan.ir import Api
from ..render.api_index import surface
from ..runtime.response.error_catalog import ErrorCode, ErrorShape
from ..spec.pointer import join
from .change import Change
from .plans import Plans

RUNTIME = "  runtime/"


def client_names(plans: Plans) -> Iterator[Change]:
    """The class, the package, the prefix of the environment variables, and the address."""
    was, now = plans.old.api, plans.new.api
    for what, before, after in (
        ("The class of the client", was.class_name, now.class_name),
        ("The package", was.package, now.package),
        ("The prefix of the environment variables", was.profile.env, now.profile.env),
    ):
        if before != after:
            message = f"{what} is {after!r} instead of {before!r}."
            yield Change("client-renamed", "client", str(now.class_name), message, "/x-client", (), before, after)
    before, after = was.profile.base_url, now.profile.base_url
    if before != after:
        message = f"The default address is {after} instead of {before}."
        yield Change("base-url-changed", "client", str(now.class_name), message, "/servers/0/url", (), before, after)


def errors(plans: Plans) -> Iterator[Change]:
    """The codes and formats of errors."""
    yield from _codes(plans.old.api, plans.new.api)
    yield from _shapes(plans.old.api, plans.new.api)


def _codes(old: Api, new: Api) -> Iterator[Change]:
    was, now = old.profile.errors.codes, new.profile.errors.codes
    for code in sorted(was.keys() | now.keys()):
        before, after, place = was.get(code), now.get(code, ErrorCode()), join("/x-errors/codes", code)
        if before is None:
            meaning = ", ".join(f"{name} {value!r}" for name, value in asdict(after).items() if value)
            message = f"The error code {code!r} has a meaning of its own: {meaning}."
            yield Change("error-code-added", "client", code, message, place, (), None, asdict(after))
            continue
        if before.status != after.status:
            status = after.status or "that came"
            earlier = before.status or "that came"
            message = f"The error code {code!r} raises the exception of the status {status}; it was {earlier}."
            yield Change("error-class-changed", "client", code, message, place, (), before.status, after.status)
        if (before.outcome, before.temporary) != (after.outcome, after.temporary):
            yield _outcome(f"code {code!r}", before, after, code, place)


def _outcome(what: str, old: ErrorCode | ErrorShape, new: ErrorCode | ErrorShape, name: str, place: str) -> Change:
    before, after = (f"{one.outcome or 'that of the status'}{', temporary' * one.temporary}" for one in (old, new))
    message = f"An error with the {what} has the outcome {after}; it was {before}."
    return Change("error-outcome-changed", "client", name, message, place, (), before, after)


def _shapes(old: Api, new: Api) -> Iterator[Change]:
    was, now = ({one.name: one for one in api.profile.errors.shapes} for api in (old, new))
    order = [name for name in now if name in was]
    for name in [*was, *(name for name in now if name not in was)]:
        before, after, place = was.get(name), now.get(name), "/x-errors/shapes"
        if after is None:
            message = f"Errors of the format {name!r} are no longer recognized."
            yield Change("error-format-removed", "client", name, message, place, (), name, None)
        elif before is None:
            message = f"Errors of the format {name!r} are recognized."
            yield Change("error-format-added", "client", name, message, place, (), None, name)
        elif (before.outcome, before.temporary) != (after.outcome, after.temporary):
            yield _outcome(f"format {name!r}", before, after, name, place)
        elif before != after:
            message = f"Errors of the format {name!r} are recognized or read otherwise."
            yield Change("error-format-changed", "client", name, message, place, (), repr(before), repr(after))
    if order != [name for name in was if name in now]:
        message = "The formats of errors are tried in another order."
        yield Change("error-format-changed", "client", "x-errors", message, "/x-errors/shapes")


# -- api.txt -------------------------------------------------------------------------------------------------------


def rest_of_surface(plans: Plans, changes: Iterable[Change]) -> Iterator[Change]:
    """Report changes in api.txt that no other rule reports: names that are gone or new, and signatures that differ."""
    old, new = (signatures(surface(plan), runtime=False) for plan in (plans.old, plans.new))
    known = {one.severity for one in changes if one.audience == "client"}
    gone, added = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
    if gone and "breaking" not in known:
        yield from (Change("name-removed", "client", name, f"`{name}` is gone.", before=name) for name in gone)
    elif old != new and not known:
        yield from (Change("name-added", "client", name, f"`{name}` is new.", after=name) for name in added)
        for name in sorted(name for name in old.keys() & new.keys() if old[name] != new[name]):
            message = f"The signature of `{name}` is written otherwise and takes the same calls."
            yield Change("signature-extended", "client", name, message, "", (), sorted(old[name]), sorted(new[name]))


def runtime(old: Iterable[str], new: Iterable[str]) -> Iterator[Change]:
    """The changes of the runtime's own part of api.txt, from its lines in two versions."""
    was, now = signatures(old, runtime=True), signatures(new, runtime=True)
    for name in sorted(was.keys() | now.keys()):
        before, after = was.get(name, set[str]()), now.get(name, set[str]())
        if not after:
            yield Change("name-removed", "client", name, f"`{name}` is gone.", "", (), name, None)
        elif not before:
            yield Change("name-added", "client", name, f"`{name}` is new.", "", (), None, name)
        elif before != after:
            extended = len(before) == len(after) == 1 and _extends(min(before), min(after))
            id = "signature-extended" if extended else "signature-changed"
            message = f"`{name}` is `{min(after)}` instead of `{min(before)}`."
            yield Change(id, "client", name, message, "", (), sorted(before), sorted(after))


def signatures(lines: Iterable[str], *, runtime: bool) -> dict[str, set[str]]:
    """The signatures of each name in lines of api.txt, without their places in the spec: a page may move."""
    found: dict[str, set[str]] = {}
    for line in lines:
        text, _, place = line.rpartition("  ")
        if place.startswith(RUNTIME.strip()) == runtime:
            found.setdefault(re.match(r"[\w.]*", text)[0], set()).add(text)  # type: ignore[index]
    return found


def _extends(old: str, new: str) -> bool:
    """True if every call of a function is one of the other too, and every public base of a class."""
    was, now = _parsed(old), _parsed(new)
    if isinstance(was, list) and isinstance(now, list):
        return set(now) >= {base for base in was if not base.startswith("_")}
    if not (isinstance(was, Signature) and isinstance(now, Signature)) or was.returns != now.returns:
        return False
    added = [name for name in now.named if name not in was.named]
    return (
        was.positional == now.positional[: len(was.positional)]
        and was.rest <= now.rest
        and all(now.named.get(name) in (word, f"{word.removesuffix('=')}=") for name, word in was.named.items())
        and all(now.named[name].endswith("=") for name in added)
    )


class Signature(NamedTuple):
    """The arguments of a function: those by position, all by name with their types (`=`: optional), and `*`s."""

    positional: list[str]
    named: dict[str, str]
    rest: set[str]
    returns: str


def _parsed(line: str) -> Signature | list[str] | None:
    """The signature of a function, the bases of a class, or None for an attribute."""
    _, _, rest = line.partition("(")
    if not rest:
        return None
    if " -> " not in line:
        return [base.strip() for base in rest.rstrip(")").split(",")]
    node = ast.parse(f"def f({rest}: ...").body[0]
    assert isinstance(node, ast.FunctionDef)
    given = node.args
    plain = [*given.posonlyargs, *given.args]
    defaults = [*[None] * (len(plain) - len(given.defaults)), *given.defaults, *given.kw_defaults]
    named = {
        one.arg: f"{ast.unparse(one)}{'=' if value else ''}"
        for one, value in zip([*plain, *given.kwonlyargs], defaults, strict=True)
    }
    stars = {ast.unparse(one) for one in (given.vararg, given.kwarg) if one}
    return Signature([one.arg for one in plain], named, stars, ast.unparse(node.returns) if node.returns else "")
