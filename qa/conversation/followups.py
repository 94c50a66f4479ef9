"""Work out what a question means once the turns before it are known, without a language model.

Here: what stands alone, and what a turn is made of (marks around it, two questions in one, a spoken form). What is
asked after others is in `after_turns.py`. A question that stands alone comes back unchanged.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.asked_together import two_in_one, with_another
from qa.conversation.fragments.fragment_acts import Act
from qa.conversation.fragments.fragments import fragment_of
from qa.conversation.other_senses import in_english, or_of_anybody, with_other_senses
from qa.conversation.pronouns.pronouns import put_in
from qa.conversation.questions.asked_topics import pointing_in, without_meaning
from qa.conversation.questions.owned_topics import about_its_owner
from qa.conversation.rewording.left_out_speakers import left_out
from qa.conversation.rewording.named_at_end import named_at_end
from qa.conversation.rewording.paired_questions import both_sides
from qa.conversation.rewording.sighs import without_sighs
from qa.conversation.rewording.spoken_forms import as_written
from qa.conversation.rewording.two_questions import (
    asked_after_a_clause,
    bound_and_asked,
    corrected_and_asked,
    first_of_two,
    second_of_two,
    two_questions,
    within,
)
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.courtesy import without_here, without_interview
from qa.understanding.of_all_records import asked_of_all
from qa.understanding.pasted import without_marks

# "Anything on the ferries?" asks all that it asks; "what about the ferries?" goes on.
_ANYTHING = regex(r"\s*(?:any|some)(?:thing|one|body)\s+(?:about|on|regarding)\s", re.IGNORECASE)


def follow(
    question: str, conversation: Conversation | None, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Return what a question means in its conversation; without turns, what it means alone."""

    def again_from(text: str, before: Conversation | None) -> Followed:
        return follow(text, before, read, speakers)

    if (seen := without_marks(question)) != question:
        return follow(seen, conversation, read, speakers).typed_as(question)
    if (bounded := bound_and_asked(question)) is not None:
        bound = fragment_of(f"only {bounded[0]}", read)
        if bound is not None and bound.act in (Act.DATES, Act.SOURCE):
            followed = within(follow(bounded[1], conversation, read, speakers), bound)
            # A question of fact is looked for as it was typed, with its time: "2023. How many people died?".
            if followed.understood.kind is not QuestionKind.CONTENT:
                return followed.typed_as(question)
    if conversation and (corrected := corrected_and_asked(question)) is not None:
        return second_of_two(question, corrected, conversation, again_from)
    if conversation and (whole := asked_after_a_clause(question)) is not None:
        return follow(whole, conversation, read, speakers).typed_as(question)
    if (written := named_at_end(as_written(question, speakers), speakers)) != question:
        return follow(written, conversation, read, speakers).typed_as(question)
    if (rest := without_interview(without_here(question))) != question:
        return follow(rest, conversation, read, speakers).typed_as(question)
    if (theirs := in_english(question, read, speakers)) is not None:
        return theirs
    if (simpler := _in_plain_words(question, conversation)) is not None:
        followed = follow(simpler, conversation, read, speakers)
        alone = followed.understood.standalone
        if alone == simpler and followed.understood.kind is not QuestionKind.CONTENT:
            alone = question  # a question of fact is searched for by its words: "only women" would find any
        return replace(followed, understood=replace(followed.understood, question=question, standalone=alone))
    if (parted := left_out(question, speakers)) is not None:
        asked_of, names = parted
        followed = follow(asked_of, conversation, read, speakers)
        if followed.understood.kind is QuestionKind.WHO_SAID:
            plain = replace(followed.understood, question=question)
            return replace(followed, understood=plain, silent=followed.silent | names)
    if (asked := asked_of_all(question)) is not None:
        followed = follow(asked.plain, conversation, read, speakers)
        if (
            not followed.understood.speaker_known
            and (typed := read(question)).speaker_known
            and typed.speaker
        ):
            # "Direct quotes Ada Quill tolls": nobody is called "Ada Quill tolls".
            followed = replace(followed, understood=typed)
        who, plain = followed.understood.speaker or "", followed.understood
        # "The last words of the song" asks for nobody's words; "which doctors spoke of it?" for those of doctors.
        known = plain.speaker_known or plain.speaker_is_role or asked.of_kind
        of_somebody = who and (known or who[0].isupper())
        if of_somebody or (plain.kind is QuestionKind.WHO_SAID and (plain.source or not asked.within)):
            meant = replace(
                followed, understood=replace(followed.understood, question=question, of_all=asked.of_all)
            )
            return or_of_anybody(meant) if asked.of_kind else meant
    if (two := two_in_one(question, speakers)) is not None:
        one, other = two
        if both := with_another(question, follow(one, conversation, read, speakers), other):
            return both
    if (sides := both_sides(question, conversation, again_from)) is not None:
        return sides
    if (questions := two_questions(question)) is not None:
        return first_of_two(question, questions, conversation, again_from)
    turns = conversation.turns if conversation else ()
    if not turns and (rest := without_sighs(question)) != question:
        return follow(rest, None, read, speakers).typed_as(question)
    if conversation is None or not turns:
        return with_other_senses(_alone(question, read, speakers), read)
    # Here: these are most of the conversation's modules, and what stands alone needs none of them.
    from qa.conversation.after_turns import after_turns, as_named_before

    if (rest := as_named_before(question, turns)) != question:
        return follow(rest, conversation, read, speakers).typed_as(question)
    return after_turns(question, conversation, read, speakers)


def _in_plain_words(question: str, conversation: Conversation | None) -> str | None:
    """Return a turn that the rules know in other words: "show me the rest" as "more"."""
    last = conversation.turns[-1].understood if conversation and conversation.turns else None
    if last is None:
        return None
    from qa.conversation.fragments.of_what_was_listed import of_what_was_listed
    from qa.conversation.fragments.plain_fragments import in_plain_words

    return of_what_was_listed(question, last) or in_plain_words(question)


def _alone(question: str, read: Understand, speakers: KnownSpeakers) -> Followed:
    understood = read(question)
    fragment = fragment_of(question, read)
    if understood.browses and (understood.topic is None or understood.source is not None):
        # "News from 3 May" asks for whatever appeared then, "quotes from the Post on tolls" for all on them there.
        return Followed(understood)
    if fragment is None:
        if _speaker_is_pronoun(question, understood, read):
            return Followed(understood, unresolved=True)
        return _whole(question, understood, speakers)
    if fragment.lacks_all:
        return Followed(understood, unresolved=True, fragment_alone=True)
    if fragment.continues and not _ANYTHING.match(question):
        return Followed(replace(understood, topic=fragment.text), unresolved=True)
    return Followed(understood, unresolved=_speaker_is_pronoun(question, understood, read))


def _speaker_is_pronoun(question: str, understood: Understanding, read: Understand) -> bool:
    """Return whether a question asks for somebody's words and only a pronoun says whose."""
    if understood.kind is not QuestionKind.CONTENT:
        return False
    replaced = put_in(question, "Aaron Abel")
    return replaced is not None and read(replaced).speaker == "Aaron Abel"


def _whole(question: str, understood: Understanding, speakers: KnownSpeakers) -> Followed:
    """Return what a whole question means without turns before it; what it points at stays unexplained."""
    understood = about_its_owner(understood, speakers)
    pointing = pointing_in(question, understood) if understood.kind is not QuestionKind.CONTENT else None
    if pointing is None or not understood.speaker_known:
        return Followed(understood)
    return Followed(without_meaning(understood, pointing), unresolved=True)
