"""Whether it is settled who does what, who decides, and which meetings keep the threads alive."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.answers import days
from workshop.coach.rule import Said, rule
from workshop.coach.view import links, measures, quoted
from workshop.derived import duties
from workshop.records import Action, Activity, Metric, Process, Routine
from workshop.state import Workshop, derived
from workshop.words import listed

_A = "process name=Incident management | activity name=Restore the portal; process=P1"
_C = "objective statement=Cut churn | outcome statement=The portal is back in 30 min; objectives=O1"
_M = f"{_C} | metric name=Time to restore service; outcomes=C1"
_LINKED = f"{_C} | process name=Incident management | link outcome=C1; process=P1"


@rule(
    "no-raci",
    step=5,
    severity="block",
    part="S32",
    gate="activities are listed",
    bad=_LINKED,
    good=_A,
)
def no_raci(shop: Workshop) -> Iterator[Said]:
    """No piece of work is listed for which somebody would be accountable."""
    if not shop.all(Activity):
        yield "", "No activity is listed yet, so nobody is accountable.", "Press a: what must somebody do?"


_RACI_SAYS = {
    duties.NO_ACCOUNTABLE: ("Nobody is accountable for", "Give one person the A"),
    duties.MANY_ACCOUNTABLE: ("More than one is accountable for", "Leave the A with one of them"),
    duties.NO_RESPONSIBLE: ("Nobody is responsible for doing", "Give somebody the R"),
}


@rule(
    "raci-letters",
    step=5,
    severity="block",
    part="S32",
    gate="each activity has one Accountable and somebody Responsible",
    bad=f"{_A} | raci activity=A1; who=Service desk manager; letter=A"
    " | raci activity=A1; who=Head of Operations; letter=A",
    good=f"{_A} | raci activity=A1; who=Service desk manager; letter=A"
    " | raci activity=A1; who=Head of Operations; letter=R",
)
def raci_letters(shop: Workshop) -> Iterator[Said]:
    """An activity has no Accountable, more than one, or nobody Responsible."""
    for duty in duties.duties(shop):
        if duty.check != duties.OK:
            what, then = _RACI_SAYS[duty.check]
            yield duty.activity.ref, f"{what} {quoted(duty.activity)}.", f"{then} on {duty.activity.ref}."


@rule(
    "right-undecided",
    step=5,
    severity="block",
    part="S33",
    gate="each of the four decision rights has somebody who decides",
    bad="decision name=Prioritisation",
    good="decision name=Prioritisation; decides=Committee | decision name=Escalation; decides=Service owner"
    " | decision name=Risk acceptance; decides=Board | decision name=Process improvement; decides=Board",
)
def right_undecided(shop: Workshop) -> Iterator[Said]:
    """One of the four decisions that every service needs has nobody who takes it."""
    for right, decisions in duties.rights(shop).items():
        if not any(decision.decides for decision in decisions):
            ref = decisions[0].ref if decisions else ""
            yield (
                ref,
                f"Nobody has the right to decide on {right}.",
                f"Set who decides on {ref}." if ref else f"Add a decision called {right} and name who takes it.",
            )


@rule(
    "no-action",
    step=5,
    severity="block",
    part="S45",
    gate="an action with an owner and a date",
    bad="action what=Name a night team",
    good="action what=Name a night team; owner=Head of Operations; due=2026-12-10",
)
def no_action(shop: Workshop) -> Iterator[Said]:
    """No next step has both somebody who does it and a date."""
    actions = shop.all(Action)
    if not any(action.owner and action.due for action in actions):
        yield (
            actions[0].ref if actions else "",
            "No action has both an owner and a date." if actions else "Nothing is agreed to happen next.",
            "Ask what happens first, who does it, by when.",
        )


@rule(
    "no-routine",
    step=5,
    severity="block",
    part="S45",
    gate="a routine that keeps it alive",
    bad=_A,
    good="routine what=Service review; every=monthly; decides=What to mend next",
)
def no_routine(shop: Workshop) -> Iterator[Said]:
    """No meeting keeps the threads alive."""
    if not shop.all(Routine):
        yield "", "No meeting keeps the threads alive.", "Ask in which meeting they are looked at; add it."


@rule(
    "dashboard-definition",
    step=5,
    severity="block",
    part="S45",
    gate="each metric of a thread has a target, a source, an owner and how often",
    bad=_M,
    good=f"{_M}; target=30 min; source=Outage log; owner=Service desk manager; every=weekly",
)
def dashboard_definition(shop: Workshop) -> Iterator[Said]:
    """A metric cannot go on a dashboard: no target, no source, no owner, or nobody says how often."""
    for metric in measures(shop):
        fields = [Metric.kind.field(name) for name in ("target", "source", "owner", "every")]
        missing = [spec.label for spec in fields if not getattr(metric, spec.name)]
        verb = "is" if len(missing) == 1 else "are"
        if missing:
            yield (
                metric.ref,
                f"{quoted(metric)} cannot go on a dashboard yet: {listed(missing)} {verb} missing.",
                f"Press Enter on {metric.ref} and fill in {listed(missing)}.",
            )


@rule(
    "action-overdue",
    step=5,
    severity="warn",
    part="S57",
    bad="action what=Name a night team; owner=Head of Operations; due=2026-11-01",
    good="action what=Name a night team; owner=Head of Operations; due=2026-11-01; status=done",
)
def action_overdue(shop: Workshop) -> Iterator[Said]:
    """The day of an open action has passed."""
    for action in duties.overdue(shop):
        yield (
            action.ref,
            f"{quoted(action)} was due on {days.shown(action.due)}.",
            f"Ask whether {action.ref} is done, or set a new date.",
        )


@rule(
    "action-for-nothing",
    step=5,
    severity="warn",
    part="S57",
    bad="action what=Name a night team",
    good=f"{_C} | action what=Name a night team; why=C1",
)
def action_for_nothing(shop: Workshop) -> Iterator[Said]:
    """An action is for no thread."""
    for action in duties.open_actions(shop):
        if not action.why:
            yield (
                action.ref,
                f"{quoted(action)} is for nothing on the thread.",
                f"Set what {action.ref} is for: an outcome, a metric, a note.",
            )


@rule(
    "routine-no-decision",
    step=5,
    severity="warn",
    part="S53",
    bad="routine what=Service review; every=monthly",
    good="routine what=Service review; every=monthly; decides=What to mend next",
)
def routine_no_decision(shop: Workshop) -> Iterator[Said]:
    """A meeting decides nothing."""
    for routine in shop.all(Routine):
        if not routine.decides:
            yield (
                routine.ref,
                f"{quoted(routine)} decides nothing.",
                f"Ask what would differ without it; set the decision of {routine.ref}.",
            )


@derived
def linked(shop: Workshop) -> list[Process]:
    """The processes on the wall, in their order."""
    refs = {link.process for link in links(shop)}
    return [process for process in shop.all(Process) if process.ref in refs]


@rule(
    "process-no-activity",
    step=5,
    severity="warn",
    part="S32",
    bad=_LINKED,
    good=f"{_LINKED} | activity name=Restore the portal; process=P1",
)
def process_no_activity(shop: Workshop) -> Iterator[Said]:
    """A process on the thread has no activity, so nobody answers for its work."""
    busy = {activity.process for activity in shop.all(Activity)}
    for process in linked(shop):
        if process.ref not in busy:
            yield (
                process.ref,
                f"{quoted(process)} is on the thread but has no activity.",
                f"Ask what somebody must do in {process.ref}; press a.",
            )


@rule(
    "process-no-owner",
    step=5,
    severity="warn",
    part="S31",
    bad=_LINKED,
    good=f"{_LINKED} | P1 owner=Service desk manager",
)
def process_no_owner(shop: Workshop) -> Iterator[Said]:
    """A process on the thread has nobody who makes it better."""
    for process in linked(shop):
        if not process.owner and process.state in ("", "works"):
            yield (
                process.ref,
                f"{quoted(process)} is on the thread but has no owner.",
                f"Press o on {process.ref}: who owns the way it is done?",
            )
