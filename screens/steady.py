"""Long work beside the room, such that no key waits for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_going_on = 0


@contextmanager
def steady() -> Iterator[None]:
    """Nothing is tidied up meanwhile: looking through all that long work makes would hold the room for half a second.

    What is made so goes when it is no longer held; only what holds itself waits for the end.
    """
    global _going_on
    with _lock:
        _going_on += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _going_on -= 1
            if not _going_on:
                gc.enable()
