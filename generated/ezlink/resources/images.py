# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.images`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.images import create_image, create_image_edit, create_image_variation
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.images import AsyncImagesResponse, ImagesResponse
    from ..runtime.encoding.multipart import FileParam
    from ..runtime.operation.operation import Options


class Images(Resource, path="images"):
    """Image generation, editing and variations (图像); Flux too.

    `client.images`: `edit`, `generate`, `create_variation`.
    """

    def edit(
        self,
        *,
        image: FileParam,
        prompt: str,
        mask: FileParam | Omit = omit,
        model: Literal["dall-e-2"] | str | Omit = omit,
        n: int | Omit = omit,
        size: Literal["256x256", "512x512", "1024x1024"] | Omit = omit,
        response_format: Literal["url", "b64_json"] | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> ImagesResponse:
        """Edit an image.

        Repaints the transparent parts of the image, or of the mask. Documented, but the gateway of 2024 does not
        serve it.

        Not served. The gateway of 2024-09-15 and 2024-11-30 has no handler for it: 503 before a channel is chosen
        for a form, 501 api_not_implemented for JSON. Served since 2025-03-17.

        Args:
            image: Image to edit, a square PNG below 4 MB. Without a mask its transparent parts are repainted.
            prompt: Description of the whole image, at most 1000 characters.
            mask: PNG below 4 MB of the size of the image, whose transparent parts mark what to repaint.
            model: Id of the model; only `dall-e-2` supports it. Default: `'dall-e-2'`.
            n: Number of images, 1 to 10. You pay for each. Default: `1`.
            size: Width and height in pixels. Default: `'1024x1024'`.
            response_format: Format of the images: a URL that works for about an hour, or base64. Default:
                `'url'`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v1/images/edits (创建图片编辑, api-205931269)
        """
        return self._client.send(self._call(create_image_edit, locals()))

    def generate(
        self,
        *,
        prompt: str,
        model: Literal["dall-e-2", "dall-e-3"] | str | Omit | None = omit,
        n: int | Omit | None = omit,
        quality: Literal["standard", "hd"] | Omit = omit,
        response_format: Literal["url", "b64_json"] | Omit | None = omit,
        size: Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"] | Omit | None = omit,
        style: Literal["vivid", "natural"] | Omit | None = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> ImagesResponse:
        """Create images from a prompt.

        Returns images, each as a URL that works for about an hour, or as base64. The gateway checks size, number
        and length of the prompt for the model, and rejects a model whose sizes it does not know. **A vendor's
        failure arrives with status 200**: its body is the vendor's error object and has no `data`, and the
        headers are those of the failure, Retry-After among them.

        Args:
            prompt: Description of the image, at most 1000 characters for `dall-e-2` and 4000 for `dall-e-3`.
            model: Id of the model. Default: `'dall-e-2'`.
            n: Number of images, 1 to 10; only 1 with `dall-e-3`. You pay for each. Default: `1`.
            quality: `hd` for finer detail. Only `dall-e-3` supports it. Default: `'standard'`.
            response_format: Format of the images: a URL that works for about an hour, or base64. Default:
                `'url'`.
            size: Width and height in pixels: 256x256, 512x512 or 1024x1024 for `dall-e-2`; 1024x1024, 1792x1024
                or 1024x1792 for `dall-e-3`. Default: `'1024x1024'`.
            style: `vivid` for dramatic images, `natural` for realistic ones. Only `dall-e-3` supports it.
                Default: `'vivid'`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/images/generations (创建图像, api-205931268)
        """
        return self._client.send(self._call(create_image, locals()))

    def create_variation(
        self,
        *,
        image: FileParam,
        model: Literal["dall-e-2"] | str | Omit = omit,
        n: int | Omit = omit,
        size: Literal["256x256", "512x512", "1024x1024"] | Omit = omit,
        response_format: Literal["url", "b64_json"] | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> ImagesResponse:
        """Create variations of an image.

        Returns images that resemble the given one. Documented, but no gateway serves it.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has a handler for it: 503 before a channel is chosen
        for a form, 501 api_not_implemented for JSON.

        Args:
            image: Image to vary, a square PNG below 4 MB.
            model: Id of the model; only `dall-e-2` supports it. Default: `'dall-e-2'`.
            n: Number of images, 1 to 10. You pay for each. Default: `1`.
            size: Width and height in pixels. Default: `'1024x1024'`.
            response_format: Format of the images: a URL that works for about an hour, or base64. Default:
                `'url'`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v1/images/variations (创建图像变体, api-205931270)
        """
        return self._client.send(self._call(create_image_variation, locals()))


class AsyncImages(AsyncResource, path="images"):
    """Image generation, editing and variations (图像); Flux too.

    `client.images`: `edit`, `generate`, `create_variation`.
    """

    async def edit(
        self,
        *,
        image: FileParam,
        prompt: str,
        mask: FileParam | Omit = omit,
        model: Literal["dall-e-2"] | str | Omit = omit,
        n: int | Omit = omit,
        size: Literal["256x256", "512x512", "1024x1024"] | Omit = omit,
        response_format: Literal["url", "b64_json"] | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncImagesResponse:
        """Edit an image.

        Repaints the transparent parts of the image, or of the mask. Documented, but the gateway of 2024 does not
        serve it.

        Not served. The gateway of 2024-09-15 and 2024-11-30 has no handler for it: 503 before a channel is chosen
        for a form, 501 api_not_implemented for JSON. Served since 2025-03-17.

        Args:
            image: Image to edit, a square PNG below 4 MB. Without a mask its transparent parts are repainted.
            prompt: Description of the whole image, at most 1000 characters.
            mask: PNG below 4 MB of the size of the image, whose transparent parts mark what to repaint.
            model: Id of the model; only `dall-e-2` supports it. Default: `'dall-e-2'`.
            n: Number of images, 1 to 10. You pay for each. Default: `1`.
            size: Width and height in pixels. Default: `'1024x1024'`.
            response_format: Format of the images: a URL that works for about an hour, or base64. Default:
                `'url'`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v1/images/edits (创建图片编辑, api-205931269)
        """
        return await self._client.send(self._call(create_image_edit, locals()))

    async def generate(
        self,
        *,
        prompt: str,
        model: Literal["dall-e-2", "dall-e-3"] | str | Omit | None = omit,
        n: int | Omit | None = omit,
        quality: Literal["standard", "hd"] | Omit = omit,
        response_format: Literal["url", "b64_json"] | Omit | None = omit,
        size: Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"] | Omit | None = omit,
        style: Literal["vivid", "natural"] | Omit | None = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncImagesResponse:
        """Create images from a prompt.

        Returns images, each as a URL that works for about an hour, or as base64. The gateway checks size, number
        and length of the prompt for the model, and rejects a model whose sizes it does not know. **A vendor's
        failure arrives with status 200**: its body is the vendor's error object and has no `data`, and the
        headers are those of the failure, Retry-After among them.

        Args:
            prompt: Description of the image, at most 1000 characters for `dall-e-2` and 4000 for `dall-e-3`.
            model: Id of the model. Default: `'dall-e-2'`.
            n: Number of images, 1 to 10; only 1 with `dall-e-3`. You pay for each. Default: `1`.
            quality: `hd` for finer detail. Only `dall-e-3` supports it. Default: `'standard'`.
            response_format: Format of the images: a URL that works for about an hour, or base64. Default:
                `'url'`.
            size: Width and height in pixels: 256x256, 512x512 or 1024x1024 for `dall-e-2`; 1024x1024, 1792x1024
                or 1024x1792 for `dall-e-3`. Default: `'1024x1024'`.
            style: `vivid` for dramatic images, `natural` for realistic ones. Only `dall-e-3` supports it.
                Default: `'vivid'`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/images/generations (创建图像, api-205931268)
        """
        return await self._client.send(self._call(create_image, locals()))

    async def create_variation(
        self,
        *,
        image: FileParam,
        model: Literal["dall-e-2"] | str | Omit = omit,
        n: int | Omit = omit,
        size: Literal["256x256", "512x512", "1024x1024"] | Omit = omit,
        response_format: Literal["url", "b64_json"] | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncImagesResponse:
        """Create variations of an image.

        Returns images that resemble the given one. Documented, but no gateway serves it.

        Not served. No gateway from 2024-09-15 to 2026-08-21 has a handler for it: 503 before a channel is chosen
        for a form, 501 api_not_implemented for JSON.

        Args:
            image: Image to vary, a square PNG below 4 MB.
            model: Id of the model; only `dall-e-2` supports it. Default: `'dall-e-2'`.
            n: Number of images, 1 to 10. You pay for each. Default: `1`.
            size: Width and height in pixels. Default: `'1024x1024'`.
            response_format: Format of the images: a URL that works for about an hour, or base64. Default:
                `'url'`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /v1/images/variations (创建图像变体, api-205931270)
        """
        return await self._client.send(self._call(create_image_variation, locals()))
