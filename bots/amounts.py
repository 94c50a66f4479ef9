"""List how many quotes, speakers and rows the front ends show; commands and help texts read the numbers here."""

from __future__ import annotations

from qa.settings import Settings

DEFAULTS = Settings()
"""The settings where a user set nothing."""

QUOTES = DEFAULTS.quotes
"""Quotes shown for a question: on the terminal by default, on Discord in each message."""
QUOTES_OF_SIDES = 4
"""Quotes in one message on Discord where speakers are compared: two of each of two."""
QUOTES_OF_TIMELINE = 5
"""Quotes in one message on Discord where one speaker is shown over time."""

QUOTES_ON_SCREEN = 20
"""Quotes of `qa quotes` that a terminal is shown by default."""
ARTICLES_ON_SCREEN = 20
"""Articles that an answer lists on a page at first, and for an assistant."""
ROWS_ON_SCREEN = 100
"""Rows of any other list that a terminal is shown."""

SPEAKERS = 20
"""Speakers of `qa speakers`, by default."""
SPEAKERS_IN_CHAT = 10

LATEST = 5
"""Articles of `/latest` on Discord, by default."""
MOST_LATEST = 10

SKIPPED_AFTER_INDEXING = 20
"""Skipped files that `qa index` names, unless --verbose."""
KINDS_AFTER_INDEXING = 6
"""Endings of files that are not read which `qa index` names, unless --verbose."""
SKIPPED_IN_STATUS = 10
"""Skipped files that `qa status` names, unless --verbose."""
WORDS_IN_STATUS = 60
"""Characters of a corrected quote that `qa status` shows."""
UNKNOWN_ARTICLES = 5
"""Articles that `qa eval` names where a file of questions has some that the library does not hold."""

VECTORS_COMPARED = 50
"""Passages that `qa doctor` encodes again, others each time, to compare their vectors: a second or two."""

OUTLETS_IN_OVERVIEW = 10
"""Outlets that `qa overview` names; with --json all of them."""
UNDATED_OUTLETS = 3
"""Outlets that it names for their articles without a date."""
EXAMPLE_QUESTIONS = 3
"""Questions that stand below a greeting."""
BAR = 30
"""Characters of the longest bar."""
VOICES = 20
"""Speakers of `qa topic` that are counted by name, and best quotes that it shows."""

ROLES = 4
"""Offices and jobs that a page about a person names."""
RELATED_CHARACTERS = 200
"""Characters shown of a quote that stands beside an answer and is none."""
CONTEXT_CHARACTERS = 300
"""Characters shown on Discord of the sentence before a quote."""
