"""Tasks: how to follow the work that an operation starts, and the follow-up actions of its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from msgspec.structs import replace as replace_struct

from ..policy import Policy
from ..policy.model import StatesPolicy, TaskPolicy
from ..runtime.operation.polling_spec import FollowUpActions, PollingSpec
from ..spec import Operation as SpecOperation
from ..spec.names import ClassName, ConstantName, FieldName, ModuleName, unique
from .ir import Code, Definition, Endpoint, Record, Task
from .refuse import LeftOut
from .responses import Read, accepted, result_type
from .types import Ref, Type

STATES = ("running", "waiting", "succeeded", "failed")


class Tasks:
    """Reads the tasks of operations, once it is known what every operation takes and returns."""

    def __init__(self, policy: Policy, reads: Mapping[str, Read]) -> None:
        self.policy = policy
        self.reads = reads

    def result(self, one: SpecOperation) -> Type | None:
        """The result of the task that an operation starts, None if it starts none: the default result of a poll."""
        policy = self.policy.of(one).task
        if policy is None:
            return None
        read = self.reads[_fetch(one, policy, self.reads)]
        return read.first.cases[read.default].type if read.by else result_type(read.first.cases)

    def plan(
        self, one: SpecOperation, endpoints: Mapping[str, Endpoint], models: Mapping[ClassName, Definition]
    ) -> Task | None:
        """Plan the task of an operation, None if it starts none."""
        policy, result = self.policy.of(one).task, self.result(one)
        if policy is None or result is None:
            return None
        fetch = endpoints[_fetch(one, policy, endpoints)]
        parameter = _names(fetch)[policy.fetch.parameter]
        polling = PollingSpec(
            id=policy.id,
            accepted=accepted(policy.accepted),
            refused=accepted(policy.refused),
            fetch=fetch.name,
            parameter=parameter,
            status=policy.status,
            states=_states(policy.states),
            failure=policy.failure or None,
            progress=policy.progress or None,
            interval=(policy.interval.default, policy.interval.floor),
            timeout=policy.timeout,
            expect_unknown=policy.expect_unknown,
            waiting=policy.waits_for or None,
            grace=policy.grace,
            actions=_actions(result, endpoints, models),
        )
        has_path = any(argument.name == parameter for argument in fetch.arguments)
        return Task(ConstantName.of(f"{fetch.name}_polling"), polling, result, fetch.params if has_path else None)


def _fetch(one: SpecOperation, policy: TaskPolicy, known: Mapping[str, object]) -> str:
    """The id of the operation that fetches a task. Raises `LeftOut` if that is left out itself."""
    name = policy.fetch.operation
    if name not in known:
        raise LeftOut(one.pointer, f"its task is fetched by {name!r}, which is left out", "see there")
    return name


def _states(policy: StatesPolicy) -> dict[Any, Any]:
    """The state for each value of the status."""
    return {value: state for state in STATES for value in getattr(policy, state)}


def _actions(
    result: Type, endpoints: Mapping[str, Endpoint], models: Mapping[ClassName, Definition]
) -> FollowUpActions | None:
    """The follow-up actions of a result, by the names in Python."""
    record = models.get(result.name) if isinstance(result, Ref) else None
    if not isinstance(record, Record) or record.actions is None or record.actions.operation not in endpoints:
        return None
    actions, endpoint = record.actions, endpoints[str(record.actions.operation)]
    python = _names(endpoint)
    return actions._replace(
        operation=endpoint.name,
        item={python[wire]: place for wire, place in actions.item.items()},
        whole={python[wire]: place for wire, place in actions.whole.items()},
    )


def _names(endpoint: Endpoint) -> dict[str, FieldName]:
    """The Python names of an endpoint's parameters, by their names on the wire."""
    arguments = {one.wire: one.name for one in endpoint.arguments}
    return arguments | {one.wire: one.name for one in endpoint.keywords}


def name_constants(endpoints: Sequence[Endpoint]) -> tuple[Endpoint, ...]:
    """The endpoints with the constants of their tasks: one for each kind of task in a module."""
    wanted: dict[ModuleName, dict[str, ConstantName]] = {}
    for one in endpoints:
        if one.task:
            wanted.setdefault(one.module, {}).setdefault(repr(one.task.polling), one.task.constant)
    named = {
        module: unique(kinds, {one.constant for one in endpoints if one.module == module})
        for module, kinds in wanted.items()
    }

    def with_constant(one: Endpoint) -> Endpoint:
        if one.task is None:
            return one
        constant = named[one.module][repr(one.task.polling)]
        operation = replace_struct(one.operation, polling=Code(constant))
        return replace(one, operation=operation, task=replace(one.task, constant=constant))

    return tuple(map(with_constant, endpoints))
