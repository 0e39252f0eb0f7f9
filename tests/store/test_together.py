"""Several processes with one file: every acknowledged answer is kept, one app writes, nobody waits for a dead one."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from making import picture

from store import check, connecting
from store.errors import NotSaved
from store.file import WorkshopFile
from workshop import acts
from workshop.draft import Draft

Add = Callable[..., str]

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from store.file import WorkshopFile
from workshop import acts
from workshop.state import kind_named
with WorkshopFile.open(sys.argv[1]) as file:
    for number in range(int(sys.argv[3])):
        said = {"statement": f"{sys.argv[2]} {number}", "owner": f"{sys.argv[2]} {number}"}
        done = file.act(lambda draft: acts.add(draft, kind_named("objective"), said), why="add", step=1)
        print(done.result, flush=True)
"""
HOLDER = """
import sys
from store.file import WorkshopFile
file = WorkshopFile.open(sys.argv[1], hold=True)
print(file.readonly, flush=True)
sys.stdin.read()
"""


def start(code: str, *words: object) -> subprocess.Popen[str]:
    """Another process that uses the store."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_four_writers_lose_nothing_and_share_no_ref(path: Path) -> None:
    names = ("left", "right", "near", "far")
    writers = [start(WRITER, path, name, 50) for name in names]
    refs = [ref for writer in writers for ref in writer.communicate(timeout=60)[0].split()]
    assert [writer.returncode for writer in writers] == [0] * 4
    assert len(refs) == len(set(refs)) == 200
    with WorkshopFile.open(path, write=False) as file:
        said = {record.words for record in file.shop.of("objective")}
        assert said == {f"{name} {number}" for name in names for number in range(50)}
        assert [entry.n for entry in file.log()] == list(range(1, file.last_n() + 1))
        assert check.disagreement(file._db) == ""


def test_nothing_acknowledged_is_lost_to_a_kill(path: Path) -> None:
    dice = random.Random(5)
    for number in range(8):
        writer = start(WRITER, path, f"round {number}", 10_000)
        assert writer.stdout
        acknowledged = [writer.stdout.readline().strip()]
        time.sleep(dice.uniform(0, 0.03))
        writer.send_signal(signal.SIGKILL)
        acknowledged += re.findall(r"(O\d+)\n", writer.communicate(timeout=10)[0])
        with WorkshopFile.open(path, write=False) as file:
            assert {record.ref for record in file.shop.of("objective")} >= set(acknowledged)
            assert all(record.words == vars(record)["owner"] for record in file.shop.of("objective"))
            assert check.disagreement(file._db) == ""
            assert file.verify() == ""
            log = list(file.log())
        alone = path.with_name("mailed.workshop")
        alone.write_bytes(path.read_bytes())
        with WorkshopFile.open(alone, write=False) as copy:
            assert list(copy.log()) == log


def test_what_another_wrote_is_taken_in_whether_seen_before_or_not(file: WorkshopFile, add: Add) -> None:
    with WorkshopFile.open(file.path) as other:
        add(file, "objective", statement="Cut churn")
        add(file, "outcome", statement="Back in 30 minutes", objectives="O1")
        assert other.catch_up()
        assert not other.catch_up()
        before = picture(other.shop)

        add(file, "service", name="Portal")
        file.act(lambda draft: acts.edit(draft, "C1", "service", "S1"), why="name it", step=3)
        file.act(lambda draft: draft.remove("O1"), why="remove", step=1)
        other.shop._tables.clear()
        other.shop._sorted.clear()
        assert picture(other.shop) == before, "what is read late is as old as the rest"

        assert other.catch_up()
        assert picture(other.shop) == picture(file.shop)
        assert add(other, "objective", statement="Next") == "O2"


def test_an_act_works_on_what_others_wrote_a_moment_ago(file: WorkshopFile, add: Add) -> None:
    with WorkshopFile.open(file.path) as other:
        assert [add(file, "objective", statement="Ours"), add(other, "objective", statement="Theirs")] == ["O1", "O2"]
        assert other.catch_up(), "the app has yet to show what the act took in"
        assert not other.catch_up()
        assert add(file, "objective", statement="Ours again") == "O3"
        assert file.catch_up()
        assert picture(file.shop).keys() >= {"O1", "O2", "O3"}


def test_reading_a_log_slowly_keeps_nobody_from_writing(
    file: WorkshopFile, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(file, "objective", statement="Cut churn")
    with WorkshopFile.open(file.path, write=False) as reader:
        log = reader.log()
        next(log)
        file._db.execute("PRAGMA busy_timeout = 0")
        assert add(file, "objective", statement="Meanwhile") == "O2"
        assert [entry.n for entry in log][-1] >= 4


def test_a_file_kept_busy_is_told_and_nothing_is_kept(path: Path, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "WAIT", 0.05)
    with WorkshopFile.open(path) as file, WorkshopFile.open(path) as other:
        before = picture(file.shop)

        def plan(draft: Draft) -> None:
            with pytest.raises(NotSaved, match="busy"):
                add(other, "objective", statement="Meanwhile")

        file.act(plan, why="take long", step=1)
        assert picture(file.shop) == before
        assert add(other, "objective", statement="Afterwards") == "O1"


def test_a_second_app_only_reads_and_says_who_writes(path: Path, add: Add) -> None:
    holder = start(HOLDER, path)
    assert holder.stdout
    assert holder.stdout.readline() == "False\n"
    with WorkshopFile.open(path, hold=True) as second:
        assert second.readonly
        assert re.fullmatch(
            rf"open in another Golden Thread: .+ \(process {holder.pid}\) since .+", second.why_readonly
        )
        with WorkshopFile.open(path) as scripted:
            add(scripted, "objective", statement="Scripted")
        assert second.catch_up()
        assert second.shop.get("O1")
    holder.kill()
    holder.communicate()
    with WorkshopFile.open(path, hold=True) as third:
        assert (third.readonly, third.why_readonly) == (False, "")
        with WorkshopFile.open(path.parent / path.name, hold=True) as fourth:
            assert fourth.readonly
    with WorkshopFile.open(path, hold=True) as last:
        assert not last.readonly


def test_the_same_file_by_another_name_is_held_too(path: Path, tmp_path: Path) -> None:
    (tmp_path / "link.workshop").symlink_to(path)
    with WorkshopFile.open(path, hold=True), WorkshopFile.open(tmp_path / "link.workshop", hold=True) as second:
        assert second.readonly


def test_an_app_works_without_a_home(path: Path, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, "/proc/nowhere")
    with WorkshopFile.open(path, hold=True) as file:
        assert add(file, "objective", statement="Cut churn") == "O1"
        with WorkshopFile.open(path, hold=True) as second:
            assert second.readonly
