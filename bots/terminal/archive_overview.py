"""Write what is in an archive as text and as Markdown: `qa overview`."""

from __future__ import annotations

from collections.abc import Sequence

from bots.archive_card import ArchiveCard, Line
from bots.markdown import escaped
from bots.terminal.rendering import Look
from bots.visible import visible_line
from bots.wording import counted

INDENT = "  "


def card_as_text(card: ArchiveCard, *, look: Look) -> str:
    """Write a card for a terminal, in the chat with what can be typed there."""
    chat = look.ids == "number"
    articles, speakers = ("/sources", "/speakers") if chat else ("`qa articles`", "`qa speakers`")
    more = f"{INDENT}and {card.more_outlets:,} more: {articles}" if card.more_outlets else ""
    questions = [each if chat else f'qa ask "{each}"' for each in card.questions]
    blocks = [
        look.bold(visible_line(card.head)),
        _block("When", (*_rows(card.periods, look), _line(card.undated, look)), look),
        _block("Outlets", (*_rows(card.outlets, look), more), look),
        _block("Quoted most: people", _rows(card.people, look), look),
        _block("Quoted most: bodies and groups", _rows(card.bodies, look), look),
        _in_all(card, speakers) if card.read else "",
        _block("Topics", (_line(card.topics, look),), look) if card.topics else "",
        look.dim(f"Topics, roles and questions are {card.read}.") if card.read else "",
        _block("Ask, for example", [_line(each, look) for each in questions], look) if card.questions else "",
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _in_all(card: ArchiveCard, where: str) -> str:
    return f"{counted(card.speakers, 'speaker')} in all: {where}" if card.speakers else "Nobody is quoted."


def card_as_markdown(card: ArchiveCard) -> str:
    """Write a card as Markdown: its lists, and questions to ask."""
    lists = (
        ("When", [*map(_item, card.periods), card.undated]),
        ("Outlets", [*map(_item, card.outlets)]),
        ("Quoted most: people", [*map(_item, card.people)]),
        ("Quoted most: bodies and groups", [*map(_item, card.bodies)]),
        ("Topics", [card.topics]),
        ("Ask, for example", [*card.questions]),
    )
    blocks = [escaped(visible_line(card.head))]
    for title, items in lists:
        rows = "\n".join(f"- {escaped(visible_line(item))}" for item in items if item)
        blocks.append(f"**{title}**\n\n{rows}" if rows else "")
    return "\n\n".join(filter(None, blocks)) + "\n"


def _item(line: Line) -> str:
    return f"{line.name}: {line.count:,}{f' ({line.more})' if line.more else ''}"


def _block(title: str, lines: Sequence[str], look: Look) -> str:
    kept = [line for line in lines if line]
    return "\n".join((look.bold(title), *kept)) if kept else ""


def _line(text: str, look: Look) -> str:
    return look.wrapped(visible_line(text), INDENT)


def _rows(lines: Sequence[Line], look: Look) -> list[str]:
    """Write lines with their names, bars and counts below each other."""
    names = [visible_line(each.name) for each in lines]
    widest = min(max(map(len, names), default=0), 40)
    bars = max((len(each.bar) for each in lines), default=0)
    counts = max((len(f"{each.count:,}") for each in lines), default=0)
    rows = []
    for name, each in zip(names, lines, strict=True):
        bar = f"  {each.bar:<{bars}}" if bars else ""
        row = f"{INDENT}{name:<{widest}}{bar}  {each.count:>{counts},}"
        rest = visible_line(each.more)
        room = None if look.width is None else max(20, look.width - len(row) - 2)
        if room is not None and len(rest) > room:
            rest = f"{rest[: room - 1].rstrip()}…"
        rows.append(f"{row}  {look.dim(rest)}" if rest else row)
    return rows
