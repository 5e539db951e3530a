"""Variants of a response: chosen by an argument, not served, empty, or a list."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime.errors import APIStatusError, EmptyAnswer, NotServed, UnreadableAnswer
from generator.runtime.operation.operation import NotServedHint
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import Server, shop
from tests.runtime.fake_media_api import (
    DRAW,
    HEAR,
    JSON,
    LIST,
    PICTURES,
    PNG,
    SEED,
    TEXT,
    Whole,
    base64_of,
    failure,
    sent,
    studio,
)


def test_the_argument_chooses_the_form() -> None:
    client, server = studio((200, TEXT, f'{{"image":"{base64_of(PNG)}","finish":"SUCCESS"}}'.encode()))
    value = client.send(DRAW({"accept": "application/json"}))
    assert isinstance(value, Whole)
    assert value.image == PNG
    assert server.sent()["Accept"] == "application/json"


@pytest.mark.parametrize("text", ["hello\n", '{"said": "hello"}', "文字", " "])
def test_text_comes_as_it_is(text: str) -> None:
    assert sent((200, TEXT, text.encode()), HEAR({"format": "text"})) == text


@pytest.mark.parametrize(("body", "reported"), [(b"h\xffi", 1), ("h\ufffdi".encode(), 0), (b"\xef\xbb\xbfhi", 0)])
def test_bytes_that_are_no_text_are_replaced_and_reported(body: bytes, reported: int) -> None:
    told: list[Any] = []
    text = shop(Server(body, headers=TEXT), on_deviation=told.append).send(HEAR({"format": "text"}))
    assert text == body.decode("utf-8-sig", "replace")
    said = "hear: the response: expected text in UTF-8, found bytes that are not"
    assert [str(one) for one in told] == [said] * reported


@pytest.mark.parametrize("body", [b"", b"<!DOCTYPE html><p>", b'{"error":{"message":"no"}}'])
def test_text_may_still_be_an_error(body: bytes) -> None:
    failure((200, TEXT, body), HEAR({"format": "text"}))


def test_a_form_that_is_not_described_is_read_as_what_it_is() -> None:
    for body, value in [(b'{"a":1}', {"a": 1}), (b"words", "words"), (bytes(4), bytes(4))]:
        assert sent((200, TEXT, body), HEAR({"format": "new"})) == value


def test_what_is_not_served_says_so() -> None:
    error = failure((503, JSON, b'{"error":"no channel"}'), PICTURES({}))
    assert isinstance(error, NotServed)
    assert "Nobody has a handler for it." in str(error)
    assert (error.status, error.outcome) == (503, "rejected")
    page = failure((501, JSON, b"<!doctype html>" + b"x" * 999), PICTURES({}))
    assert page.message.endswith("Nobody has a handler for it. The server answered 501 with a page of HTML")
    assert failure((501, JSON, b""), PICTURES({})).message.endswith("answered 501 with an empty body")
    assert not isinstance(failure((401, JSON, b'{"error":"who?"}'), PICTURES({})), NotServed)


def test_a_server_says_with_501_that_it_does_not_serve_unless_described_otherwise() -> None:
    call = Endpoint(id="x", method="GET", path="/x", not_served=NotServedHint("Nobody."))({})
    assert [type(failure((status, JSON, b""), call)) is NotServed for status in (500, 501, 502)] == [False, True, False]


def test_an_empty_response_says_what_it_means() -> None:
    error = failure((200, [], b""), PICTURES({}))
    assert isinstance(error, EmptyAnswer)
    assert "Nothing was kept." in error.message


def test_a_response_that_says_otherwise_is_a_refusal() -> None:
    assert sent((200, JSON, b'{"code":1,"about":"ok","result":"7"}'), SEED({})).result == "7"
    for body, said in [
        (b'{"code":4,"about":"not this one","result":""}', "/code is 4, not 1"),
        (b'{"code":4,"about":"not this one"}', "not this one"),
        (b'{"code":true,"about":"not this one","result":""}', "/code is True, not 1"),
    ]:
        error = failure((200, JSON, body), SEED({}))
        assert isinstance(error, APIStatusError)
        assert said in error.message
        assert error.outcome == "rejected"


def test_every_condition_has_to_be_met() -> None:
    operation = Endpoint(id="x", method="GET", path="/x", accepted={"/code": (1,), "/state": ("ok", "late")})
    assert sent((200, JSON, b'{"code":1,"state":"LATE"}'), operation({})) == {"code": 1, "state": "LATE"}
    for body, said in (
        (b'{"code":1,"state":"no"}', "the server refused: /state is 'no', not 'ok' or 'late'"),
        (b'{"code":1}', "the response proves nothing: /state is None"),
    ):
        assert said in failure((200, JSON, body), operation({})).message


def test_a_list_is_proven_by_its_items() -> None:
    client, _ = studio((200, TEXT, b"[]"))
    assert client.send(LIST({})) == []
    client, _ = studio((200, TEXT, b'[{"id":"1","status":"","percent":5}]'))
    reply = client.send_raw(LIST({}))
    assert (reply.value[0].id, reply.raw) == ("1", b'[{"id":"1","status":"","percent":5}]')
    for body in (b'[{"id":"1"}]', b'{"id":"1","status":"2"}', b"[1]"):
        assert isinstance(failure((200, JSON, body), LIST({})), UnreadableAnswer)
