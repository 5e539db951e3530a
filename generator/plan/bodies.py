"""Request bodies: the media type that is sent, and the arguments that it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ..diagnostics import Collector
from ..runtime.encoding.bodies import ARGUMENT, BodySpec
from ..runtime.encoding.multipart import FormField
from ..runtime.encoding.styles import Layout, ParameterStyle
from ..runtime.http.media_type import OCTET_STREAM
from ..spec import Content, Document
from ..spec import Operation as SpecOperation
from ..spec.names import ClassName, FieldName
from ..spec.operations import FORM, JSON
from ..spec.pointer import follow, mapping, resolve, sequence, split, string
from .docs import prose_of
from .ir import Field, Prose
from .schemas import Schemas
from .types import (
    ANY,
    FILE,
    NONE,
    STR,
    ListOf,
    Literals,
    MapOf,
    Ref,
    Scalar,
    Type,
    handles,
    without_files,
    without_none,
)

URLENCODED = "application/x-www-form-urlencoded"
# Types that can be sent as text, unlike null and objects.
_TEXTS = tuple(
    Scalar(name) for name in ("str", "int", "float", "bool", "datetime", "date", "time", "timedelta", "UUID")
)


class Body(NamedTuple):
    """The arguments of a body, and how the runtime writes it."""

    fields: tuple[Field, ...] = ()
    parts: tuple[FormField, ...] = ()
    multipart_type: str = FORM  # of the parts
    spec: BodySpec | None = None  # None for a multipart form, and an object of fields in JSON
    styles: Mapping[str, ParameterStyle] = {}
    nullable: tuple[str, ...] = ()
    text: str = ""  # the description of an object whose fields are arguments


class Bodies:
    """Reads request bodies, and the schemas that they use."""

    def __init__(self, document: Document, parameters: Schemas, problems: Collector) -> None:
        self.document = document
        self.parameters = parameters
        self.problems = problems

    def read(self, one: SpecOperation) -> Body:
        """Read the body of an operation."""
        content = self._chosen(one)
        if content is None:
            return Body()
        place, schema = follow(self.document.tree, content.schema, content.schema_pointer)
        kind = _kind(content.media_type)
        if kind in ("json", "form", "multipart") and self._has_fields(mapping(schema), kind):
            body = self._spread(one, content, kind, place, mapping(schema))
            if body.fields or kind != "json":
                return body
        if kind == "multipart":
            what, instead = "a multipart form that is no object: its parts have no names", "callers pass what is sent"
            self.problems.unsupported(content.pointer, what, instead, "describe the parts under properties", "body")
            kind = "file"
        return self._whole(one, content, kind)

    def _chosen(self, one: SpecOperation) -> Content | None:
        """The media type that is sent; others are left out."""
        known = sorted(one.request_body.content, key=_preference) if one.request_body else []
        if left := left_out(known):
            instead = f"the body is sent as {known[0].media_type}"
            what = f"the body has {written(left)} too"
            self.problems.unsupported(left[0].pointer, what, instead, "keep the one that is to be sent", "media-type")
        return known[0] if known else None

    def _has_fields(self, schema: dict[str, Any], kind: str) -> bool:
        return self.parameters.shapes.is_record(schema) and not (
            "null" in _types(schema) or (schema.get("nullable") is True and kind == "json")
        )

    # -- fields as arguments ---------------------------------------------------------------------------------------

    def _spread(self, one: SpecOperation, content: Content, kind: str, place: str, schema: dict[str, Any]) -> Body:
        components = self.parameters.names.components
        owner = ClassName.of(split(place)[-1]) if place in components else ClassName.of(one.id)
        fields = self.parameters.fields(schema, place, owner, self.parameters.names.naming)
        encoding = mapping(content.node.get("encoding"))
        body = one.request_body.node if one.request_body else {}
        text = (string(schema.get("description")) or string(body.get("description"))).strip()
        if kind == "multipart":
            parts = tuple(self._part(field, mapping(encoding.get(field.wire))) for field in fields)
            nullable = tuple(field.wire for field in fields if self._is_nullable(field.type))
            type_ = FORM if "*" in content.media_type else content.media_type
            return Body(fields, parts, type_, nullable=nullable, text=text)
        fields = tuple(self._without_files(field) for field in fields)
        if kind == "form":
            styles = {field.wire: self._style(mapping(encoding.get(field.wire)), field.type) for field in fields}
            nullable = tuple(field.wire for field in fields if self._is_nullable(field.type))
            told = {wire: style for wire, style in styles.items() if style is not None}
            return Body(fields, (), FORM, BodySpec("form", content.media_type), told, nullable, text)
        required = bool(one.request_body and one.request_body.node.get("required") is True)
        spec = BodySpec("json", content.media_type, required=required)
        return Body(fields, spec=None if spec == BodySpec("json", JSON, required=True) else spec, text=text)

    def _without_files(self, field: Field) -> Field:
        """The field with text in the place of files, which neither JSON nor an encoded form can hold."""
        if not any(handles(field.type)):
            return field
        what = f"{field.wire!r} is a file in a body that is no multipart form"
        self.problems.unsupported(
            field.prose.pointer, what, "it is taken as text", "send it as multipart/form-data", "body"
        )
        return replace(field, type=without_files(field.type))

    def _part(self, field: Field, encoding: dict[str, Any]) -> FormField:
        """A field of a form, as the runtime reads it."""
        whole = without_none(self.parameters.through(field.type))
        many = isinstance(whole, ListOf)
        item = without_none(self.parameters.through(whole.item)) if isinstance(whole, ListOf) else whole
        item = without_none(self.parameters.through(item))
        type_ = string(encoding.get("contentType"))
        if item == FILE:
            has_type = "," not in type_ and "*" not in type_
            return FormField(field.wire, True, many, type_ if type_ and has_type else OCTET_STREAM)
        is_json = type_.startswith("application/json")
        if not self._is_text(item):
            parts = self.parameters.alternatives(item)
            has_text = any(part == ANY or isinstance(part, Literals) or part in _TEXTS for part in parts)
            return FormField(field.wire, False, many, json=True, text=has_text and not is_json)
        return FormField(field.wire, json=is_json)

    def _style(self, encoding: dict[str, Any], type_: Type) -> ParameterStyle | None:
        """The style of a field of a URL-encoded form, None for the default one."""
        layout = string(encoding.get("style"))
        if layout or "explode" in encoding or encoding.get("allowReserved") is True:
            known: Layout = layout if layout in ("spaceDelimited", "pipeDelimited", "deepObject") else "form"  # type: ignore[assignment]
            explode = encoding.get("explode", known in ("form", "deepObject"))
            return ParameterStyle(known, explode is True, encoding.get("allowReserved") is True)
        if string(encoding.get("contentType")).startswith("application/json"):
            return ParameterStyle("json")
        # An object in a form is JSON unless the document says how else it is written.
        is_flat = all(self._is_text(part) or isinstance(part, ListOf) for part in self.parameters.alternatives(type_))
        return None if is_flat else ParameterStyle("mixed")

    def _is_text(self, type_: Type) -> bool:
        parts = self.parameters.alternatives(type_)
        return all(isinstance(part, Literals) or part in (*_TEXTS, NONE) for part in parts)

    def _is_nullable(self, type_: Type) -> bool:
        return NONE in self.parameters.alternatives(type_)

    def _has_names(self, type_: Type) -> bool:
        """True for a value that a form can be made of: an object, or one of unknown type."""
        return all(
            isinstance(part, (MapOf, Ref)) or part in (ANY, NONE) for part in self.parameters.alternatives(type_)
        )

    # -- one argument ----------------------------------------------------------------------------------------------

    def _whole(self, one: SpecOperation, content: Content, kind: Any) -> Body:
        """A body that is one argument."""
        body = one.request_body
        node, pointer = (body.node, body.pointer) if body else ({}, one.pointer)
        hint = f"{ClassName.styled([ClassName.of(one.id)])}Body"
        type_: Type = FILE
        if kind in ("json", "form"):
            type_ = self.parameters.read(content.schema, content.schema_pointer, hint)
        if kind == "form" and not self._has_names(type_):
            kind = "file" if any(handles(type_)) else "text"
            type_ = FILE if kind == "file" else STR
            what = "an encoded form that is no object: OpenAPI does not say how its value is written"
            cure = "describe the fields under properties"
            self.problems.unsupported(content.pointer, what, "callers pass what is sent", cure, "body")
        elif kind == "text":
            type_ = STR
        prose = prose_of(self.document, {key: node[key] for key in ("description",) if key in node}, pointer)
        if not prose.text:
            described = resolve(self.document.tree, content.schema)
            prose = prose_of(self.document, described, content.schema_pointer)
        prose = Prose(prose.text or f"The body, sent as {content.media_type}.", prose.source, prose.place)
        field = Field(FieldName(ARGUMENT), ARGUMENT, type_, node.get("required") is True, prose)
        styles: dict[str, ParameterStyle] = {}
        for wire, encoding in mapping(content.node.get("encoding")).items() if kind == "form" else ():
            if (style := self._style(mapping(encoding), ANY)) is not None:
                styles[wire] = style
        return Body((field,), (), FORM, BodySpec(kind, content.media_type, ARGUMENT), styles)


def is_json(media_type: str) -> bool:
    """True for JSON and the media types that are made of it, such as `application/merge-patch+json`."""
    return media_type == JSON or media_type.endswith(("+json", "/json"))


def _kind(media_type: str) -> str:
    if is_json(media_type):
        return "json"
    if media_type == FORM or media_type.startswith("multipart/"):
        return "multipart"
    if media_type == URLENCODED:
        return "form"
    return "text" if media_type.startswith("text/") or media_type.endswith(("/xml", "+xml", "/graphql")) else "file"


def _preference(content: Content) -> tuple[int, bool, bool]:
    """JSON first, then forms, text and files: what the client can check is sent. Parameters come last."""
    rank = ("json", "multipart", "form", "text", "file").index(_kind(content.media_type))
    return rank, content.media_type not in (JSON, FORM), content.media_type != content.written


def left_out(known: Sequence[Content]) -> list[Content]:
    """The media types beside the first that hold something else: the same in another encoding is no loss."""
    return [
        one
        for one in known[1:]
        if not is_json(known[0].media_type) or one.schema is None or one.schema != known[0].schema
    ]


def written(contents: Sequence[Content]) -> str:
    """Media types as a document names them."""
    *others, last = [repr(one.written) for one in contents]
    return f"the media types {', '.join(others)} and {last}" if others else f"the media type {last}"


def _types(schema: dict[str, Any]) -> list[Any]:
    return sequence(schema.get("type")) or [schema.get("type")]
