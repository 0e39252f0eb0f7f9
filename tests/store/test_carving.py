"""Everything in a sound file is found in its bytes, and a workshop made anew of it is the same workshop."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path

import pytest
from making import picture

from store.carving import Pieces, carved
from store.correcting import corrected
from store.doctor import heal
from store.file import WorkshopFile
from store.rebuilding import gaps, rebuilt
from store.samples import sample
from workshop.coach import findings, gates
from workshop.derived.threads import threads


@pytest.fixture(scope="module", params=["churn", "productivity", "compliance", "delivery"])
def worked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample in which things were removed, undone and done again."""
    path = tmp_path_factory.mktemp("samples") / "w.workshop"
    with WorkshopFile.create(path, plan=sample(request.param, date(2026, 11, 24))) as file:
        for ref in ("O1", "C1", "P1"):
            file.act(lambda draft, ref=ref: draft.remove(ref), why=f"remove {ref}", step=3)  # type: ignore[misc]
        file.undo()
        file.undo()
        file.redo()
        file.act(lambda draft: draft.set("W1", "title", "é" * 9000), why="a title of many pages", step=1)
    return path


def test_every_change_is_found_and_makes_the_same_workshop(worked: Path, tmp_path: Path) -> None:
    found = carved(worked.read_bytes())
    data, there = rebuilt(found)
    assert there.changes == found.changes
    again = tmp_path / "again.workshop"
    again.write_bytes(data)
    with WorkshopFile.open(worked, write=False) as was, WorkshopFile.open(again, write=False) as now:
        assert list(found.changes) == [entry.n for entry in was.log()] or len(found.changes) == was.last_n()
        assert list(now.log()) == list(was.log())
        assert picture(now.shop) == picture(was.shop)
        assert now.next_undo() == was.next_undo()
    assert heal(again).sound


def test_whatever_is_left_makes_a_sound_workshop(worked: Path, tmp_path: Path) -> None:
    dice = random.Random(3)
    good = worked.read_bytes()
    log = carved(good).changes
    for number in range(6):
        bad = bytearray(good)
        for _ in range(dice.choice([1, 3, 20])):
            page = dice.randrange(len(bad) // 4096) * 4096
            bad[page : page + 4096] = dice.choice([bytes(4096), dice.randbytes(4096)])
        left = corrected(bytes(bad), carved(bytes(bad)))
        assert left.changes.items() <= log.items(), "nothing is made up"
        data, _ = rebuilt(left)
        made = tmp_path / f"{number}.workshop"
        made.write_bytes(data)
        assert heal(made).sound
        with WorkshopFile.open(made) as file:
            assert len(gates(file.shop)) == 6
            assert findings(file.shop) is not None
            assert threads(file.shop) is not None
            while file.undo():
                pass
        assert heal(made).sound


def test_an_older_version_is_read_too(tmp_path: Path) -> None:
    first = Path(shutil.copy(Path(__file__).with_name("first.workshop"), tmp_path / "first.workshop"))
    (tmp_path / "again.workshop").write_bytes(rebuilt(carved(first.read_bytes()))[0])
    with (
        WorkshopFile.open(first, write=False) as was,
        WorkshopFile.open(tmp_path / "again.workshop", write=False) as now,
    ):
        assert list(now.log()) == list(was.log())
        assert picture(now.shop) == picture(was.shop)


def test_gaps_are_told_from_first_to_last() -> None:
    there = Pieces({}, dict.fromkeys((2, 3, 7), ()))
    assert list(gaps(there, 9)) == [(1, 1), (4, 6), (8, 9)]
    assert list(gaps(there, 7)) == [(1, 1), (4, 6)]
    assert list(gaps(Pieces({}, {}), 0)) == []
