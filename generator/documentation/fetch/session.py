"""Requests to sites, politely: one at a time with a pause, as robots.txt allows, waiting as long as the server asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError

from ..content import LARGEST, Unreadable, check_size

REDIRECTS = (301, 302, 303, 307, 308)
BUSY = (429, 503)
MOST_REDIRECTS, TRIES = 5, 3
LONGEST_WAIT = 300.0  # seconds that a server may ask for
DEADLINE = 120.0  # seconds for one response


class Response(NamedTuple):
    """A response. `url` is its address after redirects."""

    status: int
    url: str
    headers: dict[str, str]  # names in lower case
    body: bytes


class Session:
    """Sends GET requests. `sleep` is there for tests."""

    def __init__(self, agent: str, pause: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self.agent, self.pause, self.sleep = agent, pause, sleep
        self.pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=10, read=30))
        self.robots: dict[str, RobotFileParser] = {}
        self.hosts: set[str] = set()  # that may be asked; without any, all
        self.last = 0.0

    def get(self, url: str, headers: dict[str, str] | None = None) -> Response:
        """The response, redirects followed. Raises `Unreadable`."""
        for _ in range(MOST_REDIRECTS + 1):
            self._allow(url)
            response = self._patiently(url, headers or {})
            if response.status not in REDIRECTS:
                return response
            url = urljoin(url, response.headers.get("location", ""))
        raise Unreadable(f"it redirects more than {MOST_REDIRECTS} times", "name the address where the page is")

    def _allow(self, url: str) -> None:
        """Raises `Unreadable` if the site does not want robots there, or it is no address at all."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unreadable(f"{url} is no http(s) address", "name the address of a page")
        if self.hosts and parts.netloc not in self.hosts:
            raise Unreadable(f"it is on another host, {parts.netloc}", "name its address to fetch it from there")
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.robots:
            rules = self.robots[origin] = RobotFileParser(f"{origin}/robots.txt")
            rules.parse(self._robots(f"{origin}/robots.txt"))
        rules = self.robots[origin]
        if not rules.can_fetch(self.agent, url):
            raise Unreadable("robots.txt does not allow it", "save the page by hand, or ask the site's owner")
        self.pause = max(self.pause, min(float(rules.crawl_delay(self.agent) or 0), LONGEST_WAIT))

    def _robots(self, url: str) -> list[str]:
        """The rules at an address, redirects followed as RFC 9309 says: what cannot be reached forbids all."""
        response = self._patiently(url, {})
        for _ in range(MOST_REDIRECTS):
            url = urljoin(url, response.headers.get("location", ""))
            if response.status not in REDIRECTS or (self.hosts and urlsplit(url).netloc not in self.hosts):
                break
            response = self._patiently(url, {})
        if response.status in (*REDIRECTS, 401, 403, 429) or response.status >= 500:
            return ["User-agent: *", "Disallow: /"]
        return response.body.decode("utf-8-sig", "replace").splitlines() if response.status == 200 else []

    def _patiently(self, url: str, headers: dict[str, str]) -> Response:
        """One response; a server that is busy is asked again when it says."""
        for attempt in range(1, TRIES + 1):
            response = self._send(url, headers)
            if response.status not in BUSY or attempt == TRIES:
                return response
            wait = _seconds(response.headers.get("retry-after", "")) or self.pause * 2**attempt
            if wait > LONGEST_WAIT:
                raise Unreadable(f"the server asks to come back in {wait:.0f} seconds", "come back then")
            self.sleep(wait)
        raise AssertionError

    def _send(self, url: str, headers: dict[str, str]) -> Response:
        if self.last and (left := self.last + self.pause - time.monotonic()) > 0:
            self.sleep(left)
        sent = {"User-Agent": self.agent, "Accept": "text/markdown, text/plain, text/html, */*;q=0.5", **headers}
        try:
            return _in_time(lambda: self._exchange(url, sent))
        except (HTTPError, OSError, ValueError) as error:
            raise Unreadable(f"it cannot be fetched: {error}", "try again later") from error
        finally:
            self.last = time.monotonic()

    def _exchange(self, url: str, headers: dict[str, str]) -> Response:
        response = self.pool.request("GET", url, headers=headers, redirect=False, preload_content=False)
        try:
            got = {name.lower(): value for name, value in response.headers.items()}
            return Response(response.status, url, got, _body(response))
        finally:
            response.close()


def _in_time(send: Callable[[], Response]) -> Response:
    """The response, if it is there before the deadline: a server may send a byte now and then for ever."""
    done: list[Response | BaseException] = []

    def run() -> None:
        try:
            done.append(send())
        except BaseException as error:
            done.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(DEADLINE)
    if not done:
        raise Unreadable(f"it takes more than {DEADLINE:.0f} seconds", "try again later")
    if isinstance(done[0], BaseException):
        raise done[0]
    return done[0]


def _body(response: urllib3.BaseHTTPResponse) -> bytes:
    """The body, up to the size that a page may have."""
    body = bytearray()
    length = response.headers.get("content-length", "")
    check_size(int(length) if length.isdecimal() else 0)
    while part := response.read(65536, decode_content=True):
        body += part
        check_size(len(body), LARGEST)
    return bytes(body)


def _seconds(value: str) -> float:
    """The seconds of a Retry-After, 0 if it does not say."""
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0
