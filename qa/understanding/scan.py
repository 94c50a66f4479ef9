"""Scan a question word by word: skip courtesy, find verbs and prepositions, trim ends."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from qa.language.lexicon.particle_verbs import tells_event
from qa.language.lexicon.question_verbs import (
    HOW_VERBS,
    NOUN_TOO,
    WITH_CLAUSE,
    QuestionVerb,
)
from qa.language.lexicon.question_words import ABOUT, ADVERBS_INSIDE
from qa.language.patterns import in_small_letters, regex
from qa.understanding.words import has_case

_WORD = regex(r"[^\W_](?:[\w'’.&/-]*[^\W_])?|/")
_ASKED_FOR = (
    r"(?:all|any|what|everything|anything|something|some|(?:the\s+|a\s+|an\s+)?(?:\w+\s+)?(?:quotes?|quotations?|statements?|comments?|remarks?"
    r"|words)|the\s+latest|who|how)\b"
)
_OPENER = (
    r"(?:in\s+(?:short|brief|fact|general|particular|summary|detail|other\s+words|that\s+case|the\s+(?:end|meantime)|a\s+(?:word|nutshell))"
    r"|by\s+the\s+way|btw|out\s+of\s+(?:curiosity|interest)|(?:(?:i(?:['’]m|\s+am)|just)\s+)*(?:curious|asking)"
    r"|for\s+(?:the\s+record|example|instance|now|fun)|(?:first|last|next)(?:ly)?(?:\s+of\s+all)?|second(?:ly)?|finally|moving\s+on"
    r"|(?:(?:one|a|an|another|other|next|last|final|first|second|quick|short|simple|new|different|more|my)\s+)+(?:question|thing|topic|subject)"
    r"|following\s+up|follow-up|simply\s+put|seriously|honestly|basically|if\s+possible|look|listen|pardon)"
)
"""What opens a question, with a mark after it, and asks nothing: "in short, what did Quill say?"."""
_COURTESY = regex(
    # Without the second "+", thousands of commas are tried in twos: "[\s,]*" stands in a form below as well.
    r"[\s,;:.!¡¿\"“-]*+(?:"
    rf"{_OPENER}\s*[,:;.!–—-]+\s*(?=(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|can|could|tell|show|give)\b)|"
    r"(?:hi|hello|hey)\s+(?:there|bot|everyone|everybody|folks)\b[\s,!.:]+"
    r"|(?:hi|hello|hey|please|pls|ok|okay|so|and|but|well|now|thanks|thank\s+you|also|then)\b[\s,!.:]+"
    r"|(?:can|could|would|will)\s+you\s+(?:please\s+|kindly\s+|also\s+)?(?:tell|show|give|find|list|remind|get|quote(?=\s+(?:me|us|what)\b)"
    r"|summari[sz]e|sum\s+up)\b(?:\s+(?:me|us))?[\s,:]+"
    r"|(?:tell|show|give|find|get|remind|send|quote)\s+(?:me|us)[\s,:]+(?:please\s+)?"
    r"|(?:show|find|list|get|give|see|quote|(?:search|look|looking|searching)(?:\s+for)?|look\s+up|summari[sz]e|sum\s+up|recap)\s+"
    rf"(?={_ASKED_FOR})"
    r"|let\s+(?:me|us)\s+(?:see|hear|read|have)[\s,:]+|(?:can|could|may)\s+(?:i|we)\s+(?:please\s+)?(?:see|get|have|read|hear)[\s,:]+"
    r"|(?:no|but)?[\s,]*i(?:['’](?:m|ve)|\s+am|\s+was|\s+have)?\s+(?:(?:just|only|really|actually)\s+)?(?:ask(?:ed|ing)|wanted\s+to\s+know)[\s,:]+"
    r"(?:you\s+)?(?=(?:who|what|when|where|why|how|which|whether|if)\b)"
    r"|i(?:['’]d|\s+would)?\s+(?:want|like|need|love)\s+to\s+(?:know|see|hear|read|find\s+out|learn)[\s,:]+(?:about\s+(?=what|how|who))?"
    r"|i(?:['’]d\s+like|\s+would\s+like|\s+want|\s+need|(?:['’]m|\s+am)\s+(?:looking|searching)\s+for)\s+(?!to\b)"
    r"|(?:do|does)\s+(?:you|anyone|anybody|we)\s+know[\s,:]+|i(?:['’]m|\s+am|\s+was)?\s+wonder(?:ing)?[\s,:]+(?:about\s+)?"
    rf"|(?:do|does|did|have)\s+(?:you|we|they|i)\s+(?:have|got|hear|find)\s+(?={_ASKED_FOR})"
    rf"|(?:any\s+idea|let\s+me\s+know|(?:is|are)\s+there\s+(?={_ASKED_FOR}))[\s,:]*"
    r")"
)
_ASKS_AT_ONCE = ("wh", "how")
"""What no courtesy begins with, and most questions do: they need not wait for its expression to be compiled."""
_QUOTED = frozenset('"“‘\u01bb')
"""What a quoted string begins with, and the letter that stands for one (`quoted`)."""
_LINKS = frozenset("that about regarding concerning".split())
_LEADING = regex(r"[\s,;:.!¡¿-]+")
_LAST_OF_NAMES = frozenset("state post report".split())
"""Verbs that names end with, too."""


class ScannedWord(NamedTuple):
    start: int
    end: int
    low: str


def words_of(text: str, start: int, *, limit: int = 40) -> list[ScannedWord]:
    """Return the first words from `start` on. The limit is what keeps long questions cheap."""
    found: list[ScannedWord] = []
    for match in _WORD.finditer(text, start):
        found.append(ScannedWord(match.start(), match.end(), match[0].lower()))
        if len(found) == limit:
            break
    return found


def skip_courtesy(text: str) -> str:
    """Return a question without "please, can you tell me" in front, and without the space around it."""
    start, small = 0, in_small_letters(text)
    if small.startswith(_ASKS_AT_ONCE):
        return text.rstrip()
    while (match := _COURTESY.match(small, start)) and match.end() > start:
        start = match.end()
    if match := _LEADING.match(text, start):
        start = match.end()
    return text[start:].rstrip()


_ABBREVIATION = regex(r"(?:^|[\W_])[^\W\d_]\.$|\.\w+\.$")


def clean(text: str) -> str:
    """Trim a part of a question: space, closing punctuation, a last "please"; the dot of "U.S." stays."""
    text = text.strip(" \t\r\n\v\f,;:-–—")
    if text.endswith(".?"):
        # Nobody ends a question with a full stop and a question mark: the dot belongs to "Nev.".
        return text[:-1]
    while True:
        shorter = text.rstrip(" \t\r\n\v\f,?!;:")
        if shorter[-7:].lower() == " please":
            shorter = shorter[:-7]
        if shorter.endswith(("..", "…")):
            shorter = shorter.rstrip(".…")
        elif shorter.endswith(".") and not _ABBREVIATION.search(shorter[-12:]):
            shorter = shorter[:-1]
        if shorter == text:
            break
        text = shorter
    # One pair of quotation marks around the whole is how it was typed, not what is meant.
    if len(text) > 2 and (text[0] + text[-1]) in {'""', "''", "“”", "‘’"} and not text[1:-1].count(text[0]):
        return text[1:-1].strip()
    return text


def find_verb(
    text: str, start: int, verbs: Mapping[str, QuestionVerb]
) -> tuple[ScannedWord, QuestionVerb] | None:
    """Return the verb of "X VERB ..." and its word; X is what stands before it, at least one word long."""
    words = words_of(text, start)
    cased = has_case(text)
    fallback: tuple[ScannedWord, QuestionVerb] | None = None
    for index, first in enumerate(words):
        word, verb = with_particle(first, words[index + 1 : index + 3], verbs)
        if index == 0 or verb is None or not asks_for_words(verb, text[word.end :]):
            # The topic has begun: a verb after it is not the question's.
            if index and word.low in {"about", "regarding", "concerning", "that"}:
                break
            continue
        written = text[word.start : word.end]
        if cased and written[:1].isupper():
            continue
        following = words[index + 1 : index + 2]
        if following and word is first and tells_event(word.low, following[0].low):
            continue  # "Did Quill call off the strike?"
        if not _said_soon(verb) and _is_verb_only(following, verbs):
            continue  # "the Harwick post endorse": of two verbs in a row the first is none
        if word.low in _LAST_OF_NAMES and following and following[0].low in verbs:
            continue  # "Harwick State claim"
        if index == 1 and words[0].low in {"the", "a", "an", "his", "her", "their", "this", "any"}:
            continue
        if word.low in NOUN_TOO:
            fallback = fallback or (word, verb)
            continue
        return fallback if fallback and not _said_soon(verb) else (word, verb)
    return fallback


def _is_verb_only(following: Sequence[ScannedWord], verbs: Mapping[str, QuestionVerb]) -> bool:
    return any(
        word.low in verbs and word.low not in NOUN_TOO and not verbs[word.low].seldom for word in following
    )


def with_particle(
    word: ScannedWord, following: Sequence[ScannedWord], verbs: Mapping[str, QuestionVerb]
) -> tuple[ScannedWord, QuestionVerb | None]:
    """Return the verb that begins with a word, and its words: "pointed out", else "pointed"."""
    for count in range(len(following), 0, -1):
        phrase = " ".join((word.low, *(each.low for each in following[:count])))
        if (verb := verbs.get(phrase)) is not None:
            return ScannedWord(word.start, following[count - 1].end, phrase), verb
    return word, verbs.get(word.low)


def asks_for_words(verb: QuestionVerb, rest: str) -> bool:
    """Tell whether a verb asks for words: "find" does in "find that", not in "find gold"."""
    return not verb.seldom or says_what(verb, rest)


def says_what(verb: QuestionVerb, rest: str) -> bool:
    """Tell whether words follow a verb, or what they are about."""
    if rest.rstrip(" ?").endswith(" as"):
        return False  # "What did Quill refer to the levee as?"
    following = rest.lstrip()
    if following[:1] in _QUOTED:
        return True
    words = words_of(following, 0, limit=1)
    return bool(words) and words[0].low in _LINKS | verb.about


def asks_how(verb: QuestionVerb, rest: str) -> bool:
    """Tell whether "how" asks for words with a verb: "How did Quill react?", "How does Quill think it will hold?"."""
    return verb.lemma in HOW_VERBS or opens_clause(verb, rest)


def opens_clause(verb: QuestionVerb, rest: str) -> bool:
    """Tell whether a verb is followed by what is said or thought: "think the levee will hold", not "think of it"."""
    words = words_of(rest, 0, limit=2)
    return verb.lemma in WITH_CLAUSE and len(words) == 2 and words[0].low not in verb.about | ABOUT


def _said_soon(verb: QuestionVerb) -> bool:
    return verb.lemma in {"say", "think", "tell", "claim", "believe"}


def speaker_part(text: str) -> str:
    """Drop the adverbs between a speaker and the verb: "Rubio ever actually" is Rubio."""
    words = words_of(text, 0)
    end = len(text)
    while words and words[-1].low in ADVERBS_INSIDE:
        end = words.pop().start
    return text[:end]


def before_preposition(text: str, prepositions: Container[str]) -> tuple[str, str]:
    """Split at the first of the prepositions: what is before it, what is after."""
    for word in words_of(text, 0):
        if word.low in prepositions:
            return text[: word.start], text[word.end :]
    return text, ""


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put spaces in place of spans, so that offsets stay and the words around them come together."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
