"""The exceptions: the tree, one line of text, pickling."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from generator.runtime import errors
from generator.runtime.errors import APIError, APIStatusError, StreamTruncated, status_error
from generator.runtime.http.headers import Headers
from tests.runtime.fake_json_api import CREATE, ORDER, order

CALL = CREATE({"name": "x", "extra_query": {"token": "hush"}, "extra_headers": {"X-Token": "hush"}})


def raised(kind: type[APIError] = errors.NotFoundError, **more: Any) -> APIError:
    particulars: dict[str, Any] = {
        "call": CALL,
        "status": 404,
        "code": "gone",
        "type": "t",
        "param": "p",
        "request_id": "r1",
        "headers": Headers([("Set-Cookie", "hush"), ("X-A", "1")]),
        "raw": b"{}",
        "outcome": "rejected",
    }
    return kind("no such\norder", **{**particulars, **more})


def test_a_long_message_is_one_line_of_a_limited_length() -> None:
    for length, shown in ((500, "x" * 500), (501, "x" * 499 + "…")):
        assert str(APIError("x" * length, outcome="unknown")) == f"{shown} [outcome unknown]"


def test_the_tree() -> None:
    assert issubclass(errors.ConfigurationError, (errors.SDKError, ValueError))
    assert issubclass(errors.MissingField, AttributeError)
    assert issubclass(errors.APITimeoutError, errors.APIConnectionError)
    assert issubclass(errors.StreamFailed, APIStatusError)
    for kind in (errors.UnreadableAnswer, errors.EmptyAnswer, errors.StreamTruncated):
        assert issubclass(kind, errors.AnswerError)
        assert not issubclass(kind, APIStatusError)
    for kind in (APIError, errors.ConfigurationError, errors.MissingField):
        assert issubclass(kind, errors.SDKError)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (200, "APIStatusError"),
        (301, "APIStatusError"),
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (402, "APIStatusError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (421, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (501, "InternalServerError"),
        (503, "InternalServerError"),
        (599, "InternalServerError"),
    ],
)
def test_each_status_has_its_class(status: int, name: str) -> None:
    assert status_error(status).__name__ == name


def test_str_is_one_line_with_what_helps_and_no_secret() -> None:
    said = "no such order [status 404, code gone, request id r1, POST /v1/orders, outcome rejected]"
    assert str(raised()) == said
    assert (raised().status_code, APIError("it broke").status_code) == (404, None)
    assert "hush" not in repr(raised())


def test_an_error_that_you_make_yourself_is_of_one_attempt() -> None:
    error = APIError("it broke")
    assert (error.attempts, error.retry_after, error.reused, error.retryable) == (1, None, False, False)


def test_str_leaves_out_what_is_not_there_and_what_is_said_already() -> None:
    assert str(APIError("it broke")) == "it broke [outcome unknown]"
    assert (
        str(APIError("broke (request id: r1)", request_id="r1", code="")) == "broke (request id: r1) [outcome unknown]"
    )


def test_a_long_message_is_cut_in_str_and_whole_in_message() -> None:
    error = APIError("x" * 5000)
    assert len(str(error)) < 600
    assert len(error.message) == 5000


@pytest.mark.parametrize("again", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
def test_errors_travel_whole(again: Any) -> None:
    before = raised()
    before.add_note("seen in the morning")
    after = again(before)
    assert type(after) is type(before)
    assert str(after) == str(before)
    assert (after.call.target, after.headers["x-a"], after.raw, after.args) == (CALL.target, "1", b"{}", before.args)
    assert after.__notes__ == ["seen in the morning"]


def test_no_secret_header_of_a_call_is_in_a_pickled_error() -> None:
    headers = {"X-Token": "hush", "Authorization": "hush", "X-Branch": "north"}
    before = raised(call=CREATE({"name": "x", "extra_headers": headers}), headers=None)
    stored = pickle.dumps(before)
    assert b"hush" not in stored
    assert dict(pickle.loads(stored).call.headers)["X-Branch"] == "north"
    assert copy.copy(before).call == copy.deepcopy(before).call == before.call


def test_what_a_cut_stream_brought_is_folded_once_and_travels() -> None:
    folded: list[int] = []

    def accumulate() -> Any:
        folded.append(1)
        return order(ORDER)

    error = StreamTruncated("cut", events=[1, 2], partial=accumulate, status=200, outcome="executed")
    assert folded == []
    after = pickle.loads(pickle.dumps(error))
    assert error.partial == after.partial == order(ORDER)
    assert after.events == [1, 2]
    assert folded == [1]


def test_a_cut_stream_travels_even_if_its_events_do_not_fold() -> None:
    def accumulate() -> Any:
        raise ZeroDivisionError

    assert pickle.loads(pickle.dumps(StreamTruncated("cut", partial=accumulate))).partial is None
    assert StreamTruncated("cut").partial is None
