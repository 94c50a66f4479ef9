from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bots.discord.configuration import Configuration, read_configuration, read_token
from bots.discord.rates import Rates
from qa.errors import ConfigurationError, UsageError
from qa.settings import server_library


def read(table: dict[str, object] | None = None, **more: Any) -> Configuration:
    given = {
        "environment": {},
        "options": {},
        "token": "t",
        "library": Path("news/.qa"),
        "base": Path("/etc/onrecord"),
    }
    return read_configuration(table=table or {}, **{**given, **more})


def test_with_nothing_set_there_is_one_library_and_nobody_owns_the_bot() -> None:
    configuration = read()

    assert dict(configuration.libraries) == {"archive": Path("news/.qa")}
    assert configuration.default_library == "archive"
    assert configuration.owners == frozenset()
    assert configuration.rates == Rates()
    assert not configuration.message_content


def test_the_token_is_not_shown() -> None:
    assert "sentinel" not in repr(read(token="sentinel"))


def test_the_command_line_wins_over_the_environment_and_that_over_the_file() -> None:
    table: dict[str, object] = {"state": "a", "owners": [1], "message_content": True}

    configuration = read(
        table,
        environment={"QA_DISCORD_STATE": "b", "QA_DISCORD_OWNERS": "2, 3"},
        options={"state": Path("c")},
        today=date(2025, 1, 20),
    )

    assert configuration.state == Path("c")
    assert configuration.owners == {2, 3}
    assert configuration.message_content
    assert configuration.today == date(2025, 1, 20)


def test_folders_in_the_file_are_relative_to_it() -> None:
    configuration = read(
        {"libraries": {"public": "news", "desk": "/srv/desk"}, "default": "desk", "state": "bot"}
    )

    assert dict(configuration.libraries) == {"public": Path("/etc/onrecord/news"), "desk": Path("/srv/desk")}
    assert configuration.default_library == "desk"
    assert configuration.state == Path("/etc/onrecord/bot")


def test_fewer_questions_a_minute_also_means_fewer_at_once() -> None:
    rates = read({"limits": {"per_person": 1, "waiting": 5}}).rates

    assert (rates.person.per_minute, rates.person.burst) == (1, 1)
    assert rates.waiting == 5
    assert rates.guild == Rates().guild


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"token": "sentinel"}, "Unknown setting 'token'"),
        ({"owners": ["me"]}, "a list of ids"),
        ({"owners": True}, "a list of ids"),
        ({"message_content": "perhaps"}, "true or false"),
        ({"limits": {"per_day": 3}}, "a table with some of"),
        ({"limits": {"per_guild": 3, "waiting": 0}}, "waiting is a whole number of at least 1"),
        ({"libraries": {}}, "a table of names and folders"),
        ({"libraries": {"a": 5}}, "the path of a folder"),
        ({"libraries": {"a": "x"}, "default": "b"}, "not one of its libraries: a"),
        ({"state": ""}, "the path of a folder"),
        ({"state": "~nobody-of-this-name/a"}, "the path of a folder"),
        ({"owners": [2**64]}, "a list of ids"),
        ({"limits": {"per_person": 10**400}}, "at most 1,000,000,000"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_meant_is_an_error_that_says_where(table: dict[str, object], says: str) -> None:
    with pytest.raises(UsageError, match=r"\[discord\]") as raised:
        read(table)

    assert says in str(raised.value)
    assert "sentinel" not in str(raised.value)


@pytest.mark.parametrize("near", ["http://127.0.0.1:80", "http://[::1]:80/"], ids=["v4", "v6"])
def test_a_stand_in_for_discord_may_be_on_this_machine(near: str) -> None:
    assert read(environment={"QA_DISCORD_API": near}).api == near.rstrip("/")


@pytest.mark.parametrize(
    "far",
    [
        "http://192.0.2.1:80",
        "https://discord.example",
        "http://localhost:80",
        "http://127.0.0.1@192.0.2.1:80",
        "http://user@127.0.0.1:80",
        "ftp://127.0.0.1",
        "127.0.0.1:80",
        "http://127.0.0.1:80/elsewhere",
    ],
)
def test_the_token_is_sent_to_no_other_host(far: str) -> None:
    with pytest.raises(UsageError, match="loopback"):
        read(environment={"QA_DISCORD_API": far})


def test_the_token_comes_from_the_environment_or_a_file_without_its_line_break(tmp_path: Path) -> None:
    (tmp_path / "token").write_bytes(b"aa.bb.cc\r\n")

    assert read_token({"QA_DISCORD_TOKEN": "aa.bb.cc"}) == "aa.bb.cc"
    assert read_token({"QA_DISCORD_TOKEN_FILE": str(tmp_path / "token")}) == "aa.bb.cc"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"Bot sentinel.bb.cc", "without the word Bot"),
        (b"sentinel\nsecond", "line breaks"),
        (b"\xffsentinel", "characters that no token has"),
    ],
    ids=["empty", "blank", "with-bot", "two-lines", "not-text"],
)
def test_a_file_without_a_usable_token_is_an_error_that_does_not_show_it(
    tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "token").write_bytes(content)

    with pytest.raises(ConfigurationError) as raised:
        read_token({"QA_DISCORD_TOKEN_FILE": str(tmp_path / "token")})

    assert says in str(raised.value)
    assert "sentinel" not in str(raised.value)
    assert raised.value.exit_code == 78


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"nowhere .QA_DISCORD_TOKEN_FILE. cannot be read"):
        read_token({"QA_DISCORD_TOKEN_FILE": str(tmp_path / "nowhere")})


def test_two_places_for_the_token_are_one_too_many(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="keep one"):
        read_token({"QA_DISCORD_TOKEN": "a", "QA_DISCORD_TOKEN_FILE": str(tmp_path)})


def test_the_libraries_of_a_server_are_the_bots_unless_the_table_names_its_own() -> None:
    mounted = {"town": Path("/town"), "coast": Path("/coast")}

    without = read(mounted=mounted)
    with_own = read({"libraries": {"desk": "/desk"}}, mounted=mounted)

    assert (dict(without.libraries), without.default_library) == (mounted, "town")
    assert (dict(with_own.libraries), with_own.default_library) == ({"desk": Path("/desk")}, "desk")
    with pytest.raises(UsageError, match="--mount"):
        read(mounted={"a" * 33: Path("/town")})


def test_a_library_may_be_on_a_server_and_its_password_is_not_shown() -> None:
    address = "postgresql://me:sentinel@db/news"

    configuration = read({"libraries": {"public": "news", "desk": address}})

    assert configuration.libraries["desk"] == server_library(address)
    assert "sentinel" not in repr(configuration)
    with pytest.raises(UsageError) as caught:
        read({"libraries": [address]})
    assert "sentinel" not in str(caught.value)
