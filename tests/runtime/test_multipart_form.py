"""The form of a response, and how the call selects it."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from generator.runtime.encoding.multipart import FormField
from generator.runtime.operation.call import Call
from generator.runtime.operation.response_variants import ResponseVariant, ResponseVariants
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import CREATE, Order

TEXTS = ResponseVariants(
    by="response_format",
    default="json",
    cases={"json": ResponseVariant("application/json", Order), "text": ResponseVariant("text/plain", str)},
)
PICTURES = ResponseVariants(
    by="accept",
    default="image/*",
    cases={
        "image/*": ResponseVariant("image/*", "image"),
        "application/json": ResponseVariant("application/json", Order),
    },
)
WRITE = Endpoint(id="write", method="POST", path="/write", body=("response_format", "n"), variants=TEXTS)
LISTEN = Endpoint(
    id="listen",
    method="POST",
    path="/listen",
    multipart=(FormField("file", file=True), FormField("response_format")),
    variants=TEXTS,
)
DRAW = Endpoint(id="draw", method="POST", path="/draw", multipart=(FormField("prompt"),), variants=PICTURES)
FETCH = Endpoint(id="fetch", method="GET", path="/fetch/{order}", variants=PICTURES)
SPEAK = Endpoint(
    id="speak",
    method="POST",
    path="/speak",
    body=("input",),
    variants=ResponseVariants(cases={"*": ResponseVariant("audio/*", "audio")}),
)
SUBMIT = Endpoint(
    id="submit", method="POST", path="/job/submit", body=("prompt",), modes=("fast", "slow"), mode_prefix="/q-{mode}"
)


@pytest.mark.parametrize("operation", [WRITE, LISTEN])
@pytest.mark.parametrize(
    ("arguments", "form", "accept"),
    [
        ({}, TEXTS.cases["json"], None),
        ({"response_format": "json"}, TEXTS.cases["json"], None),
        ({"response_format": "text"}, TEXTS.cases["text"], "text/plain"),
        ({"extra_body": {"response_format": "text"}}, TEXTS.cases["text"], "text/plain"),
        ({"response_format": "text", "extra_body": {"response_format": "json"}}, TEXTS.cases["json"], None),
        ({"response_format": "new"}, ResponseVariant("*/*", Any), "*/*"),
    ],
)
def test_a_field_of_the_body_chooses_the_form(
    operation: Endpoint, arguments: dict[str, Any], form: ResponseVariant, accept: str | None
) -> None:
    call = operation(arguments)
    assert call.variant == form
    assert dict(call.headers).get("Accept") == accept


def test_the_choosing_field_is_sent_also_where_it_is_not_described() -> None:
    assert WRITE({"response_format": "new"}).content == b'{"response_format":"new"}'
    assert WRITE({"response_format": None}).variant == TEXTS.cases["json"]
    assert WRITE({"response_format": ["odd"]}).variant == ResponseVariant("*/*", Any)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, ResponseVariant("image/*", "image")),
        ("image/*", ResponseVariant("image/*", "image")),
        ("application/json", ResponseVariant("application/json", Order)),
        ("image/webp", ResponseVariant("image/webp", "image")),
        ("model/obj", ResponseVariant("model/obj", Any)),
    ],
)
def test_accept_is_a_header_and_no_part_of_the_body(accept: str | None, form: ResponseVariant) -> None:
    chosen = {} if accept is None else {"accept": accept}
    for call in (DRAW({"prompt": "x", **chosen}), FETCH(chosen, order="1")):
        assert call.variant == form
        assert call.headers == (("Accept", form.media_type),)
    assert "accept" not in repr(DRAW({"prompt": "x", **chosen}).content)
    assert FETCH(chosen, order="1").content is None


def test_accept_must_be_text() -> None:
    with pytest.raises(TypeError, match="accept: text, not"):
        DRAW({"accept": 7})
    with pytest.raises(TypeError, match="accept: text, not"):
        DRAW({"accept": None})


def test_a_header_of_the_callers_own_wins_in_any_case() -> None:
    assert DRAW({"extra_headers": {"accept": "x/y"}}).headers == (("accept", "x/y"),)


def test_the_only_form_is_always_chosen() -> None:
    assert SPEAK({"input": "x"}).variant == ResponseVariant("audio/*", "audio")
    assert SPEAK({"input": "x"}).headers == (("Accept", "audio/*"),)
    assert SPEAK.variants is not None
    assert SPEAK.variants.choose("anything") == ResponseVariant("audio/*", "audio")


@pytest.mark.parametrize("name", ["accept", "mode"])
def test_an_operation_without_variants_or_modes_has_no_such_argument(name: str) -> None:
    assert CREATE({"name": "x"}).variant is None
    with pytest.raises(TypeError, match=f"no parameter '{name}'"):
        CREATE({name: "fast"})


def test_calls_with_forms_compare_hash_and_pickle() -> None:
    call: Call[Any, Any] = pickle.loads(pickle.dumps(DRAW({"accept": "application/json"})))
    assert call == DRAW({"accept": "application/json"})
    assert call != DRAW({})
    assert len({call, DRAW({"accept": "application/json"})}) == 1
    assert hash(TEXTS) != hash(PICTURES)


@pytest.mark.parametrize(
    ("mode", "target"),
    [
        (None, "/job/submit"),
        ("fast", "/q-fast/job/submit"),
        ("slow", "/q-slow/job/submit"),
        ("a/../b", "/q-a%2F..%2Fb/job/submit"),
        ("时", "/q-%E6%97%B6/job/submit"),
    ],
)
def test_a_mode_is_the_prefix_of_the_path(mode: str | None, target: str) -> None:
    call = SUBMIT({"prompt": "x", **({} if mode is None else {"mode": mode})})
    assert call.target == target
    assert call.content == b'{"prompt":"x"}'


@pytest.mark.parametrize(("mode", "error"), [("", ValueError), ("..", ValueError), (None, TypeError)])
def test_a_mode_that_would_change_the_path_is_refused(mode: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^mode"):
        SUBMIT({"mode": mode})
