# Rendered by `make generate` from spec/families/usage.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Usage: models of responses."""

from __future__ import annotations

from ..runtime.response.model import ResponseModel


class CompletionUsage(ResponseModel, frozen=True, kw_only=True):
    """Token usage of a request.

    (聊天完成对象, doc-4994288)
    """

    completion_tokens: int
    """Output tokens of all choices."""
    prompt_tokens: int
    """Tokens of the messages or the prompt."""
    total_tokens: int
    """Both together."""
    completion_tokens_details: CompletionTokensDetails | None = None
    """Breakdown of the output tokens; some vendors send none."""


class CompletionTokensDetails(ResponseModel, frozen=True, kw_only=True):
    """Breakdown of the output tokens.

    (聊天完成对象, doc-4994288)
    """

    reasoning_tokens: int | None = None
    """Tokens of reasoning that is not shown but paid for."""
