"""What the store's tests share: one small workshop as a real file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.file import WorkshopFile
from workshop import acts
from workshop.draft import Draft
from workshop.state import kind_named


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as `create` leaves it; copy it."""
    path = tmp_path_factory.mktemp("pristine") / "new.workshop"
    WorkshopFile.create(path, title="Northwind").close()
    return path


@pytest.fixture
def path(pristine: Path, tmp_path: Path) -> Path:
    """A new workshop's file, closed."""
    return Path(shutil.copy(pristine, tmp_path / "w.workshop"))


@pytest.fixture
def file(path: Path) -> Iterator[WorkshopFile]:
    """A new workshop's file, open for writing."""
    with WorkshopFile.open(path) as opened:
        yield opened


@pytest.fixture
def add() -> Callable[..., str]:
    """Add a record to a file as the room would; its ref."""

    def added(file: WorkshopFile, kind: str, **said: str) -> str:
        def plan(draft: Draft) -> str:
            return acts.add(draft, kind_named(kind), said)

        return str(file.act(plan, why=f"add {kind}", step=1).result)

    return added
