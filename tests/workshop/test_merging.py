"""Break-outs joined again: whatever the groups did and in whatever order they come back, the same, and nothing lost."""

from __future__ import annotations

from itertools import permutations

from chance import changes, workshops
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import TODAY
from saying import said

from workshop.change import Change
from workshop.declare import KINDS, Kind, Record
from workshop.draft import Draft
from workshop.merging import Joined, joining
from workshop.sides import Side
from workshop.state import Workshop


def copied(shop: Workshop) -> Workshop:
    """The same workshop, that can go its own way."""

    def fetch(kind: Kind) -> list[Record]:
        return list(shop.of(kind.name))

    return Workshop(fetch, numbers=dict(shop.numbers), today=TODAY)


def joined(mine: Workshop, base: Workshop, theirs: Workshop, name: str = "b") -> tuple[Workshop, Joined, list[Change]]:
    """What `mine` is once it has theirs in it."""
    draft = Draft(mine)
    told = joining(Side(base), Side(theirs, lambda ref, field: name), name)(draft)
    assert isinstance(told, Joined)
    whole = copied(mine)
    for kind in KINDS:
        whole.table(kind)
    whole.apply(draft.changes)
    return whole, told, draft.changes


@st.composite
def breakouts(draw: st.DrawFn, groups: int, most: int = 5) -> tuple[Workshop, list[Workshop]]:
    """A workshop, and what each group made of it."""
    base = draw(workshops())
    made = []
    for _ in range(groups):
        own = copied(base)
        for kind in KINDS:
            own.table(kind)
        for _ in range(draw(st.integers(0, most))):
            own.apply(draw(changes(own)))
        made.append(own)
    return base, made


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(breakouts(2))
def test_two_groups_agree_whoever_takes_in_the_other(told: tuple[Workshop, list[Workshop]]) -> None:
    base, (a, b) = told
    ab, first, _ = joined(a, base, b)
    ba, second, _ = joined(b, base, a)
    assert said(ab) == said(ba)
    assert len(first.conflicts) == len(second.conflicts)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(breakouts(3))
def test_three_groups_agree_in_whatever_order(told: tuple[Workshop, list[Workshop]]) -> None:
    base, made = told
    results = []
    for first, second, third in permutations(made):
        two, _, _ = joined(first, base, second)
        results.append(said(joined(two, base, third)[0]))
    for result in results:
        assert result == results[0]


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(breakouts(2))
def test_joining_again_changes_nothing_and_no_ref_leads_nowhere(told: tuple[Workshop, list[Workshop]]) -> None:
    base, (a, b) = told
    ab, _, _ = joined(a, base, b)
    _, _, again = joined(ab, base, b)
    assert not again
    for record in ab:
        for spec in record.kind.fields:
            held = getattr(record, spec.name)
            for ref in held if isinstance(held, tuple) else [held] if spec.type == "ref" and held else []:
                assert ab.get(str(ref)), f"{record.ref}.{spec.name} names {ref}"


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(breakouts(2))
def test_every_word_that_either_group_added_is_somewhere(told: tuple[Workshop, list[Workshop]]) -> None:
    base, (a, b) = told
    ab, _, _ = joined(a, base, b)
    every = {str(value) for record in ab for value in record.values().values()}
    before = {str(value) for record in base for value in record.values().values()}
    for side in (a, b):
        for record in side:
            for spec in record.kind.fields:
                value = getattr(record, spec.name)
                if spec.type in ("text", "amount", "day", "choice") and value and value not in before:
                    assert str(value) in every, f"{record.ref}.{spec.name} {value!r} is lost"
