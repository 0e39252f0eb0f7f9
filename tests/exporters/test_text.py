"""The Markdown: what it says of a workshop, and that nobody's words come alive in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import say, shop

from exporters.handoff import made
from exporters.text import plain
from workshop import coach

GOLDEN = Path(__file__).parent / "pilot.md"
FINDINGS = re.compile(r"## Findings\n.*?(?=^## )", re.S | re.M)


def test_a_workshop_reads_as_agreed(pilot: Any, tmp_path: Path) -> None:
    """The page as people read it, but for what the coach says of it.

    Where a change of it is meant, the page that was made takes the place of the one that was agreed.
    """
    found = FINDINGS.sub("", pilot.md())
    if found != GOLDEN.read_text(encoding="utf-8"):
        (tmp_path / "pilot.md").write_text(found, encoding="utf-8")
        pytest.fail(f"the page differs; read {tmp_path / 'pilot.md'}, and copy it to {GOLDEN} if it is right")


def test_what_the_coach_says_is_in_it(pilot: Any) -> None:
    assert coach.findings(pilot.shop)
    for finding in coach.findings(pilot.shop):
        assert plain(finding.message) in pilot.md()


def test_every_row_of_a_table_has_its_columns(churn: Any) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", churn.md(), re.M):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


HOSTILE = ["<script>alert(1)</script>", "a | b || c", "[x](javascript:alert(1))", "# heading", "`code` **bold** _it_",
           "- list", "1. list", "+ x", "> quote", "&lt;b&gt;", "http://example.org", "one\n\ntwo\n# three", "~~gone~~",
           "www.example.org", "a\\b", "---", "=== x", "<!-- hidden -->", "\x1b[31mred",
           "![i](http://x/y.png)"]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    made_ = shop(client=words)
    for kind, field in (("objective", "statement"), ("process", "name"), ("metric", "name"), ("term", "term"),
                        ("activity", "name"), ("action", "what"), ("decision", "name"), ("note", "text")):  # fmt: skip
        say(made_, kind, **{field: words})
    say(made_, "outcome", statement=words, objectives="O1")
    say(made_, "link", outcome="C1", process="P1", reason=words, role="primary")
    page = made(made_, [], "md").decode()
    first, rest = page.split("\n", 1)
    assert first.startswith("<!-- golden thread ")
    assert not re.search(r"<[a-zA-Z/!]", rest)
    assert not re.search(r"(?<!\\)[`\[\]~]", rest)
    assert not re.search(r"https?://|(?<!\\)\\x1b", rest)
    for table in re.findall(r"(?:^\|.*\n)+", rest, re.M):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1
    headings = [line for line in rest.splitlines() if re.match(r"#+ ", line)]
    assert not any("three" in line and not line.startswith("### O1") for line in headings)


@given(st.text(max_size=60))
def test_any_text_is_one_line_with_nothing_live(text: str) -> None:
    line = plain(text)
    assert "\n" not in line
    bare = re.sub(r"\\.", "", line)
    assert not re.search(r"[`*_\[\]|~#<>]", bare)
    assert not re.search(r"&(?!amp;|lt;|gt;)", bare)
