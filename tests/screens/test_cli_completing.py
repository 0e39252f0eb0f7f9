"""Completion as a shell does it, in the shells that are here."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

Gt = Callable[..., Ran]

BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _goldenthread; echo "${COMPREPLY[*]}"
"""
OFFERED = [
    ("ex", {"export", "expand"}),
    ("export w.workshop --fo", {"--for", "--format"}),
    ("export w.workshop --format m", {"md"}),
    ("import w.workshop b.xlsx --accept t", {"theirs"}),
    ("check w.workshop -", {"--json"}),
]


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize(("typed", "offered"), [*OFFERED, ("pil", set()), ("export -o ", set())])
def test_bash_completes_commands_options_and_what_they_take_and_leaves_files_to_itself(
    gt: Gt, tmp_path: Path, typed: str, offered: set[str]
) -> None:
    script = tmp_path / "completion"
    script.write_text(gt("completion", "bash").out)
    words = ["goldenthread", *typed.split(" ")]
    ran = subprocess.run(["bash", "-c", BASH, "bash", script, *words], capture_output=True, text=True, check=True)
    assert (set(ran.stdout.split()), ran.stderr) == (offered, "")


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
@pytest.mark.parametrize(("typed", "offered"), OFFERED)
def test_fish_says_what_each_of_them_does(gt: Gt, tmp_path: Path, typed: str, offered: set[str]) -> None:
    script = tmp_path / "completion"
    script.write_text(gt("completion", "fish").out)
    ran = subprocess.run(
        ["fish", "--no-config", "-c", f"source {script}; complete -C 'goldenthread {typed}'"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    said = dict(line.split("\t", 1) for line in ran.stdout.splitlines() if "\t" in line)
    assert offered <= set(said) and all(said.values())


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_zsh_takes_the_same_through_its_own_door(gt: Gt, tmp_path: Path) -> None:
    script = tmp_path / "completion"
    script.write_text(gt("completion", "zsh").out)
    lines = f"autoload -Uz compinit; compinit -u -D; source {script}; print ${{_comps[goldenthread]}}"
    ran = subprocess.run(["zsh", "-f", "-c", lines], capture_output=True, text=True, check=True)
    assert "_goldenthread" in ran.stdout


def test_another_shell_is_refused_in_a_line(gt: Gt) -> None:
    ran = gt("completion", "csh")
    assert ran.code == 2 and "bash, zsh, fish" in ran.err
