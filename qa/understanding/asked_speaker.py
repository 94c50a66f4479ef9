"""Find whom the words in the place of a speaker mean: a name, a role, somebody who is described."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qa.datatypes import Scope, Speaker
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.offices import GOVERNING, SPOKESPEOPLE
from qa.language.lexicon.places import LANDS, PLACES, SEATS
from qa.language.lexicon.reporting_nouns import DOCUMENTS
from qa.language.lexicon.roles import COMMON_KIN
from qa.language.patterns import regex
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.speakers.names import folded_words, is_group, parse_person
from qa.understanding.bearers import find_bearers, find_titled, of_an_officer, spouse_of
from qa.understanding.dates import FoundDate, bounds
from qa.understanding.described import Bearers, asked_for
from qa.understanding.other_titles import Mentions, is_of_other_title, is_surname
from qa.understanding.outlets import source_named
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.words import (
    bare,
    body_after_kind,
    ends_in_capitals,
    has_case,
    is_role,
    looks_like_speaker,
    names_nobody,
    says_what_somebody_is,
    without_kind,
    without_office,
    without_owner,
)

LONGEST_NAME = 200
_ARTICLE = regex(r"^(?:the|a|an)\s+(?=\S)")
_POINTED = regex(r"^(?:that|this)\s+(?=[A-Z])")
"""What stands before somebody's name in talk: "that Quill"."""
_APPOSED = regex(r"^(?:the|that|this|an?|his|her|its|their)\s+[^,]+,\s+(?P<name>(?:the\s+)?[A-Z][^,]*),?$")
"""Somebody by what they are, and then the name: "the writer, Ivo Brandt"."""


Occurs = Callable[[str], bool]
"""Tell whether an archive's articles have a word, spelt as it was typed."""


class AskedArchive(NamedTuple):
    """What of an archive a question is read with."""

    speakers: KnownSpeakers
    sources: Sequence[str]
    mentions: Mentions
    bearers: Bearers
    occurs: Occurs = lambda word: False


class AskedSpeaker(NamedTuple):
    """Whom a question asks for, as the fields of `Understanding` of these names have it."""

    name: str | None = None
    known: bool = True
    role: bool = False
    instead_of: tuple[str, ...] = ()
    described: str | None = None
    loosely: bool = False
    bearers: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()


def resolve_speaker(
    reading: Reading,
    question: str,
    archive: AskedArchive,
    sources: Sequence[str],
    dates: Sequence[FoundDate],
) -> AskedSpeaker | None:
    """Return whom a reading's speaker means, or None if the reading does not hold for this archive."""
    typed, cased = reading.speaker, has_case(question) or ends_in_capitals(reading.speaker, question)
    typed = _POINTED.sub("", typed)
    if not typed or len(typed) > LONGEST_NAME or names_nobody(typed, cased=cased):
        return None
    if (who := _described(typed, archive, dates)) is not None:
        return who if reading.needs < Needs.EXACT else None
    titled = find_titled(typed, archive.bearers)
    who = _looked_up(titled or typed, archive.speakers)
    if who.corrections and (archive.mentions(typed) or _is_a_word(typed, archive.occurs)):
        # "Hales" is somebody whom the articles name and do not quote, and no slip for Halls, whom they quote.
        who = AskedSpeaker(_ARTICLE.sub("", typed), known=False)
    if not titled and not who.known and not who.role:
        who = _named_after(typed, archive.speakers) or _government(typed, archive.speakers) or who
    if is_of_other_title(typed, who.ambiguous or (who.name,), archive.speakers, archive.mentions):
        who = AskedSpeaker(_ARTICLE.sub("", typed), known=False)
    if _is_what_office_is_of(typed, who, archive.speakers):
        who = AskedSpeaker(_ARTICLE.sub("", typed), known=False, role=True)
    # "Marco Rubio" is a name and no topic, and so is "Brandt Hale" where "Hale" may be Ada Brandt Hale or Ivo Hale.
    about = set(map(bare, reading.topic.split()))
    names = (who.name or "", *who.ambiguous)
    if reading.guessed and any(about <= set(map(bare, name.split())) for name in names):
        return None
    # "Ada Quill" is not what Ivo Quill says on Ada.
    if reading.guessed and _is_given_name(reading.topic, typed, question, archive.speakers):
        return None
    if reading.person and not _is_person(typed, who, archive.speakers):
        return None
    if who.known:
        return who if reading.needs < Needs.EXACT or not who.corrections else None
    if reading.needs < Needs.EXACT and source_named(typed, sources):
        return who
    if reading.needs > Needs.MENTIONED or not looks_like_speaker(typed, cased=cased):
        return None
    if reading.needs is Needs.MENTIONED and (who.role or not archive.mentions(typed)):
        return None
    return who


def _is_a_word(typed: str, occurs: Occurs) -> bool:
    """Return whether articles have as a word what was taken for a slip in a name: "the stage" is no State.

    With a capital and without "the" a name is meant: "Stevenz" may stand in an article once more.
    """
    plain = _ARTICLE.sub("", typed)
    return " " not in plain and (plain.islower() or plain != typed) and occurs(plain)


def _is_what_office_is_of(typed: str, who: AskedSpeaker, speakers: KnownSpeakers) -> bool:
    """Return whether an office was asked for, and only what follows "of" was found as a speaker, or as several.

    "The chief of the board" is not the board, and "the mayor of Hale" is neither Ivo Hale nor Hale Orsa.
    """
    office, of, place = typed.partition(" of ")
    names = who.ambiguous or ((who.name,) if who.name and who.known else ())
    if not names or not of or asked_for(typed) is None:
        return False
    head = bare(office.split()[-1]) if office.split() else ""
    return all(_is_that(place, head, speakers.speaker(name)) for name in names)


def _is_that(place: str, head: str, found: Speaker | None) -> bool:
    if found is None:
        return False
    named_so = head in map(bare, found.name.split())
    words = folded_words(_ARTICLE.sub("", place))
    if found.kind != "group" and words != folded_words(found.name):
        # But "the president of Dene Ada Quill" is, and "Bishop of Hale" may be how articles name somebody.
        return len(words) == 1 and words[0] in folded_words(found.name) and not named_so
    return head not in SPOKESPEOPLE and not named_so


def _is_given_name(topic: str, typed: str, question: str, speakers: KnownSpeakers) -> bool:
    """Return whether one word before a surname makes somebody else's full name of it, or a surname after a word."""
    if " " not in topic and f"{typed} {topic}".casefold() in question.casefold():
        # "Ivo Brandt" is not what a man who is called Ivo alone says on Brandt.
        return match_speaker(f"{typed} {topic}", speakers).speaks
    full = f"{topic} {typed}"
    if " " in topic or full.casefold() not in question.casefold():
        return False
    if match_speaker(full, speakers).exact is not None:
        return True
    word = bare(topic)
    named = gender_of(word) is not None or (topic[:1].isupper() and topic[1:].islower())
    return named and word not in PLACES | LANDS | ORGANISATIONS


def _named_after(typed: str, speakers: KnownSpeakers) -> AskedSpeaker | None:
    """Return who is named after an office, or after whose or what they are: "Harwick's Ada Quill"; only if known."""
    name = without_office(typed)
    # "The Norland interior ministry" is not the one ministry that speaks.
    if name and bare(name) not in GROUP_NOUNS | BODIES and _is_found(who := _looked_up(name, speakers)):
        return who
    for name in filter(None, (without_owner(typed), without_kind(typed))):
        if _is_found(who := _looked_up(name, speakers)):
            # "Dene's Foreign Office" may be another Dene's.
            return who if _is_person(name, who, speakers) else None
    body = body_after_kind(typed)
    if body and _is_found(who := _looked_up(body, speakers)) and not _is_person(body, who, speakers):
        return who
    apposed = _APPOSED.match(typed)
    found = _looked_up(apposed["name"], speakers) if apposed else None
    return found if found is not None and _is_found(found) else None


def _is_found(who: AskedSpeaker) -> bool:
    return who.known and not who.corrections


def _government(typed: str, speakers: KnownSpeakers) -> AskedSpeaker | None:
    """Return whom a seat of government stands for, or a country where only its seat speaks: China for "Beijing"."""
    name = bare(_ARTICLE.sub("", typed))
    names = next(((nation, *seats) for nation, seats in SEATS.items() if name in (nation, *seats)), ())
    found = (_looked_up(each, speakers) for each in names if each != name)
    return next((who for who in found if who.known and not who.corrections and not who.ambiguous), None)


def _described(typed: str, archive: AskedArchive, dates: Sequence[FoundDate]) -> AskedSpeaker | None:
    """Return who fits a phrase that says what somebody is; None for a name, and where nobody fits."""
    asked = asked_for(typed)
    if asked is None or is_surname(typed, archive.speakers):
        return None
    since, until = bounds(list(dates))
    scope = Scope(since=since, until=until)
    found = (
        find_bearers(asked, archive.bearers, scope)
        or of_an_officer(typed, archive.bearers, scope)
        or spouse_of(typed, archive.bearers, archive.speakers, scope)
    )
    plain = _ARTICLE.sub("", typed)
    if len(found) > 1 or (found and asked.several):
        names = tuple(one.name for one in found if one.speaks)
        return AskedSpeaker(plain, known=False, role=True, described=plain, bearers=names) if names else None
    if not found:
        return None
    one, match = found[0], match_speaker(found[0].name, archive.speakers)  # "Stevens" is no slip for "Steven"
    name = one.name if one.speaks else None if match.corrected else match.name
    # "The dancer" need not be the one whom an article calls so, who says nothing; nor is "Quill's son Ivo" every Ivo.
    bare_role = len(asked.words) == 1 and (asked.head not in GOVERNING or bool(match.corrected))
    if not one.speaks and (bare_role or (" " not in one.name and gender_of(bare(one.name)) is not None)):
        return None
    return AskedSpeaker(name or one.name, known=name is not None, described=plain, loosely=one.once)


def of_dominant(who: AskedSpeaker, speakers: KnownSpeakers) -> AskedSpeaker:
    """Take the namesake who speaks far more often, where no topic can tell who is meant."""
    name = dominant(who.ambiguous, speakers)
    if name is None:
        return who
    return AskedSpeaker(name, instead_of=tuple(each for each in who.ambiguous if each != name))


def _is_person(typed: str, who: AskedSpeaker, speakers: KnownSpeakers) -> bool:
    """Whether a person of the archive is meant, by surname or full name: "May" is, "Theresa" alone is not."""
    if who.ambiguous:
        return True
    known = speakers.speaker(who.name) if who.name else None
    kind = known.kind if known else None
    surnames = [bare(part) for part in (who.name or "").split()[-1:]]
    return kind == "person" and (len(typed.split()) > 1 or bare(typed) in surnames)


def names_several(typed: str, speakers: KnownSpeakers) -> bool:
    """Tell whether a phrase names two speakers, and not one with "and" in the name."""
    first, joined, second = typed[:LONGEST_NAME].partition(" and ")
    if not joined or match_speaker(typed, speakers).name:
        return False
    return all(_looked_up(part, speakers).known for part in (first, second))


def _looked_up(typed: str, speakers: KnownSpeakers) -> AskedSpeaker:
    match = match_speaker(typed, speakers)
    plain = _ARTICLE.sub("", typed)
    role = is_role(typed)
    # A role is spelt as it is: "voters" must not become somebody called Voters, nor "the friend" Lea Fried.
    if match.corrected and (role or (plain.islower() and says_what_somebody_is(plain))):
        return AskedSpeaker(plain, known=False, role=True)
    several = match.corrected and _are_several(plain, match.name)
    if several or _is_no_surname(typed, plain, match.name, speakers):
        return AskedSpeaker(plain, known=False, role=True)
    if match.ambiguous and role and plain.islower():
        # "The police", of three towns.
        return AskedSpeaker(plain, known=False, role=True, bearers=match.ambiguous)
    if match.name and plain in DOCUMENTS and plain != match.name:
        return AskedSpeaker(plain, known=False)  # "the report" of an article need not be the Dene Report
    if match.ambiguous:
        return AskedSpeaker(plain, ambiguous=match.ambiguous)
    if match.name is None and (numbered := _numbered(plain, speakers)):
        return AskedSpeaker(numbered)
    if match.name is None:
        return AskedSpeaker(plain, known=False, role=role)
    return AskedSpeaker(match.name, corrections=((plain, match.name),) if match.corrected else ())


def _is_no_surname(typed: str, plain: str, name: str | None, speakers: KnownSpeakers) -> bool:
    """Return whether a name is meant as a noun: "the singer" is not Rena Singer, nor "the charity" Charity Quill."""
    if not name or plain == typed or " " in plain or not plain.islower():
        return False
    known, given = speakers.speaker(name), plain == bare(name.split()[0]) and gender_of(plain) is None
    noun = given or is_role(plain) or says_what_somebody_is(plain)
    named = " " in name or plain in COMMON_KIN  # "the dad" is not the one whom a headline calls Dad
    return noun and named and known is not None and known.kind == "person"


def _numbered(typed: str, speakers: KnownSpeakers) -> str | None:
    """Return who has the typed full name with a number after it, which few type: "Ada Quill III"."""
    if not parse_person(typed).given or is_group(typed):
        return None
    matches = [match_speaker(f"{typed} {number}", speakers) for number in ("II", "III", "IV")]
    names = {match.exact for match in matches if match.exact}
    return names.pop() if len(names) == 1 else None


def _are_several(typed: str, name: str | None) -> bool:
    """Return whether a small plural was taken for a slip in a name: "advertisers" for the Dene Advertiser."""
    plural = typed.islower() and " " not in typed and typed.endswith("s")
    return plural and typed[:-1] in folded_words(name or "")
