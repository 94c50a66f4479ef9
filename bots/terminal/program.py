"""Build the commands of `qa` when they are needed, read their values, and write their help, in plain text.

Typer would build every command for each run, read values with pydantic and write help with rich, and each of these two
takes longer to import than all else that `qa --help` does.
"""

from __future__ import annotations

import inspect
import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, ClassVar

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from bots.terminal.options import with_shared_options

Places = Mapping[str, tuple[str, str]]
"""For the name of each command the heading that it stands under, and its place: "asking.ask" in `bots.terminal`."""

OF_NAMES = ("NAME", "SPEAKER")
OF_WORDS = ("QUESTION", "WORDS", "TOPIC", *OF_NAMES)
"""Arguments that may be several words: without quotation marks, these are taken together where one argument is due."""


class Command(TyperCommand):
    """A command of the program."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        parameters: list[Any] = self.get_params(ctx)
        _read_values_plainly(parameters)
        due = [each for each in parameters if each.param_type_name == "argument"]
        words = due[0] if len(due) == 1 and due[0].metavar in OF_WORDS else None
        names = len(due) > 1 and all(each.metavar in OF_NAMES for each in due)
        ctx.allow_extra_args = ctx.allow_extra_args or words is not None or names
        rest = super().parse_args(ctx, args)
        if names and rest:
            # `qa compare Ada Quill Tom Brandt`: where one name ends and the other begins, the shell does not say.
            ctx.fail(f"{len(due)} names are due. Put a name of several words in quotation marks.")
        if words is not None and rest:
            # `qa ask What did Quill say` without quotation marks: the shell made several arguments of one question.
            parts = [ctx.params[words.name], *rest]
            if words.metavar in OF_NAMES and any(" " in part for part in parts):
                # `qa timeline "Ada Quill" tolls`: with quotation marks, each is meant by itself.
                about = any("--about" in each.opts for each in parameters)
                ctx.fail("One name is due." + (" Put the topic after --about." if about else ""))
            typed = " ".join(parts)
            ctx.params[words.name] = words.get_runtime_param().coerce(typed, param=words, ctx=ctx)
            ctx.args.clear()
        return ctx.args  # type: ignore[no-any-return]

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        arguments = [each for each in self.get_params(ctx) if each.param_type_name == "argument"]
        return [self.options_metavar or "", *map(_usage_of, arguments)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_options(self.get_params(ctx), ctx, formatter)


class Group(TyperGroup):
    """A command that has commands of its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        # Here, because typer adds the options for completion after a group is made.
        _read_values_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_options(self.get_params(ctx), ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        sections = defaultdict(list)
        for heading, name, summary in self.listed():
            sections[heading].append((name, summary))
        for heading, rows in sections.items():
            with formatter.section(heading):
                formatter.write_dl(rows)

    def listed(self) -> Iterable[tuple[str, str, str]]:
        """Return the heading, the name and the summary of each command."""
        return [("Commands", name, _summary(each.help)) for name, each in self.commands.items()]


class Program(Group):
    """The program itself: its commands are imported and built when they are called."""

    places: ClassVar[Places]

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands(self.places)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        # A question is the only thing with spaces that people type in the place of a command.
        if " " in args[0].strip() and not ctx.resilient_parsing:
            ctx.fail(f"To ask a question, run `qa ask {shlex.quote(args[0])}`")
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.places)

    def listed(self) -> Iterable[tuple[str, str, str]]:
        for name, (heading, place) in self.places.items():
            found = _found(place)
            about = found.info.help if isinstance(found, typer.Typer) else inspect.getdoc(found)
            yield heading, name, _summary(about)


class _Commands(MutableMapping[str, Any]):
    """The commands by name, each built when it is first looked up."""

    def __init__(self, places: Places) -> None:
        self._places, self._built = places, dict[str, Any]()

    def __getitem__(self, name: str) -> Any:
        if name not in self._built:
            self._built[name] = _build(name, self._places[name][1])
        return self._built[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._built[name] = command

    def __delitem__(self, name: str) -> None:
        del self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _found(place: str) -> Any:
    module, _, name = place.rpartition(".")
    return getattr(import_module(f"bots.terminal.{module}"), name)


def _build(name: str, place: str) -> Any:
    found = _found(place)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=Command)(with_shared_options(found))
    return typer.main.get_command(alone)


def _summary(about: object) -> str:
    """Return the first paragraph of a help text, in one line."""
    return " ".join(str(about or "").partition("\n\n")[0].split())


def _write_options(parameters: Iterable[Any], ctx: Any, formatter: Any) -> None:
    sections: dict[str, list[tuple[str, str]]] = {}
    for each in parameters:
        argument = each.param_type_name == "argument"
        heading = each.rich_help_panel or ("Arguments" if argument else "Options")
        record = each.get_help_record(ctx)
        if record is not None:
            # Typer would add the type in Python: "QUESTION <str>".
            named = each.metavar if argument else record[0]
            sections.setdefault(heading, []).append((named, record[1]))
    # Those that only this command has come first.
    for heading in sorted(sections, key=("Arguments", "Options").__contains__, reverse=True):
        with formatter.section(heading):
            formatter.write_dl(sections[heading])


def _usage_of(argument: Any) -> str:
    """Return an argument as manuals write it: "NAME", "[NAME]" where it is optional, "NAME..." where it can repeat."""
    needed = argument.metavar if argument.required else f"[{argument.metavar}]"
    return f"{needed}..." if argument.nargs != 1 else str(needed)


def _read_values_plainly(parameters: Iterable[Any]) -> None:
    for each in parameters:
        each.get_runtime_param = _PlainValues(each, each.get_runtime_param).itself


class _PlainValues:
    """Reads the values of one option or argument by its own parser, or as a string; typer reads all others."""

    def __init__(self, parameter: Any, by_typer: Any) -> None:
        self._by_typer = by_typer
        kind = parameter.type_descriptor
        self._parser = kind.parameter_info.parser
        self._many, self._text = kind.is_list, kind.annotation in (str, list[str])

    def itself(self) -> _PlainValues:
        return self

    def coerce(self, value: Any, *, param: Any, ctx: Any) -> Any:
        """Return what a value means, as typer does.

        Raises:
            typer.BadParameter: If it is not a value of this option.
        """
        if value is None and not self._many:
            return None
        values = list(value or ()) if self._many else [value]
        if self._parser is not None:
            read = [self._parser(each) for each in values]
        elif not values or (self._text and all(map(_is_plain, values))):
            read = values
        else:
            return self._by_typer().coerce(value, param=param, ctx=ctx)
        return read if self._many else read[0]


def _is_plain(value: object) -> bool:
    """Whether a value is text without lone surrogates, which stand for bytes that are no text."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
