"""Find whom "he" means where no question names him: who is named in the quote that answered "who won?"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import (
    agrees,
    gender_shown,
    is_one_person,
    is_person,
    is_relative,
    may_be_asked,
    may_mean,
)
from qa.conversation.earlier.past import Past
from qa.conversation.pronouns.names_in_small_letters import full_in
from qa.conversation.pronouns.not_meant import answers_who, up_to_who
from qa.conversation.pronouns.pronouns import meant_just_before
from qa.language.lexicon.follow_up_words import ANY_LEADS, HE, SHE
from qa.language.lexicon.question_words import QUESTION_AUXILIARIES
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in
from qa.understanding.words import bare

_READ = 300
"""Characters of the first quote that are read: who did it stands near the beginning."""
_MOST = 4


def who_answered(pronoun: str | None, past: Past, speakers: KnownSpeakers) -> tuple[str, ...]:
    """Return who may be the answer to the last question of who did something: one, several, or nobody.

    Several are to be chosen from: of "Ada Quill beat Ivo Brandt", a question for the winner says nothing of which is
    which.
    """
    if (doer := doer_shown(pronoun, past, speakers)) is not None:
        return (doer,)
    asking = up_to_who(past, speakers)
    if pronoun not in HE | SHE or not past.quoting or not answers_who(asking.last, speakers):
        return ()
    turn, asked = asking.known[-1]
    if not turn.answered:
        return ()
    text = turn.answer.partition("\n")[0][:_READ].replace("--", " — ")
    return _fitting(names_in(f"about {text}"), pronoun, asked, speakers)


_NAME_THERE = r"(?P<name>[A-Z][\w’'-]+(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w’'.-]*){0,3})"
_WHO_DID = regex(rf"\s*{ANY_LEADS}who\s+(?:first\s+|also\s+|last\s+)?(?P<verb>[a-z]{{2,}})\b", re.IGNORECASE)


_WHO_IS_THE = regex(
    rf"\s*{ANY_LEADS}who\s+(?:is|was)\s+the\s+(?P<office>[a-z][\w-]*(?:\s+[a-z][\w-]*)?)[\s?!.]*",
    re.IGNORECASE,
)


def doer_shown(pronoun: str | None, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return who the last answer says in so many words did what was asked for, or holds the office that was asked for.

    "Founded by Quill", "Quill founded", "Sheriff Quill".
    """
    turn, asked = past.known[-1] if past.known else (None, None)
    if turn is None or asked is None or pronoun not in HE | SHE or not (past.quoting and turn.answered):
        return None
    if asked.kind is not QuestionKind.CONTENT:
        return None
    text, did = turn.answer.partition("\n")[0].replace("--", " — "), _WHO_DID.match(asked.standalone)
    if (holds := _WHO_IS_THE.fullmatch(asked.standalone)) is not None:
        # "Who is the sheriff?", answered by "Sheriff Ada Quill posted it".
        forms = [rf"\b(?i:{re.escape(holds['office'])})\s+{_NAME_THERE}"]
    elif did is not None and did["verb"].lower() not in QUESTION_AUXILIARIES:
        verb = re.escape(did["verb"].lower())
        by = rf"\b{verb}\s+by\s+(?:[a-z][\w-]*\s+){{0,4}}{_NAME_THERE}"
        forms = [by, rf"\b{_NAME_THERE}\s+(?:[a-z]+ly\s+|first\s+|also\s+)?{verb}\b"]
    else:
        return None
    named = [match["name"] for form in forms for match in re.finditer(form, text)]
    # "Later Ada Quill founded it": a sentence begins before her name.
    named = [each for name in named for each in (name, name.partition(" ")[2]) if each]
    found = _fitting(named, pronoun, asked, speakers)
    return found[0] if len(found) == 1 else None


def _fitting(
    names: Iterable[str], pronoun: str | None, asked: Understanding, speakers: KnownSpeakers
) -> tuple[str, ...]:
    """Return the full names of those people whom a pronoun may mean and who were not named in the question."""
    typed = {bare(word) for word in asked.standalone.split()}
    found: dict[str, str] = {}
    for name in names:
        known = match_speaker(name, speakers).exact
        full = known or name
        one = is_one_person(known, speakers) if known else is_person(name, sure=True)
        surname = bare(full.rsplit(maxsplit=1)[-1])
        if (
            one
            and not (" " in name and name.isupper())  # "PORT ORSA — Ada Quill said": where it was written
            and may_mean(pronoun or "", full, speakers)
            and not typed & {bare(word) for word in full.split()}
        ):
            found.setdefault(surname, full)
    return tuple(found.values())[:_MOST]


def holder_shown(pronoun: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return who was quoted as the bearer of the office that was asked for, where "he" or "she" may mean them.

    After "What did the fire chief say?" and words of Ivo Brandt, "did he apologise?" is asked of Brandt.
    """
    last, turn = past.last, past.conversation.turns[-1]
    # "What does he want?", after "who says so?" and one person's words.
    voiced = last is not None and last.kind is QuestionKind.WHO_SAID
    if last is None or not (last.speaker_is_role or voiced) or not turn.answered:
        return None
    if is_relative(last.speaker or ""):
        return None
    if pronoun not in HE | SHE:
        return None
    quoted = {name for name in turn.speakers if is_one_person(name, speakers)}
    name = next(iter(quoted)) if len(quoted) == 1 else None
    return name if name and may_mean(pronoun, name, speakers) else None


def newly_asked(pronoun: str, last: Understanding, speakers: KnownSpeakers) -> str | None:
    """Return who was asked last on what others were asked before, where "who is she?" may mean them.

    After "What did Quill say about Una Strand?" and "and Marin Orsa?", it asks who Marin Orsa is.
    """
    name, new = last.speaker, "topic" in last.carried and "speaker" not in last.carried
    if not name or not new or last.ambiguous or last.speaker_is_role:
        return None
    return name if agrees(pronoun, name, speakers) or may_be_asked(pronoun, name, speakers) else None


_OF_HIM = regex(r"\b(?P<pronoun>him|her)[\s?!.]*$", re.IGNORECASE)


def of_whom_was_asked(pronoun: str, past: Past) -> str | None:
    """Return whom "him" meant in the last question, where "he" goes on about him.

    After "Who is Brett Mott?" and "what did Quill say about him?", "why did he resign?" is asked of Mott, though the
    archive does not show that a Brett is a man.
    """
    turn, last = past.known[-1]
    before = _OF_HIM.search(turn.question) if last.kind is not QuestionKind.CONTENT else None
    if before is None or "topic" not in last.carried or last.topic is None:
        return None
    same = any({pronoun, before["pronoun"].lower()} <= gender for gender in (HE, SHE))
    return last.topic if same and is_person(last.topic, sure=False) else None


_LATELY = 4
"""Of how many questions, the last ones, one must have meant somebody by "he" before nobody's name was asked for."""


def meant_before(pronoun: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return whom "he" meant before the last question was put to what nothing shows to be a person.

    After "who is Tom Brandt?", "why was he sent home?" and "what does dene say?", "where does he live?" asks of Brandt.
    """
    last = past.last
    name = (last.speaker or "") if last is not None and last.kind is QuestionKind.SAID else ""
    if (
        not name
        or last is None
        or last.speaker_known
        or last.speaker_is_role
        or last.described
        or " " in name
    ):
        return None
    shown = past.shown_answers
    called = name.capitalize()
    if pronoun not in HE | SHE or gender_shown(called, shown) or any(full_in(text, called) for text in shown):
        return None
    lately = reversed(past.known[-_LATELY:-1])
    return next(filter(None, (meant_just_before(pronoun, *each, speakers) for each in lately)), None)
