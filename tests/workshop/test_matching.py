"""What the columns of somebody's table are taken for, and how it is put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import TODAY, say, shop

from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.incoming.blocks import Block, tabled
from workshop.incoming.headers import REF, Table
from workshop.incoming.matched import foreseen, matched, rows_there
from workshop.incoming.matching import (
    Match,
    choices,
    fields,
    guessed,
    kinds,
    meaning,
    of_kind,
    saying,
    unread,
)  # fmt: skip
from workshop.incoming.proposals import Proposed, propose, taking
from workshop.state import Workshop, kind_named
from workshop.words import clean


def block(text: str, name: str = "") -> Block:
    """The cells of a text, parted by |."""
    lines = text.strip().splitlines()
    return Block(name, [(n, dict(enumerate(line.split("|")))) for n, line in enumerate(lines, 1)], [])


def table(text: str, name: str = "") -> Table:
    """The same, as a table."""
    return tabled(block(text, name))


@pytest.fixture
def made() -> Workshop:
    """A workshop with a service, a process, an outcome and a person."""
    made = shop(TODAY)
    say(made, "service", name="Sales portal")
    say(made, "process", name="Incident management")
    say(made, "outcome", statement="Portal is back")
    say(made, "person", name="Jo Smith", role="CFO")
    return made


def meant(match: Match) -> dict[str, str]:
    """What each column was taken for."""
    return {column.header: column.field for column in match.columns}


def taken(made: Workshop, *matches: Match) -> Proposed:
    """Take it all in."""
    draft = Draft(made)
    found = taking(matched(matches, made))(draft)
    made.apply(draft.changes)
    assert isinstance(found, Proposed)
    return found


TABLES = {
    "objective": "No.|Business goal|Priority|Responsible|Deadline|As-is|To be|UoM|Created on\n"
    "1|Cut churn|High|CFO|31/12/2027|9|6|%|1 Nov 2026\n2|Grow in Spain|Low|Jane Miller|2027-06-30|5|7|m EUR|2 Nov 2026",
    "service": "Application|Business Criticality|Service Manager\nSales portal|P1 critical|Jo Smith\nStock|P2|Ann Lee",
    "metric": "KPI|Current|Target|Unit|Frequency|Good direction\nMTTR|90|30|minutes|weekly|lower is better",
    "person": "Full Name|Job title|Department|Attending\nJo Smith|CFO|Finance|Yes",
    "process": "Practice|Maturity level|Process Owner|Status\nProblem management|3 - Defined|Ann Lee|no owner",
    "action": "Task|Assigned to|Due date|Status\nSet up rota|Jo|1 Dec 2026|In progress",
    "note": "Pain point|Service|How bad|Reported by\nPortal slow|S1|critical|Jo Smith",
    "outcome": "Outcome|Objective\nPortal is back|",
}
MEANT = {
    "objective": ["", "statement", "", "owner", "due", "baseline", "target", "unit", ""],
    "service": ["name", "criticality", "owner"],
    "metric": ["name", "baseline", "target", "unit", "every", "direction"],
    "person": ["name", "role", "group", "present"],
    "process": ["name", "maturity", "owner", "state"],
    "action": ["what", "owner", "due", "status"],
    "note": ["text", "on", "severity", "owner"],
    "outcome": ["statement", "objectives"],
}


@pytest.mark.parametrize("kind", TABLES)
def test_other_peoples_headers_are_understood(made: Workshop, kind: str) -> None:
    match = guessed(table(TABLES[kind]), made)
    assert match.kind is KINDS[kind]
    assert list(meant(match).values()) == MEANT[kind]
    assert all(column.why for column in match.columns if column.field)


@pytest.mark.parametrize(("text", "kind", "fields_meant"), [
    ("Issue key|Summary|Status|Assignee|Created\nG1|Rota|In Progress|Jo Smith|1/Nov/26\nG2|Tool|To Do|Ann Lee|2/Nov/26",
     "action", ["", "what", "status", "owner", ""]),
    ("Risk ID|Description|Likelihood|Impact|Owner\nR1|A vendor fails|Low|High|CIO", "note",
     ["", "text", "", "severity", "owner"]),
    ("Metric|Date|Value\nM1|2027-01-31|80\nM1|2027-02-28|70", "reading", ["metric", "on", "value"]),
    ("Cut churn from 9% to 6%|CFO|31 Dec 2027\nGrow sales by 5%|COO|30 Jun 2027", "objective",
     ["statement", "owner", "due"]),
    ("Meeting|Frequency|Chair|Attendees\nMonthly review|monthly|CIO|all owners", "routine",
     ["what", "every", "chair", "attends"]),
    ("Stakeholder|Role|Influence\nJo Smith|CFO|High", "person", ["name", "role", ""]),
])  # fmt: skip
def test_what_other_tools_export_is_understood(made: Workshop, text: str, kind: str, fields_meant: list[str]) -> None:
    say(made, "metric", name="MTTR")
    match = guessed(table(text), made)
    assert match.kind is KINDS[kind]
    assert list(meant(match).values()) == fields_meant


@pytest.mark.parametrize("header", ["Onwer", "owners", "OWNER:", "Owner (name)", "Goal owner", "Organisation owner"])
def test_a_header_may_be_spelled_in_some_other_way(made: Workshop, header: str) -> None:
    match = guessed(table(f"statement|{header}\nCut churn|x\nGrow|y"), made, KINDS["objective"])
    assert meant(match) == {"statement": "statement", header: "owner"}


EVERYDAY = (
    ("Surname, first name|Job role|Division|Invited\nRuiz, Ana|CFO|Finance|yes\nOkoro, Ben|CIO|IT|no", "person",
     ["name", "role", "group", "present"]),
    ("Employee name|Designation|Business unit\nAna Ruiz|CFO|Finance\nBen Okoro|CIO|IT", "person",
     ["name", "role", "group"]),
    ("CI name|Business impact|Managed by\nOrder portal|High|Jane Roe\nPayroll|Low|Cem Kaya", "service",
     ["name", "criticality", "owner"]),
    ("System name|Category|RTO|Business owner|Notes\nOrder portal|Customer facing|4h|Head of Sales|Old servers\n"
     "Billing|Finance|24h|CFO|Batch at night", "service", ["name", "", "", "owner", ""]),
    ("What we watch|How good now|Goal|Measured in|Who looks at it\nOrders lost|240|80|orders a month|Head of Sales\n"
     "Time to restore|90|30|minutes|Service desk", "metric", ["name", "baseline", "target", "unit", "owner"]),
    ("KPI name|Latest value|Goal|Alert level\nTime to restore|90|30|60\nSatisfied callers|70|85|75", "metric",
     ["name", "baseline", "target", "warns_at"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "fields"), EVERYDAY)
def test_everyday_lists_lose_no_column(made: Workshop, text: str, kind: str, fields: list[str]) -> None:
    match = guessed(table(text), made)
    assert match.kind is KINDS[kind]
    assert [column.field for column in match.columns] == fields


def test_departments_that_are_no_group_of_ours_are_asked_about_not_lost(made: Workshop) -> None:
    people = "Ana|Sales\nBen|Warehouse\nCem|Logistics\nDora|Finance\nEva|IT\nFinn|Legal"
    match = guessed(table(f"Name|Department\n{people}"), made)
    assert match.kind is KINDS["person"]
    assert meant(match) == {"Name": "name", "Department": "group"}
    words = {word.said: word.choice for word in unread(match, made)}
    assert words == {"Sales": "business", "Warehouse": "", "Logistics": "", "IT": "operations", "Legal": ""}


def test_a_block_without_headers_is_read_by_what_stands_in_it(made: Workshop) -> None:
    text = "Sales portal of the whole group|high|Head of Sales\nStock|low|COO\nPhone line|high|CIO"
    found = table(text)
    assert found.headers == ("Column 1", "Column 2", "Column 3")
    assert [row.where for row in found.rows] == ["row 1", "row 2", "row 3"]
    assert list(meant(guessed(found, made, KINDS["service"])).values()) == ["name", "criticality", "owner"]


def test_dates_and_amounts_are_known_without_a_header(made: Workshop) -> None:
    text = "Cut churn at home|2027-12-31|9|6\nGrow in Spain|2027-06-30|5|7"
    assert list(meant(guessed(table(text), made, KINDS["objective"])).values()) == [
        "statement", "due", "baseline", "target",
    ]  # fmt: skip


def test_titles_and_double_headers_lose_nothing() -> None:
    found = table("Our goals 2027||\n||\nObjective|Owner|Owner\nCut churn|CFO|COO|more")
    assert found.headers == ("Objective", "Owner", "Owner (2)", "Column 4")
    assert found.rows[0].cells == {"Objective": "Cut churn", "Owner": "CFO", "Owner (2)": "COO", "Column 4": "more"}
    assert found.rows[0].where == "row 4"


def test_the_first_row_is_headers_or_not_as_somebody_says() -> None:
    said = block("Northwind|x\nContoso|y")
    assert tabled(said).headers == ("Column 1", "Column 2")
    assert tabled(said, headed=True).headers == ("Northwind", "x")
    assert len(tabled(block(TABLES["person"]), headed=False).rows) == 2


def test_refs_say_which_record_a_row_changes(made: Workshop) -> None:
    match = guessed(table("ID|Service owner\nS1|CIO"), made)
    assert match.kind is KINDS["service"] and meant(match)["ID"] == REF
    taken(made, match)
    assert made.find("S1").values()["owner"] == "CIO"


def test_a_sheet_is_known_by_its_name(made: Workshop) -> None:
    assert guessed(table("Name|Owner\nRota|x", "KPIs"), made).kind is KINDS["metric"]
    assert guessed(table("Name|Owner\nRota|x", "Processes"), made).kind is KINDS["process"]


def test_a_table_that_says_nothing_is_of_no_kind_until_somebody_says(made: Workshop) -> None:
    match = guessed(table("alpha|beta\n..|--\n::|;;"), made)
    assert match.kind is None and matched([match], made).pairs == []
    match = meaning(of_kind(match, made, KINDS["term"]), match.columns[0].header, "term")
    assert foreseen(propose(Draft(made), matched([match], made)), made).endswith("new terms")


def test_a_meaning_is_changed_and_each_field_is_used_once(made: Workshop) -> None:
    match = guessed(table("Objective|Owner|Contact\nCut churn|CFO|COO"), made)
    changed = meaning(match, "Contact", "owner")
    assert meant(changed) == {"Objective": "statement", "Owner": "", "Contact": "owner"}
    assert fields(changed, "Contact")[0] == "owner"
    taken(made, meaning(changed, "Owner", "parked_because"))
    assert made.find("O1").values()["owner"] == "COO"
    assert made.find("O1").values()["parked_because"] == "CFO"


def test_words_that_are_no_choice_are_counted_and_get_the_nearest(made: Workshop) -> None:
    text = "Service|Criticality\na|P1 Critical\nb|p1 critical\nc|purple\nd|high\ne|hihg"
    match = guessed(table(text), made)
    assert [(word.said, word.times, word.choice) for word in unread(match, made)] == [
        ("P1 Critical", 2, "high"), ("purple", 1, ""), ("hihg", 1, "high"),
    ]  # fmt: skip
    purple = unread(match, made)[1]
    match = saying(match, purple, "low")
    assert choices(match, purple) != [] and unread(match, made)[1].choice == "low"
    taken(made, match)
    assert [record.values()["criticality"] for record in made.of("service")[1:]] == [
        "high",
        "high",
        "low",
        "high",
        "high",
    ]


def test_what_is_left_out_of_a_column_does_not_cost_its_row(made: Workshop) -> None:
    found = taken(made, guessed(table("Service|Criticality\nc|purple"), made))
    assert not found.problems and made.find("S2").values()["criticality"] == ""


def test_a_person_in_the_workshop_is_meant_by_name(made: Workshop) -> None:
    taken(made, guessed(table("Service|Owner\nStock|jo smith\nPhone|Jo Smithers"), made))
    assert [record.values()["owner"] for record in made.of("service")[1:]] == ["H1", "Jo Smithers"]


def test_a_row_called_as_a_record_is_says_more_about_that_one(made: Workshop) -> None:
    match = guessed(table("Service|Tier|Owner\nsales  PORTAL|gold|CIO\nStock|low|COO"), made)
    assert rows_there(match, made) == 1
    assert foreseen(propose(Draft(made), matched([match], made)), made) == "1 new service, 2 answers changed"
    taken(made, match)
    assert [(record.words, record.values()["owner"]) for record in made.of("service")] == [
        ("Sales portal", "CIO"), ("Stock", "COO"),
    ]  # fmt: skip
    assert propose(Draft(made), matched([match], made)).changes == []


def test_a_note_is_on_whatever_is_called_so(made: Workshop) -> None:
    taken(made, guessed(table("Pain point|Service\nToo slow|Sales portal"), made))
    assert made.find("N1").values()["on"] == "S1"


def test_new_records_get_what_the_list_in_hand_stands_for(made: Workshop) -> None:
    match = guessed(table("Pain|How bad\nPortal slow|high\n|"), made, KINDS["note"], {"what": "pain"})
    taken(made, match)
    assert [record.values()["what"] for record in made.of("note")] == ["pain"]


def test_what_comes_is_said_in_one_line(made: Workshop) -> None:
    rows = "ref|Name|Owner\n|Stock|CIO\nS1||COO\n|Phone|\nS9||x"
    assert foreseen(propose(Draft(made), matched([guessed(table(rows), made)], made)), made) == (
        "2 new services, 1 answer changed, 1 problem"
    )


CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from([
        "high", "P1", "31 Dec 2027", "2027-12-31", "03/04/2027", "9", "9 %", "1,200", "CFO", "Jo Smith", "S1", "C1",
        "statement", "Owner", "Name", "Due", "ref", "yes", "in progress", "Sales portal", "W1", "O1/H1/impact",
    ]),
)  # fmt: skip
BLOCKS = st.lists(st.dictionaries(st.integers(0, 6), CELLS, max_size=5), max_size=8)


def _blocked(rows: list[dict[int, str]]) -> Block:
    return Block("", list(enumerate(rows, 1)), [])


@given(BLOCKS, st.sampled_from([None, True, False]))
def test_no_cell_is_lost_on_the_way_to_a_table(rows: list[dict[int, str]], headed: bool | None) -> None:
    found = tabled(_blocked(rows), headed)
    assert len(set(found.headers)) == len(found.headers)
    below = [[cells[at] for at in sorted(cells) if cells[at].strip()] for cells in rows]
    below = [cells for cells in below if cells]
    assert [list(row.cells.values()) for row in found.rows] == below[len(below) - len(found.rows) :]
    if headed is False:
        assert len(found.rows) == len(below)


@given(BLOCKS, st.sampled_from([None, *KINDS]))
def test_whatever_the_table_each_field_is_meant_once_and_nothing_fails(rows: list[dict[int, str]], kind: str) -> None:
    made = shop(TODAY)
    say(made, "service", name="Sales portal")
    match = guessed(tabled(_blocked(rows)), made, KINDS[kind] if kind else None)
    used = [name for name in meant(match).values() if name]
    assert len(used) == len(set(used))
    assert set(kinds(match, made)) == set(KINDS.values())
    proposed = propose(Draft(made), matched([match], made))
    assert foreseen(proposed, made)
    words_of = {clean(cell) for row in match.table.rows for cell in row.cells.values()}
    for change in proposed.changes:
        if match.kind and match.kind.field(change.field).type == "text" and change.new:
            assert any(str(change.new) in cell or cell in str(change.new) for cell in words_of)


@given(st.lists(st.tuples(st.from_regex(r"[A-Za-z]{3,12}", fullmatch=True),
                          st.sampled_from(["high", "medium", "low"])), min_size=1, max_size=6))  # fmt: skip
def test_rows_say_what_their_cells_said(rows: list[tuple[str, str]]) -> None:
    made = shop(TODAY)
    text = "Application|Importance\n" + "\n".join("|".join(row) for row in rows)
    taken(made, guessed(table(text), made, kind_named("service")))
    said = dict.fromkeys(rows)
    assert [(record.words, record.values()["criticality"]) for record in made.of("service")] == list(said)
