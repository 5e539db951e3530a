"""Every fault of the matrix: its name, what a client has to make of it, what the server does."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from typing import Any

from tests.faults.columns import TEXT, Good, Limits
from tests.faults.fault import (
    BODY,
    CHUNKED,
    HALF,
    WHOLE,
    Fault,
    Part,
    Reply,
    answer,
    close,
    cuts,
    head,
    known,
    pieces,
    refusal,
    reset,
    unread,
)
from tests.runtime.transport.raw_server import Peer, drip

QUICK = Limits(connect=0.3, total=0.5, read_idle=0.3)
SILENCE = 30.0  # longer than any limit; the server ends it when the call is over
MB = 1 << 20


def each(what: str, modes: str = "call stream read file", **others: str) -> dict[str, str]:
    """The same expectation for these modes, except for `others`."""
    return dict.fromkeys(modes.split(), what) | others


EVERY = "call stream read file upload"
NOT_SENT = each("APIConnectionError not_sent 0", EVERY)
LOST = each("APIConnectionError unknown 1", EVERY, read="APIConnectionError unknown 3")
NO_HTTP = {mode: LOST[mode] for mode in ("call", "stream", "read", "file")}
LATE = each("APITimeoutError unknown 1", EVERY)
CUT = each("UnreadableAnswer executed 1", stream="StreamTruncated executed 1", read="UnreadableAnswer executed 3")
CUT_ONCE = each("UnreadableAnswer executed 1", "call file", stream="StreamTruncated executed 1")
WRONG = each("UnreadableAnswer executed 1", stream="StreamTruncated executed 1")
EMPTY = each("EmptyAnswer executed 1", stream="StreamTruncated executed 1")
FAILED = each("InternalServerError unknown 1", read="InternalServerError unknown 3")
LIMITED = each("RateLimitError rejected 3", EVERY)
REFUSED = each("APIStatusError rejected 1")
FINE = each("ok - 1")
FINE_STREAM = each("ok - 1", "stream")


def fault(name: str, chinese: str, expected: dict[str, str], *replies: Reply, **more: Any) -> Fault:
    """A fault whose replies are the same for every good response."""
    return Fault(name, chinese, expected, lambda _: replies, **more)


CONNECTION = [
    fault("connection refused", "连接被拒绝", NOT_SENT, [close], place="refused"),
    fault(
        "connection not accepted",
        "连接不被接受",
        each("APITimeoutError not_sent 0", EVERY),
        [close],
        limits=QUICK,
        place="full",
    ),
    fault("reset before the request is read", "读取请求前重置连接", LOST, [unread, Peer.reset]),
    fault("close before the headers", "响应头之前关闭连接", LOST, [close]),
    fault("reset before the headers", "响应头之前重置连接", LOST, [Peer.reset]),
    fault("close after the headers", "响应头之后关闭连接", CUT, [known(), close]),
    fault("reset after the headers", "响应头之后重置连接", CUT, [known(), reset]),
    fault("reset in the body", "响应体中途重置连接", CUT, [known(), HALF, reset]),
    fault("silence before the headers", "响应头之前没有响应", LATE, [SILENCE], limits=QUICK),
    fault("silence in the headers", "响应头中途停止", LATE, [b"HTTP/1.1 200 OK\r\nContent-", SILENCE], limits=QUICK),
    fault(
        "silence in the body",
        "响应体中途停止",
        each("APITimeoutError executed 1", stream="StreamTruncated executed 1"),
        [known(), HALF, SILENCE],
        limits=QUICK,
    ),
    fault("headers byte by byte", "响应头逐字节到达", LATE, [drip(refusal(200))], limits=QUICK),
    fault(
        "body byte by byte",
        "响应体逐字节到达",
        each("APITimeoutError executed 1", "call read"),
        [known(), drip(b" " * 99)],
        limits=QUICK,
    ),
    fault(
        "stream that lasts longer than the limit of a call",
        "流的时长超过一次调用的时限",
        FINE_STREAM,
        [head(), *[b":\n\n", 0.1] * 7, BODY, close],
        limits=QUICK,
    ),
]


def _end_of_head(_: Good, data: bytes) -> int:
    return data.index(b"\r\n\r\n") + 4


def _end_of_body(_: Good, data: bytes) -> int:
    return data.index(b"\r\n0\r\n")


CUTS = [
    Fault(
        "headers cut at every byte",
        "响应头在每个字节处中断",
        each("APIConnectionError unknown 1", "call stream file"),
        cuts(head(), lambda *_: 0, lambda _, data: len(data)),
        variants=True,
    ),
    Fault(
        "body of known length cut at every byte",
        "已知长度的响应体在每个字节处中断",
        CUT_ONCE,
        cuts(answer(BODY), _end_of_head, lambda _, data: len(data)),
        variants=True,
    ),
    Fault(
        "chunked body cut at every byte",
        "分块响应体在每个字节处中断",
        CUT_ONCE,
        cuts(pieces(40), _end_of_head, _end_of_body),
        variants=True,
    ),
    Fault(
        "body of unknown length cut at every byte",
        "未知长度的响应体在每个字节处中断",
        each("UnreadableAnswer executed 1", "call", stream="StreamTruncated executed 1"),
        cuts(
            Part(lambda good: head().of(good) + good.body[: good.end]),
            lambda *place: _end_of_head(*place) + 1,
            lambda _, data: len(data),
        ),
        variants=True,
    ),
    Fault(
        "stream cut behind its end marker",
        "流在结束标记之后中断",
        FINE_STREAM,
        cuts(WHOLE, _end_of_body, lambda _, data: len(data)),
        variants=True,
    ),
    fault(
        "reason of a refusal cut",
        "错误响应的内容中断",
        each("BadRequestError rejected 1"),
        [refusal(400, b'{"error":{"message":"no"}}')[:-9], close],
    ),
]

LENGTHS = [
    ("negative Content-Length", "负的 Content-Length", ["Content-Length: -5"]),
    ("Content-Length in words", "Content-Length 不是数字", ["Content-Length: ten"]),
    ("contradictory Content-Length", "互相矛盾的 Content-Length", ["Content-Length: 20", "Content-Length: 30"]),
    ("endless Content-Length", "超长的 Content-Length", ["Content-Length: " + "9" * 5000]),
]
CHUNKS = [
    ("chunk with a length that is no number", "分块长度不是数字", b"zz\r\nwhat\r\n0\r\n\r\n"),
    ("chunk with a negative length", "分块长度为负", b"-5\r\nwhat?\r\n0\r\n\r\n"),
    ("chunk with an endless length", "分块长度超长", b"F" * 17 + b"\r\nwhat"),
    ("chunk longer than announced", "分块长于所声明的长度", b"3\r\nwhat0\r\n\r\n"),
    ("chunk whose length never ends", "分块长度行没有结尾", b"1" * 100_000),
]
NOISE = [
    ("another protocol", "其他协议", b"SSH-2.0-OpenSSH_9.6\r\n"),
    ("TLS alert", "TLS 警报", b"\x15\x03\x01\x00\x02\x02\x16"),
    ("status that is no number", "状态码不是数字", b"HTTP/1.1 abc OK\r\nContent-Length: 2\r\n\r\n{}"),
    ("random bytes", "随机字节", bytes(range(256)) * 9),
    ("headers without end", "没完没了的响应头", b"HTTP/1.1 200 OK\r\n" + b"X-Header: value\r\n" * 500_000),
    ("header without end", "没完没了的一行响应头", b"HTTP/1.1 200 OK\r\nX-Header: " + b"v" * 9 * MB),
]
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
FRAMING = [
    fault(
        "Content-Length too long",
        "Content-Length 过大",
        CUT | FINE_STREAM,  # its end marker came
        [known(more=9), BODY, close],
    ),
    fault(
        "Content-Length too short",
        "Content-Length 过小",
        each("UnreadableAnswer executed 1", "call read", stream="StreamTruncated executed 1"),
        [known(more=-20), 0.05, BODY],
    ),
    *[fault(name, chinese, NO_HTTP, [head(*lines), BODY, close]) for name, chinese, lines in LENGTHS],
    fault(
        "garbage behind a response", "响应之后的垃圾数据", FINE, [Part(lambda good: WHOLE.of(good) + bytes(99)), close]
    ),
    *[
        fault(
            f"{name}, in one packet",
            f"{chinese}（同一数据包）",
            CUT,
            [Part(lambda good, data=data: CHUNKED.of(good) + data), close],
        )
        for name, chinese, data in CHUNKS
    ],
    fault(
        "same Content-Length twice",
        "相同的 Content-Length 出现两次",
        FINE | {f"{mode}@aiohttp": end for mode, end in NO_HTTP.items()},  # its parser takes it for an attack
        [Part(lambda good: known(f"Content-Length: {len(good.body)}").of(good)), BODY],
    ),
    *[fault(name, chinese, CUT, [CHUNKED, 0.05, data, close]) for name, chinese, data in CHUNKS],
    *[fault(name, chinese, NO_HTTP, [data, close]) for name, chinese, data in NOISE],
    fault(
        "informational responses first",
        "先收到 1xx 响应",
        FINE,
        [b"HTTP/1.1 100 Continue\r\n\r\n", 0.02, HINTS * 3, WHOLE],
    ),
    fault("informational responses without end", "没完没了的 1xx 响应", LATE, [*[HINTS, 0.05] * 100], limits=QUICK),
    fault(
        "unasked change of protocol",
        "未经请求的协议切换",
        NO_HTTP,
        [b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nwhat", close],
    ),
]

STOLEN = answer("of another call")
KEPT = [
    fault(name, chinese, FINE, reply, [WHOLE], before=1)
    for name, chinese, reply in [
        (
            "two responses in one packet",
            "一个数据包中有两个响应",
            [Part(lambda good: WHOLE.of(good) + STOLEN.of(good))],
        ),
        ("second response a moment later", "稍后到达的第二个响应", [WHOLE, 0.02, STOLEN]),
        ("408 on a kept connection", "保持的连接上收到 408", [WHOLE, 0.02, refusal(408), close]),
        ("kept connection that was closed", "保持的连接已被关闭", [WHOLE, close]),
        ("kept connection that was reset", "保持的连接已被重置", [WHOLE, reset]),
        ("connection that is not kept", "不保持的连接", [known("Connection: close"), BODY, close]),
    ]
] + [
    fault(
        "kept connection closed while the loop is busy",
        "事件循环繁忙时连接被关闭",
        FINE,
        [WHOLE, 0.02, close],
        [WHOLE],
        before=1,
        blocked=True,
    ),
    fault(
        "kept connection that closes at the next request",
        "保持的连接在下一次请求时关闭",
        each("APIConnectionError unknown 1", EVERY, read="ok - 2"),
        [WHOLE],
        [close],
        [WHOLE],
        before=1,
    ),
]

HTML = "<!DOCTYPE html><html><body>down</body></html>"
GZIP = "Content-Encoding: gzip"
ODD_JSON = [
    ("null", "null", "null"),
    ("another object", "其他对象", '{"ok": true}'),
    ("a list", "列表", "[]"),
    ("a string", "字符串", '"ok"'),
    ("endless nesting", "无尽的嵌套", "[" * 200_000),
    ("endless nesting of objects", "对象的无尽嵌套", '{"choices":' * 100_000),
    ("bytes that are no text", "非文本的字节", b"\xff\xfe\x00\x01"),
]


def changed(change: Any) -> Part:
    """The good response with a changed body."""
    return answer(Part(lambda good: change(good.body)))


def packed(change: Any) -> Part:
    """The good response, compressed, and then changed."""
    return answer(Part(lambda good: change(gzip.compress(good.body))), GZIP)


def padded(good: Good) -> tuple[bytes, bytes]:
    """The two parts of a body between which any padding may stand."""
    if good.mode == "file":
        return good.body, b""
    before, _, after = good.body.partition(b"{")
    return before + b'{"padding":"', b'",' + after


def bomb(good: Good) -> bytes:
    before, after = map(gzip.compress, padded(good))
    return before + gzip.compress(b"x" * MB) * 64 + after


SMALL = Limits(size=MB)
TOO_MUCH = each("UnreadableAnswer executed 1")
LARGE = answer(Part(lambda good: (b"x" * 64 * MB).join(padded(good))))


def split(good: Good) -> list[Reply]:
    """The body in packets that end within characters."""
    start, text = good.body.index(TEXT.encode()), TEXT.encode()
    places = [0, *range(start + 3, start + len(text), 2), len(good.body)]
    return [[known(), *[step for one, other in pairwise(places) for step in (good.body[one:other], 0.002)]]]


BODIES = [
    fault("200 without a body", "没有内容的 200", EMPTY, [answer(b"")]),
    fault("200 with blanks only", "只有空白的 200", EMPTY, [answer(b" \r\n")]),
    fault("204", "204", EMPTY, [b"HTTP/1.1 204 No Content\r\n\r\n"]),
    fault("200 with HTML", "内容为 HTML 的 200", WRONG | {"stream": WRONG["call"]}, [answer(HTML, type="text/html")]),
    fault("200 with HTML under another name", "标为其他类型的 HTML", WRONG, [answer(HTML)]),
    *[
        fault(f"200 with {name}", f"内容为{chinese}的 200", each(WRONG["call"], "call read"), [answer(body)])
        for name, chinese, body in ODD_JSON
    ],
    fault("BOM", "BOM", each("ok - 1", "call stream read"), [changed(lambda body: b"\xef\xbb\xbf" + body)]),
    fault("lines that end with CR", "以 CR 换行", FINE_STREAM, [changed(lambda body: body.replace(b"\n", b"\r"))]),
    fault(
        "lines that end with CRLF", "以 CRLF 换行", FINE_STREAM, [changed(lambda body: body.replace(b"\n", b"\r\n"))]
    ),
    fault("every byte a chunk", "每个字节一个分块", FINE, [pieces(1)]),
    Fault("characters split between packets", "字符拆分到多个数据包", each("ok - 1", "call stream"), split),
    fault("64 MB in one event", "64 MB 的单个事件", FINE_STREAM, [LARGE]),
    fault("64 MB in one object", "64 MB 的单个对象", each("ok - 1", "call"), [LARGE]),
    fault("more than max_response_bytes", "超过 max_response_bytes", TOO_MUCH, [LARGE], limits=SMALL),
    fault("gzip", "gzip", FINE, [packed(bytes)]),
    fault("gzip bomb", "gzip 炸弹", TOO_MUCH, [answer(Part(bomb), GZIP)], limits=SMALL),
    fault("gzip without its end", "缺少结尾的 gzip", CUT | FINE_STREAM, [packed(lambda data: data[:-6])]),
    fault("gzip cut", "中断的 gzip", CUT, [packed(lambda data: data[:30])]),
    fault("gzip that is none", "并非 gzip 的 gzip", CUT, [answer(BODY, GZIP)]),
    fault("unknown compression", "未知的压缩方式", WRONG, [answer(BODY, "Content-Encoding: br")]),
]

ERROR = {"message": "busy", "type": "overloaded"}
SHAPES = [
    {"error": ERROR},
    {"error": {**ERROR, "code": "busy", "param": None}},
    {"error": {**ERROR, "code": 503}},
    {"error": {"message": None, "type": "overloaded"}},
    {"error": {"message": ["busy"]}},
    {"error": "busy"},
    {"error": [ERROR]},
    {"errors": [ERROR]},
    [{"error": ERROR}],
    {"object": "error", **ERROR, "code": 503},
    {"message": "busy", "type": "overloaded", "param": "", "code": "busy"},
]
BUSY = json.dumps({"error": ERROR}).encode()


def shapes(name: str, chinese: str, expected: dict[str, str], written: str, after: int = 0, **more: str) -> Fault:
    """An error in every shape, each written like this, after so many good events."""

    def reply(shape: Any) -> Reply:
        raw = written.replace("%", json.dumps(shape)).encode()
        return [answer(Part(lambda good: b"".join(good.body.splitlines(True)[: 2 * after]) + raw), **more)]

    return fault(name, chinese, expected, *map(reply, SHAPES), variants=True, only="openai")


FAILS = each("StreamFailed executed 1", "stream")
NO_STREAM = each("APIStatusError rejected 1", "stream")
ERRORS = [
    shapes("error with 200", "200 中的错误", each("APIStatusError rejected 1", "call read file"), "%"),
    shapes("error event", "错误事件", FAILS, "data: %\n\n", after=1),
    shapes("error event with a name", "带名称的错误事件", FAILS, "event: error\ndata: %\n\n", after=1),
    shapes("error as the first event", "首个事件即为错误", NO_STREAM, "data: %\n\ndata: [DONE]\n\n"),
    shapes("error as a bare line of a stream", "流中的裸错误行", FAILS, "%\n\n", after=1),
    shapes("error instead of a stream, labelled as one", "标为流的错误", NO_STREAM, "%"),
    shapes("error instead of a stream", "以错误代替流", NO_STREAM, "%", type="application/json"),
    fault(
        "stream without its end marker",
        "流没有结束标记",
        each("StreamTruncated executed 1", "stream"),
        [answer(Part(lambda good: good.body[: good.end]))],
    ),
]


def other_origin(peer: Peer) -> None:
    peer.send(refusal(307, b"", f"Location: http://localhost:{peer.server.port}/v1/elsewhere"))


STATUSES = [
    *[fault(f"{status} storm", f"持续 {status}", FAILED, [refusal(status, BUSY)]) for status in (500, 502, 503, 504)],
    fault("503 storm with Retry-After", "持续 503，带 Retry-After", FAILED, [refusal(503, BUSY, "Retry-After: 0")]),
    fault(
        "408 storm",
        "持续 408",
        each("APIStatusError unknown 1", read="APIStatusError unknown 3"),
        [refusal(408, BUSY)],
    ),
    fault("429 storm", "持续 429", LIMITED, [refusal(429, BUSY)]),
    fault("429 storm with Retry-After", "持续 429，带 Retry-After", LIMITED, [refusal(429, BUSY, "Retry-After: 0")]),
    fault(
        "429 that asks for a long wait",
        "要求长时间等待的 429",
        each("RateLimitError rejected 1"),
        [refusal(429, BUSY, "Retry-After: 3600")],
    ),
    fault(
        "two 429, then a response", "两次 429 之后正常", each("ok - 3", EVERY), [refusal(429)], [refusal(429)], [WHOLE]
    ),
    fault("401", "401", each("AuthenticationError rejected 1"), [refusal(401, BUSY)]),
    fault("redirect to another origin", "重定向到其他源", REFUSED, [other_origin]),
    fault("redirect in a circle", "循环重定向", REFUSED, [refusal(307, b"", "Location: /v1/models")]),
]

TOO_LARGE = each("APIStatusError rejected 1", "upload")
UPLOADS = [
    fault("413 amid an upload, then reset", "上传中途 413，随后重置", TOO_LARGE, [unread, refusal(413, BUSY), reset]),
    fault("413 amid an upload, then closed", "上传中途 413，随后关闭", TOO_LARGE, [unread, refusal(413, BUSY), close]),
    fault("413 amid an upload", "上传中途 413", TOO_LARGE, [unread, refusal(413, BUSY), SILENCE], limits=QUICK),
    fault(
        "upload that is not read",
        "上传无人读取",
        each("APITimeoutError unknown 1", "upload"),
        [unread, SILENCE],
        limits=QUICK,
    ),
    fault(
        "reset amid an upload",
        "上传中途重置连接",
        each("APIConnectionError unknown 1", "upload"),
        [unread, 0.05, Peer.reset],
    ),
]

FAULTS = [*CONNECTION, *CUTS, *FRAMING, *KEPT, *BODIES, *ERRORS, *STATUSES, *UPLOADS]
