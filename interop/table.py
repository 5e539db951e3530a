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
_HEADS = {
    "en": "| language | generator | version | document | generated | compiled | calls | missing, and whose fault |",
    "zh": "| 语言 | 生成器 | 版本 | 文档 | 生成 | 编译 | 调用 | 缺少的调用，以及问题在哪一方 |",
}
_WORDS = {
    "en": {"what": "en", "yes": "yes", "no": "no", "generator": "generator", "document": "document", "hand": "by hand"},
    "zh": {"what": "zh", "yes": "是", "no": "否", "generator": "生成器", "document": "文档", "hand": "自行解码"},
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
    faults = {one["name"]: one.get("fault") for one in generators()}
    lines = [_HEADS[language], "|" + " --- |" * 8]
    lines += [_line(outcome, faults.get(outcome["name"]), _WORDS[language]) for outcome in outcomes]
    return "\n".join(lines) + "\n"


def _line(outcome: Mapping[str, Any], fault: Mapping[str, str] | None, words: Mapping[str, str]) -> str:
    def yes(step: str) -> str:
        return words["yes"] if outcome.get(step) else words["no"]

    cells = [outcome["language"], outcome["name"], outcome["version"], f"`{outcome['document']}`"]
    if "skipped" in outcome:
        return _cells([*cells, "–", "–", "–", outcome["skipped"]])
    count = f"{len(outcome.get('calls', ()))}/{len(CALLS)}"
    by_hand = ", ".join(outcome.get("by_hand", ()))
    count += f" ({words['hand']}: {by_hand})" if by_hand else ""
    return _cells([*cells, yes("generated"), yes("compiled"), count, _missing(outcome, fault, words)])


def _missing(outcome: Mapping[str, Any], fault: Mapping[str, str] | None, words: Mapping[str, str]) -> str:
    if "failure" not in outcome or fault is None:
        return ""
    missing = ", ".join(name for name in CALLS if name not in outcome.get("calls", ())) if "calls" in outcome else ""
    issue = f" ([issue]({fault['issue']}))" if "issue" in fault else ""
    what = f"{words[fault['of']]}: {fault[words['what']]}{issue}"
    return f"{missing}; {what}" if missing else what


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
