"""Tell which of several people of one name is meant, and which body "the company" is, by who was talked of before."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.noun_phrases import begins_sentence
from qa.conversation.earlier.past import Past, carrying, heard
from qa.conversation.pronouns.names_in_small_letters import full_in
from qa.conversation.pronouns.pronouns import named_in
from qa.language.lexicon.follow_up_words import THE_BODY
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.places import LANDS
from qa.language.lexicon.titles import FEMALE_TITLES, MALE_TITLES, TITLES
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import known_speaker, match_speaker
from qa.understanding.words import bare


def _of_the_same_house(
    understood: Understanding, past: Past, speakers: KnownSpeakers
) -> Understanding | None:
    """Return the question for who was talked of by a given name, where that is a stranger's surname too.

    After "What did Ada Brandt say about her son Marsh?", "what does Marsh say?" asks Marsh Brandt, not Rosa Marsh.
    """
    name = understood.speaker or ""
    given = name.split()[-1:]
    if (
        understood.kind is not QuestionKind.SAID
        or " " not in name
        or understood.ambiguous
        or understood.described
    ):
        return None
    if not given or bare(given[0]) not in {bare(word) for word in understood.question.split()}:
        return None
    if bare(name.split()[0]) in {bare(word) for word in understood.question.split()}:
        return None
    for _, each in reversed(past.known):
        house = (each.speaker or "").split()[-1:]
        named = {bare(word) for word in (each.topic or "").split()}
        if not house or bare(given[0]) not in named or house == given:
            continue
        other = speakers.speaker(f"{given[0]} {house[0]}")
        if other is not None and other.name != each.speaker:
            meant = replace(
                understood, speaker=other.name, speaker_known=True, instead_of=(name,), bearers=()
            )
            return carrying(meant, understood.carried)
    return None


def another_shown(name: str, question: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return who was shown with a surname that a question has alone, where the archive knows it as somebody else's.

    "And Hale?", after a quote that tells of Rosa Hale, asks nothing of Tom Hale, who alone has words here.
    """
    typed = {bare(word) for word in question.split()}
    given, _, last = name.rpartition(" ")
    if not given or bare(last) not in typed or bare(given.split()[0]) in typed:
        return None
    if (known := speakers.speaker(name)) is None or known.kind != "person":
        return None
    shown = [turn for turn in past.conversation.turns if turn.answered]
    asked = {each.speaker for _, each in past.known}
    if name in asked or any(name in turn.answer or name in turn.speakers for turn in shown):
        return None
    for turn in reversed(shown):
        for match in re.finditer(rf"\b[A-Z][\w’'-]+ {re.escape(last)}\b", turn.answer):
            if bare(match[0].split()[0]) not in TITLES and not begins_sentence(turn.answer, match.start()):
                return match[0]
    return None


def _of_another_shown(understood: Understanding, past: Past, speakers: KnownSpeakers) -> Understanding | None:
    if understood.kind is not QuestionKind.SAID or not understood.speaker_known or understood.ambiguous:
        return None
    name = another_shown(understood.speaker or "", understood.question, past, speakers)
    if name is None or understood.described:
        return None
    known = speakers.speaker(name) is not None
    meant = replace(understood, speaker=name, speaker_known=known, instead_of=(), bearers=())
    return carrying(meant, understood.carried)


def of_those_talked_of(followed: Followed, past: Past, speakers: KnownSpeakers) -> Followed:
    """Take the one of several namesakes who was asked for or shown before, or whose other name was typed before.

    After "what did Ada Quill say about Brandt?", "no, I mean Ivo" is Ivo Brandt, and no other Ivo.
    """
    understood = followed.understood
    if (relative := _of_the_same_house(understood, past, speakers)) is not None:
        return replace(followed, understood=relative)
    if (another := _of_another_shown(understood, past, speakers)) is not None:
        return replace(followed, understood=another)
    names, typed = understood.ambiguous, {bare(word) for word in (understood.speaker or "").split()}
    if not names or understood.kind is not QuestionKind.SAID:
        return followed
    if _is_whole_name_again(understood, past):
        others = tuple(name for name in names if name != understood.speaker)
        chosen = replace(understood, speaker_known=True, ambiguous=(), instead_of=others, bearers=())
        return replace(followed, understood=carrying(chosen, understood.carried))
    told = " ".join(f"{each.standalone} {each.topic or ''} {each.speaker or ''}" for _, each in past.known)
    said = {bare(word) for word in told.split()}
    likely = [name for name in names if ({bare(word) for word in name.split()} - typed) & said]
    if not likely:  # "Ada Hale, who runs the pier": she stood in what was shown
        answers = past.shown_answers
        # "President Quill" is how a text calls any Quill who is one, and tells none of them from the others.
        told_apart = [name for name in names if bare(name.split()[0]) not in TITLES]
        likely = [name for name in told_apart if any(name in answer for answer in answers)]
    if len(likely) != 1:
        return followed
    others = tuple(name for name in names if name != likely[0])
    meant = replace(
        understood, speaker=likely[0], speaker_known=True, ambiguous=(), instead_of=others, bearers=()
    )
    return replace(followed, understood=carrying(meant, understood.carried))


def _is_whole_name_again(understood: Understanding, past: Past) -> bool:
    """Tell whether a name that others bear too is somebody's whole one, given again after "which one?".

    Who is only "Ned" in the archive has no fuller name to be asked for by, beside Ned Hale.
    """
    last, names = past.last, understood.ambiguous
    if last is None or understood.speaker not in names:
        return False
    chosen = (last.speaker, *last.instead_of) if last.speaker == understood.speaker else ()
    return set(names) <= {*last.ambiguous, *chosen}


BODY_WITH_ARTICLE = regex(rf"\bth(?:e|is|at)\s+(?P<noun>{'|'.join(sorted(THE_BODY))})\b", re.IGNORECASE)


_CALLED_SO = frozenset("police court army council ministry government".split())
"""Bodies that have it in their name what they are; a company, a party or a bank often has not."""


def body_named(phrase: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return which body "the bank" means, of "and the bank?"; None for any other phrase."""
    match = BODY_WITH_ARTICLE.fullmatch(phrase)
    return body_meant(match["noun"].casefold(), past, speakers) if match and past.quoting else None


def body_meant(noun: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return which body "the company" means: the one that was asked for or named last in a question; None for none.

    A council is not the company, and a country neither. "The police" are nobody that is not called so.
    """
    for turn, understood in reversed(past.known):
        asked = understood.speaker if not understood.ambiguous else None
        for name in filter(None, (asked, *named_in(turn, understood))):
            known = known_speaker(name, speakers)
            if known is None or known.kind != "group":
                continue
            last = known.name.split()[-1].casefold()
            if last == noun or (noun in _CALLED_SO and noun in known.name.casefold().split()):
                return known.name
            if noun not in _CALLED_SO and not (
                last in GROUP_NOUNS | THE_BODY or known.name.casefold() in LANDS
            ):
                return known.name
    return None


def asked_alone(named: str, past: Past, read: Understand) -> Understanding:
    """Read a name as that of who is asked: "the government" as the one of what was shown, where several speak."""
    alone = read(f"What did {named} say?")
    match = BODY_WITH_ARTICLE.fullmatch(named) if past.answering else None
    noun = match["noun"].lower() if match else ""
    another = is_of_another_kind(alone.speaker, noun) or is_elsewhere(alone.speaker, noun, past)
    if not (match and (alone.ambiguous or another)):
        return alone
    return replace(alone, speaker=noun, speaker_is_role=True, ambiguous=()) if noun else alone


def is_elsewhere(name: str | None, noun: str, past: Past) -> bool:
    """Return whether a body has more to its name and was neither asked nor shown: "the police" are no Orsa Police."""
    longer = name is not None and noun in name.casefold().split() and " " in name
    return longer and bool(past.answering) and name not in heard(past)


def is_of_another_kind(name: str | None, noun: str) -> bool:
    """Return whether a name has a noun only beside what it is: "Union Trust" is no union, "Bank of Dene" a bank."""
    words = re.split(r"\s+(?:of|for)\s+", (name or "").casefold())[0].split()
    return noun.casefold() in words[:-1]


_MOST_NAMES = 3


def is_named(named: str, read: Understand) -> bool:
    """Return whether a name is somebody's whom the articles name and do not quote: "hale", of a text on "Rosa Hale"."""
    if not 1 <= len(named.split()) <= _MOST_NAMES:
        return False
    asked = read(f"quotes by {named}")  # of nobody, where articles have no such name
    nobody = asked.speaker_known or asked.speaker_is_role or asked.described or asked.ambiguous
    return asked.kind is QuestionKind.SAID and asked.speaker == named and not nobody


_FIRMS = frozenset(
    "company firm operator manufacturer retailer airline maker carrier chain group bank newspaper magazine".split()
)


def firm_meant(noun: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return which firm "the company" may mean that an archive takes for somebody: one of one name, that was talked of.

    After "What did the judge say about Vantor?" it is Vantor, unless what was shown has a Mr or an Ada Vantor.
    """
    titles = "|".join(sorted(MALE_TITLES | FEMALE_TITLES))
    shown = " ".join(past.shown_answers)
    for turn, understood in reversed(past.known if noun in _FIRMS else ()):
        for name in named_in(turn, understood):
            known = speakers.speaker(match_speaker(name, speakers).name or "")
            if (
                known is None
                or " " in known.name
                or known.kind != "person"
                or known.name == understood.speaker
            ):
                continue
            if not re.search(rf"\b(?:{titles})\.?\s+{re.escape(known.name)}\b", shown, re.I):
                return None if full_in(shown, known.name) else known.name
    return None


def without_ending(named: str, speakers: KnownSpeakers) -> str:
    """Return a name without a possessive ending that was typed without its mark: "quill" of "and quills"."""
    bare_name = named[:-1]
    if not named.endswith("s") or match_speaker(named, speakers).ambiguous:
        return named
    known = speakers.speaker(match_speaker(named, speakers).name or "")
    if known is not None and named.casefold() in (each.casefold() for each in (known.name, *known.aliases)):
        return named
    match = match_speaker(bare_name, speakers)
    people = [speakers.speaker(name) for name in (match.name, *match.ambiguous) if name]
    person = people and not match.corrected and all(each and each.kind == "person" for each in people)
    return bare_name if person else named
