from __future__ import annotations

import logging
from typing import Any

import pytest

from bots.discord.bot import ArchiveBot
from bots.discord.failures import details, expected_message, report
from bots.discord.refusals import Reason, Refused
from qa.errors import DamagedIndexError, NoIndexError, UsageError

SECRET = "the question that was asked"


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_has_a_message(reason: Reason) -> None:
    assert expected_message(Refused(reason, 2.4))


def test_a_refusal_says_how_long_to_wait() -> None:
    assert (
        expected_message(Refused(Reason.TOO_OFTEN, 2.4))
        == "That is a lot of questions. You can ask again in 3 s."
    )


def test_messages_that_name_folders_are_kept_back(caplog: pytest.LogCaptureFixture) -> None:
    for error in (NoIndexError("There is no library in /srv/secret."), DamagedIndexError("/srv/secret")):
        assert "/srv" not in report(error, where="here")
    assert "/srv" not in caplog.text


def test_words_of_a_question_in_a_message_are_no_markup() -> None:
    assert expected_message(UsageError("“@everyone **x**” is odd")) == r"“\@everyone \*\*x\*\*” is odd"


def test_the_log_has_the_id_and_the_places_and_not_the_question(caplog: pytest.LogCaptureFixture) -> None:
    def inner() -> None:
        raise ValueError(SECRET)

    try:
        try:
            inner()
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        text = report(error, where="/ask in guild 1")

    mark = text.split("`")[1]
    assert SECRET not in text
    assert SECRET not in caplog.text
    assert mark in caplog.text
    assert "RuntimeError" in caplog.text
    assert "ValueError at test_failures.py" in caplog.text
    assert "inner" in caplog.text


def test_a_lack_of_memory_is_said_as_such(caplog: pytest.LogCaptureFixture) -> None:
    text = report(MemoryError(), where="here")

    assert text.startswith("There is not enough memory at the moment. Ask again later.")
    assert text.split("`")[1] in caplog.text


def test_a_circle_of_causes_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first

    assert details(first).count(";") == 1


@pytest.mark.simcord(check_errors=False)
async def test_a_failing_listener_is_logged_without_the_question(
    town: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG, "bots")

    def fail(*_: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(town.bot.policy, "answers_privately", fail)
    await town.alice.send(town.channel, f"{town.mention} {SECRET}")

    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bots"))
    assert SECRET not in ours


@pytest.mark.slow
async def test_neither_questions_nor_the_token_are_logged(
    town: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bots")
    assert isinstance(town.bot, ArchiveBot)

    await town.alice.slash(town.channel, "ask", question=f"{SECRET}?")
    await town.alice.slash(town.channel, "ask", question=SECRET, source="nowhere")
    await town.alice.send(town.channel, f"{town.mention} {SECRET}")

    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bots"))
    assert SECRET not in ours
    assert town.bot.configuration.token not in ours
    assert town.bot.configuration.token not in repr(town.bot.configuration)
