"""What a word can mean in a statement: one bit each, so that a word may mean several things at once."""

from __future__ import annotations

# How a verb moves what it is said of.
DOES = 1 << 0  # the work itself is the object: implement, hire, publish
MAKES = 1 << 1  # build, create, develop: a thing, or a quality that nobody can hand over
GIVES = 1 << 2  # provide, offer, deliver
RENEWS = 1 << 3  # modernise, redesign: of a named thing it is work, of an abstraction a wish
BETTERS = 1 << 4  # improve, strengthen, foster: a direction, with no end to it
RAISES = 1 << 5  # increase, grow
LOWERS = 1 << 6  # reduce, cut
KEEPS = 1 << 7  # maintain, ensure
ENDS = 1 << 8  # eliminate, eradicate: down to nothing
REACHES = 1 << 9  # achieve, hit
WINS = 1 << 10  # pass, win: a result that is there or not
HANDLES = 1 << 11  # resolve, close, answer: work when counted, service when timed
EITHER = 1 << 12  # as often a noun as a verb: review, test, support

# What it is said of.
THING = 1 << 13  # what can be handed over: portal, policy, report
ABSTRACT = 1 << 14  # what cannot: culture, trust, agility
FUZZY = 1 << 15  # praise in place of a measure: world-class, seamless
CHORE = 1 << 16  # work that is counted: call, article, workshop
SERVICE = 1 << 17  # what IT or the business runs for somebody: portal, payroll, help desk
FOLK = 1 << 18  # customers, staff, citizens
PAPER = 1 << 19  # what the organisation draws up for each: plan, review, assessment
WORDWORK = 1 << 20  # a noun for doing: roll-out, implementation, completion

# Numbers and time.
NUMBER = 1 << 21  # two, dozen, half
SHAREWORD = 1 << 22  # percent, percentage, rate
BOUND = 1 << 23  # at least, under, up to
UNIT = 1 << 24  # a unit of time
PERIOD = 1 << 25  # quarter, fiscal year: calendar in itself
MONTH = 1 << 26
SEASON = 1 << 27  # a stretch that everyone can date: winter, exams
NAMING = 1 << 28  # what a number after it belongs to: version, ISO, tier

# Small words.
JOINT = 1 << 29  # preposition or conjunction: ends a noun phrase
DETERMINER = 1 << 30
MODAL = 1 << 31  # will, shall
BEING = 1 << 32
HAVING = 1 << 33
SKIPPED = 1 << 34  # adverbs between subject and verb

# What a metric looks at.
SHARE = 1 << 35  # percentage of, rate, ratio
TIME = 1 << 36  # how long
COST = 1 << 37
COUNT = 1 << 38  # number of, total, volume
SCORE = 1 << 39  # what people say of it, or a grade
MONEY = 1 << 40
HARM = 1 << 41
GOOD = 1 << 42  # success, accuracy, availability: the effect itself
COVER = 1 << 43  # how far a safeguard reaches
STOCK = 1 << 44  # open, overdue, pending
DONE = 1 << 45  # closed, handled, produced
VOLUME = 1 << 46  # what arrives or goes by: calls, visits, page views
STAFF = 1 << 47
RISK = 1 << 48  # what may yet do harm
USE = 1 << 49  # adoption
PROMPT = 1 << 50  # on time, within target
BUSY = 1 << 51  # occupancy, throughput, handling time
FEEL = 1 << 52  # engagement, morale: how people feel

JARGON = 1 << 53

# What a form says of a word.
ED = 1 << 54
ING = 1 << 55
MANY = 1 << 56  # a plural, or a verb in the third person
DIGITS = 1 << 57

MILD = 1 << 58  # praise that may also be plain description: secure, simple
THRIFT = 1 << 59  # utilisation, automation, turns: what is got out of the means
LATE = 1 << 60  # overdue, older than: open for too long
SAFE = 1 << 61  # people who use the service, or win from it

ACTS = DOES | MAKES | GIVES | RENEWS | BETTERS | RAISES | LOWERS | KEEPS | ENDS | REACHES | WINS | HANDLES
"""Any verb that opens a statement."""


def listed(words: str) -> frozenset[str]:
    """The words of a line, as a set to look words up in."""
    return frozenset(words.split())
