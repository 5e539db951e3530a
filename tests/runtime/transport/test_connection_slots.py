"""Slots of connections: a limit that holds, and that loses none."""

from __future__ import annotations

import threading
from queue import Empty

import pytest

from generator.runtime.transport.connection_slots import ConnectionSlots, Slot


def test_a_slot_is_in_use_as_long_as_somebody_refers_to_it() -> None:
    slots = ConnectionSlots(2)
    for _ in range(9):
        slots.take(0)
    held = [slots.take(0), slots.take(None)]
    for _ in range(2):
        with pytest.raises(Empty):
            slots.take(0)
    del held[0]
    held.append(slots.take(0))
    with pytest.raises(Empty):
        slots.take(0)


def test_all_that_wait_get_the_slots_that_are_dropped_together() -> None:
    def wait() -> None:
        taken.append(slots.take(10))

    slots, taken = ConnectionSlots(3), list[Slot]()
    held = [slots.take(0) for _ in range(3)]
    threads = [threading.Thread(target=wait) for _ in range(3)]
    for thread in threads:
        thread.start()
    held.clear()
    for thread in threads:
        thread.join(10)
    assert len(taken) == 3
    with pytest.raises(Empty):
        slots.take(0)


def test_one_that_gave_up_leaves_what_woke_it_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupt(BaseException):
        pass

    def interrupted(reference: object) -> bool:
        if threading.current_thread() is threading.main_thread() and add(reference):  # type: ignore[arg-type]
            raise Interrupt  # as a signal's handler may, when the slot is taken already
        return add(reference)  # type: ignore[arg-type]

    slots = ConnectionSlots(1)
    add = slots._add
    monkeypatch.setattr(slots, "_add", interrupted)
    with pytest.raises(Interrupt) as caught:
        slots.take(0)
    done = threading.Thread(target=lambda: slots.take(10))
    done.start()
    done.join(10)
    assert not done.is_alive()
    monkeypatch.undo()
    slots.take(0)
    assert caught.tb is not None  # it is still there, with all its frames
