# Rendered by `make generate` from spec/families/stability.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.stability`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

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
from ..runtime.client.resource import AsyncResource, Omit, Resource, cached_property, omit
from ..runtime.operation.endpoint import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
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
        StabilityAspectRatio,
        StabilityOutputFormat,
        UpscaleImageConservative,
    )
    from ..runtime.encoding.multipart import FileParam
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Control(Resource, path="stability.control"):
    """`client.stability.control`: `sketch`, `structure`, `style`."""

    @overload
    def sketch(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Create an image from a sketch.

        Returns an image with the contours of the sketch, or of another image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The sketch or image, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at least
                64, from 1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the sketch, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/sketch (Sketch, api-205930788)
        """

    @overload
    def sketch(self, *, accept: Literal["application/json"], **params: Unpack[ControlImageSketch]) -> StableImage: ...

    @overload
    def sketch(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[ControlImageSketch]
    ) -> BinaryResponse | StableImage: ...

    def sketch(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Create an image from a sketch.

        Returns an image with the contours of the sketch, or of another image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The sketch or image, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at least
                64, from 1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the sketch, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/sketch (Sketch, api-205930788)
        """
        return self._client.send(self._call(control_image_sketch, locals()))

    @overload
    def structure(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Create an image with the structure of another.

        Returns an image of what the prompt describes, composed like the given image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the structure, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/structure (Structure, api-205930789)
        """

    @overload
    def structure(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStructure]
    ) -> StableImage: ...

    @overload
    def structure(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[ControlImageStructure]
    ) -> BinaryResponse | StableImage: ...

    def structure(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Create an image with the structure of another.

        Returns an image of what the prompt describes, composed like the given image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the structure, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/structure (Structure, api-205930789)
        """
        return self._client.send(self._call(control_image_structure, locals()))

    @overload
    def style(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        fidelity: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Create an image in the style of another.

        Returns an image of what the prompt describes, in the style of the given image. Documented, but the
        gateway never had this route.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the key
        is looked at.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            fidelity: How closely to follow the style, 0 to 1. Default: `0.5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v2beta/stable-image/control/style (Style, api-205930790)
        """

    @overload
    def style(self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStyle]) -> StableImage: ...

    @overload
    def style(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[ControlImageStyle]
    ) -> BinaryResponse | StableImage: ...

    def style(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        fidelity: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Create an image in the style of another.

        Returns an image of what the prompt describes, in the style of the given image. Documented, but the
        gateway never had this route.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the key
        is looked at.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            fidelity: How closely to follow the style, 0 to 1. Default: `0.5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v2beta/stable-image/control/style (Style, api-205930790)
        """
        return self._client.send(self._call(control_image_style, locals()))


class AsyncControl(AsyncResource, path="stability.control"):
    """`client.stability.control`: `sketch`, `structure`, `style`."""

    @overload
    async def sketch(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Create an image from a sketch.

        Returns an image with the contours of the sketch, or of another image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The sketch or image, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at least
                64, from 1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the sketch, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/sketch (Sketch, api-205930788)
        """

    @overload
    async def sketch(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageSketch]
    ) -> AsyncStableImage: ...

    @overload
    async def sketch(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[ControlImageSketch]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def sketch(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Create an image from a sketch.

        Returns an image with the contours of the sketch, or of another image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The sketch or image, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at least
                64, from 1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the sketch, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/sketch (Sketch, api-205930788)
        """
        return await self._client.send(self._call(control_image_sketch, locals()))

    @overload
    async def structure(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Create an image with the structure of another.

        Returns an image of what the prompt describes, composed like the given image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the structure, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/structure (Structure, api-205930789)
        """

    @overload
    async def structure(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStructure]
    ) -> AsyncStableImage: ...

    @overload
    async def structure(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[ControlImageStructure]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def structure(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        control_strength: float | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Create an image with the structure of another.

        Returns an image of what the prompt describes, composed like the given image.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            control_strength: How closely to follow the structure, 0 to 1. Default: `0.7`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/control/structure (Structure, api-205930789)
        """
        return await self._client.send(self._call(control_image_structure, locals()))

    @overload
    async def style(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        fidelity: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Create an image in the style of another.

        Returns an image of what the prompt describes, in the style of the given image. Documented, but the
        gateway never had this route.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the key
        is looked at.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            fidelity: How closely to follow the style, 0 to 1. Default: `0.5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v2beta/stable-image/control/style (Style, api-205930790)
        """

    @overload
    async def style(
        self, *, accept: Literal["application/json"], **params: Unpack[ControlImageStyle]
    ) -> AsyncStableImage: ...

    @overload
    async def style(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[ControlImageStyle]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def style(
        self,
        *,
        prompt: str,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        fidelity: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Create an image in the style of another.

        Returns an image of what the prompt describes, in the style of the given image. Documented, but the
        gateway never had this route.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the key
        is looked at.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            fidelity: How closely to follow the style, 0 to 1. Default: `0.5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v2beta/stable-image/control/style (Style, api-205930790)
        """
        return await self._client.send(self._call(control_image_style, locals()))


class Edit(Resource, path="stability.edit"):
    """`client.stability.edit`: `erase`, `inpaint`, `outpaint`, `remove_background`, `search_and_replace`."""

    @overload
    def erase(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Erase objects from an image.

        Removes what the mask marks and fills the region from its surroundings.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/erase (Erase, api-205930780)
        """

    @overload
    def erase(self, *, accept: Literal["application/json"], **params: Unpack[EraseImage]) -> StableImage: ...

    @overload
    def erase(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[EraseImage]
    ) -> BinaryResponse | StableImage: ...

    def erase(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Erase objects from an image.

        Removes what the mask marks and fills the region from its surroundings.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/erase (Erase, api-205930780)
        """
        return self._client.send(self._call(erase_image, locals()))

    @overload
    def inpaint(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Inpaint a region of an image.

        Replaces what the mask marks with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/inpaint (Inpaint, api-205930781)
        """

    @overload
    def inpaint(self, *, accept: Literal["application/json"], **params: Unpack[InpaintImage]) -> StableImage: ...

    @overload
    def inpaint(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[InpaintImage]
    ) -> BinaryResponse | StableImage: ...

    def inpaint(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Inpaint a region of an image.

        Replaces what the mask marks with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/inpaint (Inpaint, api-205930781)
        """
        return self._client.send(self._call(inpaint_image, locals()))

    @overload
    def outpaint(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        left: int | Omit = omit,
        right: int | Omit = omit,
        up: int | Omit = omit,
        down: int | Omit = omit,
        creativity: float | Omit = omit,
        prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Extend an image beyond its edges.

        Extends the image by a number of pixels on each side, with matching content. At least one side must be
        more than 0.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            left: Pixels to add on the left, 0 to 2000. Default: `0`.
            right: Pixels to add on the right, 0 to 2000. Default: `0`.
            up: Pixels to add above, 0 to 2000. Default: `0`.
            down: Pixels to add below, 0 to 2000. Default: `0`.
            creativity: Creativity of the added content, 0 to 1. The documentation says 0.2 to 0.5. Default:
                `0.5`.
            prompt: Description of the image, in English, at most 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/outpaint (Outpaint, api-205930782)
        """

    @overload
    def outpaint(self, *, accept: Literal["application/json"], **params: Unpack[OutpaintImage]) -> StableImage: ...

    @overload
    def outpaint(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[OutpaintImage]
    ) -> BinaryResponse | StableImage: ...

    def outpaint(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        left: int | Omit = omit,
        right: int | Omit = omit,
        up: int | Omit = omit,
        down: int | Omit = omit,
        creativity: float | Omit = omit,
        prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Extend an image beyond its edges.

        Extends the image by a number of pixels on each side, with matching content. At least one side must be
        more than 0.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            left: Pixels to add on the left, 0 to 2000. Default: `0`.
            right: Pixels to add on the right, 0 to 2000. Default: `0`.
            up: Pixels to add above, 0 to 2000. Default: `0`.
            down: Pixels to add below, 0 to 2000. Default: `0`.
            creativity: Creativity of the added content, 0 to 1. The documentation says 0.2 to 0.5. Default:
                `0.5`.
            prompt: Description of the image, in English, at most 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/outpaint (Outpaint, api-205930782)
        """
        return self._client.send(self._call(outpaint_image, locals()))

    @overload
    def remove_background(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        output_format: Literal["png", "webp"] | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Remove the background of an image.

        Returns the foreground on a transparent background.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            output_format: Format of the image. JPEG is not available; it has no transparency. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/remove-background (Remove Background, api-205930784)
        """

    @overload
    def remove_background(
        self, *, accept: Literal["application/json"], **params: Unpack[RemoveImageBackground]
    ) -> StableImage: ...

    @overload
    def remove_background(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[RemoveImageBackground]
    ) -> BinaryResponse | StableImage: ...

    def remove_background(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        output_format: Literal["png", "webp"] | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Remove the background of an image.

        Returns the foreground on a transparent background.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            output_format: Format of the image. JPEG is not available; it has no transparency. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/remove-background (Remove Background, api-205930784)
        """
        return self._client.send(self._call(remove_image_background, locals()))

    @overload
    def search_and_replace(
        self,
        *,
        image: FileParam,
        prompt: str,
        search_prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Find and replace an object in an image.

        Finds what `search_prompt` names, without a mask, and replaces it with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            search_prompt: Object to replace, in a few words, at most 10000 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            grow_mask: Number of pixels by which to grow the region that was found on all sides, 0 to 20. This
                softens the transition. Default: `3`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/search-and-replace (Search and Replace, api-205930783)
        """

    @overload
    def search_and_replace(
        self, *, accept: Literal["application/json"], **params: Unpack[SearchAndReplaceImage]
    ) -> StableImage: ...

    @overload
    def search_and_replace(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[SearchAndReplaceImage]
    ) -> BinaryResponse | StableImage: ...

    def search_and_replace(
        self,
        *,
        image: FileParam,
        prompt: str,
        search_prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Find and replace an object in an image.

        Finds what `search_prompt` names, without a mask, and replaces it with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            search_prompt: Object to replace, in a few words, at most 10000 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            grow_mask: Number of pixels by which to grow the region that was found on all sides, 0 to 20. This
                softens the transition. Default: `3`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/search-and-replace (Search and Replace, api-205930783)
        """
        return self._client.send(self._call(search_and_replace_image, locals()))


class AsyncEdit(AsyncResource, path="stability.edit"):
    """`client.stability.edit`: `erase`, `inpaint`, `outpaint`, `remove_background`, `search_and_replace`."""

    @overload
    async def erase(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Erase objects from an image.

        Removes what the mask marks and fills the region from its surroundings.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/erase (Erase, api-205930780)
        """

    @overload
    async def erase(self, *, accept: Literal["application/json"], **params: Unpack[EraseImage]) -> AsyncStableImage: ...

    @overload
    async def erase(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[EraseImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def erase(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Erase objects from an image.

        Removes what the mask marks and fills the region from its surroundings.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/erase (Erase, api-205930780)
        """
        return await self._client.send(self._call(erase_image, locals()))

    @overload
    async def inpaint(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Inpaint a region of an image.

        Replaces what the mask marks with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/inpaint (Inpaint, api-205930781)
        """

    @overload
    async def inpaint(
        self, *, accept: Literal["application/json"], **params: Unpack[InpaintImage]
    ) -> AsyncStableImage: ...

    @overload
    async def inpaint(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[InpaintImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def inpaint(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        mask: FileParam | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Inpaint a region of an image.

        Replaces what the mask marks with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            mask: Image that marks how much to change each pixel: black not at all, white fully. If omitted, the
                transparency of `image` is used.
            grow_mask: Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the
                transition. Default: `5`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/inpaint (Inpaint, api-205930781)
        """
        return await self._client.send(self._call(inpaint_image, locals()))

    @overload
    async def outpaint(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        left: int | Omit = omit,
        right: int | Omit = omit,
        up: int | Omit = omit,
        down: int | Omit = omit,
        creativity: float | Omit = omit,
        prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Extend an image beyond its edges.

        Extends the image by a number of pixels on each side, with matching content. At least one side must be
        more than 0.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            left: Pixels to add on the left, 0 to 2000. Default: `0`.
            right: Pixels to add on the right, 0 to 2000. Default: `0`.
            up: Pixels to add above, 0 to 2000. Default: `0`.
            down: Pixels to add below, 0 to 2000. Default: `0`.
            creativity: Creativity of the added content, 0 to 1. The documentation says 0.2 to 0.5. Default:
                `0.5`.
            prompt: Description of the image, in English, at most 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/outpaint (Outpaint, api-205930782)
        """

    @overload
    async def outpaint(
        self, *, accept: Literal["application/json"], **params: Unpack[OutpaintImage]
    ) -> AsyncStableImage: ...

    @overload
    async def outpaint(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[OutpaintImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def outpaint(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        left: int | Omit = omit,
        right: int | Omit = omit,
        up: int | Omit = omit,
        down: int | Omit = omit,
        creativity: float | Omit = omit,
        prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Extend an image beyond its edges.

        Extends the image by a number of pixels on each side, with matching content. At least one side must be
        more than 0.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            left: Pixels to add on the left, 0 to 2000. Default: `0`.
            right: Pixels to add on the right, 0 to 2000. Default: `0`.
            up: Pixels to add above, 0 to 2000. Default: `0`.
            down: Pixels to add below, 0 to 2000. Default: `0`.
            creativity: Creativity of the added content, 0 to 1. The documentation says 0.2 to 0.5. Default:
                `0.5`.
            prompt: Description of the image, in English, at most 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/outpaint (Outpaint, api-205930782)
        """
        return await self._client.send(self._call(outpaint_image, locals()))

    @overload
    async def remove_background(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        output_format: Literal["png", "webp"] | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Remove the background of an image.

        Returns the foreground on a transparent background.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            output_format: Format of the image. JPEG is not available; it has no transparency. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/remove-background (Remove Background, api-205930784)
        """

    @overload
    async def remove_background(
        self, *, accept: Literal["application/json"], **params: Unpack[RemoveImageBackground]
    ) -> AsyncStableImage: ...

    @overload
    async def remove_background(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[RemoveImageBackground]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def remove_background(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        output_format: Literal["png", "webp"] | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Remove the background of an image.

        Returns the foreground on a transparent background.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            output_format: Format of the image. JPEG is not available; it has no transparency. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/remove-background (Remove Background, api-205930784)
        """
        return await self._client.send(self._call(remove_image_background, locals()))

    @overload
    async def search_and_replace(
        self,
        *,
        image: FileParam,
        prompt: str,
        search_prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Find and replace an object in an image.

        Finds what `search_prompt` names, without a mask, and replaces it with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            search_prompt: Object to replace, in a few words, at most 10000 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            grow_mask: Number of pixels by which to grow the region that was found on all sides, 0 to 20. This
                softens the transition. Default: `3`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/search-and-replace (Search and Replace, api-205930783)
        """

    @overload
    async def search_and_replace(
        self, *, accept: Literal["application/json"], **params: Unpack[SearchAndReplaceImage]
    ) -> AsyncStableImage: ...

    @overload
    async def search_and_replace(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[SearchAndReplaceImage]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def search_and_replace(
        self,
        *,
        image: FileParam,
        prompt: str,
        search_prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        grow_mask: float | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Find and replace an object in an image.

        Finds what `search_prompt` names, without a mask, and replaces it with what the prompt describes.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            search_prompt: Object to replace, in a few words, at most 10000 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            grow_mask: Number of pixels by which to grow the region that was found on all sides, 0 to 20. This
                softens the transition. Default: `3`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/edit/search-and-replace (Search and Replace, api-205930783)
        """
        return await self._client.send(self._call(search_and_replace_image, locals()))


class Generate(Resource, path="stability.generate"):
    """`client.stability.generate`: `core`, `sd3`, `ultra`."""

    @overload
    def core(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        style_preset: Literal[
            "enhance",
            "anime",
            "photographic",
            "digital-art",
            "comic-book",
            "fantasy-art",
            "line-art",
            "analog-film",
            "neon-punk",
            "isometric",
            "low-poly",
            "origami",
            "modeling-compound",
            "cinematic",
            "3d-model",
            "pixel-art",
            "tile-texture",
        ]
        | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Create an image with Stable Image Core.

        Returns an image of what the prompt describes, in a style of your choice. The form has no file, but is
        multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            style_preset: Style of the image. There is no default style.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/core (Stable Image Core, api-205930786)
        """

    @overload
    def core(self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageCore]) -> StableImage: ...

    @overload
    def core(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[CreateStableImageCore]
    ) -> BinaryResponse | StableImage: ...

    def core(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        style_preset: Literal[
            "enhance",
            "anime",
            "photographic",
            "digital-art",
            "comic-book",
            "fantasy-art",
            "line-art",
            "analog-film",
            "neon-punk",
            "isometric",
            "low-poly",
            "origami",
            "modeling-compound",
            "cinematic",
            "3d-model",
            "pixel-art",
            "tile-texture",
        ]
        | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Create an image with Stable Image Core.

        Returns an image of what the prompt describes, in a style of your choice. The form has no file, but is
        multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            style_preset: Style of the image. There is no default style.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/core (Stable Image Core, api-205930786)
        """
        return self._client.send(self._call(create_stable_image_core, locals()))

    @overload
    def sd3(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mode: Literal["text-to-image", "image-to-image"] | Omit = omit,
        image: FileParam | Omit = omit,
        strength: float | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        model: Literal["sd3-medium", "sd3-large", "sd3-large-turbo"] | str | Omit = omit,
        seed: int | Omit = omit,
        output_format: Literal["png", "jpeg"] | Omit = omit,
        negative_prompt: str | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Create an image with Stable Diffusion 3.

        Returns an image, from a prompt alone or from a prompt and an image. The latter needs `mode`, `image` and
        `strength`. The whole request may have at most 10 MiB.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mode: Start from the prompt alone, or from an image too; the latter needs `image` and `strength`.
                Default: `'text-to-image'`.
            image: Image to start from, a JPEG, PNG or WebP, each side at least 64 pixels. Required by
                `image-to-image`, and only accepted there.
            strength: How far to depart from the image, 0 to 1: 0 returns it unchanged, 1 ignores it. Required by
                `image-to-image`, and only accepted there; there is no default.
            aspect_ratio: Aspect ratio of the image. Only accepted by `text-to-image`. Default: `'1:1'`.
            model: Stable Diffusion 3 model. The gateway passes any name on; if omitted it charges for
                `sd3-large`. Default: `'sd3-large'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. WebP is not available. Default: `'png'`.
            negative_prompt: What the image should not show, at most 10000 characters. `sd3-large-turbo` ignores
                it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/sd3 (Stable Diffusion 3, api-205930787)
        """

    @overload
    def sd3(self, *, accept: Literal["application/json"], **params: Unpack[CreateStableDiffusion3]) -> StableImage: ...

    @overload
    def sd3(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[CreateStableDiffusion3]
    ) -> BinaryResponse | StableImage: ...

    def sd3(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mode: Literal["text-to-image", "image-to-image"] | Omit = omit,
        image: FileParam | Omit = omit,
        strength: float | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        model: Literal["sd3-medium", "sd3-large", "sd3-large-turbo"] | str | Omit = omit,
        seed: int | Omit = omit,
        output_format: Literal["png", "jpeg"] | Omit = omit,
        negative_prompt: str | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Create an image with Stable Diffusion 3.

        Returns an image, from a prompt alone or from a prompt and an image. The latter needs `mode`, `image` and
        `strength`. The whole request may have at most 10 MiB.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mode: Start from the prompt alone, or from an image too; the latter needs `image` and `strength`.
                Default: `'text-to-image'`.
            image: Image to start from, a JPEG, PNG or WebP, each side at least 64 pixels. Required by
                `image-to-image`, and only accepted there.
            strength: How far to depart from the image, 0 to 1: 0 returns it unchanged, 1 ignores it. Required by
                `image-to-image`, and only accepted there; there is no default.
            aspect_ratio: Aspect ratio of the image. Only accepted by `text-to-image`. Default: `'1:1'`.
            model: Stable Diffusion 3 model. The gateway passes any name on; if omitted it charges for
                `sd3-large`. Default: `'sd3-large'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. WebP is not available. Default: `'png'`.
            negative_prompt: What the image should not show, at most 10000 characters. `sd3-large-turbo` ignores
                it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/sd3 (Stable Diffusion 3, api-205930787)
        """
        return self._client.send(self._call(create_stable_diffusion3, locals()))

    @overload
    def ultra(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Create an image with Stable Image Ultra.

        Returns an image of what the prompt describes. The form has no file, but is multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/ultra (Stable Image Ultra, api-205930785)
        """

    @overload
    def ultra(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageUltra]
    ) -> StableImage: ...

    @overload
    def ultra(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[CreateStableImageUltra]
    ) -> BinaryResponse | StableImage: ...

    def ultra(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Create an image with Stable Image Ultra.

        Returns an image of what the prompt describes. The form has no file, but is multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/ultra (Stable Image Ultra, api-205930785)
        """
        return self._client.send(self._call(create_stable_image_ultra, locals()))


class AsyncGenerate(AsyncResource, path="stability.generate"):
    """`client.stability.generate`: `core`, `sd3`, `ultra`."""

    @overload
    async def core(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        style_preset: Literal[
            "enhance",
            "anime",
            "photographic",
            "digital-art",
            "comic-book",
            "fantasy-art",
            "line-art",
            "analog-film",
            "neon-punk",
            "isometric",
            "low-poly",
            "origami",
            "modeling-compound",
            "cinematic",
            "3d-model",
            "pixel-art",
            "tile-texture",
        ]
        | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Create an image with Stable Image Core.

        Returns an image of what the prompt describes, in a style of your choice. The form has no file, but is
        multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            style_preset: Style of the image. There is no default style.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/core (Stable Image Core, api-205930786)
        """

    @overload
    async def core(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageCore]
    ) -> AsyncStableImage: ...

    @overload
    async def core(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[CreateStableImageCore]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def core(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        style_preset: Literal[
            "enhance",
            "anime",
            "photographic",
            "digital-art",
            "comic-book",
            "fantasy-art",
            "line-art",
            "analog-film",
            "neon-punk",
            "isometric",
            "low-poly",
            "origami",
            "modeling-compound",
            "cinematic",
            "3d-model",
            "pixel-art",
            "tile-texture",
        ]
        | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Create an image with Stable Image Core.

        Returns an image of what the prompt describes, in a style of your choice. The form has no file, but is
        multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            style_preset: Style of the image. There is no default style.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/core (Stable Image Core, api-205930786)
        """
        return await self._client.send(self._call(create_stable_image_core, locals()))

    @overload
    async def sd3(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mode: Literal["text-to-image", "image-to-image"] | Omit = omit,
        image: FileParam | Omit = omit,
        strength: float | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        model: Literal["sd3-medium", "sd3-large", "sd3-large-turbo"] | str | Omit = omit,
        seed: int | Omit = omit,
        output_format: Literal["png", "jpeg"] | Omit = omit,
        negative_prompt: str | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Create an image with Stable Diffusion 3.

        Returns an image, from a prompt alone or from a prompt and an image. The latter needs `mode`, `image` and
        `strength`. The whole request may have at most 10 MiB.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mode: Start from the prompt alone, or from an image too; the latter needs `image` and `strength`.
                Default: `'text-to-image'`.
            image: Image to start from, a JPEG, PNG or WebP, each side at least 64 pixels. Required by
                `image-to-image`, and only accepted there.
            strength: How far to depart from the image, 0 to 1: 0 returns it unchanged, 1 ignores it. Required by
                `image-to-image`, and only accepted there; there is no default.
            aspect_ratio: Aspect ratio of the image. Only accepted by `text-to-image`. Default: `'1:1'`.
            model: Stable Diffusion 3 model. The gateway passes any name on; if omitted it charges for
                `sd3-large`. Default: `'sd3-large'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. WebP is not available. Default: `'png'`.
            negative_prompt: What the image should not show, at most 10000 characters. `sd3-large-turbo` ignores
                it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/sd3 (Stable Diffusion 3, api-205930787)
        """

    @overload
    async def sd3(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableDiffusion3]
    ) -> AsyncStableImage: ...

    @overload
    async def sd3(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[CreateStableDiffusion3]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def sd3(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        mode: Literal["text-to-image", "image-to-image"] | Omit = omit,
        image: FileParam | Omit = omit,
        strength: float | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        model: Literal["sd3-medium", "sd3-large", "sd3-large-turbo"] | str | Omit = omit,
        seed: int | Omit = omit,
        output_format: Literal["png", "jpeg"] | Omit = omit,
        negative_prompt: str | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Create an image with Stable Diffusion 3.

        Returns an image, from a prompt alone or from a prompt and an image. The latter needs `mode`, `image` and
        `strength`. The whole request may have at most 10 MiB.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            mode: Start from the prompt alone, or from an image too; the latter needs `image` and `strength`.
                Default: `'text-to-image'`.
            image: Image to start from, a JPEG, PNG or WebP, each side at least 64 pixels. Required by
                `image-to-image`, and only accepted there.
            strength: How far to depart from the image, 0 to 1: 0 returns it unchanged, 1 ignores it. Required by
                `image-to-image`, and only accepted there; there is no default.
            aspect_ratio: Aspect ratio of the image. Only accepted by `text-to-image`. Default: `'1:1'`.
            model: Stable Diffusion 3 model. The gateway passes any name on; if omitted it charges for
                `sd3-large`. Default: `'sd3-large'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. WebP is not available. Default: `'png'`.
            negative_prompt: What the image should not show, at most 10000 characters. `sd3-large-turbo` ignores
                it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/sd3 (Stable Diffusion 3, api-205930787)
        """
        return await self._client.send(self._call(create_stable_diffusion3, locals()))

    @overload
    async def ultra(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Create an image with Stable Image Ultra.

        Returns an image of what the prompt describes. The form has no file, but is multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/ultra (Stable Image Ultra, api-205930785)
        """

    @overload
    async def ultra(
        self, *, accept: Literal["application/json"], **params: Unpack[CreateStableImageUltra]
    ) -> AsyncStableImage: ...

    @overload
    async def ultra(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[CreateStableImageUltra]
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def ultra(
        self,
        *,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        aspect_ratio: StabilityAspectRatio | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Create an image with Stable Image Ultra.

        Returns an image of what the prompt describes. The form has no file, but is multipart all the same.

        Args:
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            aspect_ratio: Width to height of the image. Default: `'1:1'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/generate/ultra (Stable Image Ultra, api-205930785)
        """
        return await self._client.send(self._call(create_stable_image_ultra, locals()))


class Upscale(Resource, path="stability.upscale"):
    """`client.stability.upscale`: `conservative`, `creative`, `creative_result`, `resume`."""

    @overload
    def conservative(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        creativity: float | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Upscale an image with as few changes as possible.

        Returns the image with more pixels and otherwise as few changes as possible. The prompt describes the
        image.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            creativity: Creativity of added details, 0.2 to 0.5. Default: `0.35`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/upscale/conservative (Conservative, api-205930777)
        """

    @overload
    def conservative(
        self, *, accept: Literal["application/json"], **params: Unpack[UpscaleImageConservative]
    ) -> StableImage: ...

    @overload
    def conservative(
        self,
        *,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **params: Unpack[UpscaleImageConservative],
    ) -> BinaryResponse | StableImage: ...

    def conservative(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        creativity: float | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage:
        """Upscale an image with as few changes as possible.

        Returns the image with more pixels and otherwise as few changes as possible. The prompt describes the
        image.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            creativity: Creativity of added details, 0.2 to 0.5. Default: `0.35`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`; `StableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/upscale/conservative (Conservative, api-205930777)
        """
        return self._client.send(self._call(upscale_image_conservative, locals()))

    def creative(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        seed: int | Omit = omit,
        creativity: float | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[BinaryResponse]:
        """Start a creative upscale.

        Starts to upscale a small image, inventing details as the prompt describes, and returns the id by which to
        fetch it. Poll at most once every 10 seconds; the result is kept for 24 hours.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 1,048,576 pixels in all, each side at least 64.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            output_format: Format of the image. Default: `'png'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            creativity: Creativity of added details, 0 to 0.35. Default: `0.3`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v2beta/stable-image/upscale/creative (Start Creative Upscale, api-205930778)
        """
        return self._client.send(self._call(start_creative_upscale, locals()))

    @overload
    def creative_result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StabilityProgress:
        """Get the result of a creative upscale.

        Returns the image as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse | StabilityProgress`; `StableImage | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/stable-image/upscale/creative/result/{id} (Fetch Creative Upscale result, api-205930779)
        """

    @overload
    def creative_result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetCreativeUpscaleResult]
    ) -> StableImage | StabilityProgress: ...

    @overload
    def creative_result(
        self,
        id: str,
        *,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **params: Unpack[GetCreativeUpscaleResult],
    ) -> BinaryResponse | StableImage | StabilityProgress: ...

    def creative_result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableImage | StabilityProgress:
        """Get the result of a creative upscale.

        Returns the image as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse | StabilityProgress`; `StableImage | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/stable-image/upscale/creative/result/{id} (Fetch Creative Upscale result, api-205930779)
        """
        return self._client.send(self._call(get_creative_upscale_result, locals()))

    def resume(self, id: str, **options: Unpack[GetCreativeUpscaleResult]) -> Task[BinaryResponse]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `Task[BinaryResponse]`, as the call that started the task returned it.
        """
        return Task(self._client, operation_of(start_creative_upscale), id, options=options)


class AsyncUpscale(AsyncResource, path="stability.upscale"):
    """`client.stability.upscale`: `conservative`, `creative`, `creative_result`, `resume`."""

    @overload
    async def conservative(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        creativity: float | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Upscale an image with as few changes as possible.

        Returns the image with more pixels and otherwise as few changes as possible. The prompt describes the
        image.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            creativity: Creativity of added details, 0.2 to 0.5. Default: `0.35`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/upscale/conservative (Conservative, api-205930777)
        """

    @overload
    async def conservative(
        self, *, accept: Literal["application/json"], **params: Unpack[UpscaleImageConservative]
    ) -> AsyncStableImage: ...

    @overload
    async def conservative(
        self,
        *,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **params: Unpack[UpscaleImageConservative],
    ) -> AsyncBinaryResponse | AsyncStableImage: ...

    async def conservative(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        seed: int | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        creativity: float | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage:
        """Upscale an image with as few changes as possible.

        Returns the image with more pixels and otherwise as few changes as possible. The prompt describes the
        image.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
                1:2.5 to 2.5:1.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            output_format: Format of the image. Default: `'png'`.
            creativity: Creativity of added details, 0.2 to 0.5. Default: `0.35`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`; `AsyncStableImage` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v2beta/stable-image/upscale/conservative (Conservative, api-205930777)
        """
        return await self._client.send(self._call(upscale_image_conservative, locals()))

    async def creative(
        self,
        *,
        image: FileParam,
        prompt: str,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        output_format: StabilityOutputFormat | Omit = omit,
        seed: int | Omit = omit,
        creativity: float | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncBinaryResponse]:
        """Start a creative upscale.

        Starts to upscale a small image, inventing details as the prompt describes, and returns the id by which to
        fetch it. Poll at most once every 10 seconds; the result is kept for 24 hours.

        Args:
            image: The image, a JPEG, PNG or WebP of 4,096 to 1,048,576 pixels in all, each side at least 64.
            prompt: Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a
                weight from 0 to 1.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            negative_prompt: What the image should not show, at most 10000 characters.
            output_format: Format of the image. Default: `'png'`.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            creativity: Creativity of added details, 0 to 0.35. Default: `0.3`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v2beta/stable-image/upscale/creative (Start Creative Upscale, api-205930778)
        """
        return await self._client.send(self._call(start_creative_upscale, locals()))

    @overload
    async def creative_result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | StabilityProgress:
        """Get the result of a creative upscale.

        Returns the image as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse | StabilityProgress`; `AsyncStableImage | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/stable-image/upscale/creative/result/{id} (Fetch Creative Upscale result, api-205930779)
        """

    @overload
    async def creative_result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetCreativeUpscaleResult]
    ) -> AsyncStableImage | StabilityProgress: ...

    @overload
    async def creative_result(
        self,
        id: str,
        *,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **params: Unpack[GetCreativeUpscaleResult],
    ) -> AsyncBinaryResponse | AsyncStableImage | StabilityProgress: ...

    async def creative_result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableImage | StabilityProgress:
        """Get the result of a creative upscale.

        Returns the image as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse | StabilityProgress`; `AsyncStableImage | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/stable-image/upscale/creative/result/{id} (Fetch Creative Upscale result, api-205930779)
        """
        return await self._client.send(self._call(get_creative_upscale_result, locals()))

    def resume(self, id: str, **options: Unpack[GetCreativeUpscaleResult]) -> AsyncTask[AsyncBinaryResponse]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `AsyncTask[AsyncBinaryResponse]`, as the call that started the task returned it.
        """
        return AsyncTask(self._client, operation_of(start_creative_upscale), id, options=options)


class Video(Resource, path="stability.video"):
    """`client.stability.video`: `start`, `result`, `resume`."""

    def start(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        seed: int | Omit = omit,
        cfg_scale: float | Omit = omit,
        motion_bucket_id: float | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[BinaryResponse]:
        """Start an image-to-video task.

        Starts a short video whose first frame is the image, and returns the id by which to fetch it. Poll at most
        once every 10 seconds; the result is kept for 24 hours.

        Args:
            image: The first frame, a JPEG or PNG of exactly 1024x576, 576x1024 or 768x768 pixels.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            cfg_scale: How closely to follow the image, 0 to 10. Lower values leave more freedom, higher ones
                distort less. Default: `1.8`.
            motion_bucket_id: Amount of motion, 1 to 255. Default: `127`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v2beta/image-to-video (Start generation, api-205930775)
        """
        return self._client.send(self._call(start_image_to_video, locals()))

    @overload
    def result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["video/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StabilityProgress:
        """Get the result of an image-to-video task.

        Returns the video as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse | StabilityProgress`; `StableVideo | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/image-to-video/result/{id} (Fetch generation result, api-205930776)
        """

    @overload
    def result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetImageToVideoResult]
    ) -> StableVideo | StabilityProgress: ...

    @overload
    def result(
        self,
        id: str,
        *,
        accept: Literal["video/*", "application/json"] | Omit = omit,
        **params: Unpack[GetImageToVideoResult],
    ) -> BinaryResponse | StableVideo | StabilityProgress: ...

    def result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["video/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | StableVideo | StabilityProgress:
        """Get the result of an image-to-video task.

        Returns the video as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse | StabilityProgress`; `StableVideo | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/image-to-video/result/{id} (Fetch generation result, api-205930776)
        """
        return self._client.send(self._call(get_image_to_video_result, locals()))

    def resume(self, id: str, **options: Unpack[GetImageToVideoResult]) -> Task[BinaryResponse]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `Task[BinaryResponse]`, as the call that started the task returned it.
        """
        return Task(self._client, operation_of(start_image_to_video), id, options=options)


class AsyncVideo(AsyncResource, path="stability.video"):
    """`client.stability.video`: `start`, `result`, `resume`."""

    async def start(
        self,
        *,
        image: FileParam,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        seed: int | Omit = omit,
        cfg_scale: float | Omit = omit,
        motion_bucket_id: float | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncBinaryResponse]:
        """Start an image-to-video task.

        Starts a short video whose first frame is the image, and returns the id by which to fetch it. Poll at most
        once every 10 seconds; the result is kept for 24 hours.

        Args:
            image: The first frame, a JPEG or PNG of exactly 1024x576, 576x1024 or 768x768 pixels.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            seed: Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random.
                Default: `0`.
            cfg_scale: How closely to follow the image, 0 to 10. Lower values leave more freedom, higher ones
                distort less. Default: `1.8`.
            motion_bucket_id: Amount of motion, 1 to 255. Default: `127`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v2beta/image-to-video (Start generation, api-205930775)
        """
        return await self._client.send(self._call(start_image_to_video, locals()))

    @overload
    async def result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["video/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | StabilityProgress:
        """Get the result of an image-to-video task.

        Returns the video as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse | StabilityProgress`; `AsyncStableVideo | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/image-to-video/result/{id} (Fetch generation result, api-205930776)
        """

    @overload
    async def result(
        self, id: str, *, accept: Literal["application/json"], **params: Unpack[GetImageToVideoResult]
    ) -> AsyncStableVideo | StabilityProgress: ...

    @overload
    async def result(
        self,
        id: str,
        *,
        accept: Literal["video/*", "application/json"] | Omit = omit,
        **params: Unpack[GetImageToVideoResult],
    ) -> AsyncBinaryResponse | AsyncStableVideo | StabilityProgress: ...

    async def result(
        self,
        id: str,
        *,
        stability_client_id: str | Omit = omit,
        stability_client_user_id: str | Omit = omit,
        stability_client_version: str | Omit = omit,
        accept: Literal["video/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncStableVideo | StabilityProgress:
        """Get the result of an image-to-video task.

        Returns the video as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
        seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

        Args:
            id: Id of the generation, 64 characters.
            stability_client_id: Name of your application, at most 256 characters. The gateway drops it.
            stability_client_user_id: Your id of the end user, at most 256 characters. The gateway drops it.
            stability_client_version: Version of your application, at most 256 characters. The gateway drops it.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse | StabilityProgress`; `AsyncStableVideo | StabilityProgress` for `accept`
            'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v2beta/image-to-video/result/{id} (Fetch generation result, api-205930776)
        """
        return await self._client.send(self._call(get_image_to_video_result, locals()))

    def resume(self, id: str, **options: Unpack[GetImageToVideoResult]) -> AsyncTask[AsyncBinaryResponse]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `AsyncTask[AsyncBinaryResponse]`, as the call that started the task returned it.
        """
        return AsyncTask(self._client, operation_of(start_image_to_video), id, options=options)


class Stability(Resource, path="stability"):
    """Image generation, editing and upscaling, and image to video, by Stability AI.

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


class AsyncStability(AsyncResource, path="stability"):
    """Image generation, editing and upscaling, and image to video, by Stability AI.

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
