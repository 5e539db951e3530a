"""The verb `release`: whether a tag fits the version and the changelog, and the notes of the release."""

from __future__ import annotations

import re
from pathlib import Path

from .cli_output.console import Failure


def notes(tag: str, version: str, changelog: Path) -> str:
    """The section of a version in the changelog. Raises `Failure` if the tag is of another version or says nothing."""
    if tag.removeprefix("v") != version:
        hint = f"tag v{version}, or set info.version and render anew"
        raise Failure(f"the tag {tag} is not of the version {version}", hint)
    text = changelog.read_text("utf-8") if changelog.is_file() else ""
    heading = rf"(?m)^## \[?v?{re.escape(version)}\]?(?: [^\n]*)?\n(.*?)(?=^## |^\[|\Z)"
    found = re.search(heading, text, re.DOTALL)
    if not found or not found[1].strip():
        hint = f"rename '## [Unreleased]' to '## [{version}] - DATE', and begin a new one above"
        raise Failure(f"{changelog} has no section for {version}", hint)
    return found[1].strip() + "\n"
