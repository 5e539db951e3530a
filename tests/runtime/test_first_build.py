"""msgspec's first build of a type among threads, which crashes the interpreter where nothing prevents it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys, threading
import msgspec
from generator.runtime.response.decoding import convert, convert_tolerant, decoder

sys.setswitchinterval(1e-6)

def nested(depth):
    kind = int
    for level in range(depth):
        kind = msgspec.defstruct(f"Level{level}", [("inner", list[kind]), ("other", dict[str, kind] | None, None)])
    return kind

def work(number):
    barrier.wait()
    if number % 3 == 0:
        decoder(kind).decode(b'{"inner":[]}')
    elif number % 3 == 1:
        convert({"inner": []}, kind)
    else:
        convert_tolerant({"inner": []}, kind)

for _ in range(60):
    kind, barrier = nested(30), threading.Barrier(12)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""


def test_threads_may_decode_a_type_for_the_first_time_together() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


FORKED = """
import os
from generator.runtime.response import decoding
with decoding._build_lock:  # as another thread may hold it at the fork
    child = os.fork()
    if not child:
        os._exit(decoding.decoder(int).decode(b"7"))
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_builds_types_though_a_thread_of_its_parent_did() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.stdout == "7\n", done.stderr
