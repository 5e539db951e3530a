"""A small API of pictures, sounds and long work, and a server that plays it from a list of responses."""

from __future__ import annotations

import asyncio
import base64
from typing import Any, ClassVar

import pytest

from generator.runtime.client.client import APIProfile, AsyncClient, SyncClient
from generator.runtime.errors import APIError
from generator.runtime.files.file_model import AsyncFileModel, FileFields, FileModel
from generator.runtime.operation.call import Call
from generator.runtime.operation.operation import NotServedHint
from generator.runtime.operation.polling_spec import FollowUpActions, PollingSpec
from generator.runtime.operation.response_variants import ResponseVariant, ResponseVariants
from generator.runtime.polling.task import Task
from generator.runtime.response.error_catalog import ErrorCatalog, ErrorShape
from generator.runtime.response.model import ResponseModel
from generator.runtime.transport import TransportError
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_transport import FakeAsyncTransport, FakeTransport, Pairs, Result

KEY = "sk-5hopKeyNobodyMaySee"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100)
MP3 = b"\xff\xfb\x90\x64" + bytes(3000)
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(200)

JSON: Pairs = [("Content-Type", "application/json")]
TEXT: Pairs = [("Content-Type", "text/plain")]


class Picture(FileModel, frozen=True, kw_only=True):
    _media: ClassVar[FileFields] = FileFields("image", url="url", base64="b64")

    url: str | None = None
    b64: str | None = None


class AsyncPicture(AsyncFileModel, frozen=True, kw_only=True):
    _media: ClassVar[FileFields] = FileFields("image", url="url", base64="b64")

    url: str | None = None
    b64: str | None = None


class Whole(FileModel, frozen=True, kw_only=True):
    """One whose base64 is decoded with the rest, and whose field is named like the type."""

    _media: ClassVar[FileFields] = FileFields("image", base64="image")

    image: bytes
    finish: str


class Pictures(ResponseModel, frozen=True, kw_only=True):
    data: list[Picture]


class AsyncPictures(ResponseModel, frozen=True, kw_only=True):
    data: list[AsyncPicture]


class Job(ResponseModel, frozen=True, kw_only=True):
    code: int
    about: str
    result: str | None = None


class Button(ResponseModel, frozen=True, kw_only=True):
    custom: str
    label: str
    emoji: str


class Work(ResponseModel, frozen=True, kw_only=True):
    id: str
    status: str
    percent: str | None = None
    reason: str | None = None
    buttons: list[Button] | None = None


class Started(ResponseModel, frozen=True, kw_only=True):
    id: str


class Pending(ResponseModel, frozen=True, kw_only=True):
    status: str


PROFILE = APIProfile(
    package="studio",
    version="1.2.3",
    name="Studio",
    env="STUDIO",
    base_url="https://api.studio.example",
    user_agent="studio-python",
    errors=ErrorCatalog(
        shapes=(
            ErrorShape(name="listed", where={"/errors": "array"}, message="/errors"),
            ErrorShape(name="bare", where={"/error": "string"}, message="/error"),
            ErrorShape(
                name="flat",
                where={"/message": "string", "/type": "string"},
                message="/message",
                type="/type",
                code="/code",
            ),
            ErrorShape(name="nested", where={"/error/message": "string"}, message="/error/message", code="/error/code"),
            ErrorShape(
                name="job",
                where={"/code": "number", "/about": "string", "/result": "absent"},
                message="/about",
                code="/code",
            ),
        )
    ),
)

SPEAK = Endpoint(
    id="speak",
    method="POST",
    path="/v1/speech",
    body=("text",),
    variants=ResponseVariants(cases={"*": ResponseVariant("audio/*", "audio")}),
)
DRAW = Endpoint(
    id="draw",
    method="POST",
    path="/v1/draw",
    body=("text",),
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant("image/*", "image"),
            "application/json": ResponseVariant("application/json", Whole),
        },
    ),
)
HEAR = Endpoint(
    id="hear",
    method="POST",
    path="/v1/hear",
    body=("format",),
    variants=ResponseVariants(
        by="format",
        default="json",
        cases={"json": ResponseVariant("application/json", Pending), "text": ResponseVariant("text/plain", str)},
    ),
    proof=("status",),
)
PICTURES = Endpoint(
    id="pictures",
    method="POST",
    path="/v1/pictures",
    body=("text",),
    result=Pictures,
    async_result=AsyncPictures,
    proof=("data",),
    file_models=("/data/*",),
    not_served=NotServedHint("Nobody has a handler for it.", (501, 503)),
    empty_hint="Nothing was kept.",
)
SEED = Endpoint(
    id="seed", method="GET", path="/v1/seed", result=Job, proof=("code",), accepted={"/code": (1,)}, retry="safe"
)
LIST = Endpoint(id="list", method="GET", path="/v1/list", result=list[Work], proof=("id", "status"), retry="safe")
LOOK = Endpoint(
    id="look",
    method="GET",
    path="/jobs/{id}",
    result=Work,
    proof=("id", "status"),
    retry="safe",
    modes=("fast", "slow"),
    mode_prefix="/at-{mode}",
)
FILM = Endpoint(
    id="film",
    method="GET",
    path="/film/{id}",
    proofs={202: ("status",)},
    results={202: Pending},
    variants=ResponseVariants(by="accept", default="video/*", cases={"video/*": ResponseVariant("video/*", "video")}),
    retry="safe",
)


def look(id: str, **options: Any) -> Call[Any, Any]:
    return LOOK(options, id=id)


def film(id: str, **options: Any) -> Call[Any, Any]:
    return FILM(options, id=id)


def act(**params: Any) -> Call[Any, Any]:
    return ACT(params)


ACTIONS = FollowUpActions(
    each="/buttons", by=("label", "emoji", "custom"), operation=act, item={"custom": "/custom"}, whole={"task": "/id"}
)
PLAN = PollingSpec(
    id="/result",
    accepted={"/code": (1, 21)},
    refused={"/code": (24,)},
    fetch=look,
    parameter="id",
    status="/status",
    states={"": "running", "BUSY": "running", "OPEN": "waiting", "DONE": "succeeded", "BAD": "failed"},
    failure="/reason",
    progress="/percent",
    expect_unknown=True,
    waiting="press Open in the window",
    actions=ACTIONS,
)
_TASK: dict[str, Any] = {
    "method": "POST", "result": Job, "modes": ("fast", "slow"), "mode_prefix": "/at-{mode}", "polling": PLAN
}  # fmt: skip
SUBMIT = Endpoint(id="submit", path="/submit", body=("text",), proof=("code", "about"), **_TASK)
ACT = Endpoint(id="act", path="/act", body=("custom", "task", "state"), proof=("code",), **_TASK)
START_FILM = Endpoint(
    id="startFilm",
    method="POST",
    path="/film",
    body=("text",),
    result=Started,
    proof=("id",),
    polling=PollingSpec(
        id="/id",
        fetch=film,
        parameter="id",
        status="http",
        states={"202": "running", "200": "succeeded"},
        interval=(10.0, 10.0),
    ),
)


class Studio(SyncClient):
    _profile = PROFILE


class AsyncStudio(AsyncClient):
    _profile = PROFILE


def studio(*results: Result, fault: TransportError | None = None, **settings: Any) -> tuple[Studio, FakeTransport]:
    server = FakeTransport(*results, fault=fault)
    return Studio(KEY, transport=server, **settings), server


def async_studio(
    *results: Result, fault: TransportError | None = None, **settings: Any
) -> tuple[AsyncStudio, FakeTransport]:
    server = FakeAsyncTransport(*results, fault=fault)
    return AsyncStudio(KEY, transport=server, **settings), server


def file(content: bytes, kind: str = "image/png") -> Result:
    return 200, [("Content-Type", kind), ("Content-Length", str(len(content)))], content


def base64_of(content: bytes) -> str:
    return base64.b64encode(content).decode()


STARTED = (200, TEXT, b'{"code":1,"about":"ok","result":"t/1"}')
LOST = TransportError("no response in time", kind="timeout")
BUTTONS = (
    b'[{"custom":"up::1","label":"U1","emoji":""},{"custom":"up::2","label":"U2","emoji":""},'
    b'{"custom":"re","label":"","emoji":"\xf0\x9f\x94\x84"},{"custom":"a","label":"same","emoji":""},'
    b'{"custom":"b","label":"same","emoji":""}]'
)


def work(status: str, **more: str) -> Any:
    fields = "".join(f',"{name}":"{value}"' for name, value in more.items())
    return 200, JSON, f'{{"id":"t/1","status":"{status}"{fields}}}'.encode()


DONE = (200, JSON, b'{"id":"t/1","status":"DONE","percent":"100%","buttons":' + BUTTONS + b"}")


class Clock:
    """Time that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)
        await asyncio.sleep(0)


def started(*looks: Any, call: Any = None, **settings: Any) -> tuple[Task[Any], Any]:
    client, server = studio(STARTED, *looks, **settings)
    return client.send(call or SUBMIT({"text": "x"})), server


def sent(response: Result, call: Any = None, **settings: Any) -> Any:
    """The result of a call that is answered so."""
    return studio(response, **settings)[0].send(call or DRAW({"text": "x"}))


def failure(response: Result, call: Any = None, **settings: Any) -> Any:
    """The error of a call that is answered so, at the latest when its file is read."""
    client, server = studio(response, **{"max_retries": 0, **settings})
    with pytest.raises(APIError) as raised:
        client.send(call or DRAW({"text": "x"})).bytes()
    assert all(response.closed for response in server.responses if call is None and response.status == 200)
    return raised.value


def wait_error(task: Task[Any], kind: type[APIError], **options: Any) -> Any:
    with pytest.raises(kind) as raised:
        task.wait(**options)
    assert raised.value.task_id == "t/1"
    return raised.value
