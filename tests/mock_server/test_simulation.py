"""Requests that were never recorded: tasks from their start to their end, forms, and refusals."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest

from .player import ALL, FIXTURES, Player

VIDEO, RESULT = "/v1/video/generations", "/v1/video/generations/result?taskid="
SOUND = {"name": "file", "filename": "new.wav", "content_type": "audio/wav", "source": "speech.wav"}
PICTURE = {"name": "image", "filename": "new.png", "content_type": "image/png", "source": "wide.png"}
PROMPT = {"name": "prompt", "text": "Something of my own"}
PNG, MP4, WEBP = b"\x89PNG", b"\x00\x00\x00\x1cftyp", b"RIFF"


def submit(player: Player, what: str, body: Any) -> str:
    return str(player.post(f"/mj/submit/{what}", body)["result"])


def finished(player: Player, what: str, body: Any) -> Any:
    id = submit(player, what, body)
    return [player.get(f"/mj/task/{id}/fetch") for _ in range(3)][-1]


@pytest.fixture
def player() -> Player:
    return Player()


def test_from_a_prompt_to_an_upscaled_picture(player: Player) -> None:
    one, other = (submit(player, "imagine", {"prompt": prompt}) for prompt in ("a cat", "a dog"))
    assert one != other
    assert player.send("GET", f"/mj/image/{one}", key=None).status == 500
    seen = [player.get(f"/mj/task/{one}/fetch") for _ in range(3)]
    assert [task["status"] for task in seen] == ["", "IN_PROGRESS", "SUCCESS"]
    assert [task["progress"] for task in seen] == ["0%", "35%", "100%"]
    assert [task["buttons"] for task in seen[:2]] == [None, []]
    assert [bool(task["finishTime"]) for task in seen] == [False, False, True]
    assert {task["prompt"] for task in seen} == {"a cat"}
    assert player.get(f"/mj/task/{other}/fetch")["status"] == ""
    assert seen[2]["imageUrl"] == f"http://here:1/mj/image/{one}"
    assert player.send("GET", f"/mj/image/{one}", key=None).body.startswith(PNG)
    button = next(button for button in seen[2]["buttons"] if button["label"] == "U2")
    big = finished(player, "action", {"taskId": one, "customId": button["customId"]})
    assert (big["action"], big["status"], big["prompt"]) == ("UPSCALE", "SUCCESS", "a cat")
    assert "Vary (Region)" in [button["label"] for button in big["buttons"]]
    assert player.get(f"/mj/task/{one}/image-seed")["code"] == 1
    listed = player.post("/mj/task/list-by-condition", {"ids": [one, "no-such-task", big["id"]]})
    assert [task["id"] for task in listed] == [one, big["id"]]


def test_the_keys_of_a_task_are_the_recorded_ones(player: Player) -> None:
    recorded = next(f for f in ALL if f.name == "getMidjourneyTask/imagine-success")
    task = finished(player, "imagine", {"prompt": "a cat"})
    assert list(task) == list(json.loads(recorded.response.body))


def test_a_window_waits_until_it_is_used(player: Player) -> None:
    big = finished(player, "imagine", {"prompt": "a cat"})
    upscaled = finished(player, "action", {"taskId": big["id"], "customId": big["buttons"][0]["customId"]})
    region = next(b["customId"] for b in upscaled["buttons"] if b["label"] == "Vary (Region)")
    opened = player.post("/mj/submit/action", {"taskId": upscaled["id"], "customId": region})
    assert opened["code"] == 21
    id = opened["result"]
    assert [player.get(f"/mj/task/{id}/fetch")["status"] for _ in range(4)] == ["", "MODAL", "MODAL", "MODAL"]
    assert submit(player, "modal", {"taskId": id, "prompt": "a green door"}) == id
    seen = [player.get(f"/mj/task/{id}/fetch") for _ in range(3)]
    assert [task["status"] for task in seen] == ["", "IN_PROGRESS", "SUCCESS"]
    assert (seen[2]["prompt"], seen[2]["promptEn"]) == ("a cat", "a green door")


@pytest.mark.parametrize(
    ("what", "body", "code", "description"),
    [
        ("imagine", {}, 4, "prompt_is_required "),
        ("action", {"taskId": "1"}, 4, "custom_id_is_required"),
        ("action", {"taskId": "1", "customId": "MJ::BOOKMARK::x"}, 4, "unknown_action:MJ::BOOKMARK::x"),
        ("action", {"taskId": "1", "customId": "MJ::JOB::upsample::one::x"}, 4, "index_parse_failed"),
        ("action", {"taskId": "1", "customId": "MJ::JOB::upsample::2::x"}, 4, "task_not_found "),
        ("modal", {"taskId": "1"}, 4, "task_not_found "),
        ("change", {"taskId": "1", "action": "REROLL"}, 4, "index_is_required "),
        ("imagine", {"prompt": "TRIGGER:banned and new"}, 24, "可能包含敏感词 "),
    ],
)
def test_submits_that_are_refused(player: Player, what: str, body: Any, code: int, description: str) -> None:
    answer = player.send("POST", f"/mj/submit/{what}", body)
    said = json.loads(answer.body)
    assert (answer.status, said["code"], said["description"]) == (400, code, description)
    assert said.keys() == {"code", "description", "type"}


def test_a_button_needs_a_finished_task(player: Player) -> None:
    id = submit(player, "imagine", {"prompt": "a cat"})
    said = player.post("/mj/submit/action", {"taskId": id, "customId": "MJ::JOB::upsample::1::x"})
    assert said["description"] == "task_status_not_success "


def test_a_task_that_fails_and_one_that_stays(player: Player) -> None:
    failed = finished(player, "imagine", {"prompt": "a cat TRIGGER:fail"})
    assert (failed["status"], failed["progress"], failed["buttons"]) == ("FAILURE", "100%", [])
    assert failed["failReason"]
    assert finished(player, "imagine", {"prompt": "a cat TRIGGER:stuck"})["status"] == "IN_PROGRESS"


def test_a_mode_is_a_prefix(player: Player) -> None:
    id = player.post("/mj-turbo/mj/submit/imagine", {"prompt": "a cat"})["result"]
    assert player.get(f"/mj-turbo/mj/task/{id}/fetch")["id"] == id
    assert player.send("GET", f"/mj-turbo/mj/image/{id}", key=None).status == 404


@pytest.mark.parametrize("recorded", [True, False])
def test_a_recorded_submit_starts_a_new_task_each_time(player: Player, recorded: bool) -> None:
    prompt = "a red lighthouse on a cliff --ar 3:2" if recorded else "a cat"
    ids = {submit(player, "imagine", {"prompt": prompt}) for _ in range(3)}
    assert len(ids) == 3
    assert {player.get(f"/mj/task/{id}/fetch")["status"] for id in ids} == {""}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"model": "video-01"}, ["unknown", "processing", "success"]),
        ({"model": "cogvideox"}, ["processing", "succeed"]),
        ({"model": "kling-v1"}, ["processing", "processing", "succeed"]),
        ({"model": "gen3a_turbo"}, ["processing", "processing", "succeed"]),
        ({"model": "luma"}, ["unknown", "processing", "scucceed"]),
        ({"model": "kling-v1", "say": "TRIGGER:fail"}, ["processing", "failed", "failed"]),
        ({"model": "gen3a_turbo", "say": "TRIGGER:fail"}, ["processing", "unknown", "unknown"]),
    ],
)
def test_videos_in_the_words_of_their_vendors(player: Player, body: dict[str, Any], words: list[str]) -> None:
    id = player.post(VIDEO, {"prompt": "waves", **body})["task_id"]
    seen = [player.get(RESULT + id) for _ in words]
    assert [task["task_status"] for task in seen] == words
    assert all(task["task_id"] == id and len(task) == 5 for task in seen)
    if words[-1] in ("failed", "unknown"):
        assert seen[-1]["video_result"] == ""
        return
    assert player.send("GET", seen[-1]["video_result"].removeprefix("http://here:1"), key=None).body.startswith(MP4)


def test_a_look_that_fails(player: Player) -> None:
    id = player.post(VIDEO, {"model": "kling-v1", "prompt": "x TRIGGER:result429 new"})["task_id"]
    assert player.send("GET", RESULT + id).status == 429
    unknown = player.send("GET", f"{RESULT}none")
    assert (unknown.status, json.loads(unknown.body)["error"][-4:]) == (500, "none")


@pytest.mark.parametrize(
    ("start", "result", "accept", "begins"),
    [
        ("/v2beta/image-to-video", "/v2beta/image-to-video/result/", "video/*", MP4),
        ("/v2beta/stable-image/upscale/creative", "/v2beta/stable-image/upscale/creative/result/", "image/*", PNG),
    ],
)
def test_jobs_of_stability(player: Player, start: str, result: str, accept: str, begins: bytes) -> None:
    parts, wants = [PICTURE, PROMPT], {"Accept": "application/json"}
    id = player.post(start, None, form=parts, headers=wants)["id"]
    seen = [player.send("GET", result + id, headers={"Accept": accept}) for _ in range(3)]
    assert [answer.status for answer in seen] == [202, 202, 200]
    assert json.loads(seen[0].body) == {"id": id, "status": "in-progress"}
    assert seen[2].body.startswith(begins)
    assert player.get(result + id, headers=wants)["finish_reason"] == "SUCCESS"
    assert player.send("GET", result + id, headers={"Accept": "*/*"}).status == 400
    lost = player.post(start, None, form=parts, headers={"Accept": "image/*"})["id"]
    assert player.get(result + lost, headers=wants) == {"error": "get_channel_id_failed"}


def test_the_length_of_a_task_can_be_set() -> None:
    player = Player(polls=5)
    id = submit(player, "imagine", {"prompt": "a cat"})
    seen = [player.get(f"/mj/task/{id}/fetch") for _ in range(6)]
    assert [task["progress"] for task in seen] == ["0%", "40%", "60%", "80%", "100%", "100%"]


@pytest.mark.parametrize(
    ("accept", "parts", "status", "begins"),
    [
        ("image/*", [PROMPT], 200, PNG),
        ("image/*", [PROMPT, {"name": "output_format", "text": "webp"}], 200, WEBP),
        ("application/json", [PROMPT], 200, b'{"image":"'),
        ("*/*", [PROMPT], 400, b'{"error":"failed to get response"}'),
        ("image/*", [{"name": "seed", "text": "1"}], 400, b'{"id":"'),
        ("image/*", [], 400, b'{"error":"Failed to bind request"}'),
    ],
)
def test_pictures_in_the_form_asked_for(
    player: Player, accept: str, parts: list[dict[str, Any]], status: int, begins: bytes
) -> None:
    answer = player.send("POST", "/v2beta/stable-image/generate/core", form=parts, headers={"Accept": accept})
    assert (answer.status, answer.body[: len(begins)]) == (status, begins)


@pytest.mark.parametrize(
    ("wanted", "begins"),
    [
        ("json", b"{"),
        ("verbose_json", b"{"),
        ("text", b"The"),
        ("srt", b"1\n"),
        ("vtt", b"WEBVTT"),
        ("xml", b'{"code"'),
    ],
)
def test_sound_to_text_in_the_form_asked_for(player: Player, wanted: str, begins: bytes) -> None:
    for path in ("transcriptions", "translations"):
        parts = [SOUND, {"name": "response_format", "text": wanted}]
        assert player.send("POST", f"/v1/audio/{path}", form=parts).body.startswith(begins)
    assert player.send("POST", "/v1/audio/transcriptions", form=[PROMPT]).status == 500


def test_text_to_sound_and_uploads(player: Player) -> None:
    asked = {"model": "tts-1", "input": "Something", "voice": "nova"}
    assert dict(player.send("POST", "/v1/audio/speech", asked).headers)["Content-Type"] == "audio/mpeg"
    opus = player.send("POST", "/v1/audio/speech", {**asked, "response_format": "opus"})
    assert dict(opus.headers)["Content-Type"] == "audio/ogg"
    assert player.send("POST", "/v1/audio/speech", {**asked, "input": "猫" * 1366}).status == 400
    kept = json.loads(player.send("POST", "/v1/files", form=[{**SOUND, "filename": "笔记.wav"}]).body)["file"]
    assert (kept["file_name"], kept["bytes"]) == ("笔记.wav", (FIXTURES / "sources" / "speech.wav").stat().st_size)
    assert player.send("POST", "/v1/files", form=[PROMPT]).status == 500


def test_pictures_by_address_and_in_the_answer(player: Player) -> None:
    whole = player.post("/v1/images/generations", {"prompt": "three otters", "n": 3})
    assert len(whole["data"]) == 3
    address = whole["data"][0]["url"]
    assert address.startswith("http://here:1/cdn/")
    assert player.send("GET", address.removeprefix("http://here:1"), key=None).body.startswith(PNG)
    inline = player.post("/v1/images/generations", {"prompt": "an otter", "response_format": "b64_json"})["data"]
    assert [item.keys() & {"url", "b64_json"} for item in inline] == [{"b64_json"}]
    flux = player.post("/v1/images/generations", {"model": "flux-pro", "prompt": "an otter"})["data"]
    assert flux[0]["revised_prompt"] == "an otter"
    assert player.send("GET", flux[0]["url"].removeprefix("http://here:1"), key=None).body.startswith(WEBP)
    assert "error" in player.post("/v1/images/generations", {"prompt": "an otter TRIGGER:429"})
    assert player.send("POST", "/v1/images/generations", {"prompt": ""}).status == 400


def test_what_is_not_served(player: Player) -> None:
    assert player.send("POST", "/v1/images/edits", form=[PICTURE, PROMPT]).status == 503
    assert player.send("POST", "/v1/images/variations", {"model": "gpt-4o", "image": "x"}).status == 501
    assert player.send("POST", "/v1/images/variations", {"image": "x"}).status == 503
    style = player.send("POST", "/v2beta/stable-image/control/style", form=[PICTURE, PROMPT])
    assert (style.status, dict(style.headers)["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert player.send("GET", "/cdn/kling/output.exe", key=None).status == 404


def test_no_money_left(player: Player) -> None:
    poor: Any = {"key": "Bearer sk-POOR-KEY"}
    said = player.post("/mj/submit/blend", {"base64Array": ["a", "b"]}, **poor)
    assert said["description"] == "User quota is not enough Error"
    stability = player.send("POST", "/v2beta/stable-image/generate/core", form=[PROMPT], **poor)
    assert (stability.status, stability.body) == (500, b"")
    assert player.post(VIDEO, {"model": "luma", "prompt": "waves"}, **poor)["task_status"] == "succeed"


ODD = (
    b"[" * 100_000, b"\xff\xfe", b"{bad", b"[]", b'"text"', b"NaN", b"9" * 5000,
    b'{"model": ["luma"], "prompt": 7, "n": "x"}', b'{"model": "\\ud800", "messages": [1]}', b'{"customId": "::::"}',
    b'{"model": "gpt-4o", "messages": [null], "tools": 7, "stream_options": 1, "stream": true}',
    b'{"model": "luma", "prompt": {}, "taskId": [], "customId": 7, "index": {}, "ids": {}}',
    b'--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n',
)  # fmt: skip
POSTS = sorted({f.request.target for f in ALL if f.request.method == "POST" and f.arguments is not None})


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data; boundary=b", "text/plain", ""])
def test_no_body_is_too_odd_for_a_response(content_type: str) -> None:
    player = Player()
    for target, body in product(POSTS, ODD):
        answer = player.send("POST", target, body, headers={"Content-Type": content_type})
        assert "no fixture" not in answer.body.decode("latin-1"), target
        assert answer.framing == "chunked" or dict(answer.headers)["Content-Length"] == str(len(answer.body))
