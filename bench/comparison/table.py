"""The table of the comparison: one line for each generator, from `results.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("results.json")
_WORDS = {
    "en": {
        "head": (
            "generator",
            "renders",
            "imports",
            "mypy strict",
            "pyright strict",
            "right calls",
            "CPU seconds",
            "lines",
        ),
        "about": "Of {documents} documents ({names}): how many each generator renders, imports and leaves without a"
        " complaint of a type checker; the median CPU time and number of lines (ours with its runtime, the others"
        " without the libraries that they call).",
        "right": "Right calls are counted for the form of this generator's clients only.",
        "unmeasured": "Not measured: ",
    },
    "zh": {
        "head": ("生成器", "能生成", "能导入", "mypy 严格", "pyright 严格", "正确的调用", "CPU 秒", "行数"),
        "about": "共 {documents} 个文档（{names}）：各生成器能生成、能导入、类型检查无报错的文档数，"
        "以及 CPU 时间和行数的中位数（本生成器含其运行时，其他不含所调用的库）。",
        "right": "“正确的调用”只对本生成器的客户端形式进行统计。",
        "unmeasured": "未测量：",
    },
}


def table(language: str) -> str:
    """The table in a language, as Markdown, with what it says and what was not measured."""
    results: dict[str, Any] = json.loads(RESULTS.read_text("utf-8"))
    words, outcomes = _WORDS[language], results["outcomes"]
    names = list(dict.fromkeys(one["document"] for one in outcomes))
    head = words["head"]
    lines = [_row(head), _row(["---"] + ["---:"] * (len(head) - 1))]
    for generator in results["generators"]:
        own = [one for one in outcomes if one["generator"] == generator["name"]]
        lines.append(_row([f"{generator['name']} {generator['version']}".strip(), *_figures(own)]))
    joined = ", ".join(f"`{name}`" for name in names)
    about = str(words["about"]).format(documents=len(names), names=joined)
    separator = "; " if language == "en" else "；"
    unmeasured = separator.join(f"{one['name']} ({one[language]})" for one in results["unmeasured"])
    return "\n".join([*lines, "", f"{about} {words['right']} {words['unmeasured']}{unmeasured}."]) + "\n"


def _figures(own: list[dict[str, Any]]) -> list[str]:
    rendered = [one for one in own if one["rendered"]]
    counted = [one for one in own if one["operations"] is not None]
    right = f"{sum(one['right'] for one in counted)} / {sum(one['operations'] for one in counted)}" if counted else "–"
    count: Callable[[str], str] = lambda key: str(sum(one[key] == 0 for one in own))  # noqa: E731
    return [
        str(len(rendered)), str(sum(one["imports"] for one in own)), count("mypy"), count("pyright"), right,
        f"{_median([one['seconds'] for one in rendered]):.1f}", f"{_median([one['lines'] for one in rendered]):,.0f}",
    ]  # fmt: skip


def _median(values: list[float]) -> float:
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2 if ordered else 0


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
