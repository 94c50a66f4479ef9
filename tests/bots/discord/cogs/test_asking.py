from __future__ import annotations

from typing import Any

import discord
import pytest

from bots.discord.cards import WHICH
from bots.discord.cogs.asking import HINT
from bots.discord.rates import Rates
from bots.rates import Rate
from tests.bots.discord.conftest import entries, small_print
from tests.bots.discord.unescaping import unescaped

RUBIO = "What did Rubio say about China?"


def shown(message: Any) -> str:
    """Return a message as a person reads it."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or ""]
        parts += [part for field in embed.fields for part in (field.name or "", field.value or "")]
    return unescaped("\n".join(parts))


def labels(message: Any) -> list[str]:
    return [label for label, _ in entries(message)]


async def test_a_question_is_answered_with_quotes(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question=RUBIO)

    text = shown(result.response)
    assert not result.ephemeral
    assert f"**{RUBIO}**" in text
    assert "Understood: speaker: Marco Rubio · topic: China" in text
    assert (
        "> Marco Rubio has called China the “**biggest threat**” to the prosperity of the United States."
        in text
    )
    assert "2 · Marco Rubio (partly in their own words)\n> Marco Rubio has called" in text
    assert "answers it · Onrecord seeds · 19 January 2025" in text
    *quotes, beside = result.response.embeds
    assert len(quotes) == 3
    assert unescaped(beside.description).startswith("**Also on this, not by Marco Rubio:**\n> ")
    assert beside.title is None
    assert {"Newer", "Older", "Other speakers", "Around 1", "Follow up", "Thread", "Wrong?"} <= set(
        labels(result.response)
    )


async def test_a_private_answer_is_seen_by_nobody_else(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question=RUBIO, private=True)

    assert result.ephemeral
    assert town.channel.history(viewer=town.bob) == []
    assert "Thread" not in labels(result.response)


async def test_where_nothing_answers_it_says_what_was_looked_for(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question="What did Rubio say about cheese?")

    text = shown(result.response)
    assert "Understood: speaker: Marco Rubio · topic: cheese" in text
    assert "Not found: Marco Rubio is quoted in these articles, though not on cheese." in text


async def test_a_mention_is_answered_by_a_reply(town: Any) -> None:
    asked = await town.alice.send(town.channel, f"{town.mention} {RUBIO}")

    answer = town.channel.last_message
    assert answer.reference.message_id == asked.id
    assert "biggest threat" in shown(answer)
    assert RUBIO not in shown(answer)


@pytest.mark.parametrize("text", ["", "   "], ids=["nothing", "spaces"])
async def test_a_mention_without_a_question_gets_a_hint(town: Any, text: str) -> None:
    await town.alice.send(town.channel, f"{town.mention}{text}")

    assert town.channel.last_message.content == HINT


async def test_a_person_who_asks_for_help_reads_how_to_ask_and_what_is_in_the_archive(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} Help!")

    message = town.channel.last_message
    assert "Ask “What did X say about Y?”" in unescaped(message.content)
    assert len(message.embeds) == 1
    assert "**Quoted most** Donald Trump 12" in unescaped(message.embeds[0].description)
    assert "**Ask, for example**" in message.embeds[0].description
    assert set(labels(message)) == {"Follow up", "Thread"}


async def test_a_greeting_is_returned_with_questions_to_ask(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} hello")

    message = town.channel.last_message
    assert unescaped(message.content).startswith("**Hello.")
    assert message.embeds[0].description.startswith("**Ask, for example**\n- ")
    assert message.embeds[0].description.count("\n- ") == 3
    assert set(labels(message)) == {"Follow up", "Thread"}


async def test_thanks_are_answered_in_a_word(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} Thanks!")

    message = town.channel.last_message
    assert message.embeds == []
    assert unescaped(message.content).startswith("**You are welcome.")


async def test_thanks_do_not_end_a_conversation(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} {RUBIO}")
    await town.alice.send(town.channel, f"{town.mention} thanks", reply_to=town.channel.last_message)

    await town.alice.send(
        town.channel, f"{town.mention} and about Beijing?", reply_to=town.channel.last_message
    )

    assert "speaker: Marco Rubio · topic: Beijing" in shown(town.channel.last_message)


async def test_a_text_that_is_no_question_is_refused(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} {'word ' * 100}")

    assert "at most 300 characters" in town.channel.last_message.content


async def test_what_is_said_to_others_is_not_answered(town: Any) -> None:
    await town.alice.send(town.channel, RUBIO)
    await town.alice.send(town.channel, f"@everyone {RUBIO}")
    await town.alice.send(town.channel, f"{town.bob.mention} {RUBIO}")

    assert town.sent() == []


async def test_neither_bots_nor_webhooks_are_answered(town: Any) -> None:
    other = town.guild.add_member(town.env.create_user("robot", bot=True))
    hook = town.guild.create_webhook(town.channel)

    await other.send(town.channel, f"{town.mention} {RUBIO}")
    await hook.send(f"{town.mention} {RUBIO}")

    assert town.sent() == []


async def test_a_reply_to_an_answer_goes_on_from_it(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} {RUBIO}")
    answer = town.channel.last_message

    await town.bob.send(town.channel, f"{town.mention} and about Beijing?", reply_to=answer)

    assert "speaker: Marco Rubio · topic: Beijing" in shown(town.channel.last_message)


async def test_a_mention_that_replies_to_nothing_begins_a_new_conversation(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} {RUBIO}")

    await town.bob.send(town.channel, f"{town.mention} and about Beijing?")

    assert "speaker:" not in unescaped(town.channel.last_message.content)


@pytest.mark.slow
async def test_what_cannot_be_understood_is_asked_back_with_buttons(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} and about Beijing?")
    asked_back = town.channel.last_message

    chosen = await town.press(town.alice, asked_back, "What did Marco Rubio say about Beijing?")

    assert asked_back.content.endswith(f"**{WHICH}**")
    assert "speaker: Marco Rubio · topic: Beijing" in unescaped(chosen.response.content)


async def test_a_direct_message_is_a_question_and_goes_on(town: Any) -> None:
    await town.alice.send_dm(RUBIO)
    first = town.alice.user.dm_channel.last_message
    await town.alice.send_dm("and about Beijing?")

    assert "biggest threat" in shown(first)
    assert "speaker: Marco Rubio · topic: Beijing" in shown(town.alice.user.dm_channel.last_message)


async def test_the_command_works_in_direct_messages(town: Any) -> None:
    await town.alice.send_dm("hello")

    result = await town.alice.user.slash("ask", question=RUBIO)

    assert "biggest threat" in shown(result.response)


@pytest.mark.slow
async def test_a_message_can_be_asked_about(town: Any) -> None:
    said = await town.bob.send(town.channel, "I think that Rubio called China a threat.")

    result = await town.alice.context_menu(town.channel, "Ask about this message", said)

    assert result.ephemeral
    assert "biggest threat" in shown(result.response)


async def test_a_message_without_text_cannot_be_asked_about(town: Any) -> None:
    said = await town.bob.send(town.channel, "", attachments=[("a.txt", b"x")])

    result = await town.alice.context_menu(town.channel, "Ask about this message", said)

    assert result.response.content == "There is no text in that message."


async def test_a_speaker_can_be_given(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question="China", speaker="rubio")

    assert "speaker: Marco Rubio · topic: China" in shown(result.response)
    assert "biggest threat" in shown(result.response)


async def test_an_unknown_speaker_is_named(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question="China", speaker="Zebulon")

    assert "There is no speaker called “Zebulon”" in unescaped(result.response.content)


@pytest.mark.slow
async def test_a_source_can_be_given_in_any_case(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question=RUBIO, source="ONRECORD seeds")

    assert "biggest threat" in shown(result.response)


async def test_an_unknown_source_is_named(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question=RUBIO, source="Zebra *Times*")

    assert unescaped(result.response.content).startswith("There is no source called “Zebra *Times*”.")


async def test_a_period_can_be_given(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question=RUBIO, since="2025-01-20", until="2025-01")

    dates = {
        " · ".join(small_print(embed).split(" · ")[1:3]) for embed in result.response.embeds if embed.title
    }
    assert dates == {"Onrecord seeds · 20 January 2025"}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"since": "tomorrow"}, "“tomorrow” is not a day; write it as 2025-01-31."),
        ({"until": "2025-02-30"}, "“2025-02-30” is not a day; write it as 2025-01-31."),
        ({"until": "2025-00"}, "“2025-00” is not a day; write it as 2025-01-31."),
        ({"since": "2025-02", "until": "2025-01"}, "That period ends before it begins."),
    ],
    ids=["word", "no such day", "no such month", "backwards"],
)
async def test_a_period_that_is_none_is_refused(town: Any, options: dict[str, str], told: str) -> None:
    result = await town.alice.slash(town.channel, "ask", question=RUBIO, **options)

    assert result.ephemeral
    assert unescaped(result.response.content) == told


async def test_speakers_and_sources_are_offered(town: Any) -> None:
    speakers = await town.alice.autocomplete(town.channel, "ask", "speaker", "ru", question="x")
    sources = await town.alice.autocomplete(town.channel, "ask", "source", "ON", question="x")

    # Whose name begins with what was typed comes first.
    assert [each["value"] for each in speakers][-2:] == ["Donald Trump", "Marco Rubio"]
    assert [each["value"] for each in sources] == ["Onrecord seeds"]


class TestWithFewQuestions:
    @pytest.fixture
    def changes(self) -> dict[str, Any]:
        return {"rates": Rates(person=Rate(per_minute=1, burst=1))}

    async def test_who_types_without_end_is_offered_nothing_more(self, town: Any) -> None:
        offered = [
            await town.alice.autocomplete(town.channel, "ask", "speaker", "ru", question="x")
            for _ in range(20)
        ]
        others = await town.bob.autocomplete(town.channel, "ask", "speaker", "ru", question="x")

        assert [bool(each) for each in offered] == [True] * 16 + [False] * 4
        assert others


@pytest.mark.slow
async def test_a_question_is_shown_and_not_obeyed(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question="@everyone **what** of [x](https://e.org)?")

    assert result.response.content.startswith(r"**\@everyone \*\*what\*\* of \[x\]\(https\://e.org\)?**")


async def test_without_the_permission_to_show_cards_it_says_so(town: Any) -> None:
    mute = town.guild.create_text_channel(
        "mute",
        overwrites={town.guild.default_role: discord.PermissionOverwrite(embed_links=False)},
    )

    await town.alice.send(mute, f"{town.mention} {RUBIO}")

    assert "Embed Links" in mute.last_message.content


async def test_a_message_that_is_gone_is_no_failure(town: Any, caplog: pytest.LogCaptureFixture) -> None:
    town.env.inject_error("POST", "/channels/*/messages", status=400)

    await town.alice.send(town.channel, f"{town.mention} {RUBIO}")

    assert "Rubio" not in caplog.text


async def test_the_whole_client_mentions_nobody(town: Any) -> None:
    # Each message says so as well; this is for what might be added and forget it.
    assert town.bot.allowed_mentions.to_dict() == {"parse": []}


async def test_no_privileged_intent_is_asked_for(town: Any) -> None:
    intents = town.bot.intents

    assert not (intents.members or intents.presences or intents.message_content)
