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
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_PLACES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
VALUES = (
    {word: str(value) for value, word in enumerate(_SMALL)}
    | {word: str(10 * value) for value, word in enumerate(_TENS, 2)}
    | {word: str(value) for value, word in enumerate(_PLACES, 1)}
    | {f"{word.removesuffix('y')}ieth": str(10 * value) for value, word in enumerate(_TENS, 2)}
)
"""Words for a number to its digits, of counting ("three") and of places in a row ("third")."""
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
IN_FIGURES = tuple(
    (word, value + _ENDINGS.get(value, "th"))
    for word, value in VALUES.items()
    if word in _PLACES or word.endswith("ieth")
)
"""Words for places in a row as they are written in figures: ("ninth", "9th")."""
PARTS = frozenset(
    """
    half halves third thirds quarter quarters fifths sixths sevenths eighths ninths tenths hundredths thousandths
    """.split()
)
"""Words that make a number a part of one: "two thirds"."""
NUMBER_WORDS = (
    COUNTING
    | PARTS
    | frozenset(VALUES)
    | frozenset(
        "hundredth thousandth millionth double triple treble quadruple twice thrice once percent percentage".split()
    )
)
"""Words that say how many, how much or which in a row."""
DENYING_AFTER = frozenset("not never hardly barely scarcely".split())
"""Words that deny what stands right before them: "We will never"."""
PASSED_OVER = frozenset(
    """
    a an the any all be been being become going to even ever yet just really actually only always quite very so say
    think believe want wish
    """.split()
)
"""Words that may stand between a negation and what it denies: "not even going to"."""
ENDING_NOUNS = frozenset(
    """
    ban bans moratorium moratoriums prohibition repeal abolition halt removal cancellation scrapping closure elimination
    opposition rollback reversal suspension
    """.split()
)
"""Nouns for what does away with a thing: who supports "a toll ban" or "the repeal of the toll" is against the toll."""
ENDING_VERBS = frozenset(
    """
    end ban repeal abolish overturn scrap block outlaw remove restrict halt cancel eliminate dismantle close ending
    banning repealing abolishing overturning scrapping blocking outlawing removing restricting halting cancelling
    canceling eliminating dismantling closing
    """.split()
)
"""Verbs for the same, as they stand after "to" and in the place of a noun: "the decision to end the toll"."""
