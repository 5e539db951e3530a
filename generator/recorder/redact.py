"""Redact responses: remove keys, cookies, accounts, addresses, and whatever looks like a secret.

What may stay is listed. A header that is not listed is left out; a word in the form of a secret stays only where ids,
names of models and pictures stand; of an address only a public host, the path, and short words of the query.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from ..mock_server.replay.fixtures import Chunk, Header, Response
from .raw_client import Service
from .serialize import text_of

_HEADERS = {
    "access-control-allow-credentials", "access-control-allow-headers", "access-control-allow-methods",
    "access-control-allow-origin", "access-control-expose-headers", "access-control-max-age", "allow", "cache-control",
    "connection", "content-disposition", "content-encoding", "content-length", "content-type", "date",
    "finish-reason", "keep-alive", "location", "openai-organization", "openai-processing-ms", "openai-version",
    "retry-after", "seed", "server", "strict-transport-security", "trailer", "transfer-encoding", "upgrade", "vary",
    "via", "x-accel-buffering", "x-content-type-options", "x-oneapi-request-id", "x-request-id",
    *(f"x-ratelimit-{word}-{what}" for word in ("limit", "remaining", "reset") for what in ("requests", "tokens")),
}  # fmt: skip
_ORGANIZATION = "org-lab"
_PUBLIC = re.compile(
    r"(?:.+\.)?(?:invalid|example|test|example\.(?:com|org|net)|ezlinkai\.com|openai\.com|anthropic\.com|stability\.ai|github\.com)"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_PUBLISHED = ("help@ezlinkai.com",)  # printed for everybody
_ADDRESS = re.compile(r"\b(?!127\.0\.0\.1\b)\d{1,3}(?:\.\d{1,3}){3}\b")
_URL = re.compile(r"""(https?:\\?/\\?/)([^\s"'<>\\/?#]+)((?:\\u0026|\\/|[^\s"'<>\\)])*)""")
_QUERY = re.compile(r"(?<==)(?!(?:[a-z]+|\d{1,12})(?:&|\\u0026|\#|$))[^&\\#]+")

# Words by which a key is known, also half hidden behind stars.
_KEYS = re.compile(r"\b(?:sk|pk|rk)-(?!(?:[A-Z]+-)?KEY\b|proj-not-a-key\b)[A-Za-z0-9_*-]{6,}")
_OTHER_KEYS = re.compile(
    r"\b(?:AKIA[A-Z0-9]{16}|AIza[\w-]{30,}|eyJ[\w-]{10,}(?:\.[\w-]+)*|gh[pousr]_\w{20,}|xox[a-z]-[\w-]{10,})"
)
_ACCOUNTS = re.compile(r"\b(org|user|proj|acct)([-_])(?!lab\b)(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{8,}\b")
_NAMED = re.compile(
    r'"(user|user_?name|user_?id|account(?:_?id|_?name)?|org_?id|organization_?id|e-?mail|token_?name|api_?key|secret'
    r'|password|cookie|authorization|access_?token|refresh_?token|session(?:_?id)?|nick_?name|phone|balance)"'
    r'(\s*:\s*)("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)',
    re.IGNORECASE,
)
_DISCORD = {"discordChannelId": "1118138338562560102", "discordInstanceId": "1572398367386955776"}
_RUNNING = re.compile(r'"(discordChannelId|discordInstanceId)"(\s*:\s*)"[^"]+"')

# Fields with ids, models and pictures: long words that are not secret.
_KEPT = re.compile(
    r'"(?:id|[a-z]+_?[Ii]d|model|root|parent|system_fingerprint|b64_json|base64\w*|image|video|audio|embedding|data|buttonMessageId)"'
    r'\s*:\s*"((?:[^"\\]|\\.)*)"'
)
_WORD = re.compile(r"(?:data:[\w.+-]+/[\w.+-]+;base64,[\w+/=]+)|[A-Za-z0-9_+=-]{20,}")
_REMOVED = "REMOVED"


class Redacted(NamedTuple):
    """A response that may be kept, and the names of what was removed."""

    response: Response
    removed: tuple[str, ...]
    rewritten: bool  # the body is not the one that came


class Redactor:
    """Removes what belongs to one key and one service, and everything in the form of a secret."""

    def __init__(self, key: str | None, service: Service) -> None:
        self._secrets = _forms_of(key)
        self._service = service

    def redact(self, response: Response, known: str = "") -> Redacted:
        """The response without secrets. `known` is text that may be kept: the recording before."""
        names = {name for name, _ in response.headers if name.lower() not in _HEADERS}
        clean = replace(response, chunks=self._chunks(response, known), reason=self.text(response.reason, known))
        # A Content-Length changes as the length of the body does; that of a cut body stays too large.
        grown = len(clean.body) - len(response.body)
        headers = tuple(self._header(*header, grown, known) for header in response.headers if header[0] not in names)
        removed = tuple(sorted(f"header {name}" for name in names))
        return Redacted(replace(clean, headers=headers), removed, clean.body != response.body)

    def text(self, text: str, known: str = "") -> str:
        """The text without secrets."""
        for secret, word in self._secrets:
            text = text.replace(secret, word)
        text = _KEYS.sub("sk-KEY", text)
        text = _OTHER_KEYS.sub(_REMOVED, text)
        text = _ACCOUNTS.sub(r"\1\2lab", text)
        text = _NAMED.sub(_anonymous, text)
        text = _RUNNING.sub(lambda found: f'"{found[1]}"{found[2]}"{_DISCORD[found[1]]}"', text)
        text = _URL.sub(lambda found: self._url(found, known), text)
        text = _MAIL.sub(lambda found: found[0] if found[0] in _PUBLISHED else "ACCOUNT", text)
        text = _ADDRESS.sub("127.0.0.1", text)
        return _WORD.sub(_unknown_removed(text, known), text)

    def holds(self, data: bytes) -> bool:
        """True if the data contains a key."""
        return any(secret.encode() in data for secret, _ in self._secrets)

    def _header(self, name: str, value: str, grown: int, known: str) -> Header:
        if name.lower() == "content-length" and grown:
            return name, str(int(value) + grown)
        return name, _ORGANIZATION if name.lower() == "openai-organization" else self.text(value, known)

    def _chunks(self, response: Response, known: str) -> tuple[Chunk, ...]:
        whole = text_of(response.body)
        if whole is None:
            return response.chunks
        clean = self.text(whole, known)
        texts = [text_of(chunk.data) for chunk in response.chunks]
        parts = [self.text(text, known) for text in texts if text is not None]
        if len(parts) == len(texts) and "".join(parts) == clean:
            return tuple(Chunk(chunk.ms, text.encode()) for chunk, text in zip(response.chunks, parts, strict=True))
        if clean == whole:
            return response.chunks
        # A secret went over the edge of two chunks: better the edges are lost than the secret kept.
        return (Chunk(response.chunks[0].ms, clean.encode()),)

    def _url(self, found: re.Match[str], known: str) -> str:
        if found[0] in known:
            return found[0]
        scheme, authority, rest = found.groups()
        path, mark, query = rest.partition("?")
        query = _QUERY.sub(lambda value: value[0] if value[0] in known else _REMOVED, query)
        return f"{scheme}{self._host(authority, path)}{path}{mark}{query}"

    def _host(self, authority: str, path: str) -> str:
        if authority == self._service.authority:
            return "cdn.lab.invalid" if path.startswith("/cdn/") else "gateway.lab.invalid"
        host = authority.rpartition("@")[2]
        return host if _PUBLIC.fullmatch(host.partition(":")[0]) else "host.lab.invalid"


def _forms_of(key: str | None) -> tuple[tuple[str, str], ...]:
    """The forms in which the key may come back, the longer first. A word as short as a placeholder is no secret."""
    bare = (key or "").strip().removeprefix("Bearer ").removeprefix("sk-")
    return ((f"sk-{bare}", "sk-KEY"), (bare, "KEY")) if len(bare) >= 8 else ()


def _anonymous(found: re.Match[str]) -> str:
    name, between, value = found.groups()
    if not value.startswith('"'):
        return f'"{name}"{between}1'
    # An empty one, or one that is a placeholder already, says nothing about anybody.
    return found[0] if re.fullmatch(r'"(?:|user-lab|org-lab|sk-KEY|KEY)"', value) else f'"{name}"{between}"ACCOUNT"'


def _unknown_removed(text: str, known: str) -> Callable[[re.Match[str]], str]:
    kept = set(chain.from_iterable(_WORD.findall(value) for value in _KEPT.findall(text)))

    def judge(found: re.Match[str]) -> str:
        word = found[0]
        if word.startswith("data:") or word in kept or word in known or not _looks_secret(word):
            return word
        return _REMOVED

    return judge


def _looks_secret(word: str) -> bool:
    return all(re.search(kind, word) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
