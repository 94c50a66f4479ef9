"""Parse questions as people type them into a search box: "latest from X", "X's latest", "X Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.answers import QuestionKind
from qa.language.lexicon.archive_words import NEWEST
from qa.language.lexicon.calendar import DAYS, MONTHS
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.question_verbs import OFTEN
from qa.language.lexicon.question_words import ABOUT, ABOUT_THEM, QUESTION_WORDS
from qa.language.lexicon.reporting_nouns import VIEW_NOUNS
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.said_about import split_topic
from qa.understanding.scan import before_preposition, words_of
from qa.understanding.words import bare

_NAME = r"[^,;:?]{1,80}?"
_ON = r"(?:on|about|regarding|concerning|re)"
_FROM = regex(
    r"(?:what(?:['’]?s|\s+is|\s+was)?\s+)?(?:there\s+)?(?:is\s+)?(?:the\s+|any\s+|some\s+)?(?:very\s+)?"
    r"(?P<what>latest|newest|most\s+recent|new|news|updates?|word|anything|something|everything|more)"
    r"(?:\s+(?:new|else|more|recent|interesting|things?|words?|available|at\s+all|in\s+here|there))*"
    rf"(?:\s+{_ON}\s+(?P<topic>{_NAME}))?\s+(?:from|by)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_HEARD = regex(
    r"(?:what|anything|something)\s+(?:else\s+)?(?:do|did|have|has|can|could)\s+(?:you|we|i|they|the\s+articles?)\s+"
    r"(?:hear|heard|have|got|get|find|found|know|show|quote)\s+(?:heard\s+)?(?:from|by)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LATEST = regex(
    rf"(?P<speaker>{_NAME})(?:['’]s?)?\s+(?:very\s+)?{NEWEST}(?:\s+(?:words?|things?))?(?P<rest>(?:\s+{_ON}\b.*)?\W*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = regex(
    r"(?:(?:what|where|when|how|why)\s+)?(?:is|was|are|were|has|have)\s+"
    rf"(?P<speaker>{_NAME})\s+(?:been\s+|ever\s+|directly\s+|actually\s+)*(?:quoted|cited)\b(?:\s+as)?(?:\s+saying)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTE = regex(
    rf"(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?)?(?:quote|cite)\s+(?P<speaker>{_NAME})(?P<rest>(?:\s+{_ON}\b.*)?\W*)",
    re.IGNORECASE | re.DOTALL,
)
_OWN_WORDS = regex(
    rf"(?:(?:in\s+)?(?P<of>{_NAME})(?:['’]s?)\s+own\s+words|(?P<speaker>{_NAME}),?\s+in\s+(?:his|her|their|its)\s+own\s+words)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_STANDS = regex(
    rf"where\s+(?:does|do|did)\s+(?P<speaker>{_NAME})\s+stand(?:\s+(?:on|about|regarding|over)\s+(?P<topic>\S.*))?\W*",
    re.IGNORECASE | re.DOTALL,
)

_LONGEST_NAME = 3
_MOST_WORDS = 7
_INSIDE = frozenset("of the and".split())
_NO_TOPIC = QUESTION_WORDS | OFTEN | set(VIEW_NOUNS) | ABOUT_THEM
_NO_NAME = FUNCTION | set(DAYS) | set(MONTHS) | QUESTION_WORDS


def _stands_before_a_name(words: Sequence[str]) -> bool:
    """Return whether words are a title, with a given name perhaps: "Georgia" alone is a topic."""
    others = [word for word in words if word not in TITLES]
    return len(others) < len(words) and all(gender_of(word) is not None for word in others)


def short(text: str) -> Iterator[Reading]:
    """Read what has a cue other than a verb or noun of saying: "latest", "from X", "quoted"."""
    if match := _FROM.match(text):
        speaker, topic = before_preposition(match["rest"], ABOUT)
        about_place = match["what"].lower() in {"news", "new", "updates", "update"}
        yield Reading(
            QuestionKind.SAID,
            speaker,
            topic or match["topic"] or "",
            needs=Needs.MENTIONED,
            person=about_place,
        )
    if match := _HEARD.match(text):
        speaker, topic = before_preposition(match["rest"], ABOUT)
        yield Reading(QuestionKind.SAID, speaker, topic, needs=Needs.MENTIONED)
    for form, needs in ((_LATEST, Needs.MENTIONED), (_QUOTED, Needs.MENTIONED), (_QUOTE, Needs.MENTIONED)):
        if match := form.fullmatch(text):
            yield Reading(
                QuestionKind.SAID, match["speaker"], split_topic("say", match["rest"])[1], needs=needs
            )
    if match := _OWN_WORDS.fullmatch(text):
        speaker = match["of"] or match["speaker"]
        yield Reading(QuestionKind.SAID, speaker, split_topic("say", match["rest"])[1], needs=Needs.KNOWN)
    if match := _STANDS.fullmatch(text):
        yield Reading(QuestionKind.SAID, match["speaker"], match["topic"] or "", needs=Needs.KNOWN)


def name_and_topic(text: str) -> Iterator[Reading]:
    """Read "Rubio China": the name of a person who speaks in the archive, and a few words that are no sentence."""
    words = words_of(text, 0, limit=_MOST_WORDS + 1)
    if not 2 <= len(words) <= _MOST_WORDS:
        return
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        for speaker, about in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if any(bare(word.low) in _NO_NAME for word in speaker):
                continue
            # "Letter from X", "X and Y": what joins the two parts makes one phrase of them.
            if any(word.low in FUNCTION and word.low not in _INSIDE for word in about):
                continue
            if about[0].low in _INSIDE or about[-1].low in _INSIDE:
                continue
            if any(bare(word.low) in _NO_TOPIC for word in about):
                continue
            if speaker[-1] is words[-1] and _stands_before_a_name([bare(word.low) for word in about]):
                continue  # "archbishop Strand", "minister Ada Quill"
            yield Reading(
                QuestionKind.SAID,
                text[speaker[0].start : speaker[-1].end],
                text[about[0].start : about[-1].end],
                needs=Needs.EXACT,
                person=True,
                guessed=True,
            )
