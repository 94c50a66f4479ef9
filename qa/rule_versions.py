"""Version numbers of the derivation rules; rows made by another version are rebuilt.

Raise a number when its rules give another result: `tests/qa/test_rule_versions.py` fails until then. The numbers stand
here, apart from the rules, because an update that finds nothing changed must not load what it does not need.
"""

from __future__ import annotations

CHUNKING_VERSION = 10
"""Passages, their sentences and what is encoded for them: `ingest/chunking.py`, and in `language/` the modules by which
it cuts, `paragraphs.py`, `sentences.py`, `quotations.py`, `single_marks.py` and `clauses.py`."""

TERMS_VERSION = 5
"""What full-text search finds: `language/terms.py`, `embedded/search/full_text_terms.py`."""

BANDING_VERSION = 2
"""The bands by which near-duplicates are found: `bands` in `language/near_duplicates.py`."""

PACKING_VERSION = 2
"""How rows are kept in few bytes: `passage_vectors.py`, `sentence_vectors.py` and `compressed.py` in `tables/`. Older
rows are read as well."""

LINKING_VERSION = 26
"""Which names are one speaker: `speakers/linking.py` and `speakers/names.py`."""

SPEAKER_WORDS_VERSION = 7
"""By which words a speaker is found: `speakers/shortlist.py`, and `halves` in `speakers/typing_errors.py`."""

EXTRACTOR_VERSION = 55
"""Who said what: the default extractor, `attribution/extractor.py` and what it uses."""

PARSE_RULES_VERSION = 1
"""What a parse adds to that: `attribution/parser/`."""

FIRST_PARSED = 1_000_000
"""Above every number of the default extractor, so that a number shows which of the two made a record."""

PARSED_EXTRACTOR_VERSION = FIRST_PARSED + 1_000 * EXTRACTOR_VERSION + PARSE_RULES_VERSION


def keeps(extractor: int, made_by: int) -> bool:
    """Return whether an extractor (by its version) keeps the records that another version made.

    Without the parser, records that were made with it stay, even old ones: they took long to make, and the default
    extractor's would be worse.
    """
    return made_by == extractor or extractor < FIRST_PARSED <= made_by


RULES = {
    "chunking": CHUNKING_VERSION,
    "terms": TERMS_VERSION,
    "banding": BANDING_VERSION,
    "packing": PACKING_VERSION,
}
"""The rules that make every passage and version, besides its model and its extractor; a library keeps the numbers
under these names."""

TO_SHRINK = "to_shrink"
"""The key under which a library remembers that rows were packed whose room is still to be given back to the disk."""


def made_by(rule: str, recorded: str | None) -> int:
    """Return the version of a rule by which a library was made, from what it recorded."""
    # Libraries of the first format recorded nothing; they have no bands. Those before the seventh packed nothing.
    return int(recorded) if recorded else 0 if rule in ("banding", "packing") else 1
