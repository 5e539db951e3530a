"""`python -m tests.hostile [COUNT]` renders so many hostile strings; prints and counts what is wrong."""

from __future__ import annotations

import sys

from .cases import attempt_case
from .documents import attempt


def main(count: int) -> int:
    """Render so many hostile strings; print and count what is wrong."""
    done = seed = failed = refused = 0
    while done < count:
        for kind, tried in (("document", attempt(seed, names=seed % 3 == 0)), ("case", attempt_case(seed))):
            failed, refused = failed + bool(tried.faults), refused + (tried.faults is None)
            for one in tried.faults or ():
                print(f"{kind} {seed}: {one}")
            done += tried.strings
        seed += 1
    print(f"{done} hostile strings in {2 * seed} documents, {refused} refused, {failed} with a fault")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
