"""What the policy of a schema adds to its record: aliases of fields, a file, follow-up actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..diagnostics import Collector
from ..policy import place_in
from ..policy.model import ActionsPolicy, MediaPolicy
from ..runtime.files.file_model import FileFields
from ..runtime.operation.polling_spec import FollowUpActions
from ..spec.names import FieldName
from ..spec.pointer import split
from .ir import Definition, Field, Record
from .types import NONE, Type, members, references


def field_aliases(
    aliases: Mapping[str, str],
    fields: Sequence[Field],
    pointer: str,
    defined: Iterable[Definition | None],
    problems: Collector,
) -> tuple[tuple[FieldName, str, Type], ...]:
    """Properties that read fields of an object or of one in it, which are there in each response."""
    if not aliases:
        return ()
    records = {one.name: one.fields for one in defined if isinstance(one, Record)}
    read = list[tuple[FieldName, str, Type]]()
    for name, path in aliases.items():
        here, steps, found = fields, list[str](), list[Field]()
        for token in split(path):
            found = [field for field in here if field.wire == token and field.required]
            steps += [field.name for field in found]
            here = [one for field in found for ref in references(field.type) for one in records.get(ref, ())]
        if found and len(steps) == len(split(path)) and NONE not in members(found[0].type):
            read.append((FieldName.of(name), ".".join(steps), found[0].type))
        else:
            what = f"{path!r} leads to something that a response may leave out"
            problems.add(place_in(pointer, "aliases", name), what, "name a required field", code="alias-fields")
    return tuple(read)


def file_fields(media: MediaPolicy | None, names: Mapping[str, FieldName]) -> FileFields | None:
    """The fields with a struct's file."""
    if media is None:
        return None
    url, base64 = (names.get(wire) if wire else None for wire in (media.url, media.base64))
    return FileFields(media.kind, url, base64)


def follow_up_actions(policy: ActionsPolicy | None) -> FollowUpActions | None:
    """The follow-up actions of a struct: names on the wire, and an operation's id."""
    if policy is None:
        return None
    return FollowUpActions(f"/{policy.each}", tuple(policy.by), policy.operation, policy.item, policy.whole)
