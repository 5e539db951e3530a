"""The settings of the project around a copy, in pyproject.toml: requirements, and exclusions of tools."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .target import Target, requirement_name
from .verify import VendorError


class Addition(NamedTuple):
    """Items of a list in a table of pyproject.toml; a whole table of an array of tables where `key` is empty."""

    table: str
    key: str
    items: list[str]

    def toml(self) -> str:
        """The addition as a table of its own."""
        header = f"[{self.table}]" if self.key else f"[[{self.table}]]"
        return "\n".join([header, *([f"{self.key} = {_array(self.items)}"] if self.key else self.items)])


def additions(target: Target, requirements: Sequence[str]) -> list[Addition]:
    """Return what pyproject.toml lacks: requirements, and the exclusion of the copy from each tool it configures.

    For a project that sets up none of the tools: all of them. No requirements where the project names them elsewhere.
    """
    settings = _settings(target.project)
    path = target.root.relative_to(target.project).as_posix()
    module = {"module": f"{target.package}.*", "ignore_errors": True}
    tools = settings.get("tool", {})
    has_section = {name: name in tools for name in ("ruff", "black", "mypy", "pyright", "coverage")}
    wanted = {
        "ruff": Addition("tool.ruff", "extend-exclude", [path]),
        "mypy": Addition("tool.mypy.overrides", "", [f"{key} = {_string(value)}" for key, value in module.items()]),
        "pyright": Addition("tool.pyright", "ignore", [path]),
        "coverage": Addition("tool.coverage.run", "omit", [f"{path}/*"]),
    }
    chosen = [one for name, one in wanted.items() if has_section[name] or not any(has_section.values())]
    if not names_requirements_elsewhere(target.project):
        chosen.insert(0, Addition("project", "dependencies", list(requirements)))
    lacking = [_lacking(settings, one) for one in chosen]
    return [one for one in lacking if one.items]


def names_requirements_elsewhere(project: Path) -> bool:
    """True where pyproject.toml is not the place of requirements: without [project], as with Poetry, or dynamic."""
    settings = _settings(project)
    return "project" not in settings or "dependencies" in settings["project"].get("dynamic", [])


def edited(project: Path, wanted: Sequence[Addition]) -> str:
    """The text of pyproject.toml with the additions; its other lines stay as they are.

    Raises VendorError where the file is written in a way that is not understood.
    """
    text = _text(project)
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    for one in wanted:
        text = _with(text, one)
        try:
            missing = _lacking(tomllib.loads(text), one).items
        except tomllib.TOMLDecodeError:
            missing = one.items
        if missing:
            file = project / "pyproject.toml"
            raise VendorError(
                f"{file}: [{one.table}] is written in a way that cannot be edited. Add this:\n{one.toml()}"
            )
    return text.replace("\n", newline)


def write(project: Path, text: str) -> None:
    """Write pyproject.toml. Raises VendorError if that is not possible."""
    file = project / "pyproject.toml"
    try:
        file.write_bytes(text.encode())
    except OSError as error:
        raise VendorError(f"{file}: {error.strerror}: the copy was made, and nothing was added to this file") from error


def _settings(project: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(project))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VendorError(f"{project / 'pyproject.toml'}: {error}") from error


def _text(project: Path) -> str:
    try:
        return (project / "pyproject.toml").read_bytes().decode()
    except FileNotFoundError:
        return ""


def _lacking(settings: dict[str, Any], wanted: Addition) -> Addition:
    """The part of an addition that the settings do not have. A library that is required already stays as it is."""
    found: Any = settings
    for name in wanted.table.split("."):
        found = found.get(name, {})
    if not wanted.key:
        module = tomllib.loads("\n".join(wanted.items))["module"]
        return wanted._replace(items=[] if module in [one.get("module") for one in found] else wanted.items)
    present: list[str] = found.get(wanted.key, [])
    names = [requirement_name(one) for one in present if wanted.key == "dependencies"]
    items = [one for one in wanted.items if one not in present and requirement_name(one) not in names]
    return wanted._replace(items=items)


def _with(text: str, wanted: Addition) -> str:
    """The text with an addition: in the list if there is one, else in the table, else at the end."""
    header = re.search(rf"^\[{re.escape(wanted.table)}\][^\n]*\n?", text, re.MULTILINE) if wanted.key else None
    if header is None:
        return f"{text.rstrip()}\n\n{wanted.toml()}\n".lstrip()
    following = re.search(r"^\[", text[header.end() :], re.MULTILINE)
    end = header.end() + following.start() if following else len(text)
    found = re.search(rf"^{re.escape(wanted.key)}\s*=\s*\[", text[header.end() : end], re.MULTILINE)
    if found is None:
        return f"{text[: header.end()]}{wanted.key} = {_array(wanted.items)}\n{text[header.end() :]}"
    opening = header.end() + found.end()
    closing, last = _end_of_array(text, opening)
    comma = "" if text[last - 1] in ",[" else ","
    if "\n" not in text[opening:closing]:
        items = ", ".join(_string(item) for item in wanted.items)
        return f"{text[:last]}{comma}{' ' if last > opening else ''}{items}{text[last:]}"
    start = text.rindex("\n", 0, closing) + 1
    lines = re.findall(r"^([ \t]+)[\"']", text[opening:closing], re.MULTILINE)
    indent = lines[-1] if lines else "  "
    items = "".join(f"{indent}{_string(item)},\n" for item in wanted.items)
    return f"{text[:last]}{comma}{text[last:start]}{items}{text[start:]}"


def _end_of_array(text: str, start: int) -> tuple[int, int]:
    """Find where an array is closed, and where its last item or comma ends. Strings and comments may hold brackets."""
    last = start
    for token in re.finditer(r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#[^\n]*|\]|[^\s\]\"'#]", text[start:]):
        if token[0] == "]":
            return start + token.start(), last
        if not token[0].startswith("#"):
            last = start + token.end()
    return len(text), last


def _string(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _array(items: Sequence[str]) -> str:
    return "[" + ", ".join(_string(item) for item in items) + "]"
