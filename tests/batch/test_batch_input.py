"""Input, journal and output of a batch that do not fit: reported before anything is sent."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from math import nan
from pathlib import Path

import pytest

from ezlink import EZLink, batch

from .conftest import Counting, client, line, written

_CHAT = "/v1/chat/completions"
BAD = {
    "no JSON": (["{", ""], "in:2: "),
    "no object": (["[]\n"], "in:2: Expected `object`, got `array`"),
    "no name": (['{"url": "/v1/embeddings"}\n'], "in:2: Object missing required field `custom_id`"),
    "twice": (["\n", line("a")], "in:3: the custom_id 'a' is that of call 1 already"),
    "unknown endpoint": (
        [line("b", url="/v1/embedding")],
        "there is no endpoint POST /v1/embedding: did you mean POST /v1/embeddings?",
    ),
    "a whole address": (
        [line("b", url="https://x.example/v1/embeddings")],
        "url: only the path, such as /v1/embeddings",
    ),
    "an argument is missing": (
        [line("b", body={"model": "m"})],
        "embeddings.create() is missing 1 required argument: 'input'",
    ),
    "a stream": ([line("b", url=_CHAT, body={"model": "m", "messages": [], "stream": True})], "leave out `stream`"),
    "a file comes": (
        [line("b", url="/v1/audio/speech", body={"model": "tts-1", "input": "x", "voice": "alloy"})],
        "a file or bare text",
    ),
    "a file goes": ([line("b", url="/v1/files", body={"file": "x"})], "takes a file: a batch sends JSON only"),
}


@pytest.mark.parametrize(("lines", "said"), BAD.values(), ids=BAD)
def test_bad_input_is_told_with_its_line_and_nothing_is_sent(
    server: Counting, tmp_path: Path, lines: list[str], said: str
) -> None:
    source = written(tmp_path / "in", line("a"), *lines)
    with pytest.raises(batch.BatchError) as told:
        batch.run(source, tmp_path / "out", client=client(server))
    assert said in str(told.value)
    assert not server.seen
    written(source, line("a"))
    assert batch.run(source, tmp_path / "out", client=client(server)).succeeded == 1


def test_what_is_not_of_the_batch_is_told(server: Counting, tmp_path: Path) -> None:
    source, out = written(tmp_path / "in", line("a"), line("b")), tmp_path / "out"
    batch.run(source, out, client=client(server))
    server.seen.clear()

    def told() -> str:
        with pytest.raises(batch.BatchError) as error:
            batch.run(source, out, client=client(server))
        assert not server.seen
        return str(error.value)

    written(source, line("a"), line("c"))
    assert "is the journal of another input: its call 2 is 'b'" in told()
    written(source, line("a"))
    assert "is the journal of a longer input (2 calls, not 1)" in told()
    written(source, line("a"), line("b"))
    kept = out.read_text()
    out.write_text(kept.splitlines(keepends=True)[0])
    assert "has 1 results, and its journal 2" in told()
    out.write_text("x\n" + kept)
    assert "out:1: this is no result of a batch" in told()
    out.unlink()
    assert "is gone, but its journal has results" in told()
    out.write_text(kept)
    batch.run(source, out, client=client(server))
    (tmp_path / "out.journal").unlink()
    assert "exists, and is not of a batch that can go on" in told()
    (tmp_path / "out.journal").write_text("not a database, but longer than one page would be" * 100)
    assert "is no journal of a batch" in told()
    source.unlink()
    out.unlink()
    (tmp_path / "out.journal").unlink()
    assert "in: No such file or directory" in told()


def test_what_cannot_be_is_told_before_anything_is_sent(server: Counting, tmp_path: Path) -> None:
    source, sync_client = written(tmp_path / "in", line("a")), EZLink(api_key="sk-KEY", base_url=server.url)
    with pytest.raises(TypeError, match="client is EZLink: a batch needs the async client"):
        batch.run(source, tmp_path / "out", client=sync_client)  # type: ignore[arg-type]
    for options in (batch.BatchOptions(concurrency=0), batch.BatchOptions(rate=0), batch.BatchOptions(rate=nan)):
        with pytest.raises(ValueError, match=r"(concurrency|rate) is (0|nan): "):
            batch.run(source, tmp_path / "out", client=client(server), options=options)

    async def main() -> None:
        batch.run(source, tmp_path / "out", client=client(server))

    with pytest.raises(TypeError, match=r"await batch\.run_async\(\)"):
        asyncio.run(main())
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(batch.BatchError, match="is no regular file, and it is read twice"):
        batch.run(tmp_path / "pipe", tmp_path / "out", client=client(server))
    with pytest.raises(batch.BatchError, match=r"other/out\.journal: unable to open"):
        batch.run(source, tmp_path / "other" / "out", client=client(server))
    (tmp_path / "results").symlink_to("/dev/full/no")
    with pytest.raises(batch.BatchError, match="results: Not a directory"):
        batch.run(source, tmp_path / "results", client=client(server))
    assert not server.seen


def test_what_cannot_be_written_is_told_and_stays_unknown(server: Counting, tmp_path: Path) -> None:
    source, out = written(tmp_path / "in", line("a")), tmp_path / "out"
    out.symlink_to("/dev/full")
    with pytest.raises(batch.BatchError, match="out: No space left on device"):
        batch.run(source, out, client=client(server))
    out.unlink()
    assert batch.run(source, out, client=client(server))[:4] == (0, 0, 1, 0)
    assert batch.run(source, out, client=client(server), options=batch.BatchOptions(resend_unknown=True)).succeeded


def test_only_one_process_writes_an_output(server: Counting, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "out.journal", isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE x(y)")
    with pytest.raises(batch.BatchError, match="another process is writing this batch"):
        batch.run(written(tmp_path / "in", line("a")), tmp_path / "out", client=client(server))
    other.close()
