"""Do what the buttons under an answer are for. Anybody can send a button's id, so every right is checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import discord

from bots.discord import cards
from bots.discord.desk import TOO_OLD
from bots.discord.dialogs import FollowUp, Wrong, quotes_on
from bots.discord.limits import FILE_BYTES
from bots.discord.policy import NotAllowed, place_of
from bots.discord.request import Request, asking
from bots.discord.sending import NO_MENTIONS, Interaction, answer, tell, telling, withdraw_if_gone
from bots.discord.sharing import share
from bots.discord.threads import open_thread
from bots.discord.views import FOLLOW_UP, WRONG, Action, AnswerButton
from bots.wording import in_words
from qa.answers import Answer, Nearest, Outcome
from qa.errors import UsageError

if TYPE_CHECKING:
    from bots.discord.parts import AnsweringBot
    from bots.discord.shown import Shown
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View


async def press(bot: AnsweringBot, interaction: Interaction, button: AnswerButton) -> None:
    """Check that this person may press a button, then do what it is for."""
    async with telling(interaction, f"button {button.action}"):
        place = place_of(interaction)
        shown = await bot.desk.shown_to(button.shown_id, place)
        await _PRESSED[button.action](bot, interaction, shown, button.number)


async def _page(bot: AnsweringBot, interaction: Interaction, shown: Shown, number: int) -> None:
    place = place_of(interaction)
    head = interaction.message.content if interaction.message else ""
    own = place.person == shown.person
    reply = await bot.desk.page(shown, number, place, head, seen=own)
    if own:
        await interaction.response.edit_message(**reply.parts())
    else:
        # The person who asked turns the page for everybody; others get a page of their own.
        await interaction.response.send_message(**reply.parts(), ephemeral=True)
    await withdraw_if_gone(bot, shown, interaction.edit_original_response)


async def _newer(bot: AnsweringBot, interaction: Interaction, shown: Shown, number: int) -> None:
    days = await _days(bot, interaction, shown, number)
    await _between(bot, interaction, shown, since=max(days) + timedelta(days=1), what="newer", than=max(days))


async def _older(bot: AnsweringBot, interaction: Interaction, shown: Shown, number: int) -> None:
    days = await _days(bot, interaction, shown, number)
    await _between(bot, interaction, shown, until=min(days) - timedelta(days=1), what="older", than=min(days))


async def _days(bot: AnsweringBot, interaction: Interaction, shown: Shown, page: int) -> list[date]:
    these = shown.quotes[page * shown.page : (page + 1) * shown.page]
    quotes = await bot.desk.quotes(shown, these, place_of(interaction))
    days = [day for quote in quotes if (day := quote.version.article.day)]
    if not days:
        raise UsageError("These articles have no date.")
    return days


async def _between(
    bot: AnsweringBot,
    interaction: Interaction,
    shown: Shown,
    *,
    what: str,
    than: date,
    since: date | None = None,
    until: date | None = None,
) -> None:
    """Ask the same question about the time after or before."""
    request = Request(
        shown.standalone,
        place_of(interaction),
        private=_private(shown, interaction),
        heading=f"{what.capitalize()} than {in_words(than)}: {shown.question}",
        # Asking for newer or older quotes replaces the bounds that were set before.
        scope=replace(shown.scope, since=since, until=until),
    )
    ask = asking(request)

    def work(answerer: Answerer, snapshot: View) -> Answer:
        found = ask(answerer, snapshot)
        outside = (Nearest.OUTSIDE_DATES, Nearest.OUTSIDE_BOTH)
        if found.outcome is Outcome.NOT_FOUND or found.nearest in outside:
            raise UsageError(f"Nothing {what} than {in_words(than)} answers that.")
        return found

    await answer(bot, interaction, request, work)


async def _others(bot: AnsweringBot, interaction: Interaction, shown: Shown, _: int) -> None:
    request = Request(
        "who else?",
        place_of(interaction),
        private=_private(shown, interaction),
        heading=f"Other speakers: {shown.question}",
        scope=shown.scope,
        before=await bot.desk.conversation(shown.id, place_of(interaction)),
    )
    await answer(bot, interaction, request)


async def _choice(bot: AnsweringBot, interaction: Interaction, shown: Shown, number: int) -> None:
    if number >= len(shown.choices):
        raise NotAllowed(TOO_OLD)
    request = Request(
        shown.choices[number],
        place_of(interaction),
        private=_private(shown, interaction),
        heading=shown.choices[number],
        scope=shown.scope,
        before=await bot.desk.conversation(shown.id, place_of(interaction)),
    )
    await answer(bot, interaction, request)


async def _around(bot: AnsweringBot, interaction: Interaction, shown: Shown, number: int) -> None:
    quote, look = await bot.desk.quote(shown, number, place_of(interaction))
    await interaction.response.send_message(
        embed=cards.around(quote, look.who), ephemeral=True, allowed_mentions=NO_MENTIONS
    )
    await withdraw_if_gone(
        bot, replace(shown, quotes=(look,), related=()), interaction.edit_original_response
    )


async def _whole(bot: AnsweringBot, interaction: Interaction, shown: Shown, number: int) -> None:
    quote, look = await bot.desk.quote(shown, number, place_of(interaction))
    card = cards.whole(quote, look.who)
    data = quote.text.encode("utf-8", "backslashreplace")
    if card is not None:
        await interaction.response.send_message(embed=card, ephemeral=True, allowed_mentions=NO_MENTIONS)
    elif len(data) <= FILE_BYTES:
        await interaction.response.send_message(
            "This quote is longer than a message may be. Here is all of it:",
            file=discord.File(BytesIO(data), filename="quote.txt"),
            ephemeral=True,
            allowed_mentions=NO_MENTIONS,
        )
    else:
        raise UsageError("This quote is too long for Discord.")
    await withdraw_if_gone(
        bot, replace(shown, quotes=(look,), related=()), interaction.edit_original_response
    )


async def _follow_up(_: AnsweringBot, interaction: Interaction, shown: Shown, __: int) -> None:
    await interaction.response.send_modal(FollowUp(shown))


async def _wrong(bot: AnsweringBot, interaction: Interaction, shown: Shown, page: int) -> None:
    quotes = await quotes_on(bot, shown, page, place_of(interaction))
    if not quotes:
        raise NotAllowed(TOO_OLD)
    await interaction.response.send_modal(Wrong(shown, page, quotes))


async def _thread(bot: AnsweringBot, interaction: Interaction, shown: Shown, _: int) -> None:
    message = interaction.message
    if message is None or shown.private or not isinstance(message.channel, discord.TextChannel):
        raise NotAllowed("A thread can only be opened from a public answer in a text channel.")
    if not interaction.permissions.create_public_threads:
        raise NotAllowed("You may not open threads here.")
    if not interaction.app_permissions.create_public_threads:
        raise NotAllowed("I may not open threads here.")
    await interaction.response.defer(ephemeral=True, thinking=True)
    thread = await open_thread(bot, message, shown.question)
    how = (
        "Just write"
        if bot.configuration.message_content
        else f"Mention me, reply to me or press “{FOLLOW_UP}”"
    )
    await thread.send(f"-# {how} to go on from this answer.", allowed_mentions=NO_MENTIONS)
    await tell(interaction, f"Opened: {thread.jump_url}")


async def _good(bot: AnsweringBot, interaction: Interaction, shown: Shown, _: int) -> None:
    await bot.service.aside(lambda: bot.state.vote(shown, interaction.user.id, good=True))
    await tell(interaction, "Thank you, counted.")


async def _bad(bot: AnsweringBot, interaction: Interaction, shown: Shown, _: int) -> None:
    await bot.service.aside(lambda: bot.state.vote(shown, interaction.user.id, good=False))
    await tell(interaction, f"Thank you, counted. “{WRONG}” tells which quote does not answer.")


def _private(shown: Shown, interaction: Interaction) -> bool:
    """Return whether only this person sees the result: others than the person who asked press for themselves."""
    return shown.private or interaction.user.id != shown.person


_PRESSED = {
    Action.PAGE: _page,
    Action.NEWER: _newer,
    Action.OLDER: _older,
    Action.OTHERS: _others,
    Action.AROUND: _around,
    Action.WHOLE: _whole,
    Action.FOLLOW_UP: _follow_up,
    Action.THREAD: _thread,
    Action.WRONG: _wrong,
    Action.CHOICE: _choice,
    Action.SHARE: share,
    Action.GOOD: _good,
    Action.BAD: _bad,
}
