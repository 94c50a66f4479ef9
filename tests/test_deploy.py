"""The examples for administrators name what there is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import typer
import yaml

from bots.discord.configuration import TOKEN_FILE, read_configuration
from bots.terminal.app import app
from qa.errors import ConfigurationError, UsageError
from qa.settings import server_library

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "docs" / "deploy"
UNIT = (DEPLOY / "qa-discord.service").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")


def test_the_container_copies_all_that_the_build_needs() -> None:
    copied = {
        name
        for line in re.findall(r"^COPY (?!--)(.*) \S+$", CONTAINER, re.MULTILINE)
        for name in line.split()
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {"pyproject.toml", project["project"]["readme"], *project["project"]["license-files"]}

    assert copied == needed | set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert all((ROOT / name).exists() for name in copied)


def test_both_give_the_token_as_a_file_and_settings_that_are_read() -> None:
    unit = dict(re.findall(r"^Environment=(\w+)=(\S+)$", UNIT, re.MULTILINE))
    container = dict(re.findall(r"^    (\w+)=(\S+)", CONTAINER, re.MULTILINE))

    for environment in (unit, container):
        configuration = read_configuration(
            table={}, environment=environment, options={}, token="t", library=Path(), base=Path()
        )

        assert environment[TOKEN_FILE].endswith("/discord-token")
        assert str(configuration.state) == environment["QA_DISCORD_STATE"]


def test_the_unit_does_not_start_again_where_that_cannot_help() -> None:
    codes = re.search(r"^RestartPreventExitStatus=(.*)$", UNIT, re.MULTILINE)

    assert codes is not None
    assert codes[1].split() == [str(UsageError.exit_code), str(ConfigurationError.exit_code)]


def test_the_example_of_several_servers_has_the_form_of_a_compose_file() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    services = compose["services"]
    known = {
        "image", "user", "restart", "secrets", "depends_on", "entrypoint", "command", "environment", "configs",
        "healthcheck", "volumes", "ports", "hostname",
    }  # fmt: skip

    assert len(services) == 5
    for service in services.values():
        assert set(service) <= known
        assert set(service.get("depends_on", ())) <= set(services)
        assert set(service["secrets"]) <= set(compose["secrets"])
        assert {one["source"] for one in service.get("configs", ())} <= set(compose["configs"])
        assert {one.partition(":")[0] for one in service.get("volumes", ())} <= set(compose["volumes"])


def test_the_readers_of_the_example_are_commands_with_an_address_of_all_servers() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    program = typer.main.get_command(app)

    for name in ("page", "bot"):
        command, *arguments = services[name]["command"]
        program.commands[command].make_context(command, arguments).close()  # type: ignore[attr-defined]
        library = server_library(services[name]["environment"]["QA_LIBRARY"])
        assert (library.schema, library.dsn.count("standby-")) == ("gazette", 2)
        assert services[name]["environment"]["PGPASSFILE"] == "/run/secrets/pgpass"


def test_the_guide_for_discord_names_every_setting_and_the_permissions_asked_for() -> None:
    from bots.discord import configuration, setup_check

    guide = (ROOT / "docs" / "discord.md").read_text(encoding="utf-8")

    assert f"permissions={setup_check.NEEDED.value}`" in guide
    assert all(f"| `{key}` |" in guide for key in set(configuration.READERS) - {"api"})
    assert all(f"`{name}`" in guide for name in (configuration.TOKEN, configuration.TOKEN_FILE))
