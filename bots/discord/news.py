"""Post new quotes for the questions that are followed on Discord, each quote once.

A quote is posted, then recorded as posted. A bot that dies in between would post it again. Two things prevent that:
the message carries a nonce made from the follow and the quote, by which Discord itself drops repeats for some minutes;
and a restarted bot reads the last messages of a channel before it first posts there.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bots.discord import cards
from bots.discord.escaping import escaped_line
from bots.discord.failures import details
from bots.discord.policy import NotAllowed, Place
from bots.discord.refusals import Refused
from bots.discord.request import speaker_named
from bots.discord.sending import note_message, require_there, withdraw_if_gone
from bots.wording import who
from qa.answers import Quote
from qa.embedded.database_errors import DATABASE
from qa.errors import NotFoundError, QAError, UsageError
from qa.open_archive import open_archive
from qa.settings import LibraryPlace, ServerLibrary
from qa.standing_questions import FILE, Follow, Follows, key

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

logger = logging.getLogger(__name__)

MOST_IN_A_PLACE = 20
AT_ONCE = 10
"""Quotes of one follow that are posted in one round; the rest are posted in the next."""
LOOKED_BACK = 50
"""Messages of a channel that a restarted bot reads before it posts there."""
LONGEST_REST = 60
"""The most rounds that a follow is left out after its posts were refused again and again."""
UNKNOWN_CHANNEL = 10003

Words = tuple[str, str, str]
"""The text of a message with one quote: the line above, the title, the quote."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the quotes of a follow are posted, and who asked for them; `Follow.place` stores it as text."""

    place: Place
    library: str

    def __str__(self) -> str:
        place = self.place
        return f"{place.guild or 0}/{place.channel}/{place.thread or 0}/{place.person}/{self.library}"

    @classmethod
    def read(cls, text: str) -> Address:
        """Parse what `__str__` wrote."""
        guild, channel, thread, person, library = text.split("/", maxsplit=4)
        return cls(Place(int(person), int(guild) or None, int(channel), int(thread) or None), library)


class Rest:
    """Delays follows whose posts failed, twice as long each time: Discord bans bots that retry at once."""

    def __init__(self) -> None:
        self._waits: dict[int, tuple[int, int]] = {}

    def may_try(self, follow: int) -> bool:
        """Return whether a follow may post in this round; count the round if it may not."""
        rounds, left = self._waits.get(follow, (0, 0))
        if left:
            self._waits[follow] = rounds, left - 1
        return left == 0

    def failed(self, follow: int) -> None:
        rounds = min(LONGEST_REST, 2 * self._waits.get(follow, (0, 0))[0] or 1)
        self._waits[follow] = rounds, rounds

    def succeeded(self, follow: int) -> None:
        self._waits.pop(follow, None)


class News:
    """Keeps the questions that are followed on Discord, and posts new quotes for them; one for each bot."""

    def __init__(self, bot: AnsweringBot) -> None:
        self._bot = bot
        self._follows = Follows(bot.configuration.state / FILE)
        self._done: dict[int, object] = {}
        self._rest = Rest()
        self._barred: set[int] = set()
        self._stood: dict[int, set[Words]] = {}

    async def round(self) -> None:
        """Look for new quotes once; log any error, because another round follows."""
        try:
            await self.look()
        except Exception as error:
            logger.error("looking for news: %s", details(error))

    async def look(self) -> None:
        """Post new quotes for each follow whose library changed since it was last looked at."""
        states: dict[str, object] = {}
        for follow in await self._bot.service.aside(self._follows.all):
            address = Address.read(follow.place)
            place = self._bot.configuration.libraries.get(address.library)
            if place is None:
                continue
            if address.library not in states:
                states[address.library] = await self._bot.service.aside(state_of, place)
            now = states[address.library]
            if self._done.get(follow.id) == now or not self._rest.may_try(follow.id):
                continue
            if await self._deliver(follow, address):
                self._done[follow.id] = now

    async def add(self, place: Place, speaker: str, topic: str | None) -> Follow:
        """Start to follow what a speaker says. What the library holds now counts as seen.

        Raises:
            NotAllowed, Refused, QAError: As for any question.
        """
        library = self._bot.policy.library(place)
        if len(await self.here(place)) >= MOST_IN_A_PLACE:
            raise UsageError(f"{MOST_IN_A_PLACE} questions are already followed here. /unfollow one first.")
        address = str(Address(place, library))

        def begin(answerer: Answerer, snapshot: View) -> Follow:
            about = f" about {topic}" if topic else ""
            question = f"What did {speaker_named(snapshot, speaker).name} say{about}?"
            return self._follows.add(answerer, question, place=address)

        return await self._bot.service.answer(begin, library=library, person=place.person, guild=place.guild)

    async def here(self, place: Place) -> list[Follow]:
        """Return the follows of a channel or thread."""
        follows = await self._bot.service.aside(self._follows.all)
        return [follow for follow in follows if Address.read(follow.place).place.here == place.here]

    async def remove(self, place: Place, number: int) -> Follow:
        """Stop following a question here, and return it. Raises UsageError if no such number is followed here."""
        for follow in await self.here(place):
            if follow.id == number:
                return await self._bot.service.aside(self._follows.remove, number)
        raise UsageError("No question with that number is followed here. /follows lists them.")

    async def _deliver(self, follow: Follow, address: Address) -> bool:
        """Post the new quotes for one follow; return whether all of them are posted."""
        bot = self._bot
        if not self._may_post(follow, address):
            # False, because rights can come back without a change in the library.
            return False
        try:
            quotes = await bot.service.background(
                lambda answerer: self._follows.pending(answerer, follow), library=address.library
            )
            for quote in quotes[:AT_ONCE]:
                # In a task of its own, so that a post is finished when the bot is stopped meanwhile.
                await asyncio.shield(asyncio.create_task(self._post(follow, address, quote)))
        except Refused:
            return False
        except (QAError, discord.HTTPException) as error:
            if isinstance(error, discord.NotFound) and error.code == UNKNOWN_CHANNEL:
                logger.warning("follow %d ended: channel %d is gone", follow.id, address.place.here)
                await self._forget(follow)
                return True
            logger.warning("follow %d in channel %d: %s", follow.id, address.place.here, details(error))
            self._rest.failed(follow.id)
            return False
        self._rest.succeeded(follow.id)
        return len(quotes) <= AT_ONCE

    def _may_post(self, follow: Follow, address: Address) -> bool:
        """Return whether this follow may still be posted: rights may have been taken back since it began."""
        place = address.place
        try:
            self._bot.policy.require(place, address.library)
        except NotAllowed:
            allowed = False
        else:
            there = place.guild is None or self._bot.get_guild(place.guild) is not None
            allowed = there and not self._bot.policy.answers_privately(place)
        if not allowed and follow.id not in self._barred:
            logger.info("follow %d waits: it may not be posted in channel %d now", follow.id, place.here)
        (self._barred.discard if allowed else self._barred.add)(follow.id)
        return allowed

    async def _post(self, follow: Follow, address: Address, quote: Quote) -> None:
        with self._bot.answering():
            place = address.place
            channel = self._bot.get_partial_messageable(place.here, guild_id=place.guild)
            head = f"-# New on “{escaped_line(follow.question, 300)}”"
            reply = await self._bot.desk.unasked(
                head, follow.question, cards.Card(quote, who(quote)), place, address.library
            )
            if _words(reply.content, reply.embeds) not in await self._stands_in(channel):
                await require_there(self._bot, reply.shown)
                sent = await channel.send(**reply.parts(), nonce=key(follow, quote))
                await withdraw_if_gone(self._bot, reply.shown, sent.edit)
                await note_message(self._bot, reply, sent)
            await self._bot.service.aside(self._follows.acknowledge, follow, [quote])

    async def _stands_in(self, channel: discord.PartialMessageable) -> set[Words]:
        """Return what an earlier run of the bot posted in a channel, perhaps without recording it."""
        if channel.id not in self._stood and self._bot.user is not None:
            try:
                self._stood[channel.id] = {
                    _words(message.content, message.embeds)
                    async for message in channel.history(limit=LOOKED_BACK)
                    if message.author.id == self._bot.user.id
                }
            except discord.Forbidden:
                # Then only Discord's own check for repeats is left.
                self._stood[channel.id] = set()
        return self._stood.get(channel.id, set())

    async def _forget(self, follow: Follow) -> None:
        try:
            await self._bot.service.aside(self._follows.remove, follow.id)
        except NotFoundError:
            return


def _words(content: str, embeds: Sequence[discord.Embed]) -> Words:
    # Discord strips white space from both ends.
    card = embeds[0] if embeds else discord.Embed()
    return content.strip(), (card.title or "").strip(), (card.description or "").strip()


def state_of(library: LibraryPlace) -> object:
    """Return a value that changes with every write to a library: the state of its files, or what its server counts."""
    if isinstance(library, ServerLibrary):
        with suppress(QAError), open_archive(library) as archive, archive.snapshot() as view:
            return view.generation
        return None
    found: list[tuple[int, int, int] | None] = []
    for name in (DATABASE, f"{DATABASE}-wal"):
        try:
            status = (library / name).stat()
        except OSError:
            found.append(None)
        else:
            found.append((status.st_ino, status.st_size, status.st_mtime_ns))
    return found
