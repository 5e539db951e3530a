"""The outcome of the generators, as data and as a table in the documentation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .calls import CALLS
from .run import ROOT, generators

OUTCOME = Path(__file__).parent / "outcome.json"
PAGES = {language: ROOT / "docs" / language / "other-languages.md" for language in ("en", "zh")}
BEGIN, END = "<!-- interop: rendered by `make interop` -->\n", "<!-- /interop -->\n"
_WORDS = {
    "en": {
        "head": "| language | generator | OpenAPI | generated | compiled | calls |",
        "by hand": "by hand",
        "missing": "What is missing:",
        "item": "* {name}: {calls}. The {of}: {what}{issue}.",
        "issue": " ([issue]({}))",
        "list": ", ",
        "generator": "generator",
        "document": "document",
        "does not compile": "it does not compile",
    },
    "zh": {
        "head": "| 语言 | 生成器 | OpenAPI | 生成 | 编译 | 调用 |",
        "by hand": "自行解码",
        "missing": "缺少的部分：",
        "item": "* {name}：{calls}。{of}：{what}{issue}。",
        "issue": "（[问题]({})）",
        "list": "、",
        "generator": "生成器",
        "document": "文档",
        "does not compile": "无法编译",
    },
}


def load() -> list[dict[str, Any]]:
    """The last outcome; nothing where there is none."""
    found: list[dict[str, Any]] = json.loads(OUTCOME.read_text(encoding="utf-8")) if OUTCOME.is_file() else []
    return found


def save(outcomes: Sequence[Mapping[str, Any]]) -> None:
    """Write the outcome, and the table into the documentation."""
    OUTCOME.write_text(json.dumps(outcomes, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for language, page in PAGES.items():
        page.write_text(with_table(page.read_text(encoding="utf-8"), outcomes, language), encoding="utf-8")


def with_table(text: str, outcomes: Sequence[Mapping[str, Any]], language: str) -> str:
    """A page of the documentation with the table of these outcomes in it."""
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n{_table(outcomes, language)}\n{END}{after}"


def _table(outcomes: Sequence[Mapping[str, Any]], language: str) -> str:
    words, faults = _WORDS[language], {one["name"]: one.get("fault") for one in generators()}
    lines = [words["head"], "|" + " --- |" * 6, *(_line(outcome, words) for outcome in outcomes)]
    missing = [
        _missing(outcome, fault, language)
        for outcome in outcomes
        if "failure" in outcome and (fault := faults.get(outcome["name"]))
    ]
    return "\n".join([*lines, "", words["missing"], "", *missing]) + "\n"


def _line(outcome: Mapping[str, Any], words: Mapping[str, str]) -> str:
    version = "3.0" if "3.0" in outcome["document"] else "3.1"
    cells = [outcome["language"], f"{outcome['name']} {outcome['version']}", version]
    if "skipped" in outcome:
        return _cells([*cells, "–", "–", outcome["skipped"]])
    by_hand = ", ".join(outcome.get("by_hand", ()))
    count = f"{len(outcome.get('calls', ()))}/{len(CALLS)}" + (f" ({words['by hand']}: {by_hand})" if by_hand else "")
    return _cells([*cells, *("✓" if outcome.get(step) else "✗" for step in ("generated", "compiled")), count])


def _missing(outcome: Mapping[str, Any], fault: Mapping[str, str], language: str) -> str:
    words = _WORDS[language]
    calls = words["list"].join(name for name in CALLS if name not in outcome.get("calls", ()))
    return words["item"].format(
        name=outcome["name"],
        calls=calls if outcome.get("compiled") else words["does not compile"],
        of=words[fault["of"]],
        what=fault[language],
        issue=words["issue"].format(fault["issue"]) if "issue" in fault else "",
    )


def _cells(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def row(outcome: Mapping[str, Any]) -> str:
    """One line for the terminal."""
    name = f"{outcome['language']}: {outcome['name']} {outcome['version']}"
    if "skipped" in outcome:
        return f"{name}: skipped, {outcome['skipped']}"
    steps = f"generated {bool(outcome.get('generated'))}, compiled {bool(outcome.get('compiled'))}"
    failure = f"; first failure: {outcome['failure']}" if "failure" in outcome else ""
    return f"{name}: {steps}, {len(outcome.get('calls', ()))}/{len(CALLS)} calls{failure}"
