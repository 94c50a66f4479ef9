"""A question in its conversation: what it means once the turns before it are known. No language model.

In order: fragments that ask for more of the same ("more", "the latest?", "when?"), fragments that put one thing in
the place of another ("and about Taiwan?", "what about Biden?", "and in 2024?"), whole questions with a pronoun ("what
did he say about it?"), and questions about facts, which get words. Whatever stands alone comes back unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from qa.attribution.linking import match_speaker
from qa.conversation.context import Context, Part
from qa.conversation.fragments import Act, Fragment, fragment_of
from qa.conversation.pronouns import antecedent, put_in
from qa.conversation.standalone import needs_context, stand_alone
from qa.conversation.telling import told
from qa.conversation.turns import Conversation, Turn
from qa.datatypes import QuestionKind, Speaker, Understanding
from qa.understanding.words import PRONOUNS, bare

Reader = Callable[[str], Understanding]
"""Understands a question alone."""

RESOLVED = 8
"""How many turns that are known as texts only are understood again, from the oldest."""
LEAST = Part("", 0.2, 0.3)


@dataclass(frozen=True, slots=True)
class Followed:
    """A question in its conversation.

    `exclude` are ids of quotes that must not come back, `silent` speakers whose words must not. `article`
    is the id of a quote whose article is asked for. `unresolved`: it lacks something that no turn has.
    """

    understood: Understanding
    exclude: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    context: Context | None = None
    article: str | None = None
    unresolved: bool = False
    fragment_alone: bool = False
    """Nothing of it can be understood: a fragment without anything that it continues."""


@dataclass(frozen=True, slots=True)
class _Past:
    """What the turns before are understood as, oldest first."""

    conversation: Conversation
    known: tuple[tuple[Turn, Understanding], ...] = ()
    shown: frozenset[str] = field(default=frozenset())

    @property
    def last(self) -> Understanding | None:
        return self.known[-1][1] if self.known else None

    @property
    def speaking(self) -> Understanding | None:
        """The last question that had a speaker, with the last topic if it had none itself."""
        for _, understood in reversed(self.known):
            if understood.speaker:
                return understood
        return None

    @property
    def texts(self) -> list[tuple[str, str]]:
        return [(turn.question, turn.answer) for turn in self.conversation.turns]


def follow(
    question: str, conversation: Conversation | None, read: Reader, speakers: Sequence[Speaker]
) -> Followed:
    """Return what a question means in its conversation; without turns, what it means alone."""
    turns = conversation.turns if conversation else ()
    if conversation is None or not turns:
        return _alone(question, read)
    return _followed(question, _past(conversation, read, speakers), read, speakers)


def _past(conversation: Conversation, read: Reader, speakers: Sequence[Speaker]) -> _Past:
    known: list[tuple[Turn, Understanding]] = []
    turns = conversation.turns
    for index, turn in enumerate(turns):
        understood = turn.understood
        if understood is None:
            if index < len(turns) - RESOLVED:
                continue
            before = _Past(Conversation(turns[:index]), tuple(known))
            understood = (
                _followed(turn.question, before, read, speakers).understood if index else read(turn.question)
            )
        known.append((turn, understood))
    return _Past(conversation, tuple(known), frozenset(conversation.quotes))


def _alone(question: str, read: Reader) -> Followed:
    understood = read(question)
    fragment = fragment_of(question, read)
    lacks = fragment is not None and fragment.lacks_all
    continues = fragment is not None and fragment.continues
    return Followed(
        understood
        if not continues or lacks
        else replace(understood, topic=fragment.text if fragment else None),
        unresolved=lacks or continues or _speaker_is_pronoun(question, understood, read),
        fragment_alone=lacks,
    )


def _speaker_is_pronoun(question: str, understood: Understanding, read: Reader) -> bool:
    """Whether somebody's words are asked for and only a pronoun says whose."""
    if understood.kind is not QuestionKind.CONTENT:
        return False
    replaced = put_in(question, "Aaron Abel")
    return replaced is not None and read(replaced).speaker == "Aaron Abel"


def _followed(question: str, past: _Past, read: Reader, speakers: Sequence[Speaker]) -> Followed:
    fragment = fragment_of(question, read)
    if fragment is not None:
        found = _fragment(question, fragment, past, read, speakers)
        if found is not None:
            return found
    understood = read(question)
    if understood.kind is not QuestionKind.CONTENT:
        return _with_topic(question, understood, past)
    found = _with_speaker(question, past, read, speakers)
    if found is not None:
        return found
    return _fact(question, understood, past)


def _fragment(
    question: str, fragment: Fragment, past: _Past, read: Reader, speakers: Sequence[Speaker]
) -> Followed | None:
    last = past.last
    if last is None:
        return None
    match fragment.act:
        case Act.MORE:
            return Followed(_again(question, last), exclude=past.shown, context=_context_again(last, past))
        case Act.ARTICLE:
            shown = past.conversation.turns[-1].quotes or past.conversation.quotes
            if not shown:
                return None
            at = min(fragment.number, len(shown)) - 1
            return Followed(_again(question, last), article=shown[at])
        case Act.ORDER:
            return Followed(replace(_again(question, last), order=fragment.order))
        case Act.DATES:
            changed = replace(_again(question, last), since=fragment.since, until=fragment.until)
            if changed.kind is QuestionKind.CONTENT:
                return None
            return Followed(_told(changed, ("speaker", "topic", "source")))
        case Act.WHO_ELSE:
            topic = _topic(past)
            who = replace(
                _again(question, last),
                kind=QuestionKind.WHO_SAID,
                speaker=None,
                speaker_known=True,
                speaker_is_role=False,
                ambiguous=(),
                others=(),
                over_time=False,
                topic=topic,
            )
            return Followed(
                _told(who, ("topic", "dates", "source"), more=True), past.shown, _speakers_of(past)
            )
        case Act.COMPARE:
            other = match_speaker(fragment.text, speakers).name or fragment.text
            base = past.speaking
            if base is None or base.speaker is None or other == base.speaker:
                return None
            both = replace(
                _again(question, base), others=(other,), over_time=False, topic=base.topic or _topic(past)
            )
            return Followed(_told(both, ("speaker", "topic", "dates")))
        case Act.WHEN:
            if last.kind is not QuestionKind.SAID or not last.speaker:
                return None
            again = _again(question, last)
            return Followed(replace(again, standalone=told(again, asking=fragment.text)))
        case Act.ABOUT | Act.TOPIC:
            return _slot(question, fragment, past, read, speakers)
    return None


def _slot(
    question: str, fragment: Fragment, past: _Past, read: Reader, speakers: Sequence[Speaker]
) -> Followed | None:
    """Put a name or a thing into the place in the last question that it fits."""
    base, named = past.last, fragment.text
    if base is None or base.kind is QuestionKind.CONTENT:
        return None
    dated = {}
    if fragment.since or fragment.until:
        dated = {"since": fragment.since, "until": fragment.until}
    again = replace(_again(question, base), over_time=False if base.others else base.over_time, others=())
    if fragment.act is Act.ABOUT:
        match = match_speaker(named, speakers)
        if match.name or match.ambiguous:
            known = next((s for s in speakers if s.name == match.name), None)
            # "China" may speak and be spoken of; after a person's words it is what they are about.
            as_speaker = known is None or known.kind == "person" or _is_group(base.speaker, speakers)
            if as_speaker and (match.name != base.speaker):
                changed = replace(
                    again,
                    kind=QuestionKind.SAID,
                    speaker=match.name or named,
                    speaker_known=True,
                    speaker_is_role=False,
                    ambiguous=match.ambiguous,
                    corrections=((named, match.name),) if match.name and match.corrected else (),
                    **dated,
                )
                return Followed(_told(changed, ("topic", "addressee", "dates", "source")))
        alone = read(f"What did {named} say?")
        if not base.topic and alone.speaker and not alone.speaker_known and named[:1].isupper():
            # Nobody of that name speaks here. A question without a topic can only have asked for them.
            return Followed(
                _told(replace(again, speaker=alone.speaker, speaker_known=False, **dated), ("dates",))
            )
    return Followed(
        _told(replace(again, topic=named, addressee=None, **dated), ("speaker", "dates", "source"))
    )


def _is_group(name: str | None, speakers: Sequence[Speaker]) -> bool:
    return any(speaker.name == name and speaker.kind == "group" for speaker in speakers)


def _with_topic(question: str, understood: Understanding, past: _Past) -> Followed:
    """A question about somebody's words that has its speaker: "What did Biden say about it?"."""
    more = _asks_for_more(question)
    silent = _speakers_of(past) if more and understood.kind is QuestionKind.WHO_SAID else frozenset()
    exclude = past.shown if more else frozenset()
    topic = understood.topic
    pointing = bare(topic) in PRONOUNS if topic else bool(_POINTS.search(question))
    if not pointing:
        return Followed(understood, exclude, silent)
    if (
        understood.kind is QuestionKind.WHO_SAID
        and past.last is not None
        and past.last.speaker
        and bare(topic or "") in _PEOPLE
    ):
        meant: str | None = past.last.speaker
    else:
        meant = _topic(past)
    if meant is None:
        return Followed(understood, exclude, silent, unresolved=True)
    changed = replace(understood, topic=meant)
    return Followed(_told(changed, ("topic",), more=more), exclude, silent)


# "Who said that?" has its topic only in a pronoun.
_POINTS = re.compile(r"\b(?:that|this|it|so)[\s?!.]*$", re.IGNORECASE)
_PEOPLE = frozenset("he she him her his they them".split())


def _with_speaker(question: str, past: _Past, read: Reader, speakers: Sequence[Speaker]) -> Followed | None:
    """A question that is about somebody's words once its pronoun is replaced."""
    probe = put_in(question, "Aaron Abel")
    if probe is None or read(probe).speaker != "Aaron Abel":
        return None
    name = antecedent(question, past.known, speakers)
    if name is None:
        return Followed(read(question), unresolved=True)
    replaced = put_in(question, name) or question
    understood = replace(read(replaced), question=question)
    if understood.kind is QuestionKind.CONTENT:
        probed = read(probe)
        match = match_speaker(name, speakers)
        understood = replace(
            probed,
            question=question,
            speaker=match.name or name,
            speaker_known=match.name is not None,
            standalone=replaced,
        )
    more = _asks_for_more(question)
    carried = ["speaker"]
    topic = understood.topic
    if topic is not None and bare(topic) in PRONOUNS:
        topic = _topic(past) or None
        carried.append("topic")
    elif (
        topic is None
        and past.last is not None
        and not more
        and (_continues(question) or understood.since or understood.until)
    ):
        topic = past.last.topic
        carried.append("topic")
    understood = replace(understood, topic=topic, carried=tuple(carried), standalone=replaced)
    if topic and "topic" in carried:
        understood = replace(understood, standalone=told(understood, more=more))
    return Followed(understood, exclude=past.shown if more else frozenset())


def _continues(question: str) -> bool:
    """Whether a question points at what was said before: "why did she say that?", "did he?"."""
    return bool(re.search(r"\b(?:that|this|so|it)\b", question, re.IGNORECASE)) or bool(
        re.match(r"\s*(?:and|but|so)\b", question, re.IGNORECASE)
    )


def _fact(question: str, understood: Understanding, past: _Past) -> Followed:
    """A question about facts: with words of the turns before where its form shows that it lacks some."""
    alone = stand_alone(question, past.texts)
    if not needs_context(question):
        context = _context(question, (), past, FAINT) if _same_subject(question, past) else None
        return Followed(understood, context=context)
    changed = replace(
        understood,
        standalone=alone.text,
        carried=("words",) if alone.words else (),
        topic=None if understood.topic and bare(understood.topic) in PRONOUNS else understood.topic,
    )
    exclude = past.shown if _asks_for_more(question) else frozenset()
    return Followed(changed, exclude, context=_context(question, alone.words, past, FULL))


FULL = (0.7, 0.5, 0.2, 0.3)
"""Weights of the last question's words and meaning, then of its answer's, for a question that lacks something."""
FAINT = (0.7, 0.5, 0.2, 0.3)
EARLIER = 0.4
CARRIED = 0.9
"""Weight of the words that were chosen for the question as it reads alone."""
READ = 400


def _same_subject(question: str, past: _Past) -> bool:
    return True


def _context(
    question: str, words: Sequence[str], past: _Past, weights: tuple[float, float, float, float]
) -> Context:
    asked, asked_meaning, answered, answered_meaning = weights
    parts = [Part(", ".join(words), CARRIED, 0.0)] if words else []
    turns = past.conversation.turns
    parts.append(Part(turns[-1].question, asked, asked_meaning))
    if len(turns) > 1:
        parts.append(Part(turns[-2].question, asked * EARLIER, asked_meaning * EARLIER))
    if turns[-1].answer:
        parts.append(Part(turns[-1].answer[:READ], answered, answered_meaning))
    return Context(question, tuple(parts))


def _context_again(last: Understanding, past: _Past) -> Context | None:
    return None


def _again(question: str, last: Understanding) -> Understanding:
    """The last question once more, in the place of one that only points at it."""
    return replace(last, question=question, carried=_parts(last))


def _parts(understood: Understanding) -> tuple[str, ...]:
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


def _told(understood: Understanding, carried: Sequence[str], *, more: bool = False) -> Understanding:
    """Say an understanding as a question, and keep of what is carried only what there is."""
    kept = tuple(part for part in _parts(understood) if part in carried)
    return replace(understood, standalone=told(understood, more=more), carried=kept)


def _topic(past: _Past) -> str | None:
    """What the last question was about."""
    for _, understood in reversed(past.known):
        if understood.topic and bare(understood.topic) not in PRONOUNS:
            return understood.topic
        if understood.kind is QuestionKind.CONTENT and (subject := _subject(understood)):
            return subject
    return None


_ASKING = re.compile(
    r"\s*(?:(?:can|could)\s+you\s+\w+\s+(?:me\s+)?)?(?:what|who|whom|when|where|why|how|which)?\s*"
    r"(?:(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|many|much|long)\b\s*)?",
    re.IGNORECASE,
)


def _subject(understood: Understanding) -> str | None:
    """What a question about facts is about: itself, without the words that ask."""
    text = understood.standalone
    match = _ASKING.match(text)
    rest = text[match.end() if match else 0 :].strip(" ?!.")
    return rest or None


def _speakers_of(past: _Past) -> frozenset[str]:
    last = past.last
    shown = set(past.conversation.turns[-1].speakers)
    return frozenset(shown | ({last.speaker} if last and last.speaker else set()))


def _asks_for_more(question: str) -> bool:
    return bool(re.search(r"\b(?:else|other|others|another|more)\b(?!\s+than\b)", question, re.IGNORECASE))
