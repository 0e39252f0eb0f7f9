"""Workshops to hand over: the churn sample with its log, in memory, on a day that stands still."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple

import pytest
from making import TODAY

from exporters.handoff import made
from store.samples import sample
from workshop import acts
from workshop.change import Change, Logged
from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.state import Workshop


class Handed(NamedTuple):
    """A workshop and everything that happened to it."""

    shop: Workshop
    log: list[Logged]

    def xlsx(self) -> bytes:
        """Its workbook."""
        return made(self.shop, self.log, "xlsx")

    def md(self) -> str:
        """Its Markdown."""
        return made(self.shop, self.log, "md").decode()


def told(changes: list[Change], after: int = 0, by: str = "Facilitator") -> list[Logged]:
    """The changes as a log tells them, all in one act of one moment."""
    at, batch = "2026-11-24T09:30:00+00:00", f"batch{after}"
    return [
        Logged(n, at, by, "fill in", 1, "typed", batch, c.ref, c.kind, c.field, c.old, c.new)
        for n, c in enumerate(changes, after + 1)
    ]


def sampled(name: str) -> Handed:
    """A sample as it stands on the day of the tests."""
    shop = Workshop(today=TODAY)
    first = Draft(shop)
    first.add(KINDS["workshop"], {"title": name})
    shop.apply(first.changes)
    log = told(first.changes)
    draft = Draft(shop)
    sample(name, TODAY)(draft)
    shop.apply(draft.changes)
    return Handed(shop, [*log, *told(draft.changes, len(log))])


@pytest.fixture(scope="session")
def churn() -> Handed:
    """The churn sample, handed over."""
    return sampled("churn")


PILOT = """
workshop title=Sales portal pilot; client=Northwind; facilitator=Ada; held_on=2026-11-24; next_review=2027-01-15
person name=Chief Customer Officer; role=sponsor; group=sponsor; present=yes
person name=Portal owner; group=service owner; present=yes
service name=Sales portal; criticality=high; owner=H2
process name=Incident management; owner=Service desk lead; maturity=3; state=works
process name=Knowledge management; state=under-owned
objective statement=Cut churn from 9% to 6% by 31 Dec 2027; baseline=9; target=6; unit=%; due=2027-12-31; services=S1
objective statement=Answer faster; state=parked; parked_because=No date yet
score objective=O1; criterion=impact; value=5
score objective=O1; criterion=urgency; value=4
outcome statement=The portal is back in 30 minutes; objectives=O1; service=S1; target=30; unit=min; due=2027-06-30
outcome statement=Known faults have a fix; objectives=O1
link outcome=C1; process=P1; reason=Restoring first is what customers feel; role=primary; assumption=Somebody is awake
link outcome=C2; process=P2; reason=Fixes are kept where they are found; role=supporting
metric name=Time to restore; outcomes=C1; processes=P1; unit=min; baseline=90; target=30; timing=lagging; due=2027-06-30
reading metric=M1; on=2026-10-01; value=90
reading metric=M1; on=2026-11-01; value=54
verdict on=C1; person=H2; says=concern; words=Needs a standby node
term term=Outage; definition=Nobody can order; instead_of=downtime
activity name=Restore and tell customers; process=P1
raci activity=A1; who=H2; letter=A
raci activity=A1; who=Service desk lead; letter=R
decision name=Escalation; scenario=Down for an hour; decides=H1; within=1 hour
action what=Write the restore runbook; why=C1; owner=H2; due=2026-11-01; status=open
routine what=Thread review; every=every month; chair=H1; decides=What to keep
note on=S1; what=pain; text=Faults come at five in the morning; severity=high
ruling on=M1; review=2026-11-24; says=keep; reason=It moved; decided=A second shift
"""


@pytest.fixture(scope="session")
def pilot() -> Handed:
    """A small workshop with something in each of its lists."""
    shop = Workshop(today=TODAY)
    log: list[Logged] = []
    for line in PILOT.strip().splitlines():
        kind, _, rest = line.partition(" ")
        said = dict(part.strip().split("=", 1) for part in rest.split("; "))
        draft = Draft(shop)
        ref = draft.add(KINDS[kind], said) if kind == "workshop" else acts.add(draft, KINDS[kind], said)
        assert ref
        log += told(draft.changes, len(log))
        shop.apply(draft.changes)
    draft = Draft(shop)
    acts.put(draft, "W1", "pilot", "O1")
    acts.put(draft, "W1", "sponsor", "H1")
    log += told(draft.changes, len(log))
    shop.apply(draft.changes)
    return Handed(shop, log)


def opened(data: bytes, *, values: bool = False) -> Any:
    """The workbook as another program reads it: formulas, or with `values` the figures kept beside them."""
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data), data_only=values)


@pytest.fixture(scope="session")
def book(churn: Handed) -> Any:
    """The churn workbook with its formulas."""
    return opened(churn.xlsx())


@pytest.fixture(scope="session")
def figures(churn: Handed) -> Any:
    """The churn workbook with its figures."""
    return opened(churn.xlsx(), values=True)
