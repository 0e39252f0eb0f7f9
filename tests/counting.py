"""Counts what a facilitator presses beyond the words that are typed."""

from __future__ import annotations

from room import ENTER, Facilitator


class Counting:
    """Counts the keys that are no words."""

    def __init__(self, room: Facilitator) -> None:
        self.room = room
        self.keys = 0

    async def presses(self, *keys: str) -> None:
        """Keys that count."""
        self.keys += len(keys)
        await self.room.keys(*keys)

    async def says(self, *answers: str) -> None:
        """Answers in words, each with the Enter that ends it."""
        for words in answers:
            await self.room.bursts(words)
            await self.presses(ENTER)

    async def marks(self, answers: str) -> None:
        """Answers of one stroke each, in a grid."""
        await self.room.keys(*answers)
