"""Build the buttons under an answer. They outlive a restart: their ids name the answer, the rest is looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, Self

import discord

from bots.discord.escaping import plain_line
from bots.discord.limits import BUTTON_LABEL, BUTTONS_IN_A_ROW

if TYPE_CHECKING:
    from bots.discord.shown import Shown


FOLLOW_UP = "Follow up"
"""A button's label, which other messages name too."""


class Action(StrEnum):
    """What a button under an answer does; `pressing.py` has a function for each."""

    PAGE = "page"
    NEWER = "newer"
    OLDER = "older"
    OTHERS = "others"
    AROUND = "around"
    WHOLE = "whole"
    FOLLOW_UP = "follow"
    THREAD = "thread"
    WRONG = "wrong"
    CHOICE = "choice"


class PressedClient(Protocol):
    """A Discord client that handles presses of these buttons."""

    async def press(self, interaction: discord.Interaction[Any], button: AnswerButton, /) -> None: ...


class AnswerButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=rf"qa:(?P<action>{'|'.join(Action)}):(?P<id>[a-z2-7]{{16}}):(?P<number>[0-9]{{1,2}})",
):
    """A button under an answer. Its id comes from the Discord client, so it is checked when the button is pressed."""

    def __init__(
        self,
        action: Action,
        shown_id: str,
        number: int = 0,
        *,
        label: str = "-",
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        row: int = 0,
    ) -> None:
        self.action, self.shown_id, self.number = action, shown_id, number
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=plain_line(label, BUTTON_LABEL - 1),
            style=style,
            custom_id=f"qa:{action.value}:{shown_id}:{number}",
            row=row,
        )
        super().__init__(button)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(Action(match["action"]), match["id"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: PressedClient = interaction.client
        await bot.press(interaction, self)


def buttons(shown: Shown, *, page: int, cut: Sequence[int], dated: bool) -> discord.ui.View:
    """Return the buttons for one page of an answer.

    Args:
        cut: The numbers of the quotes that are not shown whole.
        dated: Whether to offer newer and older quotes.
    """
    view = discord.ui.View(timeout=None)

    def add(action: Action, label: str, number: int = 0, row: int = 0, **more: Any) -> None:
        view.add_item(AnswerButton(action, shown.id, number, label=label, row=row, **more))

    for number, choice in enumerate(shown.choices):
        add(Action.CHOICE, choice, number, row=3, style=discord.ButtonStyle.primary)
    first, last = page * shown.page, min((page + 1) * shown.page, len(shown.quotes))
    several = last - first > 1 or first > 0
    if page > 0:
        add(Action.PAGE, "Back", page - 1)
    if last < len(shown.quotes):
        add(Action.PAGE, "More", page + 1, style=discord.ButtonStyle.primary)
    if dated:
        add(Action.NEWER, "Newer", page)
        add(Action.OLDER, "Older", page)
    if shown.quotes:
        add(Action.OTHERS, "Other speakers")
    for number in range(first, last):
        add(Action.AROUND, f"Around {number + 1}" if several else "Around it", number, row=1)
    # Two more buttons go into the row of the "Around" buttons, if there is room.
    row = 1 if last - first <= BUTTONS_IN_A_ROW - 2 else 2
    add(Action.FOLLOW_UP, FOLLOW_UP, row=row)
    if shown.guild is not None and not shown.private:
        add(Action.THREAD, "Thread", row=row)
    if shown.quotes:
        add(Action.WRONG, "Wrong?", page, row=2 if page > 0 else 0)
    for number in cut:
        add(Action.WHOLE, f"All of {number}" if several else "All of it", number - 1, row=4)
    return view
