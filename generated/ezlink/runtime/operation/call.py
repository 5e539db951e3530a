"""Calls: requests to be sent by a client, as plain data, and how they are built. Nothing here does I/O."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any, Generic

import msgspec

from ..deprecation import warn_deprecated
from ..encoding.arguments import changes_path, encode_json, encode_path_param, encode_query
from ..encoding.result_objects import with_result_objects
from ..http.headers import TOKEN, check_headers, hide_headers
from ..http.timeout import Limit, Retries, validate_retries, validate_timeout
from ..lazy import public
from .operation import OPTIONS, Operation

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from ..encoding.multipart import Multipart, WholeFile
    from .parsing_spec import Outputs
    from .response_variants import ResponseVariant

    S_co = TypeVar("S_co", covariant=True)
    A_co = TypeVar("A_co", covariant=True, default=S_co)
else:
    # `default` is for checkers only: before Python 3.13 it would need a dependency.
    from typing import TypeVar

    S_co = TypeVar("S_co", covariant=True)
    A_co = TypeVar("A_co", covariant=True)

UNSET = msgspec.UNSET
_JSON = "application/json"
# Of two names that are as alike as this (1.0: the same), one is a misspelling of the other.
_MISSPELLING = 0.81


@public
class Call(msgspec.Struct, Generic[S_co, A_co], frozen=True):
    """One call, ready to be sent by any client: `client.send(call)`.

    `S_co` is the type that the sync client returns for it and `A_co` that of the async one. `target` is path and query,
    encoded, without an origin. `headers` are the call's own; the client adds its own and the key when it sends.
    A multipart body is held as its fields: its `content_type` comes with the boundary, when it is sent. `variant` is
    the response's, where there are several; `outputs` are the types that its outputs are parsed into. Calls compare by
    what they would send, and can be pickled and sent later.
    """

    operation: Operation
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    content: bytes | Multipart | WholeFile | None = None
    content_type: str | None = None
    streams: bool = False
    timeout: Limit = UNSET
    variant: ResponseVariant | None = None
    max_retries: Retries = UNSET
    outputs: Outputs | None = None

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.operation.method

    def __repr__(self) -> str:
        parts = [f"{self.method} {self.target.partition('?')[0]}"]
        if "?" in self.target:
            parts.append("?…")
        if self.headers:
            parts.append(f"headers {', '.join(name for name, _ in self.headers)}")  # a value may be a secret
        if isinstance(self.content, bytes):
            parts.append(f"{len(self.content)} bytes of {self.content_type}")
        elif self.content is not None:
            parts.append(repr(self.content))
        if self.streams:
            parts.append("streamed")
        return f"Call({', '.join(parts)})"

    if not TYPE_CHECKING:

        def __class_getitem__(cls, types: Any) -> Any:
            # `Call[T]` means `Call[T, T]`, as the default of the second parameter tells checkers.
            return super().__class_getitem__(types if isinstance(types, tuple) else (types, types))


def build_call(operation: Operation, params: Mapping[str, Any], /, **path: Any) -> Call[Any, Any]:
    """Build the call of an operation with these arguments, path parameters by keyword.

    Raises TypeError for an unknown parameter, for required ones that are missing and for values that cannot be encoded;
    ValueError for NaN and for values that cannot be sent.
    """
    given = params.keys()
    if not given <= operation.keywords:
        raise _unknown(operation, params, path)
    if not given >= operation.required_set or (path and UNSET in path.values()):
        raise _missing(operation, params, path)
    if (old := operation.deprecated) and ("" in old or not given.isdisjoint(old)):
        warn_deprecated(operation.display_name, operation.deprecated, given)
    if path or not operation.has_only_a_body or not OPTIONS.isdisjoint(params):
        return _assemble(operation, params, path)
    return Call(operation, operation.path, (), _json(operation, params), _JSON, _streams(operation, params))


def build_request(
    method: str,
    path: str,
    *,
    json: Any,
    type: Any,
    query: Any,
    headers: Mapping[str, str] | None,
    timeout: Limit,
    max_retries: Retries,
) -> Call[Any, Any]:
    """Build the call of an endpoint that has no operation. Raises TypeError or ValueError for what cannot be sent."""
    if not path.startswith("/") or not path.isascii() or not path.isprintable() or " " in path or "#" in path:
        raise ValueError(f"path: {path!r} must begin with / and be encoded, without a fragment")
    if not method or not TOKEN.issuperset(method):
        raise ValueError(f"method: {method!r} is no HTTP method")
    plain = path.partition("?")[0]
    if any(changes_path(segment) for segment in plain.split("/")):
        raise ValueError(f"path: {path!r} must not contain . or .. as a segment, which HTTP libraries resolve")
    encoded = encode_query(query) if query else ""
    added = dict(headers or {})
    if type is bytes and "accept" not in map(str.lower, added):
        added["Accept"] = "*/*"
    return Call(
        Operation(id=f"{method} {plain}", method=method, path=plain, result=type),
        f"{path}{'&' if '?' in path else '?'}{encoded}" if encoded else path,
        check_headers(added.items()),
        None if json is UNSET else encode_json(with_result_objects({"json": json}, ["json"])["json"]),
        None if json is UNSET else _JSON,
        False,
        validate_timeout(timeout),
        max_retries=validate_retries(max_retries),
    )


def _assemble(operation: Operation, params: Mapping[str, Any], path: Mapping[str, Any]) -> Call[Any, Any]:
    hide_headers(params, "extra_headers")
    names = operation.wire_names
    wire = {names.get(name, name): value for name, value in params.items() if name not in OPTIONS}
    if operation.nullable:
        wire = {name: value for name, value in wire.items() if value is not None or name not in operation.nullable}
    body = _part(operation, wire, operation.body, params, "extra_body")
    query = _part(operation, wire, operation.query, params, "extra_query")
    headers = _headers(operation, wire, params)
    variant, accept = _choose_variant(operation, wire, body)
    if accept is not None and "accept" not in map(str.lower, headers):
        headers["Accept"] = accept
    content, content_type = _content(operation, wire, body)
    return Call(
        operation,
        _target(operation, path, query, wire),
        check_headers(headers.items()),
        content,
        content_type,
        _streams(operation, body),
        validate_timeout(params.get("timeout", UNSET)),
        variant,
        validate_retries(params.get("max_retries", UNSET)),
    )


def _part(
    operation: Operation, wire: Mapping[str, Any], names: Collection[str], params: Mapping[str, Any], option: str
) -> dict[str, Any]:
    """The arguments for one part of the request, with those of an option laid over them."""
    return {**_own(operation, wire, names), **_extra(params, option)}


def _own(operation: Operation, wire: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    sent_as = operation.sent_as
    return {sent_as.get(name, name): value for name, value in wire.items() if name in names}


def _headers(operation: Operation, wire: Mapping[str, Any], params: Mapping[str, Any]) -> dict[str, Any]:
    """The headers of a call, its cookies among them."""
    given = _own(operation, wire, operation.header)
    if operation.styles:
        from ..encoding.styles import encode_header_with

        styles = operation.styles
        given = {n: encode_header_with(n, v, styles[n]) if n in styles else v for n, v in given.items()}
    headers = {name: _header_text(value) for name, value in given.items()}
    if operation.cookie and (cookies := _own(operation, wire, operation.cookie)):
        from ..encoding.styles import encode_cookies

        headers["Cookie"] = encode_cookies(cookies, operation.styles)
    return {**headers, **_extra(params, "extra_headers")}


def _content(operation: Operation, wire: Mapping[str, Any], body: Mapping[str, Any]) -> tuple[Any, str | None]:
    """The body of a call and its type, None for both if there is no body."""
    if operation.content is not None:
        from ..encoding.bodies import build_body

        content: tuple[Any, str | None] = build_body(operation.content, wire, body, operation.styles)
        return content
    if operation.multipart:
        return _form(operation, wire, body), None
    return (_json(operation, body), _JSON) if operation.body or body else (None, None)


def _extra(params: Mapping[str, Any], option: str) -> Mapping[str, Any]:
    value = params.get(option)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"{option}: a mapping of names to values, not {type(value).__name__}")
    return value  # pyright: ignore[reportUnknownVariableType]


def _header_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)) and isfinite(value):
        return str(value)
    return value  # type: ignore[no-any-return]  # anything but text is refused with the other headers


def _choose_variant(
    operation: Operation, wire: Mapping[str, Any], body: Mapping[str, Any]
) -> tuple[ResponseVariant | None, str | None]:
    """The variant of the response, and the Accept header that asks for it where the client's usual one does not."""
    variants = operation.variants
    if variants is None:
        return None, None
    if operation.accept_chooses:
        if not isinstance(accept := wire.get("accept", variants.default), str):
            raise TypeError(f"accept: text, not {type(accept).__name__}")
        return variants.choose(accept), accept
    variant = variants.choose({**wire, **body}.get(variants.by or ""))
    return variant, None if variant.media_type == _JSON else variant.media_type


def _json(operation: Operation, body: Mapping[str, Any]) -> bytes:
    return encode_json(with_result_objects(body, operation.model_params) if operation.model_params else body)


def _form(operation: Operation, wire: Mapping[str, Any], extra: Mapping[str, Any]) -> Multipart:
    from ..encoding.multipart import build_form

    arguments = {name: python for python, name in operation.wire_names.items()}
    return build_form(operation.multipart, wire, extra, arguments, operation.sent_as, operation.multipart_type)


def _target(operation: Operation, path: Mapping[str, Any], query: Mapping[str, Any], wire: Mapping[str, Any]) -> str:
    target = operation.path
    if operation.modes and "mode" in wire:
        target = operation.mode_prefix.replace("{mode}", encode_path_param("mode", wire["mode"])) + target
    for name, value in path.items():
        target = target.replace(f"{{{name}}}", _path_text(operation, name, value))
    encoded = _query_text(operation, query) if query else ""
    return f"{target}?{encoded}" if encoded else target


def _path_text(operation: Operation, name: str, value: Any) -> str:
    if name not in operation.styles:
        return encode_path_param(name, value)
    from ..encoding.styles import encode_path_with

    text: str = encode_path_with(name, value, operation.styles[name])
    return text


def _query_text(operation: Operation, query: Mapping[str, Any]) -> str:
    if not operation.styles:
        return encode_query(query)
    from ..encoding.styles import encode_query_with

    text: str = encode_query_with(query, operation.styles)
    return text


def _streams(operation: Operation, body: Mapping[str, Any]) -> bool:
    if operation.stream is None:
        return False
    if operation.stream.when is None:
        return True
    name, value = operation.stream.when
    return bool(body.get(name, UNSET) == value)


def _missing_names(operation: Operation, params: Mapping[str, Any], path: Mapping[str, Any]) -> list[str]:
    """Return the required arguments that are not given."""
    missing = [name for name, value in path.items() if value is UNSET]
    return [*missing, *(name for name in operation.required if name not in params)]


def _missing(operation: Operation, params: Mapping[str, Any], path: Mapping[str, Any]) -> TypeError:
    """Return the error for the required arguments that are not given, as Python raises it for those of a function."""
    missing = _missing_names(operation, params, path)
    extras = [
        option
        for option in ("extra_headers", "extra_query", "extra_body")
        for name in _extra(params, option)
        if name in {operation.wire_names.get(one, one) for one in missing}
    ]
    cure = f"; {extras[0]} adds to a call: pass what is required as an argument" if extras else ""
    return TypeError(f"{operation.display_name}() is missing {_listed(missing)}{cure}")


def _listed(missing: list[str]) -> str:
    *first, last = map(repr, missing)
    names = f"{', '.join(first)} and {last}" if first else last
    return f"{len(missing)} required argument{'s' if first else ''}: {names}"


def _unknown(operation: Operation, params: Mapping[str, Any], path: Mapping[str, Any]) -> TypeError:
    """Return the error for an argument that is unknown; one that is missing may be the one that was meant."""
    from difflib import get_close_matches

    missing = _missing_names(operation, params, path)
    name = next(name for name in params if name not in operation.keywords)
    known = sorted(operation.keywords.union(path))
    near = [one for one in known if sorted(one) == sorted(name)] or get_close_matches(name, known, cutoff=_MISSPELLING)
    hint = f": did you mean {near[0]!r}?" if near else "."
    cure = "To send it all the same, use extra_body or extra_query."
    also = [one for one in missing if one not in near[:1]]
    left = f" It is also missing {_listed(also)}." if also else ""
    return TypeError(f"{operation.display_name}() has no parameter {name!r}{hint} {cure}{left}")
