"""From wishes to written files: count, ask, compare, show, and write what somebody agreed to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from ..cli_output.console import Console, Failure
from .cases import Case, find
from .diff import Change, changes
from .raw_client import Service, ask, service
from .redact import Scrubber
from .serialize import put, response_of, timing_of, written

_FITTED = "names, addresses or secrets; length and hash fitted to them"
_PAID = "it may cost money: --paid sends it"
_UNSTEADY = "other cases ask the same and were answered otherwise: name it by --only when the service is in its state"


class Wishes(NamedTuple):
    """What was said on the command line. `safe`: the operations that only read, by the spec."""

    base_url: str
    fixtures: Path
    only: tuple[str, ...] = ()
    key_env: str = "EZLINK_API_KEY"
    paid: bool = False
    yes: bool = False
    all: bool = False
    safe: frozenset[str] = frozenset()
    silence: float = 120.0


class Made(NamedTuple):
    """A case as it was answered now. `held`: a success that fails now, which nobody asked for by name."""

    case: Case
    recorded: dict[str, Any]
    changes: list[Change]
    removed: tuple[str, ...]
    held: bool

    @property
    def new(self) -> bool:
        """It was never recorded before."""
        return self.case.response is None


class _Plan(NamedTuple):
    asked: list[Case]
    paid: int
    skipped: dict[str, str]


def record(wishes: Wishes, console: Console) -> None:
    """Make fixtures anew from a running service. Failure when something stops it; nothing is lost that was paid for."""
    at = service(wishes.base_url)
    plan = _plan(find(wishes.fixtures, wishes.only), wishes, at)
    key = _key(plan.asked, wishes.key_env)
    _announce(plan, at, wishes, console)
    made: list[Made] = []
    stopped: Failure | None = None
    try:
        for operation, cases in groupby(plan.asked, key=lambda case: case.path.parent.name):
            with console.stage(operation):
                for case in cases:
                    made.append(_made(case, at, key, wishes))
                    _tell(made[-1], console)
    except Failure as error:
        stopped = error
    except KeyboardInterrupt:
        stopped = Failure("stopped", "go on by --only OPERATION")
    _close(made, stopped, wishes, console)


def _plan(cases: Iterable[Case], wishes: Wishes, at: Service) -> _Plan:
    cases = list(cases)
    asked: list[Case] = []
    skipped: dict[str, str] = {}
    paid = 0
    unsteady = _unsteady(cases)
    for case in cases:
        costs = case.costs(wishes.safe)
        reason = case.unfit(at) or (_UNSTEADY if case.name in unsteady else None)
        if reason := reason or (_PAID if costs and not wishes.paid else None):
            skipped[case.name] = reason
        else:
            asked.append(case)
            paid += costs
    return _Plan(asked, paid, skipped)


def _unsteady(cases: Iterable[Case]) -> set[str]:
    """The cases whose request stands in several of them, with answers of different shapes: states of one task."""
    alike: dict[str, list[Case]] = {}
    for case in (one for one in cases if one.response):
        alike.setdefault(repr((case.request["method"], case.request["target"], case.asked, case.body)), []).append(case)
    shared = [group for group in alike.values() if len({repr(one.shape) for one in group}) > 1]
    return {one.name for group in shared for one in group if not one.named}


def _key(asked: Iterable[Case], name: str) -> str | None:
    key = os.environ.get(name, "").strip()
    if not key and any(case.request["key"] == "good" for case in asked):
        raise Failure(f"no key in {name}", f"set {name}=sk-..., or name another variable by --key-env", code=2)
    if not key.isascii() or not key.isprintable() or " " in key:
        raise Failure(f"the key in {name} holds what no header can", "set it anew, without quotes and spaces", code=2)
    return key or None


def _announce(plan: _Plan, at: Service, wishes: Wishes, console: Console) -> None:
    """Say what will happen, before it does."""
    console.say(f"{len(plan.asked)} requests to {at.url}, {plan.paid} of them paid.")
    for reason, names in _by_reason(plan.skipped).items():
        console.say(f"left out: {len(names)}: {reason}")
    console.summary.update(base_url=at.url, asked=len(plan.asked), paid=plan.paid, skipped=plan.skipped)
    # Where nobody can be asked, the answers could not be written either: they would be paid for and thrown away.
    if plan.paid and not wishes.yes and not console.confirm(f"Send {plan.paid} paid requests?"):
        raise Failure("nothing was sent", "say --yes too, name fewer by --only, or leave --paid out")


def _by_reason(skipped: dict[str, str]) -> dict[str, list[str]]:
    ordered = sorted(skipped.items(), key=lambda item: item[1])
    return {reason: [name for name, _ in group] for reason, group in groupby(ordered, key=lambda item: item[1])}


def _made(case: Case, at: Service, key: str | None, wishes: Wishes) -> Made:
    scrubber = Scrubber(key, at)
    answer = ask(at, case.question(at, key), silence=wishes.silence)
    was = case.response
    if answer.status == 401 and case.request["key"] == "good" and (was is None or was["status"] != 401):
        raise Failure(f"{at.url} refuses the key in {wishes.key_env} (401)", "set the key of an account there", code=2)
    scrubbed = scrubber.scrub(answer, written(case.recorded))
    if scrubber.holds(scrubbed.response.body):
        raise Failure(f"{case.name}: the answer holds the key, and is no text", "take the case out by --only")
    streamed = was is not None and "chunks" in was["body"]
    response = response_of(scrubbed.response, streamed)
    found = changes(was, response) if was else []
    held = was is not None and was["status"] < 300 and answer.status not in range(200, 300) and not case.named
    recorded = {**case.recorded, "date": datetime.now(UTC).isoformat(timespec="seconds")}
    recorded.pop("rewritten", None)
    recorded.update(response=response, timing=timing_of(scrubbed.response))
    recorded.update({"rewritten": _FITTED} if scrubbed.rewritten else {})
    return Made(case, recorded, found, scrubbed.removed, held and not wishes.all)


def _tell(made: Made, console: Console) -> None:
    if made.new:
        console.say(f"{made.case.name}: new, {made.recorded['response']['status']}")
    elif made.changes:
        console.say(f"{made.case.name}" + (": it fails now, and is not written unless named" if made.held else ""))
        for change in made.changes:
            console.say(f"   {change}")


def _close(made: list[Made], stopped: Failure | None, wishes: Wishes, console: Console) -> None:
    """Show the sum, write what may be written, and end as things went."""
    changed = [one for one in made if one.changes]
    due = [one for one in made if (one.changes or one.new or wishes.all) and not one.held]
    console.summary["changed"] = {one.case.name: [str(change) for change in one.changes] for one in changed}
    console.summary["left_out"] = sorted({name for one in made for name in one.removed})
    agreed = bool(due) and (wishes.yes or console.confirm(f"Write {len(due)} recordings?"))
    for one in due if agreed else ():
        try:
            put(one.case.path, one.recorded)
        except OSError as error:
            raise Failure(f"{one.case.path}: {error.strerror}", "make the directory writable") from error
    console.summary["written"] = [one.case.name for one in due] if agreed else []
    if stopped:
        raise stopped
    if due and not agreed:
        cure = "look at what changed, and say --yes to write it"
        raise Failure(f"{len(due)} recordings are to be written; nothing was", cure)
    _done(made, changed, console)


def _done(made: list[Made], changed: list[Made], console: Console) -> None:
    names: list[str] = console.summary["written"]
    headers: list[str] = console.summary["left_out"]
    if not console.machine:  # what was said line by line is not said again
        console.summary.clear()
        if headers:
            console.say(f"left out of the answers: {', '.join(headers)}")
    console.done(f"{len(made)} asked, {len(changed)} changed in shape, {len(names)} written.")
