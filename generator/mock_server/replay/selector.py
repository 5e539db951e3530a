"""Requests to answers: the recorded one where there is one, else the sensible one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..simulate import closed, language, midjourney, video
from ..simulate import form_rules as forming
from ..simulate import synthetic as made
from ..simulate.auth import REFUSALS, standing
from . import routes
from .context import Asked, Choice, Desk, chosen
from .fixtures import Fixture, Request
from .index import Shelf
from .tasks import Tasks

__all__ = ["Choice", "Chooser"]

Rule = Callable[[Desk, Asked], Choice]

_FORMS = (
    "createStableImageUltra",
    "createStableImageCore",
    "createStableDiffusion3",
    "eraseImage",
    "inpaintImage",
    "outpaintImage",
    "searchAndReplaceImage",
    "removeImageBackground",
    "upscaleImageConservative",
    "controlImageSketch",
    "controlImageStructure",
)
_SUBMITS = ("Imagine", "Action", "Blend", "Describe", "Modal", "Shorten", "SwapFace", "Change", "SimpleChange")
_RULES: dict[str, Rule] = {
    "listModels": language.listed,
    "retrieveModel": language.retrieved,
    "createTranscription": forming.heard,
    "createTranslation": forming.heard,
    "createFile": forming.kept,
    "startCreativeUpscale": forming.started,
    "startImageToVideo": forming.started,
    "getCreativeUpscaleResult": forming.looked,
    "getImageToVideoResult": forming.looked,
    "getVideoGenerationResult": video.looked,
    "getMidjourneyTask": midjourney.fetched,
    "getMidjourneyTaskImageSeed": midjourney.seeded,
    "getMidjourneyImage": midjourney.shown,
    "listMidjourneyTasks": midjourney.listed,
    routes.FILE: closed.file,
    routes.NOT_SERVED: closed.not_served,
    **dict.fromkeys(_FORMS, forming.pictured),
    **{f"submitMidjourney{name}": midjourney.submitted for name in _SUBMITS},
}
_OPEN = (routes.FILE, "getMidjourneyImage")  # they ask for no key
_UNPAID = ("createVideoGeneration", "createFile")  # the gateway does not look at the money for these

# An operation that starts a task plays its recorded start too under an id of its own, or no two could run at once.
_STARTS: dict[str, Callable[[Desk, Asked, Choice], Choice]] = {
    "startCreativeUpscale": forming.began,
    "startImageToVideo": forming.began,
    "createVideoGeneration": lambda desk, asked, choice: video.began(desk, asked, asked.json, choice),
    **{f"submitMidjourney{name}": midjourney.began for name in _SUBMITS},
}


class Chooser:
    """Picks the answer for a request, in the gateway's own order: path, key, model, body."""

    def __init__(self, fixtures: Iterable[Fixture], polls: int | None = None) -> None:
        self._desk = Desk(Shelf(fixtures), Tasks(polls))

    def choose(self, request: Request) -> Choice:
        """The recorded answer to exactly this request, else what the gateway would sensibly say."""
        origin, host = request.header("origin"), request.header("host")
        if request.method == "OPTIONS" and origin and request.header("access-control-request-method"):
            return Choice("preflight", made.preflight(request))
        choice = self._chosen(request)
        if host and host != "GATEWAY":
            choice = Choice(choice.name, made.at_home(choice.response, host))
        if origin and choice.response.status not in (301, 307):
            return Choice(choice.name, made.to_browsers(choice.response, origin))
        return choice

    def _chosen(self, request: Request) -> Choice:
        path = made.path(request)
        route = routes.find(request.method, path)
        if matched := self._desk.shelf.match(request):
            start = _STARTS.get(route.operation) if route and matched.response.status == 200 else None
            return start(self._desk, Asked(*route, request), chosen(matched)) if route and start else chosen(matched)
        if route is None and path.endswith("/") and routes.find(request.method, path.rstrip("/")):
            return Choice("redirect", made.redirect(request))
        if route is None:
            return Choice("not found", made.not_found(request))
        asked = Asked(*route, request)
        return self._refused(asked) or _RULES.get(route.operation, language.answered)(self._desk, asked)

    def _refused(self, asked: Asked) -> Choice | None:
        """What a key that does not open is told."""
        worth = standing(asked.request)
        if worth in ("good", "ordinary") or asked.operation in _OPEN:
            return None
        if worth != "poor":
            return self._desk.case(asked.operation, *REFUSALS[worth])
        if asked.request.method == "GET" or asked.operation in _UNPAID:
            return None
        if asked.request.target.startswith("/mj"):
            return self._desk.case("submitMidjourneyImagine", *REFUSALS[worth])
        if asked.request.target.startswith("/v2beta"):
            return Choice("no quota", made.empty(500, "Internal Server Error"))
        return self._desk.case(asked.operation, *REFUSALS[worth])
