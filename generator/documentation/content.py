"""The text of a file, and what a file is instead of a page."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .page import Page

LARGEST = 20_000_000  # bytes of a project
LARGEST_PAGE = 4_000_000
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([\w-]+)""", re.IGNORECASE)

INVISIBLE = re.compile("[\u200b\u2060\ufeff]")  # between letters where editors and browsers put them


class Barrier(NamedTuple):
    """An obstacle in front of a page: how it is recognised, what it is, and what to do."""

    pattern: re.Pattern[str]
    what: str
    hint: str


def _any(*patterns: str, longest: int | None = None) -> re.Pattern[str]:
    """One of some patterns; in a text of at most so many characters, for what pages of prose may say too."""
    short = rf"\A(?=[\s\S]{{0,{longest}}}\Z)[\s\S]*?" if longest else ""
    return re.compile(f"{short}(?:{'|'.join(patterns)})", re.IGNORECASE | re.MULTILINE)


CAPTCHA = "it is a captcha, not the page", "open the page in a browser and save it there"
LOGIN = "it is a login page", "sign in, and save the page anew"
ERROR = "it is an error page of the server", "fetch the page anew, or save it from a browser"
SHORT = 400
BARRIERS = (
    Barrier(
        _any(
            r"captcha|cf-challenge|_cf_chl|acw_sc__v2|verify (?:that )?you are (?:a )?human|人机验证|安全验证|滑动验证",
            r"checking your browser|enable javascript and cookies to continue",
        ),
        *CAPTCHA,
    ),
    Barrier(_any(r"<input[^>]{1,300}type=[\"']?password|^[ \t]*(?:sign in|log in|登录|请输入密码)[ \t]*$"), *LOGIN),
    Barrier(_any(r"\b(?:sign|log) in to\b|(?:扫码|请先?)登录|登录后|访问密码|需要密码", longest=SHORT), *LOGIN),
    Barrier(_any(r"<title>\s*(?:[45]\d\d\b|not found|forbidden|access denied|bad gateway|页面不存在)"), *ERROR),
    Barrier(_any(r"^[ \t]*[45]\d\d\b|not found|forbidden|access denied|bad gateway|页面不存在", longest=SHORT), *ERROR),
    Barrier(
        _any(r"^#+ OpenAPI Specification\b"),
        "it is half a file: the OpenAPI fragment does not begin",
        "save the page anew",
    ),
)


class Unreadable(Exception):
    """A file that is no page of this documentation: what it is instead, and what to do.

    `harmless` is what may be saved nevertheless: a page of prose, which states nothing that can be compared.
    `pages` are those of another project, unless this one's site has them or lists them: a group may be new.
    """

    def __init__(self, what: str, hint: str, *, harmless: bool = False, pages: Sequence[Page] = ()) -> None:
        super().__init__(what)
        self.what, self.hint, self.harmless, self.pages = what, hint, harmless, pages


def text_of(path: Path) -> str:
    """The text of a file. Raises `Unreadable`."""
    try:
        check_size(path.stat().st_size)
        return decoded(path.read_bytes())
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}", "name a saved page, a folder or an export") from error


def check_size(size: int, largest: int = LARGEST) -> None:
    """Raises `Unreadable` for what no page can be."""
    if size > largest:
        raise Unreadable(f"it is too large for a page: {size / 1e6:.0f} MB", "save the page anew")


def decoded(data: bytes, charset: str = "") -> str:
    """The text of UTF-8, of UTF-16 with its mark, or in the encoding that is declared. Raises `Unreadable`.

    A page that was saved as UTF-8 may still declare the encoding that it had.
    """
    if not data.strip():
        raise Unreadable("it is empty", "save the page anew")
    declared = CHARSET.search(data[:2000])
    mark = next((name for start, name in BOMS.items() if data.startswith(start)), "")
    said = mark or charset or (declared[1].decode() if declared else "utf-8")
    at = ""
    for encoding in [mark] if mark else ["utf-8", said]:
        try:
            text = data.decode(encoding)
            break
        except (UnicodeDecodeError, LookupError) as error:
            at = f" (byte {error.start + 1} does not belong there)" if isinstance(error, UnicodeDecodeError) else ""
    else:
        raise Unreadable(f"it is not {said.upper()}{at}{_guess(data)}", "save the page as UTF-8")
    if "\0" in text:
        raise Unreadable(f"it is not text{_guess(data)}", "save the page as UTF-8")
    return INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes) -> str:
    """Guess the encoding, for a message."""
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    if max(even, odd) > 100 or max(even, odd) * 4 > len(data[:2000]):
        return f"; it seems to be UTF-16 ({'little' if odd > even else 'big'} endian) without its mark"
    for encoding in ("gb18030", "big5", "shift_jis"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if re.search("[\u4e00-\u9fff]{2}", text):
            return f"; it seems to be {encoding.upper()}"
    return ""


def barrier(text: str) -> Unreadable | None:
    """Return the obstacle that the text is, such as a captcha or a login page, or None."""
    return next((Unreadable(one.what, one.hint) for one in BARRIERS if one.pattern.search(text)), None)
