"""Say of what stands beside an answer, and is none, whose it is."""

from __future__ import annotations

import re

from bots.wording import with_the
from qa.answers import Answer, QuestionKind, Quote
from qa.language.exact_words import in_words, places
from qa.understanding.quoted import asked_words


def related_heading(answer: Answer) -> str:
    """Write the line above what is worth showing beside an answer and is none."""
    understood = answer.understood
    asked = (understood.speaker or "").strip() if understood.kind is QuestionKind.SAID else ""
    many = understood.speaker_is_role or understood.bearers or understood.ambiguous
    if not asked or many or not understood.speaker_known:
        return "Also on this:"
    name = with_the(asked)
    about = all(_names(quote, asked) for quote in answer.related)
    if not all(_is_anothers(quote, asked) for quote in answer.related):
        return f"Also about {name}:" if about else "Also on this:"
    return f"About {name}, not by {name}:" if about else f"Also on this, not by {name}:"


def who_has_typed(answer: Answer) -> str:
    """Return the one speaker in whose words of the related quotes the typed words stand; "" without a certain one."""
    typed = [in_words(words) for words in asked_words(answer.understood)]
    names = {
        quote.speaker if quote.attribution is not None and quote.attribution.certain else None
        for quote in answer.related
        if quote.speaker and any(any(places(words, text)) for words in typed for text in _own(quote))
    }
    only = names.pop() if len(names) == 1 else None
    return with_the(only) if only else ""


def _is_anothers(quote: Quote, asked: str) -> bool:
    """Return whether a quote is certainly not by who was asked: "the president-elect" with no name may be them."""
    if quote.attribution is None:
        return not set('“”"«»') & set(quote.text)
    return quote.speaker is not None or quote.attribution.speaks_for not in (None, asked)


def _names(quote: Quote, name: str) -> bool:
    """Return whether a quote names somebody, by the name or its last word, or is recorded to be about them."""
    about = {target.name for target in quote.attribution.targets} if quote.attribution else set()
    return name in about or bool(
        re.search(rf"(?<!\w){re.escape(name.rsplit(maxsplit=1)[-1])}(?!\w)", quote.text)
    )


def _own(quote: Quote) -> list[str]:
    return [quote.version.article.text[start:end] for start, end in quote.own_words]
