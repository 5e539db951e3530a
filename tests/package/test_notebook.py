"""Display of results in a notebook, which asks an object for these methods and takes what is not None."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ezlink import AsyncEZLink, EZLink
from generator.mock_server import MockServer

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
PROMPT = "A lighthouse in the fog"


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures, polls=1) as running:
        yield running


@pytest.fixture
def client(gateway: MockServer) -> Iterator[EZLink]:
    with EZLink("sk-KEY", base_url=gateway.url) as client:
        yield client


def shown(result: Any) -> dict[str, Any]:
    """Return the representations that a notebook shows, by kind."""
    found = {kind: getattr(result, f"_repr_{kind}_", lambda: None)() for kind in ("png", "jpeg", "html")}
    return {kind: content for kind, content in found.items() if content is not None}


def test_a_picture_that_is_the_answer(client: EZLink) -> None:
    found = shown(client.stability.generate.core(prompt=PROMPT))
    assert found.keys() == {"png"}
    assert found["png"].startswith(PNG)
    found = shown(client.stability.generate.core(prompt=PROMPT, output_format="jpeg"))
    assert found.keys() == {"jpeg"}
    assert found["jpeg"].startswith(JPEG)


def test_a_picture_in_a_format_without_a_method_of_its_own(client: EZLink) -> None:
    found = shown(client.stability.generate.core(prompt=PROMPT, output_format="webp"))
    assert found.keys() == {"html"}
    assert re.match(r'<img src="data:image/webp;base64,[\w+/=]+"', found["html"])


def test_a_picture_as_base64(client: EZLink) -> None:
    found = shown(client.stability.generate.core(prompt=PROMPT, accept="application/json"))
    assert found.keys() == {"png"}
    answer = client.images.generate(model="dall-e-3", prompt=PROMPT, response_format="b64_json")
    assert shown(answer.data[0])["png"].startswith(PNG)


def test_a_picture_at_an_address_is_left_to_the_browser(client: EZLink, gateway: MockServer) -> None:
    image = client.images.generate(model="dall-e-3", prompt=PROMPT).data[0]
    asked = len(gateway.requests)
    found = shown(image)
    assert found.keys() == {"html"}
    assert found["html"].startswith(f'<img src="{gateway.url}/cdn/')
    assert len(gateway.requests) == asked


def test_a_picture_stays_visible_once_it_is_saved(client: EZLink, tmp_path: Path) -> None:
    picture = client.stability.generate.core(prompt=PROMPT)
    picture.save(tmp_path / "picture.png")
    assert shown(picture)["png"] == (tmp_path / "picture.png").read_bytes()


def test_a_sound_gets_a_player(client: EZLink) -> None:
    found = shown(client.audio.speech.create(model="tts-1", voice="alloy", input="Hello!"))
    assert found.keys() == {"html"}
    assert re.match(r'<audio controls src="data:audio/mpeg;base64,[\w+/=]+"', found["html"])


def test_a_video_gets_a_player(client: EZLink) -> None:
    task = client.video.create_minimax(model="video-01", prompt=PROMPT)
    found = shown(task.wait(interval=1))
    assert re.match(r'<video controls src="http://127[^"]+\.mp4"', found["html"])


def test_in_the_async_client_it_shows_what_is_here(gateway: MockServer) -> None:
    async def look() -> tuple[dict[str, Any], dict[str, Any]]:
        async with AsyncEZLink("sk-KEY", base_url=gateway.url) as client:
            picture = await client.stability.generate.core(prompt=PROMPT)
            before = shown(picture)
            await picture.bytes()
            return before, shown(picture)

    before, after = asyncio.run(look())
    assert before == {}
    assert after["png"].startswith(PNG)


def test_other_results_show_nothing_of_the_kind(client: EZLink) -> None:
    assert shown(client.models.retrieve("gpt-4o")) == {}
