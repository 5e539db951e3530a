"""Rendered clients are used: both build and send calls, and return responses as planned."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.runtime.rendered_client import Server, json, package, run

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(64)


@pytest.fixture(scope="module")
def darkroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    yield from package("files", tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    yield from package("tasks", tmp_path_factory.mktemp("tasks"))


@pytest.fixture(scope="module")
def clerks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    yield from package("parsing", tmp_path_factory.mktemp("parsing"))


def test_a_file_comes_unless_an_object_is_asked_for(darkroom: Any) -> None:
    def make(accept: dict[str, Any]) -> Callable[[Any], Any]:
        return lambda client: client.prints.create(negative=PNG, masks=[PNG, PNG], size="small", gamma=1.5, **accept)

    for (made, server), kind in zip(
        run(darkroom, "Darkroom", make({}), (200, "image/png", PNG)),
        ("BinaryResponse", "AsyncBinaryResponse"),
        strict=True,
    ):
        assert type(made).__name__ == kind
        sent = dict(server.requests[0].headers)
        assert sent["Accept"] == "image/*"
        body = b"".join(server.requests[0].content)
        names = [line.partition(b'name="')[2].partition(b'"')[0] for line in body.split(b"\r\n") if b" name=" in line]
        assert names == [b"negative", b"masks[]", b"masks[]", b"size", b"gamma"]
    asked = {"accept": "application/json"}
    printed = run(darkroom, "Darkroom", make(asked), json(b'{"picture":"iVBORw0KGgo=","bytes":3}'))
    assert [type(made).__name__ for made, _ in printed] == ["Print", "AsyncPrint"]
    for made, server in printed:
        assert (made.picture, made.bytes_) == (PNG[:8], 3)
        assert dict(server.requests[0].headers)["Accept"] == "application/json"
    for made, _ in run(darkroom, "Darkroom", make({}), json(b'{"queue":7}', 202)):
        assert made.queue == 7


def test_the_field_of_a_body_chooses_what_comes(darkroom: Any) -> None:
    def caption(style: str | None) -> Callable[[Any], Any]:
        return lambda client: client.prints.captions.create(style=style)

    for made, _ in run(darkroom, "Darkroom", caption("long"), json(b'{"text":"a","lines":["b"]}')):
        assert made.lines == ["b"]
    for made, _ in run(darkroom, "Darkroom", caption("song"), (200, "text/plain", b"la")):
        assert made == "la"
    for made, _ in run(darkroom, "Darkroom", caption(None), json(b'{"text":"b"}')):
        assert type(made).__name__ == "Caption"
    with pytest.raises(darkroom.APIStatusError, match="the server refused"):
        run(darkroom, "Darkroom", caption(None), json(b'{"text":"c"}'))
    with pytest.raises(darkroom.EmptyAnswer, match="Nobody had an idea"):
        run(darkroom, "Darkroom", caption(None), json(b""))


def test_pictures_of_an_answer_can_be_saved_wherever_they_sit(darkroom: Any, tmp_path: Path) -> None:
    import base64

    album = b'[{"prints":[{"picture":"%b"}],"cover":{"picture":""}}]' % base64.b64encode(PNG)
    (albums, _), (others, _) = run(darkroom, "Darkroom", lambda client: client.prints.list(), json(album))
    assert albums[0].prints[0].save(tmp_path / "a.png").read_bytes() == PNG
    assert asyncio.run(others[0].prints[0].save(tmp_path / "b.png")).read_bytes() == PNG
    for one in (albums[0], others[0]):
        assert all("_client" in vars(found) for found in (one.prints[0], one.cover))


def test_what_is_not_served_and_what_needs_no_key(darkroom: Any) -> None:
    with pytest.raises(darkroom.NotServed, match=r"The darkroom is closed\."):
        run(darkroom, "Darkroom", lambda client: client.prints.create(negative=PNG), (503, "text/html", b"<p>"))
    operations = darkroom.operations
    call = operations.read_motto()
    for made, server in run(darkroom, "Darkroom", lambda client: client.send(call), (200, "text/plain", b"Slow.")):
        assert made == "Slow."
        assert "Authorization" not in dict(server.requests[0].headers)


def test_a_task_is_followed_and_its_button_pressed(kitchen: Any) -> None:
    ticket, plate = json(b'{"ticket":"t1","code":1}'), json(b'{"state":"served","choices":[{"id":"c1","name":"more"}]}')
    server = Server(ticket, json(b'{"state":"cooking","done":"20%"}'), plate, ticket)
    with kitchen.Kitchen(api_key="k", transport=server) as client:
        task = client.kitchen.order(name="stew", mode="peace")
        seen: list[Any] = []
        assert task.wait(on_progress=seen.append, interval=0.5).state == "served"
        assert [update.progress for update in seen] == [20.0, 100.0]
        assert task.run_action("more").id == "t1"
    said = [(request.method, request.url.removeprefix("https://kitchen.example")) for request in server.requests]
    assert said == [
        ("POST", "/in-peace/order"),
        ("GET", "/in-peace/look/t1"),
        ("GET", "/in-peace/look/t1"),
        ("POST", "/ask"),
    ]
    assert server.requests[-1].content == b'{"what":"c1","plate":"served"}'


def test_a_task_is_taken_up_by_its_id(kitchen: Any) -> None:
    def film(client: Any) -> Any:
        return client.kitchen.films.resume("t9").wait(interval=10)

    for (made, server), kind in zip(
        run(kitchen, "Kitchen", film, (200, "video/mp4", MP4)), ("BinaryResponse", "AsyncBinaryResponse"), strict=True
    ):
        assert type(made).__name__ == kind
        assert server.requests[0].url == "https://kitchen.example/film?ticket=t9"


def test_variants_share_a_path_and_have_a_body_and_an_answer_of_their_own(kitchen: Any) -> None:
    operations = kitchen.operations
    assert operations.order_meal(name="x").target == operations.order_soup(hot=True).target == "/order"
    assert operations.order_soup(hot=True).content == b'{"hot":true}'
    with pytest.raises(TypeError, match=r"order_soup\(\) has no parameter 'name'"):
        operations.order_soup(name="x")
    for made, _ in run(kitchen, "Kitchen", lambda client: client.menu.read(hot=False), json(b'{"meals":["a"]}')):
        assert made.meals == ["a"]


class Form(msgspec.Struct):
    """Fields of a form."""

    name: str


def test_outputs_are_parsed_by_the_names_of_any_document(clerks: Any) -> None:
    page = {"number": 0, "page": {"body": '{"name":"Ann"}'}, "ended": "done"}
    seal = {"seal": {"stamp": "red"}}
    events = b"".join(b"data: %s\n\n" % one for one in (msgspec.json.encode({"letters": [page], **seal}), b"END"))
    server = Server(
        (200, "application/json", msgspec.json.encode({"letters": [page], **seal})),
        (200, "application/json", msgspec.json.encode({"letters": [{**page, "ended": "no 'more'"}], **seal})),
        (200, "text/event-stream", events),
    )
    client = clerks.Clerks("k", transport=server)
    written = client.office.letters.fill_in("7", to="Bo", form_at=Form)
    assert (written.letters[0].page.parsed, written.stamp) == (Form("Ann"), "red")
    schema = {"type": "object", "title": "Form", "description": "Fields of a form."}
    sent = msgspec.json.decode(server.requests[0].content)["form'at"]
    assert (sent["it's"], sent["in"]["on"], sent["in"]["called"]) == ('"{x}"', True, "Form")
    assert schema.items() <= sent["in"]["form"].items()
    assert server.requests[0].url.endswith("/desks/7/letters")
    with pytest.raises(clerks.LengthFinishReasonError):
        client.letters.fill_in("7", to="Bo", form_at=Form)
    with client.letters.fill_in_live("7", to="Bo", form_at=Form) as stream:
        assert [event.type for event in stream] == ["chunk", "content.delta", "content.done"]
        assert stream.get_final_completion().letters[0].page.parsed == Form("Ann")
    assert msgspec.json.decode(server.requests[2].content)["live"] is True
