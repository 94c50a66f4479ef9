"""Build the buttons under an answer. They outlive a restart: their ids name the answer, the rest is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, Self

import discord

from bots.discord.escaping import plain_line
from bots.discord.limits import BUTTON_LABEL, BUTTONS, CHOICES, OPTION_TEXT

if TYPE_CHECKING:
    from bots.discord.shown import Shown


FOLLOW_UP, GOOD, BAD, WRONG = "Follow up", "👍", "👎", "Wrong?"
"""Labels of buttons, which other messages name too."""
MORE = "More"


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
    SHARE = "share"
    GOOD = "good"
    BAD = "bad"


_CHOSEN = re.compile(rf"(?P<action>{'|'.join(Action)}):(?P<number>[0-9]{{1,2}})")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do with an answer: a button, or a line of the menu. `number` is of a quote, page or choice."""

    action: Action
    label: str
    number: int = 0


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
    ) -> None:
        self.action, self.shown_id, self.number = action, shown_id, number
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=plain_line(label, BUTTON_LABEL - 1),
            style=style,
            custom_id=f"qa:{action.value}:{shown_id}:{number}",
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


class AnswerMenu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=r"qa:menu:(?P<id>[a-z2-7]{16})"):
    """The menu under an answer, of what does not fit on its buttons. Choosing an entry is pressing its button."""

    def __init__(self, shown_id: str, entries: Sequence[Entry] = ()) -> None:
        self.shown_id = shown_id
        options = [
            discord.SelectOption(
                label=plain_line(entry.label, OPTION_TEXT - 1), value=f"{entry.action.value}:{entry.number}"
            )
            for entry in entries[:CHOICES]
        ]
        super().__init__(
            discord.ui.Select(
                placeholder="More …",
                custom_id=f"qa:menu:{shown_id}",
                options=options or discord.utils.MISSING,
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["id"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        data: Any = interaction.data or {}
        chosen = _CHOSEN.fullmatch(str((data.get("values") or [""])[0]))
        if chosen is None:
            return
        bot: PressedClient = interaction.client
        await bot.press(
            interaction, AnswerButton(Action(chosen["action"]), self.shown_id, int(chosen["number"]))
        )


def buttons(shown: Shown, *, page: int, cut: Sequence[int], dated: bool) -> discord.ui.View:
    """Return what can be done with one page of an answer: the first entries as buttons, the others in a menu.

    Args:
        cut: The numbers of the quotes that are not shown whole.
        dated: Whether to offer newer and older quotes.
    """
    view = discord.ui.View(timeout=None)
    leading = list(_leading(shown, page=page))
    for entry in leading[:BUTTONS]:
        view.add_item(
            AnswerButton(entry.action, shown.id, entry.number, label=entry.label, style=_style_of(entry))
        )
    others = [*leading[BUTTONS:], *_others(shown, page=page, cut=cut, dated=dated)]
    if len(others) == 1 and len(leading) < BUTTONS:
        # A menu of one line is a button that takes two presses.
        view.add_item(AnswerButton(others[0].action, shown.id, others[0].number, label=others[0].label))
    elif others:
        view.add_item(AnswerMenu(shown.id, others))
    return view


def _style_of(entry: Entry) -> discord.ButtonStyle:
    leads = entry.action is Action.CHOICE or (entry.action is Action.PAGE and entry.label == MORE)
    return discord.ButtonStyle.primary if leads else discord.ButtonStyle.secondary


def _leading(shown: Shown, *, page: int) -> Iterator[Entry]:
    """Yield what people want most of a page, first things first."""
    if not shown.quotes:
        # Asked back, the questions to choose from are the reply. Beside quotes they are one way among others.
        yield from _choices(shown)
    if page > 0:
        yield Entry(Action.PAGE, "Back", page - 1)
    if (page + 1) * shown.page < len(shown.quotes):
        yield Entry(Action.PAGE, MORE, page + 1)
    if shown.private and shown.guild is not None and shown.quotes:
        yield Entry(Action.SHARE, "Share with channel", page)
    yield Entry(Action.FOLLOW_UP, FOLLOW_UP)
    if shown.quotes:
        yield from (Entry(Action.GOOD, GOOD), Entry(Action.BAD, BAD), Entry(Action.WRONG, WRONG, page))


def _others(shown: Shown, *, page: int, cut: Sequence[int], dated: bool) -> Iterator[Entry]:
    """Yield what else can be done with a page."""
    first, last = page * shown.page, min((page + 1) * shown.page, len(shown.quotes))
    several = last - first > 1 or first > 0
    if shown.quotes:
        yield from _choices(shown)
    for number in cut:
        yield Entry(Action.WHOLE, f"All of {number}" if several else "All of it", number - 1)
    for number in range(first, last):
        yield Entry(Action.AROUND, f"Around {number + 1}" if several else "Around it", number)
    if shown.quotes:
        yield Entry(Action.OTHERS, "Other speakers")
    if dated:
        yield from (Entry(Action.NEWER, "Newer", page), Entry(Action.OLDER, "Older", page))
    if shown.guild is not None and not shown.private:
        yield Entry(Action.THREAD, "Thread")


def _choices(shown: Shown) -> list[Entry]:
    return [Entry(Action.CHOICE, choice, number) for number, choice in enumerate(shown.choices)]
