"""Masking of secrets in what a server sent back: as they are, and as JSON, URLs, HTML and base64 write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .json_pointer import is_array, is_object

MASK = "***"
_SHORTEST = 4  # a shorter one would be found in ordinary words
_SHORTEST_ENCODED = 8

# Most texts hold nothing that is encoded, and are not searched for secrets that are. The second is for secrets with
# characters that have short forms, which any JSON or HTML may hold.
_ENCODED = r"\\u00|\\x[2-7]|%[2-7]|&#"
_ENCODED_SHORTLY = rf"""{_ENCODED}|\\["'/\\]|&[a-z]{{2,4}};"""
_SHORT_FORMS = frozenset("&<>\"'/\\")


class Masker:
    """Replaces secrets in text, bytes, and what is made of them."""

    __slots__ = ("_encoded", "_literals", "_patterns", "_secrets")

    def __init__(self, secrets: frozenset[str]) -> None:
        # The longest first: one may be a part of another.
        self._secrets = sorted((each for each in secrets if len(each) >= _SHORTEST), key=len, reverse=True)
        long = [each for each in self._secrets if len(each) >= _SHORTEST_ENCODED]
        self._literals = [*self._secrets, *(form for secret in long for form in _in_base64(secret))]
        shortly = not _SHORT_FORMS.isdisjoint("".join(self._secrets))
        self._encoded = re.compile(_ENCODED_SHORTLY if shortly else _ENCODED)
        self._patterns: list[re.Pattern[str]] | None = None

    def text(self, text: str) -> str:
        """Return a text in which no secret can be read."""
        for secret in self._literals:
            if secret in text:
                text = text.replace(secret, MASK)
        if self._secrets and self._encoded.search(text):
            if self._patterns is None:  # rarely needed, and large
                self._patterns = [re.compile("".join(map(_any_form, secret))) for secret in self._secrets]
            for pattern in self._patterns:
                text = pattern.sub(MASK, text)
        return text

    def bytes(self, data: bytes) -> bytes:
        """Do the same to bytes."""
        text = data.decode("utf-8", "surrogateescape")
        masked = self.text(text)
        return data if masked is text else masked.encode("utf-8", "surrogateescape")

    def value(self, value: Any) -> Any:
        """Do the same to text and bytes within lists and dicts."""
        return _each(value, self)


@lru_cache(maxsize=64)
def masker(secrets: frozenset[str]) -> Masker:
    """Return the masker of these secrets."""
    return Masker(secrets)


def _each(value: Any, masker: Masker) -> Any:
    if isinstance(value, str):
        return masker.text(value)
    if isinstance(value, bytes):
        return masker.bytes(value)
    if is_array(value):
        return [_each(item, masker) for item in value]
    if isinstance(value, tuple):
        return tuple(_each([*value], masker))  # pyright: ignore[reportUnknownArgumentType]
    if is_object(value):
        return {_each(key, masker): _each(item, masker) for key, item in value.items()}
    return value


@lru_cache(maxsize=128)
def _any_form(character: str) -> str:
    """Return the pattern of a character in any of the encodings, which may be nested."""
    code = ord(character)
    forms = [
        re.escape(character),
        rf"\\+(?i:u00{code:02x}|x{code:02x})",
        rf"%(?:25)*(?i:{code:02x})",
        rf"&#(?:0*{code}|(?i:x0*{code:x}));",
    ]
    if character in "\"'\\/":
        forms.append(r"\\+" + re.escape(character))
    if character in _ENTITIES:
        forms.append(_ENTITIES[character])
    return f"(?:{'|'.join(forms)})"


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


def _in_base64(secret: str) -> Iterator[str]:
    """Iterate what base64 makes of a secret with any number of bytes before and behind it."""
    from base64 import b64encode

    for before in range(3):
        data = bytes(before) + secret.encode()
        # Without the characters that hold bits of what stands before and behind.
        form = b64encode(data).decode()[(before * 8 + 5) // 6 : len(data) * 8 // 6]
        yield form
        if "+" in form or "/" in form:
            yield form.replace("+", "-").replace("/", "_")
