"""MANIFEST.json: what a package was rendered from, and what it needs. No date: the same input, the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..plan.ir import Plan
from ..unchanged import digest_of

# The generator's own version, to be raised when the same spec renders other files.
VERSION = "1"

# What the runtime needs: always, and for what is asked for by name. pyproject.toml says the same of the distribution.
PYTHON = ">=3.11"
REQUIRES = ("msgspec>=0.19", "urllib3>=2.2,<3", "aiohttp>=3.10,<4")
OPTIONAL = {"httpx2": ("httpx2>=2.16,<3",), "progress": ("rich>=13",)}
TRANSPORTS = ("urllib3", "aiohttp", "httpx2")


def manifest(plan: Plan, files: Mapping[str, str]) -> str:
    """The package and its requirements, and the digests of the spec and of every file."""
    about = {
        "name": plan.api.package,
        "version": plan.api.profile.version,
        **({"license": plan.api.license} if plan.api.license else {}),
        "generator": VERSION,
        "spec": plan.digest,
        "python": PYTHON,
        "requires": REQUIRES,
        "optional": OPTIONAL,
        "transports": TRANSPORTS,
        **_left_out(plan),
        "files": {path: digest_of(text) for path, text in sorted(files.items())},
    }
    return json.dumps(about, indent=1) + "\n"


def _left_out(plan: Plan) -> dict[str, list[dict[str, str]]]:
    """Return the parts of the document that are left out, or typed more widely than described, if any."""
    found = [one for one in plan.diagnostics if one.severity == "unsupported"]
    listed = [{"place": str(one.place), "what": one.message, "instead": one.instead} for one in found]
    return {"unsupported": listed} if listed else {}
