"""Tell questions for a sum of money, and text that holds one."""

from __future__ import annotations

import re

from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.money import CURRENCY_LETTERS, CURRENCY_SIGNS, CURRENCY_WORDS, SOUTH_ASIAN_NUMBERS
from qa.language.lexicon.roles import ANY_ROLE
from qa.language.lexicon.word_families import irregular_pasts
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term, terms

_VERB = (
    r"(?:spend|spent|pay|paid|costs?|donate[ds]?|give|gave|given|raised?|earn|earned|owe|owed|charged?|invest|invested|worth"
    r"|fined?|sold|sell|make from)"
)
_HOW_MUCH = regex(
    r"\bhow much (?:(?:money|cash|damage|funding|compensation)\b"
    rf"|(?:did|does|do|has|have|had|is|was|are|were|will|would|can)\b.*\b{_VERB}\b)"
    r"|(?<!\bby )\bhow much (?:did|does|do|has|have|had|will|would|can)\b.*\b(?:win|won)\b(?! by\b)",
    re.I | re.S,
)
_WHAT = regex(
    r"\W*what (?:did|does|do|will|would|could|has|have|had|is|are|was|were)\b.*\b"
    r"(?:cost(?:s|ing)?\b(?=\W*\Z|\s(?:to|in|on|for|at|per)\b)|(?:pay|paid|paying)\s(?:\w+\s)?for\b)",
    re.I | re.S,
)
"""A price asked for with "what": not in "What did the delay cost Quill?", which may be her job."""
_LARGE = ("thousand", "million", "billion", "trillion", *SOUTH_ASIAN_NUMBERS)
_SIGNED = regex(
    rf"(?:[{CURRENCY_SIGNS}]|\b(?-i:{'|'.join(CURRENCY_LETTERS)})\.?) ?\d"
    rf"|\b\d[\d.,]*(?: (?:{'|'.join(_LARGE)}))?[ -](?:{'|'.join(sorted(CURRENCY_WORDS))})\b",
    re.I,
)
"""Where a sum begins that has what it is counted in: "$5", "Rs. 5 lakh", "5 million crowns"."""
_NO_MONEY = ANY_ROLE | frozenset(
    """
    year years day days week weeks month months hour hours minute minutes second seconds people persons men
    women children boys girls passengers patients pupils inmates deaths times members am pm january february
    march april may june july august september october november december mile miles km kilometre kilometres
    kilometer kilometers metre metres meter meters foot feet inch inches yards acres hectares kg kilos tons
    tonnes degrees mph knots litres liters votes seats pages homes houses cars boats ships planes flats rooms
    goals games matches counts shots countries cities
    """.split()
)
"""What is counted after a number that is no sum: "12 boats"; "400 crowns" may be one."""
_SUM = regex(
    rf"[{CURRENCY_SIGNS}]|\b(?:{'|'.join(sorted(CURRENCY_WORDS))}|grand|bucks?)\b"
    rf"|\b(?-i:{'|'.join(SOUTH_ASIAN_NUMBERS)})\b"
    rf"|\b(?-i:{'|'.join(CURRENCY_LETTERS)})\.? ?\d"
    r"|\d ?(?:m|bn|k|p|million|billion|trillion|per ?cent)\b|\d ?%|\b(?:million|billion|thousand|hundred)s?\b"
    r"|\b(?:free|nothing|half|double|fortune)\b",
    re.I,
)
# "400 crowns": any number but a year, a day, and one of what is no money.
_NUMBER = regex(
    r"(?<![\w.,])(?!(?:1[5-9]|20)\d\d\b)\d[\d.,]*(?!\w|-|(?:st|nd|rd|th)\b)(?! ?(?:[ap]\.m\b|o['’]clock\b))"
    r"(?: ?(?P<what>[^\W\d_]+)(?: (?P<next>[^\W\d_]+))?)?",
    re.I,
)
_OF_A_TIME = regex(
    rf"\b(?:\d{{1,2}}:\d\d(?: ?[ap]\.?m\b)?|\d{{1,2}} ?[ap]\.?m\b"
    rf"|(?:{'|'.join(f'{name}|{name[:4]}|{name[:3]}' for name in MONTH_NAMES)})\.? \d{{1,2}}\b)",
    re.I,
)
"""Numbers that are no sums: "at 7:13 p.m.", which are no pence, "Sept. 9"."""

_WITHHELD = regex(
    r"\bundisclosed (?:\w+ )?(?:amount|fee|price|sum)\b"
    r"|(?:\bnot|n['’]t|\bnever|\b(?:declined|refused) to) (?:been )?"
    r"(?:disclosed?|revealed?|say|said|saying|give|made public|publish(?:ed)?) "
    r"(?:how much\b|(?:the|its|their|any) (?:\w+ )?(?:amount|cost|fee|price|sum)\b)",
    re.I,
)
"""What says that a sum is not known: "for an undisclosed fee", "It has not been disclosed how much he paid"."""
_PRICED = regex(
    rf"(?:[{CURRENCY_SIGNS}] ?\d[\d.,]{{0,20}}(?:[ -]?(?:k|m|bn|million|billion)\b)?"
    r"|\b\d[\d.,]{0,20}-(?:dollar|pound|euro|cent|penny))"
    r"[ -](?P<what>[^\W\d_]+)(?: (?P<next>[^\W\d_]+))?",
    re.I,
)
"""A sum and what has that price. Where no function word follows it, "$5 ferry tickets" may go on."""

_GOT = regex(
    r"\bhow much (?:(?:money|cash|compensation|damages) )?(?:did|has|have|had|was|were)\b"
    r"(?!.*\b(?:seek|sought|seeking|sue|sued|suing|demand\w*|request\w*|want(?:ed)?|ask(?:ed)?|claim(?:ed)?|need(?:ed)?)\b)"
    r".*\b(?:pay|paid|get|got|receive|received|win|won|award|awarded|give|gave|given|fined|donate|donated)\b",
    re.I | re.S,
)
"""What takes for granted that a sum was paid: "How much did Quill get?", not "How much did Quill sue for?"."""
_WANTED = regex(
    r"\b(?:seek|seeks|sought|seeking|demand|demands|demanded|demanding|request|requests|requested|requesting|wants?|wanted"
    r"|(?:ask|asks|asked|asking|sue|sues|sued|suing)(?: (?!for\b)[\w’'-]+){0,4} for)\b(?P<between>[^.;!?]{0,60})\Z",
    re.I,
)
"""What stands before a sum that somebody only asks for: "is suing the mill for $2m"."""
_PAID = regex(
    r"\b(?:paid|pays?|paying|got|gets?|won|wins|awarded|receive[ds]?|granted|agreed|settled|gave|given|giving)\b",
    re.I,
)
_NEXT_CLAUSE = regex(r"(?:\b(?:and|but|who|which|then)|,)\s(?P<clause>.*)", re.I | re.S)
"""What comes after the wish: "wanted a new boat | and spent $2m"."""

_ON_SALE = regex(
    rf"\b(?:start(?:s|ing)? at|priced at|sells? (?:for|at)|on sale (?:for|at|from)) [{CURRENCY_SIGNS}] ?\d"
    rf"|[{CURRENCY_SIGNS}] ?\d[\d.,]*(?: \w+){{0,3}} on sale\b",
    re.I,
)
"""What tells the price of a thing in other words: "passes starting at $18"."""


def asks_for_sum(question: str) -> bool:
    """Return whether a question is for a sum: "What did the bridge cost?", not "How much rain fell?"."""
    return _HOW_MUCH.search(question) is not None or _WHAT.match(question) is not None


def holds_sum(text: str) -> bool:
    """Return whether a text holds what may be a sum: "$92,000", "3m", "half a million", "nothing"."""
    text = _OF_A_TIME.sub(" ", text)
    if _SUM.search(text) is not None:
        return True
    return any(not _counts_no_money(it["what"] or "", it["next"] or "") for it in _NUMBER.finditer(text))


def _counts_no_money(what: str, after: str) -> bool:
    """Return whether what stands after a number is no money: "12 boats", "13 young members", not "400 for boats"."""
    words = [what.casefold()] if what.casefold() in FUNCTION else [what.casefold(), after.casefold()]
    return any(word in _NO_MONEY or word.removesuffix("s") in ANY_ROLE for word in words)


def withholds_sum(text: str) -> bool:
    """Return whether a text says that a sum is not told."""
    return _WITHHELD.search(text) is not None


def is_only_wanted(question: str, text: str) -> bool:
    """Return whether it is asked what was paid, and each sum of a text is one that somebody asks for: "seeking $2m"."""
    if not _GOT.search(question):
        return False
    text = _OF_A_TIME.sub(" ", text)
    sums = [it.start() for it in _SIGNED.finditer(text)]
    return bool(sums) and all(_is_wanted(text[:at]) for at in sums)


def _is_wanted(before: str) -> bool:
    wanted = _WANTED.search(before)
    if wanted is None or _PAID.search(wanted["between"]) is not None:
        return False
    after = _NEXT_CLAUSE.search(wanted["between"])
    words = after["clause"].casefold().split() if after is not None else []
    return not any(word.endswith("ed") or word in irregular_pasts() for word in words)


def prices_what_is_asked(question: str, text: str) -> bool:
    """Return whether a text has a sum right before a word of the question: "a $5 ticket", "$5 tickets to Harwick".

    "$5 ferry tickets" say nothing of what the ferry cost. What is sold for a sum has that price.
    """
    if _ON_SALE.search(text):
        return True
    asked = set(terms(question))
    found = _PRICED.finditer(text)
    named = {term(it["what"]) for it in found if it["next"] is None or it["next"].casefold() in FUNCTION}
    return any(word in asked and not is_stop_term(word) for word in named)
