"""Write a quote within the text around it, as text and Markdown."""

from __future__ import annotations

from bots.markdown import escaped
from bots.terminal.rendering import Look
from bots.visible import visible, visible_line
from bots.wording import CHANGED, as_sentence, in_words, named_in, place, who
from qa.answers import Quote
from qa.archive.quote_lookup import surroundings
from qa.archive.show_limit import withheld

OLD_TEXT = f"{as_sentence(CHANGED)}: this is its text as it was when it was quoted."
# Mark the quote where colour cannot.
BEGIN, END = ">>>", "<<<"


def as_text(quote: Quote, *, look: Look) -> str:
    article = quote.version.article
    before, words, after = (visible(part) for part in _parts(quote))
    words = words if look.colour else f"{BEGIN}{words}{END}"
    head = [look.wrapped(visible_line(article.title))] if article.title else []
    origin = (article.source, in_words(article.date), article.author, article.url)
    head.append(look.wrapped(", ".join(visible_line(part) for part in origin if part)))
    head.append(look.wrapped(f"{visible_line(article.path or article.id)}, {place(quote)}, {quote.id}"))
    if speaker := who(quote):
        head.append(look.wrapped(f"Speaker: {visible_line(speaker)}"))
    if named := named_in(quote):
        head.append(look.dim(look.wrapped(visible_line(named))))
    if not quote.version.current:
        head.append(look.bold(OLD_TEXT))
    if limit := withheld(quote.version.sentences_shown):
        head.append(look.bold(limit))
    shown = look.wrapped_parts([(before, None), (words, look.marked), (after, None)])
    return "\n".join(head) + f"\n\n{shown}\n"


def as_markdown(quote: Quote) -> str:
    article = quote.version.article
    before, words, after = (escaped(visible(part)) for part in _parts(quote))
    body = f"{before}<mark>{words}</mark>{after}".replace("\n", "\n> ")
    title = f"**{escaped(visible_line(article.title))}**, " if article.title else ""
    changed = "" if quote.version.current else f"\n*{OLD_TEXT}*\n"
    limit = withheld(quote.version.sentences_shown)
    kept_back = f"\n*{limit}*\n" if limit else ""
    named = f"\n*{escaped(visible_line(named_in(quote)))}*\n" if named_in(quote) else ""
    origin = f"{title}{escaped(visible_line(article.source))} {in_words(article.date)}"
    return f"{origin}\n{changed}{kept_back}{named}\n> {body}\n"


def _parts(quote: Quote) -> tuple[str, str, str]:
    text = quote.version.article.text
    begin, end = surroundings(quote)
    return text[begin : quote.start], quote.text, text[quote.end : end]
