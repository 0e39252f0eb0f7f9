"""expand: in a script and in the room, the next objective is taken up once the pilot has proved itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from conftest import Ran
from room import entered

from store.file import WorkshopFile

Gt = Callable[..., Ran]


def test_the_next_objective_is_one_command_and_one_act(gt: Gt, tmp_path: Path) -> None:
    path = tmp_path / "churn.workshop"
    gt("sample", "churn", path)
    ran = gt("expand", path, "o2")
    assert ran.code == 0 and ran.out.startswith("O2 is the pilot now; O1 is proved by:")
    assert "on the way" in ran.out and "Not shown yet" in ran.out and "Kept as it is" in ran.out
    with WorkshopFile.open(path) as file:
        assert file.shop.about.pilot == "O2" and file.shop.find("O1").values()["state"] == "proved"
        file.undo()
        assert file.shop.about.pilot == "O1" and file.shop.find("O1").values()["state"] == "pilot"


def test_it_is_refused_in_one_line_that_says_what_is_missing(gt: Gt, tmp_path: Path) -> None:
    path = tmp_path / "w.workshop"
    gt("new", path)
    for words in ("Cut churn", "Cut cost"):
        gt("add", path, "objective", f"statement={words}")
    gt("set", path, "W1.pilot", "O1")
    before = path.read_bytes()
    ran = gt("expand", path, "O2")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "O1 has no outcome yet" in ran.err and "O1.state proved" in ran.err
    assert path.read_bytes() == before
    gt("set", path, "O1.state", "proved")
    assert gt("expand", path, "O2").code == 0


async def test_in_the_room_the_proof_stands_beside_the_question(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("N")
        assert room.sees("Which objective comes next?", "O1 has something to show", "O2")
        await room.says("O2")
        assert room.stored("W1.pilot") == "O2" and room.stored("O1.state") == "proved"
        assert room.sees("O2 is the pilot now, O1 is proved")
        await room.keys("u")
        assert room.stored("W1.pilot") == "O1" and room.stored("O1.state") == "pilot"
