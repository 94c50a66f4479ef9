"""Attribute speech by layout alone: transcripts, headlines, dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from qa.attribution.speech.datelines import AGENCY_WORDS
from qa.attribution.speech.extents import is_full
from qa.attribution.speech.labels import (
    ADDRESSES,
    CAPITALS,
    LABEL,
    NAME,
    Label,
    after_time,
    is_section,
    is_timed,
    label_of,
    matched,
)
from qa.attribution.speech.tokens import Kind, Token
from qa.datatypes import Span
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import FUNCTION, OUTER_ONLY
from qa.language.lexicon.page_words import FIELDS, NO_SPEAKER, SECTIONS
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
_LONGEST_NAME = 5
_LONGEST_DESCRIPTION = 30
_NOT_A_POST = regex(
    r"^RT @|\(@|[\"“”]|: |\b(?:said|says|told|tells|wrote|writes|tweeted|responded|replied|added|posted)\b"
)
"""What shows that more than one person's words stand before the name: then it is nobody's."""
_NOT_WORDS = regex(r"(?:https?://|pic\.)\S+|(?<![(\w])[@#]\w+")
_FEWEST_WORDS = 3
_TAG = regex(r"<[^<>\n]{1,200}>\s*")
_WORD = regex(r"[^\W\d_]+")
_DESCRIBES = frozenset(", ( in on at of from during to".split())
_WITHIN_EVENTS = frozenset("for in at to with from by as after on over against".split())
_MOST_TEAMS = 40
"""Labels that may be teams; each is looked for in the whole article."""
_LISTED = 4
"""Commas at least between the names of a list."""
_LINES_OF_A_TALK = 4
"""Of speakers who speak again, at least, if a single line is somebody's as well."""
_TURNS = 2
"""Lines that a single letter opens, at least, if it stands for a speaker."""
DASHES = frozenset(("—", "–", "--", "-", "―", "~"))


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
        return words[-1] not in ROLES and words[-1] not in TITLES
    return any(word in FUNCTION for word in words)


def _only_lists(text: str) -> bool:
    """Tell whether what follows a colon is a list of names: "Quill; Brandt, Orsa (Hale, 86), Vane, Lindt"."""
    words = _WORD.findall(text)
    small = sum(word.islower() for word in words)
    return text.count(",") + text.count(";") >= _LISTED and len(words) > _LISTED and small * 5 <= len(words)


def _is_full_name(name: str) -> bool:
    words = name.split()
    first = words[0].rstrip(".").casefold()
    return len(words) > 1 and (first in TITLES or is_given(first))


def labels(text: str, paragraphs: Sequence[Paragraph], asked: Collection[int] = ()) -> dict[int, Label]:
    """Return the paragraphs that are labelled with their speaker, by number.

    A name and a colon is common ("Result: ..."), so one alone counts only as a headline. `asked` are the paragraphs
    that are a reporter's questions; beside some, a single label that comes again is a speaker's too.
    """
    candidates: dict[int, re.Match[str]] = {}
    seen: dict[str, int] = {}
    by_letter = {n for n, p in enumerate(paragraphs) if text.startswith("A:", p.start)}
    if not _are_turns(text, paragraphs, by_letter):
        by_letter = set()
    for number, paragraph in enumerate(paragraphs):
        match = matched(text, paragraph) if number in by_letter else label_of(text, paragraph)
        if match is None or number in asked or _heads_a_part(match["name"]):
            continue
        if _only_lists(text[match.end() : paragraph.end]):
            continue
        candidates[number] = match
        name = match["name"].split()[-1].lower()
        seen[name] = seen.get(name, 0) + 1
    again = sum(seen[match["name"].split()[-1].lower()] > 1 for match in candidates.values())
    talks = again >= _LINES_OF_A_TALK and len(seen) > 1
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
        often = seen[name.split()[-1].lower()] > 1
        # In a talk, "Mr. Brandt:" is somebody's only line.
        often = often or ((talks or is_timed(match)) and _is_full_name(name))
        rule = ""
        capitals = CAPITALS.match(name) is not None and len(name) > 3
        dialogue = often and (number > 0 or (talks and 1 in candidates)) and (len(seen) > 1 or bool(asked))
        if dialogue or (capitals and (often or len(candidates) > 2 or bool(asked))):
            rule = "transcript"
        elif (
            number == 0
            and len(paragraph.sentences) == 1
            and _WORD.search(text, match.end(), paragraph.end) is not None  # not "Age: 44"
            and not _heads_fields(text, paragraphs)
            and not _is_event(name)
            # "HARWICK: The levee leaks, Quill said." is a sentence after its place.
            and not (capitals and _reports(text[match.end() : paragraph.end]))
        ):
            rule = "headline"
        inner = LABEL.match(text, match.end(), paragraph.end) if rule == "headline" and capitals else None
        label = inner or match  # "HARBOUR: Quill: 'The levee holds'" has Quill's words
        if rule:
            start = after_time(text, label.end(), paragraph.end)
            found[number] = Label(label.span("name"), (start, paragraph.end), rule)
    return found


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


def caption(tokens: Sequence[Token]) -> tuple[Span, Span] | None:
    """Return quotation and name of `Ada Quill, a nurse: "The night was long."`, which has no verb of speech.

    A single capital before the colon may be no name ("Result:"), so the caller keeps that only for known people.
    """
    start = 1 if tokens[0].low in ("here", "here's", "here’s") else 0
    start += start and len(tokens) > 2 and tokens[1].low in ("is", "was", "'s", "’s")
    if [token.low for token in tokens[:2]] == ["quote", "from"]:
        start = 2  # `Quote from Ada Quill, chair: "It holds."`, in a press release
    end = start
    while end < len(tokens) and tokens[end].kind is Kind.NAME:
        end += 1
    colon = next((i for i in range(end, min(end + 12, len(tokens) - 1)) if tokens[i].low == ":"), -1)
    if end == start or end - start > 5 or colon < 0 or not is_full(tokens[colon + 1]):
        return None
    between = tokens[end:colon]
    if between and between[0].low not in _DESCRIBES:
        return None
    if any(
        t.kind is Kind.QUOTE or t.low in OUTER_ONLY or (t.low in VERBS and t.kind is not Kind.NAME)
        for t in between
    ):
        return None
    first = tokens[start].low
    if first in NO_SPEAKER or first in FUNCTION or first in VERBS or tokens[end - 1].low in SECTIONS:
        return None
    last = colon + 1
    while last + 1 < len(tokens) and tokens[last + 1].kind is Kind.QUOTE:
        last += 1
    return (tokens[colon + 1].start, tokens[last].end), (tokens[start].start, tokens[end - 1].end)


def lead(tokens: Sequence[Token]) -> Span | None:
    """Return the name of a line that leads to a quotation below it: "Ada Quill, a nurse at the Dene clinic:"."""
    end = 0
    while end < len(tokens) and tokens[end].kind is Kind.NAME:
        end += 1
    between = tokens[end:-1]
    if not 2 <= end <= _LONGEST_NAME or not between or between[0].low != "," or tokens[-1].low != ":":
        return None
    if any(t.kind is Kind.QUOTE or t.low in OUTER_ONLY or t.low == ":" for t in between):
        return None
    if len(between) > _LONGEST_DESCRIPTION or any(t.low in VERBS and t.kind is Kind.WORD for t in between):
        return None
    after_commas = (right for left, right in pairwise(between[1:]) if left.low == ",")
    if any(t.kind is Kind.WORD and t.low.endswith(("s", "ed")) for t in after_commas):
        return None  # "Ada Quill, a nurse, leads the list:"
    return None if is_section(tokens[0].low) else (tokens[0].start, tokens[end - 1].end)


def _reports(text: str) -> bool:
    """Tell whether a sentence that ends with a stop has a verb of speech, and is no label's words for that."""
    words = {word.lower() for word in _WORD.findall(text)}
    return text.rstrip().endswith(".") and ("according" in words or any(word in VERBS for word in words))


def _heads_fields(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the next line is another field of a record, such as "Date:": then the first names nobody."""
    following = paragraphs[1] if len(paragraphs) > 1 else None
    match = LABEL.match(text, following.start, following.start + 120) if following is not None else None
    return match is not None and match["name"].casefold() in FIELDS


def _is_event(name: str) -> bool:
    """Tell whether what stands before a headline's colon is no name: "Big Win For Harwick", "The Latest"."""
    words = name.lower().split()
    return words == ["the", "latest"] or any(word in _WITHIN_EVENTS for word in words[1:-1])


def signature(tokens: Sequence[Token], following: Sequence[Token]) -> tuple[Span, Span] | None:
    """Return quotation and name of `"Never again." — Ada Quill`; a full stop may make two sentences of it."""
    if tokens[0].kind is not Kind.QUOTE:
        return None
    quote = (tokens[0].start, tokens[0].end)
    rest = list(tokens[1:]) or list(following)
    if len(rest) < 2 or rest[0].low not in DASHES or rest[1].kind is not Kind.NAME:
        return None
    end = 1
    while end < len(rest) and rest[end].kind is Kind.NAME:
        end += 1
    # After the name at most a description may stand, no sentence.
    tail = rest[end:]
    cited = any(t.kind is Kind.NUMBER for t in tail)
    if end == 2 and rest[1].low in AGENCY_WORDS:
        return None  # `"It holds." - AFP` ends a report that an agency sent
    if end > 6 or len(tail) > 14 or cited or (tail and tail[0].low not in (",", "(", ".")):
        return None
    return quote, (rest[1].start, rest[end - 1].end)
