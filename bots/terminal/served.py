"""Open what `qa serve` and `qa mcp` serve, and say where it can be asked: libraries, models, assistants, a bot."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from bots.terminal.session import Session
from qa.errors import UsageError
from qa.settings import LibraryPlace, is_address, library_from

if TYPE_CHECKING:
    from bots.archive_service import ArchiveService
    from bots.discord.configuration import Configuration
    from bots.discord.service import AnswerService
    from bots.queues import Queues
    from bots.web.app import Mounted
    from bots.web.running import Companion

MOUNT_NAME = "[a-z0-9][a-z0-9-]{0,39}"


@dataclass(frozen=True, slots=True)
class SharedModels:
    """What all that answers in one process shares: the models, each loaded once, and the threads that use them."""

    open_encoder: Callable[[], Any]
    open_reader: Callable[[], Any]
    queues: Queues


@dataclass(frozen=True, slots=True)
class Served:
    """What is served: of each library, by its name, what is in it, in words; "" is the name of the only one."""

    libraries: Mapping[str, str]
    assistants: bool = False
    discord: bool = False


def named_libraries(mounts: Sequence[str]) -> dict[str, LibraryPlace]:
    """Return the library of each name. Raises UsageError for what names none, or two."""
    libraries: dict[str, LibraryPlace] = {}
    for mount in mounts:
        name, _, library = mount.partition("=")
        if not library or not re.fullmatch(MOUNT_NAME, name):
            # An address may hold a password.
            typed = "--mount" if is_address(mount) else f"--mount {mount!r}"
            raise UsageError(
                f"{typed} names no library. Write NAME=FOLDER, the name in small letters, digits and -."
            )
        if name in libraries:
            raise UsageError(
                f"--mount gives the name {name!r} to two libraries. Choose another for one of them."
            )
        libraries[name] = library_from(library)
    return libraries


def corpus_of(library: LibraryPlace) -> str:
    """Return what is served, in words. Raises NoIndexError or DamagedIndexError before anything is promised."""
    from bots.wording import corpus_in_words
    from qa.archive.corpus_summary import summary
    from qa.open_archive import open_archive

    with open_archive(library) as archive, archive.snapshot() as snapshot:
        return corpus_in_words(summary(snapshot))


def shared_models(session: Session) -> SharedModels:
    """Return the models of the settings, not yet loaded."""
    from bots.once import Once
    from bots.queues import Queues
    from qa.encoding import open_encoder, open_span_reader

    settings = session.settings
    encoder = partial(open_encoder, settings.model, allow_download=settings.allow_download)
    return SharedModels(Once(encoder), Once(open_span_reader), Queues())


def services_of(
    session: Session, libraries: Mapping[str, LibraryPlace], shared: SharedModels
) -> dict[str, ArchiveService]:
    """Return a service for each library."""
    from bots.archive_service import ArchiveService

    return {
        name: ArchiveService(
            library,
            shared.open_encoder,
            today=session.today if session.day_given else None,
            queues=shared.queues,
            open_reader=shared.open_reader,
        )
        for name, library in libraries.items()
    }


def assistants_of(service: ArchiveService) -> Mounted:
    """Return what answers the assistants of a library."""
    from bots.agents.running import PATH, over_http
    from bots.web.app import Mounted

    return Mounted(PATH, over_http(service))


@contextmanager
def bot_beside(
    session: Session, configuration: Configuration | None, shared: SharedModels
) -> Iterator[Companion | None]:
    """Prepare a bot that answers from shared models, and yield what runs it; None where there is to be none.

    Raises:
        ConfigurationError: If another bot is running.
    """
    if configuration is None:
        yield None
        return
    from bots.discord.running import alongside

    with alongside(
        configuration,
        partial(answers_of, configuration, shared),
        verbose=session.verbose,
        quiet=session.quiet,
    ) as run:
        yield run


def answers_of(configuration: Configuration, shared: SharedModels) -> AnswerService:
    """Return what answers for a bot, from shared models and on the thread of all other answers."""
    from bots.discord.service import AnswerService

    return AnswerService(
        configuration.libraries,
        rates=configuration.rates,
        encoder_factory=shared.open_encoder,
        today=configuration.today,
        open_reader=shared.open_reader,
        answering=shared.queues.answering,
    )


def tell(session: Session, served: Served, address: str) -> None:
    """Say where to ask, to a person or to the program that started this."""
    places = {name: f"{address}{name}/" if name else address for name in served.libraries}
    assistants = {name: f"{place}mcp" for name, place in places.items() if served.assistants}
    if session.json:
        from bots.contract import SCHEMA, as_json

        told = {"schema": SCHEMA, "url": address, "mcp": assistants.get(""), "discord": served.discord}
        if "" not in places:
            told["libraries"] = [
                {"name": name, "url": place, "mcp": assistants.get(name)} for name, place in places.items()
            ]
        session.write(as_json(told))
    else:
        corpora = (f"{name}: {corpus}" if name else corpus for name, corpus in served.libraries.items())
        also = f" Assistants ask at {', '.join(assistants.values())}." if assistants else ""
        bot = " The Discord bot connects now." if served.discord else ""
        session.write(f"{address} serves {', '.join(corpora)}.{also}{bot} Ctrl-C ends it.")
    # A program that started this reads the address through a pipe.
    sys.stdout.flush()
