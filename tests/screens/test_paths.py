"""A path is typed as people type it, though the line begins with a folder."""

import os

import pytest

from screens.paths import typed_path


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("/maps/pilot.workshop", "/maps/pilot.workshop"),
        ("/maps//tmp/other.xlsx", "/tmp/other.xlsx"),
        ("/maps/~/other.xlsx", "~/other.xlsx"),
        ("~/maps/", "~/maps/"),
        ("C:\\maps\\D:\\other.xlsx", "D:\\other.xlsx"),
        ("//server/share/pilot.workshop", "//server/share/pilot.workshop"),
        ("a~b.xlsx", "a~b.xlsx"),
        ("/maps/~old/~$pilot.xlsx", "/maps/~old/~$pilot.xlsx"),
    ],
)
def test_what_is_typed_behind_a_folder_may_begin_anew(said: str, meant: str) -> None:
    assert typed_path(said) == os.path.expanduser(meant)
