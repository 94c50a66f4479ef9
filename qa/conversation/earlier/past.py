"""Keep what earlier turns were understood as, and carry parts of it into the next question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.appended_words import MORE, read_as, without_appended
from qa.conversation.earlier.question_text import told
from qa.conversation.earlier.turns import Conversation, Turn
from qa.language.lexicon.question_words import QUESTION_WORDS
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.understanding.names import names_in
from qa.understanding.told_apart import told_apart


@dataclass(frozen=True, slots=True)
class Past:
    """The earlier turns and what each was understood as, oldest first."""

    conversation: Conversation
    known: tuple[tuple[Turn, Understanding], ...] = ()
    shown: frozenset[str] = field(default=frozenset())

    @property
    def last(self) -> Understanding | None:
        return self.known[-1][1] if self.known else None

    @property
    def speaking(self) -> Understanding | None:
        """The last question that had a speaker."""
        for _, understood in reversed(self.known):
            if understood.speaker:
                return understood
        return None

    @property
    def quoting(self) -> bool:
        """Whether the turns were answered here, with quotes, and not by another program."""
        return self.conversation.turns[-1].outcome is not None

    @property
    def answering(self) -> frozenset[str]:
        """The quotes that answered so far: what "his father" and "the company" mean stands beside them."""
        return frozenset(quote for turn in self.conversation.turns if turn.answered for quote in turn.quotes)

    @property
    def shown_answers(self) -> list[str]:
        """The answers that were shown, oldest first: what articles call people and things stands in them."""
        return [turn.answer for turn in self.conversation.turns if turn.answered]

    @property
    def shown_last(self) -> tuple[str, ...]:
        """The quotes shown last that may answer, before a question that only went on from them and found nothing.

        After "how many died in the Dene fire?" and "who owns it?", of which nothing tells, "when was it built?" is
        about what was shown for the fire.
        """
        for turn, understood in reversed(self.known):
            if turn.answered or {"words", "topic"}.isdisjoint(understood.carried):
                return turn.quotes if turn.answered else ()
        return ()

    @property
    def chained(self) -> list[tuple[str, str]]:
        """Each turn's question and answer as in `texts`, with the words added after a question that names nothing.

        After "how many died in the Dene fire?" and "how many were children?", "was anyone hurt?" is about the fire.
        """
        if not self.quoting:
            return self.texts
        whole = {id(turn): each.standalone for turn, each in self.known if "words" in each.carried}
        return [
            (question if names_in(f"about {question}") else whole.get(id(turn), question), answer)
            for turn, (question, answer) in zip(self.conversation.turns, self.texts, strict=True)
        ]

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Each turn's question and answer; one answered here is as it was read, without the words added after it."""
        if not self.quoting:
            return [(turn.question, turn.answer) for turn in self.conversation.turns]
        # Nothing is taken from quotes that do not answer.
        read = {id(turn): read_as(turn.question, understood) for turn, understood in self.known}
        return [
            (read.get(id(turn), turn.question), turn.answer if turn.answered else "")
            for turn in self.conversation.turns
        ]


_ONLY_POINTS = regex(
    r"\s*(?:(?:and|but|so|ok(?:ay)?|well|hm+)[\s,]+)*(?:no|nah|nope|not|wait|sorry|oh|nvm|never\s*mind|i\s+mean|i\s+meant|that['’]?s|this\s+is|it['’]?s"
    r"|only|just|of|from|in|on|at|to|after|before|with|by|for|about)\b|.*\w\s+not\s+\w",
    re.IGNORECASE,
)


def without_unread(past: Past) -> Past:
    """Return the past without turns of which nothing was made but a search for them, and which name nothing new.

    Those found nothing, or only asked of what was shown ("says who?"). After Quill's words on the levee and "not far
    from it", of which nothing was made, "and Brandt?" is on the levee.
    """
    turns = past.conversation.turns
    if len(turns) != len(past.known):
        return past
    kept = [at for at, (turn, read) in enumerate(past.known) if not at or not _was_unread(turn, read)]
    if len(kept) == len(turns):
        return past
    left = replace(past.conversation, turns=tuple(turns[at] for at in kept))
    return replace(past, conversation=left, known=tuple(past.known[at] for at in kept))


def _was_unread(turn: Turn, read: Understanding) -> bool:
    typed = turn.question.strip(" ?!.")
    if read.kind is QuestionKind.CONTENT and "words" in read.carried and read.standalone == turn.question:
        return True  # "says who?" only asked of what was shown
    # "The Vantor guy?", of whom nothing was found, is no thing that "it" means.
    if turn.outcome is None or turn.answered or not (_ONLY_POINTS.match(turn.question) or told_apart(typed)):
        return False
    words = {word.strip(" ,.?!").lower() for word in typed.split()}
    searched = without_appended(read.standalone) if read.kind is QuestionKind.CONTENT else read.topic or ""
    return searched.strip(" ?!.") == typed and words.isdisjoint(QUESTION_WORDS)


def again(question: str, last: Understanding) -> Understanding:
    """Return the last question once more, for one that only points at it."""
    return replace(last, question=question, carried=parts(last))


PARTS = ("speaker", "topic", "addressee", "dates", "source")
"""The parts of a question for somebody's words which a turn may carry on."""


def parts(understood: Understanding) -> tuple[str, ...]:
    """Return which of `PARTS` an understanding has, or "words" for a question of fact."""
    if understood.kind is QuestionKind.CONTENT:
        return ("words",)
    there = {
        "speaker": understood.speaker,
        "topic": understood.topic,
        "addressee": understood.addressee,
        "dates": understood.since or understood.until,
        "source": understood.source,
    }
    return tuple(name for name, value in there.items() if value)


def carrying(
    understood: Understanding, carried: Sequence[str] = PARTS, *, more: bool = False
) -> Understanding:
    """Write an understanding as a question, and keep as carried only the parts that it has."""
    kept = tuple(part for part in parts(understood) if part in carried)
    return replace(understood, standalone=told(understood, more=more), carried=kept)


# "Where was the flood?", asked by "where was that?", takes no date: the question before it does.
_IN_MARKS = regex(r"[\"“„«][^\"“”„«»]{1,1000}[\"”“»]")
_CIRCUMSTANCE = regex(r"\s*(?:when|where|why|how(?!\s+(?:many|much|long|often|old)))\b", re.IGNORECASE)


def last_whole(past: Past) -> Understanding:
    """Return the last question of fact that says all that it asks; the last question if none of those before does."""
    last = past.known[-1][1]
    for _, understood in reversed(past.known):
        if understood.kind is not QuestionKind.CONTENT:
            break
        aside = understood.carried and _CIRCUMSTANCE.match(understood.standalone)
        if not aside and without_appended(understood.standalone) == understood.standalone:
            return understood
    return last


def last_named(past: Past) -> tuple[str, ...]:
    """Return the names of all questions, the latest first, each once."""
    found: dict[str, None] = {}
    for _, understood in reversed(past.known):
        found.update(
            dict.fromkeys(names_in(f"about {understood.standalone[:1].lower()}{understood.standalone[1:]}"))
        )
    return tuple(found)


def talked_of(past: Past) -> tuple[str, ...]:
    """Return the names of all questions and those of who was asked in them, each once.

    A talk without names is of what its last whole question says: "what happened to the old shipyard?".
    """
    asked = (each.speaker for _, each in past.known if each.speaker_known)
    names = tuple(dict.fromkeys([*filter(None, asked), *last_named(past)]))
    return names or words_asked(past)


def words_asked(past: Past) -> tuple[str, ...]:
    """Return the words that say something of the last question of fact that says all that it asks.

    Of the turns of a long talk only the last are understood: the first of them has none before it.
    """
    if not past.known:
        return ()
    return tuple(word for word in last_whole(past).standalone.split() if content_terms(word))


def heard(past: Past) -> frozenset[str]:
    """Return the speakers that the last turn asked for or showed."""
    last = past.last
    shown = set(past.conversation.turns[-1].speakers)
    return frozenset(shown | ({last.speaker} if last and last.speaker else set()))


def asks_for_more(question: str) -> bool:
    """Return whether a question asks for something else than before: "who else", "another", not "more than".

    What it quotes asks for nothing: `Who said "many other boats"?`.
    """
    asked = _IN_MARKS.sub(" ", question)
    return bool(
        re.search(rf"\b(?:else|other|others|another|{MORE}|further)\b(?!\s+than\b)", asked, re.IGNORECASE)
    )
