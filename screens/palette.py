"""The command palette: every key by name, and every record by its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from screens.keys import EVERYWHERE, Key
from workshop.steps import STEPS

if TYPE_CHECKING:
    from screens.room import Room


_CALLED_SO = 100
"""What the footer's own word for a command is worth in a search."""


class Commands(Provider):
    """Commands of the room that is open."""

    @property
    def room(self) -> Room | None:
        """The room, when one is open."""
        from screens.room import Room

        return self.screen if isinstance(self.screen, Room) else None

    def _all(self, room: Room) -> Iterator[tuple[str, Key]]:
        for step in STEPS:
            yield (
                f"Step {step.number}: {step.name}",
                Key(str(step.number), f"step({step.number})", "", step.purpose),
            )
        for key in (*room.view.keys, *EVERYWHERE):
            yield f"{key.says}{self._which(room, key)}  [{key.cap}]", key
        for name in ("dark", "light"):
            yield f"Projector theme: {name}", Key("", f"theme_{name}", "", f"The {name} theme")

    def _which(self, room: Room, key: Key) -> str:
        """Which act undo and redo are about."""
        name = {"undo": room.file.next_undo, "redo": room.file.next_redo}.get(key.action, str)()
        return f": {name}" if name else ""

    async def startup(self) -> None:
        """The palette opens. Textual remembers the styles of a thousand widgets, and with them all that they painted:
        those of the palettes before are let go.
        """
        StylesCache.get_inner_outer.cache_clear()

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        room = self.room
        for name, key in self._all(room) if room else ():
            yield DiscoveryHit(Content(name), partial(self._run, key), text=name)

    async def search(self, query: str) -> Hits:
        """The commands that have the words of the query, here or in the footer; those with its letters, where none has.

        One that the footer calls just so comes first.
        """
        room = self.room
        matcher = self.matcher(query)
        every = list(self._all(room)) if room else []
        words = query.lower().split()
        having = [(n, key) for n, key in every if all(word in f"{n} {key.word}".lower() for word in words)]
        for name, key in having or every:
            score, offsets = matcher.fuzzy_search.match(matcher.query, name)
            score += _CALLED_SO * (key.word == query.lower().strip())
            if score > 0:
                shown = Content(name)
                for at in offsets:
                    shown = shown.stylize(matcher.match_style, at, at + 1)
                yield Hit(score, shown, partial(self._run, key), text=name)

    def _run(self, key: Key) -> None:
        from screens.app import GoldenThread

        room = self.room
        if room is None:
            return
        if key.action.startswith("theme_"):
            few = self.app.few if isinstance(self.app, GoldenThread) else ""
            self.app.theme = f"golden-{key.action.removeprefix('theme_')}{few}"
            room.refresh()
        else:
            room.attempt(lambda: room.run(key))
