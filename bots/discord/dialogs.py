"""Show the forms that buttons open, for a further question and for a wrong quote, and handle what is sent back.

A form's id says which answer it is about; everything else is looked up when it comes back, so that a form outlives a
restart as the buttons do. Anybody can send such an id, so it is not trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

import discord

from bots.discord.escaping import plain_line
from bots.discord.limits import OPTION_TEXT, QUESTION
from bots.discord.policy import NotAllowed, Place, place_of
from bots.discord.report_files import reports_file
from bots.discord.request import Request
from bots.discord.sending import Interaction, answer, tell, telling

if TYPE_CHECKING:
    from pathlib import Path

    from bots.discord.parts import AnsweringBot
    from bots.discord.shown import Shown
    from qa.answers import Quote

ALL = "all"
_FORM = re.compile(r"qa:form:(?P<kind>follow|wrong):(?P<id>[a-z2-7]{16}):(?P<page>[0-9]{1,2})")
_DEEPEST = 5


def _form_id(kind: Literal["follow", "wrong"], shown: Shown, page: int = 0) -> str:
    return f"qa:form:{kind}:{shown.id}:{page}"


class FollowUp(discord.ui.Modal, title="Ask a follow-up question"):
    """Asks for the next question of a conversation, so that the bot need not read messages."""

    def __init__(self, shown: Shown) -> None:
        super().__init__(timeout=900, custom_id=_form_id("follow", shown))
        question: discord.ui.TextInput[Any] = discord.ui.TextInput(
            min_length=1, max_length=QUESTION, placeholder="and about Taiwan?", custom_id="question"
        )
        self.add_item(discord.ui.Label(text="Your question", component=question))


class Wrong(discord.ui.Modal, title="What is wrong?"):
    """Asks which quote on a page does not answer the question."""

    def __init__(self, shown: Shown, page: int, quotes: Sequence[tuple[int, Quote]]) -> None:
        super().__init__(timeout=900, custom_id=_form_id("wrong", shown, page))
        choice: discord.ui.Select[Any] = discord.ui.Select(
            custom_id="wrong",
            options=[
                *(
                    discord.SelectOption(
                        label=plain_line(f"{number + 1}. {quote.text}", OPTION_TEXT - 1), value=str(number)
                    )
                    for number, quote in quotes
                ),
                discord.SelectOption(label="None of these answers the question", value=ALL),
            ],
        )
        self.add_item(discord.ui.Label(text="Which quote does not answer the question?", component=choice))


async def submitted(bot: AnsweringBot, interaction: Interaction) -> None:
    """Handle a submitted form; ignore every other interaction."""
    data: Any = interaction.data or {}
    form = _FORM.fullmatch(str(data.get("custom_id", "")))
    if interaction.type is not discord.InteractionType.modal_submit or form is None:
        return
    async with telling(interaction, f"form {form['kind']}"):
        place = place_of(interaction)
        shown = await bot.desk.shown_to(form["id"], place)
        filled = dict(_filled(data, _DEEPEST))
        if form["kind"] == "follow":
            await _follow(bot, interaction, shown, filled.get("question", ""))
        else:
            await _complain(bot, interaction, shown, int(form["page"]), filled.get("wrong", ""))


def _filled(data: Any, deepest: int) -> Iterator[tuple[str, str]]:
    """Yield each field of a form with the text that was typed, or the first option that was chosen."""
    if isinstance(data, list):
        for each in data:
            yield from _filled(each, deepest)
    elif isinstance(data, dict) and deepest > 0:
        values = data.get("values")
        value = values[0] if isinstance(values, list) and values else data.get("value")
        if isinstance(value, str):
            yield str(data.get("custom_id")), value
        for below in ("components", "component"):
            yield from _filled(data.get(below), deepest - 1)


async def _follow(bot: AnsweringBot, interaction: Interaction, shown: Shown, question: str) -> None:
    place = place_of(interaction)
    request = Request(
        question,
        place,
        private=shown.private or bot.policy.answers_privately(place),
        heading=question,
        before=await bot.desk.conversation(shown.id, place_of(interaction)),
    )
    await answer(bot, interaction, request)


async def _complain(
    bot: AnsweringBot, interaction: Interaction, shown: Shown, page: int, chosen: str
) -> None:
    """Store which quotes do not answer, for `qa eval`."""
    found = await quotes_on(bot, shown, page, place_of(interaction))
    wrong = [quote for number, quote in found if chosen in (ALL, str(number))]
    if not wrong:
        raise NotAllowed("There is no such quote.")
    file = reports_file(bot, shown.library)
    for report in await bot.service.aside(_keep, file, shown.standalone, wrong):
        await bot.service.aside(bot.state.note_report, interaction.user.id, shown.library, report)
    await tell(interaction, "Thank you. Your report is saved, and future answers are measured against it.")


async def quotes_on(bot: AnsweringBot, shown: Shown, page: int, place: Place) -> list[tuple[int, Quote]]:
    """Return the quotes on a page of an answer, with their numbers from 0."""
    first = page * shown.page
    quotes = await bot.desk.quotes(shown, shown.quotes[first : first + shown.page], place)
    return list(enumerate(quotes, first))


def _keep(file: Path, question: str, wrong: Sequence[Quote]) -> list[str]:
    """Store which quotes do not answer a question, and return the ids of the reports that were new."""
    from qa.evaluation.complaints import complain

    reports = [complain(file, question, quote) for quote in wrong]
    # What somebody else reported before is theirs.
    return [report.id for report in reports if report.new]
