"""Work that goes on after its submit was answered: how it is followed, and what can be done with it when it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..diagnostics import Collector
from ..spec import Operation as SpecOperation
from ..spec.names import ClassName, ConstantName, FieldName, ModuleName, unique
from ..spec.pointer import join, mapping, sequence, string
from .ir import Buttons, Definition, FollowUpActions, Operation, PollingSpec, Record
from .responses import Read, accepted, either
from .types import Handle, Ref, Type

STATES = ("running", "waiting", "succeeded", "failed")


class Tasks:
    """Reads the tasks of operations, once it is known what every operation takes and gives."""

    def __init__(self, reads: Mapping[str, Read], problems: Collector) -> None:
        self.reads = reads
        self.problems = problems

    def result(self, one: SpecOperation) -> Type | None:
        """What the task of an operation makes, None if it starts none: the usual form of what the look gives."""
        if "x-task" not in one.node:
            return None
        fetch = string(mapping(mapping(one.node["x-task"]).get("fetch")).get("operation"))
        if fetch not in self.reads:
            pointer = join(one.pointer, "x-task", "fetch", "operation")
            self.problems.add(pointer, f"there is no operation {fetch!r}", "name the operation that looks at the task")
            return None
        read = self.reads[fetch]
        return read.first.cases[read.default].type if read.by else either(read.first.cases)

    def plan(
        self, one: SpecOperation, all_: Mapping[str, Operation], answers: Mapping[ClassName, Definition]
    ) -> PollingSpec | None:
        """How the task of an operation is followed."""
        result = self.result(one)
        if result is None:
            return None
        node = mapping(one.node["x-task"])
        fetch = all_[string(mapping(node.get("fetch")).get("operation"))]
        parameter = self._parameter(one, fetch, string(mapping(node.get("fetch")).get("parameter")))
        interval = mapping(node.get("interval"))
        has_path = any(argument.name == parameter for argument in fetch.arguments)
        return PollingSpec(
            constant=ConstantName.of(f"{fetch.name}_plan"),
            id=string(node.get("id")),
            accepted=accepted(node.get("accepted")),
            fetch=fetch.name,
            parameter=parameter,
            status=string(node.get("status")),
            states=self._states(one, mapping(node.get("states"))),
            failure=string(node.get("failure")) or None,
            progress=string(node.get("progress")) or None,
            interval=(float(interval.get("default", 3)), float(interval.get("floor", 1))),
            timeout=float(node.get("timeout", 600)),
            expect_unknown=node.get("expect_unknown") is True,
            waiting=string(node.get("waits_for")) or None,
            actions=self._actions(result, all_, answers),
            result=result,
            options=fetch.params if has_path else None,
        )

    def _parameter(self, one: SpecOperation, fetch: Operation, wire: str) -> FieldName:
        if (name := _names(fetch).get(wire)) is not None:
            return name
        pointer = join(one.pointer, "x-task", "fetch", "parameter")
        self.problems.add(pointer, f"{fetch.id} has no parameter {wire!r}", "name the one that takes the task's id")
        return FieldName.of(wire)

    def _states(self, one: SpecOperation, node: dict[str, Any]) -> tuple[tuple[str | int, str], ...]:
        found: dict[str | int, str] = {}
        for state in STATES:
            for word in sequence(node.get(state)):
                if word in found:
                    pointer = join(one.pointer, "x-task", "states", state)
                    self.problems.add(pointer, f"{word!r} means {found[word]} already", "say what it means once")
                found[word] = state
        return tuple(found.items())

    def _actions(
        self, result: Type, all_: Mapping[str, Operation], answers: Mapping[ClassName, Definition]
    ) -> FollowUpActions | None:
        record = answers.get(result.name) if isinstance(result, Ref) else None
        buttons = record.buttons if isinstance(record, Record) else None
        if buttons is None:
            return None
        operation = all_.get(buttons.operation)
        if operation is None:
            self.problems.add(buttons.pointer, f"there is no operation {buttons.operation!r}", "name one")
            return None
        return FollowUpActions(
            f"/{buttons.each}",
            buttons.by,
            operation.name,
            self._named(buttons, operation, buttons.item),
            self._named(buttons, operation, buttons.whole),
        )

    def _named(
        self, buttons: Buttons, operation: Operation, pairs: tuple[tuple[str, str], ...]
    ) -> tuple[tuple[str, str], ...]:
        python = _names(operation)
        for wire, _ in pairs:
            if wire not in python:
                self.problems.add(
                    buttons.pointer, f"{operation.id} has no parameter {wire!r}", "name one of its parameters"
                )
        return tuple((str(python.get(wire, wire)), pointer) for wire, pointer in pairs)


def _names(operation: Operation) -> dict[str, FieldName]:
    """What an operation takes: the names in Python by those on the wire."""
    arguments = {argument.wire: argument.name for argument in operation.arguments}
    return arguments | {field.wire: field.name for field in operation.keywords}


def told_apart(operations: Sequence[Operation]) -> tuple[Operation, ...]:
    """The operations with plans that are called otherwise than all else in their module, and than each other."""
    constants: dict[tuple[ModuleName, PollingSpec], ConstantName] = {}
    for module in sorted({one.module for one in operations}):
        own = [one for one in operations if one.module == module]
        plans = dict.fromkeys(one.task for one in own if one.task)
        named = unique({f"{i:03}": plan.constant for i, plan in enumerate(plans)}, {one.constant for one in own})
        constants |= {(module, plan): name for plan, name in zip(plans, named.values(), strict=True)}
    return tuple(
        replace(one, task=replace(one.task, constant=constants[one.module, one.task])) if one.task else one
        for one in operations
    )


def started(result: Type) -> Handle:
    """The type of a task."""
    return Handle("Task", (result,))
