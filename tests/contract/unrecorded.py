"""Lists what pages of the documentation say and no recording shows: `python -m tests.contract.unrecorded`.

It writes the claims that are open into spec/unrecorded.yaml, and takes those out that are recorded by now. Run it after
`documentation apply`; a claim of your own needs evidence of its own.
"""

from __future__ import annotations

import yaml

from generator.documentation.editor import Editor

from .claims import claimed, shown
from .document import SPEC
from .test_claims import is_listed, matches

PATH = SPEC / "unrecorded.yaml"
EVIDENCE = "documented: a page has it since this specification was written, and it was not recorded yet."


def refresh(text: str) -> str:
    """The register with the open claims of pages."""
    editor, open_claims = Editor(text), claimed() - shown()
    new = [claim for claim in sorted(open_claims) if not is_listed(claim, "unrecorded")]
    entries = yaml.load(text, yaml.CSafeLoader)["unrecorded"]
    index = next((number for number, one in enumerate(entries) if one["evidence"] == EVIDENCE), len(entries))
    known = entries[index]["claims"] if index < len(entries) else []
    claims = [one for one in known if any(matches(one, claim) for claim in open_claims)] + new
    if index < len(entries) and not claims:
        editor.remove(["unrecorded", str(index)])
    elif index < len(entries) and claims != known:
        editor.replace(["unrecorded", str(index), "claims"], claims)
    elif claims != known:
        editor.append(["unrecorded"], {"evidence": EVIDENCE, "claims": claims})
    return editor.text


if __name__ == "__main__":
    PATH.write_text(refresh(PATH.read_text("utf-8")), "utf-8")
