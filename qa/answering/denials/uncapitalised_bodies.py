"""Find the words of "the finance ministry" where the Finance Ministry is asked for and other articles quote it.

Where an article writes a body in small letters, its record has no name. The phrase does not say which of several
ministries is meant, so these words may be the answer and are not sure to be; nothing is denied beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from qa.archive.exact_words import texts_with
from qa.archive.protocol import Said, View
from qa.datatypes import Scope, Version

_MOST_ARTICLES = 40


def of_uncapitalised_body(view: View, name: str, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records without a name whose speaker an article calls by a body's name in small letters."""
    if " " not in name:
        return  # "the guild" is any guild, and "the Guild" one
    called = re.compile(r"(?:[Tt]he\s+)?" + r"\s+".join(map(re.escape, name.lower().split())))
    for each in islice(texts_with(view, name, scope), _MOST_ARTICLES):
        version, text = each.version, each.version.article.text
        for record, who in view.attributions([version.key])[version.key]:
            if who is None and record.mention is not None and called.fullmatch(text, *record.mention):
                yield version, (record, who)
