"""The gateway played with: tasks from the submit to the picture, forms, and refusals that nobody recorded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.mock_server import load_all
from generator.mock_server.http import multipart as forms
from generator.mock_server.replay.endpoints import SPEC, endpoints_of
from generator.mock_server.replay.fixtures import Request, Response
from generator.mock_server.replay.selector import ResponseSelector

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHELF = load_all(FIXTURES)
VIDEO, RESULT = "/v1/video/generations", "/v1/video/generations/result?taskid="
SOUND = {"name": "file", "filename": "new.wav", "content_type": "audio/wav", "source": "speech.wav"}
PICTURE = {"name": "image", "filename": "new.png", "content_type": "image/png", "source": "wide.png"}
PROMPT = {"name": "prompt", "text": "Something of my own"}
PNG, MP4, WEBP = b"\x89PNG", b"\x00\x00\x00\x1cftyp", b"RIFF"


class Player:
    """A gateway without a socket."""

    def __init__(self, polls: int | None = None) -> None:
        self._chooser = ResponseSelector(SHELF, endpoints_of(SPEC), polls)

    def ask(
        self,
        method: str,
        target: str,
        body: Any = None,
        *,
        form: list[dict[str, Any]] | None = None,
        key: str | None = "sk-KEY",
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        shown = [("Host", "here:1"), *(headers or {}).items(), *([("Authorization", f"Bearer {key}")] if key else [])]
        content, content_type = b"", None
        if form is not None:
            content, content_type = forms.written(form, b"b", FIXTURES / "sources"), "multipart/form-data; boundary=b"
        elif body is not None:
            content, content_type = json.dumps(body).encode(), "application/json"
        shown += [("Content-Type", content_type)] if content_type else []
        return self.choose(Request(method, target, tuple(shown), content, forms.read(content_type, content)))

    def choose(self, request: Request) -> Response:
        return self._chooser.select(request).response

    def get(self, target: str, **options: Any) -> Any:
        return json.loads(self.ask("GET", target, **options).body)

    def post(self, target: str, body: Any, **options: Any) -> Any:
        return json.loads(self.ask("POST", target, body, **options).body)

    def submit(self, what: str, body: Any) -> str:
        return str(self.post(f"/mj/submit/{what}", body)["result"])

    def finished(self, what: str, body: Any) -> Any:
        id = self.submit(what, body)
        for _ in range(3):
            task = self.get(f"/mj/task/{id}/fetch")
        return task


@pytest.fixture
def player() -> Player:
    return Player()


def test_from_a_prompt_to_an_upscaled_picture(player: Player) -> None:
    one, other = (player.submit("imagine", {"prompt": prompt}) for prompt in ("a cat", "a dog"))
    assert one != other
    assert player.ask("GET", f"/mj/image/{one}", key=None).status == 500
    seen = [player.get(f"/mj/task/{one}/fetch") for _ in range(3)]
    assert [task["status"] for task in seen] == ["", "IN_PROGRESS", "SUCCESS"]
    assert [task["progress"] for task in seen] == ["0%", "35%", "100%"]
    assert [task["buttons"] for task in seen[:2]] == [None, []]
    assert [bool(task["finishTime"]) for task in seen] == [False, False, True]
    assert {task["prompt"] for task in seen} == {"a cat"}
    assert player.get(f"/mj/task/{other}/fetch")["status"] == ""
    assert seen[2]["imageUrl"] == f"http://here:1/mj/image/{one}"
    assert player.ask("GET", f"/mj/image/{one}", key=None).body.startswith(PNG)
    button = next(button for button in seen[2]["buttons"] if button["label"] == "U2")
    big = player.finished("action", {"taskId": one, "customId": button["customId"]})
    assert (big["action"], big["status"], big["prompt"]) == ("UPSCALE", "SUCCESS", "a cat")
    assert "Vary (Region)" in [button["label"] for button in big["buttons"]]
    assert player.get(f"/mj/task/{one}/image-seed")["code"] == 1
    listed = player.post("/mj/task/list-by-condition", {"ids": [one, "no-such-task", big["id"]]})
    assert [task["id"] for task in listed] == [one, big["id"]]


def test_the_keys_of_a_task_are_the_recorded_ones(player: Player) -> None:
    recorded = next(f for f in SHELF if f.name == "getMidjourneyTask/imagine-success")
    task = player.finished("imagine", {"prompt": "a cat"})
    assert list(task) == list(json.loads(recorded.response.body))


def test_a_window_waits_until_it_is_used(player: Player) -> None:
    big = player.finished("imagine", {"prompt": "a cat"})
    upscaled = player.finished("action", {"taskId": big["id"], "customId": big["buttons"][0]["customId"]})
    region = next(b["customId"] for b in upscaled["buttons"] if b["label"] == "Vary (Region)")
    opened = player.post("/mj/submit/action", {"taskId": upscaled["id"], "customId": region})
    assert opened["code"] == 21
    id = opened["result"]
    assert [player.get(f"/mj/task/{id}/fetch")["status"] for _ in range(4)] == ["", "MODAL", "MODAL", "MODAL"]
    assert player.submit("modal", {"taskId": id, "prompt": "a green door"}) == id
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
    answer = player.ask("POST", f"/mj/submit/{what}", body)
    said = json.loads(answer.body)
    assert (answer.status, said["code"], said["description"]) == (400, code, description)
    assert said.keys() == {"code", "description", "type"}


def test_a_button_needs_a_finished_task(player: Player) -> None:
    id = player.submit("imagine", {"prompt": "a cat"})
    said = player.post("/mj/submit/action", {"taskId": id, "customId": "MJ::JOB::upsample::1::x"})
    assert said["description"] == "task_status_not_success "


def test_a_task_that_fails_and_one_that_stays(player: Player) -> None:
    failed = player.finished("imagine", {"prompt": "a cat TRIGGER:fail"})
    assert (failed["status"], failed["progress"], failed["buttons"]) == ("FAILURE", "100%", [])
    assert failed["failReason"]
    assert player.finished("imagine", {"prompt": "a cat TRIGGER:stuck"})["status"] == "IN_PROGRESS"


def test_a_mode_is_a_prefix(player: Player) -> None:
    id = player.post("/mj-turbo/mj/submit/imagine", {"prompt": "a cat"})["result"]
    assert player.get(f"/mj-turbo/mj/task/{id}/fetch")["id"] == id
    assert player.ask("GET", f"/mj-turbo/mj/image/{id}", key=None).status == 404


@pytest.mark.parametrize("recorded", [True, False])
def test_a_recorded_submit_starts_a_new_task_each_time(player: Player, recorded: bool) -> None:
    prompt = "a red lighthouse on a cliff --ar 3:2" if recorded else "a cat"
    ids = {player.submit("imagine", {"prompt": prompt}) for _ in range(3)}
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
    assert player.ask("GET", seen[-1]["video_result"].removeprefix("http://here:1"), key=None).body.startswith(MP4)


def test_a_look_that_fails(player: Player) -> None:
    id = player.post(VIDEO, {"model": "kling-v1", "prompt": "x TRIGGER:result429 new"})["task_id"]
    assert player.ask("GET", RESULT + id).status == 429
    unknown = player.ask("GET", f"{RESULT}none")
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
    seen = [player.ask("GET", result + id, headers={"Accept": accept}) for _ in range(3)]
    assert [answer.status for answer in seen] == [202, 202, 200]
    assert json.loads(seen[0].body) == {"id": id, "status": "in-progress"}
    assert seen[2].body.startswith(begins)
    assert player.get(result + id, headers=wants)["finish_reason"] == "SUCCESS"
    assert player.ask("GET", result + id, headers={"Accept": "*/*"}).status == 400
    lost = player.post(start, None, form=parts, headers={"Accept": "image/*"})["id"]
    assert player.get(result + lost, headers=wants) == {"error": "get_channel_id_failed"}


def test_the_length_of_a_task_can_be_set() -> None:
    player = Player(polls=5)
    id = player.submit("imagine", {"prompt": "a cat"})
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
    answer = player.ask("POST", "/v2beta/stable-image/generate/core", form=parts, headers={"Accept": accept})
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
        assert player.ask("POST", f"/v1/audio/{path}", form=parts).body.startswith(begins)
    assert player.ask("POST", "/v1/audio/transcriptions", form=[PROMPT]).status == 500


def test_text_to_sound_and_uploads(player: Player) -> None:
    asked = {"model": "tts-1", "input": "Something", "voice": "nova"}
    assert dict(player.ask("POST", "/v1/audio/speech", asked).headers)["Content-Type"] == "audio/mpeg"
    opus = player.ask("POST", "/v1/audio/speech", {**asked, "response_format": "opus"})
    assert dict(opus.headers)["Content-Type"] == "audio/ogg"
    assert player.ask("POST", "/v1/audio/speech", {**asked, "input": "猫" * 1366}).status == 400
    kept = json.loads(player.ask("POST", "/v1/files", form=[{**SOUND, "filename": "笔记.wav"}]).body)["file"]
    assert (kept["file_name"], kept["bytes"]) == ("笔记.wav", (FIXTURES / "sources" / "speech.wav").stat().st_size)
    assert player.ask("POST", "/v1/files", form=[PROMPT]).status == 500


def test_pictures_by_address_and_in_the_answer(player: Player) -> None:
    whole = player.post("/v1/images/generations", {"prompt": "three otters", "n": 3})
    assert len(whole["data"]) == 3
    address = whole["data"][0]["url"]
    assert address.startswith("http://here:1/cdn/")
    assert player.ask("GET", address.removeprefix("http://here:1"), key=None).body.startswith(PNG)
    inline = player.post("/v1/images/generations", {"prompt": "an otter", "response_format": "b64_json"})["data"]
    assert [item.keys() & {"url", "b64_json"} for item in inline] == [{"b64_json"}]
    flux = player.post("/v1/images/generations", {"model": "flux-pro", "prompt": "an otter"})["data"]
    assert flux[0]["revised_prompt"] == "an otter"
    assert player.ask("GET", flux[0]["url"].removeprefix("http://here:1"), key=None).body.startswith(WEBP)
    assert "error" in player.post("/v1/images/generations", {"prompt": "an otter TRIGGER:429"})
    assert player.ask("POST", "/v1/images/generations", {"prompt": ""}).status == 400


def test_what_is_not_served(player: Player) -> None:
    assert player.ask("POST", "/v1/images/edits", form=[PICTURE, PROMPT]).status == 503
    assert player.ask("POST", "/v1/images/variations", {"model": "gpt-4o", "image": "x"}).status == 501
    assert player.ask("POST", "/v1/images/variations", {"image": "x"}).status == 503
    style = player.ask("POST", "/v2beta/stable-image/control/style", form=[PICTURE, PROMPT])
    assert (style.status, dict(style.headers)["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert player.ask("GET", "/cdn/kling/output.exe", key=None).status == 404


def test_no_money_left(player: Player) -> None:
    poor = {"key": "sk-POOR-KEY"}
    said = player.post("/mj/submit/blend", {"base64Array": ["a", "b"]}, **poor)
    assert said["description"] == "User quota is not enough Error"
    stability = player.ask("POST", "/v2beta/stable-image/generate/core", form=[PROMPT], **poor)
    assert (stability.status, stability.body) == (500, b"")
    assert player.post(VIDEO, {"model": "luma", "prompt": "waves"}, **poor)["task_status"] == "succeed"


ODD = [b"[" * 100_000, b"\xff\xfe", b"{bad", b"[]", b'"text"', b"NaN", b'{"model": ["luma"], "prompt": 7, "n": "x"}']
ODD += [
    b'{"model": "luma", "prompt": {}, "taskId": [], "customId": 7, "index": {}, "ids": {}}',
    b'{"customId": "::::"}',
]
POSTS = sorted({f.request.target for f in SHELF if f.request.method == "POST" and f.arguments is not None})


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data; boundary=b", "text/plain", ""])
def test_no_body_is_too_odd_for_an_answer(content_type: str) -> None:
    player = Player()
    for target in POSTS:
        ask_oddly(player, target, content_type)


def ask_oddly(player: Player, target: str, content_type: str) -> None:
    for body in (*ODD, b'--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n'):
        headers = ("Authorization", "Bearer sk-KEY"), ("Content-Type", content_type)
        form = forms.read(content_type, body)
        answer = player.choose(Request("POST", target, headers if content_type else headers[:1], body, form))
        assert "no fixture" not in answer.body.decode("latin-1"), target
        assert answer.framing == "chunked" or dict(answer.headers)["Content-Length"] == str(len(answer.body))
