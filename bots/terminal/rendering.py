"""Write answers and quotes as text, Markdown or CSV. Everything from articles passes through `visible` first."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import typer

from bots.terminal.tables import csv_rows
from bots.visible import visible, visible_line
from bots.wording import BY_HAND, CHANGED, NEAREST_ONLY, also_in, as_sentence, ending, in_words, place, who
from qa.datatypes import Answer, Attribution, Outcome, Quote
from qa.understanding.line import understood_line

INDENT = "   "


@dataclass(frozen=True, slots=True)
class Look:
    """Styles and wraps text. `colour` says whether to style, `width` where to wrap (None: not at all)."""

    colour: bool = False
    width: int | None = None

    def bold(self, text: str) -> str:
        return typer.style(text, bold=True) if self.colour else text

    def dim(self, text: str) -> str:
        return typer.style(text, dim=True) if self.colour else text

    def name(self, text: str) -> str:
        return typer.style(text, fg="cyan") if self.colour else text

    def marked(self, text: str) -> str:
        return typer.style(text, reverse=True) if self.colour else text

    def wrapped(self, text: str, indent: str = "") -> str:
        """Indent every line, and break it at the width; words and punctuation stay as they are."""
        lines = text.split("\n")
        if self.width is not None:
            room = max(20, min(self.width, 100) - len(indent))
            lines = [
                part
                for line in lines
                for part in textwrap.wrap(
                    line, room, break_long_words=False, break_on_hyphens=False, expand_tabs=False
                )
                or [""]
            ]
        return "\n".join(f"{indent}{line}".rstrip() for line in lines)

    def wrapped_with(
        self, style: Callable[[str], str], before: str, words: str, after: str, indent: str = ""
    ) -> str:
        """Write words in a style between the text before and after them, wrapped as one text."""
        lines = self.wrapped(f"{before}{words}{after}", indent).split("\n")
        if not self.colour:
            return "\n".join(lines)
        # Wrapping changes spaces alone: the words are found again by counting the other characters.
        begin = _characters(before)
        end, seen, styled = begin + _characters(words), 0, []
        for line in lines:
            places = [at for at, character in enumerate(line) if not character.isspace()]
            own = places[max(0, begin - seen) : max(0, end - seen)]
            seen += len(places)
            first, last = (own[0], own[-1] + 1) if own else (len(line), len(line))
            styled.append(line[:first] + (style(line[first:last]) if own else "") + line[last:])
        return "\n".join(styled)


def _characters(text: str) -> int:
    return sum(not character.isspace() for character in text)


def shown_quotes(answer: Answer, count: int, *, why: bool = False) -> Sequence[Quote]:
    """Return the quotes that a person is shown. Under "not found" it is one: several would look like an answer."""
    return answer.quotes[: 1 if answer.outcome is Outcome.NOT_FOUND and not why else count]


def answer_as_text(answer: Answer, count: int, *, look: Look, why: bool = False) -> str:
    quotes = shown_quotes(answer, count, why=why)
    blocks = []
    if understood := understood_line(answer.understood):
        blocks.append(look.dim(look.wrapped(visible_line(understood))))
    if said := ending(answer):
        blocks.append(look.bold(look.wrapped(visible_line(said))))
    if answer.outcome is Outcome.NOT_FOUND and quotes:
        blocks.append(look.dim(NEAREST_ONLY))
    if answer.note:
        blocks.append(look.dim(visible(answer.note)))
    blocks += [quote_as_text(quote, number, look=look, why=why) for number, quote in enumerate(quotes, 1)]
    return "\n\n".join(blocks) + "\n"


def quote_as_text(quote: Quote, number: int, *, look: Look, why: bool = False) -> str:
    article = quote.version.article
    words = look.wrapped(visible(quote.text), INDENT)
    lines = [look.bold(f"{number}.") + words[len(f"{number}.") :]]
    speaker = who(quote)
    origin = ", ".join(visible_line(part) for part in (article.source, in_words(article.date)) if part)
    name = visible_line(speaker)
    line = look.wrapped(f"— {name}, {origin}" if name else f"— {origin}", INDENT)
    lines.append(line.replace(name, look.name(name), 1) if name else line)
    title = f"“{visible_line(article.title)}” · " if article.title else ""
    # The path of an article from the web is its address, which is printed below.
    path = (
        "" if article.url and article.path == article.url else f"{visible_line(article.path or article.id)}, "
    )
    lines.append(look.dim(look.wrapped(f"{title}{path}{place(quote)}", INDENT)))
    lines.append(look.dim(f"{INDENT}{quote.confidence:.0%} · qa show {quote.id}"))
    if others := also_in(quote):
        lines.append(look.dim(f"{INDENT}also in {', '.join(map(visible_line, others))}"))
    if article.url:
        lines.append(look.dim(f"{INDENT}{visible_line(article.url)}"))
    if not quote.version.current:
        lines.append(look.bold(f"{INDENT}{as_sentence(CHANGED)}."))
    if why and quote.why:
        lines.append(look.dim(f"{INDENT}why: {visible_line(quote.why)}"))
    return "\n".join(lines)


def answer_as_markdown(answer: Answer, count: int, *, why: bool = False) -> str:
    blocks = [f"**{escaped(visible_line(answer.question))}**"]
    if understood := understood_line(answer.understood):
        blocks.append(f"*{escaped(visible_line(understood))}*")
    if said := ending(answer):
        blocks.append(escaped(visible_line(said)))
    if answer.note:
        blocks.append(escaped(visible_line(answer.note)))
    blocks += [quote_as_markdown(quote, why=why) for quote in shown_quotes(answer, count, why=why)]
    return "\n\n".join(blocks) + "\n"


def quote_as_markdown(quote: Quote, *, why: bool = False) -> str:
    article = quote.version.article
    words = "\n".join(f"> {escaped(line)}".rstrip() for line in visible(quote.text).split("\n"))
    title = escaped(visible_line(article.title))
    if title and re.match(r"https?://[^\s<>()\x00-\x20]+$", article.url):
        title = f"[{title}](<{visible_line(article.url)}>)"
    parts = (
        escaped(visible_line(who(quote))),
        title,
        escaped(visible_line(article.source)),
        in_words(article.date),
        f"page {quote.page}" if quote.page is not None else "",
        f"`{quote.id}`",
    )
    lines = [words, ">", "> — " + ", ".join(part for part in parts if part)]
    if why and quote.why:
        lines += [">", f"> {escaped(visible_line(quote.why))}"]
    return "\n".join(lines)


CERTAINTY = ("certain", "speaks_for")
"""The columns of `certainty`."""
CSV_HEAD = (
    "rank", "id", "text", "speaker", "kind", "confidence", "title", "date", "source", "url", "path",
    "article", "start", "end", "outcome", "question", "page", "corrected",
    *CERTAINTY,
)  # fmt: skip


def answer_as_csv(answer: Answer, count: int) -> str:
    """Write one row for each quote. Each has the `outcome`, because there are quotes even if nothing answers."""
    return quotes_as_csv(answer.quotes[:count], outcome=answer.outcome.value, question=answer.question)


def quotes_as_csv(quotes: Sequence[Quote], *, outcome: str = "", question: str = "") -> str:
    rows = [
        (
            str(rank), quote.id, quote.text, quote.speaker or "",
            quote.attribution.kind.value if quote.attribution else "", f"{quote.confidence:.4f}",
            article.title, article.date or "", article.source, article.url, article.path, article.id,
            str(quote.start), str(quote.end), outcome, question, str(quote.page or ""),
            BY_HAND if quote.attribution and quote.attribution.corrected else "",
            *certainty(quote.attribution, quote.speaker),
        )
        for rank, quote in enumerate(quotes, 1)
        for article in [quote.version.article]
    ]  # fmt: skip
    return csv_rows(CSV_HEAD, rows)


def certainty(record: Attribution | None, speaker: str | None) -> tuple[str, str]:
    """Return whether the name is certain, "yes" or "no" or for no name "", and whom the speaker speaks for."""
    if record is None:
        return "", ""
    return ("yes" if record.certain else "no") if speaker else "", record.speaks_for or ""


def escaped(text: str) -> str:
    """Put a backslash before everything that Markdown or HTML would read as markup."""
    text = re.sub(r"([\\`*_\[\]<>|~&$])", r"\\\1", text)
    # At the start of a line also headings, rules, lists and numbered lists.
    text = re.sub(r"^(\s*)([#+=-])", r"\1\\\2", text, flags=re.MULTILINE)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text, flags=re.MULTILINE)
