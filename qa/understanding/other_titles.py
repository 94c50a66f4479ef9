"""Tell by the title that was typed before a surname who bears it: "Mrs Brandt" is not Tom Brandt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qa.datatypes import Speaker
from qa.language.lexicon.offices import HEADING
from qa.language.lexicon.titles import KIND_OF, PEERAGE, TITLES
from qa.speakers.callings import gender_of_title, titles_in
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import gender_of_speaker, match_speaker
from qa.speakers.names import parse_person
from qa.understanding.words import bare

Mentions = Callable[[str], bool]
"""Tell whether an archive has a typed name as a name, with capitals, even if it has no words of theirs."""


def is_surname(typed: str, speakers: KnownSpeakers) -> bool:
    """Return whether a trade is a speaker's surname: "Baker", or "Senator Baker", which is no senator's baker."""
    *before, last = typed.split()
    if before and (
        len(titles_in(typed)) < len(before) or bare(last) in TITLES or bare(before[-1]) in HEADING
    ):
        return False  # "the baker", "the prime minister", "the chief baker"
    return match_speaker(last, speakers).exact is not None  # "analysts" is no slip in "Analystis"


def is_of_other_title(
    typed: str, found: Sequence[str | None], speakers: KnownSpeakers, mentions: Mentions
) -> bool:
    """Return whether a title and a surname are typed that mean none of those whom the surname was taken for.

    What articles call people counts for more than what their given names show: a man may be called Andrea.
    """
    titles = titles_in(typed)
    if not titles or parse_person(typed).given:
        return False
    known = [speakers.speaker(name) for name in found if name]
    return bool(known) and all(
        each is not None and _is_called_otherwise(each, typed, titles[0], mentions) for each in known
    )


def _is_called_otherwise(speaker: Speaker, typed: str, title: str, mentions: Mentions) -> bool:
    names = (speaker.name, *speaker.aliases)
    if speaker.kind != "person" or any(title in titles_in(name) for name in names):
        return False
    if KIND_OF.get(title) == "royal":
        # Prince Ivo is not Ivo Quill; and "Ivo" alone may be the prince.
        return all(" " in name for name in names)
    wanted = gender_of_title(title)
    own = gender_of_speaker(speaker)
    if wanted is None or own == wanted:
        return False
    otherwise = mentions(f"{'Ms' if wanted == 'm' else 'Mr'} {typed.rsplit(maxsplit=1)[-1]}")
    if mentions(typed):
        # Articles speak of a Lady Vane and of a Mr Vane. Without a Ms Quill, "Mr Quill" is a man with a woman's name.
        return otherwise and (own is not None or title in PEERAGE)
    return otherwise or own is not None
