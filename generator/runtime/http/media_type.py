"""What a file is by its first bytes: servers send a page of HTML, or an error, under the name of a picture."""

from __future__ import annotations

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["image", "audio", "video"]

HEAD = 64
"""So many first bytes are enough for every format here."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_RIFF: dict[bytes, str] = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS: dict[bytes, str] = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"mif1": "image/heif",
    b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
_SUFFIXES: dict[str, str] = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/heic": ".heic",
    "image/heif": ".heif",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/wav": ".wav",
    "audio/aac": ".aac",
    "audio/mp4": ".m4a",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/x-msvideo": ".avi",
}
# Containers that hold sound alone as well as moving pictures.
_EITHER = frozenset({"audio/ogg", "audio/mp4", "video/mp4", "video/webm", "video/quicktime"})
_SPACE = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"


def sniff(head: bytes) -> str | None:
    """The media type that the first bytes tell, or None where they tell none."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return _sniff_frames(head)


def _sniff_frames(head: bytes) -> str | None:
    """Sound that begins with a frame instead of a header: eleven set bits, then version and layer."""
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    layer = head[1] >> 1 & 3
    if layer == 0:  # ADTS has no layer, and twelve set bits
        return "audio/aac" if head[1] & 0xF0 == 0xF0 else None
    # Bit rate and sample rate of all ones are what a byte order mark or noise has, and no sound.
    version, rates = head[1] >> 3 & 3, head[2]
    return "audio/mpeg" if version != 1 and rates >> 4 != 15 and rates >> 2 & 3 != 3 else None


def fits(found: str, kind: Kind) -> bool:
    """Whether a file of this media type can be of this kind."""
    return found.startswith(f"{kind}/") or (kind != "image" and found in _EITHER)


def is_text(head: bytes) -> bool:
    """Whether the first bytes are text, as those of JSON and HTML are and those of a file are not."""
    text = head[:HEAD].removeprefix(_BOM)
    if not all(byte >= 32 or byte in _SPACE for byte in text):
        return False
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(text) - 3  # a character that the end of the head goes through
    return True


def suffix(media_type: str) -> str:
    """The ending of a file's name for a media type, with its dot; empty for one that is not known."""
    return _SUFFIXES.get(media_type, "")


def media_fault(head: bytes, content_type: str, kind: Kind | None) -> str | None:
    """Why an answer that begins so is no file of this kind, in words, or None when it is one.

    Magic numbers decide. Formats without one (pcm) pass where the Content-Type is of the kind; text never does. Without
    a kind anything is a file.
    """
    if kind is None:
        return None
    found = sniff(head)
    if found is not None:
        return None if fits(found, kind) else f"it is {found} where {kind} was asked for"
    if is_text(head):
        return f"it is text where {kind} was asked for"
    name = content_type.partition(";")[0].strip().lower()
    if name.startswith(f"{kind}/") or name == "application/octet-stream":
        return None
    return f"it is of no known format, and its Content-Type is {name or 'missing'}"
