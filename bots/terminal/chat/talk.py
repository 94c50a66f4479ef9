"""Hold a conversation with an archive, line by line: answer questions, run commands, remember earlier turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bots.amounts import QUOTES_ON_SCREEN, SPEAKERS_IN_CHAT
from bots.archive_card import card_for
from bots.endings import offered
from bots.found_places import collected
from bots.shown_quotes import shown_quotes
from bots.terminal import rendering, surroundings
from bots.terminal.archive_overview import card_as_text
from bots.terminal.chat.commands import COMMANDS, Call, call_in, help_text, suggestion
from bots.terminal.chat.saving import save
from bots.terminal.finding import found_as_text, place_as_text
from bots.terminal.profiles import as_text as profile_as_text
from bots.terminal.rendering import Look
from bots.visible import visible, visible_line
from bots.wording import counted, in_words
from qa.answers import Answer, Outcome
from qa.archive.exact_words import holding
from qa.archive.quote_lookup import find_quote
from qa.archive.speaker_lookup import find_speaker, profile
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import Scope
from qa.errors import QAError, UsageError
from qa.understanding.outlets import source_named
from qa.understanding.periods import read_period, read_period_with_library

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import Archive


@dataclass(frozen=True, slots=True)
class Reply:
    """The text to show for a line. `answer` is set if the line was a question, `failed` if it was in error."""

    text: str
    answer: Answer | None = None
    failed: bool = False
    end: bool = False


class Talk:
    """A conversation: answers one line after the other. Not safe for use from several threads."""

    def __init__(
        self,
        library: Archive,
        answerer: Answerer,
        *,
        quotes: int,
        today: date,
        look: Callable[[], Look] = lambda: Look(ids="number"),
        remember: Callable[[Answer], None] = lambda _: None,
        run: Callable[[Callable[[], Answer]], Answer] = lambda work: work(),
    ) -> None:
        """Start a conversation.

        Args:
            quotes: How many quotes to show for a question.
            look: Called for each reply, because a terminal's width can change.
            remember: Called with each answer.
            run: Calls the function that answers. If it raises, the conversation stays as it was.
        """
        self._library = library
        self._answerer = answerer
        self._quotes = quotes
        self._today = today
        self._look = look
        self._remember = remember
        self._run = run
        self._conversation = Conversation()
        self._answers: list[Answer] = []
        self._numbered: tuple[str, ...] = ()
        self._scope = Scope()
        self._commands: dict[str, Callable[[str], Reply]] = {
            "/show": self._show,
            "/more": lambda _: self._ask("more"),
            "/why": self._why,
            "/article": self._article,
            "/find": self._find,
            "/speakers": self._speakers,
            "/sources": self._sources,
            "/since": self._since,
            "/until": self._until,
            "/source": self._source,
            "/save": self._save,
            "/new": self._new,
            "/help": lambda _: Reply(help_text(self._look().width) + "\n"),
            "/quit": lambda _: Reply("", end=True),
        }

    def reply(self, line: str) -> Reply:
        """Answer a line that is not empty. An error becomes a reply, and the conversation goes on."""
        try:
            call = call_in(line)
            if call is None:
                return self._ask(self._chosen(line))
            return self._commands[call.name](call.argument) if call.known else self._unknown(call)
        except QAError as error:
            return _failed(str(error))

    def bounds(self) -> str:
        """Write the bounds that are set on one line; "" if there are none."""
        scope = self._scope
        parts = [
            f"since {in_words(scope.since)}" if scope.since else "",
            f"until {in_words(scope.until)}" if scope.until else "",
            *scope.sources,
        ]
        return visible_line(" · ".join(part for part in parts if part))

    def _ask(self, question: str) -> Reply:
        conversation, scope = self._conversation, self._scope
        answer = self._run(lambda: self._answerer.ask(question, conversation=conversation, scope=scope))
        self._answers.append(answer)
        self._remember(answer)
        if answer.outcome is Outcome.META:
            # "Thanks!" is no turn: "more" after it goes on from the question before.
            return Reply(self._text(answer) + self._archive(answer), answer)
        shown = shown_quotes(answer, self._quotes)
        # Under the end of an article no quote is shown: the numbers go on meaning those above it.
        self._numbered = tuple(quote.id for quote in shown) or self._numbered
        self._conversation = self._conversation.after(answer, shown=len(shown))
        return Reply(self._text(answer) + self._archive(answer), answer)

    def _text(self, answer: Answer) -> str:
        return rendering.answer_as_text(answer, self._quotes, look=self._look())

    def _archive(self, answer: Answer) -> str:
        with self._library.snapshot() as snapshot:
            card = card_for(answer, snapshot, self._answerer)
        return "\n" + card_as_text(card, look=self._look()) if card else ""

    def _chosen(self, line: str) -> str:
        """Return the question that a number picks from the choices of the last answer; else the line itself."""
        choices = offered(self._answers[-1]) if self._answers else ()
        number = line.strip().rstrip(".")
        if choices and number.isascii() and number.isdecimal() and 1 <= int(number[:4]) <= len(choices):
            return choices[int(number[:4]) - 1]
        return line

    def _unknown(self, call: Call) -> Reply:
        meant = suggestion(call.name, [command.name for command in COMMANDS])
        hint = f"Did you mean {meant}?" if meant else "/help lists the commands."
        return _failed(f"There is no command {call.name}. {hint}")

    def _show(self, argument: str) -> Reply:
        with self._library.snapshot() as snapshot:
            # Looked up again, because the article may have changed since.
            quote = find_quote(snapshot, self._quote_named(argument))
        return Reply(surroundings.as_text(quote, look=self._look()))

    def _quote_named(self, argument: str) -> str:
        # Under "Thanks!" no quotes are shown: the numbers mean those above it.
        shown = self._numbered
        number = argument or "1"
        if not number.isdecimal() or len(number) > 4:
            return argument
        if not shown:
            raise UsageError("No quote was shown yet: ask something first.")
        if not 1 <= int(number) <= len(shown):
            raise UsageError(
                f"The last answer shows {counted(len(shown), 'quote')}: give a number up to that."
            )
        return shown[int(number) - 1]

    def _why(self, _: str) -> Reply:
        told = [answer for answer in self._answers if answer.outcome is not Outcome.META]
        if not told:
            raise UsageError("Nothing was answered yet: ask something first.")
        return Reply(rendering.answer_as_text(told[-1], self._quotes, look=self._look(), why=True))

    def _article(self, argument: str) -> Reply:
        if not self._conversation.quotes:
            raise UsageError("No quote was shown yet: ask something first.")
        return self._ask(f"article {argument}" if argument.isdecimal() else "show me the article")

    def _find(self, argument: str) -> Reply:
        if not argument:
            raise UsageError("Give the words to find: /find fair is fair")
        look = self._look()
        with self._library.snapshot() as snapshot:
            places = holding(snapshot, argument.strip(' "“”'), self._scope)
            found = collected(
                places, QUOTES_ON_SCREEN, lambda quote, number: place_as_text(quote, number, look=look)
            )
        self._numbered = tuple(found.ids)
        more = found.places - len(found.shown)
        rest = f"\n{more:,} more: narrow it with /since, /until or /source.\n" if more else ""
        return Reply(found_as_text(argument, found) + rest)

    def _speakers(self, argument: str) -> Reply:
        look = self._look()
        with self._library.snapshot() as snapshot:
            if argument:
                return Reply(
                    profile_as_text(profile(snapshot, find_speaker(snapshot, argument)), look=look) + "\n"
                )
            speakers = snapshot.most_quoted(SPEAKERS_IN_CHAT)
            everybody = snapshot.speaker_count()
        lines = [f"{look.name(visible_line(each.name))}, {each.count:,}" for each in speakers]
        rest = everybody - len(lines)
        if rest > 0:
            lines.append(look.dim(f"... and {rest:,} more; /speakers NAME shows one of them"))
        return Reply("\n".join(lines or ["Nobody is quoted in these articles."]) + "\n")

    def _sources(self, _: str) -> Reply:
        with self._library.snapshot() as snapshot:
            sources = snapshot.sources()
        lines = [visible_line(source) for source in sources if source]
        return Reply("\n".join(lines or ["No article names its outlet."]) + "\n")

    def _since(self, argument: str) -> Reply:
        day = self._period(argument)[0] if argument else None
        return self._bounded(replace(self._scope, since=day))

    def _until(self, argument: str) -> Reply:
        day = self._period(argument)[1] if argument else None
        return self._bounded(replace(self._scope, until=day))

    def _period(self, phrase: str) -> tuple[date, date]:
        words = phrase.strip().removeprefix("the ")
        period = read_period(words, today=self._today) or read_period_with_library(words, today=self._today)
        if period is None:
            raise UsageError(
                f"{phrase[:60]!r} is not a date that can be read: write 2025-01-31, last week or March 2025."
            )
        return period

    def _source(self, argument: str) -> Reply:
        if not argument:
            return self._bounded(replace(self._scope, sources=()))
        with self._library.snapshot() as snapshot:
            sources = [source for source in snapshot.sources() if source]
        found = source_named(argument, sources)
        if found is None:
            within = [source for source in sources if argument.casefold() in source.casefold()]
            found = within[0] if len(within) == 1 else None
        if found is None:
            meant = suggestion(argument, sources)
            hint = f"Did you mean {meant!r}?" if meant else "/sources lists them."
            raise UsageError(f"No article is from an outlet called {argument[:60]!r}. {hint}")
        return self._bounded(replace(self._scope, sources=(found,)))

    def _bounded(self, scope: Scope) -> Reply:
        if scope.since and scope.until and scope.since > scope.until:
            raise UsageError(
                f"The period from {in_words(scope.since)} to {in_words(scope.until)} ends before it begins."
            )
        self._scope = scope
        return Reply(f"Only articles: {self.bounds()}.\n" if self.bounds() else "All articles.\n")

    def _save(self, argument: str) -> Reply:
        if not argument:
            raise UsageError("Name a file: /save answers.md")
        if not self._answers:
            raise UsageError("There is nothing to save yet: ask something first.")
        path = Path(argument).expanduser()
        save(path, self._answers, self._quotes)
        return Reply(f"{counted(len(self._answers), 'answer')} saved in {visible_line(str(path))}.\n")

    def _new(self, _: str) -> Reply:
        self._conversation = Conversation()
        return Reply("The next question stands alone.\n")


def _failed(message: str) -> Reply:
    # What is written for the command line names its commands, which are none here.
    message = message.replace("`qa speakers`", "/speakers").replace("`qa ask -v`", "`qa chat -v`")
    return Reply(visible(message) + "\n", failed=True)
