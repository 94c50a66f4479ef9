"""Numbers of the rules by which a library's derived rows are made: where one was another, they are made anew.

Raise a number when its rules give something else. They stand here, apart from the rules, because an update that
finds nothing changed must not load what it does not need.
"""

from __future__ import annotations

CHUNKING_VERSION = 4
"""Passages, their sentences and what is encoded for them: `chunking.py`, and `sentences.py`, `quotation.py` and
`clauses.py`, by which it cuts."""

TERMS_VERSION = 2
"""What full-text search finds: `terms.py`, `fulltext.py`."""

BANDING_VERSION = 1
"""By which near-duplicates are found: `near_duplicates.bands`."""

LINKING_VERSION = 3
"""Which names are one speaker: `attribution/linking.py`, and `names.py` beside it."""

EXTRACTOR_VERSION = 12
"""Who said what: the default extractor, `attribution/extractor.py` and what it uses."""

PARSE_RULES_VERSION = 1
"""What a parse adds to that: `attribution/parsed.py`."""

FIRST_PARSED = 1_000_000
"""Above every number of the default extractor, so that a number tells which of the two made a record."""

PARSED_EXTRACTOR_VERSION = FIRST_PARSED + 1_000 * EXTRACTOR_VERSION + PARSE_RULES_VERSION


def keeps(extractor: int, made_by: int) -> bool:
    """Whether an extractor of one number lets records stay that another made.

    Without the parser, those that were made with it stay, even old ones: they took long to make, and the default
    extractor's would be worse.
    """
    return made_by == extractor or extractor < FIRST_PARSED <= made_by


RULES = {"chunking": CHUNKING_VERSION, "terms": TERMS_VERSION, "banding": BANDING_VERSION}
"""What every passage and version is made by, besides its model and its extractor; a library keeps the numbers
under these names."""


def made_by(rule: str, recorded: str | None) -> int:
    """Return the number by which a library says that it was made."""
    # Libraries of the first format do not say; they have no bands.
    return int(recorded) if recorded else 0 if rule == "banding" else 1
