"""Media types, by the first bytes of a file and by file names: servers send HTML under the name of a picture."""

from __future__ import annotations

from typing import Literal, TypeAlias

MediaKind: TypeAlias = Literal["image", "audio", "video", "file"]

HEAD = 64
"""So many first bytes are enough for every format here."""

OCTET_STREAM = "application/octet-stream"

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"mif1": "image/heif",
    b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
# The endings of file names, the usual one first. Python's own table differs between versions and systems, and has
# older names (audio/x-wav) that servers refuse.
_ENDINGS = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/avif": (".avif",),
    "image/heic": (".heic",),
    "image/heif": (".heif",),
    "audio/mpeg": (".mp3", ".mpga"),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/flac": (".flac",),
    "audio/wav": (".wav",),
    "audio/aac": (".aac",),
    "audio/mp4": (".m4a",),
    "video/mp4": (".mp4",),
    "video/mpeg": (".mpeg",),
    "video/quicktime": (".mov",),
    "video/webm": (".webm",),
    "video/x-msvideo": (".avi",),
    "text/plain": (".txt",),
}
_TYPES = {ending: name for name, endings in _ENDINGS.items() for ending in endings}
# Containers of sound alone as well as of moving pictures.
_AUDIO_OR_VIDEO = frozenset({"audio/ogg", "audio/mp4", "video/mp4", "video/webm", "video/quicktime"})
_SPACE = b"\t\r\n"
_BOM = b"\xef\xbb\xbf"


def essence(content_type: str) -> str:
    """Return a media type in lower case, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def suffix(media_type: str) -> str:
    """Return the usual ending of a file name for a media type, with its dot; empty for an unknown one."""
    return _ENDINGS.get(media_type, ("",))[0]


def guess_type(filename: str) -> str | None:
    """Return the media type of a file name's suffix, or None."""
    import os

    ending = os.path.splitext(filename)[1].lower()
    if not ending or ending in _TYPES:
        return _TYPES.get(ending)
    import mimetypes

    return mimetypes.guess_type(f"x{ending}")[0]


def sniff(head: bytes) -> str | None:
    """Return the media type that the first bytes show, or None where they show none."""
    for magic, name in MAGIC:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return _sniff_frames(head)


def _sniff_frames(head: bytes) -> str | None:
    """Recognize sound that begins with a frame instead of a header: eleven set bits, then version and layer."""
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    layer = head[1] >> 1 & 3
    if layer == 0:  # ADTS has no layer, and twelve set bits
        return "audio/aac" if head[1] & 0xF0 == 0xF0 else None
    # Bit rate and sample rate of all ones are what a byte order mark or noise has, and no sound.
    version, rates = head[1] >> 3 & 3, head[2]
    return "audio/mpeg" if version != 1 and rates >> 4 != 15 and rates >> 2 & 3 != 3 else None


def is_text(head: bytes) -> bool:
    """Return whether the first bytes are text, like JSON and HTML and unlike a file."""
    text = head[:HEAD].removeprefix(_BOM)
    if not all(byte >= 32 or byte in _SPACE for byte in text):
        return False
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(text) - 3  # a character that the end of the head goes through
    return True


def check_media(head: bytes, content_type: str, kind: MediaKind | None) -> str | None:
    """Return why a response that begins with `head` is not a file of this kind, in words, or None when it is one.

    Magic numbers decide. Formats without one (pcm) pass where the Content-Type is of the kind; text never does. Without
    a kind, and for "file", anything is one.
    """
    if kind in (None, "file"):
        return None
    found = sniff(head)
    if found is not None:
        fits = found.startswith(f"{kind}/") or (kind != "image" and found in _AUDIO_OR_VIDEO)
        return None if fits else f"it is {found}, not {kind}"
    if is_text(head):
        return f"it is text, not {kind}"
    name = essence(content_type)
    if name.startswith(f"{kind}/") or name == OCTET_STREAM:
        return None
    return f"its format is unknown, and its Content-Type is {name or 'missing'}"


def is_html(content: bytes) -> bool:
    """Return whether the first bytes are those of a page of HTML."""
    return content.lstrip()[:15].lower().startswith((b"<!doctype", b"<html"))
