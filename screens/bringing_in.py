"""What a file from outside says to this workshop: a table, a workbook of ours that was edited, a JSON export."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from store.file import WorkshopFile
from workshop.errors import Refused

if TYPE_CHECKING:
    from exporters.returned import Returned, Sent
    from workshop.change import Logged
    from workshop.declare import Kind
    from workshop.draft import Plan
    from workshop.handback import Handback
    from workshop.headers import Sheets
    from workshop.proposals import Proposal, Proposed
    from workshop.state import Workshop


class Brought:
    """A file from outside, read and waiting: what it proposes, and the plan that takes a part of it."""

    def __init__(self, found: Sheets | Handback, *, ours: bool, by: str = "") -> None:
        self._found = found
        self.ours = ours
        """Whether it is a workbook of ours that comes back."""
        self.by = by
        """Who edited it, where it says so."""

    @property
    def step(self) -> int:
        """The step of the method to which it belongs."""
        return self._found.step

    def plan(self, takes: Callable[[Proposal], bool], removing: Iterable[str] = ()) -> Plan:
        """The plan that takes those proposals and takes out those records; its result is a Proposed."""
        from workshop import handback, proposals

        if isinstance(self._found, handback.Handback):
            return handback.taking(self._found, takes, removing)
        return proposals.taking(self._found)

    def proposed(self, file: WorkshopFile) -> Proposed:
        """All that it proposes to the workshop as it is now."""
        from workshop import handback, proposals

        if isinstance(self._found, handback.Handback):
            return handback.proposals(file.shop, self._found)
        return proposals.proposals(file.shop, self._found)


def brought(file: WorkshopFile, path: Path, kind: Kind | None = None) -> Brought:
    """Read a file for this workshop. Raises NotReadable and Refused, in a line that says the way out."""
    from exporters import guard, tables
    from workshop.headers import sorted_out

    if path.suffix.lower() == ".json":
        return Brought(_told(file, guard.contents(path), str(path)), ours=True)
    if path.suffix.lower() in (".xlsx", ".xlsm") and path.is_file():
        data = guard.contents(path)
        if guard.is_workbook(data) and not kind:
            from exporters.returned import Returned

            returned = Returned(data, str(path))
            if guard.made_by_us(data) or returned.sent.workshop:
                back = _handback(file, returned)
                return Brought(back, ours=True, by=back.by)
    return Brought(sorted_out(tables.read(path), kind), ours=False)


def _handback(file: WorkshopFile, returned: Returned) -> Handback:
    """A workbook of ours against what was sent; where nobody knows what was, against what there is now."""
    from exporters.handoff import described
    from exporters.redaction import redacted, redacted_log

    sent = returned.sent
    if sent.workshop and sent.workshop != file.shop.about.id:
        raise Refused("This workbook belongs to another workshop; open the one that it was exported from")
    base, log = _then(file, sent)
    shop = base or file.shop
    if sent.left_out == "redacted":
        shop, log = redacted(shop), redacted_log(shop, log)
    back = returned.read(described(shop, log, sent.form, sent.for_whom))
    back.sent = base
    return back


def _told(file: WorkshopFile, data: bytes, name: str) -> Handback:
    """A JSON export against what was told; a workshop with nothing in it takes over whatever it is told."""
    from exporters import told
    from exporters.redaction import redacted

    said = told.read(data, name)
    base, _ = _then(file, said.sent)
    shop = base or file.shop
    back = told.handback(said, redacted(shop) if said.sent.left_out == "redacted" else shop)
    back.sent = base or (file.shop if _is_bare(file.shop) else None)
    if base is None:
        back.gone.clear()
    return back


def _is_bare(shop: Workshop) -> bool:
    return all(record.kind.name == "workshop" for record in shop)


def _then(file: WorkshopFile, sent: Sent) -> tuple[Workshop | None, list[Logged]]:
    """The workshop as it stood when that was sent, and its log until then; no workshop where nobody can know."""
    from exporters.redaction import redacted_log
    from exporters.state_shown import export_id
    from store.versions import as_of

    log = list(file.log())
    before = [entry for entry in log if entry.n <= sent.n]
    base = as_of(file, sent.n) if before else None
    told = redacted_log(base, before) if base and sent.left_out == "redacted" else before
    return (base, before) if base and export_id(told) == sent.export else (None, log)
