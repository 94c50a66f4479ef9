from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from bots.discord.news import AT_ONCE, Address, News
from bots.discord.policy import Place
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.bots.discord.conftest import small_print
from tests.bots.discord.unescaping import unescaped

pytestmark = pytest.mark.slow

NEW = "---\ntitle: Later\ndate: 2025-01-{day:02}\nsource: Coast Gazette\n---\n“{words},” Marco Rubio said on Monday.\n"
WORDS = "China will have to open its harbours to our ships"


@pytest.fixture
def libraries(own_seeds: Path, coast: Path) -> dict[str, Path]:
    return {"archive": own_seeds, "coast": coast}


@pytest.fixture
def add(own_seeds: Path, tmp_path: Path, encoder: Any) -> Any:
    """Index one more article, in which Rubio says something about China."""
    folder = tmp_path / "later"
    folder.mkdir()

    def add(words: str = WORDS, day: int = 21) -> None:
        (folder / f"{len(list(folder.iterdir()))}.md").write_text(
            NEW.format(words=words, day=day), encoding="utf-8"
        )
        update(own_seeds, IndexRequest((folder,)), encoder_factory=lambda: encoder)

    return add


@pytest.fixture
def manager(town: Any) -> Any:
    """Somebody who may say what is followed."""
    return town.admin


def news(town: Any) -> News:
    return town.bot.get_cog("Following").news


def posted(town: Any) -> list[str]:
    """Return the quotes that were posted, oldest first, as they are read."""
    messages = [message for message in town.channel.history() if message.content.startswith("-# New on")]
    return [unescaped(message.embeds[0].description) for message in messages]


async def follow(town: Any, who: Any, **options: str) -> str:
    result = await who.slash(
        town.channel, "follow", **({"speaker": "Marco Rubio", "topic": "China"} | options)
    )
    assert result.ephemeral
    return unescaped(result.response.content)


async def test_what_the_archive_holds_already_is_no_news(town: Any, manager: Any) -> None:
    told = await follow(town, manager)
    await news(town).look()

    assert told.startswith("Followed here: 1. What did Marco Rubio say about China?")
    assert posted(town) == []


async def test_a_new_quote_is_posted_once(town: Any, manager: Any, add: Any) -> None:
    await follow(town, manager)
    add()
    await news(town).look()
    await news(town).look()
    add("I like music a great deal")
    await news(town).look()

    assert len(posted(town)) == 1
    assert WORDS in posted(town)[0]
    assert small_print(town.channel.history()[-1].embeds[0]).startswith("Coast Gazette · 21 January 2025")


async def test_a_restarted_bot_posts_nothing_twice(town: Any, manager: Any, add: Any, making: Any) -> None:
    await follow(town, manager)
    add()
    await news(town).look()
    await town.env.restart_bot(making.bot())
    await news(town).look()

    assert len(posted(town)) == 1


async def test_what_was_posted_and_not_noted_is_not_posted_again(
    town: Any, manager: Any, add: Any, making: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await follow(town, manager)
    add()
    # As if the process had ended between the two.
    monkeypatch.setattr(news(town)._follows, "acknowledge", lambda *_: None)
    await news(town).look()
    await town.env.restart_bot(making.bot())
    await news(town).look()
    await news(town).look()

    assert len(posted(town)) == 1


async def test_each_post_carries_a_number_by_which_discord_tells_repeats(
    town: Any, manager: Any, add: Any
) -> None:
    await follow(town, manager)
    add()
    await news(town).look()

    sent = [message for message in town.sent() if str(message.get("content")).startswith("-# New on")]
    assert sent[0]["enforce_nonce"] is True
    assert 1 <= len(sent[0]["nonce"]) <= 25


async def test_buttons_under_a_post_work(town: Any, manager: Any, add: Any) -> None:
    await follow(town, manager)
    add()
    await news(town).look()

    shown = await town.press(town.alice, town.channel.history()[-1], "Around it")

    assert WORDS in unescaped(shown.response.embeds[0].description)


async def test_many_new_quotes_are_posted_over_several_rounds(town: Any, manager: Any, add: Any) -> None:
    await follow(town, manager)
    for number in range(AT_ONCE + 1):
        add(
            f"China must answer question {'abcdefghijklm'[number] * 6} of {number + 40} senators about its trade",
            day=number + 1,
        )
    await news(town).look()
    first = len(posted(town))
    await news(town).look()

    assert first == AT_ONCE
    assert len(posted(town)) == AT_ONCE + 1


async def test_a_channel_that_lost_its_archive_is_shown_nothing_of_it(
    town: Any, manager: Any, add: Any
) -> None:
    town.make_owner(manager)
    await follow(town, manager)
    await manager.slash(town.channel, "settings give", name="coast")
    await manager.slash(town.channel, "settings library", name="coast")
    add()
    await news(town).look()
    meanwhile = posted(town)
    await manager.slash(town.channel, "settings library", name="archive")
    await news(town).look()

    assert meanwhile == []
    assert len(posted(town)) == 1


async def test_nothing_is_posted_where_answers_became_private(town: Any, manager: Any, add: Any) -> None:
    await follow(town, manager)
    await manager.slash(town.channel, "settings privacy", private=True)
    add()
    await news(town).look()

    assert posted(town) == []


async def test_a_follow_ends_with_its_channel(
    town: Any, manager: Any, add: Any, caplog: pytest.LogCaptureFixture
) -> None:
    await follow(town, manager)
    place = Place(manager.id, town.guild.id, 123456789)
    await news(town).add(place, "Marco Rubio", "China")
    add()
    with caplog.at_level(logging.WARNING, "bots.discord.news"):
        await news(town).look()

    assert "channel 123456789 is gone" in caplog.text
    assert await news(town).here(place) == []
    assert len(posted(town)) == 1


async def test_what_is_followed_is_listed_and_ended_where_it_is_followed(
    town: Any, manager: Any, add: Any
) -> None:
    elsewhere = town.guild.create_text_channel("elsewhere")
    await follow(town, manager)
    listed = await manager.slash(town.channel, "follows")
    foreign = await manager.slash(elsewhere, "unfollow", followed="1")
    offered = await manager.autocomplete(town.channel, "unfollow", "followed", "rubio")
    ended = await manager.slash(town.channel, "unfollow", followed=offered[0]["value"])
    add()
    await news(town).look()

    assert unescaped(listed.response.content) == "1. What did Marco Rubio say about China?"
    assert foreign.response.content.startswith("No question with that number is followed here.")
    assert ended.response.content.startswith("No longer followed")
    assert posted(town) == []


async def test_a_speaker_is_followed_under_the_archives_name(town: Any, manager: Any) -> None:
    known = await follow(town, manager, speaker="rubio", topic="tariffs")
    unknown = await follow(town, manager, speaker="Zorblax")

    assert known.startswith("Followed here: 1. What did Marco Rubio say about tariffs?")
    assert unknown.startswith("There is no speaker called “Zorblax”.")


async def test_only_who_may_manage_messages_says_what_is_followed(town: Any) -> None:
    # A server may offer a command to everybody; the bot asks again.
    commands = {command.name: command.id for command in await town.bot.tree.fetch_commands()}
    town.guild.set_command_permissions(commands["follow"], {town.guild.default_role: True})

    told = await follow(town, town.alice)

    assert told == "Only people who may manage messages here can change what is followed here."
    assert await news(town).here(Place(town.alice.id, town.guild.id, town.channel.id)) == []


async def test_a_post_that_is_refused_is_tried_again_less_and_less_often(
    town: Any, manager: Any, add: Any, caplog: pytest.LogCaptureFixture
) -> None:
    await follow(town, manager)
    add()
    town.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=4)
    with caplog.at_level(logging.WARNING, "bots.discord.news"):
        for _ in range(1 + 2 + 3 + 5):
            await news(town).look()
    refused = len(caplog.records), len(posted(town))
    for _ in range(9):
        await news(town).look()

    # Refused in the rounds 1, 3, 6 and 11: there are 1, 2, 4 and 8 rounds of rest in between.
    assert refused == (4, 0)
    assert len(posted(town)) == 1


def test_an_address_is_read_as_it_was_written() -> None:
    for address in (Address(Place(1, 2, 3, 4), "a/b: c"), Address(Place(1, None, 3), "archive")):
        assert Address.read(str(address)) == address
