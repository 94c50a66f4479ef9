"""List the words for days, months, seasons and numbers of them."""

from __future__ import annotations

# Spelt out: the names in `calendar` follow the machine's locale.
MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {short: n for n, name in enumerate(MONTH_NAMES, 1) for short in (name, name[:3], name[:4])}
"""Months and their short forms, by number from 1."""
DAYS = {day: n for n, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
"""Days of the week by number from 0, Monday first."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Seasons by the month in which they begin."""
FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "new year": (1, 1),
    "halloween": (10, 31),
}
"""Feasts that have the same month and day in every year, longer names first."""
NUMBERS = {
    **{
        word: n
        for n, word in enumerate("a one two three four five six seven eight nine ten eleven twelve".split())
    },
    "a": 1,
    "an": 1,
    "few": 3,
    "couple of": 2,
    "several": 5,
    "dozen": 12,
    "a few": 3,
    "a couple of": 2,
}
"""Numbers as words."""

LASTING = frozenset("time years months weeks days decades hours".split())
"""What somebody does something for: "for years", "for the first time"."""
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january
    february march april may june july august september october november december jan feb aug sept oct nov
    dec morning afternoon evening night week month year recently earlier later noon midnight mondays
    tuesdays wednesdays thursdays fridays saturdays sundays weekend
    """.split()
)
"""Words for when, between a subject and its verb or after the verb: "said Monday"."""

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thurs fri sat sun christmas easter thanksgiving halloween today yesterday
    tomorrow tonight
    """.split()
)
"""Days, months and feasts: their capitals make no name."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A month or its short form; this and those below are patterns."""
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
FEAST = "|".join(FEASTS)
SEASON = r"(?:spring|summer|autumn|fall|winter)"
COUNT = (
    r"(?:\d{1,3}|a few|few|a couple of|couple of|several|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|a dozen|dozen)"
)
UNIT = r"(?:day|week|month|year)"
LAST = r"(?:last|past|previous)"

MOVING_TIMES = (
    r"(?:yesterday|today|tonight|last|past|previous|this|recent|ago"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
"""Words for times that move with the calendar."""
LONG_OR_VAGUE = r"(?:years?|decades?|summer|spring|autumn|fall|winter|quarter|season|today|tonight)"
"""Words for times that are as often a fact's as an article's."""
ORDINALS_IN_WORDS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
SPANS = TIMES | frozenset(
    """
    day days weeks months years hour hours minutes moments spring summer autumn fall winter season decade decades
    time afternoon afternoons mornings evenings nights
    """.split()
)
"""Words for a day, a time of day or a stretch of time: "week", "afternoon"."""
