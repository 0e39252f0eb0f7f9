"""How a command is declared, read and explained: one declaration for all three."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Ran

from screens.cli.arguments import Command, WrongUse, read
from screens.cli.commands import COMMANDS, OPEN

Gt = Callable[..., Ran]

EXPORT = COMMANDS["export"]
SET = COMMANDS["set"]
ADD = COMMANDS["add"]


def test_words_by_place_and_options_in_any_order() -> None:
    for typed in ("w -o out.md --format md --redact", "--redact --format=md w -oout.md", "--format md -- w"):
        said = read(EXPORT, typed.split())
        assert (said["FILE"], said["--format"]) == ("w", "md")
    assert "--redact" in read(EXPORT, ["w", "--redact"])
    assert "--redact" not in read(EXPORT, ["w"])
    assert read(EXPORT, ["w", "-o", "-"])["-o"] == "-"


def test_a_word_that_repeats() -> None:
    assert read(ADD, ["w", "objective", "statement=a", "owner=b"]).many == ["statement=a", "owner=b"]


def test_values_may_begin_with_a_dash_where_no_option_can_be_meant() -> None:
    for value in ("-5 %", "--", "--json", "-"):
        assert read(SET, ["w", "O1.measure", value])["VALUE"] == value
    assert read(SET, ["w", "O1.measure", "--", "--"])["VALUE"] == "--"


def test_an_empty_value_is_a_value() -> None:
    said = read(SET, ["w", "O1.owner", ""])
    assert "VALUE" in said
    assert said["VALUE"] == ""


@pytest.mark.parametrize("typed", ["w x", "", "--formt md w", "w --format", "w --format pdf", "w -q", "w --redact=1"])
def test_what_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(WrongUse):
        read(EXPORT, typed.split())


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name or "open")
def test_every_word_of_a_command_is_explained(command: Command) -> None:
    if command.run:
        assert set(command.notes) == {parameter.name for parameter in command.parameters()}
    assert command.says


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if name])
def test_every_command_has_help(gt: Gt, name: str) -> None:
    ran = gt(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"goldenthread {name}")
    for parameter in COMMANDS[name].parameters():
        assert parameter.name in ran.out


def test_the_overview_names_every_command(gt: Gt) -> None:
    ran = gt("--help")
    assert ran.code == 0
    assert all(name in ran.out for name in COMMANDS)
    assert OPEN.usage in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


def test_the_help_of_add_knows_every_kind_and_field(gt: Gt) -> None:
    out = gt("add", "--help").out
    assert "objective" in out
    assert "weight_dependency" in out


def test_the_version(gt: Gt) -> None:
    assert gt("--version").out.startswith("goldenthread ")
