"""Read a question for somebody's words whose other words all speak of asking and speaking, in whatever order.

"In what words did Quill speak of tolls?", "has Quill got an opinion on tolls", "what's on record from Quill about
tolls?": no form is recognised, but beside the name and the topic stands nothing that could ask for a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answers import QuestionKind
from qa.language.lexicon.question_words import ABOUT
from qa.language.patterns import regex
from qa.understanding.framed import ANOTHER_QUESTION, FRAME
from qa.understanding.names import names_in
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.scan import clean, words_of

_LONGEST = 200
_SPEAKING = frozenset(
    """say says said saying speak speaks spoke spoken speaking talk talks talked talking mention mentions mentioned
    quote quotes quoted quoting opinion opinions view views take stance position positions statement statements comment
    comments commented remark remarks word words language message messages point points case argument arguments concern
    concerns thought thoughts think thinks feel feels stand stands record discuss discusses discussed address addressed
    refer refers referred weigh weighed express expressed reply replied answer answered""".split()
)
_BESIDE = (
    FRAME
    | _SPEAKING
    | frozenset(
        """own exactly ever really publicly public make makes made give gave given use used much more about on to into
        from by with if whether tell everything curious wonder wondering go goes went come comes came bring brings
        brought touch touches touched article articles paper papers no yes whats out""".split()
    )
)
# "Did Quill bring up tolls?", "touch on tolls", "go into tolls"; "what does Quill love about tolls?"
_BRINGS_UP = regex(
    r"(?:did|does|do|has|have|had)(?:n['’]?t)?\s+(?P<speaker>[^,;:?]{2,60}?)\s+(?:ever\s+|even\s+|also\s+)?"
    r"(?:br(?:ing|ought)\s+up|touch(?:ed)?\s+(?:up)?on|go(?:ne)?\s+into|(?:have|had|got)\s+(?:any|some)?thing\s+to\s+say\s+(?:about|on|of))\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_FEELS_ABOUT = regex(
    r"what\s+(?:(?:does|did|do)\s+(?P<speaker>[^,;:?]{2,60}?)\s+(?:love|like|hate|dislike|admire|fear|resent|enjoy)|(?:worries|worried|bothers|bothered"
    r"|concerns|concerned|annoys|annoyed|pleases|pleased|scares|scared)\s+(?P<who>[^,;:?]{2,60}?))\s+(?:most\s+)?about\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WRONG_WITH = regex(
    r"what\s+(?:does|did)\s+(?P<speaker>[^,;:?]{2,60}?)\s+(?:find|think\s+is|see\s+as)\s+(?:wrong|good|bad|right|great)\s+(?:with|about|in)\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OF_FACT = regex(
    r"\s*(?:when|who|whom|whose|which|why|how\s+(?:many|much|long|old|far|often))\b", re.IGNORECASE
)
"""What begins a question for something else than words: "when was the record of Quill on 800 metres broken?"."""
_NO_TAIL = regex(r"[\s,]+(?:no|right|yes|correct|or\s+not)[\s?.!]*$", re.IGNORECASE)


def loosely_said(text: str) -> Iterator[Reading]:
    """Read a name with a topic among words of asking and speaking; nothing where the archive has no such speaker."""
    if len(text) > _LONGEST:
        return
    for form in (_BRINGS_UP, _FEELS_ABOUT, _WRONG_WITH):
        if (match := form.fullmatch(text)) is not None:
            speaker = match["speaker"] or match.groupdict().get("who") or ""
            yield Reading(QuestionKind.SAID, speaker, match["topic"], needs=Needs.KNOWN)
    text = _NO_TAIL.sub("", text)
    if _OF_FACT.match(text) or ANOTHER_QUESTION.search(text):
        return
    for name in names_in(text)[:2]:
        if (topic := _topic_beside(text, name)) is not None:
            yield Reading(QuestionKind.SAID, name, topic, needs=Needs.KNOWN)
            return


def _topic_beside(text: str, name: str) -> str | None:
    """Return what a sentence is on where all else in it but a name speaks of asking and speaking."""
    start = text.find(name)
    before, after = words_of(text[:start], 0), words_of(text, start + len(name))
    if before and before[-1].low in ABOUT | {"to", "against"}:
        return None  # "what was said about Quill on the radio?"
    opens = next((at for at, word in enumerate(after) if word.low in ABOUT | {"of"}), None)
    if opens is None or opens + 1 >= len(after):
        return None
    beside = {word.low.replace("’", "'") for word in (*before, *after[:opens])} - {"s", "'s"}
    if not beside <= _BESIDE or beside.isdisjoint(_SPEAKING):
        return None
    return clean(text[after[opens].end :])
