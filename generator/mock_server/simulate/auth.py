"""Authentication: keys that work, and keys that are refused."""

from __future__ import annotations

from ..replay.fixtures import Request

API_KEY = "sk-KEY"

# Good but another user's, with its quota used up, of a banned user, disabled, and good but of a user without money.
_STANDINGS = ("ordinary", "spent", "banned", "disabled", "poor")  # `sk-SPENT-KEY` is the key that is spent
_ELSEWHERE = ("", "Bearer midjourney-proxy", "midjourney-proxy")

# The case that shows how each of them is refused.
REFUSALS: dict[str, tuple[str, ...]] = {
    "none": ("no-key", "wrong-key"),
    "wrong": ("wrong-key", "no-key"),
    "spent": ("key-spent",),
    "banned": ("key-banned",),
    "disabled": ("key-disabled",),
    "poor": ("no-quota",),
}


def standing(request: Request) -> str:
    """The standing of a request's key.

    `Bearer ` (in this case, with one space) and `sk-` are optional. `mj-api-secret` counts where Authorization is
    absent or says that the key is there.
    """
    shown = request.header("authorization") or ""
    if shown in _ELSEWHERE:
        shown = request.header("mj-api-secret") or ""
    if not shown:
        return "none"
    name = shown.removeprefix("Bearer ").removeprefix("sk-")
    return "good" if name == "KEY" else next((one for one in _STANDINGS if name == f"{one.upper()}-KEY"), "wrong")


def is_accepted(request: Request) -> bool:
    """Return True if the key of a request is valid."""
    return standing(request) in ("good", "ordinary")
