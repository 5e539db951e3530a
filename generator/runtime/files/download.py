"""Files behind a URL, which a response may name: fetched without the key, from any host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UnsetType

from ..errors import APIStatusError
from ..http.headers import header
from ..http.timeout import validate_max_bytes
from ..http.url import PORTS, parse_url
from ..operation.call import Call
from ..operation.operation import Operation
from ..response.parser import ResponseParser
from ..transport import Request

if TYPE_CHECKING:
    from ..config import ClientConfig
    from ..http.headers import Pairs
    from ..http.media_type import MediaKind
    from ..http.timeout import MaxBytes

_MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # what has a meaning in a URL, or is encoded already


class Download:
    """The download of one file: `request` is what to send, `parser` parses the response.

    Of the client's headers only User-Agent is sent, and no key. Raises ValueError for a URL that is not fetched: with
    another scheme than http and https, or with a user name.
    """

    __slots__ = ("_config", "_visited", "kind", "parser", "url")

    def __init__(self, url: str, kind: MediaKind | None, config: ClientConfig) -> None:
        self._config = config
        self._visited: list[str] = []
        self.kind: MediaKind | None = kind
        self._set_url(checked(url))

    def _set_url(self, url: str) -> None:
        self.url = url
        self._visited.append(url)
        operation = Operation(id="fetch", method="GET", path=url.partition("?")[0], retry="safe")
        self.parser = ResponseParser(Call(operation, url), self._config, "")

    @property
    def public_only(self) -> bool:
        """True if only public addresses may be connected to. Raises APIConnectionError for a host that is none."""
        from urllib.parse import urlsplit

        from ..http.private_hosts import is_private_host
        from ..transport.public_hosts import not_public

        config, host = self._config, urlsplit(self.url).hostname or ""
        base = urlsplit(config.base_url).hostname or ""
        # A name without a dot is one of a local network, or of a container.
        if config.allow_private_hosts or host == base or not {".", ":"} & {*base} or is_private_host(base):
            return False
        if is_private_host(host):
            raise self.parser.from_transport(not_public(host))
        return True

    def limit(self, given: MaxBytes) -> int | None:
        """Return the limit for the file: the given one, or the client's, also on the disk: the URL is a server's."""
        return self._config.max_bytes if isinstance(given, UnsetType) else validate_max_bytes(given)

    @property
    def request(self) -> Request:
        """The request to send next."""
        profile = self._config.profile
        accept = f"{self.kind}/*, */*;q=0.1" if self.kind else "*/*"
        headers = [("User-Agent", f"{profile.user_agent}/{profile.version}"), ("Accept", accept)]
        config = self._config
        return Request("GET", self.url.partition("#")[0], headers, None, config.timeout, True, config.max_bytes)

    def follow_redirect(self, status: int, headers: Pairs) -> bool:
        """Return whether a response redirects; `request` is then the next one to send.

        Raises APIStatusError for a redirect that is not followed: from https to http, to another scheme, with a user
        name, without a target, or one too many.
        """
        if status not in _REDIRECTS:
            return False
        from urllib.parse import urljoin

        location = header(headers, "location")
        if not location:
            raise self._not_followed("the server redirects without a Location", status, headers)
        if len(self._visited) > _MAX_REDIRECTS:
            circle = ", in a circle" if len({*self._visited}) < len(self._visited) else ""
            raise self._not_followed(f"more than {_MAX_REDIRECTS} redirects{circle}", status, headers)
        try:
            target = checked(urljoin(self.url, location))
        except ValueError as error:
            raise self._not_followed(f"the redirect is not followed: {error}", status, headers) from None
        if self.url.startswith("https:") and not target.startswith("https:"):
            raise self._not_followed("the redirect from https to http is not followed", status, headers)
        self._set_url(target)
        return True

    def _not_followed(self, message: str, status: int, headers: Pairs) -> APIStatusError:
        info = self.parser.response_info(status, headers, None)
        return self.parser.error(APIStatusError, message, info, b"", "rejected")


def checked(url: str) -> str:
    """Return a URL that can be fetched, encoded where the server did not. Raises ValueError, with the reason."""
    from urllib.parse import quote

    parts = parse_url(url.strip())
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    if parts.port not in (None, PORTS[parts.scheme]):
        host = f"{host}:{parts.port}"
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return f"{parts.scheme}://{host}{quote(parts.path, safe=_SAFE) or '/'}{query}"


def from_data_url(url: str) -> bytes | None:
    """Return the content of a `data:` URL, or None for another URL. Raises ValueError for a broken one."""
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
    """Decode base64, also with line breaks or without padding. Raises ValueError for anything else."""
    from base64 import b64decode

    if text[:5].lower() == "data:":
        text = text.partition(",")[2]
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    text = "".join(text.split())
    return b64decode(text + "=" * (-len(text) % 4), validate=True)
