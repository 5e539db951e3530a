"""Faults of what a response holds: its body, errors, statuses."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from typing import Any

from tests.faults.columns import TEXT, Good, Limits
from tests.faults.expected import CUT, EMPTY, EVERY, FAILED, FINE, FINE_STREAM, LIMITED, REFUSED, WRONG, each
from tests.faults.fault import BODY, BUSY, MB, WHOLE, Fault, Part, Reply, answer, fault, known, pieces, refusal
from tests.runtime.transport.raw_server import Peer

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
