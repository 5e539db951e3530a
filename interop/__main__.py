"""Try the generators: `python -m interop [--only NAME]`.

The outcome goes to interop/outcome.json, and as a table into the documentation.
"""

from __future__ import annotations

import argparse
import sys

from .hand_written import typescript
from .prism import proxy, successes
from .run import generators, run
from .table import load, row, save


def main() -> int:
    """Return 1 if a generator does less than it did before, or a check fails."""
    parser = argparse.ArgumentParser(prog="python -m interop", description=__doc__)
    parser.add_argument("--only", help="try only the generators whose name contains this")
    options = parser.parse_args()
    before = {outcome["name"]: outcome for outcome in load()}
    chosen = [one for one in generators() if options.only is None or options.only in one["name"]]
    worse = False
    for generator in chosen:
        outcome = run(generator)
        print(row(outcome), flush=True)
        known = before.get(outcome["name"], {})
        if "skipped" in outcome and known:
            continue  # what was found where the tools are stays
        worse |= len(outcome.get("calls", ())) < len(known.get("calls", ()))
        before[outcome["name"]] = outcome
    if options.only is None:
        checks = {"TypeScript by hand": typescript, "Prism": lambda: proxy(successes())}
        for name, check in checks.items():
            said, good = check()
            print(f"{name}: {said}", flush=True)
            worse |= not good
    order = [one["name"] for one in generators()]
    save([before[name] for name in order if name in before])
    return int(worse)


if __name__ == "__main__":
    sys.exit(main())
