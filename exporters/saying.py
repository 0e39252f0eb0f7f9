"""Small English for headlines: counts in words, parts of a whole, long words cut where one can see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshop.words import listed

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
          "twenty")  # fmt: skip


def number(count: int) -> str:
    """`no`, `one` … `twenty`, then digits."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def those(count: int) -> str:
    """As `number`, standing for things that were named before: `none`, `one`."""
    return number(count) if count else "none"


def counted(count: int, one: str, many: str = "") -> str:
    """`no outcomes`, `one outcome`, `two outcomes`."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def verb(count: int, one: str, many: str) -> str:
    """The form of a verb that goes with a count."""
    return one if count == 1 else many


def part(count: int, of: int, one: str, many: str = "") -> str:
    """`all six threads`, `both`, `the one thread`, `four of six threads`, `not one of six threads`, `no thread`."""
    name = one if of == 1 else many or one + "s"
    if count == of:
        return {1: f"the one {name}", 2: f"both {name}"}.get(of, f"all {number(of)} {name}")
    if of == 1:
        return f"no {name}"
    return f"{number(count) if count else 'not one'} of {number(of)} {name}"


def part_does(count: int, of: int, one: str, does: str, do: str, many: str = "") -> str:
    """As `part`, with the form of the verb that goes with it."""
    return f"{part(count, of, one, many)} {does if count <= 1 else do}"


def them(count: int, of: int) -> str:
    """As `part`, of things that were named just before: `it`, `both`, `all`, `two`, `none`."""
    return {1: "it", 2: "both"}.get(of, "all") if count == of > 0 else those(count)


def paired(having: Sequence[tuple[bool, bool]], thing: str, first: str, second: str) -> str:
    """How many things have both; where none has, how many have which: `all four decisions have a name, none a clock`.

    `first` and `second` come with their article.
    """
    of, whole = len(having), sum(map(all, having))
    if whole:
        return f"{part_does(whole, of, thing, 'has', 'have')} {first} and {second}"
    counts = [(sum(one for one, _ in having), first), (sum(other for _, other in having), second)]
    (many, more), (few, less) = sorted(counts, key=lambda held: -held[0])
    if not many:
        return f"{part_does(0, of, thing, 'has', 'have')} {first} or {second} yet"
    rest = f"{those(few)} {less}" if of > 1 else f"but no {less.partition(' ')[2]}"
    return f"{part_does(many, of, thing, 'has', 'have')} {more}, {rest}"


def all_retired(count: int, thing: str) -> str:
    """`the one metric is retired`, `both metrics are retired`."""
    return f"{part_does(count, count, thing, 'is', 'are')} retired"


def more_retired(count: int) -> str:
    """`two more are retired`, or "" where none is."""
    return f"{number(count)} more {verb(count, 'is', 'are')} retired" if count else ""


def sentence(*parts: str) -> str:
    """The parts that say something, joined by semicolons, the first letter a capital."""
    said = "; ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def capital(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def refs(found: Iterable[str], most: int = 4) -> str:
    """`C1, C2 and C5`; of many the first few and how many more."""
    names = list(found)
    if len(names) <= most:
        return listed(names)
    return f"{', '.join(names[: most - 1])} and {number(len(names) - most + 1)} more"


def short(text: str, most: int) -> str:
    """The text on one line, cut between words with a visible mark when it is longer than `most`."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return head[: head.rfind(" ")].rstrip(" ,;:.-") + "…" if " " in head[most // 2 :] else head + "…"
