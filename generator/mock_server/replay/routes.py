"""Which operation a method and a path mean."""

from __future__ import annotations

import re
from typing import NamedTuple

NOT_SERVED = "notServed"  # routed, but nothing is behind it
FILE = "file"  # a picture or film that an answer pointed to

_JOBS = "/v2beta/stable-image"
_TABLE: list[tuple[str, str, str]] = [
    ("POST", "/v1/chat/completions", "createChatCompletion"),
    ("POST", "/v1/completions", "createCompletion"),
    ("POST", "/v1/embeddings", "createEmbedding"),
    ("POST", "/v1/moderations", "createModeration"),
    ("GET", "/v1/models", "listModels"),
    ("GET", "/v1/models/{id}", "retrieveModel"),
    ("POST", "/v1/audio/speech", "createSpeech"),
    ("POST", "/v1/audio/transcriptions", "createTranscription"),
    ("POST", "/v1/audio/translations", "createTranslation"),
    ("POST", "/v1/images/generations", "createImage"),
    ("POST", "/v1/files", "createFile"),
    ("POST", "/v1/video/generations", "createVideoGeneration"),
    ("GET", "/v1/video/generations/result", "getVideoGenerationResult"),
    ("POST", f"{_JOBS}/generate/ultra", "createStableImageUltra"),
    ("POST", f"{_JOBS}/generate/core", "createStableImageCore"),
    ("POST", f"{_JOBS}/generate/sd3", "createStableDiffusion3"),
    ("POST", f"{_JOBS}/edit/erase", "eraseImage"),
    ("POST", f"{_JOBS}/edit/inpaint", "inpaintImage"),
    ("POST", f"{_JOBS}/edit/outpaint", "outpaintImage"),
    ("POST", f"{_JOBS}/edit/search-and-replace", "searchAndReplaceImage"),
    ("POST", f"{_JOBS}/edit/remove-background", "removeImageBackground"),
    ("POST", f"{_JOBS}/upscale/conservative", "upscaleImageConservative"),
    ("POST", f"{_JOBS}/upscale/creative", "startCreativeUpscale"),
    ("GET", f"{_JOBS}/upscale/creative/result/{{id}}", "getCreativeUpscaleResult"),
    ("POST", f"{_JOBS}/control/sketch", "controlImageSketch"),
    ("POST", f"{_JOBS}/control/structure", "controlImageStructure"),
    ("POST", "/v2beta/image-to-video", "startImageToVideo"),
    ("GET", "/v2beta/image-to-video/result/{id}", "getImageToVideoResult"),
    ("POST", "/mj/submit/imagine", "submitMidjourneyImagine"),
    ("POST", "/mj/submit/action", "submitMidjourneyAction"),
    ("POST", "/mj/submit/blend", "submitMidjourneyBlend"),
    ("POST", "/mj/submit/describe", "submitMidjourneyDescribe"),
    ("POST", "/mj/submit/modal", "submitMidjourneyModal"),
    ("POST", "/mj/submit/shorten", "submitMidjourneyShorten"),
    ("POST", "/mj/submit/change", "submitMidjourneyChange"),
    ("POST", "/mj/submit/simple-change", "submitMidjourneySimpleChange"),
    ("POST", "/mj/insight-face/swap", "submitMidjourneySwapFace"),
    ("GET", "/mj/task/{id}/fetch", "getMidjourneyTask"),
    ("GET", "/mj/task/{id}/image-seed", "getMidjourneyTaskImageSeed"),
    ("POST", "/mj/task/list-by-condition", "listMidjourneyTasks"),
    ("GET", "/mj/image/{id}", "getMidjourneyImage"),
    ("GET", "/cdn/{where}/{name}", FILE),
    ("POST", "/v1/images/edits", NOT_SERVED),
    ("POST", "/v1/images/variations", NOT_SERVED),
    ("GET", "/v1/files", NOT_SERVED),
    ("GET", "/v1/files/{id}", NOT_SERVED),
    ("DELETE", "/v1/files/{id}", NOT_SERVED),
    ("GET", "/v1/files/{id}/content", NOT_SERVED),
    ("POST", "/v1/fine_tuning/jobs", NOT_SERVED),
    ("GET", "/v1/fine_tuning/jobs", NOT_SERVED),
    ("GET", "/v1/fine_tuning/jobs/{id}", NOT_SERVED),
    ("POST", "/v1/fine_tuning/jobs/{id}/cancel", NOT_SERVED),
    ("GET", "/v1/fine_tuning/jobs/{id}/events", NOT_SERVED),
    ("DELETE", "/v1/models/{id}", NOT_SERVED),
]
_PLAIN = {(method, path): operation for method, path, operation in _TABLE if "{" not in path}
_WITH_VALUES = [
    (method, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)), operation)
    for method, path, operation in _TABLE
    if "{" in path
]
_MODE = re.compile(r"/mj-[^/]+(?=/mj/(?:submit|insight-face|task)/)")


class Route(NamedTuple):
    """An operation and what its path says."""

    operation: str
    values: dict[str, str]


def find(method: str, path: str) -> Route | None:
    """The operation behind a decoded path; None where nothing is."""
    path = _MODE.sub("", path, count=1)
    if operation := _PLAIN.get((method, path)):
        return Route(operation, {})
    for routed, pattern, operation in _WITH_VALUES:
        if routed == method and (fits := pattern.fullmatch(path)):
            return Route(operation, fits.groupdict())
    return None
