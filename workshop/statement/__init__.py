"""One statement as a good colleague reads it: what it says, what it leaves out, and how to say it plainly."""

from workshop.statement.advice import missing, suggestion
from workshop.statement.aims import is_aim
from workshop.statement.changes import OPEN, TO, way
from workshop.statement.plainness import plain
from workshop.statement.reading import Reading, due, read
from workshop.statement.subjects import Parts

__all__ = ["OPEN", "TO", "Parts", "Reading", "due", "is_aim", "missing", "plain", "read", "suggestion", "way"]
