# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The EZLINK AI API as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile
from .runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape

PROFILE = APIProfile(
    package="ezlink",
    version="0.1.0",
    name="EZLink",
    env="EZLINK",
    base_url="https://api.ezlinkai.com",
    user_agent="ezlink-python",
    versions=("v1",),
    errors=ErrorCatalog(
        request_id=("X-Oneapi-Request-Id", "X-Request-Id"),
        shapes=(
            ErrorShape(
                name="handler panic",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "api_panic"},
                    "/error/param": "absent",
                    "/error/code": "absent",
                },
                message="/error/message",
                type="/error/type",
            ),
            ErrorShape(
                name="gateway refusal",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "api_error"},
                    "/error/param": "absent",
                    "/error/code": "absent",
                },
                message="/error/message",
                type="/error/type",
                outcome="rejected",
            ),
            ErrorShape(
                name="unknown path or model",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "invalid_request_error"},
                    "/error/param": "string",
                    "/error/code": "string",
                },
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(
                name="relayed result not recorded",
                where={
                    "/error/message": {
                        "starts": ["API error: failed to insert video log", "failed to insert video log"]
                    }
                },
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
                outcome="unknown",
            ),
            ErrorShape(
                name="relayed failure",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "api_error"},
                    "/error/param": "string",
                    "/error/code": "any",
                },
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(
                name="vendor failure",
                where={"/error/message": "string", "/error/type": {"const": "server_error"}},
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
                outcome="unknown",
            ),
            ErrorShape(
                name="vendor error",
                where={"/error/message": "string"},
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(
                name="other vendor error",
                where={"/error/message": "any"},
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(name="list of errors", where={"/error/0": "any"}, message="/error", code="/error/0/code"),
            ErrorShape(
                name="list of errors by its plural",
                where={"/errors/0": "any", "/name": "absent"},
                message="/errors",
                code="/errors/0/code",
            ),
            ErrorShape(
                name="error in a list",
                where={"/0/error/message": "any"},
                message="/0/error/message",
                code="/0/error/code",
            ),
            ErrorShape(
                name="result not recorded",
                where={
                    "/error": {
                        "starts": [
                            "failed to Insert sdTask",
                            "failed to show response",
                            "Failed to show response",
                            "API error: failed to insert video log",
                            "failed to insert video log",
                        ]
                    }
                },
                message="/error",
                outcome="unknown",
            ),
            ErrorShape(
                name="stability response lost",
                where={"/error": {"const": "failed to get response"}},
                message="/error",
                outcome="unknown",
            ),
            ErrorShape(
                name="stability generation unknown",
                where={"/error": {"const": "get_channel_id_failed"}},
                message="/error",
                code="/error",
            ),
            ErrorShape(name="bare message", where={"/error": "string"}, message="/error"),
            ErrorShape(
                name="stability error",
                where={"/id": "string", "/name": "string", "/errors": "array"},
                message="/errors",
                code="/name",
            ),
            ErrorShape(
                name="unwrapped vendor error",
                where={"/object": {"const": "error"}, "/message": "any"},
                message="/message",
                type="/type",
                code="/code",
                param="/param",
            ),
            ErrorShape(
                name="unwrapped relayed failure",
                where={"/message": "any", "/type": "string", "/param": "any", "/code": "any"},
                message="/message",
                type="/type",
                code="/code",
                param="/param",
            ),
            ErrorShape(
                name="midjourney gateway refusal",
                where={
                    "/code": "number",
                    "/description": "string",
                    "/type": {"const": "api_error"},
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
                outcome="rejected",
            ),
            ErrorShape(
                name="midjourney response lost",
                where={
                    "/code": {"const": 5},
                    "/description": "string",
                    "/type": {"const": "upstream_error"},
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
                outcome="unknown",
            ),
            ErrorShape(
                name="midjourney task not recorded",
                where={
                    "/code": {"const": 4},
                    "/description": {
                        "starts": [
                            "Insert midjourneyTask failed",
                            "insert_midjourney_task_failed",
                            "Io Copy error",
                            "Close bodyReader error",
                            "copy_response_body_failed",
                            "unmarshal_response_body_failed",
                        ]
                    },
                    "/type": "string",
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
                outcome="unknown",
            ),
            ErrorShape(
                name="midjourney answer without a code",
                where={
                    "/code": {"const": 0},
                    "/description": "string",
                    "/type": "string",
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
                outcome="unknown",
            ),
            ErrorShape(
                name="midjourney error",
                where={
                    "/code": "number",
                    "/description": "string",
                    "/type": "string",
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
            ),
            ErrorShape(
                name="midjourney seed missing",
                where={"/code": "number", "/description": "string", "/result": {"const": ""}, "/properties": "any"},
                message="/description",
                code="/code",
                outcome="rejected",
            ),
            ErrorShape(
                name="file not recorded",
                where={"/success": {"const": False}, "/message": "string"},
                message="/message",
                statuses=[200],
                outcome="unknown",
            ),
            ErrorShape(
                name="file rejected", where={"/success": {"const": False}, "/message": "string"}, message="/message"
            ),
        ),
        codes={
            "invalid_text_request": ErrorCode(status=400, outcome="rejected"),
            "invalid_api_type": ErrorCode(status=400, outcome="rejected"),
            "insufficient_user_quota": ErrorCode(status=403, outcome="rejected"),
            "pre_consume_token_quota_failed": ErrorCode(status=403, outcome="rejected"),
            "get_user_quota_failed": ErrorCode(outcome="rejected", temporary=True),
            "convert_request_failed": ErrorCode(outcome="rejected"),
            "api_not_implemented": ErrorCode(status=501, outcome="rejected"),
            "convert_image_request_failed": ErrorCode(status=400, outcome="rejected"),
            "get_image_cost_ratio_failed": ErrorCode(status=400, outcome="rejected"),
            "text_too_long": ErrorCode(status=400, outcome="rejected"),
            "size_not_supported": ErrorCode(status=400, outcome="rejected"),
            "prompt_missing": ErrorCode(status=400, outcome="rejected"),
            "prompt_too_long": ErrorCode(status=400, outcome="rejected"),
            "n_not_within_range": ErrorCode(status=400, outcome="rejected"),
            "invalid_image_request": ErrorCode(status=400, outcome="rejected"),
            "model_not_found": ErrorCode(status=404, outcome="rejected"),
            "get_channel_id_failed": ErrorCode(status=404, outcome="rejected"),
            "do_request_failed": ErrorCode(outcome="unknown"),
            "read_response_body_failed": ErrorCode(outcome="unknown"),
            "close_response_body_failed": ErrorCode(outcome="unknown"),
            "unmarshal_response_body_failed": ErrorCode(outcome="unknown"),
            "request_error": ErrorCode(outcome="unknown"),
            "get_text_from_body_err": ErrorCode(outcome="unknown"),
            "unexpected_response_format": ErrorCode(outcome="unknown"),
            "unmarshal_replicate_response_failed": ErrorCode(outcome="unknown"),
            "get_replicate_final_result_failed": ErrorCode(outcome="unknown"),
            "bad_response_status_code": ErrorCode(outcome="unknown"),
            "rate_limit_exceeded": ErrorCode(status=429),
            "invalid_api_key": ErrorCode(status=401),
        },
    ),
)
