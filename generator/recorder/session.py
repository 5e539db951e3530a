"""From options to written files: count, send, compare, show, and write what was agreed to."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from ..cli_output.console import Console, Failure
from .cases import Case, find
from .diff import Change, changes, shape
from .raw_client import Service, parse_service, send
from .redact import Redactor
from .serialize import describe, to_json, write

_REWRITTEN = "names, addresses or secrets; length and hash fitted to them"
_PAID = "it may cost money: --paid sends it"
_UNSTEADY = "other cases send the same and were answered otherwise: name it by --only when the service is in its state"


class RecordOptions(NamedTuple):
    """The options of one run. `safe` are the operations that only read, by the spec."""

    base_url: str
    fixtures: Path
    only: tuple[str, ...] = ()
    key_env: str = "EZLINK_API_KEY"
    paid: bool = False
    yes: bool = False
    all: bool = False
    safe: frozenset[str] = frozenset()
    read_timeout: float = 120.0


class Recording(NamedTuple):
    """A case as it was answered now. `held_back`: a success that fails now, and was not chosen by name."""

    case: Case
    recorded: dict[str, Any]
    changes: list[Change]
    removed: tuple[str, ...]
    held_back: bool


class _Plan(NamedTuple):
    cases: list[Case]
    paid: int
    skipped: dict[str, str]


def record(options: RecordOptions, console: Console) -> None:
    """Record fixtures anew from a running service. Failure when something stops it; what was paid for is kept."""
    service = parse_service(options.base_url)
    plan = _plan(find(options.fixtures, options.only), options, service)
    key = _key(plan.cases, options.key_env)
    _announce(plan, service, options, console)
    done: list[Recording] = []
    stopped: Failure | None = None
    try:
        for operation, cases in groupby(plan.cases, key=lambda case: case.path.parent.name):
            with console.stage(operation):
                for case in cases:
                    done.append(_record(case, service, key, options))
                    _show(done[-1], console)
    except Failure as error:
        stopped = error
    except KeyboardInterrupt:
        stopped = Failure("stopped", "go on by --only OPERATION")
    _close(done, stopped, options, console)


def _plan(cases: list[Case], options: RecordOptions, service: Service) -> _Plan:
    unsteady, skipped = _unsteady(cases), dict[str, str]()
    for case in cases:
        reason = case.unsendable(service) or (_UNSTEADY if case.name in unsteady else None)
        if reason := reason or (_PAID if case.may_cost(options.safe) and not options.paid else None):
            skipped[case.name] = reason
    chosen = [case for case in cases if case.name not in skipped]
    return _Plan(chosen, sum(case.may_cost(options.safe) for case in chosen), skipped)


def _unsteady(cases: Iterable[Case]) -> set[str]:
    """The cases that send the same and have responses of different shapes: states of one task."""
    alike: dict[str, list[Case]] = {}
    for case in cases:
        if case.response:
            alike.setdefault(case.identity, []).append(case)
    shared = [
        group for group in alike.values() if len({repr(shape(case.response)) for case in group if case.response}) > 1
    ]
    return {case.name for group in shared for case in group if not case.named}


def _key(cases: Iterable[Case], name: str) -> str | None:
    key = os.environ.get(name, "").strip()
    if not key and any(case.request["key"] == "good" for case in cases):
        raise Failure(f"no key in {name}", f"set {name}=sk-..., or name another variable by --key-env", code=2)
    if not key.isascii() or not key.isprintable() or " " in key:
        raise Failure(f"the key in {name} cannot be a header", "set it anew, without quotes and spaces", code=2)
    return key or None


def _announce(plan: _Plan, service: Service, options: RecordOptions, console: Console) -> None:
    """Say what will be sent, before it is."""
    console.say(f"{len(plan.cases)} requests to {service.url}, {plan.paid} of them paid.")
    for reason, count in sorted(Counter(plan.skipped.values()).items()):
        console.say(f"left out: {count}: {reason}")
    console.summary.update(base_url=service.url, asked=len(plan.cases), paid=plan.paid, skipped=plan.skipped)
    # Without a terminal to confirm on, the responses would not be written: they would be paid for in vain.
    if plan.paid and not options.yes and not console.confirm(f"Send {plan.paid} paid requests?"):
        raise Failure("nothing was sent", "add --yes, choose fewer by --only, or leave --paid out")


def _record(case: Case, service: Service, key: str | None, options: RecordOptions) -> Recording:
    response = send(service, case.raw_request(service, key), read_timeout=options.read_timeout)
    before = case.response
    if response.status == 401 and case.request["key"] == "good" and (before is None or before["status"] != 401):
        hint = "set the key of an account there"
        raise Failure(f"{service.url} refuses the key in {options.key_env} (401)", hint, code=2)
    redactor = Redactor(key, service)
    redacted = redactor.redact(response, to_json(case.recorded))
    if redactor.holds(redacted.response.body):
        raise Failure(f"{case.name}: the response holds the key, and is no text", "leave the case out by --only")
    described = describe(redacted.response, streamed=before is not None and "chunks" in before["body"])
    fails = before is not None and before["status"] < 300 and response.status not in range(200, 300)
    recorded = {**case.recorded, "date": datetime.now(UTC).isoformat(timespec="seconds")}
    recorded.pop("rewritten", None)
    recorded |= described | ({"rewritten": _REWRITTEN} if redacted.rewritten else {})
    found = changes(before, described["response"]) if before else []
    return Recording(case, recorded, found, redacted.removed, fails and not case.named and not options.all)


def _show(one: Recording, console: Console) -> None:
    if one.case.response is None:
        console.say(f"{one.case.name}: new, {one.recorded['response']['status']}")
    elif one.changes:
        console.say(f"{one.case.name}" + (": it fails now, and is not written unless named" if one.held_back else ""))
        for change in one.changes:
            console.say(f"   {change}")


def _close(done: list[Recording], stopped: Failure | None, options: RecordOptions, console: Console) -> None:
    """Show the sum, write what may be written, and end as the run went."""
    changed = [one for one in done if one.changes]
    due = [one for one in done if (one.changes or one.case.response is None or options.all) and not one.held_back]
    removed = sorted({name for one in done for name in one.removed})
    agreed = bool(due) and (options.yes or console.confirm(f"Write {len(due)} recordings?"))
    written = due if agreed else []
    for one in written:
        try:
            write(one.case.path, one.recorded)
        except OSError as error:
            raise Failure(f"{one.case.path}: {error.strerror}", "make the directory writable") from error
    console.summary["changed"] = {one.case.name: [str(change) for change in one.changes] for one in changed}
    console.summary |= {"left_out": removed, "written": [one.case.name for one in written]}
    if stopped:
        raise stopped
    if due and not agreed:
        hint = "look at what changed, and add --yes to write it"
        raise Failure(f"{len(due)} recordings are to be written; nothing was", hint)
    if not console.machine:  # the lines above have shown it already
        console.summary.clear()
        if removed:
            console.say(f"left out of the responses: {', '.join(removed)}")
    console.done(f"{len(done)} asked, {len(changed)} changed in shape, {len(written)} written.")
