"""List the verbs that show that their subject is a person."""

from __future__ import annotations

SPEAKS = frozenset(
    """
    said says say told tells added adds wrote writes tweeted tweets asked asks argued argues noted
    notes called calls claimed claims warned warns insisted insists explained explains announced
    announces declared declares stated states replied replies responded responds acknowledged
    acknowledges admitted admits suggested suggests recalled recalls predicted predicts promised
    promises vowed vows believes believed thinks thought denied denies declined declines confirmed
    confirms continued concluded criticized criticised accused accuses urged urges complained
    quipped joked remarked observed observes contended contends testified repeated reiterated
    stressed emphasized praised mocked blasted slammed dismissed rejected conceded countered
    cautioned wants
    """.split()
)
"""Verbs of speech and thought of which only a person is the subject, mostly."""

ACTS = frozenset(
    """
    shrugged smiled nodded laughed sighed grinned paused frowned winced hesitated blushed wept cried whispered
    muttered shouted chuckled smirked yawned knelt swallowed waited
    """.split()
)
"""What only people do, and what a newspaper lets them do beside their words."""
