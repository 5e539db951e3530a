"""Clients of every kind behind one face, so that each recorded exchange runs through all of them alike."""

from __future__ import annotations

import asyncio
import importlib
import re
from collections.abc import Callable, Coroutine
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.mock_server import Fixture

KINDS = ("sync-urllib3", "sync-httpx2", "async-aiohttp", "async-httpx2")
SOURCES = Path(__file__).parents[1] / "fixtures" / "sources"

# operationId -> the function that builds its call, and the method on a client that sends it too
OPERATIONS = {
    "controlImageSketch": ("control_image_sketch", "stability.control.sketch"),
    "controlImageStructure": ("control_image_structure", "stability.control.structure"),
    "controlImageStyle": ("control_image_style", "stability.control.style"),
    "createChatCompletion": ("create_chat_completion", "chat.completions.create"),
    "createCompletion": ("create_completion", "completions.create"),
    "createEmbedding": ("create_embedding", "embeddings.create"),
    "createFile": ("create_file", "files.create"),
    "createFluxImage": ("create_flux_image", "flux.generate"),
    "createImage": ("create_image", "images.generate"),
    "createImageEdit": ("create_image_edit", "images.edit"),
    "createImageVariation": ("create_image_variation", "images.create_variation"),
    "createModeration": ("create_moderation", "moderations.create"),
    "createSpeech": ("create_speech", "audio.speech.create"),
    "createStableDiffusion3": ("create_stable_diffusion3", "stability.generate.sd3"),
    "createStableImageCore": ("create_stable_image_core", "stability.generate.core"),
    "createStableImageUltra": ("create_stable_image_ultra", "stability.generate.ultra"),
    "createTranscription": ("create_transcription", "audio.transcriptions.create"),
    "createTranslation": ("create_translation", "audio.translations.create"),
    "createVideoGeneration": ("create_video_generation", "video.create"),
    "eraseImage": ("erase_image", "stability.edit.erase"),
    "getCreativeUpscaleResult": ("get_creative_upscale_result", "stability.upscale.creative_result"),
    "getImageToVideoResult": ("get_image_to_video_result", "stability.video.result"),
    "getMidjourneyImage": ("get_midjourney_image", "midjourney.image"),
    "getMidjourneyTask": ("get_midjourney_task", "midjourney.retrieve"),
    "getMidjourneyTaskImageSeed": ("get_midjourney_task_image_seed", "midjourney.image_seed"),
    "getVideoGenerationResult": ("get_video_generation_result", "video.retrieve"),
    "inpaintImage": ("inpaint_image", "stability.edit.inpaint"),
    "listMidjourneyTasks": ("list_midjourney_tasks", "midjourney.list"),
    "listModels": ("list_models", "models.list"),
    "outpaintImage": ("outpaint_image", "stability.edit.outpaint"),
    "removeImageBackground": ("remove_image_background", "stability.edit.remove_background"),
    "retrieveModel": ("retrieve_model", "models.retrieve"),
    "searchAndReplaceImage": ("search_and_replace_image", "stability.edit.search_and_replace"),
    "startCreativeUpscale": ("start_creative_upscale", "stability.upscale.creative"),
    "startImageToVideo": ("start_image_to_video", "stability.video.start"),
    "submitMidjourneyAction": ("submit_midjourney_action", "midjourney.action"),
    "submitMidjourneyBlend": ("submit_midjourney_blend", "midjourney.blend"),
    "submitMidjourneyChange": ("submit_midjourney_change", "midjourney.change"),
    "submitMidjourneyDescribe": ("submit_midjourney_describe", "midjourney.describe"),
    "submitMidjourneyImagine": ("submit_midjourney_imagine", "midjourney.imagine"),
    "submitMidjourneyModal": ("submit_midjourney_modal", "midjourney.modal"),
    "submitMidjourneyShorten": ("submit_midjourney_shorten", "midjourney.shorten"),
    "submitMidjourneySimpleChange": ("submit_midjourney_simple_change", "midjourney.simple_change"),
    "submitMidjourneySwapFace": ("submit_midjourney_swap_face", "midjourney.swap_face"),
    "upscaleImageConservative": ("upscale_image_conservative", "stability.upscale.conservative"),
}


def key(fixture: Fixture) -> str:
    """The key that a recorded request shows, `sk-KEY` where it shows none or shows it elsewhere."""
    shown = fixture.request.header("authorization") or ""
    return shown.removeprefix("Bearer ") if shown.startswith("Bearer sk-") else "sk-KEY"


def spoken(arguments: Any) -> Any:
    """Arguments as a caller writes them: the files of a fixture are paths, or bytes under another name."""
    if isinstance(arguments, list):
        return [spoken(item) for item in arguments]
    if not isinstance(arguments, dict):
        return arguments
    if "source" not in arguments:
        return {name: spoken(value) for name, value in arguments.items()}
    path = SOURCES / arguments["source"]
    return (arguments["filename"], path.read_bytes()) if "filename" in arguments else path


def endpoint(operation: str) -> Any:
    """The function that builds an operation's calls."""
    return getattr(importlib.import_module("ezlink.operations"), OPERATIONS[operation][0])


def lacks_arguments(operation: str, arguments: dict[str, Any]) -> bool:
    """True if a required argument is missing."""
    return not arguments.keys() >= set(endpoint(operation).operation.required)


def build(operation: str, arguments: dict[str, Any]) -> Any:
    """The call, built by the endpoint function and not yet sent."""
    function = endpoint(operation)
    if not lacks_arguments(operation, arguments):
        return function(**arguments)
    # The request was recorded without a required argument: the client refuses it, and yet the response is to be read.
    lenient = msgspec.structs.replace(function.operation, required=())
    path = set(re.findall(r"{(\w+)}", lenient.path))
    params = {name: value for name, value in arguments.items() if name not in path}
    build_call = importlib.import_module("ezlink.runtime.operation.call").build_call
    return build_call(lenient, params, **{name: arguments[name] for name in path})


class Caller:
    """One client; its async twin is driven by a loop of its own that lives as long as the caller."""

    def __init__(self, kind: str, url: str) -> None:
        self.deviations: list[Any] = []
        self.asynchronous = kind.startswith("async")
        # The everyday methods over the default transports; build, exchange and take the reply apart over the other.
        self.replies = kind.endswith("httpx2")
        self._runner = asyncio.Runner() if self.asynchronous else None
        package = importlib.import_module("ezlink")
        make = package.AsyncEZLink if self._runner else package.EZLink
        transport = kind.partition("-")[2]
        self.client = make("sk-KEY", base_url=url, timeout=10, transport=transport, on_deviation=self.deviations.append)

    def close(self) -> None:
        """Close the client, and the loop."""
        self.run(self.client.close())
        if self._runner:
            self._runner.run(asyncio.sleep(0.01))  # what was aborted lets its socket go at the loop's next turn
            self._runner.close()

    def call(self, fixture: Fixture, arguments: dict[str, Any]) -> tuple[Any, Any]:
        """What the typed call gives, and the reply that it came in where this caller takes replies."""
        client = self.client.with_options(api_key=key(fixture))
        said = spoken(arguments)
        if self.replies:
            reply = self.run(client.send_raw(build(fixture.operation, said)))
            return reply.value, reply
        method = attrgetter(OPERATIONS[fixture.operation][1])(client)
        if lacks_arguments(fixture.operation, said):
            with pytest.raises(TypeError, match="is missing"):
                self.run(method(**said))
            return self.run(client.send(build(fixture.operation, said))), None
        return self.run(method(**said)), None

    def method(self, name: str) -> Any:
        """A method of the client by its dotted name, which waits for its result."""
        bound = attrgetter(name)(self.client)
        return lambda *args, **kwargs: self.run(bound(*args, **kwargs))

    def request(self, fixture: Fixture, **options: Any) -> Any:
        """What the untyped call gives."""
        client = self.client.with_options(api_key=key(fixture))
        return self.run(client.request(fixture.request.method, fixture.request.target, **options))

    def take(self, stream: Any, into: list[Any], how: Callable[[Any], Any] = iter) -> None:
        """Put what a stream brings into a list, so that it is there when the stream breaks too."""
        if self._runner is None:
            for item in how(stream):
                into.append(item)
            return

        async def collect() -> None:
            async for item in stream if how is iter else how(stream):
                into.append(item)

        self.run(collect())

    def run(self, result: Any) -> Any:
        """The result, waited for where it is one of the async client."""
        if self._runner is not None and isinstance(result, Coroutine):
            return self._runner.run(result)
        return result
