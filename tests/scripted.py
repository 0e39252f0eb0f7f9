"""The churn example as somebody would script it: every answer of all six steps, as words of `add` and `set`.

Days are counted from today, so that nothing is ever stale.
"""

from datetime import date, timedelta


def _day(number: int) -> str:
    return (date.today() + timedelta(days=number)).isoformat()


_BEFORE_LAST, _LAST, _REVIEW = _day(-60), _day(-30), _day(-20)

ADDED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("H1", ("person", "name=Ana Ruiz", "role=Chief Customer Officer", "group=sponsor", "present=yes")),
    ("H2", ("person", "name=Ben Okoro", "role=Head of Sales", "group=business", "present=yes")),
    ("H3", ("person", "name=Cleo Marsh", "role=Portal service owner", "group=service owner", "present=yes")),
    ("H4", ("person", "name=Dev Patel", "role=Incident process owner", "group=process owner", "present=yes")),
    ("H5", ("person", "name=Eva Lind", "role=Governance lead", "group=governance", "present=yes")),
    ("S1", ("service", "name=Sales portal", "criticality=high", "owner=H3")),
    ("P1", ("process", "name=Incident management", "owner=H4", "maturity=3", "state=works")),
    ("P2", ("process", "name=Problem management", "owner=H4", "maturity=2", "state=inconsistent")),
    ("O1", ("objective", "statement=Cut customer churn from 9% to 6% by 31 December 2027",
            "category=customer satisfaction", "horizon=strategic", "measure=Customers who leave in a year",
            "baseline=9", "target=6", "unit=%", f"due={_day(400)}", "source=annual plan", "source_ref=p. 4",
            "owner=H1", "services=S1", "customer_facing=yes", "heard=H2,H3")),
    ("N1", ("note", "on=S1", "what=pain", "text=Orders stall whenever the portal is down", "severity=high",
            "owner=H3")),
    ("O1/-/impact", ("score", "objective=O1", "criterion=impact", "value=5")),
    ("O1/-/urgency", ("score", "objective=O1", "criterion=urgency", "value=4")),
    ("O1/-/dependency", ("score", "objective=O1", "criterion=dependency", "value=5")),
    ("C1", ("outcome", "statement=The sales portal is back within 30 minutes after an outage", "objectives=O1",
            "service=S1", "baseline=90", "target=30", "unit=minutes", f"due={_day(200)}", "owner=H3",
            "supports=revenue that does not wait", "explained_by=H2", "explained=passed")),
    ("L1", ("link", "outcome=C1", "process=P1", "reason=Restores service first", "role=primary", "order=1",
            "assumption=The night shift may restart the portal")),
    ("L2", ("link", "outcome=C1", "process=P2", "reason=Finds why it went down", "role=supporting", "order=2",
            "assumption=Causes can be found within two weeks")),
    ("M1", ("metric", "name=Mean time to restore service", "outcomes=C1", "processes=P1", "unit=minutes",
            "direction=down", "baseline=90", "target=30", f"due={_day(200)}", "timing=lagging",
            "aspect=effectiveness", "decision=Where to put on-call staff", "source=Incident records", "owner=H4",
            "reader=Service review", "every=monthly", "dashboard=yes", "warns_at=60", "response=Add a night shift")),
    ("M2", ("metric", "name=Outages without a known cause", "outcomes=C1", "processes=P2", "unit=outages",
            "direction=down", "baseline=7", "target=2", f"due={_day(200)}", "timing=leading", "aspect=efficiency",
            "decision=Which cause to fund next", "source=Problem records", "owner=H4", "reader=Problem board",
            "every=monthly", "dashboard=yes", "warns_at=5", "response=Review open problems within a week")),
    ("T1", ("term", "term=restored", "definition=A customer can place an order again", "instead_of=resolved")),
    ("V1", ("verdict", "on=C1", "person=H2", "says=agree", "words=Thirty minutes would keep our customers")),
    ("V2", ("verdict", "on=C1", "person=H3", "says=agree")),
    ("V3", ("verdict", "on=C1", "person=H4", "says=agree")),
    ("V4", ("verdict", "on=C1", "person=H5", "says=concern", "words=Who pays for the nights?")),
    ("A1", ("activity", "name=Restore the portal", "process=P1")),
    ("A1/H4", ("raci", "activity=A1", "who=H4", "letter=A/R")),
    ("A1/H3", ("raci", "activity=A1", "who=H3", "letter=C")),
    ("A2", ("activity", "name=Find the cause of an outage", "process=P2")),
    ("A2/H4", ("raci", "activity=A2", "who=H4", "letter=A")),
    ("A2/H3", ("raci", "activity=A2", "who=H3", "letter=R")),
    ("D1", ("decision", "name=Prioritisation", "scenario=Two units want the portal improved first", "decides=H1",
            "consulted=Head of Sales", "escalates_to=Board", "within=5 days")),
    ("D2", ("decision", "name=Escalation", "scenario=An outage runs past an hour", "decides=H3",
            "consulted=Incident process owner", "escalates_to=H1", "within=1 hour")),
    ("D3", ("decision", "name=Risk acceptance", "scenario=A fix cannot wait for change control", "decides=H5",
            "consulted=Portal service owner", "escalates_to=H1", "within=1 day")),
    ("D4", ("decision", "name=Process improvement", "scenario=A problem keeps coming back", "decides=H4",
            "consulted=Finance", "escalates_to=H1", "within=10 days")),
    ("X1", ("action", "what=Put an engineer on night call", "why=C1", "owner=H4", f"due={_day(40)}", "status=doing")),
    ("R1", ("routine", "what=Portal review", "every=monthly", "chair=H3", "decides=Where on-call staff goes")),
    (f"M1/{_BEFORE_LAST}", ("reading", "metric=M1", f"on={_BEFORE_LAST}", "value=75")),
    (f"M1/{_LAST}", ("reading", "metric=M1", f"on={_LAST}", "value=58")),
    (f"M2/{_LAST}", ("reading", "metric=M2", f"on={_LAST}", "value=5")),
    ("G1", ("ruling", "on=C1", f"review={_REVIEW}", "says=keep", "reason=It moves the number that the room watches",
            "decided=Put a second engineer on call")),
    ("G2", ("ruling", "on=M1", f"review={_REVIEW}", "says=keep", "reason=It fell by a third",
            "decided=Keep the night shift")),
    ("G3", ("ruling", "on=M2", f"review={_REVIEW}", "says=refine", "reason=Too few outages to count",
            "decided=Fund the search for causes")),
)  # fmt: skip
"""Each record's ref and the words that make it."""

SET: tuple[tuple[str, str], ...] = (
    ("W1.client", "Northwind"),
    ("W1.unit", "Sales portal"),
    ("W1.facilitator", "Kim Vale"),
    ("W1.pilot", "O1"),
    ("W1.sponsor", "H1"),
    ("W1.held_on", _day(-90)),
    ("W1.next_review", _day(60)),
    ("L1.held", "held"),
    ("L2.held", "unclear"),
)
"""Fields that are settled later."""
