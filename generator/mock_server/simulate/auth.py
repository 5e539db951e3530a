"""Authentication: keys that work, and keys that are refused."""

from __future__ import annotations

from typing import Literal

from ..replay.fixtures import Request

Standing = Literal["good", "ordinary", "none", "wrong", "spent", "banned", "disabled", "poor"]

API_KEY = "sk-KEY"

_STANDINGS: dict[str, Standing] = {
    "KEY": "good",
    "ORDINARY-KEY": "ordinary",  # good, and another user's
    "SPENT-KEY": "spent",  # its quota is used up
    "BANNED-KEY": "banned",  # its user is
    "DISABLED-KEY": "disabled",
    "POOR-KEY": "poor",  # good, but its user has no money left
}
_ELSEWHERE = ("", "Bearer midjourney-proxy", "midjourney-proxy")

# The case that shows how each of them is refused.
REFUSALS: dict[Standing, tuple[str, ...]] = {
    "none": ("no-key", "wrong-key"),
    "wrong": ("wrong-key", "no-key"),
    "spent": ("key-spent",),
    "banned": ("key-banned",),
    "disabled": ("key-disabled",),
    "poor": ("no-quota",),
}


def standing(request: Request) -> Standing:
    """The standing of a request's key.

    `Bearer ` (in this case, with one space) and `sk-` are optional. `mj-api-secret` counts where Authorization is
    absent or says that the key is there.
    """
    shown = request.header("authorization") or ""
    if shown in _ELSEWHERE:
        shown = request.header("mj-api-secret") or ""
    if not shown:
        return "none"
    return _STANDINGS.get(shown.removeprefix("Bearer ").removeprefix("sk-"), "wrong")


def is_accepted(request: Request) -> bool:
    """Whether the key of a request opens."""
    return standing(request) in ("good", "ordinary")
