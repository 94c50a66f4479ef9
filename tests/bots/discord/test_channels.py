"""Channels that are left out, forums, channels in which every message is a question, answers in threads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
import pytest
from simcord import OptionError

from bots.discord.hearing import post_question
from bots.discord.policy import NOT_IN_THIS_CHANNEL
from tests.bots.discord.unescaping import unescaped

RUBIO = "What did Rubio say about China?"


async def told(town: Any, name: str, **options: Any) -> str:
    result = await town.manager.slash(town.channel, f"settings {name}", **options)
    assert result.ephemeral
    return unescaped(result.response.content)


async def post(town: Any, forum: Any, title: str, text: str, *, author: Any = None) -> Any:
    """Begin a post of a forum, as Discord tells of it: the thread, then the message that has its id."""
    backend, person = town.env.backend, author or town.alice
    thread = backend.create_thread(forum.id, title, person.id, broadcast=False)
    starter = backend.prepare_message(thread.id, person.id, text)
    starter.id = thread.id
    backend.commit_message(starter, broadcast=False)
    backend.announce_thread_create(thread)
    backend.announce_message_create(starter)
    await town.env.settle()
    return next(each for each in forum.threads if each.id == thread.id)


@pytest.mark.parametrize(
    ("title", "text", "asked"),
    [
        ("What did Rubio say?", "I wonder. Do you know?", "What did Rubio say?"),
        ("Rubio", "What did he say about China?", "What did he say about China?"),
        ("Rubio on China", "", "Rubio on China"),
        ("Rubio on China", "I wonder.", "Rubio on China"),
        ("Rubio on China", "Why? " * 100, "Rubio on China"),
        ("Ask <@1> now?", "", "Ask now?"),
    ],
    ids=["title", "text", "no-text", "no-question", "long-text", "mention"],
)
def test_a_post_asks_by_its_title_or_a_short_question_below_it(title: str, text: str, asked: str) -> None:
    assert post_question(title, text) == asked


@pytest.mark.slow
async def test_a_channel_can_be_left_out_and_no_empty_list_opens_the_others(town: Any) -> None:
    quiet = town.guild.create_text_channel("quiet")

    begun = await told(town, "show")
    left_out = await told(town, "channel", channel=quiet, answer=False)
    there = await town.alice.slash(quiet, "ask", question=RUBIO)
    here = await town.alice.slash(town.channel, "ask", question=RUBIO)
    only = await told(town, "channel", channel=town.channel, answer=True)
    none = await told(town, "channel", channel=town.channel, answer=False)
    nowhere = await town.alice.slash(town.channel, "ask", question=RUBIO)
    everywhere = await told(town, "channels", where="all")

    assert begun.startswith("I answer in all channels, as on every new server: nobody has chosen yet.")
    assert left_out == f"I answer in all channels but <#{quiet.id}>."
    assert there.response.content == NOT_IN_THIS_CHANNEL
    assert here.response.embeds
    assert only == f"I answer in <#{town.channel.id}>."
    assert none.startswith("I answer in no channel.")
    assert nowhere.response.content == NOT_IN_THIS_CHANNEL
    # What was left out stays so until it is let in by name.
    assert everywhere.startswith("I answer in all channels but ")


@pytest.mark.slow
async def test_a_channel_that_was_left_out_is_let_in_again_without_closing_the_others(town: Any) -> None:
    await told(town, "channel", channel=town.channel, answer=False)

    again = await told(town, "channel", channel=town.channel, answer=True)

    assert again.startswith("I answer in all channels")
    assert "but" not in again


@pytest.mark.slow
async def test_no_category_can_be_left_out_as_if_its_channels_were_then(town: Any) -> None:
    # Discord offers what a command takes; what it does not offer is refused by it.
    stage = town.guild.create_voice_channel("talk")

    with pytest.raises(OptionError):
        await told(town, "channel", channel=town.guild.create_category("Archive"), answer=False)
    left_out = await told(town, "channel", channel=stage, answer=False)

    assert left_out == f"I answer in all channels but <#{stage.id}>."


@pytest.mark.slow
async def test_only_here_is_a_list_of_this_channel(town: Any) -> None:
    assert await told(town, "channels", where="chosen") == f"I answer in <#{town.channel.id}>."


@pytest.mark.slow
async def test_a_new_post_of_a_forum_is_answered_in_it_by_its_title(town: Any) -> None:
    forum = town.guild.create_forum_channel("questions")
    said = await told(town, "mode", channel=forum, answer="posts")

    thread = await post(town, forum, RUBIO, "I wonder.")
    await town.bob.send(thread, "Nobody knows.")

    assert "I read only the title of a post" in said
    (answer,) = [message for message in thread.history() if message.embeds]
    assert "biggest threat" in answer.embeds[0].description


@pytest.mark.slow
async def test_a_follow_up_in_a_post_goes_on_from_its_answer(town: Any) -> None:
    forum = town.guild.create_forum_channel("questions")
    await told(town, "mode", channel=forum, answer="posts")
    thread = await post(town, forum, RUBIO, "Please.")

    await town.bob.send(thread, f"{town.mention} and about Beijing?", reply_to=thread.last_message)

    assert "speaker: Marco Rubio · topic: Beijing" in unescaped(thread.last_message.content)


@pytest.mark.slow
async def test_posts_of_other_forums_of_bots_and_where_answers_are_private_are_left_alone(town: Any) -> None:
    chosen, other = town.guild.create_forum_channel("questions"), town.guild.create_forum_channel("other")
    robot = town.guild.add_member(town.env.create_user("robot", bot=True))
    await told(town, "mode", channel=chosen, answer="posts")
    before = len(town.sent())

    await post(town, other, RUBIO, "Please.")
    await post(town, chosen, RUBIO, "Please.", author=robot)
    await told(town, "channel", channel=chosen, answer=False)
    await post(town, chosen, RUBIO, "Please.")
    await told(town, "channel", channel=chosen, answer=True)
    await told(town, "privacy", private=True)
    await post(town, chosen, RUBIO, "Please.")

    # Only the three replies to the commands.
    assert len(town.sent()) == before + 3


@pytest.mark.slow
async def test_every_message_can_be_a_question_only_where_messages_are_read(town: Any) -> None:
    before = town.bot.state.settings_of(town.guild.id)

    refused = await told(town, "mode", channel=town.channel, answer="messages")

    assert refused.startswith("To read every message I need the message content intent.")
    assert town.bot.state.settings_of(town.guild.id) == before


@pytest.mark.slow
async def test_a_mode_must_fit_the_channel(town: Any) -> None:
    forum = town.guild.create_forum_channel("questions")
    town.bot.configuration = replace(town.bot.configuration, message_content=True)

    assert (await told(town, "mode", channel=town.channel, answer="posts")).startswith(
        "Only a forum has posts."
    )
    assert "choose “posts”" in await told(town, "mode", channel=forum, answer="messages")


@pytest.mark.slow
async def test_answers_go_into_threads_where_that_was_chosen(town: Any) -> None:
    said = await told(town, "threads", channel=town.channel, threads=True)

    asked = await town.alice.send(town.channel, f"{town.mention} {RUBIO}")
    command = await town.bob.slash(town.channel, "ask", question=RUBIO)
    private = await town.bob.slash(town.channel, "ask", question=RUBIO, private=True)

    first, second = town.channel.threads
    assert said == f"In <#{town.channel.id}> I answer in a thread for each question."
    assert first.id == asked.id
    assert first.name == RUBIO
    assert "biggest threat" in first.last_message.embeds[0].description
    assert "Answered in the thread." in command.response.content
    assert "biggest threat" in second.last_message.embeds[0].description
    assert private.response.embeds

    await town.bob.send(first, f"{town.mention} and about Beijing?")
    assert "speaker: Marco Rubio · topic: Beijing" in unescaped(first.last_message.content)


@pytest.mark.slow
async def test_where_it_may_open_no_thread_it_answers_in_the_channel(town: Any) -> None:
    closed = town.guild.create_text_channel(
        "closed",
        overwrites={town.guild.default_role: discord.PermissionOverwrite(create_public_threads=False)},
    )
    said = await told(town, "threads", channel=closed, threads=True)

    await town.alice.send(closed, f"{town.mention} {RUBIO}")

    assert "I still need the permission" in said
    assert "biggest threat" in closed.last_message.embeds[0].description


@pytest.mark.slow
class TestWithMessageContent:
    @pytest.fixture
    def changes(self) -> dict[str, Any]:
        return {"message_content": True}

    async def test_every_message_of_a_chosen_channel_is_a_question(self, town: Any) -> None:
        said = await told(town, "mode", channel=town.channel, answer="messages")

        await town.alice.send(town.channel, RUBIO)

        assert said == f"In <#{town.channel.id}> I answer every message."
        assert "biggest threat" in town.channel.last_message.embeds[0].description

    async def test_what_people_say_to_each_other_there_is_none(self, town: Any) -> None:
        said = await town.bob.send(town.channel, "Good morning")
        await told(town, "mode", channel=town.channel, answer="messages")
        before = len(town.sent())

        await town.alice.send(town.channel, "Why?", reply_to=said)
        await town.alice.send(town.channel, f"{town.bob.mention} {RUBIO}")
        await town.alice.send(town.channel, "?")
        await town.alice.send(town.channel, "", attachments=[("a.txt", b"x")])

        assert len(town.sent()) == before

    async def test_a_post_may_ask_in_its_text(self, town: Any) -> None:
        forum = town.guild.create_forum_channel("questions")
        await told(town, "mode", channel=forum, answer="posts")

        thread = await post(town, forum, "Rubio", RUBIO)

        assert "biggest threat" in thread.last_message.embeds[0].description

    async def test_a_mode_outlives_a_restart_and_can_be_ended(self, town: Any, making: Any) -> None:
        await told(town, "mode", channel=town.channel, answer="messages")
        await town.env.restart_bot(making.bot())

        shown = await told(town, "show")
        await told(town, "mode", channel=town.channel, answer="mentions")
        before = len(town.sent())
        await town.alice.send(town.channel, RUBIO)

        assert f"Answered in <#{town.channel.id}>: every message" in shown
        assert len(town.sent()) == before
