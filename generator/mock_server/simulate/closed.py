"""Routes with nothing behind them, and the files that answers point to."""

from __future__ import annotations

from ..replay.context import Asked, Choice, Desk
from ..replay.index import media_type, value
from . import rules
from . import synthetic as made

_TYPES = {"mp4": "video/mp4", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
_LIKE = {
    "mp4": (("getImageToVideoResult", "ready"),),
    "webp": (("getMidjourneyImage", "webp"), ("createStableImageUltra", "image-webp")),
    "jpg": (("controlImageSketch", "image-jpeg"), ("createStableDiffusion3", "image-jpeg")),
    "png": (("getMidjourneyImage", "success"), ("createStableImageUltra", "minimal")),
}


def not_served(desk: Desk, asked: Asked) -> Choice:
    """501, but only for JSON that names a model: without one no channel is found before."""
    if not media_type(asked.request).startswith("application/json"):
        return desk.case("createImageEdit", "minimal", *rules.NO_MODEL)
    try:
        body = value(asked.request.body)
    except ValueError:
        return desk.case("createImageVariation", "empty-json", *rules.NO_JSON)
    if not rules.as_dict(body).get("model"):
        return desk.case("createImageEdit", "json-without-model", *rules.NO_MODEL)
    return desk.case("createImageEdit", "json-with-model")


def file(desk: Desk, asked: Asked) -> Choice:
    """A picture or film of the recordings, by the ending of its name."""
    ending = asked.values["name"].rpartition(".")[2]
    if ending not in _LIKE:
        return Choice("not found", made.not_found(asked.request))
    name, answer = desk.first(*_LIKE[ending])
    if answer.status != 200:
        return Choice(name, answer)
    return Choice(name, made.file(_TYPES[ending], answer.body))
