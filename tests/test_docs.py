"""Documents that cannot lie: generated pages are fresh, what is named exists, the README keeps to its two commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.pictures import PICTURES, PRINTED
from docs.write import HERE, PAGES
from screens.cli.commands import COMMANDS
from workshop.declare import KINDS

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_fresh(name: str) -> None:
    assert HERE.joinpath(name).read_text("utf-8") == PAGES[name](), "run: make docs"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", path.read_text("utf-8")):
        assert target.startswith("http") or (path.parent / target).exists(), target


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_files_that_are_named_exist(path: Path) -> None:
    for target in re.findall(
        r"`((?:workshop|store|exporters|screens|tests|docs)/[\w/]*(?:\.\w+)?)`", path.read_text("utf-8")
    ):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_commands_that_are_named_exist(path: Path) -> None:
    for name in re.findall(r"^goldenthread ([a-z]+)\b(?!\.)", path.read_text("utf-8"), re.M):
        assert name in COMMANDS, name


def test_every_picture_is_shown_and_fetches_nothing() -> None:
    shown = {target for path in TEXTS for target in re.findall(r"pictures/(\w+)\.svg", path.read_text("utf-8"))}
    drawn = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs" / "pictures").glob("*.svg")}
    assert shown == set(drawn) == {picture.name for picture in PICTURES}
    printed = {target for path in TEXTS for target in re.findall(r"pictures/([\w-]+)\.png", path.read_text("utf-8"))}
    assert printed == {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png")} == set(PRINTED)
    for name, svg in drawn.items():
        assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", svg) == [], name


def test_the_readme_has_two_commands_to_begin_with() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"^(make \w+)", text, re.M) == ["make demo", "make test"]
    made = (ROOT / "Makefile").read_text("utf-8")
    assert all(f"\n{name}:" in made for name in ("demo", "test"))


def test_every_kind_and_field_is_documented() -> None:
    text = (ROOT / "docs" / "records.md").read_text("utf-8")
    for kind in KINDS.values():
        assert f"## {kind.name}\n" in text
        assert all(f"`{spec.name}`" in text for spec in kind.fields)
