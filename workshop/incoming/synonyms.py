"""What other people call things: the headers of their tables, and their words for our choices."""

from __future__ import annotations

from workshop.declare import Kind

HEADERS: dict[str, str] = {
    "objective.statement": "objective, goal, business goal, business objective, strategic objective, aim, key result, "
    "okr, ambition, result, description, title, name, initiative",
    "outcome.statement": "outcome, service outcome, result, expected result, description, title, name",
    "service.name": "service, service name, business service, application, application name, system, system name, app, "
    "product, platform, it service, ci name, configuration item, title",
    "process.name": "process, process name, procedure, workflow, itil process, practice, title",
    "metric.name": "metric, kpi, indicator, measurement, key figure, number, measure, metric name, kpi name, title",
    "person.name": "person, full name, stakeholder, attendee, participant, employee, who, contact, first name, "
    "surname, last name, surname first name, employee name, display name, delegate",
    "activity.name": "activity, task, work, step, title",
    "decision.name": "decision, decision right, decision needed, title",
    "action.what": "action, task, to do, todo, next step, action item, follow up, what, description, title",
    "routine.what": "routine, meeting, forum, review, ceremony, title, what",
    "note.text": "note, pain, pain point, issue, problem, complaint, risk, comment, remark, finding, observation, "
    "assumption, dependency, description, title, what",
    "term.term": "term, word, abbreviation, acronym, expression, name",
    "term.definition": "definition, meaning, explanation, description",
    "owner": "owner, responsible, accountable, lead, leader, assignee, assigned to, owned by, in charge, "
    "responsible person, accountable person, business owner, service owner, process owner, point of contact, poc, "
    "contact, manager, managed by, it owner, technical owner, who, by whom, raised by, reporter",
    "due": "due date, due, deadline, by when, target date, end date, finish date, completion date, date, until, "
    "timeline, when, finish, eta",
    "baseline": "baseline, today, current, current value, as is, now, actual, latest value, latest, last value, from, "
    "start value, present value, status quo",
    "target": "target, target value, to be, goal value, goal, desired, desired value, planned, wanted, to, aim",
    "unit": "unit, uom, unit of measure, unit of measurement, measured in",
    "category": "category, type, theme, class, area, kind, perspective",
    "horizon": "level, horizon, time horizon",
    "measure": "metric, kpi, indicator, measured by, measure of success, success measure",
    "source": "source, origin, data source, comes from, system of record, source system, tool",
    "source_ref": "source reference, reference in source, chapter, page, section",
    "services": "service, application, system, it services, depends on",
    "worth": "value, business value, benefit, worth, value at stake, savings, financial impact",
    "reference": "framework, clause, regulation, standard, control",
    "parked_because": "reason parked, why parked",
    "criticality": "criticality, business criticality, criticality rating, business impact, priority, "
    "importance, tier, severity, impact, rating",
    "severity": "severity, priority, impact, how bad, seriousness, criticality, level, rating",
    "maturity": "maturity, maturity level, capability, capability level, cmmi, level, score, rating",
    "practice": "practice, itil practice",
    "process.state": "state, status, condition, how it works, assessment",
    "objective.state": "state, status",
    "status": "status, state, progress, stage, done",
    "role": "role, job title, job role, title, position, designation, function, job",
    "group": "group, department, dept, division, business unit, org unit, organisation, unit, team, stakeholder group, "
    "speaks for, represents, area",
    "present": "present, attending, attendance, attended, invited, in the room, attends",
    "note.what": "kind, type, category, kind of note",
    "note.on": "service, process, service or process, objective, about, refers to, relates to, record, where",
    "every": "frequency, cadence, interval, how often, recurrence, period",
    "timing": "indicator type, leading or lagging, type, kind",
    "direction": "direction, polarity, desired direction, trend, better, which way",
    "metric.decision": "decision, used for, informs, purpose",
    "response": "response, reaction, what then, countermeasure",
    "reader": "audience, read by, readers, reported to",
    "warns_at": "threshold, warning, alert at, warn at, tolerance, limit, alert level, trigger",
    "benchmark": "benchmark, industry average",
    "reason": "reason, why, rationale, because, justification",
    "link.role": "primary or supporting, role, weight",
    "assumption": "assumption, precondition, must be true",
    "outcomes": "outcome, results",
    "objectives": "objective, goals, supports",
    "processes": "process",
    "outcome.service": "service, application, system",
    "supports": "supports, benefit, business benefit",
    "evidence": "evidence, proof",
    "scenario": "situation, scenario, case, context",
    "decides": "decider, decided by, decision maker, approver, who decides",
    "consulted": "consulted, asked first, advised by",
    "escalates_to": "escalation, escalate to, escalation path",
    "within": "time limit, within, sla, response time",
    "action.why": "for, objective, related to, why",
    "chair": "chair, chaired by, host, organiser",
    "attends": "attendees, participants, members, who comes",
    "instead_of": "instead of, synonyms, do not say, replaces",
    "reading.value": "value, actual, reading, result",
    "reading.on": "date, day, measured on, month, period",
}
"""Other words for a field, the likelier ones first; of one kind's field, or of any field of that name."""

GENERAL = ("name", "title", "summary", "description", "subject", "headline", "what", "text", "topic")
"""What the words of any record may be called."""

IGNORED = frozenset("""
    id|no|nr|num|number|#|row|line|item|key|index|serial|sr no|s no|created|created on|created at|created by|updated
    updated on|updated at|modified|last modified|modified by|reported on|date created|date raised|raised on
    start date|started|opened|closed|url|link|e-mail|email|phone|attachment
""".replace("\n", "|").replace("    ", "").split("|")) - {""}  # fmt: skip
"""Headers of what a workshop does not keep, whatever the cells look like."""

KINDS_CALLED: dict[str, str] = {
    "objective": "goals, business goals, business objectives, okrs, strategy",
    "service": "applications, systems, service catalogue, service portfolio, products",
    "person": "stakeholders, participants, attendees, team",
    "note": "pains, pain points, risks, problems, parking lot, assumptions, unknowns, complaints",
    "process": "practices, procedures, workflows",
    "metric": "kpis, indicators, measures, numbers, key figures",
    "outcome": "service outcomes, results",
    "action": "action plan, to do, to dos, todos, tasks, next steps, action items",
    "decision": "decision rights",
    "routine": "meetings, governance",
    "term": "glossary, definitions, vocabulary",
}
"""Other words for records of a kind: names of sheets."""

CHOICES: dict[str, str] = {
    "high": "critical, p1, 1, very high, highest, severe, major, urgent, essential, vital, top, tier 1, gold, red, "
    "blocker, must, mission critical, business critical, p0, important",
    "medium": "moderate, p2, 2, normal, middle, mid, average, med, tier 2, silver, amber, yellow, should, standard",
    "low": "minor, p3, p4, 3, 4, trivial, very low, lowest, tier 3, bronze, green, could, nice to have, negligible",
    "open": "not started, new, to do, todo, pending, planned, backlog, assigned, not begun, outstanding",
    "doing": "in progress, wip, started, ongoing, active, under way, underway, in work, on track, working",
    "done": "closed, complete, completed, finished, resolved, delivered, 100%, implemented",
    "dropped": "cancelled, canceled, rejected, stopped, abandoned, on hold, withdrawn, will not do",
    "works": "ok, good, effective, working, stable, optimised, optimized, fine, established, green",
    "manual": "by hand, spreadsheet, spreadsheets, not automated, paper",
    "inconsistent": "varies, variable, partial, partly, mixed, ad hoc, not followed, amber, unreliable",
    "under-owned": "no owner, unowned, unclear owner, without an owner, orphaned",
    "missing": "none, absent, not there, does not exist, not in place, gap, red, not defined",
    "up": "higher, higher is better, increase, more, maximise, maximize, rise, ↑, +, ascending, bigger",
    "down": "lower, lower is better, decrease, less, minimise, minimize, fall, reduce, ↓, -, descending, smaller",
    "leading": "lead, early, predictive, forward looking",
    "lagging": "lag, late, backward looking, result, outcome",
    "growth": "revenue, sales, market share, expansion, income",
    "cost reduction": "cost, costs, savings, saving, efficiency, spend, financial",
    "customer satisfaction": "customer, customers, customer experience, cx, nps, csat, loyalty, service quality",
    "compliance": "audit, regulatory, regulation, legal, risk, security, governance",
    "resilience": "availability, stability, continuity, reliability, uptime, robustness",
    "speed to market": "time to market, speed, agility, delivery, innovation",
    "employee productivity": "productivity, people, employees, staff, workforce, employee experience",
    "strategic": "long term, long-term, strategy, company, corporate, annual",
    "operational": "short term, short-term, tactical, operations, team, monthly",
    "pain": "pain point, issue, problem, complaint, frustration, incident",
    "risk": "threat, danger, exposure",
    "dependency": "depends, depends on, prerequisite, blocker",
    "assumption": "assume, assumed, hypothesis",
    "unknown": "question, open question, open point, unclear, tbd, to be clarified",
    "decision": "decided, agreed, resolved, conclusion",
    "parked": "parking lot, later, on hold, deferred, not now",
    "remark": "note, comment, observation, info, information, other",
    "sponsor": "executive, executive sponsor, board, c-level, exec",
    "business": "business unit, line of business, sales, marketing, customer service, lob",
    "finance": "controlling, accounting, cfo office",
    "operations": "it operations, it, ops, service desk, support, infrastructure",
    "security": "information security, infosec, cyber, cyber security, risk",
    "service owner": "service manager, product owner, service management",
    "process owner": "process manager, practice owner",
    "governance": "compliance, audit, pmo, architecture",
    "primary": "main, p, direct, carries",
    "supporting": "support, secondary, s, indirect, helps",
    "yes": "ja, oui, si, attending, confirmed, accepted, present, ✔, true",
    "no": "nein, non, absent, declined, not attending, ✗, false, -",
}
"""Other words for a choice, wherever a field offers it."""


def of_field(kind: Kind, name: str) -> list[str]:
    """The other words for a field of a kind, the likelier ones first."""
    return [word for key in (f"{kind.name}.{name}", name) for word in HEADERS.get(key, "").split(", ") if word]


def of_kind(kind: Kind) -> list[str]:
    """The words for records of a kind: its own first."""
    return [kind.name, kind.plural, *(word for word in KINDS_CALLED.get(kind.name, "").split(", ") if word)]


def of_choice(choice: str) -> list[str]:
    """The other words for a choice."""
    return [word for word in CHOICES.get(choice, "").split(", ") if word]
