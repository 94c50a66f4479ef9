from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord
import pytest

from bots.discord.desk import TOO_OLD
from bots.discord.policy import Place
from bots.discord.shown import ShownQuote, new_id
from bots.discord.state import KEPT
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.quote_ids import quote_id
from tests.bots.discord.conftest import small_print
from tests.bots.discord.unescaping import unescaped

pytestmark = pytest.mark.slow

RUBIO = "What did Rubio say about China?"
TRUMP = "What did Trump say?"
"""Has more quotes than fit into one message."""


async def asked(town: Any, question: str = RUBIO, **options: Any) -> discord.Message:
    await town.alice.slash(town.channel, "ask", question=question, **options)
    message = town.channel.last_message
    assert message.embeds
    return message


def titles(message: Any) -> list[str]:
    return [unescaped(embed.title) for embed in message.embeds if embed.title]


def footers(message: Any) -> set[str]:
    """Return outlet and day of each quote, without how sure it is."""
    return {" · ".join(small_print(embed).split(" · ")[1:3]) for embed in message.embeds if embed.title}


def ids(message: Any) -> list[str]:
    return [item.custom_id for row in message.components for item in row.children]


def place_in(town: Any) -> Place:
    return Place(town.alice.id, town.guild.id, town.channel.id)


async def test_the_person_who_asked_turns_the_pages_for_all(town: Any) -> None:
    message = await asked(town, TRUMP)
    first = titles(message)

    await town.press(town.alice, message, "More")
    second = titles(town.channel.last_message)
    await town.press(town.alice, town.channel.last_message, "Back")

    assert [title[:2] for title in first] == ["1 ", "2 ", "3 "]
    assert [title[:2] for title in second] == ["4 ", "5 ", "6 "]
    assert titles(town.channel.last_message) == first
    assert len(town.channel.history()) == 1


async def test_others_turn_their_own_pages(town: Any) -> None:
    message = await asked(town, TRUMP)

    result = await town.press(town.bob, message, "More")

    assert result.ephemeral
    assert titles(result.response)[0].startswith("4 ·")
    assert titles(town.channel.last_message)[0].startswith("1 ·")


async def test_what_is_related_stays_below_the_first_page(town: Any) -> None:
    message = await asked(town)
    stored = await town.bot.desk.shown(ids(message)[0].split(":")[2])
    paged = replace(stored, id=new_id(), page=1)
    await town.bot.service.aside(town.bot.state.keep, paged)

    reply = await town.bot.desk.page(paged, 1, place_in(town), "", seen=False)
    back = await town.bot.desk.page(paged, 0, place_in(town), "", seen=False)

    assert len(reply.embeds) == 1
    assert [embed.title is None for embed in back.embeds] == [False, True]
    assert back.embeds[-1].description == message.embeds[-1].description


async def test_a_quote_is_shown_among_its_neighbours(town: Any) -> None:
    message = await asked(town)

    result = await town.press(town.bob, message, "Around 2")

    assert result.ephemeral
    text = unescaped(result.response.embeds[0].description)
    assert "> **Marco Rubio has called China the “biggest threat” to the prosperity" in text
    assert "> A senator on whom China has imposed sanctions is to have a place" in text


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Newer", "Nothing newer than 20 January 2025 answers that."),
        ("Older", "Nothing older than 19 January 2025 answers that."),
    ],
)
async def test_where_nothing_is_newer_or_older_it_says_so(town: Any, label: str, told: str) -> None:
    message = await asked(town)

    result = await town.press(town.alice, message, label)

    assert result.response.content == told


async def test_older_and_newer_articles_are_asked_the_same(town: Any) -> None:
    newest = await asked(town, since="2025-01-20")
    older = await town.press(town.alice, newest, "Older")
    oldest = await asked(town, until="2025-01-19")
    newer = await town.press(town.alice, oldest, "Newer")

    assert footers(newer.response) == {"Onrecord seeds · 20 January 2025"}
    assert "Newer than 19 January 2025" in newer.response.content
    assert "Onrecord seeds · 20 January 2025" not in footers(older.response)
    assert "Older than 20 January 2025" in older.response.content


async def test_a_quote_can_be_called_wrong(town: Any, making: Any, own_seeds: Path) -> None:
    town.bot.service.libraries["archive"] = own_seeds
    message = await asked(town)

    dialog = await town.press(town.bob, message, "Wrong?")
    result = await town.bob.submit_modal(dialog, {"wrong": ["1"]})

    assert result.ephemeral
    rows = [json.loads(line) for line in (own_seeds / "reports.jsonl").read_text().splitlines()]
    assert [row["question"] for row in rows] == [RUBIO]
    assert rows[0]["not_answers"] == [
        "Marco Rubio has called China the “biggest threat” to the prosperity of the United States."
    ]


async def test_all_quotes_can_be_called_wrong(town: Any, own_seeds: Path) -> None:
    town.bot.service.libraries["archive"] = own_seeds
    message = await asked(town)

    dialog = await town.press(town.alice, message, "Wrong?")
    await town.alice.submit_modal(dialog, {"wrong": ["all"]})

    assert len((own_seeds / "reports.jsonl").read_text().splitlines()) == 3


async def test_a_follow_up_needs_no_message_to_be_read(town: Any) -> None:
    message = await asked(town)

    dialog = await town.press(town.bob, message, "Follow up")
    result = await town.bob.submit_modal(dialog, {"question": "and about Beijing?"})

    assert not result.ephemeral
    assert "speaker: Marco Rubio · topic: Beijing" in unescaped(result.response.content)


async def test_a_follow_up_of_a_private_answer_is_private(town: Any) -> None:
    private = await town.alice.slash(town.channel, "ask", question=RUBIO, private=True)

    dialog = await town.press(town.alice, private.response, "Follow up")
    result = await town.alice.submit_modal(dialog, {"question": "and about Beijing?"})

    assert result.ephemeral


async def test_other_speakers_are_asked_for(town: Any) -> None:
    message = await asked(town)

    result = await town.press(town.alice, message, "Other speakers")

    words = [embed.description for embed in result.response.embeds]
    assert words
    assert not any("**Marco Rubio" in text for text in words)


async def test_what_others_press_is_for_their_eyes(town: Any) -> None:
    message = await asked(town)

    own = await town.press(town.alice, message, "Other speakers")
    others = await town.press(town.bob, message, "Other speakers")

    assert not own.ephemeral
    assert others.ephemeral


async def test_pages_that_were_turned_are_not_shown_again(town: Any) -> None:
    message = await asked(town, TRUMP)
    await town.press(town.alice, message, "More")
    turned = town.channel.last_message

    dialog = await town.press(town.alice, turned, "Follow up")
    more = await town.alice.submit_modal(dialog, {"question": "more"})

    seen = {embed.description for embed in (*message.embeds, *turned.embeds)}
    assert more.response.embeds
    assert not seen & {embed.description for embed in more.response.embeds}


async def test_a_thread_goes_on_from_its_answer(town: Any) -> None:
    message = await asked(town)

    opened = await town.press(town.alice, message, "Thread")
    thread = town.channel.threads[0]
    await town.bob.send(thread, f"{town.mention} and about Beijing?")

    assert opened.ephemeral
    assert thread.id == message.id
    assert "Mention me" in thread.history()[0].content
    assert "speaker: Marco Rubio · topic: Beijing" in unescaped(thread.last_message.content)


async def test_without_message_content_a_thread_is_not_read(town: Any) -> None:
    await town.press(town.alice, await asked(town), "Thread")
    thread = town.channel.threads[0]

    await town.bob.send(thread, "and about Beijing?")

    assert len(thread.history()) == 2


class TestWithMessageContent:
    @pytest.fixture
    def changes(self) -> dict[str, Any]:
        return {"message_content": True}

    async def test_every_message_in_its_thread_is_a_question(self, town: Any) -> None:
        await town.press(town.alice, await asked(town), "Thread")
        thread = town.channel.threads[0]

        await town.bob.send(thread, "and about Beijing?")

        assert "Just write" in thread.history()[0].content
        assert "speaker: Marco Rubio · topic: Beijing" in unescaped(thread.last_message.content)

    async def test_other_threads_and_channels_are_left_alone(self, town: Any) -> None:
        await town.alice.send(town.channel, RUBIO)

        assert town.sent() == []


async def test_who_may_not_open_threads_opens_none(town: Any) -> None:
    quiet = town.guild.create_text_channel(
        "quiet",
        overwrites={town.guild.default_role: discord.PermissionOverwrite(create_public_threads=False)},
    )
    await town.alice.slash(quiet, "ask", question=RUBIO)

    result = await town.press(town.alice, quiet.last_message, "Thread")

    assert result.response.content == "You may not open threads here."
    assert quiet.threads == []


async def test_buttons_work_after_a_restart(town: Any, making: Any) -> None:
    message = await asked(town, TRUMP)

    await town.env.restart_bot(making.bot())
    result = await town.press(town.bob, message, "Around 1")
    await town.press(town.alice, message, "More")

    assert "> **" in result.response.embeds[0].description
    assert titles(town.channel.last_message)[0].startswith("4 ·")


async def test_forms_that_were_open_at_a_restart_can_be_sent(town: Any, making: Any, own_seeds: Path) -> None:
    message = await asked(town)
    question = await town.press(town.bob, message, "Follow up")
    complaint = await town.press(town.alice, message, "Wrong?")

    await town.env.restart_bot(making.bot())
    town.env.bot.service.libraries["archive"] = own_seeds
    answer = await town.bob.submit_modal(question, {"question": "and about Beijing?"})
    thanks = await town.alice.submit_modal(complaint, {"wrong": ["0"]})

    assert "speaker: Marco Rubio · topic: Beijing" in unescaped(answer.response.content)
    assert thanks.response.content.startswith("Thank you.")
    assert len((own_seeds / "reports.jsonl").read_text().splitlines()) == 1


async def test_buttons_work_after_the_archive_was_made_again(
    town: Any, own_seeds: Path, encoder: Any
) -> None:
    town.bot.service.libraries["archive"] = own_seeds
    message = await asked(town)

    update(own_seeds, IndexRequest(rebuild=True), encoder_factory=lambda: encoder)
    result = await town.press(town.bob, message, "Around 1")

    assert "biggest threat" in result.response.embeds[0].description


async def test_a_quote_that_is_gone_says_so(town: Any, own_seeds: Path, coast: Path) -> None:
    town.bot.service.libraries["archive"] = own_seeds
    message = await asked(town)

    town.bot.service.libraries["archive"] = coast
    own_seeds.rename(own_seeds.with_name("elsewhere"))
    result = await town.press(town.bob, message, "Around 1")

    assert result.response.content == "What this was about is no longer in the archive. Ask again."


async def test_buttons_grow_too_old(town: Any, making: Any) -> None:
    message = await asked(town, TRUMP)

    making.time.seconds += KEPT.total_seconds() + 1
    result = await town.press(town.alice, message, "More")

    assert result.ephemeral
    assert result.response.content == TOO_OLD


async def pressed(town: Any, person: Any, message: Any, custom_id: str) -> Any:
    """Press a button as a client might that was changed by hand: with another id."""
    stored = town.env.backend.get_message(message.channel.id, message.id)
    kept = stored.components
    stored.components = [
        {"type": 1, "components": [{"type": 2, "style": 2, "label": "x", "custom_id": custom_id}]}
    ]
    try:
        return await person.click(message, custom_id=custom_id)
    finally:
        stored.components = kept


async def test_ids_are_not_believed(town: Any) -> None:
    message = await asked(town)
    own = ids(message)[0].split(":")[2]

    for custom_id in (
        "qa:page:aaaaaaaaaaaaaaaa:0", f"qa:page:{own}:99", f"qa:around:{own}:99", f"qa:whole:{own}:99",
        f"qa:choice:{own}:7", f"qa:wrong:{own}:50", f"qa:newer:{own}:50",
    ):  # fmt: skip
        result = await pressed(town, town.bob, message, custom_id)

        assert result.ephemeral, custom_id
        assert not result.response.embeds, custom_id
        assert "Something went wrong" not in result.response.content, custom_id


@pytest.mark.parametrize("custom_id", ["qa:destroy:{}:0", "qa:page:{}:123", "qa:page:{}", "other:{}"])
async def test_what_is_no_button_of_ours_does_nothing(town: Any, custom_id: str) -> None:
    message = await asked(town)
    own = ids(message)[0].split(":")[2]

    result = await pressed(town, town.bob, message, custom_id.format(own))

    assert not result.acknowledged


async def test_a_private_answer_opens_to_nobody_else(town: Any) -> None:
    private = await town.alice.slash(town.channel, "ask", question=RUBIO, private=True)
    public = await asked(town)
    hidden = private.response.components[0]["components"][0]["custom_id"].split(":")[2]

    result = await pressed(town, town.bob, public, f"qa:around:{hidden}:0")

    assert result.response.content == TOO_OLD


@pytest.mark.parametrize("button", ["Follow up", "Wrong?"], ids=["question", "complaint"])
async def test_a_form_about_a_private_answer_is_taken_from_nobody_else(town: Any, button: str) -> None:
    private = await town.alice.slash(town.channel, "ask", question=RUBIO, private=True)
    hidden = private.response.components[0]["components"][0]["custom_id"].split(":")[2]
    public = await asked(town)
    dialog = await town.press(town.bob, public, button)

    kind = dialog.modal["custom_id"].split(":")[2]
    # Sent as by a client that was changed by hand: `modal` gives a copy.
    dialog._interaction.modal["custom_id"] = f"qa:form:{kind}:{hidden}:0"
    filled = {"question": "more"} if kind == "follow" else {"wrong": ["all"]}
    result = await town.bob.submit_modal(dialog, filled)

    assert result.response.content == TOO_OLD


async def test_an_answer_opens_in_its_own_server_only(town: Any) -> None:
    message = await asked(town)
    own = ids(message)[0].split(":")[2]
    other = town.env.create_guild("Other")
    channel = other.create_text_channel("news")
    eve = other.add_member(town.env.create_user("eve"))
    await eve.slash(channel, "ask", question=RUBIO)

    result = await pressed(town, eve, channel.last_message, f"qa:around:{own}:0")

    assert result.response.content == TOO_OLD


async def test_a_quote_too_long_for_a_card_is_cut_and_there_whole(
    town: Any, tmp_path: Path, encoder: Any
) -> None:
    speech = " ".join(f"We will repair wall {n} of the harbour before winter." for n in range(190))
    (tmp_path / "speech.txt").write_text(f"A speech\n\n{speech}\n", encoding="utf-8")
    update(tmp_path / "lib", IndexRequest((tmp_path / "speech.txt",)), encoder_factory=lambda: encoder)
    town.bot.service.libraries["archive"] = tmp_path / "lib"
    message = await asked(town, "What is repaired before winter?")
    own = ids(message)[0].split(":")[2]
    shown = town.bot.state.shown(own)
    # An answer's quotes are short; a longer one is what a library of transcripts may bring.
    assert shown is not None
    with Library.open(tmp_path / "lib") as library, library.snapshot() as snapshot:
        version = next(iter(snapshot.versions([1]).values()))
    start = version.article.text.index("We will")
    long = ShownQuote(quote_id(version.uid, version.sha256, start, start + 3_000), "", 0)
    longest = ShownQuote(quote_id(version.uid, version.sha256, start, start + 9_000), "", 0)
    both = replace(shown, id=new_id(), quotes=(long, longest))
    town.bot.state.keep(both)

    page = await pressed(town, town.bob, message, f"qa:page:{both.id}:0")
    fits = await town.press(town.bob, page.response, "All of 1")
    file = await town.press(town.bob, page.response, "All of 2")

    assert "✂" in page.response.embeds[1].description
    assert unescaped(fits.response.embeds[0].description).startswith("> We will repair wall 0")
    assert file.response.attachments[0].filename == "quote.txt"
