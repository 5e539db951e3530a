"""A document of another maker: what its rendered client sends, and what it makes of the responses, in both clients."""

from __future__ import annotations

import asyncio
import datetime as dt
import inspect
import uuid
from base64 import b64encode
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.recorder.client_request import request_of
from tests.runtime.rendered_client import Answer, AsyncServer, Server, json, package

KEYS: dict[str, str] = {
    "token": "tok-123456",
    "key": "key-123456",
    "query": "que-123456",
    "cookie": "coo-123456",
    "username": "ann",
    "password": "pas-123456",
}
ID = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
CAT = b'{"petType":"cat","lives":9,"born":"2024-05-01T10:00:00Z"}'
RECEIPT = b'{"id":1,"undescribed":[2],"price":"1.10","data":"aGk="}'


@pytest.fixture(scope="module")
def reach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    yield from package("reach", tmp_path_factory.mktemp("reach"))


def call(
    module: Any, use: Callable[[Any], Any], answer: Answer = (204, "", b""), **settings: Any
) -> list[tuple[Any, Any]]:
    """Return each client's result for a response, with the request that it sent."""
    plain, other = Server(answer), AsyncServer(answer)
    with module.Reach(**{**KEYS, **settings}, transport=plain) as client:
        given = use(client)

    async def asynchronous() -> Any:
        async with module.AsyncReach(**{**KEYS, **settings}, transport=other) as client:
            made = use(client)
            return await made if inspect.isawaitable(made) else made

    return [(given, plain.requests[0]), (asyncio.run(asynchronous()), other.requests[0])]


def refused(error: type[Exception], use: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same call, which fails."""

    async def awaited(made: Any) -> None:
        with pytest.raises(error):
            await made

    def fail(client: Any) -> Any:
        if "Async" in type(client).__name__:
            return awaited(use(client))
        with pytest.raises(error):
            use(client)
        return None

    return fail


def body(request: Any) -> bytes:
    content = request.content
    return content if isinstance(content, bytes) else b"".join(content or ())


ROOT = "https://eu.reach.example/api"
PET = f"{ROOT}/pets/7"
SENT: dict[str, tuple[Callable[[Any], Any], str, bytes, dict[str, str]]] = {
    "a number in the path": (lambda c: c.pets.get_pet(7), PET, b"", {"Authorization": "Bearer tok-123456"}),
    "null is not sent": (lambda c: c.pets.get_pet(7, q=None), PET, b"", {}),
    "commas": (lambda c: c.pets.get_pet(7, fields=["a,b", "c"]), f"{PET}?fields=a%2Cb,c", b"", {}),
    "pipes": (lambda c: c.pets.get_pet(7, piped=["a", "b"]), f"{PET}?piped=a%7Cb", b"", {}),
    "spaces": (lambda c: c.pets.get_pet(7, spaced=["a", "b"]), f"{PET}?spaced=a%20b", b"", {}),
    "a deep object": (
        lambda c: c.pets.get_pet(7, filter={"age": 3, "tags": ["x", "y"]}),
        f"{PET}?filter%5Bage%5D=3&filter%5Btags%5D%5B0%5D=x&filter%5Btags%5D%5B1%5D=y",
        b"",
        {},
    ),
    "an object, each value by itself": (
        lambda c: c.pets.get_pet(7, page={"size": 2, "after": "&"}),
        f"{PET}?size=2&after=%26",
        b"",
        {},
    ),
    "JSON in a query": (lambda c: c.pets.get_pet(7, where={"a": [1]}), f"{PET}?where=%7B%22a%22%3A%5B1%5D%7D", b"", {}),
    "a date": (lambda c: c.pets.get_pet(7, since=dt.date(2024, 5, 1)), f"{PET}?since=2024-05-01", b"", {}),
    "reserved characters": (lambda c: c.pets.get_pet(7, path="a/b&c"), f"{PET}?path=a/b%26c", b"", {}),
    "a list in a header": (lambda c: c.pets.get_pet(7, x_ids=[1, 2]), PET, b"", {"X-Ids": "1,2"}),
    "a cookie": (lambda c: c.pets.get_pet(7, session="s 1"), PET, b"", {"Cookie": "session=s%201"}),
    "a path with a fragment": (lambda c: c.api.search_tags(q="x"), f"{ROOT}/tags?q=x", b"", {}),
    "a patch": (
        lambda c: c.pets.patch_pet(7, body=[{"op": "add", "path": "/a", "value": None}]),
        PET,
        b'[{"op":"add","path":"/a","value":null}]',
        {"Content-Type": "application/json-patch+json"},
    ),
    "an array": (lambda c: c.api.put_tags(body=["a"]), f"{ROOT}/tags", b'["a"]', {"Content-Type": "application/json"}),
    "a scalar": (lambda c: c.api.put_count(body=3), f"{ROOT}/count", b"3", {}),
    "no body": (lambda c: c.api.put_count(), f"{ROOT}/count", b"", {}),
    "a required object of which no field is given": (
        lambda c: c.api.put_settings(),
        f"{ROOT}/settings",
        b"{}",
        {"Content-Type": "application/merge-patch+json"},
    ),
    "an optional object of which no field is given": (lambda c: c.api.patch_settings(), f"{ROOT}/settings", b"", {}),
    "an object without properties": (lambda c: c.api.reset_settings(body={}), f"{ROOT}/settings", b"{}", {}),
    "an object of which nothing is described": (
        lambda c: c.api.put_extras(body={"a": 1}),
        f"{ROOT}/extras",
        b'{"a":1}',
        {},
    ),
    "a union": (
        lambda c: c.api.add_pet(body={"petType": "cat", "lives": 9}),
        f"{ROOT}/pet",
        b'{"petType":"cat","lives":9}',
        {},
    ),
    "bytes": (
        lambda c: c.api.post_blob(body=b"\x00\x01"),
        f"{ROOT}/blob",
        b"\x00\x01",
        {"Content-Type": "application/octet-stream"},
    ),
    "text": (lambda c: c.api.post_note(body="hé"), f"{ROOT}/note", "hé".encode(), {"Content-Type": "text/plain"}),
    "an encoded form": (
        lambda c: c.api.login(
            user="a&b", roles=["x", "y"], role="user", level="admin", extra={"a": 1}, deep={"k": {"l": True}}, any="a b"
        ),
        f"{ROOT}/login",
        b"user=a%26b&roles=x&roles=y&role=user&level=admin&extra=%7B%22a%22%3A1%7D&deep%5Bk%5D%5Bl%5D=true&any=a%20b",
        {
            "Content-Type": "application/x-www-form-urlencoded",
            "Authorization": f"Basic {b64encode(b'ann:pas-123456').decode()}",
        },
    ),
    "a key in the query, to a server of its own": (
        lambda c: c.api.download(),
        "https://files.reach.example/upload?api-key=que-123456",
        b"",
        {},
    ),
}


@pytest.mark.parametrize("name", SENT)
def test_what_is_sent(reach: Any, name: str) -> None:
    use, url, content, headers = SENT[name]
    for _, request in call(reach, refused(reach.APIError, use), (400, "text/plain", b"no")):
        assert (request.url, body(request)) == (url, content)
        sent = dict(request.headers)
        assert headers.items() <= sent.items()
        assert ("Authorization" in sent) == ("api-key" not in url)


def test_paths_in_other_styles_and_an_endpoint_without_security(reach: Any) -> None:
    def use(client: Any) -> Any:
        return client.api.read_styles([1, 2], [3, 4], ["a b", "c"], uuid.UUID(ID))

    for made, request in call(reach, use, (200, "text/csv", b"a,b")):
        assert request.url == f"{ROOT}/styles/.1,2/;matrix=3;matrix=4/a%20b,c/{ID}"
        assert made == "a,b"
        assert not {"Authorization", "X-Key", "Cookie"} & {name for name, _ in request.headers}


def test_a_form_of_files_objects_and_two_parameters_of_one_name(reach: Any) -> None:
    def use(client: Any) -> Any:
        about = {"id": 1, "undescribed": None}
        return client.api.upload(
            kind="query",
            file=("a.bin", b"\x01"),
            body_kind="form",
            about=about,
            more=[about, about],
            note=None,
            level="user",
            either="user",
        )

    for made, request in call(reach, use, json(b'"done"')):
        assert made == "done"
        assert request.url == f"{ROOT}/upload?kind=query"
        assert dict(request.headers)["Cookie"] == "sid=coo-123456"
        parts = body(request).split(b"--" + dict(request.headers)["Content-Type"].partition("=")[2].encode())
        texts = [part.partition(b"\r\n\r\n")[2].strip() for part in parts[1:-1]]
        assert texts == [b"\x01", b"form", *[b'{"id":1,"undescribed":null}'] * 3, b"user", b"user"]
        assert sum(b'name="about"' in part and b"Content-Type: application/json" in part for part in parts) == 1
        assert b'name="kind"\r\n\r\nform' in body(request)


def test_parts_are_sent_in_the_media_type_of_the_document(reach: Any) -> None:
    for _, request in call(reach, lambda c: c.api.bundle(note="n")):
        assert dict(request.headers)["Content-Type"].startswith("multipart/related; boundary=")


def test_a_file_as_a_body_is_read_when_it_is_sent(reach: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"12345")
    for made, request in call(reach, lambda c: c.api.post_blob(body=path), (200, "application/pdf", b"%PDF-1")):
        assert (body(request), request.content.length) == (b"12345", 5)
        assert dict(request.headers)["Content-Type"] == "application/octet-stream"
        assert type(made).__name__ in ("BinaryResponse", "AsyncBinaryResponse")
        assert made.content_type == "application/pdf"


def test_unions_are_told_apart_by_their_tag(reach: Any) -> None:
    for made, _ in call(reach, lambda c: c.pets.get_pet(7), json(CAT)):
        assert type(made) is reach.models.Cat
        assert made.born == dt.datetime(2024, 5, 1, 10, tzinfo=dt.UTC)
    dog = b'{"petType":"dog","kennel":"%s","friend":%s}' % (ID.encode(), CAT)
    for made, _ in call(reach, lambda c: c.pets.get_pet(7), json(dog)):
        assert (type(made), type(made.friend)) == (reach.models.Dog, reach.models.Cat)
        assert made.kennel == uuid.UUID(ID)
        assert made.to_dict()["friend"]["lives"] == 9


def test_unions_without_a_tag_are_told_apart_by_shape_and_else_come_as_they_are(reach: Any) -> None:
    shapes = b'[{"radius":1},{"side":2,"color":"red"},"none",{"odd":true}]'
    told: list[Any] = []
    for made, _ in call(reach, lambda c: c.api.download(), json(shapes), on_deviation=told.append):
        assert [type(one).__name__ for one in made] == ["Circle", "Square", "str", "dict"]
        assert made[3] == {"odd": True}
    assert [one.pointer for one in told] == ["/3", "/3"]


@pytest.mark.parametrize("value", [1, True, [1, [True]]])
def test_a_union_with_a_union_of_scalars_in_it_is_read(reach: Any, value: object) -> None:
    told: list[Any] = []
    raw = msgspec.json.encode(value)
    for made, _ in call(reach, lambda c: c.api.reset_settings(body={}), json(raw), on_deviation=told.append):
        assert made == value
    assert told == []


def test_the_status_decides_between_two_results(reach: Any) -> None:
    for made, _ in call(reach, lambda c: c.api.add_pet(body={"petType": "cat", "lives": 1}), json(CAT)):
        assert type(made) is reach.models.Cat
    for made, _ in call(reach, lambda c: c.api.add_pet(body={"petType": "cat", "lives": 1}), json(RECEIPT, 201)):
        assert (made.id, made.undescribed, made.price, made.data) == (1, [2], Decimal("1.10"), b"hi")


def test_scalars_maps_and_nothing_at_the_top(reach: Any) -> None:
    assert [made for made, _ in call(reach, lambda c: c.api.put_tags(body=[]), json(b"4"))] == [4, 4]
    assert [made for made, _ in call(reach, lambda c: c.api.put_count(), json(b'{"a":1}'))] == [{"a": 1}] * 2
    assert [made for made, _ in call(reach, lambda c: c.api.login(user="a"), json(b'{"un":"described"}'))] == [None] * 2
    assert [made for made, _ in call(reach, lambda c: c.pets.patch_pet(7, body=[]))] == [None] * 2


def test_what_a_reference_leads_to_may_be_null_wherever_it_is(reach: Any) -> None:
    told: list[Any] = []
    pair = b'{"first":null,"second":null,"marks":[null,{"side":1}],"mark":null}'
    for made, _ in call(reach, lambda c: c.api.search_tags(), json(pair), on_deviation=told.append):
        assert (made.first, made.second, made.marks[0], made.mark) == (None, None, None, None)
    assert told == []


def test_a_deviation_does_not_throw_a_response_away(reach: Any) -> None:
    for made, _ in call(reach, lambda c: c.pets.get_pet(7), json(b'{"petType":"cat","born":5}')):
        assert (type(made).__name__, made.born) == ("Cat", 5)
        with pytest.raises(reach.MissingField):
            _ = made.lives


def test_events_come_where_nothing_else_does(reach: Any) -> None:
    answer = (200, "text/event-stream", b"data: %b\n\n" % RECEIPT)
    (stream, _), (other, _) = call(reach, lambda c: c.api.post_note(body="a"), answer)
    assert type(other).__name__ == "AsyncStream"
    assert type(stream).__name__ == "Stream"


def test_the_first_credentials_that_are_there_are_sent(reach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REACH_KEY", "env-123456")
    server = Server(json(CAT), json(b"[]"))
    with reach.Reach(transport=server, username=None) as client:
        client.pets.get_pet(7)
        client.api.download()
        with pytest.raises(
            reach.ConfigurationError, match=r"pass username=\.\.\. \(or set REACH_USERNAME\) and password"
        ):
            client.api.login(user="a")
    sent = [dict(request.headers) for request in server.requests]
    assert sent[0]["X-Key"] == "env-123456"
    assert not {"Authorization", "X-Key"} & sent[1].keys()
    monkeypatch.delenv("REACH_KEY")
    with pytest.raises(reach.ConfigurationError, match=r"token=\.\.\. \(or set REACH_TOKEN\), or key=\.\.\."):
        reach.Reach(transport=server)


def test_with_options_takes_credentials_by_their_names(reach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def sent(client: Any, **changes: Any) -> tuple[str | None, str | None]:
        client.with_options(**changes).pets.get_pet(7)
        headers = dict(server.requests[-1].headers)
        return headers.get("Authorization"), headers.get("X-Key")

    monkeypatch.setenv("REACH_TOKEN", "env-123456")
    server = Server(*[json(CAT)] * 5)
    with reach.Reach(transport=server, token="tok-123456", username="ann") as client:
        assert sent(client, token="new-123456", timeout=3) == ("Bearer new-123456", None)
        assert sent(client, token=lambda: "made-12345") == ("Bearer made-12345", None)
        assert sent(client, password="x") == ("Bearer tok-123456", None)  # the others stay
        assert sent(client, token=None) == ("Bearer env-123456", None)
        monkeypatch.delenv("REACH_TOKEN")
        assert sent(client, api_key={"key": "key-123456"}) == (None, "key-123456")  # all of them
        with pytest.raises(TypeError, match=r"unexpected keyword argument 'tokn'; it takes .*, token, key, username"):
            client.with_options(tokn="x")
        with pytest.raises(reach.ConfigurationError, match="token") as caught:
            client.with_options(token="hush\n")
        assert "hush" not in str(caught.value)


def test_a_client_with_credentials_names_its_settings(reach: Any) -> None:
    with pytest.raises(TypeError, match=r"it takes token, .*, base_url, timeout, "):
        reach.Reach(retries=1)


def test_no_credential_is_shown(reach: Any) -> None:
    echo = (
        403,
        "application/json",
        f'{{"echo":"{KEYS["password"]} {b64encode(b"ann:pas-123456").decode()}"}}'.encode(),
    )
    with pytest.raises(reach.PermissionDeniedError) as raised:
        call(reach, lambda c: c.api.login(user="a"), echo)
    assert "pas-123456" not in str(raised.value) + repr(raised.value.raw)
    assert b64encode(b"ann:pas-123456").decode() not in str(raised.value) + repr(raised.value.raw)
    for _, request in call(reach, lambda c: c.api.download(), json(b"[]")):
        assert "que-123456" not in repr(request)


def test_schemas_that_no_operation_reaches_are_models(reach: Any) -> None:
    models = reach.models
    assert models.Alone(next=models.Alone()).next == models.Alone()
    assert models.PetLostWebhook.__struct_fields__ == ("pet",)
    from rendered_reach.runtime.response.decoding import decoder  # type: ignore[import-not-found]

    tree = decoder(models.Branch).decode(b'{"left":{"left":null,"named":{"left":{"leaf":"a"}}}}')
    assert [type(one) for one in (tree.left, tree.left.named)] == [models.Branch] * 2
    assert (tree.left.left, type(tree.left.named.left)) == (None, models.Leaf)


def test_descriptions_are_kept(reach: Any) -> None:
    assert "Fields of a form." in reach.params.Login.__doc__
    assert "The changes, one after the other." in inspect.getdoc(reach.Reach.pets.patch_pet)
    assert "Number of the pet." in inspect.getdoc(reach.Reach.pets.get_pet)


@pytest.mark.parametrize(
    ("operation", "arguments", "shown", "bare"),
    [
        ("getPet", {"pet": 3}, ["Authorization: Bearer sk-KEY"], []),
        ("login", {"user": "a"}, [f"Authorization: Basic {b64encode(b'sk-KEY:sk-KEY').decode()}"], []),
        ("download", {}, ["/upload?api-key=sk-KEY"], ["/upload"]),
        ("upload", {"file": {"source": "a.bin"}, "kind": "k"}, ["Cookie: sid=sk-KEY"], ["/upload?kind=k"]),
    ],
)
def test_the_fixture_verb_knows_every_kind_of_credentials(
    reach: Any, tmp_path: Path, operation: str, arguments: dict[str, Any], shown: list[str], bare: list[str]
) -> None:
    (tmp_path / "a.bin").write_bytes(b"a")
    place = Path(reach.__path__[0])
    for key, wanted in (("good", shown), ("none", bare)):
        made = request_of(operation, arguments, key, place, tmp_path)
        lines = [made["target"], *(f"{name}: {value}" for name, value in made["headers"])]
        assert {*wanted} <= {*lines}
        assert any("sk-KEY" in line or b64encode(b"sk-KEY:sk-KEY").decode() in line for line in lines) == (
            key == "good"
        )
