"""Compile the hand-written client in TypeScript, and run the conformance corpus against it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter

from .conformance.__main__ import run
from .conformance.corpus import load
from .described import described
from .run import BUILD, DOCUMENTS, HERE


def typescript() -> tuple[str, bool]:
    """What to say about the client, and whether it conforms."""
    if missing := [tool for tool in ("node", "npm") if shutil.which(tool) is None]:
        return f"skipped, not installed here: {', '.join(missing)}", True
    here = shutil.copytree(HERE / "typescript", BUILD / "typescript", dirs_exist_ok=True)
    (here / "openapi.json").write_text(json.dumps(described(DOCUMENTS)), encoding="utf-8")
    build = ["npm", "ci", "--ignore-scripts", "--silent"], ["npx", "tsc", "-p", "."]
    for command in build:
        done = subprocess.run(["nice", *command], cwd=here, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{command[1]} fails: {(done.stdout + done.stderr).strip()[:300]}", False
    cases = list(load())
    passed = Counter(
        case.suite for case, problems in run(["node", str(here / "conformance.js")], cases) if not problems
    )
    total = Counter(case.suite for case in cases)
    counts = ", ".join(f"{suite} {passed[suite]}/{count}" for suite, count in total.items())
    return f"conformance {counts}", passed == total
