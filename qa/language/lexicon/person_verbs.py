"""List the verbs that show that their subject is a person."""

from __future__ import annotations

from qa.language.lexicon.verb_table import TABLE

SPEAKS = frozenset(
    word
    for line in TABLE
    if "person" in line.marks
    for forms in line.spellings
    for word in (forms.present, forms.past)
) | {"say", "tell"}
"""Verbs of speech and thought that mostly have a person as their subject."""
PERSONAL_ACTS = frozenset(
    """
    shrugged smiled nodded laughed sighed grinned paused frowned winced hesitated blushed wept cried whispered
    muttered shouted chuckled smirked yawned knelt swallowed waited
    """.split()
)
"""What only people do, and what a newspaper lets them do beside their words."""
