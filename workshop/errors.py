"""Every error that a user can cause: one line that says what is wrong, where, and what to do."""


class WorkshopError(Exception):
    """One line for the person who typed. Caught in two places only: the command line and the app."""

    exit_code = 2


class NotUnderstood(WorkshopError):
    """A value that cannot be read as what its field holds."""


class NoSuchRecord(WorkshopError):
    """A ref that names nothing in this workshop."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"There is no “{ref}” in this workshop; give the ref of a record that is there")


class NoSuchField(WorkshopError):
    """A field that the kind of record does not have."""

    def __init__(self, kind: str, name: str, fields: list[str]) -> None:
        super().__init__(f"A record of kind {kind} has no field “{name}”; it has {', '.join(fields)}")


class NoSuchKind(WorkshopError):
    """A kind of record that the method does not know."""

    def __init__(self, name: str, kinds: list[str]) -> None:
        super().__init__(f"“{name}” is no kind of record; there are {', '.join(kinds)}")


class Refused(WorkshopError):
    """A change that would leave the workshop saying something senseless."""
