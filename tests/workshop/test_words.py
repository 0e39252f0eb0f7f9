"""User text is kept as it was said, less what a terminal would obey."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import words
from workshop.errors import NotUnderstood

ANY = st.text(st.characters(codec=None), max_size=200)


@given(ANY)
def test_cleaning_once_is_enough(said: str) -> None:
    kept = words.clean(said)
    assert words.clean(kept) == kept
    assert not words.dropped(kept)
    kept.encode()


@given(ANY)
def test_shown_is_one_line_that_obeys_nothing(said: str) -> None:
    shown = words.shown(said)
    assert "\n" not in shown
    assert not words.dropped(shown)
    assert not set("\u202a\u202d\u202e\u2066\u2067") & set(shown)


def test_escape_sequences_go_and_are_counted() -> None:
    said = "red\x1b[31m back\x00 \x9bend"
    assert words.clean(said) == "red[31m back end"
    assert words.dropped(said) == 3


def test_direction_overrides_are_kept_as_words_but_turn_nothing_round_on_a_screen() -> None:
    assert words.clean("abc\u202etxt.exe") == "abc\u202etxt.exe"
    assert words.shown("abc\u202etxt.exe") == "abctxt.exe"


@pytest.mark.parametrize("said", ["e\u0301tat", "👩‍🔧", "שלום", "漢字", "a\nb", "[red]=1+1", "naïve’s"])
def test_letters_of_the_world_stay(said: str) -> None:
    assert words.clean(f"  {said}\t") == unicodedata.normalize("NFC", said)


def test_line_ends_become_one_kind() -> None:
    assert words.clean("a\r\nb\rc\td") == "a\nb\nc d"


def test_ten_thousand_characters_and_no_more() -> None:
    assert len(words.clean("x" * 10_000)) == 10_000
    with pytest.raises(NotUnderstood, match="10,001 characters"):
        words.clean("x" * 10_001)


def test_lists_and_numbers_in_words() -> None:
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"], "or") == "a, b or c"
    assert [words.plural(n, "process", "processes") for n in (0, 1, 1200)] == [
        "0 processes", "1 process", "1,200 processes",
    ]  # fmt: skip
