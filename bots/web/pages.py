"""Make each page: what stands on it for people, and the same as JSON, which is that of the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bots import contract
from bots.amounts import QUOTES, QUOTES_ON_SCREEN, SPEAKERS
from bots.archive_card import archive_card, card_for
from bots.endings import ending, taken_for
from bots.found_places import around, collected, found_object, place_object
from bots.overview_object import overview_object
from bots.shown_quotes import shown_quotes
from bots.web.addresses import asked, chosen_scope, first_row
from qa.answering.on_topic import newest_first
from qa.answering.pipeline import summary
from qa.answering.words_on import asking_for, words_of
from qa.answers import Answer, Outcome, Quote
from qa.archive.exact_words import holding
from qa.archive.quote_lookup import find_quote
from qa.archive.show_limit import article_text
from qa.archive.speaker_lookup import find_speaker, profile, quote_of
from qa.datatypes import Scope
from qa.errors import NotFoundError
from qa.settings import MAX_QUOTES
from qa.understanding.line import understood_line

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answering.overview.describing import ArchiveOverview
    from qa.archive.protocol import View

LONGEST_STRETCH = 100_000
"""Characters of an article on one page: a text may have fifty million."""
ANSWERED = "Answered, in the articles’ own words:"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: its `parameters`, of which outlets may be several, and the `name` in its path."""

    parameters: Mapping[str, str]
    sources: tuple[str, ...] = ()
    name: str = ""
    quotes: int = QUOTES
    """How many quotes to show at first."""
    as_data: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page for people, as a template with what it shows, and for programs; `quotes` are those that it shows."""

    template: str
    context: dict[str, object]
    data: contract.Json
    quotes: Sequence[Quote] = ()


def home(overview: ArchiveOverview) -> Page:
    return Page("home.html", {"card": archive_card(overview)}, overview_object(overview))


def ask(request: Asked, answerer: Answerer, view: View) -> Page:
    question = asked(request.parameters)
    scope = chosen_scope(request.parameters, request.sources)
    answer = answerer.ask(question, scope=scope)
    count = MAX_QUOTES if answer.understood.over_time else request.quotes
    shown = shown_quotes(answer, count)
    return Page(
        "ask.html",
        {
            "question": question,
            "scope": scope,
            "answer": answer,
            "status": ending(answer)
            or (ANSWERED if answer.outcome is Outcome.ANSWERED and not answer.sides else ""),
            "understood": understood_line(answer.understood),
            "taken_for": taken_for(answer),
            "shown": shown,
            "more": []
            if answer.outcome is Outcome.NOT_FOUND or answer.sides
            else answer.quotes[len(shown) :],
            "card": None if request.as_data else card_for(answer, view, answerer),
            "unknown": _unknown(view, scope),
            "count": count,
        },
        contract.answer_object(answer),
        _quotes_of(answer),
    )


def quote(request: Asked, answerer: Answerer, view: View) -> Page:
    found = find_quote(view, request.name)
    return Page("quote.html", {"quote": found}, contract.context_object(found), (found,))


def article(request: Asked, answerer: Answerer, view: View) -> Page:
    versions = [each for each in view.find_articles(request.name) if each.uid == request.name]
    versions = versions or view.kept_versions(request.name)
    if not versions:
        raise NotFoundError("No such article is in this archive. Was it removed, or is the address cut off?")
    version = versions[-1]
    text = version.article.text
    start = min(first_row(request.parameters), len(text))
    end = min(len(text), start + LONGEST_STRETCH)
    said = [each for each in view.attributions([version.key])[version.key] if start <= each[0].start < end]
    quotes = tuple(quote_of(version, record, name) for record, name in said)
    context = {"version": version, "article": version.article, "start": start, "end": end, "said": quotes}
    context["text"] = article_text(version, start, end)
    # The text stands for itself, so that it is looked up again where nobody is quoted in it.
    shown = (*quotes, Quote(version, 0, 0, 1.0))
    return Page("article.html", context, contract.article_object(version, said, start, end), shown)


def speakers(request: Asked, answerer: Answerer, view: View) -> Page:
    summary(view)
    everybody, start = view.speakers(), first_row(request.parameters)
    found = [profile(view, each) for each in everybody[start : start + SPEAKERS]]
    return Page(
        "speakers.html",
        {
            "profiles": found,
            "count": len(everybody),
            "start": start,
            "next": _next(start, SPEAKERS, len(everybody)),
        },
        {
            "schema": contract.SCHEMA,
            "count": len(everybody),
            "from": start,
            "speakers": [contract.profile_object(each) for each in found],
        },
        [each.best for each in found if each.best],
    )


def speaker(request: Asked, answerer: Answerer, view: View) -> Page:
    try:
        # A name of the archive's own is not read as a typed one, which may mean somebody else.
        found = profile(view, view.speaker(request.name) or find_speaker(view, request.name))
    except NotFoundError as error:
        raise NotFoundError(
            f"Nobody called “{request.name}” is quoted in these articles. The list of speakers has everybody who is."
        ) from error
    said = newest_first(words_of(view, asking_for(found.speaker.name), Scope(), in_passing=True))
    start = first_row(request.parameters)
    shown = said[start : start + QUOTES_ON_SCREEN]
    return Page(
        "speaker.html",
        {
            "profile": found,
            "said": shown,
            "count": len(said),
            "start": start,
            "next": _next(start, QUOTES_ON_SCREEN, len(said)),
        },
        {
            "schema": contract.SCHEMA,
            "speaker": contract.profile_object(found),
            "count": len(said),
            "from": start,
            "quotes": [contract.quote_object(each) for each in shown],
        },
        shown,
    )


def find(request: Asked, answerer: Answerer, view: View) -> Page:
    if not request.as_data and "q" not in request.parameters:
        return Page("find.html", {"words": "", "scope": Scope(), "found": None}, {})
    words = asked(request.parameters)
    scope = chosen_scope(request.parameters, request.sources)
    shown: list[Quote] = []

    def write(place: Quote, number: int) -> object:
        shown.append(place)
        return place_object(place, number)

    found = collected(holding(view, words, scope), QUOTES_ON_SCREEN, write)
    return Page(
        "find.html",
        {
            "words": words,
            "scope": scope,
            "found": found,
            "places": [(each, *around(each)) for each in shown],
            "unknown": _unknown(view, scope),
        },
        found_object(words, found),
        shown,
    )


def _quotes_of(answer: Answer) -> list[Quote]:
    return [*answer.quotes, *answer.related, *(quote for side in answer.sides for quote in side.quotes)]


def _next(start: int, size: int, count: int) -> int | None:
    """Return with which row the next page begins; None after the last."""
    return start + size if start + size < count else None


def _unknown(view: View, scope: Scope) -> list[str]:
    """Return the outlets of a scope that have no article: a misspelt one would look like an archive without answers."""
    known = {source.casefold() for source in view.sources()} if scope.sources else set()
    return [source for source in scope.sources if source.casefold() not in known]
