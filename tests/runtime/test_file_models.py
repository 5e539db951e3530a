"""Objects that are pictures: as base64 or behind a URL, and what is fetched from there and how."""

from __future__ import annotations

import asyncio
import copy
import os
import pickle
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

from generator.runtime.errors import APIConnectionError, APIStatusError, MissingField, NotFoundError, UnreadableAnswer
from generator.runtime.files.download import checked, from_base64
from generator.runtime.transport import TransportError
from tests.runtime.fake_media_api import (
    JSON,
    KEY,
    PICTURES,
    PNG,
    AsyncPicture,
    Picture,
    Whole,
    async_studio,
    base64_of,
    file,
    studio,
)

URL = "https://cdn.example/a.png?sig=1"
CUT = TransportError("the connection broke", kind="broken", status=200)


def response(**picture: Any) -> Any:
    return 200, JSON, msgspec.json.encode({"data": [picture]})


def received(fields: dict[str, Any], *responses: Any, **settings: Any) -> tuple[Any, Any]:
    """A picture of these fields, from a server that then gives these responses."""
    client, server = studio(response(**fields), *responses, **settings)
    return client.send(PICTURES({"text": "x"})).data[0], server


def picture(*responses: Any, url: str = URL, **settings: Any) -> tuple[Any, Any]:
    """A picture at an address."""
    return received({"url": url}, *responses, **settings)


async def async_picture(fields: dict[str, Any], *responses: Any) -> tuple[Any, Any]:
    client, server = async_studio(response(**fields), *responses)
    return (await client.send(PICTURES({"text": "x"}))).data[0], server


def moved(location: str | None, status: int = 302) -> Any:
    return status, [] if location is None else [("Location", location)], b""


# Base64


@pytest.mark.parametrize(
    "text",
    [
        base64_of(PNG),
        f"data:image/png;base64,{base64_of(PNG)}",
        base64_of(PNG)[:40] + "\n" + base64_of(PNG)[40:],
    ],
)
def test_base64_is_the_picture(text: str, tmp_path: Path) -> None:
    made = Picture(b64=text)
    assert made.bytes() == PNG
    assert made.save(tmp_path / "x.png").read_bytes() == PNG
    assert os.listdir(tmp_path) == ["x.png"]
    assert made._repr_png_() == PNG


def test_bytes_that_were_decoded_with_the_response_are_the_picture() -> None:
    made = msgspec.json.decode(f'{{"image":"{base64_of(PNG)}","finish":"SUCCESS"}}', type=Whole)
    assert made.bytes() == PNG
    assert msgspec.json.decode(made.to_json())["image"] == base64_of(PNG)


@pytest.mark.parametrize("text", ["!!!", base64_of(b'{"error":"no"}'), base64_of(b"<html>")])
def test_base64_of_something_else_is_no_picture(text: str) -> None:
    with pytest.raises(UnreadableAnswer) as raised:
        Picture(b64=text).bytes()
    assert raised.value.outcome == "executed"
    assert Picture(b64=text)._repr_png_() is None


def test_a_data_url_is_decoded_and_nothing_is_fetched() -> None:
    for content in (f"image/png;base64,{base64_of(PNG)}", f";base64,{base64_of(PNG)}", f",{quote(PNG)}"):
        made, server = picture(url=f"data:{content}")
        assert made.bytes() == PNG
        assert len(server.requests) == 1


@pytest.mark.parametrize("size", range(4))
def test_base64_needs_no_padding(size: int) -> None:
    assert from_base64(base64_of(PNG[:size]).rstrip("=")) == PNG[:size]


def test_garbage_in_base64_is_not_skipped() -> None:
    with pytest.raises(ValueError, match=r"(?i)base64"):
        from_base64("iVBO*Rw0K")


# Addresses


def test_an_address_is_fetched_without_the_key(tmp_path: Path) -> None:
    made, server = picture(file(PNG), default_headers={"X-Secret": "s"})
    assert made.bytes() == PNG
    request = server.requests[-1]
    assert (request.method, request.url, request.content) == ("GET", URL, None)
    assert dict(request.headers) == {"User-Agent": "studio-python/1.2.3", "Accept": "image/*, */*;q=0.1"}
    assert KEY not in str(request)
    assert made.save(tmp_path / "x.png").read_bytes() == PNG
    assert server.responses[-1].finished


@pytest.mark.parametrize("value", [[URL, URL], {"href": URL}, 5, True, [5]])
@pytest.mark.parametrize("name", ["url", "b64"])
def test_what_is_no_address_and_no_picture_is_an_error(name: str, value: Any, tmp_path: Path) -> None:
    odd, server = received({name: value})
    with pytest.raises(UnreadableAnswer, match=f"{name} is "):
        odd.save(tmp_path / "a.png")
    with pytest.raises(UnreadableAnswer):
        odd.bytes()
    assert odd._repr_html_() is None
    assert len(server.requests) == 1

    async def run() -> None:
        odd, _ = await async_picture({name: value})
        with pytest.raises(UnreadableAnswer, match=f"{name} is "):
            await odd.save(tmp_path / "a.png")
        with pytest.raises(UnreadableAnswer):
            await odd.bytes()

    asyncio.run(run())


def test_a_list_of_one_is_taken() -> None:
    assert received({"url": [URL]}, file(PNG))[0].bytes() == PNG
    assert received({"url": [], "b64": [base64_of(PNG)]})[0].bytes() == PNG
    with pytest.raises(MissingField):
        received({"url": [], "b64": []})[0].bytes()


def test_a_picture_without_fields_or_without_a_client_says_so() -> None:
    with pytest.raises(MissingField, match="no url and no b64"):
        picture(url="")[0].bytes()
    with pytest.raises(LookupError, match=r"client\.fetch"):
        Picture(url=URL).bytes()


def test_the_client_does_not_travel_and_is_no_part_of_the_object() -> None:
    made, _ = picture(file(PNG))
    assert made == Picture(url=URL)
    assert KEY not in repr(made)
    there = pickle.loads(pickle.dumps(made))
    assert there == made
    with pytest.raises(LookupError):
        there.bytes()
    assert copy.copy(made).bytes() == PNG


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://h/x",
        "//h/x",
        "x.png",
        "https://user:pw@h/x",
        "https://",
        "http://[x/",
        "javascript:1",
        "not a url",
        "   ",
        "https://a..b/",
    ],
)
def test_other_addresses_are_not_fetched(url: str, tmp_path: Path) -> None:
    made, server = picture(url=url)
    for read in (made.bytes, lambda: made.save(tmp_path / "a.png")):
        with pytest.raises(UnreadableAnswer, match="the image of this Picture cannot be read"):
            read()
    assert len(server.requests) == 1
    assert made._repr_html_() is None

    async def run() -> None:
        made, _ = await async_picture({"url": url})
        with pytest.raises(UnreadableAnswer):
            await made.bytes()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("url", "fetched"),
    [
        ("https://h/1笔记 1.png", "https://h/1%E7%AC%94%E8%AE%B0%201.png"),
        ("https://h/a%20b?x=%2F&y=1+2", "https://h/a%20b?x=%2F&y=1+2"),
        ("HTTPS://H.example:443", "https://h.example/"),
        ("http://h:8080/x", "http://h:8080/x"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://h/\r\nX: 1", "https://h/X:%201"),
    ],
)
def test_addresses_are_encoded(url: str, fetched: str) -> None:
    assert checked(url) == fetched


@pytest.mark.parametrize("status", range(300, 310))
def test_a_redirect_is_known_by_its_status(status: int) -> None:
    made, server = picture(moved("https://b.example/x", status), file(PNG))
    if status in (301, 302, 303, 307, 308):
        assert made.bytes() == PNG
    else:
        with pytest.raises(APIStatusError):
            made.bytes()
        assert len(server.requests) == 2


def test_redirects_are_followed_without_anything_of_the_callers() -> None:
    made, server = picture(moved("https://b.example/x"), moved("/y", 307), file(PNG))
    assert made.bytes() == PNG
    assert [request.url for request in server.requests[1:]] == [URL, "https://b.example/x", "https://b.example/y"]
    assert all("Authorization" not in dict(request.headers) for request in server.requests[1:])
    assert all(response.closed for response in server.responses[1:3])


@pytest.mark.parametrize(
    "location",
    [
        "http://cdn.example/a.png",
        "file:///etc/passwd",
        "https://u:p@h/",
        "data:image/png;base64,AA",
        "https://a..b/",
        None,
    ],
)
def test_redirects_to_elsewhere_are_not_followed(location: str | None) -> None:
    made, server = picture(moved(location), file(PNG))
    with pytest.raises(APIStatusError, match="redirect"):
        made.bytes()
    assert len(server.requests) == 2


def test_five_redirects_and_no_more() -> None:
    made, _ = picture(*[moved("https://h/")] * 5, file(PNG))
    assert made.bytes() == PNG
    made, server = picture(*[moved("https://h/")] * 6, file(PNG))
    with pytest.raises(APIStatusError, match="5 redirects"):
        made.bytes()
    assert len(server.requests) == 7


@pytest.mark.parametrize(
    ("response", "kind", "said"),
    [
        ((404, [], b"gone"), NotFoundError, "gone"),
        ((200, [("Content-Type", "text/html")], b"<html>sign in</html>"), UnreadableAnswer, "sign in"),
        (TransportError("no connection", kind="connect", sent=False), APIConnectionError, "no connection"),
    ],
)
def test_an_address_that_gives_no_picture_is_an_error_without_its_query(response: Any, kind: Any, said: str) -> None:
    with pytest.raises(kind, match=said) as raised:
        picture(response)[0].bytes()
    assert "sig=1" not in str(raised.value)


@pytest.mark.parametrize("length", [True, False])
def test_too_large_a_file_is_given_up(length: bool, tmp_path: Path) -> None:
    large = file(PNG) if length else (200, [], PNG)
    made, server = picture(large)
    with pytest.raises(UnreadableAnswer, match="larger than 100 bytes"):
        made.save(tmp_path / "x.png", limit=100)
    assert os.listdir(tmp_path) == []
    assert server.responses[-1].closed
    assert made.bytes(limit=len(PNG)) == PNG
    assert made.bytes(limit=None) == PNG


def test_a_cut_file_leaves_nothing(tmp_path: Path) -> None:
    made, server = picture(file(PNG))
    server.fault = CUT
    with pytest.raises(UnreadableAnswer):
        made.save(tmp_path / "x.png")
    assert os.listdir(tmp_path) == []


def test_a_notebook_lets_the_browser_fetch() -> None:
    made, server = picture(url='https://h/a.png?a=1&b="><script>')
    html = made._repr_html_()
    assert html is not None
    assert html.startswith('<img src="https://h/a.png?a=1&amp;b=%22%3E%3Cscript%3E"')
    assert made._repr_png_() is None
    assert len(server.requests) == 1


def test_the_client_fetches_any_address() -> None:
    client, server = studio(file(PNG))
    with client.fetch("https://h/x", kind="image") as media:
        assert media.bytes() == PNG
    assert "Authorization" not in server.sent()
    client, _ = studio((200, [("Content-Type", "application/zip")], bytes(100)))
    assert client.fetch("https://h/x").bytes() == bytes(100)
    for content in (b"notes", b'{"error":"no"}', b""):
        client, _ = studio((200, [("Content-Type", "text/plain")], content))
        assert client.fetch("https://h/x.txt").bytes() == content


# Async


def test_the_async_client_returns_async_pictures(tmp_path: Path) -> None:
    async def run() -> None:
        made, server = await async_picture({"url": URL}, moved("/b.png"), file(PNG))
        assert isinstance(made, AsyncPicture)
        assert (await made.save(tmp_path / "x.png")).read_bytes() == PNG
        assert "Authorization" not in server.sent()
        assert server.requests[-1].url == "https://cdn.example/b.png"
        assert await made.bytes() == PNG
        assert await AsyncPicture(b64=base64_of(PNG)).bytes() == PNG
        assert await AsyncPicture(b64=base64_of(PNG)).save(tmp_path / "y.png") == tmp_path / "y.png"
        made, _ = await async_picture({"url": URL}, moved("http://h/"))
        with pytest.raises(APIStatusError, match="https to http"):
            await made.bytes()

    asyncio.run(run())
