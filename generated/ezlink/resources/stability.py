# Rendered by `make generate` from spec/families/stability.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.stability`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..operations.stability import (
    control_image_sketch,
    control_image_structure,
    control_image_style,
    create_stable_diffusion3,
    create_stable_image_core,
    create_stable_image_ultra,
    erase_image,
    get_creative_upscale_result,
    get_image_to_video_result,
    inpaint_image,
    outpaint_image,
    remove_image_background,
    search_and_replace_image,
    start_creative_upscale,
    start_image_to_video,
    upscale_image_conservative,
)
from ..runtime.resources import AsyncResource, Resource, async_method, method
from ..runtime.signatures import operation_of, same_as, without_overloads
from ..runtime.tasks import AsyncTask, Task

if TYPE_CHECKING:
    from typing import Any, Unpack

    from ..models.stability import AsyncStableImage, AsyncStableVideo, StabilityProgress, StableImage, StableVideo
    from ..params.stability import (
        ControlImageSketch,
        ControlImageSketchFile,
        ControlImageSketchJson,
        ControlImageStructure,
        ControlImageStructureFile,
        ControlImageStructureJson,
        ControlImageStyle,
        ControlImageStyleFile,
        ControlImageStyleJson,
        CreateStableDiffusion3,
        CreateStableDiffusion3File,
        CreateStableDiffusion3Json,
        CreateStableImageCore,
        CreateStableImageCoreFile,
        CreateStableImageCoreJson,
        CreateStableImageUltra,
        CreateStableImageUltraFile,
        CreateStableImageUltraJson,
        EraseImage,
        EraseImageFile,
        EraseImageJson,
        GetCreativeUpscaleResult,
        GetCreativeUpscaleResultFile,
        GetCreativeUpscaleResultJson,
        GetImageToVideoResult,
        GetImageToVideoResultFile,
        GetImageToVideoResultJson,
        InpaintImage,
        InpaintImageFile,
        InpaintImageJson,
        OutpaintImage,
        OutpaintImageFile,
        OutpaintImageJson,
        RemoveImageBackground,
        RemoveImageBackgroundFile,
        RemoveImageBackgroundJson,
        SearchAndReplaceImage,
        SearchAndReplaceImageFile,
        SearchAndReplaceImageJson,
        UpscaleImageConservative,
        UpscaleImageConservativeFile,
        UpscaleImageConservativeJson,
    )
    from ..runtime.calls import Options
    from ..runtime.media import AsyncMedia, Media


class Control(Resource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.control`: `sketch`, `structure`, `style`.
    """

    @overload
    def sketch(self, **params: Unpack[ControlImageSketchFile]) -> Media: ...

    @overload
    def sketch(self, **params: Unpack[ControlImageSketchJson]) -> StableImage: ...

    @overload
    def sketch(self, **params: Unpack[ControlImageSketch]) -> Media | StableImage: ...

    @same_as(control_image_sketch)
    def sketch(self, **params: Any) -> Any:
        return self._client.send(without_overloads(control_image_sketch)(**params))

    @overload
    def structure(self, **params: Unpack[ControlImageStructureFile]) -> Media: ...

    @overload
    def structure(self, **params: Unpack[ControlImageStructureJson]) -> StableImage: ...

    @overload
    def structure(self, **params: Unpack[ControlImageStructure]) -> Media | StableImage: ...

    @same_as(control_image_structure)
    def structure(self, **params: Any) -> Any:
        return self._client.send(without_overloads(control_image_structure)(**params))

    @overload
    def style(self, **params: Unpack[ControlImageStyleFile]) -> Media: ...

    @overload
    def style(self, **params: Unpack[ControlImageStyleJson]) -> StableImage: ...

    @overload
    def style(self, **params: Unpack[ControlImageStyle]) -> Media | StableImage: ...

    @same_as(control_image_style)
    def style(self, **params: Any) -> Any:
        return self._client.send(without_overloads(control_image_style)(**params))


class AsyncControl(AsyncResource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.control`: `sketch`, `structure`, `style`.
    """

    @overload
    async def sketch(self, **params: Unpack[ControlImageSketchFile]) -> AsyncMedia: ...

    @overload
    async def sketch(self, **params: Unpack[ControlImageSketchJson]) -> AsyncStableImage: ...

    @overload
    async def sketch(self, **params: Unpack[ControlImageSketch]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(control_image_sketch)
    async def sketch(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(control_image_sketch)(**params))

    @overload
    async def structure(self, **params: Unpack[ControlImageStructureFile]) -> AsyncMedia: ...

    @overload
    async def structure(self, **params: Unpack[ControlImageStructureJson]) -> AsyncStableImage: ...

    @overload
    async def structure(self, **params: Unpack[ControlImageStructure]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(control_image_structure)
    async def structure(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(control_image_structure)(**params))

    @overload
    async def style(self, **params: Unpack[ControlImageStyleFile]) -> AsyncMedia: ...

    @overload
    async def style(self, **params: Unpack[ControlImageStyleJson]) -> AsyncStableImage: ...

    @overload
    async def style(self, **params: Unpack[ControlImageStyle]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(control_image_style)
    async def style(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(control_image_style)(**params))


class Edit(Resource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.edit`: `erase`, `inpaint`, `outpaint`, `remove_background`, `search_and_replace`.
    """

    @overload
    def erase(self, **params: Unpack[EraseImageFile]) -> Media: ...

    @overload
    def erase(self, **params: Unpack[EraseImageJson]) -> StableImage: ...

    @overload
    def erase(self, **params: Unpack[EraseImage]) -> Media | StableImage: ...

    @same_as(erase_image)
    def erase(self, **params: Any) -> Any:
        return self._client.send(without_overloads(erase_image)(**params))

    @overload
    def inpaint(self, **params: Unpack[InpaintImageFile]) -> Media: ...

    @overload
    def inpaint(self, **params: Unpack[InpaintImageJson]) -> StableImage: ...

    @overload
    def inpaint(self, **params: Unpack[InpaintImage]) -> Media | StableImage: ...

    @same_as(inpaint_image)
    def inpaint(self, **params: Any) -> Any:
        return self._client.send(without_overloads(inpaint_image)(**params))

    @overload
    def outpaint(self, **params: Unpack[OutpaintImageFile]) -> Media: ...

    @overload
    def outpaint(self, **params: Unpack[OutpaintImageJson]) -> StableImage: ...

    @overload
    def outpaint(self, **params: Unpack[OutpaintImage]) -> Media | StableImage: ...

    @same_as(outpaint_image)
    def outpaint(self, **params: Any) -> Any:
        return self._client.send(without_overloads(outpaint_image)(**params))

    @overload
    def remove_background(self, **params: Unpack[RemoveImageBackgroundFile]) -> Media: ...

    @overload
    def remove_background(self, **params: Unpack[RemoveImageBackgroundJson]) -> StableImage: ...

    @overload
    def remove_background(self, **params: Unpack[RemoveImageBackground]) -> Media | StableImage: ...

    @same_as(remove_image_background)
    def remove_background(self, **params: Any) -> Any:
        return self._client.send(without_overloads(remove_image_background)(**params))

    @overload
    def search_and_replace(self, **params: Unpack[SearchAndReplaceImageFile]) -> Media: ...

    @overload
    def search_and_replace(self, **params: Unpack[SearchAndReplaceImageJson]) -> StableImage: ...

    @overload
    def search_and_replace(self, **params: Unpack[SearchAndReplaceImage]) -> Media | StableImage: ...

    @same_as(search_and_replace_image)
    def search_and_replace(self, **params: Any) -> Any:
        return self._client.send(without_overloads(search_and_replace_image)(**params))


class AsyncEdit(AsyncResource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.edit`: `erase`, `inpaint`, `outpaint`, `remove_background`, `search_and_replace`.
    """

    @overload
    async def erase(self, **params: Unpack[EraseImageFile]) -> AsyncMedia: ...

    @overload
    async def erase(self, **params: Unpack[EraseImageJson]) -> AsyncStableImage: ...

    @overload
    async def erase(self, **params: Unpack[EraseImage]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(erase_image)
    async def erase(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(erase_image)(**params))

    @overload
    async def inpaint(self, **params: Unpack[InpaintImageFile]) -> AsyncMedia: ...

    @overload
    async def inpaint(self, **params: Unpack[InpaintImageJson]) -> AsyncStableImage: ...

    @overload
    async def inpaint(self, **params: Unpack[InpaintImage]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(inpaint_image)
    async def inpaint(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(inpaint_image)(**params))

    @overload
    async def outpaint(self, **params: Unpack[OutpaintImageFile]) -> AsyncMedia: ...

    @overload
    async def outpaint(self, **params: Unpack[OutpaintImageJson]) -> AsyncStableImage: ...

    @overload
    async def outpaint(self, **params: Unpack[OutpaintImage]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(outpaint_image)
    async def outpaint(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(outpaint_image)(**params))

    @overload
    async def remove_background(self, **params: Unpack[RemoveImageBackgroundFile]) -> AsyncMedia: ...

    @overload
    async def remove_background(self, **params: Unpack[RemoveImageBackgroundJson]) -> AsyncStableImage: ...

    @overload
    async def remove_background(self, **params: Unpack[RemoveImageBackground]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(remove_image_background)
    async def remove_background(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(remove_image_background)(**params))

    @overload
    async def search_and_replace(self, **params: Unpack[SearchAndReplaceImageFile]) -> AsyncMedia: ...

    @overload
    async def search_and_replace(self, **params: Unpack[SearchAndReplaceImageJson]) -> AsyncStableImage: ...

    @overload
    async def search_and_replace(self, **params: Unpack[SearchAndReplaceImage]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(search_and_replace_image)
    async def search_and_replace(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(search_and_replace_image)(**params))


class Generate(Resource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.generate`: `core`, `sd3`, `ultra`.
    """

    @overload
    def core(self, **params: Unpack[CreateStableImageCoreFile]) -> Media: ...

    @overload
    def core(self, **params: Unpack[CreateStableImageCoreJson]) -> StableImage: ...

    @overload
    def core(self, **params: Unpack[CreateStableImageCore]) -> Media | StableImage: ...

    @same_as(create_stable_image_core)
    def core(self, **params: Any) -> Any:
        return self._client.send(without_overloads(create_stable_image_core)(**params))

    @overload
    def sd3(self, **params: Unpack[CreateStableDiffusion3File]) -> Media: ...

    @overload
    def sd3(self, **params: Unpack[CreateStableDiffusion3Json]) -> StableImage: ...

    @overload
    def sd3(self, **params: Unpack[CreateStableDiffusion3]) -> Media | StableImage: ...

    @same_as(create_stable_diffusion3)
    def sd3(self, **params: Any) -> Any:
        return self._client.send(without_overloads(create_stable_diffusion3)(**params))

    @overload
    def ultra(self, **params: Unpack[CreateStableImageUltraFile]) -> Media: ...

    @overload
    def ultra(self, **params: Unpack[CreateStableImageUltraJson]) -> StableImage: ...

    @overload
    def ultra(self, **params: Unpack[CreateStableImageUltra]) -> Media | StableImage: ...

    @same_as(create_stable_image_ultra)
    def ultra(self, **params: Any) -> Any:
        return self._client.send(without_overloads(create_stable_image_ultra)(**params))


class AsyncGenerate(AsyncResource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.generate`: `core`, `sd3`, `ultra`.
    """

    @overload
    async def core(self, **params: Unpack[CreateStableImageCoreFile]) -> AsyncMedia: ...

    @overload
    async def core(self, **params: Unpack[CreateStableImageCoreJson]) -> AsyncStableImage: ...

    @overload
    async def core(self, **params: Unpack[CreateStableImageCore]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(create_stable_image_core)
    async def core(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(create_stable_image_core)(**params))

    @overload
    async def sd3(self, **params: Unpack[CreateStableDiffusion3File]) -> AsyncMedia: ...

    @overload
    async def sd3(self, **params: Unpack[CreateStableDiffusion3Json]) -> AsyncStableImage: ...

    @overload
    async def sd3(self, **params: Unpack[CreateStableDiffusion3]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(create_stable_diffusion3)
    async def sd3(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(create_stable_diffusion3)(**params))

    @overload
    async def ultra(self, **params: Unpack[CreateStableImageUltraFile]) -> AsyncMedia: ...

    @overload
    async def ultra(self, **params: Unpack[CreateStableImageUltraJson]) -> AsyncStableImage: ...

    @overload
    async def ultra(self, **params: Unpack[CreateStableImageUltra]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(create_stable_image_ultra)
    async def ultra(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(create_stable_image_ultra)(**params))


class Upscale(Resource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.upscale`: `conservative`, `creative`, `creative_result`, `resume`.
    """

    creative = method(start_creative_upscale)

    @overload
    def conservative(self, **params: Unpack[UpscaleImageConservativeFile]) -> Media: ...

    @overload
    def conservative(self, **params: Unpack[UpscaleImageConservativeJson]) -> StableImage: ...

    @overload
    def conservative(self, **params: Unpack[UpscaleImageConservative]) -> Media | StableImage: ...

    @same_as(upscale_image_conservative)
    def conservative(self, **params: Any) -> Any:
        return self._client.send(without_overloads(upscale_image_conservative)(**params))

    @overload
    def creative_result(self, id: str, **params: Unpack[GetCreativeUpscaleResultFile]) -> Media | StabilityProgress: ...

    @overload
    def creative_result(
        self, id: str, **params: Unpack[GetCreativeUpscaleResultJson]
    ) -> StableImage | StabilityProgress: ...

    @overload
    def creative_result(
        self, id: str, **params: Unpack[GetCreativeUpscaleResult]
    ) -> Media | StableImage | StabilityProgress: ...

    @same_as(get_creative_upscale_result)
    def creative_result(self, id: str, **params: Any) -> Any:
        return self._client.send(without_overloads(get_creative_upscale_result)(id, **params))

    def resume(self, id: str, **options: Unpack[Options]) -> Task[Media]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `Media`. The options are those of each look.
        """
        return Task(self._client, operation_of(start_creative_upscale), id, options=options)


class AsyncUpscale(AsyncResource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.upscale`: `conservative`, `creative`, `creative_result`, `resume`.
    """

    creative = async_method(start_creative_upscale)

    @overload
    async def conservative(self, **params: Unpack[UpscaleImageConservativeFile]) -> AsyncMedia: ...

    @overload
    async def conservative(self, **params: Unpack[UpscaleImageConservativeJson]) -> AsyncStableImage: ...

    @overload
    async def conservative(self, **params: Unpack[UpscaleImageConservative]) -> AsyncMedia | AsyncStableImage: ...

    @same_as(upscale_image_conservative)
    async def conservative(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(upscale_image_conservative)(**params))

    @overload
    async def creative_result(
        self, id: str, **params: Unpack[GetCreativeUpscaleResultFile]
    ) -> AsyncMedia | StabilityProgress: ...

    @overload
    async def creative_result(
        self, id: str, **params: Unpack[GetCreativeUpscaleResultJson]
    ) -> AsyncStableImage | StabilityProgress: ...

    @overload
    async def creative_result(
        self, id: str, **params: Unpack[GetCreativeUpscaleResult]
    ) -> AsyncMedia | AsyncStableImage | StabilityProgress: ...

    @same_as(get_creative_upscale_result)
    async def creative_result(self, id: str, **params: Any) -> Any:
        return await self._client.send(without_overloads(get_creative_upscale_result)(id, **params))

    def resume(self, id: str, **options: Unpack[Options]) -> AsyncTask[AsyncMedia]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `Media`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(start_creative_upscale), id, options=options)


class Video(Resource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.video`: `start`, `result`, `resume`.
    """

    start = method(start_image_to_video)

    @overload
    def result(self, id: str, **params: Unpack[GetImageToVideoResultFile]) -> Media | StabilityProgress: ...

    @overload
    def result(self, id: str, **params: Unpack[GetImageToVideoResultJson]) -> StableVideo | StabilityProgress: ...

    @overload
    def result(self, id: str, **params: Unpack[GetImageToVideoResult]) -> Media | StableVideo | StabilityProgress: ...

    @same_as(get_image_to_video_result)
    def result(self, id: str, **params: Any) -> Any:
        return self._client.send(without_overloads(get_image_to_video_result)(id, **params))

    def resume(self, id: str, **options: Unpack[Options]) -> Task[Media]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `Media`. The options are those of each look.
        """
        return Task(self._client, operation_of(start_image_to_video), id, options=options)


class AsyncVideo(AsyncResource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability.video`: `start`, `result`, `resume`.
    """

    start = async_method(start_image_to_video)

    @overload
    async def result(self, id: str, **params: Unpack[GetImageToVideoResultFile]) -> AsyncMedia | StabilityProgress: ...

    @overload
    async def result(
        self, id: str, **params: Unpack[GetImageToVideoResultJson]
    ) -> AsyncStableVideo | StabilityProgress: ...

    @overload
    async def result(
        self, id: str, **params: Unpack[GetImageToVideoResult]
    ) -> AsyncMedia | AsyncStableVideo | StabilityProgress: ...

    @same_as(get_image_to_video_result)
    async def result(self, id: str, **params: Any) -> Any:
        return await self._client.send(without_overloads(get_image_to_video_result)(id, **params))

    def resume(self, id: str, **options: Unpack[Options]) -> AsyncTask[AsyncMedia]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `Media`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(start_image_to_video), id, options=options)


class Stability(Resource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability`.
    """

    @cached_property
    def control(self) -> Control:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return Control(self._client)

    @cached_property
    def edit(self) -> Edit:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return Edit(self._client)

    @cached_property
    def generate(self) -> Generate:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return Generate(self._client)

    @cached_property
    def upscale(self) -> Upscale:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return Upscale(self._client)

    @cached_property
    def video(self) -> Video:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return Video(self._client)


class AsyncStability(AsyncResource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability`.
    """

    @cached_property
    def control(self) -> AsyncControl:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return AsyncControl(self._client)

    @cached_property
    def edit(self) -> AsyncEdit:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return AsyncEdit(self._client)

    @cached_property
    def generate(self) -> AsyncGenerate:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return AsyncGenerate(self._client)

    @cached_property
    def upscale(self) -> AsyncUpscale:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return AsyncUpscale(self._client)

    @cached_property
    def video(self) -> AsyncVideo:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        return AsyncVideo(self._client)
