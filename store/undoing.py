"""Which act would be undone next and which done again, worked out from the log: so it outlives a restart."""

from __future__ import annotations

from collections.abc import Iterable

from store.log import Act


class Stack:
    """The acts that can be taken back and those that can be done again, each with the words of the first act."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self.done: list[tuple[str, Act]] = []
        self.undone: list[tuple[str, Act]] = []
        for act in acts:
            self.take(act)

    def take(self, act: Act) -> None:
        """What the next act of the log does to the two. The first of all, the workshop's birth, stays.

        An act that undoes itself says that changes before it are lost: nothing before it can be taken back whole.
        """
        if act.undoes == act.id:
            self.done.clear()
            self.undone.clear()
        elif act.undoes and self.done and self.done[-1][1].id == act.undoes:
            self.undone.append((self.done.pop()[0], act))
        elif act.undoes and self.undone and self.undone[-1][1].id == act.undoes:
            self.done.append((self.undone.pop()[0], act))
        elif act.first > 1:
            self.done.append((act.why, act))
            self.undone.clear()
