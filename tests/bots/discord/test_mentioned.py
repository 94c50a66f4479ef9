from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord.mentioned import with_names
from tests.bots.discord.unescaping import unescaped


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("What did <@7> say?", "What did Ada say?"),
        ("What did <@!7> say about <#8>?", "What did Ada say about ferries?"),
        ("Ask <@&9>, <@404> and </ask:5>", "Ask Editors, and ask"),
        ("<:wave:12> at <t:1700000000:R> hello <a:x:1>", "at hello"),
        ("a <@7", "a <@7"),
    ],
    ids=["person", "nickname-and-channel", "role-unknown-and-command", "emoji-and-time", "no-mention"],
)
def test_mentions_are_read_as_names(text: str, read: str) -> None:
    assert with_names(text, {7: "Ada", 8: "ferries", 9: "Editors"}) == read


@given(st.text(alphabet="<@!&#>/:t1 a", max_size=60))
def test_nothing_that_mentions_somebody_is_left(text: str) -> None:
    once = with_names(text, {})

    assert with_names(once, {1: "X", 11: "X"}) in (once, with_names(once, {}))


@pytest.mark.slow
async def test_somebody_who_is_mentioned_in_a_question_is_read_by_name_and_never_mentioned(town: Any) -> None:
    await town.alice.send(
        town.channel, f"{town.mention} What did {town.bob.mention} say about <#{town.channel.id}>?"
    )
    by_message = town.channel.last_message.content
    command = await town.alice.slash(
        town.channel, "ask", question=f"What did <@{town.bob.id}> say about <#{town.channel.id}>?"
    )

    assert "speaker: bob" in unescaped(by_message).lower() or "bob" in unescaped(by_message)
    for text in (by_message, command.response.content):
        assert str(town.bob.id) not in text
    # Who is mentioned in a command is not known, what channel is.
    assert "**What did say about news?**" in unescaped(command.response.content)


@pytest.mark.slow
async def test_a_command_that_holds_nothing_but_a_mention_asks_for_a_question(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question=f"<@{town.bob.id}>")

    assert result.ephemeral
    assert result.response.content.startswith("Ask me what somebody said")
