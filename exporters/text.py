"""To be written."""

from collections.abc import Sequence

from exporters.logged import Logged
from workshop.state import Workshop


def made(shop: Workshop, log: Sequence[Logged]) -> bytes:
    """The whole handoff."""
    raise NotImplementedError
