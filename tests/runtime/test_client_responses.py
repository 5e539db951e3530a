"""Responses become results or errors, whatever their status says."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime import errors
from generator.runtime.client.with_response import pieces
from generator.runtime.errors import APIError
from generator.runtime.response.extras import extras
from generator.runtime.response.metadata import APIResponse
from generator.runtime.response.model import ResponseModel
from generator.runtime.response.parser import ResponseParser
from generator.runtime.transport import TransportError
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import (
    CALL,
    CREATE,
    EVENTS,
    JSON,
    KEY,
    ORDER,
    REFUSAL,
    SEARCH,
    STREAM,
    Order,
    Server,
    failure,
    shop,
    streaming,
)


def test_a_response_is_the_operations_type() -> None:
    found = shop(Server(b"[" + ORDER + b"]")).send(SEARCH({}))
    assert [type(order) for order in found] == [Order]


def test_send_raw_gives_the_response_with_what_it_came_with() -> None:
    reply = shop(Server(headers=[("X-Request-Id", "r1")])).send_raw(CALL)
    assert isinstance(reply, APIResponse)
    assert (type(reply.value), reply.value.id) == (Order, "o1")
    assert (reply.status, reply.request_id, reply.raw) == (200, "r1", ORDER)
    assert reply.headers["x-request-id"] == "r1"
    assert "raw" not in repr(reply)
    slim = shop(Server(), keep_raw=False).send_raw(CALL)
    assert slim.raw is None


@pytest.mark.parametrize(("size", "expected"), [(2, ["ab", "cd", "e"]), (9, ["abcde"]), (None, ["abcde"])])
def test_a_body_is_cut_into_pieces(size: int | None, expected: list[str]) -> None:
    assert [*pieces("abcde", size)] == expected
    assert [*pieces("", size)] == []


@pytest.mark.parametrize(
    ("status", "raw", "kind", "outcome"),
    [
        (400, REFUSAL, "NotFoundError", "rejected"),
        (401, b'{"error":{"message":"m","type":"t"}}', "AuthenticationError", "rejected"),
        (429, b"", "RateLimitError", "rejected"),
        (500, b"", "InternalServerError", "unknown"),
        (502, b"<html>Bad gateway</html>", "InternalServerError", "unknown"),
        (503, b'{"error":{"message":"m","type":"t"}}', "InternalServerError", "rejected"),
        (503, b'{"error":"m"}', "InternalServerError", "unknown"),
        (404, b'{"detail":"m"}', "NotFoundError", "rejected"),
        (404, ORDER, "NotFoundError", "rejected"),
        (200, REFUSAL, "NotFoundError", "rejected"),
        (200, b'{"error":{"message":"m","type":"t","code":"x"}}', "APIStatusError", "rejected"),
        (200, b'{"error":"m"}', "APIStatusError", "rejected"),
        (200, b'\xef\xbb\xbf{"error":"m"}', "APIStatusError", "rejected"),
        (200, ORDER[:-1] + b',"error":{"message":"m","type":"t"}}', "APIStatusError", "rejected"),
        (200, b"", "EmptyAnswer", "executed"),
        (200, b" \n", "EmptyAnswer", "executed"),
        (204, b"", "EmptyAnswer", "executed"),
        (200, b"<html>hello</html>", "UnreadableAnswer", "executed"),
        (200, ORDER[:30], "UnreadableAnswer", "executed"),
        (200, b"{}", "UnreadableAnswer", "executed"),
        (200, b'{"id":"o1","lines":null}', "UnreadableAnswer", "executed"),
        (200, b'{"id":"o1","lines":"x"}', "UnreadableAnswer", "executed"),
        (200, b'{"id":"o1","lines":{"index":1}}', "UnreadableAnswer", "executed"),
        (200, b'{"id":"o1","lines":5}', "UnreadableAnswer", "executed"),
        (200, b'{"error":{"what":1}}', "UnreadableAnswer", "executed"),
        (200, b"[]", "UnreadableAnswer", "executed"),
        (200, b"null", "UnreadableAnswer", "executed"),
        (307, b"", "APIStatusError", "rejected"),
    ],
)
def test_nothing_passes_as_success_that_is_not(status: int, raw: bytes, kind: str, outcome: str) -> None:
    error = failure(Server(raw, status, [JSON, ("X-Request-Id", "r1")]))
    assert (type(error).__name__, error.outcome) == (kind, outcome)
    assert (error.status, error.raw, error.request_id) == (status, raw, "r1")
    assert "\n" not in str(error)
    error = failure(Server(raw, status, [JSON]), STREAM)
    assert (type(error).__name__, error.outcome, error.raw) == (kind, outcome, raw)


def test_a_stream_that_was_not_asked_for_is_named() -> None:
    error = failure(Server(b'data: {"id":"o1"}\n\n', 200, [JSON]))
    assert isinstance(error, errors.UnreadableAnswer)
    assert "it is a stream of events, and none was asked for" in str(error)


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("size", [1, 2_000_000])
def test_an_error_beside_a_result_is_found(place: int, size: int) -> None:
    fields = [ORDER[1:-1].replace(b"bread", b"x" * size), b'"note":"%s"' % (b"y" * size)]
    fields.insert(place, b'"error":{"message":"m","type":"t"}')
    with pytest.raises(errors.APIStatusError, match="m"):
        shop(Server(b"{%s}" % b",".join(fields))).send(CALL)


class Job(ResponseModel, frozen=True, kw_only=True):
    id: str
    error: dict[str, Any] | None = None


class Cat(ResponseModel, frozen=True, kw_only=True, tag_field="kind", tag="cat"):
    id: str


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b'{"id":"1","error":{"what":1}}', Job(id="1", error={"what": 1})),
        (b'{"id":"1","error":null}', Job(id="1")),
        (b'{"kind":"cat","id":"1"}', Cat(id="1")),
        (b'{"kind":"cat","id":"1","error":{"what":1}}', Cat(id="1")),
    ],
)
def test_a_model_may_know_an_error_or_have_a_tag(raw: bytes, value: Any) -> None:
    call = Endpoint(id="x", method="GET", path="/x", result=type(value), proof=("id",))({})
    found = shop(Server(raw)).send(call)
    assert (found, type(found)) == (value, type(value))


def test_an_error_of_the_word_only_is_no_error() -> None:
    raw = ORDER[:-1] + b',"error":null,"tags":{"error":1}}'
    found = shop(Server(raw)).send(CALL)
    assert (type(found), found.tags, extras(found)) == (Order, {"error": 1}, {"/error": None})


def test_a_refusal_carries_what_the_server_said() -> None:
    error = failure(Server(REFUSAL))
    assert (error.message, error.code, error.type, error.param) == ("no such order", "order_not_found", "t", "id")


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        (b'{"error":{"code":1}}', {"code": 1}),
        (b'{"error":"no"}', "no"),
        (b'{"detail":"no"}', {"detail": "no"}),
        (b"[1]", [1]),
        (b"<p>\xff", "<p>\ufffd"),
        (b"{\xff}", "{\ufffd}"),
        (b"", None),
    ],
)
def test_the_body_of_an_error_is_the_error_in_json_or_text(raw: bytes, body: Any) -> None:
    error = failure(Server(raw, 400))
    assert error.body == body
    assert error.response.content == raw
    assert repr(error.response) == f"<ErrorResponse 400, {len(raw)} bytes>"


@pytest.mark.parametrize(
    ("server", "said"),
    [
        (Server(b"<html>\n<b>Bad</b>" + b"x" * 999, 502), "the server answered 502: '<html> <b>Bad</b>xxx"),
        (Server(b"", 500), "the server answered 500 with an empty body"),
        (Server(b"", 301, [("Location", "https://www.h/")]), "redirects to https://www.h/, which is not followed"),
        (Server(b'{"message":"","type":"t","param":"","code":""}', 500), "the server answered 500 and gave no reason"),
        (Server(b"data: x\n\n"), "a stream of events, and none was asked for"),
        (Server(b"<html>"), "it begins '<html>'"),
    ],
)
def test_messages_say_what_came(server: Server, said: str) -> None:
    error = failure(server)
    assert said in str(error)
    assert len(str(error)) < 400


def test_a_whole_response_to_a_stream_is_an_error_that_carries_it() -> None:
    error = failure(Server(ORDER), STREAM)
    assert type(error) is errors.UnreadableAnswer
    assert "it is no stream" in error.message
    assert error.raw == ORDER


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize(
    "shape", ['{"message":"bad key %s","type":"%s","code":"%s","param":""}', "<p>%s %s %s", "%s%s%s"]
)
def test_an_echoed_key_is_masked_in_all_that_an_error_carries(status: int, shape: str) -> None:
    raw = (shape % (KEY, KEY, KEY)).encode()
    for call in (CALL, STREAM):
        error = failure(Server(raw, status, [JSON, ("X-Echo", f"Bearer {KEY}"), ("Location", KEY)]), call)
        assert KEY not in f"{error} {error!r} {vars(error)!r} {error.headers.pairs()}"
        assert "***" in str(error)


def told_with_its_causes(error: BaseException) -> str:
    seen = [error]
    while cause := seen[-1].__cause__ or seen[-1].__context__:
        seen.append(cause)
    return "".join(f"{each} {each!r} {vars(each)}" for each in seen)


def lost(said: str) -> TransportError:
    error = TransportError(f"broken: {said}", kind="broken")
    error.__cause__ = ValueError("no number")
    error.__cause__.__context__ = ValueError(f"bytes that nobody reads: Bearer {KEY}")
    return error


def test_an_echoed_key_is_in_none_of_the_causes() -> None:
    for body in (lost(KEY), lost("bytes")):
        assert KEY not in told_with_its_causes(failure(Server(refuses=body)))
    for body in (lost(KEY), lost("bytes")):
        stream = shop(Server(KEY.encode(), headers=[EVENTS, ("X-Echo", KEY)], fault=body)).send(STREAM)
        with pytest.raises(APIError) as raised:
            list(stream)
        assert KEY not in told_with_its_causes(raised.value)
    harmless = TransportError("broken", kind="broken")
    harmless.__cause__ = ValueError("why")
    assert "why" in told_with_its_causes(failure(Server(refuses=harmless)))


def test_an_excerpt_has_a_length() -> None:
    for length, shown in ((119, "x" * 119), (120, "x" * 120), (121, "x" * 120 + "…")):
        error = failure(Server(b"x" * length, 400))
        assert error.message == f"the server answered 400: {shown!r}"


@pytest.mark.parametrize(("value", "shown"), [("7letter", "7letter"), ("8letters", "***")])
def test_a_short_value_of_a_secret_header_is_not_looked_for_in_ordinary_words(value: str, shown: str) -> None:
    call = CREATE({"name": "x", "extra_headers": {"X-Token": value}})
    assert f"of {shown} left" in failure(Server(f"out of {value} left".encode(), 400), call).message


@pytest.mark.parametrize("status", [300, 399])
def test_every_3xx_with_a_place_is_a_redirect(status: int) -> None:
    error = failure(Server(b"", status, [("Location", "https://www.h/")]))
    assert error.message == "the server redirects to https://www.h/, which is not followed"


@pytest.mark.parametrize("status", [200, 201, 299])
def test_any_status_of_success_brings_a_result(status: int) -> None:
    assert shop(Server(ORDER, status)).send(CALL).id == "o1"


def test_only_a_redirect_is_told_as_one() -> None:
    error = failure(Server(b"no", 400, [("Location", "/elsewhere")]))
    assert error.message == "the server answered 400: 'no'"


def test_a_key_cut_by_an_excerpt_is_masked_too() -> None:
    for fill in range(100, 140):
        assert KEY[:8] not in str(failure(Server(b"x" * fill + KEY.encode(), 500)))


def test_the_key_is_in_no_repr() -> None:
    client = shop(Server())
    assert repr(client) == "Shop(base_url='https://api.shop.example')"
    assert KEY not in repr(client.with_options(timeout=1))


def test_what_cannot_be_sent_can_be_folded() -> None:
    event = b'{"id":"o1","lines":[{"index":0,"text":"a\\ud83d","price":NaN}]}'
    assert streaming(event).collect().lines[0].text == "a\ufffd"


def test_a_result_without_a_secret_is_masked_as_it_is() -> None:
    parser, reply = ResponseParser(CALL, shop(Server())._config, KEY), shop(Server()).send_raw(CALL)
    assert parser.masked(reply) is reply.value


@pytest.mark.parametrize(
    ("fault", "kind", "outcome", "said"),
    [
        (
            TransportError("Connection refused by 127.0.0.1:9", kind="connect", sent=False),
            errors.APIConnectionError,
            "not_sent",
            "Connection refused by 127.0.0.1:9",
        ),
        (TransportError("gone", kind="broken"), errors.APIConnectionError, "unknown", "gone"),
        (TransportError("gone", kind="broken", sent=True), errors.APIConnectionError, "unknown", "gone"),
        (TransportError("slow", kind="timeout", sent=False), errors.APITimeoutError, "not_sent", "slow"),
        (TransportError("bad certificate", kind="tls", sent=False), errors.APIConnectionError, "not_sent", "bad cert"),
        (TransportError("slow", kind="timeout", sent=True), errors.APITimeoutError, "unknown", "slow"),
        (TransportError("cut", kind="broken", sent=True, status=200), errors.UnreadableAnswer, "executed", "cut"),
    ],
)
def test_no_response(fault: TransportError, kind: type[APIError], outcome: str, said: str) -> None:
    error = failure(Server(refuses=fault))
    assert (type(error), error.outcome) == (kind, outcome)
    assert said in error.message
    assert error.__context__ is fault


@pytest.mark.parametrize(
    ("status", "fault", "kind", "outcome"),
    [
        (200, "broken", "UnreadableAnswer", "executed"),
        (299, "broken", "UnreadableAnswer", "executed"),
        (200, "timeout", "APITimeoutError", "executed"),
        (300, "broken", "APIStatusError", "rejected"),
        (400, "broken", "BadRequestError", "rejected"),
        (429, "timeout", "RateLimitError", "rejected"),
        (503, "broken", "InternalServerError", "unknown"),
    ],
)
@pytest.mark.parametrize("reported", [True, False], ids=["reported", "not reported"])
def test_a_response_that_is_cut_keeps_its_status(
    status: int, fault: Any, kind: str, outcome: str, reported: bool
) -> None:  # a transport of one's own need not say the status again
    broken = TransportError("cut after 3 bytes", kind=fault, sent=True, status=status if reported else None)
    error = failure(Server(status=status, fault=broken, headers=[("X-Request-Id", "r1")]))
    assert (type(error).__name__, error.outcome, error.status, error.request_id) == (kind, outcome, status, "r1")
    assert "cut after 3 bytes" in error.message
    assert error.__context__ is broken
