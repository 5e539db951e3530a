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
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.normalize.draft import Draft
from generator.normalize.swagger import swagger
from generator.spec import read
from generator.spec.operations import METHODS

from .oracle_values import NoValue, Values
from .reach_probe import credentials

HOLE = re.compile(r"\{([^{}]*)\}")
ORIGIN = "https://oracle.example"


class Described:
    """One operation as the document has it."""

    def __init__(self, values: Values, path: str, method: str, item: dict[str, Any]) -> None:
        node = item[method]
        self.path, self.method = path, method.upper()
        self.id = node.get("operationId", "")
        listed = [values.resolved(one) for one in (*item.get("parameters", ()), *node.get("parameters", ()))]
        self.parameters = {(one.get("in", ""), one.get("name", "")): one for one in listed}
        body = values.resolved(node.get("requestBody", {}))
        self.bodies: dict[str, Any] = {
            name.partition(";")[0]: one.get("schema", {}) for name, one in body.get("content", {}).items()
        }
        responses = sorted((str(status), values.resolved(one)) for status, one in node.get("responses", {}).items())
        self.responses = [(status, one) for status, one in responses if status.startswith("2")]
        self.security = node.get("security", values.tree.get("security", []))

    def of(self, place: str) -> dict[str, dict[str, Any]]:
        """The parameters of one place that have a schema, or JSON for their content."""
        return {
            name: one if "schema" in one else {**one, "schema": one["content"]["application/json"].get("schema", {})}
            for (where, name), one in self.parameters.items()
            if where == place and ("schema" in one or "application/json" in one.get("content", ()))
        }


def described(values: Values) -> Iterator[Described]:
    """Every operation of the document."""
    for path, item in values.tree.get("paths", {}).items():
        for method in METHODS if isinstance(item, dict) else ():
            if isinstance(item.get(method), dict):
                yield Described(values, path, method, item)


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
        by_id = {one.id: one for one in known if one.id}
        by_place = {(one.method, HOLE.sub("{}", one.path)): one for one in known}
        ids = {function.operation.id for function in self.functions}
        for function in self.functions:
            operation = function.operation
            about = by_id.get(operation.id) or by_place.get((operation.method, HOLE.sub("{}", operation.path)))
            try:
                if about is None or (about.id != operation.id and about.id in ids):
                    raise NoValue("it is a variant, which the document describes by extensions only")
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
        python = {wire: name for name, wire in operation.wire_names.items()}
        in_path = about.of("path")
        holes = HOLE.findall(about.path)
        arguments = {name: self.asked.of(in_path.get(name, {"schema": {"type": "string"}})["schema"]) for name in holes}
        keywords: dict[str, Any] = {}
        for place in ("query", "header", "cookie"):
            for wire in getattr(operation, place, ()):
                written = getattr(operation, "sent_as", {}).get(wire, wire)
                if (one := about.of(place).get(written)) is not None:
                    self._add(keywords, python.get(wire, wire), one["schema"], one.get("required") is True)
        media = next(iter(about.bodies), "")
        if not about.bodies:
            return arguments, keywords, None
        content = getattr(operation, "content", None)
        body = self.asked.of(about.bodies[media])
        if content is not None and content.argument:
            if content.kind == "text" and not isinstance(body, str):
                raise NoValue(f"a body of {media} that is no text is up to the caller")
            keywords[content.argument] = body if content.kind != "file" else b"content"
            return arguments, keywords, body
        if operation.multipart or not isinstance(body, dict):
            raise NoValue(f"a body of {media} is not compared")
        fields = operation.body or tuple(body)
        body = {wire: value for wire, value in body.items() if wire in fields}
        keywords |= {python.get(wire, wire): value for wire, value in body.items()}
        return arguments, keywords, body

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
        path = re.split("[?#]", about.path)[0]
        pattern = HOLE.sub("([^/]*)", re.sub(r"[.^$*+?()\[\]|]", r"\\\g<0>", path))
        found = re.search(pattern + "$", request.path)
        texts = [unquote(one) for one in found.groups()] if found else []
        if any("content" in one for one in about.of("path").values()):  # JSON
            texts = [json.loads(one) if one.startswith('"') else one for one in texts]
        if found is None or request.method != about.method:
            faults.append(f"{request.method} {request.path} instead of {about.method} {about.path}")
        if "}{" in path:  # where one ends and the next begins cannot be told
            texts = (
                list(map(_text, arguments.values()))
                if "".join(texts) == "".join(map(_text, arguments.values()))
                else texts
            )
        for (name, value), text in zip(arguments.items(), texts, strict=False):
            if "style" not in about.of("path").get(name, {}) and text != ",".join(_parts(value)):
                faults.append(f"the path parameter {name!r} is {text!r} instead of {','.join(_parts(value))!r}")
        python = {wire: name for name, wire in operation.wire_names.items()}
        query = [(name, text) for name, texts in request.query.items() for text in texts]
        for name, one in about.of("query").items():
            given = keywords.get(python.get(name, name))
            if given is not None:
                faults += self._query_fault(name, one, given, query)
        for name in about.of("header"):
            given = keywords.get(python.get(name, name))
            if given is not None and not isinstance(given, (dict, list)) and request.headers.get(name) != _text(given):
                faults.append(f"the header {name!r} is {request.headers.get(name)!r} instead of {_text(given)!r}")
        if not about.security and request.headers.get("authorization"):
            faults.append("a key is sent, and the operation has no security")
        media = next(iter(about.bodies), "")
        if body is not None and media.endswith("json"):
            faults += self._body_faults(request, about.bodies[media], media, body)
        return faults

    def _query_fault(self, name: str, one: dict[str, Any], given: Any, query: list[tuple[str, str]]) -> list[str]:
        explode = one.get("explode", one.get("style", "form") in ("form", "deepObject"))
        between = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(one.get("style", ""), ",")
        if "content" in one:
            found = [json.loads(text) for wire, text in query if wire == name]
            return [] if found == [given] else [f"the query parameter {name!r} is {found!r} instead of {given!r}"[:300]]
        if isinstance(given, dict):
            key = f"{name}[{{}}]" if one.get("style") == "deepObject" else "{}"
            wanted = [
                (key.format(inner), _text(value))
                for inner, value in given.items()
                if not isinstance(value, (dict, list, type(None)))
            ]
            if not explode:
                wanted = [(name, between.join(_parts(given)))]
        elif isinstance(given, list):
            if one.get("style") == "deepObject":  # which OpenAPI leaves open: as an object whose keys are numbers
                wanted = [(f"{name}[{index}]", text) for index, text in enumerate(_parts(given))]
            else:
                wanted = [(name, text) for text in _parts(given)] if explode else [(name, between.join(_parts(given)))]
        else:
            wanted = [(name, _text(given))]
        missing = [pair for pair in wanted if pair not in query]
        return [f"the query parameter {name!r} is not sent as {missing}, but in {query}"[:300]] if missing else []

    def _body_faults(self, request: Any, schema: Any, media: str, body: Any) -> list[str]:
        if not str(request.headers.get("content-type", "")).startswith(media):
            return [f"the body is {request.headers.get('content-type')} instead of {media}"]
        sent = request.json()
        faults = [f"the body is not valid: {one}" for one in self.asked.errors(schema, sent)[:3]]
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
