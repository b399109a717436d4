"""Seldom looking for circles of values that hold one another: playing makes none.

What an episode makes is counted by reference and lives on in what the world remembers, and Python
goes through it again and again: a third of the time of a run, to find nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

# Python looks after 700 new values that are still held, then 10 and 10 times as seldom. With these
# the memory that circles of other threads may take in between remains bounded.
SELDOM = (1_000_000, 20, 100)

_lock = Lock()
_inside = 0
_usual = gc.get_threshold()


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """May stand within itself and in several threads: the last one out puts things back."""
    global _inside, _usual
    with _lock:
        if _inside == 0:
            _usual = gc.get_threshold()
            gc.set_threshold(*SELDOM)
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0:
                gc.set_threshold(*_usual)
