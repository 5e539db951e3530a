"""Imported by Python as it starts: tasks wait a twentieth of their seconds, on a clock that is twenty times as fast.

A module of its own, so that the examples themselves run exactly as they stand.
"""

from ezlink.runtime.polling import poller as watching
from ezlink.runtime.polling import task as tasks

_clock, _sleep = tasks.monotonic, tasks.sleep


def monotonic() -> float:
    return _clock() * 20


def sleep(seconds: float) -> None:
    _sleep(seconds / 20)


tasks.monotonic = watching.monotonic = monotonic
tasks.sleep = sleep
