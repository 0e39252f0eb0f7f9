"""Where a consultant's own plain wording comes from; it is asked for when words are first put plainly, not before."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_source: list[Callable[[], Mapping[str, str]]] = []
_told: list[Mapping[str, str]] = []


def come_from(source: Callable[[], Mapping[str, str]]) -> None:
    """Say who knows the wording: jargon as people say it, and what to say for it."""
    _source[:] = [source]
    _told.clear()


def own() -> Mapping[str, str]:
    """The consultant's own wording, asked for once; empty where nobody was named."""
    if not _told:
        _told.append(_source[0]() if _source else {})
    return _told[0]
