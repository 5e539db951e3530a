"""Files at an address that an answer names: fetched without the key, since they may be anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import APIStatusError
from ..http.headers import header
from ..http.url import PORTS, parse_url
from ..operation.call import Call
from ..operation.operation import Operation
from ..response.parser import ResponseParser
from ..transport import Request

if TYPE_CHECKING:
    from ..config import ClientConfig
    from ..http.headers import Pairs
    from ..http.media_type import MediaKind

LIMIT = 256 << 20
"""No file that is larger is fetched unless the caller says so: its address comes from a server."""

_MOST_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # what has a meaning in an address, and what is encoded already


class Download:
    """One file on its way: `request` is what to send, and `exchange` reads what comes.

    Neither the key nor any other header of the client's is sent, but its name. Raises ValueError for an address that is
    not to be fetched: of another scheme than http and https, or with a user name.
    """

    __slots__ = ("_left", "_settings", "exchange", "kind", "url")

    def __init__(self, url: str, kind: MediaKind | None, settings: ClientConfig) -> None:
        self._settings = settings
        self._left = _MOST_REDIRECTS
        self.kind: MediaKind | None = kind
        self._go(checked(url))

    def _go(self, url: str) -> None:
        self.url = url
        operation = Operation(id="fetch", method="GET", path=url.partition("?")[0], retry="safe")
        self.exchange = ResponseParser(Call(operation, url), self._settings, "")

    @property
    def request(self) -> Request:
        """The request to send, once."""
        profile = self._settings.profile
        accept = f"{self.kind}/*, */*;q=0.1" if self.kind else "*/*"
        headers = [("User-Agent", f"{profile.user_agent}/{profile.version}"), ("Accept", accept)]
        return Request("GET", self.url.partition("#")[0], headers, None, self._settings.timeout, True)

    def moved(self, status: int, headers: Pairs) -> bool:
        """Whether the file is elsewhere; then `request` is the next one to send.

        Raises APIStatusError for a redirect that is not to be followed: from https to http, to another scheme, with a
        user name, to nowhere, or one too many.
        """
        if status not in _MOVED:
            return False
        from urllib.parse import urljoin

        location = header(headers, "location")
        if not location:
            raise self._stopped("the server redirects, and does not say where to", status, headers)
        if self._left == 0:
            raise self._stopped(f"more than {_MOST_REDIRECTS} redirects", status, headers)
        try:
            target = checked(urljoin(self.url, location))
        except ValueError as error:
            raise self._stopped(f"the redirect is not followed: {error}", status, headers) from None
        if self.url.startswith("https:") and not target.startswith("https:"):
            raise self._stopped("the redirect from https to http is not followed", status, headers)
        self._left -= 1
        self._go(target)
        return True

    def _stopped(self, said: str, status: int, headers: Pairs) -> APIStatusError:
        return self.exchange.error(
            APIStatusError, said, self.exchange.response_info(status, headers, None), b"", "rejected"
        )


def checked(url: str) -> str:
    """An address that can be fetched, encoded where the server has not done it. Raises ValueError, with the reason."""
    from urllib.parse import quote

    parts = parse_url(url.strip())
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    if parts.port not in (None, PORTS[parts.scheme]):
        host = f"{host}:{parts.port}"
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return f"{parts.scheme}://{host}{quote(parts.path, safe=_SAFE) or '/'}{query}"


def from_data_url(url: str) -> bytes | None:
    """The content of a `data:` URL, or None for an address of another kind. Raises ValueError for a broken one."""
    if url[:5].lower() != "data:":
        return None
    head, comma, content = url[5:].partition(",")
    if not comma:
        raise ValueError("a data: URL without a comma")
    if head.lower().endswith(";base64"):
        return from_base64(content)
    from urllib.parse import unquote_to_bytes

    return unquote_to_bytes(content)


def from_base64(text: str) -> bytes:
    """Base64 as bytes: line breaks and missing padding are forgiven, anything else is a ValueError."""
    from base64 import b64decode

    if text[:5].lower() == "data:":
        text = text.partition(",")[2]
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    text = "".join(text.split())
    return b64decode(text + "=" * (-len(text) % 4), validate=True)
