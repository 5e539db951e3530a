"""Models with files: their places in a result, and their counterparts in the async client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..diagnostics import Collector
from ..spec.names import ClassName
from ..spec.pointer import join
from .ir import Alias, Definition, Record, leading_to, reachable, references_of
from .schemas import Schemas
from .types import ListOf, MapOf, Ref, Type, async_type, members, references


def async_models(models: Schemas, used: Iterable[Type]) -> dict[ClassName, Definition]:
    """An async counterpart of each model with files that an operation returns, by the model's name."""
    all_ = {one.name: one for one in models.definitions().all}
    edges = references_of(all_.values())
    returned = reachable((name for type_ in used for name in references(type_)), edges)
    wanted = _carriers(all_) & returned
    async_names = {name: models.names.claim(ClassName.of(f"Async{name}")) for name in all_ if name in wanted}
    return {name: _async_model(all_[name], async_names) for name in async_names}


def _carriers(all_: Mapping[ClassName, Definition]) -> set[ClassName]:
    """The models that have a file, in themselves or in a part."""
    files = {name for name, one in all_.items() if isinstance(one, Record) and one.file}
    return leading_to(files, references_of(all_.values())) if files else set()


def _async_model(one: Definition, async_names: Mapping[ClassName, ClassName]) -> Definition:
    name = async_names[one.name]
    if isinstance(one, Alias):
        return replace(one, name=name, type=async_type(one.type, async_names))
    fields = tuple(replace(field, type=async_type(field.type, async_names)) for field in one.fields)
    return replace(one, name=name, fields=fields, actions=None, async_of=one.name)


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
                hint = "make it a list, or remove `media` of its schema"
                self._refuse(next(references(part)), "an object with a file as a value of a map", hint)
            elif isinstance(part, Ref) and part.name in self.carriers:
                yield from self._in_named(self.all[part.name], seen)

    def _in_named(self, one: Definition, seen: tuple[ClassName, ...]) -> Iterator[tuple[str, ...]]:
        if one.name in seen:
            self._refuse(one.name, "an object with a file that contains itself", "remove `media` of its schema")
            return
        if isinstance(one, Alias):
            yield from self._in(one.type, (*seen, one.name))
            return
        if one.file:
            yield ()
        for field in one.fields:
            yield from ((field.wire, *place) for place in self._in(field.type, (*seen, one.name)))

    def _refuse(self, name: ClassName, what: str, hint: str) -> None:
        pointer = self.all[name].prose.pointer
        message = f"{what} is not supported: its place in a response is not fixed"
        self.problems.add(pointer, message, hint, code="file-fields")
