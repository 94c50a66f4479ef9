"""Split a question that names its topic first: "harbour tax, what did the mayor say?", "on tariffs, who spoke?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.language.lexicon.function_words import ADVERBS, PREPOSITIONS
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES, QUESTION_WORDS
from qa.language.lexicon.small_talk import AROUND_TALK, GREETINGS, NODS, THANKS
from qa.language.patterns import in_small_letters, regex
from qa.understanding.scan import skip_courtesy
from qa.understanding.told_apart import told_apart
from qa.understanding.words import bare

_WORD = r"[^\W\d_][\w’'.-]*"
_LEAD = (
    r"(?:on|about|regarding|concerning|as\s+for|as\s+to|when\s+it\s+comes\s+to|with\s+regard\s+to|speaking\s+of|(?:going\s+)?back\s+to"
    r"|(?:when|after|while)\s+(?:(?:he|she|they)\s+(?:was|were)\s+)?(?:being\s+)?asked\s+(?:about|on)|asked\s+about)"
)
_LED = regex(rf"{_LEAD}\s+(?P<topic>[^,;:?]{{1,120}}),\s+(?P<asks>\S.*)", re.DOTALL)
_BARE = regex(
    rf"(?:(?P<lead>{_LEAD})[\s,]+)?(?P<topic>{_WORD}(?:\s+[\w’'.-]+){{0,5}}?)\s*(?P<mark>[,:–—-]?)\s+"
    rf"(?P<asks>what\s+(?:did|does|do|has|have)\s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,3}}?\s+(?:say|said|think))"
    r"(?P<on>\s+about\s+(?:it|that|this)|\s+(?:about|on)\s+\S.*)?[\s?!.]*"
)
_WHERE = frozenset("in at on near from during before after".split())
_OPENS = GREETINGS | NODS | THANKS | AROUND_TALK | ADVERBS | _WHERE
_ASKING = (
    QUESTION_WORDS
    | QUESTION_AUXILIARIES
    | PRONOUNS
    | frozenset(
        """me us you i tell say ask know knows wonder wondering remember curious besides unlike like except
        instead apart according whatever regardless forget skip ignore anyone anybody someone somebody everyone
        everybody""".split()
    )
)
"""Words of what stands before a question and names no topic: "just wondering, what did Quill say?"."""
_PERSON = regex(r"\b(?:he|she)\b")
_ON_IT = 2
"""Words of "about it"."""


class TopicFirst(NamedTuple):
    topic: str
    asks: str
    """What is asked about it, without "about it"."""
    led: bool
    """Whether what stands before it, "on" or "back to", says that it is a topic, whatever is asked."""
    of_words: bool = False
    """Whether somebody's words are asked for: "what did Quill say"."""
    place: bool = False
    """Whether it only says where or when: "in Dene"."""

    def written(self) -> str:
        """Return the question with its topic last."""
        return f"{self.asks}{' ' if self.place else ' about '}{self.topic}"


def topic_first(question: str) -> TopicFirst | None:
    """Return the topic before a question and the question after it; None where nothing that names one stands there.

    Whether it is somebody's name or a date, "Quill, what did Brandt say?", only an archive and a calendar know.
    """
    text = skip_courtesy(question)
    small = in_small_letters(text)
    # Looked for first, since few questions have them, and the expressions take long to compile.
    led = _LED.fullmatch(small) if "," in small else None
    bare_one = _BARE.fullmatch(small) if small.find("what", 1) > 0 else None
    if bare_one is not None and (first := _bare(text, bare_one)) is not None:
        return first
    if led is None:
        return None
    return TopicFirst(_part(text, led, "topic"), _part(text, led, "asks"), led=True)


def _bare(text: str, match: re.Match[str]) -> TopicFirst | None:
    """Return a topic that only its place, before "what did Quill say?", shows to be one."""
    topic, led = match["topic"], match["lead"] is not None
    words = [bare(word) for word in topic.split()]
    place = words[0] in _WHERE
    parts = {re.split("['’]", word)[0] for word in words}  # "who's the mayor and"
    if not _ASKING.isdisjoint(parts) or (len(words) == 1 and not match["mark"]):
        return None
    aside = (len(words) == 1 and words[0].endswith("ly")) or (words[0] in PREPOSITIONS and not place)
    if not led and (aside or _OPENS.issuperset(words)):
        return None
    if not led and told_apart(topic) and _PERSON.search(match["asks"]):
        return None  # "the Vantor guy, what did he say?" asks for his words
    on = (match["on"] or "").rstrip(" ?!.")
    if on and bare(on.split()[-1]) in PRONOUNS and len(on.split()) == _ON_IT:
        on = ""
    if on and not place:
        return None
    asks = _part(text, match, "asks")
    asks += text[match.end("asks") : match.end("asks") + len(on)]
    return TopicFirst(_part(text, match, "topic"), asks, led=led, of_words=True, place=place)


def _part(text: str, match: re.Match[str], name: str) -> str:
    return text[match.start(name) : match.end(name)]
