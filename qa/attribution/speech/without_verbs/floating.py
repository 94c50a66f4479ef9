"""Attribute speech by layout alone: transcripts, headlines, dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from qa.attribution.rule_names import HEADLINE
from qa.attribution.speech.without_verbs.datelines import is_place_before
from qa.attribution.speech.without_verbs.labels import (
    ADDRESSES,
    CAPITALS,
    LABEL,
    NAME,
    Label,
    after_time,
    is_bare,
    is_stopped,
    is_timed,
    label_of,
    matched,
)
from qa.attribution.speech.without_verbs.short_labels import full_labels
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import FUNCTION, PREPOSITIONS
from qa.language.lexicon.page_words import FIELDS, OF_COURTS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

_QUOTED = regex(r"[\"“][^\"“”\n]*[\"”]")
_BY_POSTER = rf"[—–-]{{1,2}}\s?(?P<name>{NAME})\s\(@\w{{1,20}}\)\s+[A-Z][a-z]+\.? \d{{1,2}}, \d{{4}}"
_POSTED = regex(rf"(?P<text>\S.*?)\s*{_BY_POSTER}")
"""A post as newspapers embed it: "The levee held — Ada Quill (@adaquill) March 3, 2016"."""
_SIGNED = regex(rf"{_BY_POSTER}\s*\Z")
"""The end of such a post, as a paragraph of its own."""
_BLOCK = regex(r">[ \t]?(?=[^\s>—–-])")
_SIGNED_BLOCK = regex(rf"(?:^|\n)>?[ \t]*[—–-]{{1,2}}[ \t]?(?P<name>{NAME})(?:,[^\n]{{1,80}})?\s*\Z")
_LONGEST_POST = 500
_NOT_A_POST = regex(
    r"^RT @|\(@|[\"“”]|: |\b(?:said|says|told|tells|wrote|writes|tweeted|responded|replied|added|posted)\b"
)
"""What shows that more than one person's words stand before the name: then it is nobody's."""
_NOT_WORDS = regex(r"(?:https?://|pic\.)\S+|(?<![(\w])[@#]\w+")
_FEWEST_WORDS = 3
_NUMBERS = regex(r"(?=\D*\d)(?:[^\w“”\"]|\d|\b(?:and|or|to|of)\b)+")
"""Nothing but numbers: "Port Dene: 45,000 (50%) and 67,500 (75%)"."""
_ADDRESS = r"(?>[^\s@]{1,64}@\S+|(?:https?://|www\.)\S+|[+(]?\d[\w().+-]*|or|and|ext\.?)"
_REACHED = regex(rf"{_ADDRESS}(?:(?:\s*[,;|/]\s*|\s+){_ADDRESS})*\s*")
"""Nothing but where somebody is reached: "Ada Quill: quill@dene.example", "For the press: 1-800-DENE-1 (242-8721)".

An address is not given back (`?>`): with its commas a list of some thirty would be read in a thousand million ways.
"""
_NAMES = regex(
    r"\s*(?:(?:The|the|and|with|of|de|van|&)[ \t])?[A-Z][\w.'’-]*"
    r"(?:,?[ \t](?:the|and|with|of|de|van|&|[A-Z][\w.'’-]*)){0,7}(?<![.!?])\s*"
)
"""Nothing but a name, as in a field: "Preacher: The Reverend Tom Brandt", "Place: Port Dene"."""
_TAG = regex(r"<[^<>\n]{1,200}>\s*")
_FIRST_PERSON = regex(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_WORD = regex(r"[^\W\d_]+")
_WITHIN_EVENTS = frozenset("for in at to with from by as after on over against".split())
_MOST_TEAMS = 40
"""Labels that may be teams; each is looked for in the whole article."""
_LISTED = 4
"""Commas at least between the names of a list."""
_LINES_OF_A_TALK = 4
"""Of speakers who speak again, at least, if a single line is somebody's as well."""
_TURNS = 2
"""Lines that a single letter opens, at least, if it stands for a speaker."""


def _are_most(paragraphs: Sequence[Paragraph], labelled: Collection[int]) -> bool:
    """Tell whether most paragraphs from the first label to the last have one."""
    between = sum(p.start < p.end for p in paragraphs[min(labelled) : max(labelled) + 1])
    return 2 * len(labelled) > between


def _are_turns(text: str, paragraphs: Sequence[Paragraph], by_a: Collection[int]) -> bool:
    """Tell whether "A:" is somebody's letter, as beside "T:", and no answer's to "Q:"."""
    if len(by_a) < _TURNS:
        return False
    letters = Counter(
        text[p.start]
        for p in paragraphs
        if text[p.start + 1 : p.start + 2] == ":" and text[p.start].isupper()
    )
    return not letters["Q"] and any(n >= _TURNS for letter, n in letters.items() if letter != "A")


def _heads_a_part(name: str) -> bool:
    """Tell whether capitals before a colon are a heading: "LAMPS AT SEA", but not "THE PRESIDENT"."""
    words = name.lower().split()
    if len(words) < 2 or CAPITALS.match(name) is None:
        return False
    if words[0] == "the":
        return words[-1] not in ROLES and words[-1] not in TITLES and words[-1] not in OF_COURTS
    return any(word in FUNCTION for word in words)


def _only_lists(text: str) -> bool:
    """Tell whether what follows a colon is a list of names: "Quill; Brandt, Orsa (Hale, 86), Vane, Lindt"."""
    words = _WORD.findall(text)
    small = sum(word.islower() for word in words)
    return text.count(",") + text.count(";") >= _LISTED and len(words) > _LISTED and small * 5 <= len(words)


def _is_full_name(name: str) -> bool:
    words = name.split()
    first = words[0].rstrip(".").casefold()
    return name.startswith(("u/", "@")) or (len(words) > 1 and (first in TITLES or is_given(first)))


def labels(text: str, paragraphs: Sequence[Paragraph], asked: Collection[int] = ()) -> dict[int, Label]:
    """Return the paragraphs that are labelled with their speaker, by number.

    A name and a colon is common ("Result: ..."), so one alone counts only as a headline. `asked` are the paragraphs
    that are a reporter's questions; beside some, a single label that comes again is a speaker's too.
    """
    candidates: dict[int, re.Match[str]] = {}
    worded: set[str] = set()
    by_letter = {n for n, p in enumerate(paragraphs) if text.startswith("A:", p.start)}
    if not _are_turns(text, paragraphs, by_letter):
        by_letter = set()
    for number, paragraph in enumerate(paragraphs):
        match = matched(text, paragraph) if number in by_letter else label_of(text, paragraph)
        if match is None or number in asked or _heads_a_part(match["name"]):
            continue
        told = text[match.end() : paragraph.end]
        if _only_lists(told):
            continue
        candidates[number] = match
        if not any(field.fullmatch(told) for field in (_NUMBERS, _NAMES, _REACHED)):
            worded.add(match["name"])
    full = full_labels(match["name"] for match in candidates.values())

    def speaker(name: str) -> str:
        return full.get(name, name).split()[-1].lower()

    seen = Counter(speaker(match["name"]) for match in candidates.values())
    wordy = {speaker(name) for name in worded}
    candidates = _of_one_kind(candidates)
    # "Port Dene: 45,000 (50%)" and "Port Hale: 30,000 (75%)" are a table's; who answers "45." says more elsewhere. So
    # does who says "Harwick"; "Preacher: Tom Brandt" is a field.
    seen = Counter({name: lines for name, lines in seen.items() if name in wordy})
    candidates = {n: m for n, m in candidates.items() if speaker(m["name"]) in wordy}
    again = sum(seen[speaker(match["name"])] > 1 for match in candidates.values())
    talks = len(seen) > 1 and (again >= _LINES_OF_A_TALK or (again > 1 and _are_most(paragraphs, candidates)))
    teams = _teams(text, paragraphs, candidates)
    found: dict[int, Label] = {}
    if "(@" in text:
        found |= _posts(text, paragraphs)
    if "\n>" in text:
        found |= _signed_blocks(text, paragraphs)
    for number, match in candidates.items():
        paragraph = paragraphs[number]
        name = match["name"]
        if name in teams:
            continue
        often = seen[speaker(name)] > 1
        # In a talk, "Mr. Brandt:" is somebody's only line.
        often = often or ((talks or is_timed(match)) and _is_full_name(name)) or is_bare(match)
        rule = ""
        capitals = CAPITALS.match(name) is not None and len(name) > 3
        # A headline is one sentence, and hardly anybody answers right beneath it.
        spoken = number > 0 or (talks and (1 in candidates or len(paragraph.sentences) > 1))
        dialogue = often and spoken and (len(seen) > 1 or bool(asked))
        if dialogue or (capitals and (often or len(candidates) > 2 or bool(asked))):
            rule = "transcript"
        elif (
            number == 0
            and len(paragraph.sentences) == 1
            and _WORD.search(text, match.end(), paragraph.end) is not None  # not "Age: 44"
            and not _heads_fields(text, paragraphs)
            and not _is_event(name)
            and not is_place_before(text, name, match.end(), paragraph.end)
            # "HARWICK: The levee leaks, Quill said." is a sentence after its place, and so is it after "Oslo:".
            and not (capitals and (_reports(text[match.end() : paragraph.end]) or _is_a_thing(text, name)))
            and not (" " not in name and _reports_others(text[match.end() : paragraph.end]))
        ):
            rule = HEADLINE
        inner = LABEL.match(text, match.end(), paragraph.end) if rule == HEADLINE and capitals else None
        label = inner or match  # "HARBOUR: Quill: 'The levee holds'" has Quill's words
        if rule:
            start = after_time(text, label.end(), paragraph.end)
            found[number] = Label(label.span("name"), (start, paragraph.end), rule)
    return found


def _of_one_kind(candidates: Mapping[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """Return the labels of the kind that most have: beside "BRANDT:", "General Quill. A great man." is no line."""
    stopped = {number for number, match in candidates.items() if is_stopped(match)}
    fewer = 2 * len(stopped) < len(candidates)
    return {number: match for number, match in candidates.items() if not (fewer and number in stopped)}


def _is_a_thing(text: str, name: str) -> bool:
    """Tell whether a word in capitals is a thing of the article and nobody's name: "FERRY: Mayor gives way"."""
    small = re.search(rf"\b{re.escape(name.lower())}\b", text)
    return small is not None and re.search(rf"[a-z,] {re.escape(name.capitalize())}\b", text) is None


def _signed_blocks(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """Return the block quotations whose last line is a dash and a name: "> — Ada Quill, The Tide"."""
    found: dict[int, Label] = {}
    block: int | None = None
    for number, (start, end, _) in enumerate(paragraphs):
        words = text[start:end]
        opens = _BLOCK.match(words)
        signed = _SIGNED_BLOCK.search(words) if opens or block is not None else None
        if signed is not None and _is_full_name(signed["name"]):
            name = (start + signed.start("name"), start + signed.end("name"))
            if opens:
                found[number] = Label(name, (start + opens.end(), start + signed.start()), "dash")
            elif block is not None:
                begins = _BLOCK.match(text, paragraphs[block].start)
                after = begins.end() if begins else paragraphs[block].start
                found[block] = Label(name, (after, paragraphs[block].end), "dash")
        block = number if opens and signed is None else None if _WORD.search(words) else block
    return found


def _posts(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """Return the paragraphs that are somebody's post; who wrote it may stand in the next one."""
    found: dict[int, Label] = {}
    for number, paragraph in enumerate(paragraphs):
        tag = _TAG.match(text, paragraph.start, paragraph.end)
        start = tag.end() if tag else paragraph.start
        # A post is short; this keeps the search short as well.
        post = _POSTED.match(text, start, min(paragraph.end, start + _LONGEST_POST))
        if post is not None and not _NOT_A_POST.search(post["text"]):
            found[number] = Label(post.span("name"), post.span("text"), "dash")
        signed = _SIGNED.match(text, start, min(paragraph.end, start + _LONGEST_POST))
        if signed is None or number == 0 or number - 1 in found:
            continue
        before = paragraphs[number - 1]
        words = _NOT_WORDS.sub("", text[before.start : min(before.end, before.start + _LONGEST_POST)])
        short = before.end <= before.start + _LONGEST_POST and len(_WORD.findall(words)) >= _FEWEST_WORDS
        if short and not _NOT_A_POST.search(words):
            found[number - 1] = Label(signed.span("name"), (before.start, before.end), "dash")
    return found


def _teams(
    text: str, paragraphs: Sequence[Paragraph], labelled: Mapping[int, re.Match[str]]
) -> frozenset[str]:
    """Return the labels whose lines are about a team: "Herons: Host the Otters on Friday."

    An article calls a team "the Herons", and none of these lines has "I", "we" or "you", as a speaker's has.
    """
    lines: dict[str, list[str]] = {}
    for number, match in labelled.items():
        lines.setdefault(match["name"], []).append(text[match.end() : paragraphs[number].end])
    if len(lines) > _MOST_TEAMS:
        return frozenset()
    return frozenset(
        name
        for name, told in lines.items()
        if len(told) > 1
        and CAPITALS.match(name) is None
        and name.split()[-1].lower() not in ROLES
        and re.search(rf"\b[Tt]he {re.escape(name)}\b", text) is not None
        and not any(ADDRESSES.search(_QUOTED.sub("", line)) for line in told)
    )


def _reports(text: str) -> bool:
    """Tell whether a sentence that ends with a stop has a verb of speech, and is no label's words for that."""
    words = {word.lower() for word in _WORD.findall(text)}
    return text.rstrip().endswith(".") and ("according" in words or any(word in VERBS for word in words))


def _reports_others(text: str) -> bool:
    """Tell whether such a sentence is of others: "Oslo: Dene coach Tom Brandt believes it is late."."""
    return _reports(text) and _FIRST_PERSON.search(text) is None


def _heads_fields(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the next line is another field of a record, such as "Date:": then the first names nobody."""
    following = paragraphs[1] if len(paragraphs) > 1 else None
    match = LABEL.match(text, following.start, following.start + 120) if following is not None else None
    return match is not None and match["name"].casefold() in FIELDS


def _is_event(name: str) -> bool:
    """Tell whether what stands before a headline's colon is no name: "Big Win For Harwick", "For Immediate Release"."""
    words = name.lower().split()
    return (
        words == ["the", "latest"]
        or words[0] in PREPOSITIONS
        or any(word in _WITHIN_EVENTS for word in words[1:-1])
    )
