"""`make from-openai`: each snippet with both packages, what is not the same, and the share of those that are."""

from __future__ import annotations

import json
import sys

from rich.table import Table

from bench.__main__ import console, environment, run

from .snippets import PRINTED, different


def main() -> int:
    """Run the snippets with both packages, print the table, and record what the OpenAI SDK's print."""
    environment()
    theirs, ours = (
        json.loads(run("-W", "ignore", "-m", "tests.from_openai.snippets", package)) for package in ("openai", "ezlink")
    )
    PRINTED.write_text(json.dumps(theirs, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    listed = different()
    table = Table("snippet", "openai", "ezlink", title="The same programs, with another import", title_justify="left")
    for name in theirs:
        same = theirs[name] == ours[name]
        table.add_row(name, _first_line(theirs[name]), "same" if same else f"[red]{_first_line(ours[name])}")
    console.print(table)
    differing = {name for name in theirs if theirs[name] != ours[name]}
    for name in sorted(differing | listed.keys()):
        console.print(f"{name}: {listed.get(name, 'differs, and is not in different.yaml')}")
    same = len(theirs) - len(differing)
    console.print(f"{same} of {len(theirs)} print the same: {same / len(theirs):.1%}")
    return 0 if differing == listed.keys() else 1


def _first_line(text: str) -> str:
    line = text.partition("\n")[0].replace("[", r"\[")
    return line if len(line) <= 50 else line[:49] + "…"


if __name__ == "__main__":
    sys.exit(main())
