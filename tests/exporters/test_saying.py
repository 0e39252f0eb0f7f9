"""Headlines are English, and long words are cut where one can see it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters import widths
from exporters.saying import counted, number, part, part_does, refs, sentence, short


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
