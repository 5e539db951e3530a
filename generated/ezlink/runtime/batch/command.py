"""The command `batch`: `python -m <package> batch IN.jsonl OUT.jsonl`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from ..errors import ConfigurationError
from .calls import BatchError
from .engine import JOURNAL, BatchOptions, Summary, run
from .journal import Journal, State
from .progress import Bar

_LISTED = 20


def main(arguments: Sequence[str], program: str) -> int:
    """Run a batch. Returns 0 if every call has a result, 1 if not, 2 if it could not run, 130 if it was interrupted."""
    parser = argparse.ArgumentParser(
        prog=program,
        description="Send the calls of a file: a line has custom_id, method, url and body. Started again, it goes on "
        "where it stopped; what may have been paid for is listed, and not sent again.",
    )
    parser.add_argument("input", metavar="IN.jsonl", type=Path)
    parser.add_argument("output", metavar="OUT.jsonl", type=Path)
    parser.add_argument(
        "--concurrency",
        metavar="N",
        type=_positive,
        default=BatchOptions().concurrency,
        help="calls in flight at a time (%(default)s)",
    )
    parser.add_argument("--rate", metavar="N", type=float, help="calls per second at most")
    parser.add_argument(
        "--max-cost-calls", metavar="N", type=_positive, help="send N calls at most that may cost money"
    )
    parser.add_argument("--resend-unknown", action="store_true", help="send again what may have been paid for")
    parser.add_argument("--retry-failed", action="store_true", help="send again what was refused or never arrived")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    given = parser.parse_args(arguments)
    options = BatchOptions(
        given.concurrency, given.rate, given.max_cost_calls, given.resend_unknown, given.retry_failed
    )
    try:
        options.check()
    except ValueError as error:
        parser.error(str(error))
    bar = Bar()
    try:
        summary = run(given.input, given.output, options=options, on_progress=None if given.quiet else bar)
    except (BatchError, ConfigurationError) as error:
        bar.close()
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        bar.close()
        print("Interrupted. Start it again to go on.", file=sys.stderr)
        return 130
    if not given.quiet:
        bar.show(summary)
        bar.close()
    _report(summary, given.output)
    if summary.stopped:
        return 130
    return 0 if not (summary.failed or summary.unknown or summary.left) else 1


def _positive(text: str) -> int:
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("a number above 0")
    return number


def _report(summary: Summary, output: Path) -> None:
    total = summary.succeeded + summary.failed + summary.unknown + summary.left
    print(
        f"{total:,} calls: {summary.succeeded:,} succeeded, {summary.failed:,} failed, {summary.unknown:,} unknown, "
        f"{summary.left:,} not sent."
    )
    if summary.failed:
        print(f"Failed calls cost nothing; {output} has the reasons. --retry-failed sends them again.")
    if summary.left:
        print("Start it again to send the others.")
    if summary.unknown:
        print("May have been paid for, and are sent again only with --resend-unknown:")
        with closing(Journal(output.with_name(output.name + JOURNAL))) as journal:
            for number, custom_id in islice(journal.names(State.SENT, State.UNKNOWN), _LISTED):
                print(f"  {custom_id} (call {number})")
        if summary.unknown > _LISTED:
            print(f"  and {summary.unknown - _LISTED:,} more")
