# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.flux`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.images import create_flux_image
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.images import AsyncImagesResponse, ImagesResponse
    from ..runtime.operation.operation import Options


class Flux(Resource, path="flux"):
    """Create images with Flux.

    `client.flux`: `generate`.
    """

    def generate(
        self,
        *,
        prompt: str,
        model: Literal["flux-pro", "flux-dev", "flux-schnell"] | str,
        n: int | Omit = omit,
        size: str | Omit = omit,
        seed: int | Omit = omit,
        output_quality: int | Omit = omit,
        response_format: Literal["webp", "jpg", "png"] | Omit = omit,
        **options: Unpack[Options],
    ) -> ImagesResponse:
        """Create images with Flux.

        Returns URLs of images. The gateway passes the prompt to Replicate and waits up to a minute for the
        images. Every failure of the vendor is a 500, even a refusal or its rate limit. Served from 2024-08-22 to
        2024-12-16.

        Args:
            prompt: Description of the image. It is returned as `revised_prompt`.
            model: Id of the model.
            n: Number of images, 1 to 4. You pay for each. Default: `1`.
            size: Width and height (`1024x768`) or their ratio (`4:3`). Only the ratio matters: it is reduced and
                sent as the vendor's aspect ratio. It matches `^[0-9]+[x:][0-9]+$`. Default: `'1024x1024'`.
            seed: Request the same image for the same request.
            output_quality: Quality of the compressed image, 0 to 100.
            response_format: Format of the image file. Unlike the field of that name of other models, it rejects
                `url` and `b64_json`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/images/generations (创建图像 Copy)
        """
        return self._client.send(self._call(create_flux_image, locals()))


class AsyncFlux(AsyncResource, path="flux"):
    """Create images with Flux.

    `client.flux`: `generate`.
    """

    async def generate(
        self,
        *,
        prompt: str,
        model: Literal["flux-pro", "flux-dev", "flux-schnell"] | str,
        n: int | Omit = omit,
        size: str | Omit = omit,
        seed: int | Omit = omit,
        output_quality: int | Omit = omit,
        response_format: Literal["webp", "jpg", "png"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncImagesResponse:
        """Create images with Flux.

        Returns URLs of images. The gateway passes the prompt to Replicate and waits up to a minute for the
        images. Every failure of the vendor is a 500, even a refusal or its rate limit. Served from 2024-08-22 to
        2024-12-16.

        Args:
            prompt: Description of the image. It is returned as `revised_prompt`.
            model: Id of the model.
            n: Number of images, 1 to 4. You pay for each. Default: `1`.
            size: Width and height (`1024x768`) or their ratio (`4:3`). Only the ratio matters: it is reduced and
                sent as the vendor's aspect ratio. It matches `^[0-9]+[x:][0-9]+$`. Default: `'1024x1024'`.
            seed: Request the same image for the same request.
            output_quality: Quality of the compressed image, 0 to 100.
            response_format: Format of the image file. Unlike the field of that name of other models, it rejects
                `url` and `b64_json`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncImagesResponse`: Images that were made.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/images/generations (创建图像 Copy)
        """
        return await self._client.send(self._call(create_flux_image, locals()))
