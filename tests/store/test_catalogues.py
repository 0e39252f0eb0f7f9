"""A consultant's own files add to the catalogue or override it; a mistake costs one line, with where and what to do."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import catalogues
from store.catalogues import check, read
from workshop.gathering import MOST_MISTAKES, Source, gather

OWN = """# What our clients say
[[metric]]
key = "nps-of-branches"
name = "Recommendation by branches"
plain = "Would branches recommend us"
definition = "The share of branches that would recommend us"
unit = "%"
direction = "up"
timing = "lagging"
aspect = "effectiveness"
source = "Yearly survey"
decision = "Which branch is visited first"
practices = ["business-relationship-management"]
outcomes = ["content-users"]

[[practice]]
key = "incident-management"
plain = "Getting the tills going again"

[plain]
"EPOS" = "till"
"""
METRIC = """[[metric]]
key = "m"
name = "M"
plain = "m"
definition = "m"
unit = "%"
direction = "up"
timing = "lagging"
source = "s"
decision = "d"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A place for a file of one's own."""
    return tmp_path / "own.toml"


def test_an_own_file_adds_and_overrides(own: Path) -> None:
    own.write_text(OWN, "utf-8")
    shipped, found = read([]), read([own])
    assert found.mistakes == ()
    metric = found.metric("Recommendation by branches")
    assert metric is not None
    assert metric in found.metrics_for("content-users")
    assert metric in found.metrics_of("business-relationship-management")
    assert found.plainly("Our EPOS is slow") == "Our till is slow"
    ours, theirs = found.practices["incident-management"], shipped.practices["incident-management"]
    assert (ours.plain, ours.value) == ("Getting the tills going again", theirs.value)
    assert len(found.practices) == len(shipped.practices)


def test_a_later_file_overrides_an_earlier_one(tmp_path: Path) -> None:
    for name, said in (("a", "first"), ("b", "second")):
        (tmp_path / f"{name}.toml").write_text(f'[plain]\n"EPOS" = "{said}"\n', "utf-8")
    assert read(sorted(tmp_path.glob("*.toml"))).plain["EPOS"] == "second"


def test_the_config_folder_is_read_once_and_only_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues.places, "config", lambda: tmp_path)
    catalogues.catalogue.cache_clear()
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "x.toml").write_text(OWN, "utf-8")
    (tmp_path / "catalogue" / "y.toml").write_text("what = ", "utf-8")
    found = catalogues.catalogue()
    assert "nps-of-branches" in found.metrics
    assert [mistake.line for mistake in found.mistakes] == [1]
    assert catalogues.catalogue() is found
    catalogues.catalogue.cache_clear()


def test_no_folder_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues.places, "config", lambda: tmp_path / "nowhere")
    catalogues.catalogue.cache_clear()
    assert catalogues.catalogue().mistakes == ()
    catalogues.catalogue.cache_clear()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[[metric]]\nkey = ", 2, "not TOML"),
        ("[[metric]\n", 1, "not TOML"),
        (METRIC.replace("unit =", "unti ="), 6, "no field “unti”; did you mean unit?"),
        (METRIC.replace('"up"', '"upwards"'), 7, "direction is “upwards”; it takes up or down"),
        (METRIC.replace('"up"', "1"), 7, "direction takes words in quotation marks"),
        (METRIC.replace('unit = "%"\n', ""), 2, "metric “m” lacks its unit"),
        (METRIC + 'practices = ["incidnt-management"]\n', 11, "did you mean incident-management?"),
        (METRIC + 'practices = [\n  "incident-management",\n  "incidnt-management",\n]\n', 13, "“incidnt-management”"),
        (METRIC + 'practices = "incident-management"\n', 11, 'takes a list, like ["one", "two"]'),
        (METRIC + "\n" + METRIC, 13, "metric “m” is there twice"),
        (METRIC.replace('"m"', '"My Metric"', 1), 2, "small letters, digits and hyphens"),
        (METRIC.replace('name = "M"', f'name = "{"x" * 401}"'), 3, "401 characters; it may have 400"),
        (METRIC.replace('name = "M"', 'name = "  "'), 3, "name is empty"),
        ('[[metric]]\nname = "x"\n', 1, "this metric has no key"),
        ('# one\n\n[[metrics]]\nkey = "x"\n', 3, "did you mean metric?"),
        ('[metric]\nkey = "x"\n', 1, "two brackets"),
        ('metric = "x"\n', 0, "two brackets"),
        ("[plain]\n\"EPOS\" = 3\n", 2, "takes words in quotation marks"),
        ('plain = "x"\n', 0, "write [plain]"),
        ('[[outcome]]\nkey = "o"\nstatement = "{servce} works"\ngives = "x"\n', 3, "in braces stands {service}"),
        ('[[outcome]]\nkey = "o"\nstatement = "{service works"\ngives = "x"\n', 3, "in braces stands"),
        ('[[outcome]]\nkey = "o"\nstatement = "x"\ngives = "x"\n\n[outcome.supports]\nfame = "y"\n', 7, "“fame”"),
        ('[[outcome]]\nkey = "o"\nstatement = "x"\ngives = "x"\npractices = [\n  {practice = "risk-management"},\n]\n',
         5, "lacks its reason"),
        ('[[outcome]]\nkey = "o"\nstatement = "x"\ngives = "x"\npractices = [\n'
         '  {practice = "incident-management", order = "first", reason = "y"},\n]\n', 5, "whole number from 1 to 99"),
        ('[[practice]]\nkey = "p"\nname = "P"\nplain = "p"\nvalue = "v"\n'
         'activities = [{name = "a", raci = {"process owner" = "X"}}]\n', 6, "it takes R, A, C, I or A/R"),
        ('[[practice]]\nkey = "p"\nname = "P"\nplain = "p"\nvalue = "v"\n'
         'activities = [{name = "a", raci = {"janitor" = "A"}}]\n', 6, "there is no role “janitor”"),
        ('[[category]]\nkey = "fame"\ngives = "x"\n', 2, "key is “fame”"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_where_and_what_to_do(own: Path, text: str, line: int, words: str) -> None:
    own.write_text(text, "utf-8")
    (found,) = check(own)
    said = str(found)
    assert words in said
    assert found.line == line
    assert said.startswith(f"{own}, line {line}: " if line else f"{own}: ")
    assert "\n" not in said
    assert "mean-time-to-restore-service" in read([own]).metrics


def test_what_is_right_beside_a_mistake_is_taken(own: Path) -> None:
    own.write_text(METRIC + '\n[[metric]]\nkey = "n"\ncolour = "red"\n[plain]\n"EPOS" = "till"\n', "utf-8")
    found = read([own])
    assert "m" in found.metrics
    assert "n" not in found.metrics
    assert found.plain["EPOS"] == "till"
    assert len(found.mistakes) == 1


def test_a_mistake_in_an_override_leaves_the_shipped_entry_as_it_was(own: Path) -> None:
    own.write_text('[[practice]]\nkey = "incident-management"\nname = "Tills"\ncolour = "red"\n', "utf-8")
    assert read([own]).practices["incident-management"].name == "Incident management"


def test_an_unknown_name_is_left_out_and_the_rest_of_the_entry_holds(own: Path) -> None:
    own.write_text(METRIC + 'practices = ["incident-management", "nothing"]\n', "utf-8")
    assert read([own]).metrics["m"].practices == ("incident-management",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe\x00", "not UTF-8"),
        (b'[plain]\n"a" = "\xe9"\n', "line 2: this is not UTF-8"),
        (b"x = " + b"[" * 5000 + b"]" * 5000, "brackets are too deep"),
        (b"x = " + b"9" * 5000, "not TOML"),
        (b"#" * 1_000_001, "more than 1,000,000 bytes"),
        (b"\x00", "not TOML"),
    ],
)
def test_a_hostile_file_costs_one_line(own: Path, content: bytes, words: str) -> None:
    own.write_bytes(content)
    (found,) = check(own)
    assert words in str(found)
    assert len(str(found)) < 300 + len(str(own))
    assert read([own]).practices


def test_control_characters_never_reach_the_screen(own: Path) -> None:
    own.write_text('[[metric]]\nkey = "m"\n"\\u001b[31mred" = "x"\n[plain]\n"a\\u001b" = "b\\u001b[2J"\n', "utf-8")
    found = read([own])
    assert "\x1b" not in "".join(map(str, found.mistakes))
    assert found.plain["a"] == "b[2J"


def test_a_byte_order_mark_and_an_empty_file_are_no_mistakes(own: Path) -> None:
    own.write_bytes(b"\xef\xbb\xbf" + b'[plain]\n"EPOS" = "till"\n')
    assert check(own) == []
    own.write_bytes(b"")
    assert check(own) == []


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    for name in ("folder.toml", "missing.toml"):
        (found,) = check(tmp_path / name)
        assert "no such file" in str(found)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (found,) = check(tmp_path / "pipe.toml")
    assert "no such file" in str(found)


def test_a_file_full_of_mistakes_is_cut_short(own: Path) -> None:
    own.write_text("".join(f'[[metric]]\nkey = "m{n}"\nx = 1\n' for n in range(500)), "utf-8")
    found = check(own)
    assert len(found) == MOST_MISTAKES + 1
    assert "there is more" in str(found[-1])


tables = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(("key", "name", "raci", "practices", "reason", "term", "supports")) | st.text(max_size=5),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(("metric", "outcome", "practice", "term", "plain", "decision", "x")), tables))
def test_whatever_the_tables_hold_it_is_lines_and_never_a_crash(held: dict[str, object]) -> None:
    found = gather([*SHIPPED, Source("own.toml", "", held)])
    assert all(re.fullmatch(r"own\.toml(, line \d+)?: [^\n]+", str(mistake)) for mistake in found.mistakes)
    assert "incident-management" in found.entries["practice"]


SHIPPED = catalogues.shipped()
