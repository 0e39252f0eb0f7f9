"""Whether what was given as a metric is an aim: what somebody wants, and no number."""

from __future__ import annotations

from workshop.statement.activities import act
from workshop.statement.dates import dates
from workshop.statement.senses import (
    BETTERS,
    ED,
    EITHER,
    ENDS,
    GIVES,
    ING,
    KEEPS,
    LOWERS,
    MAKES,
    RAISES,
    RENEWS,
    WORDWORK,
    listed,
)
from workshop.statement.tokens import Words

_COMPARED = listed(
    "faster better quicker less higher lower shorter stronger happier safer cheaper greater smarter smoother easier "
    "simpler leaner clearer"
)
_ENDINGS = listed("faster quicker better sooner cheaper easier safer simpler")
_AIMS = BETTERS | RAISES | LOWERS | RENEWS | ENDS | MAKES | KEEPS | GIVES
_NAMED = listed(
    "limit cap drop decline fall jump lift rise gain trim climb scale drive share value care shift position build "
    "offer supply matter return save show end stop catch handle"
)
"""Verbs that begin the name of a metric as nouns: `lift availability`."""
_COUNTED = listed("more fewer")
_ARTICLES = listed("the our a an their its")
_NAMES_ON = listed("in of on per rate ratio than")
"""What follows a noun: `increase in adoption`, `more than five logins`."""
_BETTERED = listed("improved optimised optimized")
_WISHERS = listed("we i to")


def is_aim(text: str) -> bool:
    """`Make the system faster`, `faster resolution`: a direction where a number is asked for."""
    words = Words(text)
    if not words.low:
        return False
    first, after = words.low[0], words.word(1)
    if after in _NAMES_ON:
        return False
    if first in _COMPARED or first in _COUNTED or (first in _WISHERS and after):
        return True
    if after and words.low[-1] in _ENDINGS:
        return True
    if first in _BETTERED and after:
        return True
    done = act(words, dates(words))
    if not done or done.at or done.subject or not done.bits & _AIMS:
        return False
    if after in _ARTICLES:
        return not done.bits & WORDWORK
    if words.lemma[0] in _NAMED or done.bits & (EITHER | ING | WORDWORK):
        return False
    return not done.bits & ED or (first == words.lemma[0] and bool(after))
