"""Work out what a question means after the turns before it.

The steps of `_followed`, in their order. Most give the turn back in other words, which are then read from the first on.

1. What refuses, picks or doubts what was shown: "not that", "the second one", "really nothing?".
2. The same asked in another form: "try tolls" (`fragments/tried_instead.py`), "any criticism?"
   (`rewording/asked_otherwise.py`).
3. Corrections: "no, I meant Biden" (`fragments/corrections.py`), "wasn't that Brandt?" (`fragments/remarks.py`).
4. What has a name or a noun put in: "the old one" (`rewording/the_one.py`), "what did he call her?"
   (`pronouns/two_pronouns.py`), "Quill said what?" (`rewording/other_forms.py`).
5. What is asked of the quotes shown: "is that true?", "the exact words?" (`fragments/about_shown_quotes.py`).
6. Fragments: "more", "when?", "and about Taiwan?", "and in 2024?" (`fragments/placed_fragments.py`).
7. Whole questions (`whole_questions.py`): with a pronoun, "what did Quill say about it?"
   (`questions/topic_by_pronoun.py`), "what did he say?" (`questions/speaker_by_pronoun.py`), and about facts, which get
   words of earlier turns (`questions/facts.py`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.asking_back import offered_instead
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, without_unread
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.fragments.about_shown_quotes import (
    asks_exact_words,
    asks_if_true,
    asks_what_exactly,
    shown_again,
    who_is_shown,
)
from qa.conversation.fragments.after_remarks import asked_after_remark
from qa.conversation.fragments.another_one import which_of_the_name
from qa.conversation.fragments.another_time import at_that_time
from qa.conversation.fragments.anything_there import anything_there
from qa.conversation.fragments.applied_corrections import (
    corrected,
    is_another_of_the_name,
    not_that_speaker,
)
from qa.conversation.fragments.corrections import (
    is_not_what_was_asked,
    is_other,
    meant_instead,
    picked,
    refuses,
    refuses_topic,
)
from qa.conversation.fragments.doubted_endings import asked_positively, asks_of_the_ending
from qa.conversation.fragments.fragments import fragment_of
from qa.conversation.fragments.going_back import goes_to, going_back
from qa.conversation.fragments.measures import with_measure
from qa.conversation.fragments.numbered_quotes import of_numbered_quote, picked_quote, with_its_voice
from qa.conversation.fragments.placed_fragments import placed
from qa.conversation.fragments.plain_fragments import introduced_anew
from qa.conversation.fragments.refused_words import with_comma
from qa.conversation.fragments.remarks import as_correction
from qa.conversation.fragments.tried_instead import tried_instead
from qa.conversation.fragments.who_it_was import is_remark, says_who_it_was
from qa.conversation.other_senses import in_its_outlet, or_of_doers
from qa.conversation.pronouns.names_in_small_letters import as_shown, with_shown_names
from qa.conversation.pronouns.namesakes import of_those_talked_of
from qa.conversation.pronouns.two_pronouns import with_names
from qa.conversation.questions.beside_what_was_shown import of_the_same, only_there, without_place
from qa.conversation.questions.definite_topics import in_what_was_shown
from qa.conversation.questions.topics_of_nothing import of_what_is_told
from qa.conversation.questions.unnamed_speakers import without_strangers
from qa.conversation.rewording.asked_otherwise import asked_otherwise
from qa.conversation.rewording.other_forms import as_typed_first, in_full
from qa.conversation.rewording.sighs import without_sighs
from qa.conversation.rewording.spoken_forms import as_written
from qa.conversation.rewording.the_one import with_noun_for_one
from qa.conversation.rewording.two_questions import asks_for_other
from qa.conversation.whole_questions import whole_question
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.names import names_in

_WHICH_ONE = regex(
    r"\s*(?:which|who)(?:\s+(?:ones?|are\s+(?:they|there)|is\s+there))?[\s?!.]*", re.IGNORECASE
)
RESOLVED = 8
"""How many turns, the last ones, are understood again where only their texts are known; the oldest of them first."""


def as_named_before(question: str, turns: tuple[Turn, ...]) -> str:
    """Return a turn without what only answers the one before, and with the names that it means as they were shown."""
    return with_shown_names(asked_positively(question) or without_sighs(question), turns)


def after_turns(
    question: str, conversation: Conversation, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Return what a question means after the turns of its conversation, of which there is one at least."""
    turns = conversation.turns
    last = turns[-1].understood
    if last is not None and last.also and asks_for_other(question):
        return Followed(replace(read(last.also), question=question))
    offers = turns[-1].choices or offered_instead(turns[-1].understood)
    if (choice := picked(question, offers)) is not None:
        return Followed(replace(read(choice), question=question))
    past = _past(conversation, read, speakers)
    meant = of_those_talked_of(_followed(question, past, read, speakers), past, speakers)
    meant = of_what_is_told(question, meant, past, read, speakers)
    followed = in_its_outlet(or_of_doers(in_what_was_shown(without_strangers(meant), past)))
    return followed if followed.article else _after_shown(followed, past)


def _after_shown(followed: Followed, past: Past) -> Followed:
    """Say what was shown, in every sense that a question may have."""
    otherwise = _after_shown(followed.otherwise, past) if followed.otherwise else None
    understood = followed.understood
    if understood.speaker is None:
        # "Who else?" after Ada Quill's words: that Ivo Quill could have been meant there is nothing to it.
        understood = replace(understood, instead_of=())
    return replace(followed, understood=understood, shown=past.shown - followed.exclude, otherwise=otherwise)


def _past(conversation: Conversation, read: Understand, speakers: KnownSpeakers) -> Past:
    """Understand the turns of a conversation, each after those before it."""
    known: list[tuple[Turn, Understanding]] = []
    turns = conversation.turns
    for index, turn in enumerate(turns):
        understood = turn.understood
        if understood is None:
            if index < len(turns) - RESOLVED:
                continue
            before = Past(Conversation(turns[:index]), tuple(known))
            understood = (
                _followed(turn.question, before, read, speakers).understood if index else read(turn.question)
            )
        # The other one of two questions is this turn's, and not that of one which goes on from it.
        known.append((turn, replace(as_shown(turn, understood, speakers), also=None)))
    return without_unread(Past(conversation, tuple(known), frozenset(conversation.quotes)))


def _of_what_was_shown_first(whole: Followed, past: Past) -> Followed:
    return replace(whole, near=past.answering, otherwise=whole) if past.answering else whole


def _followed(
    question: str, past: Past, read: Understand, speakers: KnownSpeakers, *, of_remark: bool = False
) -> Followed:
    """Read a turn after others.

    Args:
        of_remark: The question is what a remark on the talk meant, and is not read as a remark again.
    """
    if past.last is not None and (anew := introduced_anew(question)) is not None:
        return _followed(anew, past, read, speakers).typed_as(question)
    if (another := not_that_speaker(question, past, read, speakers)) is not None:
        return another
    if (marked := with_comma(question, past, speakers)) != question:
        return _followed(marked, past, read, speakers).typed_as(question)
    if past.last is not None and _refuses_what_was_shown(question, past.last, past):
        if past.last.ambiguous:  # nobody was chosen yet: "neither" chooses nobody else
            return Followed(again(question, past.last))
        return Followed(again(question, past.last), exclude=past.shown, more=True)
    if (one := picked_quote(question, past) or of_numbered_quote(question, past)) is not None:
        return one
    if past.last is not None and past.last.ambiguous and _WHICH_ONE.fullmatch(question):
        return Followed(again(question, past.last))  # those who may be meant are offered once more
    if past.last is not None and asks_of_the_ending(question, past):
        return Followed(again(question, past.last))  # the ending says it once more
    if past.last is not None and (tried := tried_instead(question)) is not None:
        return _followed(f"and {tried}?", past, read, speakers).typed_as(question)
    if (anywhere := without_place(question, past)) is not None:
        # "Who is quoted in it?" asks who else is.
        there = asked_otherwise(question, past, speakers) or anywhere
        return only_there(_followed(there, past, read, speakers), past).typed_as(question)
    if past.last is not None and (plain := asked_otherwise(question, past, speakers)) is not None:
        return _followed(plain, past, read, speakers).typed_as(question)
    if (found := _put_right(question, past, read, speakers, of_remark=of_remark)) is not None:
        return found
    plain = asked_after_remark(question, past, read) or at_that_time(question, past)
    if (plain := plain or with_noun_for_one(question, past)) is not None:
        return _followed(plain, past, read, speakers).typed_as(question)
    named = with_names(question, past, speakers)
    said = with_its_voice(question, past, read) or in_full(question, past, speakers)
    if (said := said or named) is not None:
        whole = _followed(said, past, read, speakers).typed_as(question)
        if said == named and whole.understood.kind is not QuestionKind.CONTENT:
            carried = whole.understood.carried or ("speaker",)  # a pronoun said who it is
            whole = replace(whole, understood=replace(whole.understood, carried=carried))
        return as_typed_first(question, whole, past, read)
    if (same := _of_the_quotes_shown(question, past, speakers)) is not None:
        return same
    if (back := going_back(question, past, speakers)) is not None:
        return back
    if past.last is not None and (what := goes_to(question)) is not None:
        return _followed(f"and {what}?", past, read, speakers).typed_as(question)
    if (which := which_of_the_name(question, past, read)) is not None:
        return which
    if (introduced := who_is_shown(question, past, read)) is not None:
        return introduced
    if (measured := with_measure(question, past, read)) is not None:
        return measured
    if (all_there := anything_there(question, past, read, speakers)) is not None:
        return all_there
    fragment = fragment_of(question, read)
    if fragment is not None:
        found = placed(question, fragment, past, read, speakers)
        if found is not None:
            return of_the_same(found, past)
    return whole_question(question, past, read, speakers)


def _refuses_what_was_shown(question: str, last: Understanding, past: Past) -> bool:
    """Return whether a turn only refuses: "not that", "not about tolls", "that's not what I asked"."""
    if refuses(question) or refuses_topic(question, last.topic):
        return True
    shown = past.conversation.turns[-1].speakers
    return is_not_what_was_asked(question, last) and not says_who_it_was(question, shown)


def _of_the_quotes_shown(question: str, past: Past, speakers: KnownSpeakers) -> Followed | None:
    """Show the last quotes again where their exact words are asked for, or whether they are true."""
    doubted = asks_if_true(question)
    exactly = asks_exact_words(question) or asks_what_exactly(question, past, speakers)
    same = shown_again(question, past, doubted=doubted) if doubted or exactly else None
    if same is None and doubted and past.last is not None and past.quoting:
        return Followed(again(question, past.last))  # nothing was shown that may be doubted
    return same


def _put_right(
    question: str, past: Past, read: Understand, speakers: KnownSpeakers, *, of_remark: bool
) -> Followed | None:
    """Read a correction of the last question, or a remark that makes one; None for a turn that is neither."""
    other = is_other(question) or (past.last is not None and is_another_of_the_name(question, past.last))
    meant = question if other else meant_instead(question)
    meant = as_written(meant, speakers) if meant and not other else meant  # "Brandt, does he agree?"
    if past.last is not None and is_remark(question, past.last.standalone):
        meant = None
    remark = None if of_remark or meant is None or other else as_correction(meant, past, read, speakers)
    if remark is not None:
        meant, of_remark = meant_instead(remark) or meant, True  # "hold on, wasn't that Brandt?"
    if meant is not None and past.last is not None:
        # "Sorry, not Quill" and "sorry, the full quote" name nobody and nothing that is meant.
        names_none = not other and (
            going_back(meant, past, speakers) is not None
            or meant.lower().startswith("not ")
            or asks_exact_words(meant)
            or asks_of_the_ending(meant, past)
        )
        if not names_none and (found := corrected(question, meant, past, read, speakers)) is not None:
            return found
        whole = _followed(meant, past, read, speakers, of_remark=of_remark)
        if not names_none and whole.understood.kind is QuestionKind.CONTENT and not whole.understood.carried:
            # "No, I mean who has to pay", with no name, goes on about what was shown.
            whole = whole if names_in(f"about {meant}") else _of_what_was_shown_first(whole, past)
        return whole.typed_as(question)
    if not of_remark and (remark := as_correction(question, past, read, speakers)) is not None:
        return _followed(remark, past, read, speakers, of_remark=True).typed_as(question)
    return None
