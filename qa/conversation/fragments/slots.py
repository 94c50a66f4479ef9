"""Put a name or a thing into the place of the last question that it fits: a speaker's, a topic's, a fact's."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, is_person
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.another_one import one_of_the_kind
from qa.conversation.fragments.another_time import words_of_another_year
from qa.conversation.fragments.asked_with_preposition import with_preposition
from qa.conversation.fragments.changed_fact_question import (
    place_in,
    with_office,
    with_person,
    with_place,
    with_thing,
)
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.fragments.fragments import fragment_of
from qa.conversation.fragments.possessives import POSSESSIVE, of_another, of_the_same_office
from qa.conversation.fragments.speaking_names import (
    body_itself,
    groups_speak,
    is_another_of_the_kind,
    is_of_a_kind,
    known_by_letters,
    likely_speaker,
    speaks_by_its_kind,
)
from qa.conversation.pronouns.namesakes import (
    BODY_WITH_ARTICLE,
    asked_alone,
    body_named,
    is_named,
    is_of_another_kind,
    without_ending,
)
from qa.conversation.questions.facts import fact
from qa.conversation.questions.topic_by_pronoun import is_on_the_same, whom
from qa.conversation.questions.unnamed_speakers import of_the_office_shown, or_where_shown
from qa.conversation.topics.back_references import ASKS_OF_IT
from qa.conversation.topics.last_topics import (
    called_somebody,
    holds_object,
    is_named_by,
    is_occasion,
    last_topic,
    with_owner_of,
)
from qa.language.lexicon.follow_up_words import REACTS
from qa.language.lexicon.reporting_nouns import DOCUMENTS
from qa.language.lexicon.roles import BODIES_OF_A_KIND
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import Match
from qa.understanding.words import bare, is_role

_HOW = regex(r"\b(?:how|where)\b", re.IGNORECASE)
_TO_COME = regex(
    r"(?:the\s+)?next\s+(?:year|month|week|season)|tomorrow|the\s+future|(?:in|by|until)\s+2\d{3}",
    re.IGNORECASE,
)
_AT_LAST = regex(r"\s+(?:in|by|until)\s+2\d{3}$")
_TO = regex(r"(?:to|with)\s+(?=(?:the|this|that|these|those|his|her|its|their)\s+[a-z])")


def in_its_place(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Put a name or a thing into the place of the last question that it fits."""
    base, named = past.last, fragment.text
    if base is None:
        return None
    if (one := one_of_the_kind(named, base)) is not None:
        fragment = fragment._replace(text=one)
        named = one
    to = _TO.match(named) if base.kind is not QuestionKind.CONTENT and base.addressee is None else None
    if to is not None and not is_role(named[to.end() :]):
        # "And to the tariffs?", but "and to the reporters?" asks what they were told.
        fragment = fragment._replace(text=named[to.end() :], act=Act.TOPIC)
        named = fragment.text
    if ASKS_OF_IT.match(named) and (base.kind is not QuestionKind.CONTENT or _HOW.search(named)):
        # "By how much?" and "from where?" ask on, and name nothing.
        return with_preposition(question, named, past, read) if past.quoting else None
    if base.kind is QuestionKind.CONTENT:
        within = _within_what_was_asked(base, past, read)
        return _after_a_fact(question, fragment, past, within, read, speakers)
    if base.topic is None and (asked_before := _asked_on(past, speakers)):
        base = replace(base, topic=asked_before)
    elif holds_object(base.topic) or called_somebody(base) or is_occasion(base.topic):
        # "And Brandt?", after "did Quill call it a compromise?": Brandt on what was talked of.
        base = replace(base, topic=last_topic(past), cue=None)
    elif base.topic:
        # "And Brandt?", after "What did Quill say about her plan?": Brandt on Quill's plan.
        base = replace(base, topic=with_owner_of(base.topic, base.speaker))
    slots = _within_what_was_asked(again(question, base), past, read)
    kept = ["dates", "source"]
    if fragment.since or fragment.until:
        kept.remove("dates")
        slots = replace(slots, since=fragment.since, until=fragment.until)
    if (then := words_of_another_year(named, slots, past.known[-1][0])) is not None:
        return Followed(carrying(then, ("speaker", "topic", "addressee", "source")))
    if (theirs := of_another(named, base)) is not None:
        # Who was asked last may have no words on it, and the articles tell of it all the same.
        of_nobody = replace(fact(question, read(f"what about {theirs}?"), past, speakers), doubtful=True)
        on_theirs = carrying(replace(slots, topic=theirs, addressee=None), ("speaker", *kept))
        return Followed(on_theirs, otherwise=of_nobody)
    if fragment.act is Act.ABOUT:
        named = body_named(named, past, speakers) or without_ending(named, speakers)
        match = likely_speaker(named, past, speakers, asked_from=fragment.speaks)
        if (a_body := BODY_WITH_ARTICLE.fullmatch(named)) and is_of_another_kind(match.name, a_body["noun"]):
            match = Match(None)
        several = match.ambiguous and not (past.answering and BODY_WITH_ARTICLE.fullmatch(named))
        # One wrong letter is allowed where a speaker is expected; here a thing may be meant as well.
        if (match.name and (not match.corrected or known_by_letters(named, match.name))) or several:
            known = speakers.speaker(match.name) if match.name else None
            # "China" may speak and be spoken of; after a person's words it is their topic.
            if match.name == base.speaker and match.name and not match.ambiguous:
                # "No, Ada", after "What did Quill say?": it was her who was asked.
                return Followed(again(question, slots))
            as_speaker = (
                fragment.speaks
                or known is None
                or known.kind == "person"
                or groups_speak(past, base, speakers)
            )
            # "And Vantor?", after "what did Quill say?": nothing but who was asked can give way.
            maybe = not as_speaker and past.known[-1][1].topic is None and bool(past.answering)
            if (as_speaker or maybe) and (match.ambiguous or match.name != base.speaker):
                changed = replace(
                    slots,
                    kind=QuestionKind.SAID,
                    speaker=match.name or named,
                    speaker_known=True,
                    speaker_is_role=False,
                    ambiguous=match.ambiguous,
                    described=None,
                    bearers=(),
                    instead_of=(),
                    corrections=(),
                    others=(),
                )
                if base.speaker and _is_the_topic(match, changed.topic, speakers):
                    # "And Brandt?", after Quill's words on Brandt, asks nothing of Brandt on Brandt.
                    anything = carrying(replace(changed, topic=None), kept)
                    return Followed(
                        carrying(replace(changed, topic=base.speaker), ("topic", *kept)),
                        otherwise=Followed(anything, near=past.answering) if past.quoting else None,
                    )
                asked = Followed(carrying(changed, ("topic", "addressee", *kept)))
                if base.cue in REACTS and past.answering and not maybe:
                    # "And Brandt?", after "how did the council respond?", where he answers nobody: what he says.
                    words = carrying(replace(changed, topic=None, cue=None), kept)
                    return replace(asked, otherwise=Followed(words, near=past.answering))
                if maybe:
                    on_it = carrying(replace(slots, topic=named, addressee=None), ("speaker", *kept))
                    return replace(asked, near=past.answering, otherwise=Followed(on_it))
                if not (base.speaker and past.quoting and base.topic and _is_person(base.topic, speakers)):
                    return or_where_shown(asked, past)
                # "And Orsa?", after what Quill thinks of Brandt: Orsa of Brandt, or else Quill of Orsa.
                of_them = carrying(replace(slots, topic=named, addressee=None), ("speaker", *kept))
                lastly_here = or_where_shown(asked, past).otherwise
                return replace(asked, otherwise=Followed(of_them, doubtful=True, otherwise=lastly_here))
        alone = of_the_same_office(named, base, read) or asked_alone(named, past, read)
        if speaks_by_its_kind(alone, speakers) or is_of_a_kind(named, alone, base, speakers):
            on_it = replace(
                alone,
                question=question,
                # "And the bank?", after words on the bank, asks nothing of the bank on the bank.
                topic=None
                if alone.speaker in whom((base.topic or "").removeprefix("the "), speakers)
                else base.topic,
                addressee=base.addressee,
                source=base.source,
                since=slots.since,
                until=slots.until,
                cue=base.cue,
            )
            spoken_of = carrying(replace(slots, topic=named, addressee=None), ("speaker", *kept))
            spoken = carrying(on_it, ("topic", "addressee", *kept))
            if alone.speaker and alone.speaker in named and f"the {alone.speaker} " not in spoken.standalone:
                text = spoken.standalone.replace(f" {alone.speaker} ", f" {named} ", 1)
                spoken = replace(spoken, standalone=text)
            apart = POSSESSIVE.fullmatch(named) or is_another_of_the_kind(named, base)
            other = Followed(spoken_of, doubtful=True) if base.speaker and not apart else None
            if past.answering and BODY_WITH_ARTICLE.fullmatch(fragment.text):
                # "And the company?": any other company's words would be somebody else's.
                return Followed(spoken, near=past.answering, otherwise=other)
            of_bodies = bare(named.split()[-1]) in BODIES_OF_A_KIND - {bare(base.speaker or "")}
            if other is not None and of_bodies and base.cue not in REACTS:
                # "The schools" are talked of more often than they speak, but who reacts as well may be anybody.
                return replace(other, doubtful=False, otherwise=Followed(spoken, doubtful=True))
            return of_the_office_shown(named, or_where_shown(Followed(spoken, otherwise=other), past), past)
        person = is_person(named, sure=bool(speakers.most_quoted(1))) or (
            not base.topic and named[:1].isupper()
        )
        # "And Vantor?" after "did the council comment?" asks whether they did: nothing else has a place there.
        whether = base.cue in REACTS and (base.topic is None or "topic" in base.carried)
        unquoted = not (person or whether) and is_named(named, read)
        if (person or whether or unquoted or fragment.speaks) and alone.speaker and not alone.speaker_known:
            # Nobody of that name speaks here, which is better said than hidden.
            nobody = replace(
                slots,
                kind=QuestionKind.SAID,
                speaker=alone.speaker,
                speaker_known=False,
                speaker_is_role=False,
                described=None,
                topic=base.speaker if is_named_by(base.topic or "", named) else slots.topic,
                ambiguous=(),
                others=(),
            )
            on_them = carrying(replace(slots, topic=named, addressee=None), ("speaker", *kept))
            other = Followed(on_them, doubtful=True) if unquoted and base.speaker else None
            return Followed(carrying(nobody, ("topic", *kept)), otherwise=other)
    if base.topic and _TO_COME.fullmatch(named):
        # No article appeared then: "and next year?", "and in 2050?", after words on the levee.
        named = f"{_AT_LAST.sub('', base.topic)} {named}"
    on_this = Followed(carrying(replace(slots, topic=named, addressee=None), ("speaker", *kept)))
    if base.speaker and not (base.speaker_known or base.speaker_is_role or base.ambiguous) and past.quoting:
        # Who has no words here has none on this either: something else may be asked, of nobody.
        of_nobody = fact(question, read(question), past, speakers)
        return replace(on_this, otherwise=replace(of_nobody, doubtful=True))
    if (place := place_in(named)) is None or fragment.act is not Act.ABOUT:
        itself = body_itself(named, slots, speakers) if fragment.act is Act.ABOUT and base.topic else None
        # "And the Harbour Board?", after Quill's words on the levee: what she said of it, or else the Board.
        on_body = carrying(itself, ("topic", *kept)) if itself else None
        return replace(on_this, otherwise=Followed(on_body, doubtful=True)) if on_body else on_this
    # "And in Norland?" asks for words on Norland, wherever they were said; only then for those said there.
    on_place = carrying(replace(slots, topic=place, addressee=None), ("speaker", *kept))
    return Followed(on_place, otherwise=on_this)


def _is_the_topic(match: Match, topic: str | None, speakers: KnownSpeakers) -> bool:
    """Return whether a name means who was spoken of: "Brandt" is, where Ivo Brandt or Brandt was the topic."""
    names = {match.name, *match.ambiguous} - {None}
    return topic is not None and not names.isdisjoint(whom(topic, speakers))


def _asked_on(past: Past, speakers: KnownSpeakers) -> str | None:
    """Return the topic of a short question for somebody's words that was answered with words on anything else.

    After "What did Quill say about the levee?" and "What did the Reds say?", "and the Greens?" is on the levee, too.
    """
    turn, understood = past.known[-1]
    before = Past(Conversation(past.conversation.turns[:-1]), past.known[:-1])
    if not before.known or not before.conversation.turns:
        return None
    return last_topic(before) if is_on_the_same(turn.question, understood, before, speakers) else None


def _within_what_was_asked(slots: Understanding, past: Past, read: Understand) -> Understanding:
    """Leave out the bounds that "and before that?" took from the quotes shown: nobody asked for them."""
    for turn, understood in reversed(past.known):
        beyond = fragment_of(turn.question, read)
        if beyond is None or beyond.act not in (Act.LATER, Act.EARLIER):
            return replace(slots, since=understood.since, until=understood.until)
    return slots


def _after_a_fact(
    question: str,
    fragment: Fragment,
    past: Past,
    base: Understanding,
    read: Understand,
    speakers: KnownSpeakers,
) -> Followed | None:
    """Ask for words on what a question of fact was about, or ask that question of another place or person."""
    if (found := with_place(question, fragment.text, past, read)) is not None:
        return found
    if POSSESSIVE.fullmatch(fragment.text):
        return None  # "and Clinton's?" asks for something of hers, and not for words
    if (found := with_office(question, fragment, base, read)) is not None:
        return found
    if (found := with_person(question, fragment, past, base, read, speakers)) is not None:
        return found
    about = last_topic(past)
    a_body = BODY_WITH_ARTICLE.fullmatch(fragment.text) is not None
    alone = asked_alone(body_named(fragment.text, past, speakers) or fragment.text, past, read)
    speaks = speaks_by_its_kind(alone, speakers) and fragment.act is Act.ABOUT
    of_a_kind = bare(fragment.text.split()[-1]) in BODIES_OF_A_KIND | DOCUMENTS
    if not speaks or of_a_kind:
        thing = with_thing(question, fragment.text, past, read)
        if thing is not None or not speaks:
            return thing
    if not past.quoting or about is None:
        return None
    said = replace(alone, question=question, topic=about, source=base.source)
    near = past.answering if a_body and past.answering else None
    otherwise = fact(question, read(question), past, speakers)
    words = Followed(carrying(said, ("topic", "source")), near=near, otherwise=otherwise)
    return of_the_office_shown(fragment.text, words, past)


def _is_person(topic: str, speakers: KnownSpeakers) -> bool:
    return any(is_one_person(name, speakers) for name in whom(topic, speakers))
