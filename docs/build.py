"""Build the documentation site in build/site: `python docs/build.py`.

Each language is a project of its own for Zensical: English at the root, Chinese below `zh`. The English project also
has the documents of the root directory and the reference.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import reference
import yaml

ROOT = Path(__file__).resolve().parents[1]
CLIENT = ROOT / "generated" / "ezlink"
STAGE = ROOT / "build" / "docs"
SITE = ROOT / "build" / "site"

GUIDE = (
    "quickstart", "migration", "streams", "tools", "endpoints", "media", "tasks",
    "errors", "faults", "settings", "security", "troubleshooting", "observability", "batch", "testing", "mock-server",
    "vendoring", "specification", "compatibility", "other-languages", "any-document", "public-apis",
    "diagnostics",
)  # fmt: skip
PROJECT = {
    "spec/EXTENSIONS.md": "extensions.md",
    "CONTRIBUTING.md": "contributing.md",
    "ARCHITECTURE.md": "architecture.md",
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changelog.md",
}


class Language(NamedTuple):
    """A language of the site. `prefix` is the folder of its pages, `sections` are titles of the navigation."""

    name: str
    readme: str
    prefix: str
    sections: tuple[str, str, str, str]


LANGUAGES = {
    "en": Language("English", "README.md", "", ("Home", "Guide", "Project", "Reference")),
    "zh": Language("中文", "README.zh-CN.md", "zh/", ("首页", "指南", "项目（英文）", "参考手册（英文）")),
}
# `[text](target)`; the first two branches skip fenced blocks and code.
_LINK = re.compile(r"^ *```.*?^ *```|`[^`\n]+`|\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)", re.DOTALL | re.MULTILINE)


def pages() -> dict[Path, str]:
    """Every document that becomes a page, with its place in the site."""
    found = {ROOT / source: page for source, page in PROJECT.items()}
    for code, language in LANGUAGES.items():
        found[ROOT / language.readme] = f"{language.prefix}index.md"
        found |= {ROOT / "docs" / code / f"{name}.md": f"{language.prefix}{name}.md" for name in GUIDE}
    return found


def relinked(source: Path, places: dict[Path, str]) -> str:
    """The text of a document with links between pages of the site. Links to other files become plain text."""
    own = places[source]

    def replace(found: re.Match[str]) -> str:
        text, target = found[1], found[2]
        if target is None or target.startswith(("https://", "#")):
            return found[0]
        path, hash, anchor = target.partition("#")
        file = (source.parent / path).resolve()
        place = places.get(file)
        if place is None:  # left as it is where it leads nowhere: the build then fails
            return text if file.exists() else found[0]
        if place.startswith("zh/") != own.startswith("zh/"):  # in the site, but not in this project
            place = _html(place)
        return f"[{text}]({os.path.relpath(place, os.path.dirname(own) or '.')}{hash}{anchor})"

    return _LINK.sub(replace, source.read_text("utf-8"))


def write_project(code: str) -> Path:
    """Write the project of a language to build/docs and return its configuration file."""
    language, folder, places = LANGUAGES[code], STAGE / code, pages()
    shutil.rmtree(folder, ignore_errors=True)
    home, guide, project, manual = language.sections
    nav: list[Any] = [{home: "index.md"}, {guide: [f"{name}.md" for name in GUIDE]}]
    texts = {
        place.removeprefix(language.prefix): relinked(source, places)
        for source, place in places.items()
        if place.startswith("zh/") == (code == "zh")
    }
    if code == "zh":
        nav.append({project: [{_title(ROOT / source): f"../{_html(page)}"} for source, page in PROJECT.items()]})
        nav.append({manual: "../reference/index.html"})
    else:
        sections = list(reference.pages(CLIENT))
        texts["reference/index.md"] = reference.index(sections)
        texts |= {page.path: page.text for _, entries in sections for page in entries}
        listed = [{name: [{page.title: page.path} for page in entries]} for name, entries in sections]
        nav += [{project: [*PROJECT.values()]}, {manual: ["reference/index.md", *listed]}]
    for path, text in texts.items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(_settings(code, nav), allow_unicode=True, sort_keys=False), "utf-8")
    return config


def _settings(code: str, nav: list[Any]) -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "mkdocs.yml").read_text("utf-8"))
    options = settings.pop("reference")
    if code == "en":
        handler = {"paths": [str(CLIENT.parent)], "options": options}
        settings["plugins"].append({"mkdocstrings": {"handlers": {"python": handler}}})
    root = os.path.relpath(".", LANGUAGES[code].prefix or ".")
    settings["nav"] = nav
    settings["theme"]["language"] = code
    settings["extra"] = {
        "generator": False,
        "alternate": [
            {"name": language.name, "link": f"{root}/{language.prefix}index.html", "lang": lang}
            for lang, language in LANGUAGES.items()
        ],
    }
    return settings


def link_translations() -> None:
    """Make the language menu of each page lead to the same page in the other language."""
    for name in GUIDE:
        for page, other in ((f"{name}.html", "zh/"), (f"zh/{name}.html", "../")):
            text = (SITE / page).read_text("utf-8")
            lang = "zh" if other == "zh/" else "en"
            menu = re.compile(rf'href="[^"]*index\.html" hreflang="{lang}"')
            (SITE / page).write_text(menu.sub(f'href="{other}{name}.html" hreflang="{lang}"', text), "utf-8")


def _title(source: Path) -> str:
    return source.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def _html(page: str) -> str:
    return page.removesuffix(".md") + ".html"


def main() -> int:
    """Build both languages. Returns the exit code: 1 if a page has a problem."""
    shutil.rmtree(SITE, ignore_errors=True)
    for code, language in LANGUAGES.items():
        config = write_project(code)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(config)]
        done = subprocess.run(command, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        # A docstring that cannot be parsed is a warning of griffe, which does not fail the build by itself.
        if done.returncode or "griffe:" in done.stdout:
            print(done.stdout.partition("Traceback")[0])
            return 1
        shutil.copytree(config.parent / "site", SITE / language.prefix)
    link_translations()
    print("The site is in", SITE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
