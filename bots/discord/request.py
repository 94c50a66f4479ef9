"""Say what is asked, where and by whom, and how it is answered with a library that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bots.archive_card import ArchiveCard, card_for
from bots.discord.policy import Place
from bots.questions_to import question_to
from qa.answers import Answer
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import Scope, Speaker
from qa.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

Work = Callable[["Answerer", "View"], Answer]


@dataclass(frozen=True, slots=True)
class Request:
    """A question to be answered, with its place and its bounds.

    `heading` stands above the answer where the question is not visible otherwise. `before` is the conversation so
    far; None begins a new one. `speaker` and the scope's sources are as a person typed them.
    """

    question: str
    place: Place
    private: bool = False
    heading: str = ""
    speaker: str | None = None
    scope: Scope = field(default_factory=Scope)
    newest: bool = False
    before: Conversation | None = None


def asking(request: Request) -> Work:
    """Return a function that asks the question, after resolving the speaker and the sources that were typed."""

    def work(answerer: Answerer, snapshot: View) -> Answer:
        scope = replace(request.scope, sources=_known_sources(request.scope.sources, snapshot))
        question = request.question
        if request.speaker:
            name = speaker_named(snapshot, request.speaker).name
            question = question_to(answerer, snapshot, question, name)
        return answerer.ask(question, conversation=request.before, scope=scope, newest=request.newest)

    return work


def _known_sources(typed: Sequence[str], snapshot: View) -> tuple[str, ...]:
    known = {source.casefold(): source for source in snapshot.sources()} if typed else {}
    for source in typed:
        if source.casefold() not in known:
            raise UsageError(f"There is no source called “{source}”. /sources lists them.")
    return tuple(known[source.casefold()] for source in typed)


def speaker_named(snapshot: View, typed: str) -> Speaker:
    """Return the speaker that a typed name means.

    Raises:
        UsageError: If there is no such speaker, or several may be meant.
    """
    from qa.archive.speaker_lookup import find_speaker

    try:
        return find_speaker(snapshot, typed)
    except NotFoundError:
        raise UsageError(f"There is no speaker called “{typed}”. /speakers lists them.") from None


def with_archive(work: Work) -> Callable[[Answerer, View], tuple[Answer, ArchiveCard | None]]:
    """Return work that also looks what is in the archive, if that was asked."""

    def both(answerer: Answerer, snapshot: View) -> tuple[Answer, ArchiveCard | None]:
        answer = work(answerer, snapshot)
        return answer, card_for(answer, snapshot, answerer)

    return both
