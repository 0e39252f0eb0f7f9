"""Break-outs that come and go as they like: joined in whatever order, all files say the same, and twice is once."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, suppress
from itertools import permutations
from pathlib import Path
from tempfile import mkdtemp

from chance import changes, workshops
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from saying import said

from store import check, merge
from store.file import WorkshopFile
from workshop import acts
from workshop.draft import Draft
from workshop.errors import WorkshopError
from workshop.records import Dispute
from workshop.state import Workshop

GROUPS = ("north", "south")
EVERY = st.sampled_from(("main", *GROUPS))


class Groups(RuleBasedStateMachine):
    """The workshop and two break-outs of it, each a file that takes in the other of the two whenever it likes."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        self.place = Path(mkdtemp())
        self.open.callback(shutil.rmtree, self.place)
        self.files: dict[str, WorkshopFile] = {}

    @initialize(shop=workshops())
    def part(self, shop: Workshop) -> None:
        """The room said things, then the groups part."""
        main = WorkshopFile.create(self.place / "main.workshop", plan=lambda draft: _all_of(draft, shop))
        self.files["main"] = self.open.enter_context(main)
        for name in GROUPS:
            merge.fork(main, self.place / f"{name}.workshop")
            self.files[name] = self.open.enter_context(WorkshopFile.open(self.place / f"{name}.workshop"))

    @rule(name=EVERY, data=st.data())
    def say(self, name: str, data: st.DataObject) -> None:
        """A group adds, edits, moves or removes something."""
        file = self.files[name]
        made = data.draw(changes(file.shop))
        file.act(lambda draft: draft.changes.extend(made), why="say", step=1)

    @rule(name=EVERY)
    def take_back(self, name: str) -> None:
        """A group takes its last word back."""
        if self.files[name].next_undo() in ("say", "choose"):
            self.files[name].undo()

    @rule(name=EVERY, which=st.integers(0, 3))
    def choose(self, name: str, which: int) -> None:
        """A group settles what others disagree on, its own way."""
        disputes = self.files[name].shop.all(Dispute)
        if disputes:
            ref = disputes[which % len(disputes)].ref
            with suppress(WorkshopError):  # words that chance made up cannot be read
                self.files[name].act(lambda draft: acts.choose(draft, ref), why="choose", step=4)

    @rule(name=st.sampled_from(GROUPS), back=st.booleans())
    def join(self, name: str, back: bool) -> None:
        """A break-out comes back, or takes along what there is by now."""
        mine, theirs = self.files["main" if back else name], self.files[name if back else "main"]
        merge.merge(mine, theirs)
        assert not merge.merge(mine, theirs).applied
        assert not check.disagreement(mine._db)

    def teardown(self) -> None:
        """All come back in whatever order, and take along what came of it: every file says the same."""
        with self.open:
            results = [self._brought_home(order) for order in permutations(GROUPS)] if self.files else []
            assert all(result == results[0] for result in results)

    def _brought_home(self, order: tuple[str, ...]) -> list[str]:
        with ExitStack() as stack:
            copies: dict[str, WorkshopFile] = {}
            for name, file in self.files.items():
                path = self.place / f"{'-'.join(order)}-{name}.workshop"
                path.write_bytes(file.copied())
                copies[name] = stack.enter_context(WorkshopFile.open(path))
            for name in order:
                merge.merge(copies["main"], copies[name])
            for name in order:
                assert not merge.merge(copies["main"], copies[name]).applied
                merge.merge(copies[name], copies["main"])
                assert said(copies[name].shop) == said(copies["main"].shop)
            return said(copies["main"].shop)


def _all_of(draft: Draft, shop: Workshop) -> None:
    """The same records with the same refs."""
    for record in shop:
        if record.ref != "W1":
            draft.add(record.kind, record.values(), "" if record.kind.key else record.ref, record.id)
    draft.set("W1", "pilot", shop.about.pilot)


TestGroups = Groups.TestCase
TestGroups.settings = settings(
    max_examples=12, stateful_step_count=14, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
