"""The quotations of a text are looked up in the archive; the text is not kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bots.discord.checked_text import checked_text
from bots.discord.limits import EMBED_DESCRIPTION, EMBEDS, EMBEDS_TOGETHER, size
from qa.drafts.verdicts import CheckedQuotation, DraftQuotation, Verdict
from tests.bots.discord.unescaping import unescaped

SAID = "“The harbour must stay open to fishing boats,” said Anna Lindqvist."
ALTERED = "“The harbour must not stay open to fishing boats,” said Anna Lindqvist."


@pytest.fixture
def libraries(coast: Path) -> dict[str, Path]:
    return {"archive": coast}


def finding(text: str, verdict: Verdict) -> CheckedQuotation:
    return CheckedQuotation(DraftQuotation("text", text, 0, len(text), 1, 1, "@everyone " * 20), verdict)


def test_very_many_findings_fit_with_the_wrong_ones_first_and_the_rest_counted() -> None:
    right = [finding("**@everyone** " * 100, Verdict.VERBATIM) for _ in range(40)]

    laid = checked_text([*right, finding("Wrong.", Verdict.ALTERED)])

    assert 0 < len(laid.embeds) <= EMBEDS
    assert (laid.embeds[0].title or "").startswith("41 · Altered")
    assert sum(size((each.title or "") + (each.description or "")) for each in laid.embeds) <= EMBEDS_TOGETHER
    assert all(size(each.description or "") <= EMBED_DESCRIPTION for each in laid.embeds)
    assert f"{41 - len(laid.embeds)} more are not shown" in laid.content
    assert r"\@everyone" in (laid.embeds[1].description or "")


@pytest.mark.slow
async def test_a_text_is_checked_for_its_sender_alone(town: Any) -> None:
    result = await town.alice.slash(town.channel, "check", text=f"{SAID} {ALTERED}")

    assert result.ephemeral
    assert unescaped(result.response.content) == "**2 quotations: 1 verbatim, 1 altered**"
    wrong, right = result.response.embeds
    assert wrong.title == "2 · Altered"
    assert "negation" in wrong.description
    assert right.title == "1 · Verbatim"
    assert (
        "**Anna Lindqvist**\n> The harbour must stay open to fishing boats,\n-# Coast Gazette · 4 March 2024"
        in (unescaped(right.description))
    )


@pytest.mark.slow
async def test_a_check_can_be_shown_to_all_unless_answers_are_private(town: Any) -> None:
    public = await town.alice.slash(town.channel, "check", text=SAID, private=False)
    await town.manager.slash(town.channel, "settings privacy", private=True)
    private = await town.alice.slash(town.channel, "check", text=SAID, private=False)

    assert not public.ephemeral
    assert private.ephemeral


@pytest.mark.slow
async def test_somebodys_message_can_be_checked(town: Any) -> None:
    said = await town.bob.send(town.channel, ALTERED)
    plain = await town.bob.send(town.channel, "There are no quotation marks in here.")

    checked = await town.alice.context_menu(town.channel, "Check this message", said)
    nothing = await town.alice.context_menu(town.channel, "Check this message", plain)

    assert checked.ephemeral
    assert "1 altered" in checked.response.content
    assert nothing.response.content == "No quotation or reported statement was found in it."


@pytest.mark.slow
async def test_who_is_mentioned_in_a_message_is_a_speaker_by_name(town: Any) -> None:
    peter = town.guild.add_member(town.env.create_user("Peter Okafor"))
    said = await town.bob.send(
        town.channel, f"Notes:\n- {peter.mention}: “The harbour must stay open to fishing boats”"
    )

    checked = await town.alice.context_menu(town.channel, "Check this message", said)

    (card,) = checked.response.embeds
    assert card.title == "1 · Said by somebody else"
    assert "(Peter Okafor)" in card.description


@pytest.mark.slow
async def test_no_text_is_kept(town: Any) -> None:
    await town.alice.slash(town.channel, "check", text=SAID)

    with town.bot.state._database():
        assert town.bot.state._connection.execute("SELECT count(*) FROM shown").fetchone()[0] == 0
