"""What the screens' tests share: workshops as real files, on a day that stands still."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from almanac import always

from store.file import WorkshopFile
from store.samples import sample
from workshop import state

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new workshop and the churn sample as of that day; copy them."""
    folder = tmp_path_factory.mktemp("samples")
    WorkshopFile.create(folder / "new.workshop", title="Sales portal").close()
    WorkshopFile.create(folder / "churn.workshop", plan=sample("churn", TODAY)).close()
    return folder


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Whatever is opened is opened on that day."""
    monkeypatch.setattr(state, "date", always(TODAY))
    return TODAY


@pytest.fixture
def new(samples: Path, tmp_path: Path, today: date) -> Path:
    """A workshop with nothing in it yet."""
    return Path(shutil.copy(samples / "new.workshop", tmp_path))


@pytest.fixture
def churn(samples: Path, tmp_path: Path, today: date) -> Path:
    """The churn workshop, complete, as it stood on that day."""
    return Path(shutil.copy(samples / "churn.workshop", tmp_path))
