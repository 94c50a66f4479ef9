"""Show who speaks in the archive: the list, and one speaker with what they say about what and when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bots import contract
from bots.amounts import QUOTES_ON_SCREEN, ROLES, SPEAKERS
from bots.topic_wording import role_in_words
from bots.web.addresses import first_row
from bots.web.over_time import bars_of
from bots.web.pages.page import Asked, Page, next_row
from bots.wording import NO_SOURCE
from qa.answering.topics.everything_on_topic import newest_first
from qa.answering.topics.words_on_topic import asking_for, words_of
from qa.archive.corpus_summary import summary
from qa.archive.roles import roles_of
from qa.archive.speaker_lookup import find_speaker, profile, topics_of
from qa.datatypes import Scope
from qa.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.answering.answerer import Answerer
    from qa.answers import Quote
    from qa.archive.protocol import View
    from qa.archive.speaker_lookup import Profile

MOST_NAMED = 8
"""How many topics, and how many outlets, a speaker's page names."""


def speakers(request: Asked, answerer: Answerer, view: View) -> Page:
    summary(view)
    everybody, start = view.speaker_count(), first_row(request.parameters)
    found = [profile(view, each) for each in view.most_quoted(SPEAKERS, start=start)]
    return Page(
        "speakers.html",
        {
            "profiles": found,
            "count": everybody,
            "start": start,
            "next": next_row(start, SPEAKERS, everybody),
        },
        {
            "schema": contract.SCHEMA,
            "count": everybody,
            "from": start,
            "speakers": [contract.profile_object(each) for each in found],
        },
        [each.best for each in found if each.best],
    )


def speaker(request: Asked, answerer: Answerer, view: View) -> Page:
    found = _profile(view, request.name)
    name = found.speaker.name
    everything = newest_first(words_of(view, asking_for(name), Scope(), in_passing=True))
    about = request.parameters.get("about", "").strip()
    said = [quote for quote in everything if not about or about in _topics(quote)]
    if about and not said:
        raise NotFoundError(
            f"No quote of {name} is filed under “{about}”. Their page lists what they speak about."
        )
    start = first_row(request.parameters)
    shown = said[start : start + QUOTES_ON_SCREEN]
    context: dict[str, object] = {
        "profile": found,
        "about": about,
        "said": shown,
        "count": len(said),
        "start": start,
        "next": next_row(start, QUOTES_ON_SCREEN, len(said)),
        "roles": [] if start or about or request.as_data else _roles(view, found),
        "bars": bars_of(said),
        "topics": _counted(topic for quote in everything for topic in _topics(quote) if topic != name),
        "outlets": _counted(quote.version.article.source or NO_SOURCE for quote in said),
    }
    data = {
        "schema": contract.SCHEMA,
        "speaker": contract.profile_object(found),
        "count": len(said),
        "from": start,
        "quotes": [contract.quote_object(each) for each in shown],
    }
    return Page("speaker.html", context, data, shown)


def _profile(view: View, typed: str) -> Profile:
    try:
        # A name of the archive's own is not read as a typed one, which may mean somebody else.
        return profile(view, view.speaker(typed) or find_speaker(view, typed))
    except NotFoundError as error:
        raise NotFoundError(
            f"Nobody called “{typed}” is quoted in these articles. The list of speakers has everybody who is."
        ) from error


def _topics(quote: Quote) -> list[str]:
    return topics_of(quote.attribution) if quote.attribution else []


def _roles(view: View, found: Profile) -> list[str]:
    return list(dict.fromkeys(map(role_in_words, roles_of(view, found.speaker))))[:ROLES]


def _counted(names: Iterable[str]) -> Sequence[tuple[str, int]]:
    """Return the most frequent names, each with how often it occurs."""
    ordered = sorted(Counter(names).items(), key=lambda each: (-each[1], each[0]))
    return ordered[:MOST_NAMED]
