"""Compile the hand-written client in TypeScript, run the conformance corpus against it, and make the nine calls."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from .conformance.__main__ import run
from .conformance.corpus import load
from .described import described
from .run import BUILD, DOCUMENTS, HERE, called


def typescript() -> tuple[str, bool]:
    """Return a summary of the client, and whether it conforms and makes all calls."""
    if missing := [tool for tool in ("node", "npm") if shutil.which(tool) is None]:
        return f"skipped, not installed here: {', '.join(missing)}", True
    here = Path(shutil.copytree(HERE / "typescript", BUILD / "typescript", dirs_exist_ok=True))
    (here / "openapi.json").write_text(json.dumps(described(DOCUMENTS)), encoding="utf-8")
    for command in (["npm", "ci", "--ignore-scripts", "--silent"], ["npx", "tsc", "-p", "."]):
        done = subprocess.run(["nice", *command], cwd=here, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{command[1]} fails: {(done.stdout + done.stderr).strip()[:300]}", False
    faults, _ = called("node calls.js", here)
    right = sum(not fault for fault in faults.values())
    cases = list(load())
    judged = run(["node", str(here / "conformance.js")], cases)
    passed = Counter(case.suite for case, problems in judged if not problems)
    total = Counter(case.suite for case in cases)
    counts = ", ".join(f"{suite} {passed[suite]}/{count}" for suite, count in total.items())
    return f"{right}/{len(faults)} calls; conformance {counts}", passed == total and right == len(faults)
