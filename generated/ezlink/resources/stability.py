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
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import operation_of, same_as, without_overloads
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    from typing import Any, Literal, Unpack

    from ..models.stability import AsyncStableImage, AsyncStableVideo, StabilityProgress, StableImage, StableVideo
    from ..params.stability import (
        ControlImageSketch,
        ControlImageStructure,
        ControlImageStyle,
        CreateStableDiffusion3,
        CreateStableImageCore,
        CreateStableImageUltra,
        EraseImage,
        GetCreativeUpscaleResult,
        GetImageToVideoResult,
        InpaintImage,
        OutpaintImage,
        RemoveImageBackground,
        SearchAndReplaceImage,
        UpscaleImageConservative,
    )
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse


class Control(Resource):
    """`client.stability.control`: `sketch`, `structure`, `style`."""

    @overload
    def sketch(self, *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageSketch]) -> BinaryResponse: ...

    @overload
    def sketch(self, *, accept: Literal["application/json"], **params: Unpack[ControlImageSketch]) -> StableImage: ...

    @overload
    def sketch(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageSketch]
    ) -> BinaryResponse | StableImage: ...

    @same_as(control_image_sketch)
    def sketch(self, **params: Any) -> Any:
        """Make a picture from a sketch.

        Returns a finished picture with the contours of the sketch, or of another picture.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            image: The sketch or picture, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at
                least 64, from 1:2.5 to 2.5:1.
            All others: see `ControlImageSketch` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/control/sketch (Sketch, api-205930788)
        """
        return self._client.send(without_overloads(control_image_sketch)(**params))

    @overload
    def structure(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageStructure]
    ) -> BinaryResponse: ...

    @overload
    def structure(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStructure]
    ) -> StableImage: ...

    @overload
    def structure(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageStructure]
    ) -> BinaryResponse | StableImage: ...

    @same_as(control_image_structure)
    def structure(self, **params: Any) -> Any:
        """Make a picture with the structure of another.

        Returns a picture of what the prompt says, arranged as in the given picture.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            All others: see `ControlImageStructure` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/control/structure (Structure, api-205930789)
        """
        return self._client.send(without_overloads(control_image_structure)(**params))

    @overload
    def style(self, *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageStyle]) -> BinaryResponse: ...

    @overload
    def style(self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStyle]) -> StableImage: ...

    @overload
    def style(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageStyle]
    ) -> BinaryResponse | StableImage: ...

    @same_as(control_image_style)
    def style(self, **params: Any) -> Any:
        """Make a picture in the style of another.

        Returns a picture of what the prompt says, in the style of the given picture. Documented, but the gateway
        never had this route.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the key
        is looked at.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            All others: see `ControlImageStyle` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/control/style (Style, api-205930790)
        """
        return self._client.send(without_overloads(control_image_style)(**params))


class AsyncControl(AsyncResource):
    """`client.stability.control`: `sketch`, `structure`, `style`."""

    @overload
    async def sketch(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageSketch]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def sketch(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageSketch]
    ) -> AsyncStableImage: ...

    @overload
    async def sketch(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageSketch]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(control_image_sketch)
    async def sketch(self, **params: Any) -> Any:
        """Make a picture from a sketch.

        Returns a finished picture with the contours of the sketch, or of another picture.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            image: The sketch or picture, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at
                least 64, from 1:2.5 to 2.5:1.
            All others: see `ControlImageSketch` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/control/sketch (Sketch, api-205930788)
        """
        return await self._client.send(without_overloads(control_image_sketch)(**params))

    @overload
    async def structure(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageStructure]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def structure(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStructure]
    ) -> AsyncStableImage: ...

    @overload
    async def structure(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageStructure]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(control_image_structure)
    async def structure(self, **params: Any) -> Any:
        """Make a picture with the structure of another.

        Returns a picture of what the prompt says, arranged as in the given picture.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            All others: see `ControlImageStructure` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/control/structure (Structure, api-205930789)
        """
        return await self._client.send(without_overloads(control_image_structure)(**params))

    @overload
    async def style(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageStyle]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def style(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStyle]
    ) -> AsyncStableImage: ...

    @overload
    async def style(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageStyle]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(control_image_style)
    async def style(self, **params: Any) -> Any:
        """Make a picture in the style of another.

        Returns a picture of what the prompt says, in the style of the given picture. Documented, but the gateway
        never had this route.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the key
        is looked at.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            All others: see `ControlImageStyle` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/control/style (Style, api-205930790)
        """
        return await self._client.send(without_overloads(control_image_style)(**params))


class Edit(Resource):
    """`client.stability.edit`: `erase`, `inpaint`, `outpaint`, `remove_background`, `search_and_replace`."""

    @overload
    def erase(self, *, accept: Literal["image/*"] = ..., **params: Unpack[EraseImage]) -> BinaryResponse: ...

    @overload
    def erase(self, *, accept: Literal["application/json"], **params: Unpack[EraseImage]) -> StableImage: ...

    @overload
    def erase(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[EraseImage]
    ) -> BinaryResponse | StableImage: ...

    @same_as(erase_image)
    def erase(self, **params: Any) -> Any:
        """Erase things from a picture.

        Removes what the mask marks, and fills the place with what is around it.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            All others: see `EraseImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/erase (Erase, api-205930780)
        """
        return self._client.send(without_overloads(erase_image)(**params))

    @overload
    def inpaint(self, *, accept: Literal["image/*"] = ..., **params: Unpack[InpaintImage]) -> BinaryResponse: ...

    @overload
    def inpaint(self, *, accept: Literal["application/json"], **params: Unpack[InpaintImage]) -> StableImage: ...

    @overload
    def inpaint(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[InpaintImage]
    ) -> BinaryResponse | StableImage: ...

    @same_as(inpaint_image)
    def inpaint(self, **params: Any) -> Any:
        """Paint within a picture.

        Replaces what the mask marks by what the prompt says.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `InpaintImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/inpaint (Inpaint, api-205930781)
        """
        return self._client.send(without_overloads(inpaint_image)(**params))

    @overload
    def outpaint(self, *, accept: Literal["image/*"] = ..., **params: Unpack[OutpaintImage]) -> BinaryResponse: ...

    @overload
    def outpaint(self, *, accept: Literal["application/json"], **params: Unpack[OutpaintImage]) -> StableImage: ...

    @overload
    def outpaint(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[OutpaintImage]
    ) -> BinaryResponse | StableImage: ...

    @same_as(outpaint_image)
    def outpaint(self, **params: Any) -> Any:
        """Paint beyond the edges of a picture.

        Widens the picture by so many pixels on each side, with what fits it. At least one side must be more than
        0.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            All others: see `OutpaintImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/outpaint (Outpaint, api-205930782)
        """
        return self._client.send(without_overloads(outpaint_image)(**params))

    @overload
    def remove_background(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[RemoveImageBackground]
    ) -> BinaryResponse: ...

    @overload
    def remove_background(
        self, *, accept: Literal["application/json"], **params: Unpack[RemoveImageBackground]
    ) -> StableImage: ...

    @overload
    def remove_background(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[RemoveImageBackground]
    ) -> BinaryResponse | StableImage: ...

    @same_as(remove_image_background)
    def remove_background(self, **params: Any) -> Any:
        """Remove the background of a picture.

        Returns what is in the foreground, on a transparent background.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64.
            All others: see `RemoveImageBackground` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/remove-background (Remove Background, api-205930784)
        """
        return self._client.send(without_overloads(remove_image_background)(**params))

    @overload
    def search_and_replace(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[SearchAndReplaceImage]
    ) -> BinaryResponse: ...

    @overload
    def search_and_replace(
        self, *, accept: Literal["application/json"], **params: Unpack[SearchAndReplaceImage]
    ) -> StableImage: ...

    @overload
    def search_and_replace(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[SearchAndReplaceImage]
    ) -> BinaryResponse | StableImage: ...

    @same_as(search_and_replace_image)
    def search_and_replace(self, **params: Any) -> Any:
        """Replace a thing in a picture.

        Finds by itself what `search_prompt` names, so no mask is needed, and replaces it by what the prompt says.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            prompt: What to show, in English, 1 to 10000 characters.
            search_prompt: What to replace, in a word or a few, at most 10000 characters.
            All others: see `SearchAndReplaceImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/search-and-replace (Search and Replace, api-205930783)
        """
        return self._client.send(without_overloads(search_and_replace_image)(**params))


class AsyncEdit(AsyncResource):
    """`client.stability.edit`: `erase`, `inpaint`, `outpaint`, `remove_background`, `search_and_replace`."""

    @overload
    async def erase(self, *, accept: Literal["image/*"] = ..., **params: Unpack[EraseImage]) -> AsyncBinaryResponse: ...

    @overload
    async def erase(self, *, accept: Literal["application/json"], **params: Unpack[EraseImage]) -> AsyncStableImage: ...

    @overload
    async def erase(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[EraseImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(erase_image)
    async def erase(self, **params: Any) -> Any:
        """Erase things from a picture.

        Removes what the mask marks, and fills the place with what is around it.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            All others: see `EraseImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/erase (Erase, api-205930780)
        """
        return await self._client.send(without_overloads(erase_image)(**params))

    @overload
    async def inpaint(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[InpaintImage]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def inpaint(
        self, *, accept: Literal["application/json"], **params: Unpack[InpaintImage]
    ) -> AsyncStableImage: ...

    @overload
    async def inpaint(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[InpaintImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(inpaint_image)
    async def inpaint(self, **params: Any) -> Any:
        """Paint within a picture.

        Replaces what the mask marks by what the prompt says.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `InpaintImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/inpaint (Inpaint, api-205930781)
        """
        return await self._client.send(without_overloads(inpaint_image)(**params))

    @overload
    async def outpaint(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[OutpaintImage]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def outpaint(
        self, *, accept: Literal["application/json"], **params: Unpack[OutpaintImage]
    ) -> AsyncStableImage: ...

    @overload
    async def outpaint(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[OutpaintImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(outpaint_image)
    async def outpaint(self, **params: Any) -> Any:
        """Paint beyond the edges of a picture.

        Widens the picture by so many pixels on each side, with what fits it. At least one side must be more than
        0.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            All others: see `OutpaintImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/outpaint (Outpaint, api-205930782)
        """
        return await self._client.send(without_overloads(outpaint_image)(**params))

    @overload
    async def remove_background(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[RemoveImageBackground]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def remove_background(
        self, *, accept: Literal["application/json"], **params: Unpack[RemoveImageBackground]
    ) -> AsyncStableImage: ...

    @overload
    async def remove_background(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[RemoveImageBackground]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(remove_image_background)
    async def remove_background(self, **params: Any) -> Any:
        """Remove the background of a picture.

        Returns what is in the foreground, on a transparent background.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64.
            All others: see `RemoveImageBackground` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/remove-background (Remove Background, api-205930784)
        """
        return await self._client.send(without_overloads(remove_image_background)(**params))

    @overload
    async def search_and_replace(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[SearchAndReplaceImage]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def search_and_replace(
        self, *, accept: Literal["application/json"], **params: Unpack[SearchAndReplaceImage]
    ) -> AsyncStableImage: ...

    @overload
    async def search_and_replace(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[SearchAndReplaceImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(search_and_replace_image)
    async def search_and_replace(self, **params: Any) -> Any:
        """Replace a thing in a picture.

        Finds by itself what `search_prompt` names, so no mask is needed, and replaces it by what the prompt says.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            prompt: What to show, in English, 1 to 10000 characters.
            search_prompt: What to replace, in a word or a few, at most 10000 characters.
            All others: see `SearchAndReplaceImage` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/edit/search-and-replace (Search and Replace, api-205930783)
        """
        return await self._client.send(without_overloads(search_and_replace_image)(**params))


class Generate(Resource):
    """`client.stability.generate`: `core`, `sd3`, `ultra`."""

    @overload
    def core(self, *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableImageCore]) -> BinaryResponse: ...

    @overload
    def core(self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageCore]) -> StableImage: ...

    @overload
    def core(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableImageCore]
    ) -> BinaryResponse | StableImage: ...

    @same_as(create_stable_image_core)
    def core(self, **params: Any) -> Any:
        """Make a picture with Stable Image Core.

        Returns a picture of what the prompt says, in a style to choose. The form has no file, and is multipart
        all the same.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `CreateStableImageCore` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/generate/core (Stable Image Core, api-205930786)
        """
        return self._client.send(without_overloads(create_stable_image_core)(**params))

    @overload
    def sd3(self, *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableDiffusion3]) -> BinaryResponse: ...

    @overload
    def sd3(self, *, accept: Literal["application/json"], **params: Unpack[CreateStableDiffusion3]) -> StableImage: ...

    @overload
    def sd3(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableDiffusion3]
    ) -> BinaryResponse | StableImage: ...

    @same_as(create_stable_diffusion3)
    def sd3(self, **params: Any) -> Any:
        """Make a picture with Stable Diffusion 3.

        Returns a picture, from a prompt alone or from a prompt and a picture. The second needs `mode`, `image`
        and `strength`. The whole request may have 10 MiB.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `CreateStableDiffusion3` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/generate/sd3 (Stable Diffusion 3, api-205930787)
        """
        return self._client.send(without_overloads(create_stable_diffusion3)(**params))

    @overload
    def ultra(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableImageUltra]
    ) -> BinaryResponse: ...

    @overload
    def ultra(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageUltra]
    ) -> StableImage: ...

    @overload
    def ultra(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableImageUltra]
    ) -> BinaryResponse | StableImage: ...

    @same_as(create_stable_image_ultra)
    def ultra(self, **params: Any) -> Any:
        """Make a picture with Stable Image Ultra.

        Returns a picture of what the prompt says. The form has no file, and is multipart all the same.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `CreateStableImageUltra` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/generate/ultra (Stable Image Ultra, api-205930785)
        """
        return self._client.send(without_overloads(create_stable_image_ultra)(**params))


class AsyncGenerate(AsyncResource):
    """`client.stability.generate`: `core`, `sd3`, `ultra`."""

    @overload
    async def core(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableImageCore]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def core(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageCore]
    ) -> AsyncStableImage: ...

    @overload
    async def core(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableImageCore]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(create_stable_image_core)
    async def core(self, **params: Any) -> Any:
        """Make a picture with Stable Image Core.

        Returns a picture of what the prompt says, in a style to choose. The form has no file, and is multipart
        all the same.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `CreateStableImageCore` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/generate/core (Stable Image Core, api-205930786)
        """
        return await self._client.send(without_overloads(create_stable_image_core)(**params))

    @overload
    async def sd3(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableDiffusion3]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def sd3(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableDiffusion3]
    ) -> AsyncStableImage: ...

    @overload
    async def sd3(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableDiffusion3]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(create_stable_diffusion3)
    async def sd3(self, **params: Any) -> Any:
        """Make a picture with Stable Diffusion 3.

        Returns a picture, from a prompt alone or from a prompt and a picture. The second needs `mode`, `image`
        and `strength`. The whole request may have 10 MiB.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `CreateStableDiffusion3` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/generate/sd3 (Stable Diffusion 3, api-205930787)
        """
        return await self._client.send(without_overloads(create_stable_diffusion3)(**params))

    @overload
    async def ultra(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableImageUltra]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def ultra(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageUltra]
    ) -> AsyncStableImage: ...

    @overload
    async def ultra(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableImageUltra]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(create_stable_image_ultra)
    async def ultra(self, **params: Any) -> Any:
        """Make a picture with Stable Image Ultra.

        Returns a picture of what the prompt says. The form has no file, and is multipart all the same.

        Args:
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `CreateStableImageUltra` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/generate/ultra (Stable Image Ultra, api-205930785)
        """
        return await self._client.send(without_overloads(create_stable_image_ultra)(**params))


class Upscale(Resource):
    """`client.stability.upscale`: `conservative`, `creative`, `creative_result`, `resume`."""

    creative = method(start_creative_upscale)

    @overload
    def conservative(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[UpscaleImageConservative]
    ) -> BinaryResponse: ...

    @overload
    def conservative(
        self, *, accept: Literal["application/json"], **params: Unpack[UpscaleImageConservative]
    ) -> StableImage: ...

    @overload
    def conservative(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[UpscaleImageConservative]
    ) -> BinaryResponse | StableImage: ...

    @same_as(upscale_image_conservative)
    def conservative(self, **params: Any) -> Any:
        """Upscale a picture and change as little as can be.

        Returns the picture with more pixels and as little else changed as can be. The prompt says what it shows.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `UpscaleImageConservative` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/upscale/conservative (Conservative, api-205930777)
        """
        return self._client.send(without_overloads(upscale_image_conservative)(**params))

    @overload
    def creative_result(
        self, id: str, *, accept: Literal["image/*"] = ..., **params: Unpack[GetCreativeUpscaleResult]
    ) -> BinaryResponse | StabilityProgress: ...

    @overload
    def creative_result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetCreativeUpscaleResult]
    ) -> StableImage | StabilityProgress: ...

    @overload
    def creative_result(
        self,
        id: str,
        *,
        accept: Literal["image/*", "application/json"] = ...,
        **params: Unpack[GetCreativeUpscaleResult],
    ) -> BinaryResponse | StableImage | StabilityProgress: ...

    @same_as(get_creative_upscale_result)
    def creative_result(self, id: str, **params: Any) -> Any:
        """Fetch a creatively upscaled picture.

        Returns the picture, as the file or as JSON, or says that it is still being made (202). Ask at most once
        in 10 seconds. The gateway asks only for a key and the id, and whose generation it is does not matter to
        it; an id that it does not know is a 400.

        Args:
            id: Id of the generation, 64 characters.
            All others: see `GetCreativeUpscaleResult` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        GET /v2beta/stable-image/upscale/creative/result/{id} (Fetch Creative Upscale result, api-205930779)
        """
        return self._client.send(without_overloads(get_creative_upscale_result)(id, **params))

    def resume(self, id: str, **options: Unpack[GetCreativeUpscaleResult]) -> Task[BinaryResponse]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `BinaryResponse`. The options are those of each look.
        """
        return Task(self._client, operation_of(start_creative_upscale), id, options=options)


class AsyncUpscale(AsyncResource):
    """`client.stability.upscale`: `conservative`, `creative`, `creative_result`, `resume`."""

    creative = async_method(start_creative_upscale)

    @overload
    async def conservative(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[UpscaleImageConservative]
    ) -> AsyncBinaryResponse: ...

    @overload
    async def conservative(
        self, *, accept: Literal["application/json"], **params: Unpack[UpscaleImageConservative]
    ) -> AsyncStableImage: ...

    @overload
    async def conservative(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[UpscaleImageConservative]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    @same_as(upscale_image_conservative)
    async def conservative(self, **params: Any) -> Any:
        """Upscale a picture and change as little as can be.

        Returns the picture with more pixels and as little else changed as can be. The prompt says what it shows.

        Args:
            image: The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64,
                from 1:2.5 to 2.5:1.
            prompt: What to show, in English, 1 to 10000 characters.
            All others: see `UpscaleImageConservative` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /v2beta/stable-image/upscale/conservative (Conservative, api-205930777)
        """
        return await self._client.send(without_overloads(upscale_image_conservative)(**params))

    @overload
    async def creative_result(
        self, id: str, *, accept: Literal["image/*"] = ..., **params: Unpack[GetCreativeUpscaleResult]
    ) -> AsyncBinaryResponse | StabilityProgress: ...

    @overload
    async def creative_result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetCreativeUpscaleResult]
    ) -> AsyncStableImage | StabilityProgress: ...

    @overload
    async def creative_result(
        self,
        id: str,
        *,
        accept: Literal["image/*", "application/json"] = ...,
        **params: Unpack[GetCreativeUpscaleResult],
    ) -> AsyncBinaryResponse | AsyncStableImage | StabilityProgress: ...

    @same_as(get_creative_upscale_result)
    async def creative_result(self, id: str, **params: Any) -> Any:
        """Fetch a creatively upscaled picture.

        Returns the picture, as the file or as JSON, or says that it is still being made (202). Ask at most once
        in 10 seconds. The gateway asks only for a key and the id, and whose generation it is does not matter to
        it; an id that it does not know is a 400.

        Args:
            id: Id of the generation, 64 characters.
            All others: see `GetCreativeUpscaleResult` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        GET /v2beta/stable-image/upscale/creative/result/{id} (Fetch Creative Upscale result, api-205930779)
        """
        return await self._client.send(without_overloads(get_creative_upscale_result)(id, **params))

    def resume(self, id: str, **options: Unpack[GetCreativeUpscaleResult]) -> AsyncTask[AsyncBinaryResponse]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `BinaryResponse`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(start_creative_upscale), id, options=options)


class Video(Resource):
    """`client.stability.video`: `start`, `result`, `resume`."""

    start = method(start_image_to_video)

    @overload
    def result(
        self, id: str, *, accept: Literal["video/*"] = ..., **params: Unpack[GetImageToVideoResult]
    ) -> BinaryResponse | StabilityProgress: ...

    @overload
    def result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetImageToVideoResult]
    ) -> StableVideo | StabilityProgress: ...

    @overload
    def result(
        self, id: str, *, accept: Literal["video/*", "application/json"] = ..., **params: Unpack[GetImageToVideoResult]
    ) -> BinaryResponse | StableVideo | StabilityProgress: ...

    @same_as(get_image_to_video_result)
    def result(self, id: str, **params: Any) -> Any:
        """Fetch a video made from a picture.

        Returns the video, as the file or as JSON, or says that it is still being made (202). Ask at most once in
        10 seconds. The gateway asks only for a key and the id, and whose generation it is does not matter to it;
        an id that it does not know is a 400.

        Args:
            id: Id of the generation, 64 characters.
            All others: see `GetImageToVideoResult` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'video/*' or 'application/json'.

        GET /v2beta/image-to-video/result/{id} (Fetch generation result, api-205930776)
        """
        return self._client.send(without_overloads(get_image_to_video_result)(id, **params))

    def resume(self, id: str, **options: Unpack[GetImageToVideoResult]) -> Task[BinaryResponse]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `BinaryResponse`. The options are those of each look.
        """
        return Task(self._client, operation_of(start_image_to_video), id, options=options)


class AsyncVideo(AsyncResource):
    """`client.stability.video`: `start`, `result`, `resume`."""

    start = async_method(start_image_to_video)

    @overload
    async def result(
        self, id: str, *, accept: Literal["video/*"] = ..., **params: Unpack[GetImageToVideoResult]
    ) -> AsyncBinaryResponse | StabilityProgress: ...

    @overload
    async def result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetImageToVideoResult]
    ) -> AsyncStableVideo | StabilityProgress: ...

    @overload
    async def result(
        self, id: str, *, accept: Literal["video/*", "application/json"] = ..., **params: Unpack[GetImageToVideoResult]
    ) -> AsyncBinaryResponse | AsyncStableVideo | StabilityProgress: ...

    @same_as(get_image_to_video_result)
    async def result(self, id: str, **params: Any) -> Any:
        """Fetch a video made from a picture.

        Returns the video, as the file or as JSON, or says that it is still being made (202). Ask at most once in
        10 seconds. The gateway asks only for a key and the id, and whose generation it is does not matter to it;
        an id that it does not know is a 400.

        Args:
            id: Id of the generation, 64 characters.
            All others: see `GetImageToVideoResult` in params/stability.py.

        `accept` chooses what it returns: `BinaryResponse` for 'video/*' or 'application/json'.

        GET /v2beta/image-to-video/result/{id} (Fetch generation result, api-205930776)
        """
        return await self._client.send(without_overloads(get_image_to_video_result)(id, **params))

    def resume(self, id: str, **options: Unpack[GetImageToVideoResult]) -> AsyncTask[AsyncBinaryResponse]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `BinaryResponse`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(start_image_to_video), id, options=options)


class Stability(Resource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability`.
    """

    @cached_property
    def control(self) -> Control:
        """`client.stability.control`"""
        return Control(self._client)

    @cached_property
    def edit(self) -> Edit:
        """`client.stability.edit`"""
        return Edit(self._client)

    @cached_property
    def generate(self) -> Generate:
        """`client.stability.generate`"""
        return Generate(self._client)

    @cached_property
    def upscale(self) -> Upscale:
        """`client.stability.upscale`"""
        return Upscale(self._client)

    @cached_property
    def video(self) -> Video:
        """`client.stability.video`"""
        return Video(self._client)


class AsyncStability(AsyncResource):
    """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI.

    `client.stability`.
    """

    @cached_property
    def control(self) -> AsyncControl:
        """`client.stability.control`"""
        return AsyncControl(self._client)

    @cached_property
    def edit(self) -> AsyncEdit:
        """`client.stability.edit`"""
        return AsyncEdit(self._client)

    @cached_property
    def generate(self) -> AsyncGenerate:
        """`client.stability.generate`"""
        return AsyncGenerate(self._client)

    @cached_property
    def upscale(self) -> AsyncUpscale:
        """`client.stability.upscale`"""
        return AsyncUpscale(self._client)

    @cached_property
    def video(self) -> AsyncVideo:
        """`client.stability.video`"""
        return AsyncVideo(self._client)
