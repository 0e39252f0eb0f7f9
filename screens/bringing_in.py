"""What a file from outside says to this workshop: a table, a workbook of ours that was edited, a JSON export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.file import WorkshopFile
from workshop.draft import Draft, Plan
from workshop.errors import Refused
from workshop.incoming import handback, proposals
from workshop.incoming.blocks import Block
from workshop.incoming.handback import EVERYTHING, Choice, Gone, Handback
from workshop.incoming.headers import Sheets, sorted_out
from workshop.incoming.measured import readings
from workshop.incoming.proposals import Proposed
from workshop.records import Reading
from workshop.state import Workshop

if TYPE_CHECKING:
    from exporters.returned import Returned, Sent
    from workshop.change import Logged
    from workshop.declare import Kind


class Brought(NamedTuple):
    """A file from outside, read and waiting.

    `plan` gives the plan that does what was decided about it; its result is a Proposed. `ours` says that it
    is a workbook or JSON of ours that comes back, `by` who edited it.
    """

    plan: Callable[[Choice], Plan]
    step: int
    ours: bool = False
    by: str = ""
    gone: Sequence[Gone] = ()

    def proposed(self, shop: Workshop, choice: Choice = EVERYTHING) -> Proposed:
        """All that it proposes to the workshop as it is now, were that decided."""
        found = self.plan(choice)(Draft(shop))
        assert isinstance(found, Proposed)
        return found


def of_tables(sheets: Sheets) -> Brought:
    """A table whose columns are known."""
    return Brought(lambda choice: proposals.taking(sheets, choice.takes), sheets.step)


def of_readings(blocks: list[Block], shop: Workshop) -> Brought | None:
    """Tables of readings in whichever form; None where one of them is something else."""
    found = [readings(block, shop) for block in blocks]
    tables = [table for table in found if table is not None]
    return of_tables(Sheets([(table, Reading.kind) for table in tables], [])) if len(tables) == len(found) else None


def of_handback(back: Handback) -> Brought:
    """A workbook or JSON of ours."""
    return Brought(partial(handback.taking, back), back.step, ours=True, by=back.by, gone=back.gone)


def brought(file: WorkshopFile, path: Path, kind: Kind | None = None) -> Brought:
    """Read a file for this workshop. Raises NotReadable and Refused, in a line that says the way out."""
    from exporters import tables

    if ours := _ours(file, path, kind):
        return ours
    blocks = tables.blocks(path)
    measured = of_readings(blocks, file.shop) if kind in (None, Reading.kind) else None
    return measured or of_tables(sorted_out(tables.headed(blocks, str(path)), kind))


def opened(file: WorkshopFile, path: Path) -> Brought | list[Block]:
    """As `brought`, where somebody can be asked: a table that is not ours comes as its cells, whatever its headers."""
    from exporters import tables

    if ours := _ours(file, path):
        return ours
    blocks = tables.blocks(path)
    if len(blocks) == 1:  # of one table nobody needs to say which
        blocks = [blocks[0]._replace(name="")]
    return of_readings(blocks, file.shop) or blocks


def _ours(file: WorkshopFile, path: Path, kind: Kind | None = None) -> Brought | None:
    """What one of our own workbooks or JSON exports says; None of any other file, or where a kind is given."""
    from exporters import guard

    if path.suffix.lower() == ".json":
        return of_handback(_told(file, guard.contents(path), str(path)))
    if path.suffix.lower() in (".xlsx", ".xlsm") and path.is_file():
        data = guard.contents(path)
        if guard.is_workbook(data) and not kind:
            from exporters.returned import KEYS, Returned

            ours = guard.made_by_us(data)
            returned = Returned(data, str(path)) if ours or guard.has_sheet(data, KEYS) else None
            if returned and (ours or returned.sent.workshop):
                return of_handback(_handback(file, returned))
    return None


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
