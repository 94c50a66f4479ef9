"""Split what follows the verb of a question: whom something was said to, and what it is on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.language.lexicon.function_words import DETERMINERS, OBJECT_PRONOUNS
from qa.language.lexicon.money import CURRENCY_SIGNS
from qa.language.lexicon.question_verbs import REACTING, SHOUTED_AT, SPOKEN_AT, TALKED_TO
from qa.language.lexicon.question_words import ABOUT, FILLER
from qa.language.lexicon.roles import HUMAN
from qa.language.patterns import regex
from qa.understanding.scan import ScannedWord, before_preposition, words_of

_PLACES = frozenset("in at on during to when before after while via from with outside inside".split())
_ABOUT_PHRASE = regex(
    r"(?:in\s+(?:relation|regards?|reference|response)\s+to|with\s+(?:regards?|respect|reference)\s+to|relating\s+to|when\s+it\s+comes\s+to"
    r"|on\s+the\s+(?:subject|topic|matter|question|issue|theme)\s+of|when\s+(?:he\s+was\s+|she\s+was\s+|they\s+were\s+)?asked\s+about|as\s+to|in\s+response\s+to"
    r"|in\s+(?:(?:support|favou?r|defen[cs]e|praise|criticism|condemnation)\s+of|opposition\s+to))\s+",
    re.IGNORECASE,
    leads="in with relating when on as",
)
_ON_WHOSE_SIDE = regex(
    r"in\s+(?P<whose>\S.{0,80}?)(?:['’]s?|(?<=s)['’])\s+(?:support|favou?r|defen[cs]e|praise)\W*\Z",
    re.IGNORECASE,
    leads="support favor favour defense defence praise",
)
"""What is said of somebody: "in Quill's defence"."""
_OF_WHAT_IS = regex(
    r"(?:(?:is|are|was|were)\s+(?=\w)"
    r"|(?:will|would|could|might|may|should|must|can)\s+(?:happen|be\s+done|become|come)\s+(?:to|of|with|about|for|in)\s+)",
    re.IGNORECASE,
    leads="is are was were will would could might may should must can",
)
"""The head of a clause that asks for its subject: "say is wrong with the lock", "predict will happen to the lock"."""
_AIMS = frozenset(
    """
    thank justify defend explain reassure calm mark persuade convince encourage discourage urge warn praise support
    oppose back criticise criticize attack condemn honour honor welcome celebrate apologise apologize excuse
    """.split()
)
"""What somebody says something for: "say to justify the toll" names nobody to whom it is said."""
_MOST = regex(r"(?:the\s+)?most(?:\s+of\s+all)?\W*", re.IGNORECASE)
"""How much, and not on what: "What does Quill fear most?"."""
_OPENS = f"\"“‘'#@{CURRENCY_SIGNS}(["
_STRANDED = ABOUT | {"of", "against", "for"}
"""What may end a question whose topic is what is asked for: "What did Quill warn Brandt of?"."""
_DANGLING = ABOUT | {"for", "of", "to", "with", "at", "that", "when", "so"}


def _is_aim(rest: str, words: list[ScannedWord]) -> bool:
    """Return whether words say what something is said for: "thank the crew", not "Mark" nor "mark on tolls"."""
    return (
        len(words) > 1
        and words[0].low in _AIMS
        and rest[words[0].start].islower()
        and words[1].low not in ABOUT
    )


def split_topic(lemma: str, rest: str) -> tuple[str, str]:
    """Return (addressee, topic) of what follows a verb: "to reporters about China", "that China ...", "on
    China"."""
    words = words_of(rest, 0)
    while words and words[0].low in FILLER and len(words) > 1:
        if words[0].low in {"it", "this"} and words[1].low not in ABOUT:
            break
        words.pop(0)
    if not words:
        return "", ""
    begin = words[0].start
    if _MOST.fullmatch(rest, words[1].start if _first_is_about(words) else begin):
        return "", ""
    if match := _ABOUT_PHRASE.match(rest, begin) or _OF_WHAT_IS.match(rest, begin):
        return "", rest[match.end() :]
    if match := _ON_WHOSE_SIDE.match(rest, begin):
        return "", match["whose"]
    first = words[0].low
    if first in FILLER and len(words) == 1 and first not in {"this"}:
        return "", ""
    if first in ABOUT or (first == "of" and lemma in {"think", "say", "speak", "talk"}):
        return "", _after_occasion(rest, words)
    if first == "to" and _is_aim(rest, words[1:]):
        return "", rest[words[1].start :]  # "What did Quill say to justify the toll?"
    hearer = (first in {"to", "with"} and lemma in TALKED_TO) or (first == "at" and lemma in SHOUTED_AT)
    if hearer and not _is_promised(lemma, rest, words):
        addressee, topic = before_preposition(rest[words[0].end :], ABOUT)
        return _addressee(addressee, topic)
    if first == "from" and lemma in {"demand", "ask", "request"} and len(words) > 1:
        # "What did Quill demand from the council?": whom she asks is seldom named in what she says.
        addressee, topic = before_preposition(rest[words[0].end :], ABOUT)
        return _addressee(addressee, topic)
    if first in {"of", "for"} and lemma in {"expect", "predict", "want", "hope"} and len(words) > 1:
        return "", rest[words[0].end :]
    if first == "to" and (lemma in REACTING or lemma == "feel"):
        return "", rest[words[0].end :]
    if first == "that":
        return "", rest[words[0].end :]
    if lemma == "tell":
        addressee, topic = before_preposition(rest[begin:], ABOUT)
        return _addressee(addressee, topic)
    if first in _PLACES:
        # "in Munich about China": the place is no topic, and a question without one has none.
        _, topic = before_preposition(rest[words[0].end :], ABOUT)
        return "", topic or rest[begin:]
    if lemma in SPOKEN_AT:
        if words[-1].low in _STRANDED and all(word.low != "to" for word in words):
            return rest[begin : words[-1].start], ""  # "What did Quill warn the council of?"
        for word in words[1:4]:
            if word.low in {"that", "to"}:
                break
            if word.low in ABOUT:
                return rest[begin : word.start], rest[word.end :]
    while begin > 0 and rest[begin - 1] in _OPENS:
        begin -= 1
    return "", "" if len(words) == 1 and first in _DANGLING else rest[begin:]


def _first_is_about(words: Sequence[ScannedWord]) -> bool:
    """Tell whether a preposition begins what is asked for: "what does Quill talk about most?"."""
    return len(words) > 1 and words[0].low in ABOUT


def _is_promised(lemma: str, rest: str, words: Sequence[ScannedWord]) -> bool:
    """Tell whether "to" begins a deed, and names no hearer: "promise to stay", "promise to voters"."""
    if lemma != "promise" or len(words) < 2:
        return False
    hearer = words[1].low
    plural = hearer.endswith("s") or hearer in HUMAN
    return rest[words[1].start].islower() and hearer not in DETERMINERS | OBJECT_PRONOUNS and not plural


def _addressee(addressee: str, topic: str) -> tuple[str, str]:
    """ "Congress that the war is over": a clause after the addressee is the topic."""
    if not topic:
        for word in words_of(addressee, 0)[1:]:
            if word.low in {"that", "to", "how", "why", "what", "whether", "when", "if"}:
                return addressee[: word.start], addressee[word.end if word.low == "that" else word.start :]
    return addressee, topic


def _after_occasion(rest: str, words: list[ScannedWord]) -> str:
    """ "on Fox News about China": the topic is China."""
    if words[0].low == "on":
        for word in words[2:7]:
            if word.low in {"about", "regarding", "concerning"}:
                between = rest[words[1].start : word.start]
                if between[:1].isupper() or words[1].low in {
                    "tv",
                    "television",
                    "twitter",
                    "radio",
                    "air",
                    "camera",
                    "social",
                    "x",
                }:
                    return rest[word.end :]
    return rest[words[0].end :]
