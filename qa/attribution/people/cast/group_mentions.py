"""Find the group that a mention names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from qa.attribution.people.cast.group_names import (
    OF_WHAT,
    is_district,
    is_executive,
    is_firm,
    is_group_word,
    is_league,
    is_name,
    is_one_of_many,
    is_somebody_from,
    is_title_of,
    is_trade,
)
from qa.attribution.people.cast.strangers import is_place
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.named import Named
from qa.attribution.people.names.persons import People
from qa.attribution.people.names.phrase_patterns import AND, INDEFINITE, INSIDE, PREPOSITION
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import POSSESSIVES
from qa.language.lexicon.groups import (
    NEWSPAPERS,
    ORGANISATIONS,
    PERSONAL_GROUPS,
    SMALL_GROUPS,
)
from qa.language.lexicon.name_parts import AFTER_OFFICE, IN_A_TEAM, OFFICE_ABBREVIATIONS, SUFFIXES
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.places import ADJECTIVES, NATIONS, PROPER_PLACES
from qa.language.lexicon.roles import ROLES
from qa.language.patterns import regex
from qa.speakers.names import is_group

_ARTICLE = regex(r"(?:the|a|an|this|that|both)\s+(?:the\s+)?", re.I)


_BRANCHES = frozenset("centers centres institutes departments laboratories".split())
"""Plurals that begin the name of one body: "the Centers for Tide Control", "the National Institutes of Tides"."""
_OF_NATION = ADJECTIVES.keys() | frozenset("national federal european u.s. us".split())
_SHORTENED = frozenset(
    """
    agency alliance association authority bank board bureau coalition commission council department federation
    foundation fund institute observatory society trust
    """.split()
)
"""Last words by which bodies are called again, with a capital."""
_FIELDS = frozenset("communications energy media navy research resources services survey".split())
"""Words that also say what one body is for: "the Energy and Ports Committee"."""
_DEPUTY = regex(r"^(?:co|deputy|ex|lieutenant|sub|under|vice)-")
"""Before a role whose holder stands beneath another's: "the Under-Secretary"."""
_WHOLE_BODIES = frozenset("association bank company firm network newspaper organization party union".split())
"""Nouns after the initials of a body that only say what it is, not which part of it: no "NFB board"."""
_INITIALS = regex(r"(?!USA$|UAE$|USSR$|NYC$)[A-Z]{3,6}")
_LISTED = regex(r"[a-z] (?:the )?[A-Z][\w-]+, $")
_IN_S = regex(r"([A-Z][A-Za-z]+)[’']s")
_NOT_IN_S = regex(r"\b[A-Z][A-Za-z]+\b(?![’']s\b)")
_MARKS = {ord(mark): None for mark in '"“”'}
_OWNER = regex(r"[’']s? (?=(?:campaign|administration|government|team|camp|ministry|department)$)")


def firm_in_s(text: str, start: int, end: int) -> Named | None:
    """Return the firm that a mention names: "Marlow's said", where nobody in the article is called "Marlow"."""
    found = _IN_S.fullmatch(text, start, end)
    if found is None or found[1] in _words_not_in_s(text):
        return None
    return Named("group", start, (), text[start:end])


@lru_cache(maxsize=1)
def _words_not_in_s(text: str) -> frozenset[str]:
    """Return the capitalised words that an article has without "'s": read once, not for each "Marlow's said"."""
    return frozenset(_NOT_IN_S.findall(text))


def group_in(layout: Layout, people: People, start: int, end: int) -> Named | None:
    """Return the group that a mention names, "Harwick Council" of "the Harwick Council in Dene"; None for any other."""
    text = layout.text
    if text[start:end] == "No 10":
        return Named("group", start, (), "No 10")  # Downing Street
    if INDEFINITE.match(text, start, end):
        return None
    article = _ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    preposition = PREPOSITION.search(text, begin, end)
    limit = preposition.start() if preposition else end
    if joined := AND.search(text, begin, limit):
        end_of_name = _end_of_name(text, start, begin, joined, limit)
        if end_of_name is None:
            return None
        limit = end_of_name
    words = text[begin:limit].split()
    first = next((i for i, word in enumerate(words) if word[0].isupper()), None)
    if first == 0 and words[0].lower() in POSSESSIVES and words[-1].islower():
        return None  # "Her office", at the head of a sentence
    if first is None or first > 3 or any(word.endswith("ed") for word in words[:first]):
        return None
    last = words[-1].strip("’'\"”“.,")
    capital = begin
    while not text[capital].isupper():
        capital += 1
    while first + 1 < len(words) and words[first].endswith("-based") and words[first + 1][0].isupper():
        first += 1  # "the Norvik-based Dene Observatory"
        capital = text.index(words[first], capital + len(words[first - 1]))
    if last.lower() in SMALL_GROUPS and last.islower():
        if is_one_of_many(words[first:], last):
            return None
        return Named("group", capital, (), _with_owner(text, people, capital, limit, last))
    if not last or not last[0].isupper():
        return None
    if last.lower() in CALENDAR and not (last == "Today" and len(words) > first + 1):
        return None  # but "Dene Today" is a paper
    for i in range(len(words) - 1, first, -1):
        # "star Selenis Leyva", "the watchdog group Media Matters": the name begins after the last small word.
        # But in "the Dene attorney general's Office" the office is an owner within the name.
        small = words[i].islower() and words[i].replace("-", "").isalpha() and words[i] not in INSIDE
        if small and i + 1 < len(words) and not words[i + 1].islower():
            capital = text.index(words[i + 1], capital)
            words, first = words[i + 1 :], 0
            break
    if article is None and first == 0 and layout.opens_sentence(capital) and _are_people(words):
        words = words[1:]  # "Analysts Orsa Insight have warned"
        capital = text.index(words[0], capital + 1)
    if len(words) == 1 and article and article[0].strip().casefold() == "the" and is_somebody_from(last):
        return None
    league = is_league(layout, people, capital, words[first:], limit)
    several = last.lower() in _BRANCHES and all(word.lower() in _OF_NATION for word in words[first:-1])
    # "The Register of Dene Boats" has more than one word where no other body is called "Register".
    work = article is not None and len(words) - first == 1 and is_title_of(last, text[limit : limit + 4])
    # "The Times of Dene", but "Harwick Post of Dene" has a name without its place.
    several = several or (article is not None and len(words) - first == 1 and last.lower() in NEWSPAPERS)
    more = OF_WHAT.match(text, limit, end) if is_group_word(last) or league or several or work else None
    league = league or several or work
    if more:
        limit = more.end()
    if _DEPUTY.sub("", last.lower()).removesuffix("-elect") in ROLES | AFTER_OFFICE and not (
        is_group_word(last) or is_executive(words)
    ):
        return None
    if last in OFFICE_ABBREVIATIONS or (article and last in IN_A_TEAM) or is_district(words[first:]):
        return None
    if layout.in_headline(start) and not _is_known(layout, people, text[capital:limit].strip()):
        return None
    described = article is not None or first > 0
    if (
        len(words) - first == 1
        and not (more and league)
        and not (more and described and not last.endswith("s"))
    ):
        if paper := _whole_of(text, people, capital, last) if article else None:
            return Named("group", capital, (), paper)
        if is_place(text, capital) or not is_name(layout, people, capital, last):
            return None
    name = _name_alone(text[capital:limit])
    return Named("group", capital, (), name) if name else None


def _are_people(words: Sequence[str]) -> bool:
    """Tell whether words begin with what people are, before their firm's name: "Analysts Orsa Insight"."""
    if (
        len(words) != 3
        or any(map(is_group_word, words))
        or words[2].lower() in PROPER_PLACES | NATIONS.keys()
    ):
        return False  # "Farmers Union Dene", "Nurses United France"
    low = words[0].lower()
    return low.endswith("s") and (low[:-1] in ROLES or low[:-1] in JOBS)


def _end_of_name(text: str, start: int, begin: int, joined: re.Match[str], limit: int) -> int | None:
    """Return where a name ends that "and" may go on: after what follows it, or before it; None in a longer list.

    Args:
        start: Where the mention begins, with its article.
        begin: Where its words begin.
        joined: The "and".
        limit: Where the words end that may be of the name.
    """
    left, right = text[begin : joined.start()].split(), text[joined.end() : limit].split()
    whole = bool(right) and (is_group_word(right[-1]) or is_executive(right))
    one_name = bool(left) and whole and not (is_group_word(left[-1]) and left[-1].lower() not in _FIELDS)
    one_name = one_name or is_firm(left, right) or is_trade(text, left, right, limit)
    if len(right) > 1 and right[0][0].isupper() and right[-1].islower() and right[-1].isalpha():
        return None  # "the Divestment and Sanctions movement"
    if _LISTED.search(text, max(0, start - 30), start) and not one_name:
        return None  # "the Boycott, Divestment and Sanctions (BDS) movement"
    return limit if one_name and right[0] != "the" else joined.start()


def _with_owner(text: str, people: People, start: int, end: int, noun: str) -> str:
    """Name a group that is somebody's or something's: "Quill campaign", "Dene council"."""
    owners = [mention for mention in people.within(start, end) if len(mention.people) == 1]
    if noun in PERSONAL_GROUPS and len(owners) == 1:
        return campaign_of(people, owners[0].people[0], noun)
    acronym, _, kind = text[start:end].partition(" ")
    if kind.strip() in _WHOLE_BODIES and _INITIALS.fullmatch(acronym):
        return acronym  # "the RTU union" is the RTU; but the US union is some union, and the USA bank a bank
    name = " ".join(text[start:end].split())
    if name.count('"') % 2 or ("“" in name) != ("”" in name):
        name = name.translate(_MARKS)  # `the "New Salt" party`, whose first mark stands before its name
    return _OWNER.sub(" ", name)


def _name_alone(words: str) -> str:
    """Return a name without marks and endings around it, and without the outlet whose somebody is."""
    name = " ".join(words.split()).strip('"“”').removesuffix("’s").removesuffix("'s").rstrip("’'")
    owner, _, owned = name.replace("’", "'").replace("s' ", "s's ").rpartition("'s ")
    of_body = [word.lower() in ORGANISATIONS or is_group_word(word) for word in owner.split()]
    # "Dene Radio Harwick's Tom Quaz", but "Church of Dene's General Synod"
    outlet = bool(owner) and (of_body[-1] or (any(of_body) and is_given(owned.split()[0].lower())))
    if outlet and len(owned.split()) > 1 and owned.istitle() and not is_group_word(owned.split()[-1]):
        return name[-len(owned) :]  # "CNN's Dana Quaz", "Dene Airlines' Dana Quaz", but "Sotheby's New York"
    return name


def _whole_of(text: str, people: People, start: int, word: str) -> str | None:
    """Return the one newspaper or body that the article named before and now shortens: "the Post", "the Commission"."""
    if word.lower() not in NEWSPAPERS | _SHORTENED:
        return None
    longer = set()
    for group in people.groups[:400]:
        new = text[max(0, group.start - 4) : group.start] == "New "
        if group.start < start and (group.name.endswith(f" {word}") or (new and group.name == word)):
            more = OF_WHAT.match(text, group.end, group.end + 80) if word.lower() in _SHORTENED else None
            longer.add(f"New {group.name}" if new else group.name + (more[0] if more else ""))
    return longer.pop() if len(longer) == 1 else None


def campaign_of(people: People, person: int, noun: str) -> str:
    """Name a person's campaign: "Rubio campaign", with the given name where the article has two Rubios."""
    owner = people.persons[person]
    words = [word for word in owner.name.split() if word.rstrip(".,").lower() not in SUFFIXES]
    short = words[0] if owner.parsed.surname == (words[0].lower(),) else words[-1]
    alone = sum(other.parsed.surname == owner.parsed.surname for other in people.persons) == 1
    return f"{short if alone else owner.name} {noun}"


def _is_known(layout: Layout, people: People, name: str) -> bool:
    """Tell whether what looks like a group in a headline stands in the article's sentences too."""
    if is_group(name):
        return True
    return any(group.name == name and not layout.in_headline(group.start) for group in people.groups[:400])
