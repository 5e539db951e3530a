"""The page of the documentation that explains every code, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from . import SEVERITIES, Explanation, explanations

_INTRODUCTION = {
    "en": """# Diagnostics

Each diagnostic ends with its code in brackets. `python -m generator explain CODE` shows what this page says about it,
`explain` alone lists all codes, and `--json` has them as data. What each severity means is in
[Any OpenAPI document](any-document.md#what-is-reported).

In the examples, lines with `-` cause the diagnostic, and lines with `+` fix it.
""",
    "zh": """# 诊断

每条诊断以方括号中的代码结尾。`python -m generator explain CODE` 显示本页对它的说明，只写 `explain` 则列出全部代码，
`--json` 以数据形式给出。各严重级别的含义见[任意 OpenAPI 文档](any-document.md#what-is-reported)。

示例中带 `-` 的行引起诊断，带 `+` 的行是改正后的写法。
""",
}
_TITLES = {
    "en": {"error": "Errors", "unsupported": "Unsupported", "warning": "Warnings"},
    "zh": {"error": "错误", "unsupported": "不支持", "warning": "警告"},
}
_WORDS = {
    "en": {"error": "error", "unsupported": "unsupported", "warning": "warning", "or": " or ", "fix": "Fix: "},
    "zh": {"error": "错误", "unsupported": "不支持", "warning": "警告", "or": "或", "fix": "办法："},
}
_KEPT = {"en": "; only in documents that are kept for this generator", "zh": "；仅用于为本生成器维护的文档"}


def page(language: str) -> str:
    """The page as Markdown."""
    return "\n".join([_INTRODUCTION[language], *_sections(language)])


def _sections(language: str) -> Iterator[str]:
    for severity in SEVERITIES:
        yield f"## {_TITLES[language][severity]} {{ #{severity} }}\n"
        for one in explanations().values():
            if one.severities[0] == severity:
                yield _section(one, language)


def _section(one: Explanation, language: str) -> str:
    terms, words = _WORDS[language], one.words[language]
    told = terms["or"].join(terms[severity] for severity in one.severities) + (_KEPT[language] if one.kept else "")
    text = f"### {one.code}\n\n*{told}*\n\n{words.holds}\n\n{words.why}\n\n{terms['fix']}{words.fix}\n"
    return text + (f"\n```diff\n{one.example}```\n" if one.example else "")
