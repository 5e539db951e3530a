"""Files as a notebook shows them: pictures as they are, sound and video with a player."""

from __future__ import annotations

from ..http.media_type import MediaKind, sniff

# A notebook stores what it shows in its own file.
_LARGEST = 32 << 20


def png(content: bytes | None) -> bytes | None:
    """Return the content if it is a PNG."""
    return _if_type(content, "image/png")


def jpeg(content: bytes | None) -> bytes | None:
    """Return the content if it is a JPEG."""
    return _if_type(content, "image/jpeg")


def html(content: bytes | None) -> str | None:
    """Return a player, or a picture of another format, with the content embedded."""
    from base64 import b64encode

    if content is None or len(content) > _LARGEST:
        return None
    # By the bytes, never by the Content-Type: that is text from the server.
    media_type = sniff(content)
    if media_type is None or media_type in ("image/png", "image/jpeg"):
        return None
    return _element(media_type.partition("/")[0], f"data:{media_type};base64,{b64encode(content).decode()}")


def linked(kind: MediaKind, url: str) -> str:
    """Return a player, or a picture, for a URL that the browser fetches."""
    from html import escape

    return _element(kind, escape(url, quote=True))


def _element(kind: str, source: str) -> str:
    if kind == "image":
        return f'<img src="{source}" style="max-width: 100%">'
    return f'<{kind} controls src="{source}" style="max-width: 100%"></{kind}>'


def _if_type(content: bytes | None, media_type: str) -> bytes | None:
    fits = content is not None and len(content) <= _LARGEST and sniff(content) == media_type
    return content if fits else None
