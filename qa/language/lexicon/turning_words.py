"""List the words by which a sentence turns or counts: contrasts, negations, numbers written as words."""

from __future__ import annotations

from qa.language.lexicon.function_words import NEGATIONS

CONTRASTS = frozenset("but not if unless except although though however yet".split())
"""Words with which a sentence takes back what it began with: "We will sell it, but not now"."""
CONDITIONS = frozenset("if unless".split())
"""Those of them that belong to the words before them, whoever writes them: “We will sell it” if the price is right."""
NEGATING = NEGATIONS | frozenset(
    """
    no none nobody nothing nowhere neither nor without hardly barely scarcely cannot ain't shouldn't mustn't needn't
    """.split()
)
"""Words without which a sentence says the opposite, in small letters, with straight apostrophes too."""
NEGATIVE_PREFIXES = frozenset("un in im ir il dis non mis anti de".split())
"""Beginnings that turn a word into its opposite: "happy", "unhappy"."""
COUNTING = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion trillions dozen dozens
    """.split()
)
"""Words that make up a number: "twenty thousand"."""
NUMBER_WORDS = COUNTING | frozenset(
    "half third quarter double twice triple thrice first second fourth fifth percent".split()
)
"""Words that say how many, how much or which in a row."""
