"""Take questions, and turn their answers into messages; `sending.py` sends them."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord

from bots.amounts import QUOTES
from bots.archive_card import ArchiveCard
from bots.beside_answer import related_heading
from bots.discord import cards
from bots.discord.archive_card import archive_embed
from bots.discord.found_again import found_again
from bots.discord.limits import BUTTONS_IN_A_ROW
from bots.discord.own_texts import own_text
from bots.discord.policy import NotAllowed, Place, Policy
from bots.discord.related import related
from bots.discord.request import Request, Work, asking, with_archive
from bots.discord.service import AnswerService
from bots.discord.shown import Shown, ShownQuote, new_id
from bots.discord.side_by_side import side_by_side
from bots.discord.state import State
from bots.discord.views import buttons
from bots.endings import offered
from bots.wording import who
from qa.answers import Answer, Meta, Outcome, Quote
from qa.archive.quote_lookup import find_quote
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import Scope
from qa.errors import InputProblem, NoIndexError, NotFoundError, UsageError

if TYPE_CHECKING:
    from qa.archive.protocol import View

MAX_CHOICES = BUTTONS_IN_A_ROW
TOO_OLD = "This answer is too old for its buttons. Ask again."


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to be sent. `shown` is the answer in it, if any."""

    content: str
    embeds: tuple[discord.Embed, ...] = ()
    view: discord.ui.View | None = None
    shown: Shown | None = None

    def parts(self) -> dict[str, Any]:
        """Return the arguments with which discord.py sends this message, with mentions switched off."""
        parts: dict[str, Any] = {
            "content": self.content,
            "embeds": list(self.embeds),
            "allowed_mentions": discord.AllowedMentions.none(),
        }
        if self.view is not None:
            parts["view"] = self.view
        return parts


class Desk:
    """Takes questions, and finds earlier answers again when a button under them is pressed."""

    def __init__(self, service: AnswerService, state: State, policy: Policy) -> None:
        self.service = service
        self.state = state
        self.policy = policy

    def take(self, request: Request, work: Work | None = None) -> Coroutine[Any, Any, Reply]:
        """Accept a question at once, and return a coroutine that gives the reply.

        Args:
            work: How to answer, if not by asking the question.

        Raises:
            NotAllowed: If nothing may be asked here.
            Refused: If the question is not accepted now; or, when awaited, because the answer took too long.
        """
        place = request.place
        library = self.policy.library(place)
        waiting = self.service.answer(
            with_archive(work or asking(request)),
            library=library,
            person=place.person,
            guild=place.guild,
            per_person=self.policy.per_person(place),
        )
        return self._answered(request, library, waiting)

    async def _answered(
        self, request: Request, library: str, waiting: Coroutine[Any, Any, tuple[Answer, ArchiveCard | None]]
    ) -> Reply:
        answer, archive = await waiting
        these, page = cards.plan(answer)
        before = request.before or Conversation()
        # "Thanks!" is no turn: "more" after it goes on from the question before.
        now = before if answer.outcome is Outcome.META else before.after(answer, shown=page)
        heading = related_heading(answer)
        shown = Shown(
            id=new_id(),
            library=library,
            question=request.question,
            standalone=answer.understood.standalone or request.question,
            scope=request.scope,
            quotes=tuple(
                ShownQuote(card.quote.id, card.who, card.colour, card.remark, card.quote.context)
                for card in these
            ),
            person=request.place.person,
            guild=request.place.guild,
            channel=request.place.here,
            private=request.private,
            page=page,
            conversation=now.to_json(),
            choices=offered(answer)[:MAX_CHOICES],
            related=tuple(ShownQuote(each.id, who(each), cards.GREY, heading) for each in answer.related),
        )
        await self.service.aside(self.state.keep, shown)
        head = "\n".join(
            filter(None, (cards.head(answer, asked=request.heading), self._own_text(answer, request)))
        )
        below = archive_embed(archive) if archive else _below(shown, answer.related)
        return _reply(head, shown, these[:page], page=0, below=below)

    def _own_text(self, answer: Answer, request: Request) -> str:
        """Return what people who manage the server want below a greeting, or where nothing was found."""
        if answer.meta is Meta.GREETING:
            return own_text(self.policy.text(request.place, "greeting"))
        nothing = answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST) and not answer.choices
        return own_text(self.policy.text(request.place, "not found")) if nothing else ""

    async def unasked(self, head: str, question: str, card: cards.Card, place: Place, library: str) -> Reply:
        """Return a message with one quote that nobody asked for just now, with working buttons."""
        shown = Shown(
            id=new_id(),
            library=library,
            question=question,
            standalone=question,
            scope=Scope(),
            quotes=(ShownQuote(card.quote.id, card.who, card.colour, card.remark),),
            person=place.person,
            guild=place.guild,
            channel=place.here,
            private=False,
            page=1,
        )
        await self.service.aside(self.state.keep, shown)
        return _reply(head, shown, [card], page=0)

    async def shown_to(self, shown_id: str, place: Place) -> Shown:
        """Return an earlier answer for somebody who pressed one of its buttons or sent one of its forms.

        Raises:
            NotAllowed: If the answer is no longer known, they cannot have seen it, or its library may not be asked
                here.
        """
        shown = await self.shown(shown_id)
        if shown is None or not _may_press(shown, place):
            raise NotAllowed(TOO_OLD)
        self.policy.require(place, shown.library)
        return shown

    async def shown(self, shown_id: str) -> Shown | None:
        return await self.service.aside(self.state.shown, shown_id)

    async def page(self, shown: Shown, page: int, place: Place, head: str, *, seen: bool) -> Reply:
        """Return a message with one page of an answer's quotes.

        Args:
            page: From 0.
            seen: Whether these quotes count as shown in the conversation, so that "more" goes on after them.

        Raises:
            UsageError: If there is no such page.
        """
        first = page * shown.page
        these = shown.quotes[first : first + shown.page]
        if not these:
            raise UsageError("There are no more quotes.")
        beside = shown.related if page == 0 else ()
        found = await self.quotes(shown, [*these, *beside], place)
        numbered = [
            cards.Card(quote, look.who, number, look.colour, look.remark)
            for number, (quote, look) in enumerate(zip(found, these, strict=False), first + 1)
        ]
        if seen:
            await self.service.aside(self.state.set_conversation, shown.id, _seen(shown, first + len(these)))
        return _reply(head, shown, numbered, page=page, below=_below(shown, found[len(these) :]))

    async def quote(self, shown: Shown, number: int, place: Place) -> tuple[Quote, ShownQuote]:
        """Return one of an answer's quotes, counted from 0. Raises UsageError if there is no such quote."""
        if not 0 <= number < len(shown.quotes):
            raise UsageError("There is no such quote.")
        look = shown.quotes[number]
        return (await self.quotes(shown, [look], place))[0], look

    async def quotes(self, shown: Shown, these: Sequence[ShownQuote], place: Place) -> list[Quote]:
        def find(snapshot: View) -> list[Quote]:
            return [found_again(snapshot, each) for each in these]

        return await self.service.look(find, library=shown.library, person=place.person, guild=place.guild)

    async def is_there(self, shown: Shown) -> bool:
        """Return whether the library still holds all that an answer shows: it may have been purged since.

        Raises:
            QAError: If the library is there and cannot be read.
        """

        def find(snapshot: View) -> None:
            for each in (*shown.quotes, *shown.related):
                find_quote(snapshot, each.id)

        try:
            await self.service.look_again(find, library=shown.library)
        except (NotFoundError, NoIndexError):
            return False
        return True

    async def conversation(self, shown_id: str, place: Place) -> Conversation | None:
        """Return the conversation up to an answer, with the pages that were turned since then."""
        return self._continued(await self.shown(shown_id), place)

    async def replied_to(self, message: int, place: Place) -> Conversation | None:
        """Return the conversation that a message belongs to, if the message holds an answer."""
        return self._continued(await self.service.aside(self.state.shown_in, message), place)

    async def last_in(self, place: Place) -> Conversation | None:
        """Return the conversation of a thread or of direct messages, as their last public answer left it."""
        shown = await self.service.aside(self.state.last_shown, place.here)
        if shown is None and place.thread is not None:
            # Nothing was asked in the thread yet: it goes on from the message that it was opened from.
            shown = await self.service.aside(self.state.shown_in, place.thread)
        return self._continued(shown, place)

    def _continued(self, shown: Shown | None, place: Place) -> Conversation | None:
        """Return the conversation of an answer for somebody who may have seen it, where its library is still asked.

        Its names and topics are those of its library; another one's reader must not learn them.
        """
        if shown is None or not _may_press(shown, place) or not self.policy.asks(place, shown.library):
            return None
        return _conversation(shown)


def _conversation(shown: Shown) -> Conversation | None:
    try:
        return Conversation.from_json(shown.conversation)
    except InputProblem:
        # Written by another release: the earlier turns are dropped, and the question stands alone.
        return None


def _below(shown: Shown, found: Sequence[Quote]) -> discord.Embed | None:
    """Return the card of what stands beside the quotes; `found` are those that were looked up again."""
    these = [(quote, each.who) for quote, each in zip(found, shown.related, strict=False)]
    return related(shown.related[0].remark, these) if these else None


def _reply(
    head: str, shown: Shown, these: Sequence[cards.Card], *, page: int, below: discord.Embed | None = None
) -> Reply:
    sheet = (side_by_side if shown.compares else cards.sheet)(head, these, below)
    # Quotes of compared speakers, or of one over time, already cover all dates.
    dated = shown.page == QUOTES and any(card.quote.version.article.date for card in these)
    return Reply(sheet.content, sheet.embeds, buttons(shown, page=page, cut=sheet.cut, dated=dated), shown)


def _seen(shown: Shown, count: int) -> str:
    """Return the conversation with the first `count` quotes of its last answer marked as shown, for "more"."""
    conversation = _conversation(shown)
    if conversation is None or count <= len(conversation.turns[-1].quotes):
        return shown.conversation
    *before, last = conversation.turns
    ids = tuple(quote.id for quote in shown.quotes[:count])
    return Conversation((*before, replace(last, quotes=ids))).to_json()


def _may_press(shown: Shown, place: Place) -> bool:
    """Return whether somebody can have seen this answer: private ones and direct messages have one reader."""
    if shown.guild != place.guild:
        return False
    return shown.person == place.person or not (shown.private or shown.guild is None)
