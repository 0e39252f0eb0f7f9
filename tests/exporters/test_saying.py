"""Headlines are English, and long words are cut where one can see it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters import widths
from exporters.saying import counted, number, paired, part, part_does, refs, sentence, short, them


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [(6, 6, "all six threads"), (2, 2, "both threads"), (1, 1, "the one thread"), (4, 6, "four of six threads"),
     (0, 6, "not one of six threads"), (0, 1, "no thread"), (21, 40, "21 of 40 threads")],
)  # fmt: skip
def test_parts_of_a_whole(count: int, of: int, said: str) -> None:
    assert part(count, of, "thread") == said


def test_counts_in_words() -> None:
    assert [number(n) for n in (0, 1, 12, 20, 21, 1418)] == ["no", "one", "twelve", "twenty", "21", "1,418"]
    assert counted(2, "activity", "activities") == "two activities"
    assert part_does(0, 3, "outcome", "is", "are") == "not one of three outcomes is"


@pytest.mark.parametrize(
    ("having", "said"),
    [
        ([(1, 1)], "the one decision has a name and a clock"),
        ([(1, 0)] * 4, "all four decisions have a name, none a clock"),
        ([(0, 1)] * 2, "both decisions have a clock, none a name"),
        ([(1, 0)], "the one decision has a name, but no clock"),
        ([(0, 0)] * 4, "not one of four decisions has a name or a clock yet"),
        ([(1, 0), (1, 0), (0, 1)], "two of three decisions have a name, one a clock"),
        ([(1, 1), (1, 0), (0, 0)], "one of three decisions has a name and a clock"),
    ],
)
def test_of_two_things_it_says_which_is_missing(having: list[tuple[int, int]], said: str) -> None:
    assert paired([(bool(one), bool(two)) for one, two in having], "decision", "a name", "a clock") == said


def test_things_named_just_before() -> None:
    assert [them(count, 3) for count in range(4)] == ["none", "one", "two", "all"]
    assert [them(0, 0), them(0, 1), them(1, 1), them(2, 2)] == ["none", "none", "it", "both"]


def test_sentences_and_refs() -> None:
    assert sentence("two are late", "", "one is done") == "Two are late; one is done"
    assert refs(["C1", "C2"]) == "C1 and C2"
    assert refs([f"C{n}" for n in range(1, 8)]) == "C1, C2, C3 and four more"


@given(st.text(max_size=80), st.integers(4, 60))
def test_a_cut_text_is_short_and_says_so(text: str, most: int) -> None:
    cut = short(text, most)
    assert len(cut) <= most
    assert cut == " ".join(text.split()) or cut.endswith("…")


@given(st.text(max_size=200), st.floats(5, 60))
def test_more_room_never_takes_more_lines(text: str, width: float) -> None:
    assert 1 <= widths.lines(text, width + 20) <= widths.lines(text, width)


@given(st.text(alphabet="abc de", min_size=30, max_size=120), st.floats(40, 200))
def test_fitting_text_fits(text: str, room: float) -> None:
    assert widths.pixels(widths.fitting(text, room)) <= room
