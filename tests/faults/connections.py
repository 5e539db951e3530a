"""Faults of connections, of what frames a response, and of uploads."""

from __future__ import annotations

from tests.faults.columns import Good, Limits
from tests.faults.expected import CUT, CUT_ONCE, EVERY, FINE, FINE_STREAM, LATE, LOST, NO_HTTP, NOT_SENT, each
from tests.faults.fault import (
    BODY,
    BUSY,
    CHUNKED,
    HALF,
    MB,
    WHOLE,
    Fault,
    Part,
    answer,
    close,
    cuts,
    fault,
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
        FINE,
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
