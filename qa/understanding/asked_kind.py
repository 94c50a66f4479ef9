"""Recognise what asks for all people of a kind whom articles name: "Which judges are mentioned?"."""

from __future__ import annotations

import re

from qa.language.lexicon.archive_words import IN_THE_ARCHIVE
from qa.language.patterns import regex
from qa.understanding.described import asked_for
from qa.understanding.scan import clean, skip_courtesy

_LONGEST = 100
_KIND = r"(?P<kind>[^,;:?]{3,60}?)"
_NAMED = r"(?:mentioned|named|featured|written\s+about)"
_HERE = rf"(?:\s+(?:{IN_THE_ARCHIVE}|in\s+here|here))?"
_FORMS = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        rf"(?:which|what|how\s+many(?:\s+different)?)\s+{_KIND}\s+(?:(?:is|are|was|were|gets?)\s+{_NAMED}|appears?|(?:come|comes)\s+up){_HERE}",
        rf"who\s+are\s+(?:all\s+)?(?:the\s+)?{_KIND}(?:\s+(?:that\s+are\s+)?{_NAMED})?{_HERE}",
        rf"(?:(?:list|name|show(?:\s+me)?|give\s+me)\s+)?all(?:\s+of)?(?:\s+the)?\s+{_KIND}(?:\s+(?:(?:that|who)\s+are\s+)?{_NAMED})?{_HERE}",
    )
)


_IN_OUTLET = regex(r"\s+(?:in|by|from)\s+(?:the\s+)?[A-Z]\S*(?:\s+\S+)*$")


def asked_kind(question: str, *, of_outlet: bool = False) -> str | None:
    """Return what people are asked for, as it was typed, "judges"; None for any other question, and for one person.

    Args:
        of_outlet: Whether the question names an outlet, which is no part of them: "judges mentioned in the Dene News".
    """
    text = clean(skip_courtesy(question))
    text = _IN_OUTLET.sub("", text) if of_outlet else text
    if len(text) > _LONGEST:
        return None
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    office = asked_for(match["kind"]) if match else None
    return match["kind"] if match and office is not None and office.several else None
