"""List the adjectives that say something about who speaks."""

from __future__ import annotations

ADJECTIVE_LINKS = frozenset(
    """
    familiar involved working privy close loyal briefed critical aligned opposed allied affiliated associated
    sympathetic
    """.split()
)
"""Adjectives that follow a noun for a person and take a preposition: "a person familiar with the plan"."""

STANCES = {
    **dict.fromkeys(
        "confident sure certain convinced unsure uncertain doubtful skeptical sceptical wary".split(),
        frozenset("about of in on".split()),
    ),
    **dict.fromkeys(
        """
        hopeful optimistic pessimistic worried concerned anxious nervous uneasy adamant enthusiastic excited
        angry furious upset outraged alarmed frustrated disappointed apologetic
        """.split(),
        frozenset("about over at by with".split()),
    ),
    **dict.fromkeys(
        "happy unhappy pleased satisfied dissatisfied thrilled".split(), frozenset("about with".split())
    ),
    **dict.fromkeys(
        "proud critical supportive dismissive contemptuous tired ashamed fearful afraid".split(),
        frozenset(("of",)),
    ),
    **dict.fromkeys("glad grateful thankful sorry".split(), frozenset("for about".split())),
    "opposed": frozenset(("to",)),
}
"""Adjectives for what somebody thinks, each with the prepositions that lead to what it is about."""

FEELINGS = frozenset(
    """
    amazed amused appalled astonished baffled bemused bewildered bothered delighted dismayed disheartened dubious
    enthused fascinated flattered heartened horrified humbled impressed intrigued perplexed puzzled relieved
    saddened shocked startled stunned surprised troubled unconcerned unconvinced unimpressed unmoved
    """.split()
)
"""Adjectives for how somebody feels: what stands in quotation marks right after says why."""
