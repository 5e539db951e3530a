"""Responses that are streams of events become events, results or errors."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from generator.runtime import errors
from generator.runtime.operation.stream_spec import StreamSpec
from generator.runtime.response.extras import extras
from generator.runtime.response.metadata import ResponseInfo, response_info
from generator.runtime.response.model import ResponseModel
from generator.runtime.response.parser import ResponseParser
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import (
    EVENTS,
    KEY,
    STREAM,
    Order,
    OrderPart,
    Server,
    failure,
    shop,
    streaming,
)

EVENT = b'{"id":"o1","lines":[]}'


def test_send_raw_of_a_stream_gives_the_stream() -> None:
    server = Server(b"data: " + EVENT + b"\n\ndata: [END]\n\n", headers=[EVENTS, ("X-Request-Id", "r1")])
    reply = shop(server).send_raw(STREAM)
    assert (reply.status, reply.request_id, reply.raw) == (200, "r1", None)
    assert [(type(event), event.id) for event in reply.value] == [(OrderPart, "o1")]


def test_a_stream_of_events() -> None:
    stream = streaming(
        b'{"id":"o1","lines":[{"index":0,"text":"br"}],"x":1}', b'{"id":"o1","lines":[{"index":0,"text":"ead"}]}'
    )
    assert "".join(stream.text()) == "bread"
    whole = stream.collect()
    assert type(whole) is Order
    assert (whole.id, whole.lines[0].text, whole.state) == ("o1", "bread", "done")


def test_events_know_what_they_came_with() -> None:
    (event,) = streaming(b'{"id":"o1","lines":[],"x":1}', headers=[("X-Request-Id", "r1")])
    assert extras(event) == {"/x": 1}
    assert response_info(event).request_id == "r1"
    (event,) = streaming(EVENT, keep_raw=False)
    assert response_info(event).raw is None


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (b'{"error":{"message":"out","type":"t","code":"c"}}', "c"),
        (b'{"error":{"odd":"out"}}', None),
        (b'{"message":"out","type":"t","code":"c","param":null}', "c"),
        (b'{"id":"o","lines":[],"error":{"message":"out","type":"t","code":"c"}}', "c"),
    ],
)
def test_an_error_event_ends_the_stream(event: bytes, code: str | None) -> None:
    stream = streaming(EVENT, event)
    assert next(stream).id == "o1"
    with pytest.raises(errors.StreamFailed, match="out") as raised:
        next(stream)
    assert (raised.value.outcome, raised.value.code, raised.value.raw) == ("executed", code, event)
    assert raised.value.call == STREAM


class Bag(ResponseModel, frozen=True, kw_only=True):
    lines: list[dict[str, Any]]
    more: list[Unnumbered] = []  # noqa: RUF012 - msgspec copies it


class Unnumbered(ResponseModel, frozen=True, kw_only=True):
    text: str


def test_numbers_that_separated_pieces_are_in_no_collected_result() -> None:
    events = StreamSpec(when=None, event=dict[str, Any], concat_fields=("text",))
    call = Endpoint(id="x", method="GET", path="/x", result=Bag, stream=events)({})
    event = b'data: {"lines":[{"index":3}],"more":[{"index":%d,"text":"%b"}]}\n\n'
    server = Server(event % (0, b"a") + event % (0, b"b") + event % (1, b"c"), headers=[EVENTS])
    collected = shop(server).send(call).collect()
    assert collected.to_dict() == {"lines": [{"index": 3}], "more": [{"text": "ab"}, {"text": "c"}]}
    assert extras(collected) == {}


def test_an_error_event_without_a_reason_shows_what_came() -> None:
    event = b'{"message":" ","type":"t","code":"c","param":null}'
    with pytest.raises(errors.StreamFailed, match=r"with an error, and gave no reason: '.*\"code\":\"c\""):
        list(streaming(EVENT, event))


def test_an_error_is_found_among_events_of_any_kind() -> None:
    events = StreamSpec(when=None, event=dict[str, Any])
    call = Endpoint(id="x", method="GET", path="/x", stream=events)({})
    server = Server(b'data: {"a":1}\n\ndata: {"message":"out","type":"t","code":1,"param":""}\n\n', headers=[EVENTS])
    stream = shop(server).send(call)
    assert next(stream) == {"a": 1}
    with pytest.raises(errors.StreamFailed, match="out"):
        next(stream)


def test_an_event_is_read_tolerantly_and_reported() -> None:
    reported: list[Any] = []
    stream = streaming(b'{"lines":[]}', b'{"id":1,"other":[]}', on_deviation=reported.append)
    assert not hasattr(next(stream), "id")
    assert [(deviation.pointer, deviation.operation) for deviation in reported] == [("/id", "createOrder")]
    with pytest.raises(errors.UnreadableAnswer, match="event cannot be read"):
        next(stream)


def test_a_page_in_place_of_a_stream_is_a_response_that_cannot_be_read() -> None:
    error = failure(Server(b"<html>hello</html>", headers=[("content-type", "text/HTML; charset=utf-8")]), STREAM)
    assert type(error) is errors.UnreadableAnswer


def test_what_the_events_of_a_stream_make_may_be_unreadable() -> None:
    parser = ResponseParser(STREAM, shop(Server())._config, KEY)
    with pytest.raises(errors.UnreadableAnswer, match="the collected stream cannot be read: it is nested too deeply"):
        parser.parse_collected(ResponseInfo(200, [], None), b"[" * 200_000)


@pytest.mark.parametrize("depth", [400, 600, 900])
def test_a_stream_that_is_nested_too_deeply_to_be_folded_is_unreadable(depth: int) -> None:
    stream = streaming(b'{"id":"o1","lines":[],"new":' + b'{"a":' * depth + b"1" + b"}" * depth + b"}")
    with suppress(errors.UnreadableAnswer):  # how deep is too deep depends on the stack of the caller
        assert stream.collect().id == "o1"


def test_a_stream_may_be_mislabelled() -> None:
    raw = b'data: {"id":"o1","lines":[]}\n\ndata: [END]\n\n'
    for headers in ([("content-type", "text/plain")], []):
        assert len(list(shop(Server(raw, headers=headers)).send(STREAM))) == 1
