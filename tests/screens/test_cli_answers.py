"""Why a target was missed, and the catalogue, from the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from screens.cli import main


def said(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def churn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "churn.workshop")
    assert main(["sample", "churn", path]) == 0
    capsys.readouterr()
    return path


def test_the_question_of_why_is_answered_in_sentences_from_objective_to_open_action(
    churn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(["why", churn, "O1"], capsys)
    first, *rest = out.splitlines()
    assert (code, err) == (0, "")
    assert first.startswith("O1 “Cut yearly churn") and "2 behind" in first
    assert any(line.startswith("C1 ") for line in rest)
    assert any(line.startswith("Open: ") for line in rest)
    _, out, _ = said(["why", churn, "M5"], capsys)
    assert out.startswith("M5 Average age of fault causes") and out.splitlines()[1] == first


def test_programs_get_the_thread_with_its_figures(churn: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(["why", churn, "M1", "--json"], capsys)
    answer = json.loads(out)
    assert code == 0
    assert answer["objective"]["ref"] == "O1"
    assert answer["objective"]["services"] == "S1,S2"
    row = next(thread for thread in answer["threads"] if thread["metric"] == "M1")
    assert (row["outcome"], row["process"], row["latest"], row["target"]) == ("C1", "P1", 52, "30")
    assert row["status"] == "On the way" and row["owner"]
    assert answer["actions"] and answer["sentences"]


@pytest.mark.parametrize(("ref", "told"), [("O99", "There is no “O99”"), ("P4", "stands on no thread")])
def test_what_has_no_thread_is_one_line(churn: str, capsys: pytest.CaptureFixture[str], ref: str, told: str) -> None:
    code, out, err = said(["why", churn, ref], capsys)
    assert (code, out) == (2, "")
    assert told in err and len(err.splitlines()) == 1


def test_the_catalogue_is_listed_and_a_file_of_ones_own_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(["catalogue"], capsys)
    assert code == 0 and "incident-management" in out
    own = tmp_path / "own.toml"
    own.write_text('[[metric]]\nkey = "ours"\nname = "Ours"\nunti = "days"\n')
    code, out, _ = said(["catalogue", "--check", str(own)], capsys)
    assert code == 1 and "unti" in out


def test_statements_are_read_one_a_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("improve service\nCut churn from 9% to 6% by 2027-12-31\n"))
    code, out, _ = said(["coach", "objective", "--json"], capsys)
    wish, sound = map(json.loads, out.splitlines())
    assert code == 1
    assert wish["labels"] == {
        "vague": True, "measurable": False, "time_bound": False, "output_not_outcome": False, "jargon": False,
    }  # fmt: skip
    assert {finding["rule"] for finding in wish["findings"]} == {"vague", "measurable", "time_bound"}
    assert sound["findings"] == []
    assert said(["coach", "unicorn"], capsys)[0] == 2


@pytest.mark.parametrize(("kind", "text", "such_as"), [
    ("objective", "improve service", "“Cut the share of customers who leave each year from …% to …% by …”"),
    ("outcome", "make the system faster", "“… answers within … seconds at its busiest hour, not …, by …”"),
    ("outcome", "faster incident resolution", "“… is back within … minutes after an outage, not …, by …”"),
    ("outcome", "tickets closed", "“…% of questions about … are solved at the first contact, not …%, by …”"),
    ("metric", "tickets closed", "First-contact resolution: the share of contacts"),
    ("metric", "optimize MTTR", "Mean time to restore service: the average time"),
])  # fmt: skip
def test_a_weak_statement_is_asked_each_question_once_and_shown_what_to_say(
    kind: str, text: str, such_as: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))
    code, out, _ = said(["coach", kind], capsys)
    lines = out.splitlines()
    assert code == 1 and lines[0] == text and len(lines) == len(set(lines))
    assert any(line.startswith(f"  Such as {such_as}") for line in lines)


def test_a_sound_statement_is_shown_nothing_else_to_say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Customer churn rate\n\nShare of changes that fail\n"))
    assert said(["coach", "metric"], capsys) == (0, "Customer churn rate\nShare of changes that fail\n", "")
