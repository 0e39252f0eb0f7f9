"""One statement is read as a good colleague reads it: its parts, its labels, and the question that helps it on."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.coach import ALARMS, OURS, corpora, figures, keywords, ours
from store.catalogues import shipped
from workshop import housewords
from workshop.statement import Parts, due, missing, plain, read, suggestion, way
from workshop.statement.lexicon import PLAIN

TODAY = date(2026, 11, 24)
KINDS = ("objective", "outcome", "metric")
STRONG = "Reduce mean time to restore service for the sales portal from 90 min to 30 min within two quarters"


def test_the_parts_of_a_strong_statement_are_found() -> None:
    reading = read(STRONG, "outcome")
    assert reading.parts == Parts(
        measured="mean time to restore service",
        start="90 min",
        target="30 min",
        unit="min",
        due="within two quarters",
        service="sales portal",
        direction="down",
    )
    assert due(reading, TODAY) == "2027-05-24"
    assert missing(reading, "outcome") == []
    assert suggestion(reading, "outcome") == ""


def test_each_part_lights_up_where_it_stands() -> None:
    spans = {name: STRONG[start:end] for start, end, name in read(STRONG, "outcome").spans}
    assert spans == {
        "direction": "Reduce",
        "measured": "mean time to restore service",
        "service": "sales portal",
        "start": "90 min",
        "target": "30 min",
        "due": "within two quarters",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Sales portal open from 6 to 12",
        "Open to customers from 6 to 12",
        "Keep the portal open between 8 and 17",
        "Portal open from 8 to 17 h",
        "Open from 6 o'clock to 12",
        "The desk answers calls from 8 am to 6 p.m.",
        "Staff the desk from 7 to 19 every weekday",
        "Support available 8:00 to 17:00",
        "Orders are taken between 4am and 8pm",
        "Phone line staffed 6-12 on weekdays",
    ],
)
def test_times_of_day_are_no_values(text: str) -> None:
    parts = read(text, "outcome").parts
    assert (parts.start, parts.target) == ("", "")


@pytest.mark.parametrize(
    ("text", "start", "target", "unit"),
    [
        ("Raise calls from 6 to 12 per week", "6", "12", ""),
        ("Raise calls from 6 to 12 per week by June 2027", "6", "12", ""),
        ("Open branch 4 by June 2027", "", "", ""),
        ("Cut patients waiting over 4 hours from 38% to 20% by June 2027", "38%", "20%", "%"),
        ("Reduce calls abandoned after 60 seconds from 18% to 5%", "18%", "5%", "%"),
        ("Raise invoices paid within 30 days to 90% from 70%", "70%", "90%", "%"),
        ("Triage within 10 minutes for 95% of patients, not 70%", "70%", "95%", "%"),
        ("Cut churn from 9% to under 6%", "9%", "under 6%", "%"),
        ("Raise stores open from 6 to 12 by Q4 2027", "6", "12", ""),
        ("Extend support from 8 to 12 hours a day", "8", "12 hours", "hours"),
        ("Faults fall from 12 to 4 a day", "12", "4", ""),
        ("Stores open 6 to 12 a month", "", "6", ""),
        ("Availability from 6 to 22 rises from 97% to 99%", "97%", "99%", "%"),
        ("Cut churn from 9% to 6%", "9%", "6%", "%"),
        ("Churn 9 % -> 6 % by FY27", "9 %", "6 %", "%"),
        ("Standard laptops arrive in 2 days instead of 9", "9", "2 days", "days"),
        ("Increase yearly revenue from $12m to $24m", "$12m", "$24m", "$"),
        ("Halve the backlog", "", "Halve", ""),
        ("Reduce churn by half", "", "by half", ""),
        ("Restore payroll in under 4 h", "", "under 4 h", "h"),
        ("No unplanned outage in the season", "", "No", ""),
        ("One in five users solves it themselves", "", "One in five", ""),
        ("Bring tools down from twelve to three", "twelve", "three", ""),
    ],
)
def test_amounts_stand_as_they_were_typed(text: str, start: str, target: str, unit: str) -> None:
    parts = read(text, "outcome").parts
    assert (parts.start, parts.target, parts.unit) == (start, target, unit)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Cut churn by 31 Dec 2027", "by 31 Dec 2027", "2027-12-31"),
        ("Halve the backlog by the end of Q3", "by the end of Q3", "2027-09-30"),
        ("One in five resets goes to the desk in January; by EOY it is one in ten", "by EOY", "2026-12-31"),
        ("No outage for six months running", "for six months running", ""),
        ("Restore in 30 minutes", "", ""),
    ],
)
def test_a_deadline_is_words_and_a_day(text: str, words: str, day: str) -> None:
    reading = read(text, "outcome")
    assert (reading.parts.due, due(reading, TODAY)) == (words, day)


@pytest.mark.parametrize(
    ("text", "way"),
    [("Reduce delays", "down"), ("Increase uptime", "up"), ("Bring accuracy from 71 % to 95 %", "up"),
     ("Get churn from 9% to 6%", "down"), ("Fewer than 10 complaints", "down"), ("Retention above 80%", "up"),
     ("Serve our customers", "")],
)  # fmt: skip
def test_which_way_it_should_go(text: str, way: str) -> None:
    assert read(text, "outcome").parts.direction == way


@pytest.mark.parametrize(
    ("text", "kind", "asked"),
    [
        ("improve service", "objective", "Which service, measured how, from what to what, by when?"),
        ("make the system faster", "objective", "Which service, measured how, from what to what, by when?"),
        ("Reduce churn", "objective", "Churn: from which value to which, and by when?"),
        ("Reduce churn from 9% to 6%", "objective", "Churn: by when?"),
        ("tickets closed", "outcome", "What gets better for whom when tickets are closed?"),
        ("Train 40 agents", "outcome", "What gets better for whom when that is done?"),
        ("optimize MTTR", "objective", "Time to restore service: from which value to which, and by when?"),
        ("make the system faster", "metric", "That is a wish; which number would show it?"),
        ("Faster incident resolution", "metric", "That is a wish; which number would show it?"),
        ("Launch the customer portal", "objective", "What gets better for whom with the customer portal?"),
        ("Bring CMDB accuracy from 71 % to 95 % by end of Q2", "objective",
         "Say “CMDB” plainly: record of our systems."),
        ("Number of tickets closed", "metric", "Who is better off when “Number of tickets closed” moves?"),
        ("MTTR", "metric", "Say “MTTR” plainly: time to restore service."),
        ("Change success rate", "metric", ""),
    ],
)  # fmt: skip
def test_one_question_in_the_words_on_the_screen(text: str, kind: str, asked: str) -> None:
    assert suggestion(read(text, kind), kind) == asked


@pytest.mark.parametrize(
    ("text", "kind", "lacks"),
    [
        ("Improve service", "outcome",
         ["what is measured", "which service", "from which value", "to which value", "by when"]),
        ("Faster incident resolution in the shop", "outcome", ["from which value", "to which value", "by when"]),
        ("Cut churn from 9% to 6%", "objective", ["by when"]),
        ("No unplanned outage of the warehouse system in 2027", "outcome", []),
        ("Train 40 agents by May", "outcome", ["what gets better"]),
        ("Number of page views", "metric", ["the result behind the count"]),
        ("User satisfaction", "metric", []),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_part_by_part(text: str, kind: str, lacks: list[str]) -> None:
    assert missing(read(text, kind), kind) == lacks


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Lamp installations", "vanity", "leading"),  # many things and no more said of them: a count
        ("Benches varnished", "vanity efficiency", "leading"),
        ("Square metres of hedge trimmed", "vanity", "leading"),
        ("Project maturity", "", "vanity"),  # the last word is looked at, not what describes it
        ("Uptake index of the app", "leading", "vanity"),
        ("Visits: average wait at the counter", "efficiency", "vanity"),  # the definition tells the measure
        ("Unrest rate by age and region", "", "leading efficiency"),  # a breakdown is not looked at
        ("Missed boiler inspections", "leading", "vanity"),  # a gap in a safeguard
        ("Shrunken queue of permits", "leading", ""),
        ("Repairs per glazier", "vanity efficiency", "leading"),  # a trade that no list knows
        ("Steadiness of part-time crews", "", "efficiency"),
        ("Complaints settled", "vanity", ""),  # what is done about a harm is work
        ("Unsettled complaints", "", "vanity"),
        ("Open leaks", "leading", "vanity"),  # harm that is still open warns
        ("Leaks", "", "leading vanity"),
        ("Ferry berths that are used (%)", "efficiency", "vanity"),
        ("Permits pending 90 days or more", "leading efficiency", "vanity"),
        ("Share of inspections completed", "leading", "vanity"),  # a share of checks, not a count of them
        ("Inspections completed", "vanity", ""),
        ("Time between ferry strandings and breakdowns", "", "efficiency"),
        ("Time between booking and boarding", "efficiency", ""),
        ("Customers of the island line", "", "vanity leading"),
        ("Satisfaction of pilots with the booking service", "", "leading"),  # of a service, not of their work
    ],
)
def test_what_a_metric_looks_at(text: str, true: str, false: str) -> None:
    labels = read(text, "metric").labels
    assert [name for name in true.split() if not labels[name]] == []
    assert [name for name in false.split() if labels[name]] == []


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("Joint ferry timetable printed", True),  # the deed stands behind its object
        ("Four harbour workshops this quarter", True),
        ("Rent arrears fall by a tenth", False),  # a noun first, though it is a verb too
        ("Ferries are repaired quickly and safely", False),
        ("Ship faster with confidence", False),
        ("Transition the ledger to the new bank", True),
        ("Certify 40 boat crews", True),
        ("95% of buoys are insured", False),
        ("Anglers can renew a permit by post", False),  # what somebody can do
        ("Reporting a leak takes less than 5 minutes", False),  # the doing is what is measured
        ("All ferries sail on time", False),
        ("Make the timetable truly simple", False),
        ("Build deposits by 8%", False),
        ("Harbour workers recommend us", False),
        ("Hire more deckhands", True),
        ("Change the default from steam to sail", True),
        ("Facilitate two mooring workshops", True),
        ("A new tariff plan for the marina", True),
    ],
)
def test_work_is_told_from_its_effect(text: str, output: bool) -> None:
    assert bool(read(text, "outcome").labels["output_not_outcome"]) is output


@pytest.mark.parametrize(
    ("text", "measurable"),
    [("Carbon neutral ferries", True), ("Exceed the catch plan", True), ("Under 20g of lead per ton", True),
     ("Raise first-year retention", False)],
)  # fmt: skip
def test_a_value_may_be_a_state_or_a_plan(text: str, measurable: bool) -> None:
    labels = read(text, "outcome").labels
    assert labels["measurable"] is measurable
    assert not labels["time_bound"]


@pytest.mark.parametrize(
    ("text", "vague"),
    [("Anglers can renew a permit by post", False), ("Anglers can easily renew a permit", True),
     ("Hire more deckhands", True), ("Hire 6 more deckhands", False),
     ("Implement a more scalable booking system", True), ("Implement a booking system", False),
     ("Answer the phone 24 hours a day, seven days a week", True)],
)  # fmt: skip
def test_a_wish_is_told_from_what_is_there_or_not(text: str, vague: bool) -> None:
    assert read(text, "objective").labels["vague"] is vague


def test_jargon_comes_with_a_plain_wording() -> None:
    assert plain("Optimise MTTR and shift-left where possible") == [
        ("Optimise MTTR", "restore service faster"),
        ("shift-left", "do it earlier"),
    ]
    assert plain("Cut MTTR") == [("MTTR", "time to restore service")]
    told = [("P1s", "the most urgent incidents"), ("CAB", "change review meeting")]
    assert plain("Cut the P1s, says the CAB in the cab") == told
    assert plain("Reduce onboarding delays at HMRC") == []
    assert plain("Raise the average order value (AOV)") == []
    assert plain("Renew the QXZ contract") == [("QXZ", "")]


def test_the_rooms_own_words_add_to_the_dictionary_and_override_it() -> None:
    more = {"mttr": "how long we are down", "golden desk": "service desk"}
    assert plain("MTTR of the Golden Desk", more) == [("MTTR", "how long we are down"), ("Golden Desk", "service desk")]


def test_a_consultants_own_wording_is_asked_for_only_when_words_are_put_plainly() -> None:
    asked: list[str] = []

    def own() -> dict[str, str]:
        asked.append("once")
        return {"EPOS": "till", "MTTR": "time until the till works"}

    try:
        housewords.come_from(own)
        assert read("Cut MTTR of the EPOS", "outcome").labels["jargon"]
        assert asked == []
        assert plain("Cut MTTR of the EPOS") == [("MTTR", "time until the till works"), ("EPOS", "till")]
        assert "till works" in suggestion(read("EPOS MTTR", "metric"), "metric") + str(plain("EPOS MTTR"))
        assert asked == ["once"]
    finally:
        housewords.come_from(dict)


def test_the_table_of_the_reader_is_the_shipped_file() -> None:
    (source,) = (one for one in shipped() if one.name == "plain.toml")
    assert source.tables["plain"] == PLAIN


@pytest.mark.parametrize("british", ["Optimise the organisation's behaviour", "Modernise the enrolment programme"])
def test_british_and_american_spelling_are_read_alike(british: str) -> None:
    american = british.replace("is", "iz").replace("our", "or").replace("enrolment", "enrollment").replace("mme", "m")
    assert read(british, "outcome").labels == read(american, "outcome").labels


@pytest.mark.parametrize("label", ["KR1: ", "Objective 2 - ", "3. ", "• "])
def test_a_number_in_front_of_a_statement_says_nothing(label: str) -> None:
    reading = read(label + "Improve service", "objective")
    assert reading.labels == read("Improve service", "objective").labels


WORDS = """Reduce improve launch closed from to by within the of number no all every half service portal MTTR CI/CD
    9% $12m Q3 FY27 2027 31/12/27 30.09. ( ) [ - -> — , . ² ٣ ½ İ \u202e \x00 one in five two quarters per agent"""


@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)),
    st.sampled_from(KINDS),
)
def test_any_text_is_read(text: str, kind: str) -> None:
    reading = read(text, kind)
    assert all(text[start:end].strip() for start, end, _ in reading.spans)
    assert list(reading.spans) == sorted(reading.spans)
    assert set(reading.labels.values()) <= {True, False, None}
    assert "\n" not in suggestion(reading, kind) or "\n" in text
    assert missing(reading, kind) is not None
    assert plain(text, {"known error": "x"}) is not None
    assert due(reading, TODAY) == "" or date.fromisoformat(due(reading, TODAY))


@pytest.mark.parametrize("unit", ["(", "9", "9 ", "1,", "1.", "a-", "ABC ", "closed ", "to one ", "Jan-", "2027/",
                                  "from 9% to 6% ", "by the end of the quarter ", "number per agent "])  # fmt: skip
@pytest.mark.parametrize("kind", ["outcome", "metric"])
def test_ten_thousand_hostile_characters_are_read_in_linear_steps(unit: str, kind: str) -> None:
    """Counted in calls, which no other process disturbs: twice the text, about twice the calls."""
    short, long = (_calls(unit * (size // len(unit)), kind) for size in (5_000, 10_000))
    assert long < short * 2.5 + 2_000


def _calls(text: str, kind: str) -> int:
    count = 0

    def counted(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    read.cache_clear()
    sys.setprofile(counted)
    try:
        suggestion(read(text, kind), kind)
    finally:
        sys.setprofile(None)
    return count


def test_reading_needs_no_heavy_module() -> None:
    code = "import sys, workshop.statement; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "rich", "sqlite3", "openpyxl", "json", "tomllib", "asyncio"} & set(loaded)
    assert "workshop.statement.lexicon.measures" not in loaded, "the lexicons wait for the first statement"


@pytest.mark.parametrize("name", ["data seen", "data held"])
def test_the_labelled_statements_are_told_well(name: str) -> None:
    """The floor under our own statements; what is held out was never looked at while building."""
    rows = dict(corpora(OURS))[name]
    scores, lists = figures(rows, ours), figures(rows, keywords)
    mean = sum(score.f1 for score in scores.values()) / len(scores)
    assert mean >= 0.9
    assert mean > sum(score.f1 for score in lists.values()) / len(lists) + 0.2
    assert min(score.f1 for score in scores.values()) >= 0.78
    assert min(scores["measurable"].f1, scores["time_bound"].f1) > 0.92
    assert all(scores[label].alarms >= 0.85 for label in scores if label.split()[0] in ALARMS)


@pytest.mark.parametrize("text", ["Answer 12 a week by June 2027", "At most 2 hours lost per year by June 2027"])
def test_a_rate_is_no_part_of_the_date(text: str) -> None:
    assert read(text, "outcome").parts.due == "by June 2027"


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Cut patients waiting over 4 hours in A&E from 38% to 20%", "patients waiting over 4 hours in A&E"),
        ("Keep 95% of calls answered within 30 seconds", "calls answered within 30 seconds"),
        ("Triage within 10 minutes for 95% of patients, not 70%", ""),
    ],
)
def test_what_else_is_counted_belongs_to_what_is_measured(text: str, measured: str) -> None:
    assert read(text, "outcome").parts.measured == measured


def test_a_date_that_names_an_audit_is_no_deadline() -> None:
    parts = read("Pass the March 2027 audit with no major finding", "objective").parts
    assert (parts.measured, parts.due) == ("audit", "")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Grow revenue 20%", "by or to"), ("Cut costs 15% by Q4 2027", "by or to"), ("Grow revenue by 20%", "by"),
        ("€2M less lost revenue", "by"), ("Increase uptime to 99.9%", "to"), ("Achieve 99.9% uptime", "to"),
        ("Keep uptime above 99.9%", "to"), ("Cut churn from 9% to 6%", "to"), ("Make customers happy", ""),
    ],
)  # fmt: skip
def test_whether_an_amount_is_the_value_or_the_change(said: str, wanted: str) -> None:
    assert way(read(said, "objective")) == wanted
