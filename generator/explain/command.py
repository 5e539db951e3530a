"""The verb `explain`."""

from __future__ import annotations

import re
import shutil
import sys
from textwrap import fill

from ..cli_output.console import Console, Failure
from . import SEVERITIES, Explanation, explanations, near

_WIDEST = 100
# Links of the documentation: in a terminal their text is enough.
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def run(code: str, console: Console, program: str) -> None:
    """Explain a code; without one, list all by severity."""
    known = explanations()
    if not code:
        _list(known, console, program)
        return
    if code not in known:
        nearest = near(code, known)
        hint = f"did you mean {' or '.join(nearest)}?" if nearest else f"`{program} explain` lists the codes"
        raise Failure(f"{code!r} is no code of a diagnostic", hint, code=2)
    if console.machine:
        console.summary.update(as_dict(known[code]))
        console.done("")
    else:
        _print(known[code])


def as_dict(one: Explanation) -> dict[str, object]:
    """An explanation for machines."""
    about = {"code": one.code, "severities": one.severities, "kept": one.kept}
    return {**about, **one.english._asdict(), "example": one.example}


def _list(known: dict[str, Explanation], console: Console, program: str) -> None:
    if console.machine:
        console.summary["codes"] = [as_dict(one) for one in known.values()]
        console.done("")
        return
    width = max(map(len, known)) + 2
    for severity in SEVERITIES:
        print(_strong(severity))
        for one in (one for one in known.values() if one.severities[0] == severity):
            print(_wrapped(one.english.holds, f"  {one.code:{width}}", " " * (width + 2)))
        print()
    print(f"`{program} explain CODE` says more about one.")


def _print(one: Explanation) -> None:
    kept = ", in documents that are kept for this generator" if one.kept else ""
    print(f"{_strong(one.code)}: {' or '.join(one.severities)}{kept}\n")
    print(_wrapped(one.english.holds), end="\n\n")
    print(_wrapped(one.english.why, "Why: ", "     "))
    print(_wrapped(one.english.fix, "How to fix it: ", "     "))
    if one.example:
        print("\nFor example:\n")
        for line in one.example.splitlines():
            print("  " + _coloured(line))


def _wrapped(text: str, first: str = "", others: str = "") -> str:
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    plain = _LINK.sub(r"\1", text)
    return fill(plain, width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)


def _strong(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m" if _in_colour() else text


def _coloured(line: str) -> str:
    colour = {"-": 31, "+": 32}.get(line[:1])
    return f"\x1b[{colour}m{line}\x1b[0m" if colour and _in_colour() else line


def _in_colour() -> bool:
    from os import environ

    return sys.stdout.isatty() and "NO_COLOR" not in environ and environ.get("TERM") != "dumb"
