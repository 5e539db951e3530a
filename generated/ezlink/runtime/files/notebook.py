"""Media as a notebook shows it: pictures as they are, sound and video with a player."""

from __future__ import annotations

from ..http.media_type import MediaKind, sniff

# A notebook keeps what it shows in its file; a larger one would make it unusable.
_LARGEST = 32 << 20


def png(content: bytes | None) -> bytes | None:
    """The content where it is a PNG."""
    return _if(content, "image/png")


def jpeg(content: bytes | None) -> bytes | None:
    """The content where it is a JPEG."""
    return _if(content, "image/jpeg")


def html(content: bytes | None) -> str | None:
    """A player, or a picture that has no method of its own, with the content inside."""
    from base64 import b64encode

    if content is None or len(content) > _LARGEST:
        return None
    # What the bytes say, never the server's Content-Type: that is text of somebody else's.
    found = sniff(content)
    if found is None or found in ("image/png", "image/jpeg"):
        return None
    return _element(found.partition("/")[0], f"data:{found};base64,{b64encode(content).decode()}")


def linked(kind: MediaKind, url: str) -> str:
    """The same for what is elsewhere: the browser fetches it."""
    from html import escape

    return _element(kind, escape(url, quote=True))


def _element(kind: str, source: str) -> str:
    if kind == "image":
        return f'<img src="{source}" style="max-width: 100%">'
    return f'<{kind} controls src="{source}" style="max-width: 100%"></{kind}>'


def _if(content: bytes | None, wanted: str) -> bytes | None:
    fits = content is not None and len(content) <= _LARGEST and sniff(content) == wanted
    return content if fits else None
