"""Looking at a workshop without changing it: how far it is, and what was changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile
from workshop import words
from workshop.change import Logged
from workshop.declare import Value

if TYPE_CHECKING:
    from workshop.coach import Finding, Gate

_MARKS = {"block": ("✗", "settle"), "warn": ("!", "consider"), "hint": ("·", "hint")}


def check(said: Said) -> int:
    """Print gates and findings; 1 when something blocks."""
    from workshop.coach import findings, gates

    with WorkshopFile.open(Path(said["FILE"]), write=False) as file:
        shop = file.shop
        found, steps = findings(shop), gates(shop)
        title = shop.about.title
    if "--json" in said:
        say.records([{"steps": [_step(gate) for gate in steps], "findings": [_finding(f) for f in found]}])
    else:
        _report(title, steps, found)
    return 1 if any(finding.severity == "block" for finding in found) else 0


def log(said: Said) -> int:
    """Print every change, oldest first."""
    with WorkshopFile.open(Path(said["FILE"]), write=False) as file:
        if "--json" in said:
            say.records(_change(entry) for entry in file.log())
        else:
            for entry in file.log():
                say.line(_told(entry))
    return 0


def _report(title: str, steps: list[Gate], found: list[Finding]) -> None:
    from workshop.steps import STEPS

    say.line(title or "A workshop without a title")
    for gate, step in zip(steps, STEPS, strict=True):
        done = "done" if gate.ready else f"{gate.done} of {gate.of}" if gate.done else "not begun"
        say.line()
        say.line(f"{step.number} {step.name}  {'✓' if gate.ready else '○'} {done}")
        for finding in found:
            if finding.step == step.number:
                mark, word = _MARKS[finding.severity]
                say.line(f"  {mark} {word:8}  {finding.ref:4}  {finding.message}")
                if finding.suggestion:
                    say.line(f"                    {finding.suggestion}")
    many = sum(finding.severity == "block" for finding in found)
    say.line()
    say.line(f"{words.plural(many, 'thing')} to settle." if many else "Nothing blocks.")


def _step(gate: Gate) -> dict[str, object]:
    return {"step": gate.step, "done": gate.done, "of": gate.of, "ready": gate.ready}


def _finding(finding: Finding) -> dict[str, object]:
    names = ("rule", "step", "severity", "ref", "message", "suggestion")
    return {name: getattr(finding, name) for name in names}


def _change(entry: Logged) -> dict[str, object]:
    told = entry._asdict()
    told["old"], told["new"] = _plain(entry.old), _plain(entry.new)
    return told


def _told(entry: Logged) -> str:
    from datetime import datetime

    at = f"{datetime.fromisoformat(entry.at).astimezone():%Y-%m-%d %H:%M}"
    by = f", {entry.by}" if entry.by not in ("", "facilitator") else ""
    how = f"({entry.origin}, step {entry.step}{by})"
    if entry.field is None:
        return f"{at}  {entry.ref} {'added' if entry.new else 'removed'}  {how}"
    return f"{at}  {entry.ref}.{entry.field}  {_quoted(entry.old)} -> {_quoted(entry.new)}  {how}"


def _quoted(value: Value) -> str:
    plain = _plain(value)
    return f'"{"" if plain is None else plain}"'


def _plain(value: Value) -> str | int | float | None:
    """Refs as scripts write them, `C1,C2`; anything else as it is."""
    return ",".join(value) if isinstance(value, tuple) else value
