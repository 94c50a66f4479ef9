"""Read what is said of somebody's words within a frame: "I remember Quill said something about tolls, what was it?".

A frame has no end of forms, but few words: "wasn't there something that ... said", "do you have ... talking about",
"find me the bit where ... mentions". So it is told by its words, and holds only around somebody who speaks in the
archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from qa.answers import QuestionKind
from qa.language.lexicon.question_verbs import BASE, FINITE, GOING, PARTICIPLE
from qa.language.lexicon.reporting_nouns import NO_SPEAKERS
from qa.language.patterns import regex
from qa.understanding.noun_forms import noun_of_saying, x_on_y
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.scan import ScannedWord, clean, find_verb, words_of
from qa.understanding.verb_forms import said
from qa.understanding.words import bare, names_nobody

_LONGEST = 300
_ASKING = frozenset(
    """remember recall recollect think thought believe guess swear sure positive heard hear read saw seen know find
    found look looking search searching show pull bring point after want wanted need have got bit part passage
    section paragraph place spot moment line lines thing stuff something anything quote sentence true case""".split()
)
"""Words of a frame without which it is none: who says where, or that it is to be found."""
FRAME = _ASKING | frozenset(
    """i i'm im i'd i've ive we we've you you've do does don't dont can can't could would will won't please pls that
    this there is isn't was wasn't were has had hasn't didn't did what what's whats that's where when how in
    which the a an any some one to at of for up out back me us vaguely somewhere definitely pretty fairly quite
    kind sort seem seems trying try like just only it exact same all about again and but so hi hey""".split()
)
"""Words that may stand around somebody's words, and ask for them."""
_BEFORE_ITS_VERB = frozenset("is isn't was wasn't were has had hasn't does did didn't do".split())
"""After these a name is the subject of another form: "when did Quill mention it?", "was Quill ...?"."""
_TAIL = regex(
    r"(?:[\s,;:.!?–—-]+(?:(?:but|and)\s+)?(?:what\s+(?:was|is|were)\s+(?:it|that|they)(?:\s+(?:again|exactly|about))?|what(?:['’]s|s)\s+(?:it|that)"
    r"|what\s+exactly|what\s+did\s+(?:he|she|they)\s+say(?:\s+(?:exactly|again))?|(?:is|was)(?:n['’]?t)?\s+(?:that\s+right|it|there)|right|correct|yes|no"
    r"|(?:am\s+i|is\s+that)\s+(?:right|correct)|do(?:n['’]?t)?\s+you\s+(?:know|remember|have\s+(?:it|that))|didn['’]?t\s+(?:he|she|they)"
    r"|(?:can|could|would|will)\s+you\s+(?:please\s+)?(?:find|show|get|check|look)(?:\s+(?:me|us))?(?:\s+(?:it|that|for\s+(?:it|that|me)))?"
    r"|where\s+(?:was|is)\s+(?:it|that)|when\s+was\s+(?:it|that)|if\s+(?:i|we)\s+(?:remember|recall)(?:\s+(?:right|rightly|correctly|it))?"
    r"|or\s+(?:something|so)(?:\s+like\s+that)?|i\s+(?:think|believe|guess)|once|somewhere|before|ages\s+ago))+[\s?.!]*$",
    re.IGNORECASE,
)
ANOTHER_QUESTION = regex(r"[,;]\s*(?:who|what|when|where|why|how|which|did|was|is)\b", re.IGNORECASE)
"""What begins a second question within one: "I heard Quill spoke of tolls, who else did?"."""
_BY = regex(r"(?:by|from|of)\s", re.IGNORECASE)
_NAME = r"(?P<speaker>[^,;:?]{2,80}?)"
_MEANT_BY = regex(
    rf"what\s+(?:does|did|do)\s+{_NAME}\s+mean(?:\s+(?:by|with)|\s+when\b.{{0,30}}?\b(?:of|about))\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_PUT = regex(
    rf"how\s+(?:does|did|do|has|have)\s+{_NAME}\s+(?:put|phrase|phrased|word|worded|express|expressed)\s+(?:it|that|this|things)"
    r"(?:\s+(?:about|on|regarding|concerning|as\s+to)\s+(?P<topic>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)
_NAMED_FIRST = regex(rf"{_NAME}\s*[:–—]\s*(?:what|how)\s+about\s+(?P<topic>\S.*)", re.IGNORECASE | re.DOTALL)
_TOPICS = regex(
    rf"(?:(?:what|which)\s+(?:topics?|subjects?|issues?|themes?|things)|on\s+what(?:\s+(?:topics?|subjects?|issues?))?)"
    rf"\s+(?:did|does|do|has|have)\s+{_NAME}\s+(?:talk|talked|speak|spoken|address|addressed|discuss|discussed|comment|commented|cover|covered"
    r"|raise|raised|touch|touched|mention|mentioned)(?:\s+(?:about|on|of|upon))?(?P<topic>)[\s?!.]*",
    re.IGNORECASE,
)
_JUSTIFIED = regex(
    rf"how\s+(?:does|did|do|has|have|can|could)\s+{_NAME}\s+(?:justify|justified|rationali[sz]ed?|excused?)\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WAS_IT = regex(
    rf"(?:is|was)(?:n['’]?t)?\s+(?:it\s+{_NAME}\s+(?:who|that)|(?P<one>[^,;:?]{{2,80}}?)\s+the\s+(?:one|person|man|woman|guy)\s+(?:who|that))\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ASKED_ABOUT = regex(
    rf"(?:(?:was|were|has|have|is)\s+{_NAME}\s+(?:ever\s+|been\s+)*(?:asked|questioned|interviewed)(?:\s+(?:on|in|by|at)\s+[^,;:?]{{2,40}}?(?=\s+about\s))?"
    r"|did\s+(?:any|some)(?:one|body)\s+(?:ever\s+)?(?:ask|question|interview)\s+(?P<one>[^,;:?]{2,80}?))"
    r"\s+(?:about|on|regarding)\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WANTED = regex(
    rf"what\s+(?:does|did|do|would|has|have)\s+{_NAME}\s+(?:want(?:ed)?|hoped?|expect(?:ed)?|need(?:ed)?|like|wish|plan|propose|suggest|intend)\s+"
    r"(?:(?:to\s+)?(?:see\s+)?(?:done|changed|happen(?:ing)?)|to\s+(?:be\s+done|do|change))\s+(?:with|about|to|for|on|in|of|against|at)\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WHAT_ACCORDING = regex(
    rf"(?P<asked>what|who|where|when|why|how)\s*,\s*according\s+to\s+{_NAME}\s*,\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTES = regex(
    rf"(?:what|how)\s+(?:does|did|do|has|have)\s+[^,;:?]{{2,60}}?\s+(?:quote|cite|report)d?\s+{_NAME}\s+(?:as\s+|to\s+have\s+)?(?:saying|said|telling|writing)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def framed(text: str) -> Iterator[Reading]:
    """Read a sentence on somebody's words within words that ask for it; nothing where its speaker is unknown."""
    if len(text) > _LONGEST:
        return
    for form in (_MEANT_BY, _PUT, _NAMED_FIRST, _ASKED_ABOUT, _WANTED, _JUSTIFIED, _TOPICS):
        if match := form.fullmatch(text):
            who = match["speaker"] or match.groupdict().get("one") or ""
            if names_nobody(who, cased=False):
                continue  # "what do you mean by that?"
            # "What topics did the debate cover?" is asked of no Debates Commission.
            needs = Needs.EXACT if form is _TOPICS else Needs.KNOWN
            yield Reading(QuestionKind.SAID, who, match["topic"] or "", needs=needs)
    if match := _WAS_IT.fullmatch(text):
        yield from _sentence(f"{match['speaker'] or match['one']} {match['rest']}")
    if match := _WHAT_ACCORDING.fullmatch(text):
        asked = f"{match['asked']} {match['rest']}"
        yield Reading(QuestionKind.SAID, match["speaker"], asked, needs=Needs.KNOWN, asks_fact=True)
    if match := _QUOTES.fullmatch(text):
        yield said(FINITE["said"], match["speaker"], match["rest"], Needs.KNOWN)
    whole = _TAIL.sub("", text)
    inside = _inside(whole)
    # "I remember Quill said so, who else did?" asks another thing, and "where can I find information on it?" too.
    if inside is None or ANOTHER_QUESTION.search(inside) or bare(inside.split()[0]) in NO_SPEAKERS:
        return
    sentence = list(_sentence(inside))
    yield from sentence
    if not sentence:
        # "Got anything by Quill on tolls?"
        inside = f"words {inside}" if _BY.match(inside) else inside
        for reading in (*noun_of_saying(inside), *x_on_y(inside)):
            yield replace(reading, needs=max(reading.needs, Needs.KNOWN))


def _sentence(text: str) -> Iterator[Reading]:
    """Read "Quill said something about tolls", "Quill talking about tolls"."""
    for verbs in (FINITE, GOING, PARTICIPLE, BASE):
        if (found := find_verb(text, 0, verbs)) is not None and found[1].strong:
            word, verb = found
            yield said(verb, text[: word.start], text[word.end :], Needs.KNOWN)
            return


def name_speaking(text: str) -> Iterator[Reading]:
    """Read "Quill talking about tolls": nothing but a name that speaks in the archive makes it a question."""
    if len(text) <= _LONGEST and (found := find_verb(text, 0, GOING)) is not None and found[1].strong:
        word, verb = found
        yield said(verb, text[: word.start], text[word.end :], Needs.EXACT)


def _inside(text: str) -> str | None:
    """Return what a frame stands around: "Quill said tolls" of "I remember that Quill said tolls"."""
    words = words_of(text, 0)
    frame = list(takewhile(lambda word: _plain(word) in FRAME, words))
    if not frame or len(frame) == len(words) or _plain(frame[-1]) in _BEFORE_ITS_VERB:
        return None
    # "(Show me) where Quill mentioned tolls": courtesy is left out by now.
    if _ASKING.isdisjoint(map(_plain, frame)) and [each.low for each in frame] != ["where"]:
        return None
    return clean(text[words[len(frame)].start :])


def _plain(word: ScannedWord) -> str:
    return word.low.replace("’", "'")
