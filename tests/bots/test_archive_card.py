from __future__ import annotations

from dataclasses import replace

import pytest

from bots.amounts import BAR, OUTLETS_IN_OVERVIEW
from bots.archive_card import archive_card, undated_in_words
from bots.discord.archive_card import compact
from bots.discord.limits import CONTENT, size
from bots.terminal.archive_overview import card_as_text
from bots.terminal.rendering import Look
from qa.answering.overview.describing import ArchiveOverview, MainSpeaker, OutletSummary, PeriodSummary
from qa.answering.overview.periods import Period
from qa.answering.overview.telling_topics import TopicCount
from qa.answers import CorpusSummary
from qa.archive.listings import Outlet
from qa.datatypes import Description, DescriptionKind, Speaker

QUILL = MainSpeaker(
    Speaker("Ada Quill", "person", (), 12),
    Description(DescriptionKind.ROLE, 0, 0, "Ada Quill", "director", "Ports Authority"),
    ("ferries", "fares"),
)
PORTS = MainSpeaker(Speaker("Ports Authority", "group", (), 3), None, ())


def made(
    *, articles: int = 40, undated: int = 3, outlets: int = 2, read: int = 40, name: str = "Harbour Post"
) -> ArchiveOverview:
    return ArchiveOverview(
        corpus=CorpusSummary(articles, 90, "2024-03-01", "2024-05-09", 1),
        undated=undated,
        periods=(
            PeriodSummary(Period("2024-03", 30), (TopicCount("ferries", 9),)),
            PeriodSummary(Period("2024-04", 0), ()),
            PeriodSummary(Period("2024-05", 1), ()),
        ),
        outlets=tuple(
            OutletSummary(
                Outlet(name if n == 0 else f"Outlet {n}", 9, "2024-03-01", "2024-05-09"), undated if n == 0 else 0
            )
            for n in range(outlets)
        ),
        speakers=15,
        people=(QUILL,),
        bodies=(PORTS,),
        topics=(TopicCount("ferries", 9),),
        read=read,
        questions=("What did Ada Quill say about the ferries?",),
    )  # fmt: skip


def text_of(overview: ArchiveOverview, width: int | None = None) -> str:
    return card_as_text(archive_card(overview), look=Look(False, width))


def test_a_stranger_reads_when_where_who_about_what_and_what_to_ask() -> None:
    shown = text_of(made())

    assert "40 articles, 1 March 2024 to 9 May 2024" in shown
    assert "Harbour Post" in shown
    assert "Ada Quill" in shown
    assert "director of Ports Authority; about ferries, fares" in shown
    assert "ferries (9)" in shown
    assert "3 of 40 articles have no date: 3 from Harbour Post." in shown
    assert 'qa ask "What did Ada Quill say about the ferries?"' in shown


def test_the_longest_bar_has_its_length_and_one_article_is_seen() -> None:
    bars = [line.bar for line in archive_card(made()).periods]

    assert bars == ["#" * BAR, "", "#"]


@pytest.mark.parametrize(
    ("undated", "says"),
    [
        (0, "Every article has a date."),
        (1, "1 of 40 articles has no date: 1 from Harbour Post."),
        (40, "No article has a date, so no question about a time can be answered."),
    ],
    ids=["none", "one", "all"],
)
def test_what_has_no_date_is_said(undated: int, says: str) -> None:
    assert undated_in_words(made(undated=undated)) == says


def test_many_outlets_are_cut_and_counted() -> None:
    shown = text_of(made(outlets=OUTLETS_IN_OVERVIEW + 4))

    assert "and 4 more: `qa articles`" in shown


def test_how_much_was_read_is_said() -> None:
    assert "from all 40 articles" in text_of(made())
    assert "from 40 of the 90,000 articles, read evenly over time" in text_of(made(articles=90_000))


def test_no_line_is_wider_than_the_terminal() -> None:
    assert all(len(line) <= 60 for line in text_of(made(name="Post"), 60).splitlines())


def test_control_characters_never_reach_the_terminal() -> None:
    assert "\x1b" not in text_of(made(name="\x1b[2Jowned"))


def test_on_discord_it_is_one_message_without_markup_of_its_articles() -> None:
    shown = compact(archive_card(made(name="**Post** @everyone")))

    assert size(shown) <= CONTENT
    assert "\\*\\*Post\\*\\* \\@everyone" in shown
    assert "What did Ada Quill say about the ferries?" in shown.replace("\\", "")


def test_however_long_names_are_it_fits_on_discord() -> None:
    overview = made(name="*" * 5_000, outlets=30)

    assert size(compact(archive_card(overview))) <= CONTENT


def test_on_discord_periods_without_an_article_take_no_room_from_those_that_have_some() -> None:
    names = ["1930s", "1940s", "1950s", "1960s", "1970s", "1980s", "1990s"]
    counts = [15, 10, 0, 0, 0, 0, 70]
    periods = tuple(PeriodSummary(Period(*each), ()) for each in zip(names, counts, strict=True))

    shown = compact(archive_card(replace(made(), periods=periods)))

    assert "**When** 1930s 15 · 1940s 10 · 1990s 70\n" in shown


def test_on_discord_it_says_from_when_on_there_are_articles_where_the_first_periods_have_no_room() -> None:
    periods = tuple(PeriodSummary(Period(str(year), 1), ()) for year in range(2001, 2009))

    shown = compact(archive_card(replace(made(), periods=periods)))

    assert "**When** since 2001: … 2003 1 · 2004 1" in shown
