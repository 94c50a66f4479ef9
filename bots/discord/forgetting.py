"""Delete what is kept of one person, when they ask for it: answers, votes, reports and what they follow."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bots.discord.news import Address
from bots.discord.report_files import reports_file
from bots.wording import counted
from qa.errors import NotFoundError
from qa.standing_questions import FILE, Follows

if TYPE_CHECKING:
    from pathlib import Path

    from bots.discord.parts import AnsweringBot


async def forget(bot: AnsweringBot, person: int) -> str:
    """Delete all that is kept of a person, and say what it was."""
    deleted = await bot.service.aside(bot.state.delete_of, person)
    by_library: dict[str, list[str]] = defaultdict(list)
    for library, report in deleted.reports:
        by_library[library].append(report)
    for library, reports in by_library.items():
        if library in bot.service.libraries:
            await bot.service.aside(_withdraw, reports_file(bot, library), reports)
    followed = await bot.service.aside(_unfollow, bot.configuration.state / FILE, person)
    return (
        f"Deleted: {counted(deleted.answers, 'answer')} with the questions, {counted(followed, 'follow')}, "
        f"{counted(deleted.votes, 'vote')} and {counted(len(deleted.reports), 'report')}."
    )


def _withdraw(file: Path, reports: list[str]) -> None:
    from qa.evaluation.complaints import withdraw_reports

    withdraw_reports(file, reports)


def _unfollow(file: Path, person: int) -> int:
    """End what a person follows, and return how much that was."""
    if not file.exists():
        return 0
    follows, ended = Follows(file), 0
    for follow in follows.all():
        if Address.read(follow.place).place.person == person:
            try:
                follows.remove(follow.id)
            except NotFoundError:
                continue
            ended += 1
    return ended
