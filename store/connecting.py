"""Connecting to a file through SQLite: whatever its name, trusting nothing in it, syncing everything."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

WAIT = 10.0
"""Seconds to wait while another process writes."""

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-~")


def uri(path: str | os.PathLike[str], **query: str | int) -> str:
    """The path as SQLite takes it, whatever bytes are in its name."""
    whole = os.fsencode(os.path.abspath(path))
    if os.name == "nt":
        whole = b"/" + whole.replace(b"\\", b"/")
    kept = "".join(chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in whole)
    return f"file:{kept}?" + "&".join(f"{name}={value}" for name, value in query.items())


def connect(path: str | os.PathLike[str], mode: str) -> sqlite3.Connection:
    """A connection as every part of the store uses it: transactions by hand, nothing in the file trusted."""
    db = sqlite3.connect(uri(path, mode=mode), uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY", "synchronous = FULL"):
        db.execute(f"PRAGMA {pragma}")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = 1")
    return db


@contextmanager
def in_memory(data: bytes) -> Iterator[sqlite3.Connection]:
    """A connection to a workshop's bytes, which are in no file. Raises sqlite3.Error where they are none."""
    db = sqlite3.connect(":memory:", isolation_level=None, uri=True)
    try:
        db.deserialize(data)
        yield db
    finally:
        db.close()
