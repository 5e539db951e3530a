"""A batch of many calls: CPU of a call, and how much memory the process takes on while it runs."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

# BATCH=100000 for the figures of a large one.
CALLS = int(os.environ.get("BATCH", "5000"))
TOGETHER = 100
BODY: dict[str, Any] = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]}


def _peak() -> float:
    """MiB that this process had in memory at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measured(run: Callable[[Path, Path], object]) -> list[float]:
    """Return the CPU microseconds of a call and the MiB that the process grew by, for a batch from file to file."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        lines = (
            {"custom_id": str(n), "method": "POST", "url": "/v1/chat/completions", "body": BODY} for n in range(CALLS)
        )
        with source.open("w") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
        few = Path(folder, "few.jsonl")
        few.write_text("".join(source.read_text().splitlines(keepends=True)[:TOGETHER]))
        run(few, Path(folder, "few-out.jsonl"))  # what is imported and made once is not counted
        before, start = _peak(), time.process_time()
        run(source, out)
        spent, after = time.process_time() - start, _peak()
        with out.open() as file:
            assert sum(1 for _ in file) == CALLS
    return [spent / CALLS * 1e6, after - before]


def by_semaphore(source: Path, out: Path, ask: Callable[[dict[str, Any]], Awaitable[str]]) -> Awaitable[None]:
    """A batch as people write it by hand: a task for each line, a semaphore, and the results in the end."""

    async def main() -> None:
        semaphore = asyncio.Semaphore(TOGETHER)

        async def one(line: dict[str, Any]) -> str:
            async with semaphore:
                return json.dumps({"custom_id": line["custom_id"], "response": json.loads(await ask(line["body"]))})

        calls = [json.loads(line) for line in source.read_text().splitlines()]
        results = await asyncio.gather(*map(one, calls))
        out.write_text("".join(f"{result}\n" for result in results))

    return main()
