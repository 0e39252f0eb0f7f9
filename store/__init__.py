"""One workshop in one SQLite file: open it, act on it, take acts back, follow what others write."""

import workshop.records  # noqa: F401  declares every kind of record
