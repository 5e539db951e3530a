"""Models with files: their places in a result, and their counterparts in the async client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..diagnostics import Collector
from ..spec.names import ClassName
from ..spec.pointer import join
from .ir import Alias, Definition, Field, Record, types_of
from .schemas import Schemas
from .types import ListOf, MapOf, Ref, Type, async_type, members, references


def add_async_models(models: Schemas, used: Iterable[Type]) -> dict[ClassName, ClassName]:
    """Plan an async counterpart of each model with files that an operation returns: its name by the model's."""
    all_ = {one.name: one for one in models.definitions().all}
    wanted = _carriers(all_) & _reached(used, all_)
    async_names = {name: models.names.claim(ClassName.of(f"Async{name}")) for name in all_ if name in wanted}
    models.insert_behind({name: _async_model(all_[name], async_names) for name in async_names})
    return async_names


def _carriers(all_: Mapping[ClassName, Definition]) -> set[ClassName]:
    carriers = {name for name, one in all_.items() if isinstance(one, Record) and one.file}
    while True:
        more = {name for name, one in all_.items() if carriers.intersection(_named(one))} - carriers
        if not more:
            return carriers
        carriers |= more


def _reached(used: Iterable[Type], all_: Mapping[ClassName, Definition]) -> set[ClassName]:
    reached: set[ClassName] = set()
    waiting = [name for type_ in used for name in references(type_)]
    while waiting:
        name = waiting.pop()
        if name not in reached and name in all_:
            reached.add(name)
            waiting += _named(all_[name])
    return reached


def _named(one: Definition) -> list[ClassName]:
    return [name for type_ in types_of(one) for name in references(type_)]


def _async_model(one: Definition, async_names: Mapping[ClassName, ClassName]) -> Definition:
    if isinstance(one, Alias):
        return Alias(async_names[one.name], async_type(one.type, async_names), one.prose, one.module)
    fields = tuple(Field(f.name, f.wire, async_type(f.type, async_names), f.required, f.prose) for f in one.fields)
    return Record(
        async_names[one.name], fields, one.prose, one.module, one.base, one.vectors, one.items, one.file, None, one.name
    )


class Places:
    """Finds the places of models with files in a result."""

    def __init__(self, models: Schemas, problems: Collector) -> None:
        self.all = {one.name: one for one in models.definitions().all}
        self.carriers = _carriers(self.all)
        self.problems = problems

    def of(self, types: Iterable[Type]) -> tuple[str, ...]:
        """The places as JSON pointers: `/data/*` is each item of `data`, and "" the result itself."""
        found = (place for type_ in types for place in self._in(type_, ()))
        return tuple(dict.fromkeys(join("", *place) for place in found))

    def _in(self, type_: Type, seen: tuple[ClassName, ...]) -> Iterator[tuple[str, ...]]:
        for part in members(type_):
            if isinstance(part, ListOf):
                yield from (("*", *place) for place in self._in(part.item, seen))
            elif isinstance(part, MapOf) and self.carriers.intersection(references(part)):
                hint = "make it a list, or remove x-client media"
                self._refuse(next(references(part)), "an object with a file as a value of a map", hint)
            elif isinstance(part, Ref) and part.name in self.carriers:
                yield from self._in_named(self.all[part.name], seen)

    def _in_named(self, one: Definition, seen: tuple[ClassName, ...]) -> Iterator[tuple[str, ...]]:
        if one.name in seen:
            self._refuse(one.name, "an object with a file that contains itself", "remove x-client media")
            return
        if isinstance(one, Alias):
            yield from self._in(one.type, (*seen, one.name))
            return
        if one.file:
            yield ()
        for field in one.fields:
            yield from ((field.wire, *place) for place in self._in(field.type, (*seen, one.name)))

    def _refuse(self, name: ClassName, what: str, hint: str) -> None:
        pointer = self.all[name].prose.place.partition("#")[2]
        self.problems.add(pointer, f"{what} is not supported: its place in a response is not fixed", hint)
