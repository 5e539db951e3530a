"""`python -m bench.oracle SPEC CLIENT`: is what a rendered client sends and reads right, by the word of the document?

Every operation is called with values that are made from the document; the transport keeps the request. The
JSON response is made likewise, and taken from the examples of the document; it must be read without a deviation, and
come out as it went in. Nothing here uses the plan of the generator. One JSON object is printed.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from generator.normalize.draft import Draft
from generator.normalize.swagger import swagger
from generator.spec import read
from generator.spec.operations import METHODS

from .oracle_styles import in_path, pairs_of, written
from .oracle_values import NoValue, Values
from .reach_probe import credentials

CONTENT = b"content"
HOLE = re.compile(r"\{([^{}]*)\}")
ORIGIN = "https://oracle.example"


class Described:
    """One operation as the document has it; of a variant (`x-variants`), what it has of its own."""

    def __init__(self, values: Values, path: str, method: str, item: dict[str, Any], own: dict[str, Any]) -> None:
        node = item[method]
        self.method = method.upper()
        self.id = own.get("operationId", node.get("operationId", ""))
        listed = [values.resolved(one) for one in (*item.get("parameters", ()), *node.get("parameters", ()))]
        self.parameters = {(one.get("in", ""), one.get("name", "")): one for one in listed}
        self.path = HOLE.sub(self._hole, path)
        body = values.resolved(node.get("requestBody", {}))
        self.bodies: dict[str, dict[str, Any]] = {
            name.partition(";")[0].strip().lower(): one for name, one in body.get("content", {}).items()
        }
        responses = sorted((str(status), values.resolved(one)) for status, one in node.get("responses", {}).items())
        self.responses = [(status, one) for status, one in responses if status.startswith("2")]
        self.security = node.get("security", values.tree.get("security", []))
        if "body" in own:
            self.bodies = {name: {"schema": _component(own["body"])} for name in self.bodies or ("application/json",)}
        if "answer" in own:
            content = {"application/json": {"schema": _component(own["answer"])}}
            self.responses = [("200", {"content": content}), *self.responses[1:]]

    def _hole(self, hole: re.Match[str]) -> str:
        """A parameter in braces, without the operators of RFC 6570."""
        name = hole[1].lstrip(".;").rstrip("*")
        return f"{{{name}}}" if ("path", name) in self.parameters else hole[0]

    def of(self, place: str) -> dict[str, dict[str, Any]]:
        """The parameters of one place that have a schema, or a media type with one."""
        found = {name: one for (where, name), one in self.parameters.items() if where == place}
        return {name: one for name, one in found.items() if "schema" in one or "content" in one}


def _component(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def schema_of(one: dict[str, Any]) -> Any:
    """The schema of a parameter, or of its media type."""
    media: list[dict[str, Any]] = list(one.get("content", {}).values())
    return one["schema"] if "schema" in one else media[0].get("schema", {}) if media else {}


def described(values: Values) -> Iterator[Described]:
    """Every operation of the document, its variants behind it."""
    for path, item in values.tree.get("paths", {}).items():
        for method in METHODS if isinstance(item, dict) else ():
            if isinstance(item.get(method), dict):
                variants = item[method].get("x-variants", [])
                yield from (Described(values, path, method, item, own) for own in ({}, *variants))


class Oracle:
    """Calls the operations of one client."""

    def __init__(self, spec: Path, place: Path) -> None:
        sys.path.insert(0, str(place.parent))
        draft = Draft(read(spec))
        swagger(draft)  # what is described in Swagger 2.0 is held to the same in OpenAPI 3
        tree = draft.tree
        self.asked, self.answered = Values(tree, response=False), Values(tree, response=True)
        package = importlib.import_module(place.name)
        self.testing = importlib.import_module(f"{place.name}.testing")
        profile = importlib.import_module(f"{place.name}._profile").PROFILE
        self.client_type = getattr(package, profile.name)
        self.credentials = credentials(profile, self.client_type)
        listed = importlib.import_module(f"{place.name}.runtime.operation.endpoint").endpoint_functions
        functions = (
            listed(importlib.import_module(f"{place.name}.operations")) if (place / "operations").is_dir() else []
        )
        self.functions = list(functions)
        self.result: dict[str, Any] = {
            "operations": len(self.functions), "called": 0, "requests": 0, "responses": 0, "read": 0,
            "wrong": [], "skipped": [],
        }  # fmt: skip

    def run(self) -> dict[str, Any]:
        """Call every operation, and return what was found."""
        known = list(described(self.asked))
        used = Counter(one.id for one in known)
        by_id = {one.id: one for one in known if one.id and used[one.id] == 1}
        by_place = {(one.method, HOLE.sub("{}", one.path)): one for one in known}
        ids = {function.operation.id for function in self.functions}
        for function in self.functions:
            operation = function.operation
            about = by_id.get(operation.id) or by_place.get((operation.method, HOLE.sub("{}", operation.path)))
            try:
                if about is None or (about.id != operation.id and about.id in ids & by_id.keys()):
                    raise NoValue("the document does not describe it")
                self._call(function, operation, about)
            except NoValue as reason:
                self.result["skipped"].append(f"{operation.id}: {reason}")
        return self.result

    # -- requests ----------------------------------------------------------------------------------------------------

    def _call(self, function: Any, operation: Any, about: Described) -> None:
        arguments, keywords, body = self._arguments(operation, about)
        replies = [] if operation.variants else list(self._replies(about))  # of which an argument chooses one
        replies = replies or [(self.testing.json({}), None)]
        for number, (reply, value) in enumerate(replies):
            deviations: list[Any] = []
            transport = self.testing.MockTransport()
            transport.add(f"{operation.method} {operation.path}", reply)
            wrong: list[str] = []
            try:
                client = self._client(transport, deviations)
                got = client.send(function(*arguments.values(), **keywords))
                wrong += self._unlike(got, value, deviations) if value is not None else []
            except Exception as error:
                wrong.append(f"response {number + 1}: {type(error).__name__}: {error}"[:300])
            if number == 0:
                self.result["called"] += 1
                faults = self._faults(transport.requests, operation, about, arguments, keywords, body)
                faults = faults if transport.requests or not wrong else wrong
                self.result["requests"] += not faults
                self.result["wrong"] += [f"{operation.id}: {one}" for one in faults]
            if value is not None:
                self.result["responses"] += 1
                self.result["read"] += not wrong
                self.result["wrong"] += [f"{operation.id}: {one}" for one in wrong]

    def _client(self, transport: Any, deviations: list[Any]) -> Any:
        options = {"transport": transport, "base_url": ORIGIN, "on_deviation": deviations.append, "max_retries": 0}
        return self.client_type(**self.credentials, **options)

    def _arguments(self, operation: Any, about: Described) -> tuple[dict[str, Any], dict[str, Any], Any]:
        """Values by path parameter, keyword arguments, and the body that they stand for."""
        in_path, text = about.of("path"), {"schema": {"type": "string"}}
        arguments = {name: self.asked.of(schema_of(in_path.get(name, text))) for name in HOLE.findall(about.path)}
        keywords: dict[str, Any] = {}
        for place, name, wire in _named(operation):
            if (one := about.of(place).get(wire)) is not None:
                self._add(keywords, name, schema_of(one), one.get("required") is True)
        if not about.bodies:
            return arguments, keywords, None
        content, media = operation.content, _media(operation, about)
        body = self.asked.of(about.bodies[media].get("schema", {}))
        if content is not None and content.argument:
            body = body if content.kind in ("json", "form") else "content"
            keywords[content.argument] = body if content.kind != "file" else b"content"
            return arguments, keywords, body
        if not isinstance(body, dict):
            raise NoValue(f"a body of {media} is not compared")
        python = {wire: name for name, wire in operation.wire_names.items()}
        files = {part.name for part in operation.multipart if part.file}
        fields = operation.body or tuple(part.name for part in operation.multipart)
        kept: dict[str, Any] = {}
        for name in fields:
            if (wire := operation.sent_as.get(name, name)) in body:
                kept[wire] = ([CONTENT] if isinstance(body[wire], list) else CONTENT) if name in files else body[wire]
                keywords[python.get(name, name)] = kept[wire]
        return arguments, keywords, kept

    def _add(self, keywords: dict[str, Any], name: str, schema: Any, required: bool) -> None:
        try:
            keywords[name] = self.asked.of(schema)
        except NoValue:
            if required:
                raise

    def _faults(
        self,
        sent: list[Any],
        operation: Any,
        about: Described,
        arguments: dict[str, Any],
        keywords: dict[str, Any],
        body: Any,
    ) -> list[str]:
        """Return the faults of the request that was sent."""
        if len(sent) != 1:
            return [f"{len(sent)} requests were sent"]
        request, faults = sent[0], list[str]()
        faults += _path_faults(request, about, arguments)
        query = [(name, text) for name, texts in request.query.items() for text in texts]
        cookies = [tuple(map(unquote, one.split("=", 1))) for one in request.headers.get("cookie", "").split("; ")]
        for place, name, wire in _named(operation):
            one, given = about.of(place).get(wire), keywords.get(name)
            if one is None or given is None:
                continue
            if place == "header":
                wanted = written(one, given)
                if request.headers.get(wire) != wanted:
                    faults.append(f"the header {wire!r} is {request.headers.get(wire)!r} instead of {wanted!r}")
                continue
            pairs = query if place == "query" else cookies
            if missing := [pair for pair in pairs_of(wire, one, given) if pair not in pairs]:
                faults.append(f"the {place} parameter {wire!r} is not sent as {missing}, but in {pairs}"[:300])
        if not about.security and request.headers.get("authorization"):
            faults.append("a key is sent, and the operation has no security")
        return faults + (self._body_faults(request, about, body) if body is not None else [])

    def _body_faults(self, request: Any, about: Described, body: Any) -> list[str]:
        media = str(request.headers.get("content-type", "")).partition(";")[0]
        ranges = (media, f"{media.partition('/')[0]}/*", "*/*", "application/*+json")
        described = next((about.bodies[one] for one in ranges if one in about.bodies), None)
        if described is None:
            if not request.content and body == {}:
                return []
            if not any("*" in one for one in about.bodies):
                return [f"the body is {media!r} instead of {' or '.join(about.bodies)}"]
            return []
        if isinstance(body, dict) and media.startswith("multipart/"):
            return _form_faults(form_of(request), described, body)
        if isinstance(body, dict) and media == "application/x-www-form-urlencoded":
            fields = parse_qsl(request.content.decode(), keep_blank_values=True)
            return [fault for name, value in body.items() for fault in _field_faults(name, value, described, fields)]
        if not media.endswith("json"):
            return [] if request.content == b"content" else [f"the body is {request.content[:100]!r}"]
        sent = request.json()
        faults = [f"the body is not valid: {one}" for one in self.asked.errors(described.get("schema", {}), sent)[:3]]
        return faults + ([] if sent == body else [f"the body is {sent!r} instead of {body!r}"[:300]])

    # -- responses ---------------------------------------------------------------------------------------------------

    def _replies(self, about: Described) -> Iterator[tuple[Any, Any]]:
        """The replies of an operation, with the JSON that is read from them."""
        for status, response in about.responses[:1]:
            code = int(status) if status.isdecimal() else 200
            content = response.get("content", {})
            if not content:
                yield self.testing.json({}, 204 if code == 200 else code), None
            name, media = next(
                ((name, one) for name, one in content.items() if name.startswith("application/json")),
                ("", dict[str, Any]()),
            )
            if not name or "text/event-stream" in content:
                continue
            schema = media.get("schema", {})
            examples = [one.get("value") for one in media.get("examples", {}).values() if isinstance(one, dict)]
            for value in [*([media["example"]] if "example" in media else []), *examples]:
                if value is not None and not self.answered.errors(schema, value):
                    yield self.testing.json(value, code), value
            try:
                value = self.answered.of(schema)
            except NoValue as reason:
                self.result["skipped"].append(f"{about.id} {status}: {reason}")
                continue
            yield self.testing.json(value, code), value

    def _unlike(self, got: Any, value: Any, deviations: list[Any]) -> list[str]:
        """Return the differences between a result and the JSON that it was read from."""
        if type(got).__name__ == "Task":  # it stands for a result that is fetched
            return []
        if deviations:
            return [f"the response deviates: {deviations[0]}"[:300]]
        whole = got.to_dict() if hasattr(got, "to_dict") else got
        back = json.loads(json.dumps(whole, default=_plain))
        return (
            []
            if back == value or not isinstance(value, dict) or _about_same(back, value)
            else [f"the response is read as {back!r} instead of {value!r}"[:300]]
        )


def _named(operation: Any) -> Iterator[tuple[str, str, str]]:
    """The place of each parameter outside path and body, its name in Python, and that on the wire."""
    python = {wire: name for name, wire in operation.wire_names.items()}
    for place in ("query", "header", "cookie"):
        for key in getattr(operation, place):
            yield place, python.get(key, key), operation.sent_as.get(key, key)


def _media(operation: Any, about: Described) -> str:
    """The media type that a client sends, among those that are described."""
    wanted = operation.content.media_type if operation.content else "application/json"
    wanted = "multipart/" if operation.multipart else wanted
    return next((name for name in about.bodies if name.startswith(wanted)), next(iter(about.bodies)))


def _path_faults(request: Any, about: Described, arguments: dict[str, Any]) -> list[str]:
    wanted = re.split("[?#]", about.path)[0]
    for hole, value in zip(HOLE.findall(about.path), arguments.values(), strict=True):
        one = about.of("path").get(hole, {"schema": {}})
        wanted = wanted.replace(f"{{{hole}}}", in_path(hole, one, value))
    if request.method == about.method and unquote(request.path).endswith(wanted):
        return []
    return [f"{request.method} {unquote(request.path)} instead of {about.method} {wanted}"[:300]]


def _field_faults(name: str, value: Any, described: dict[str, Any], fields: list[tuple[str, str]]) -> list[str]:
    """The faults of a field of a URL-encoded form. One that holds objects is JSON unless a style is named."""
    encoding = described.get("encoding", {}).get(name, {})
    if not {"style", "explode"} & encoding.keys() and (isinstance(value, dict) or _holds_objects(value)):
        return [] if any(_is_json(text, value) for key, text in fields if key == name) else [f"{name} is in {fields}"]
    missing = [pair for pair in pairs_of(name, encoding, value) if pair not in fields]
    return [f"the field {name!r} is not sent as {missing}, but in {fields}"[:300]] if missing else []


def _form_faults(parts: list[tuple[str, bytes]], described: dict[str, Any], body: dict[str, Any]) -> list[str]:
    """The faults of a multipart form: text as it is, files by their bytes, objects as JSON, lists as several parts."""
    faults: list[str] = []
    for name, value in body.items():
        found = [part for key, part in parts if key == name]
        wanted = value if isinstance(value, list) else [value]
        if described.get("encoding", {}).get(name, {}).get("contentType") == "application/json":
            wanted = [value]
        if value is None:
            continue
        fits = len(found) == len(wanted) and all(map(_is_part, found, wanted))
        if not fits and not (len(found) == 1 and _is_json(found[0].decode("utf-8", "replace"), value)):
            faults.append(f"the part {name!r} is {found!r} instead of {wanted!r}"[:300])
    return faults


def _is_part(found: bytes, wanted: Any) -> bool:
    if isinstance(wanted, bytes):
        return found == wanted
    return found == _text(wanted).encode() if not isinstance(wanted, (dict, list)) else _is_json(found.decode(), wanted)


def _is_json(text: str, value: Any) -> bool:
    try:
        return bool(json.loads(text) == value)
    except ValueError:
        return False


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value)


def form_of(request: Any) -> list[tuple[str, bytes]]:
    """The parts of a multipart form, as the standard library reads them."""
    head = f"Content-Type: {request.headers.get('content-type')}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.content)
    found: list[tuple[str, bytes]] = []
    for part in message.iter_parts():
        payload: Any = part.get_payload(decode=True)
        found.append((str(part.get_param("name", header="content-disposition")), payload or b""))
    return found


def _plain(value: Any) -> Any:
    return value.to_dict() if hasattr(value, "to_dict") else str(value)


def _about_same(back: Any, value: Any) -> bool:
    """True if two values differ in the form of dates and numbers only, which have types of their own in Python."""
    if isinstance(value, dict):
        return isinstance(back, dict) and all(
            name in back and _about_same(back[name], one) for name, one in value.items()
        )
    if isinstance(value, list):
        return isinstance(back, list) and len(back) == len(value) and all(map(_about_same, back, value))
    return back == value or isinstance(value, str) or float(back or 0) == float(value or 0)


def _parts(value: Any) -> list[str]:
    """The texts that the parts of a value are written as."""
    if isinstance(value, dict):
        return [_text(one) for pair in value.items() for one in pair]
    return list(map(_text, value)) if isinstance(value, list) else [_text(value)]


def _text(value: Any) -> str:
    return json.dumps(value) if isinstance(value, (bool, type(None))) else str(value)


if __name__ == "__main__":
    print(json.dumps(Oracle(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()).run(), indent=1))
