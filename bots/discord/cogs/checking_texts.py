"""Look up the quotations of a text in the archive: `/check`, and "Check this message". The text is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bots.discord.cards import GREY
from bots.discord.limits import CHECKED
from bots.discord.mentioned import names_in, with_names_in_place
from bots.discord.parts import AnsweringBot
from bots.discord.policy import Place, place_of
from bots.discord.sending import NO_MENTIONS, Interaction, require_there, telling, thinking, withdraw_if_gone
from bots.discord.shown import Shown, ShownQuote
from qa.datatypes import Scope
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View
    from qa.drafts.verdicts import CheckedQuotation


class CheckingTexts(commands.Cog):
    """The command `/check`, and the menu entry for messages."""

    def __init__(self, bot: AnsweringBot) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(name="Check this message", callback=self.check_message)
        bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(
        description="Check a text's quotations: are they word for word, and whose are they?"
    )
    @app_commands.describe(
        text="A text with quotations in quotation marks", private="Show the result only to you, as by default"
    )
    async def check(
        self, interaction: Interaction, text: app_commands.Range[str, 1, CHECKED], private: bool = True
    ) -> None:
        async with telling(interaction, "/check"):
            private = private or self.bot.policy.answers_privately(place_of(interaction))
            await self._check(interaction, text, private=private)

    async def check_message(self, interaction: Interaction, message: discord.Message) -> None:
        async with telling(interaction, "check a message"):
            # “<@1> said” names nobody; its lines stay, since lists and block quotations are made of them.
            text = with_names_in_place(message.content, names_in(message))
            await self._check(interaction, text[:CHECKED], private=True)

    async def _check(self, interaction: Interaction, text: str, *, private: bool) -> None:
        if not text.strip():
            raise UsageError("There is no text in that message.")
        place = place_of(interaction)
        library = self.bot.policy.library(place)

        def check(_: Answerer, snapshot: View) -> tuple[CheckedQuotation, ...]:
            from qa.drafts.checked_drafts import check_text

            return check_text(snapshot, text).findings

        # Here, so that the bot starts without what reads drafts.
        from bots.discord.checked_text import checked_text

        with self.bot.answering():
            waiting = self.bot.service.answer(
                check,
                library=library,
                person=place.person,
                guild=place.guild,
                per_person=self.bot.policy.per_person(place),
            )
            findings = await thinking(interaction, waiting, private=private)
            laid, proof = checked_text(findings), _proof(findings, library, place)
            await require_there(self.bot, proof)
            message = await interaction.followup.send(
                laid.content,
                embeds=list(laid.embeds),
                ephemeral=private,
                allowed_mentions=NO_MENTIONS,
                wait=True,
            )
            await withdraw_if_gone(self.bot, proof, message.edit)


def _proof(findings: tuple[CheckedQuotation, ...], library: str, place: Place) -> Shown:
    """Return what a check shows of the archive, as an answer that is not kept: a purge takes it back as any other."""
    places = [found.place or found.nearest for found in findings]
    quotes = tuple(ShownQuote(each.quote.id, "", GREY) for each in places if each is not None)
    return Shown(
        id="", library=library, question="", standalone="", scope=Scope(), quotes=quotes, person=place.person,
        guild=place.guild, channel=place.here, private=True, page=max(1, len(quotes)),
    )  # fmt: skip


async def setup(bot: Any) -> None:
    await bot.add_cog(CheckingTexts(bot))
