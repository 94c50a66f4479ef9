"""Find who answers an interview: the guest whom its title, its introduction or its first question names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.attribution.people.names.full_names import is_full_name
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People, Person
from qa.attribution.speech.without_verbs.labels import ADDRESSES
from qa.datatypes import Article
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import ORGANISATIONS
from qa.language.lexicon.roles import REPORTERS, ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.speakers.names import fold, is_group, parse_person

_CAPITAL = r"(?![a-zß-ÿ])[^\W\d_]"
_NAME = rf"{_CAPITAL}[\w.’'-]*(?: [“\"][^“”\"\n]{{1,20}}[”\"])?(?: {_CAPITAL}[\w.’'-]*){{1,4}}"
_AFTER = regex(
    r"\b(?:[Ii]nterview(?:s|ing)?|INTERVIEW|Q ?& ?A|Q and A|[Cc]onversation|[Qq]uestions)"
    rf"(?: (?:with|With|of|for|to)|:) (?P<name>{_NAME})(?P<rest>[^\n]*)"
)
_BEFORE = regex(rf"(?:^|: )(?P<name>{_NAME}) (?:[Ii]nterview|INTERVIEW|Q ?& ?A)\b(?P<rest>[^\n]*)")
_NICKNAME = regex(r" [“\"][^“”\"]*[”\"]")
_OTHER = r"[^\W\d_a-zß-ÿ][\w.’'-]+ [^\W\d_a-zß-ÿ]"
_AND_ANOTHER = regex(rf",? (?:and|&) (?:[\w-]+ ){{0,3}}{_OTHER}|, {_OTHER}[\w.’'-]*(?:,| and| &)")
_TITLE_READ = 300
_ASKS = regex(
    r"\b(?:interview(?:s|ed)?(?: with)?|questions (?:for|to)"
    r"|(?:[Ww]e|I|has|have) (?:spoke|spoken|talked|sat down|chatted|met)(?: up)?(?: to| with)?"
    r"|sat down with|sits down with|conversation with|asked)"
    r" (?:(?!(?:about|after|because|before|since|what|when|while|who)\b)[\w’'-]+ ){0,6}(?:[\w’'-]+, )?$"
)
"""Before the name of who answers. "She spoke with" is as often before the interviewer's."""
_GREETS = regex(
    r"\W*(?:[A-Z]+: ?)?(?:(?:Hi|Hello|Hey|Welcome|Thanks|So|OK|Okay|Well),? )?(?P<name>[A-Z]\w+)[,.!]"
)
_SAYS_SO = regex(r"(?i)\binterviews?\b|\bQ ?& ?A\b|\bin conversation\b")
_BRACKETS = regex(r" ?\([^()]*\) ?")
_PARTS = regex(r"[:|–—]| - ")
_I = regex(r"\bI\b")
_OURS = regex(r"\b(?:[Ww]e|[Oo]ur)\b")
_FEWEST_I = 3
_MOST_LETTERS = 3
_WORDS = regex(r"\w+")
_PRONOUN = regex(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|him)\b")
_BREAK = "\n"
_TALKING = (
    r"(?:has |had |recently |also )*"
    r"(?:talks?|talked|speaks?|spoke|spoken|chats?|chatted|sat down|sits down|answers|answered)"
    r" (?:(?:to|with) (?:us|me|our|the [A-Z]|[A-Z])|about|on|of|some|our|my|your|questions|why|how|what)"
    r"|(?:tells|told|explains|explained|discusses|discussed|shares|shared)\b[^.!?\n]{0,160}\b(?:interview|us|our)\b"
)
_TALK = regex(rf"(?:, [^\n.!?]{{1,120}})?,? (?:{_TALKING})")
_THEY_TALK = regex(
    rf"(?<!\w)(?:[Ii]n (?:this|our) \w+,? )?(?P<who>[Hh]e|[Ss]he) (?:{_TALKING})"
    r"|\b[Ii]n (?:this|our) (?:interview|conversation|chat|talk),? (?P<here>he|she)\b"
    r"|\b(?:interviewed|asked|(?:spoke|talked|sat down|caught up|chatted|met)(?: up)? (?:to|with)) (?P<whom>him|her)\b"
)
_WE_TALK = regex(
    r"\b[Ww]e (?:met|talked|spoke|chatted|sat down)(?: \w+ly)?"
    r"(?: (?:about|on|in|at|over|by|via|when|for|last|this)\b|[.,])"
)
"""With nobody else, where one is introduced: "Ada Quill has run the board for years. We met on the quay."."""
_IS = regex(r" (?:is|was|has|had)\b")
_OF_ONE = regex(r"(?:(?<=[.!?] )|(?<=\n))(?P<who>He|She)\b")
_FEWEST_TOLD = 3
"""Sentences about the only one whom an introduction names, from which it is a portrait of who answers."""
_GOVERNED = regex(r"\b(?:of|by|with|from|for|to|after|like|under|and) (?:[A-Z]\w+\.? )?\Z")
_FEWEST_OF_A_TALK = 5
_BYLINE = regex(r"\b[Bb]y $")


def interviewed(article: Article, layout: Layout, people: People, first: int) -> Person | None:
    """Return the person whom an article interviews; None unless only one can be meant.

    Args:
        first: Where the first question begins: who is interviewed is introduced before it.
    """
    guests = titled(article, people, first)
    if guests is not None:
        return guests[0] if len(guests) == 1 else None
    text = article.text
    asked: set[int] = set()
    named: set[int] = set()
    for mention in people.mentions:
        if mention.start >= first:
            break
        if len(mention.people) != 1 or _is_reporter(
            article, layout, people, mention.people[0], mention.start
        ):
            continue
        named.add(mention.people[0])
        if _ASKS.search(text, max(0, mention.start - 90), mention.start):
            asked.add(mention.people[0])
    line = text[: text.find(_BREAK)] if _BREAK in text[:250] else ""
    line = "" if line.rstrip(' "”’').endswith((".", "!", "…")) else line  # the first sentence is no heading
    heading = _WORDS.findall(f"{article.title} {line}".casefold())
    headed = {person for person in named if people.persons[person].parsed.last in heading}
    if not asked and not headed and _is_talk(layout, first):
        return None
    greets = _GREETS.match(text, first, first + 80)
    greeted = {
        one for one in named if greets and people.persons[one].parsed.given[:1] == (fold(greets["name"]),)
    }
    chosen = asked & headed if asked and headed else asked or headed
    if not chosen:
        # A question that nothing marks is no proof that whoever is named before it answers: "Mayor Ada Quill closed the
        # ferry. We talked to people at the quay."
        plain = text[max(0, first - 1) : first] in ("", _BREAK)
        chosen = named if not plain or greeted else {one for one in named if _talks(text, people, one, first)}
        chosen = chosen if len(named) == 1 or greeted else set()
    if len(chosen) > 1 and greets:
        chosen &= greeted  # "Hi Ada. Will it hold?"
    return people.persons[chosen.pop()] if len(chosen) == 1 else None


def _talks(text: str, people: People, person: int, first: int) -> bool:
    """Tell whether somebody named before the first question talks to who asks: "Ada Quill talks about boats"."""
    gender = people.persons[person].gender
    fitting = {"m": ("he", "him"), "f": ("she", "her")}.get(gender or "", ("he", "him", "she", "her"))
    for one in _THEY_TALK.finditer(text, 0, first):
        if (one["who"] or one["here"] or one["whom"]).lower() in fitting:
            return True
    told = [one["who"].lower() in fitting for one in _OF_ONE.finditer(text, 0, first)]
    if len(told) >= _FEWEST_TOLD and all(told):
        return True
    own = [one for one in people.within(0, first) if one.people == (person,) and not one.possessive]
    opens = own and _IS.match(text, own[0].end) and not text[: own[0].start].strip()
    return bool(opens and _WE_TALK.search(text, 0, first)) or any(
        _TALK.match(text, one.end, first) is not None
        and _GOVERNED.search(text, max(0, one.start - 20), one.start) is None
        for one in own
    )


def _is_talk(layout: Layout, first: int) -> bool:
    """Tell whether a talk comes before the questions: whom it names is not who gave it and answers them."""
    before = [p for p in layout.paragraphs if p.end <= first]
    addressing = sum(ADDRESSES.search(layout.text, p.start, p.end) is not None for p in before)
    return len(before) >= _FEWEST_OF_A_TALK and 2 * addressing >= len(before)


def titled(article: Article, people: People, first: int) -> list[Person] | None:
    """Return whom the title says is interviewed, or None: "Interview with Ada Quill", "Ada Quill Q&A".

    "Interview with Orsa Water" names a firm: where the article knows no such person, the given name is a known one, or
    the introduction says "he" or "she".
    """
    title = article.title[:_TITLE_READ]
    match = _AFTER.search(title) or _BEFORE.search(title)
    if match is None:
        return _alone_in_title(article, title, people)
    words = _NICKNAME.sub("", match["name"]).split()
    ends = next((i for i, word in enumerate(words) if word.lower() in FUNCTION), len(words))
    words = words[:ends]
    while words and (fold(words[0]).rstrip(".") in TITLES or fold(words[0]) in ROLES):
        words.pop(0)
    if _AND_ANOTHER.match(match["rest"]):
        return []
    for end in range(len(words), 1, -1):
        name = parse_person(" ".join(words[:end]).removesuffix("’s").removesuffix("'s"))
        known = [one for one in people.persons if one.parsed.given and name.is_form_of(one.parsed)]
        if known:
            return known
    name_words = " ".join(words).rstrip(".,")
    if len(words) < 2 or not (
        is_given(fold(words[0]))
        or _PRONOUN.search(article.text, 0, first)
        or _is_greeted(words[0], article.text, first)
        or _speaks_alone(name_words, article.text)
    ):
        return _alone_in_title(article, title, people)
    return [Person(name_words, parse_person(name_words), -1)]


def _is_greeted(given: str, text: str, first: int) -> bool:
    """Tell whether the first question greets somebody: "Hi Orsy, and thanks.", in an interview with Orsy Quill."""
    return (
        re.search(
            rf"\b(?:Hi|Hello|Hey|Welcome|Thanks|Thank you),? {re.escape(given)}\b", text[first : first + 200]
        )
        is not None
    )


def _speaks_alone(name: str, text: str) -> bool:
    """Tell whether who answers says "I", not "we", and has no firm's name: "Orsy Quill", "AJ Quill", no "AJ Boats"."""
    given, *rest = name.split()
    letters = given.replace(".", "")
    short = len(letters) <= _MOST_LETTERS and letters.isupper()
    if not rest or letters.casefold() in ORGANISATIONS or fold(rest[-1]) in ROLES or is_group(name):
        return False
    if (
        any(word.isupper() for word in rest)
        or (letters.isupper() and not short)
        or _writes_small(text, name.split())
    ):
        return False
    own = sum(1 for _ in _I.finditer(text))
    return own >= _FEWEST_I and own > sum(1 for _ in _OURS.finditer(text))


def _alone_in_title(article: Article, title: str, people: People) -> list[Person] | None:
    """Return the one whose full name is a part of a title that says "interview": "Interview: The Mayor – Ada Quill"."""
    if _SAYS_SO.search(title) is None:
        return None
    found: list[str] = []
    office = False
    for part in _PARTS.split(_BRACKETS.sub(" – ", title)):
        words, before = part.split(), office
        if not words:
            continue
        office = any(fold(word).rstrip(".") in ROLES for word in words)
        while words and (fold(words[0]).rstrip(".") in TITLES or fold(words[0]) in ROLES):
            words.pop(0)
            before = True
        while len(words) > 2 and words[-1].isupper() and not words[0].isupper():
            words.pop()  # "Ada Quill MBE"
        if is_full_name(words) or (
            # Only a name follows "Mayor –" that the text does not write small: "Captain: Rowing Club" names nobody.
            before and is_full_name(words, titled=True) and not _writes_small(article.text, words)
        ):
            found.append(" ".join(words))
    if len(found) != 1 or is_group(found[0]) or found[0].casefold() in article.author.casefold():
        return None
    return [people.named_in_full(found[0])]


def _writes_small(text: str, words: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in words)


def _is_reporter(article: Article, layout: Layout, people: People, person: int, start: int) -> bool:
    one = people.persons[person]
    if one.name.casefold() in article.author.casefold() or _BYLINE.search(
        layout.text, max(0, start - 4), start
    ):
        return True
    return bool(one.roles & REPORTERS)
