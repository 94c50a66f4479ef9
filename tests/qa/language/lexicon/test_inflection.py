from __future__ import annotations

import pytest

from qa.language.lexicon.inflection import inflect


@pytest.mark.parametrize(
    ("verb", "irregular", "forms"),
    [
        ("warn", "", "warn warns warned warning warned"),
        ("argue", "", "argue argues argued arguing argued"),
        ("agree", "", "agree agrees agreed agreeing agreed"),
        ("deny", "", "deny denies denied denying denied"),
        ("convey", "", "convey conveys conveyed conveying conveyed"),
        ("preach", "", "preach preaches preached preaching preached"),
        ("echo", "", "echo echoes echoed echoing echoed"),
        ("quip", "", "quip quips quipped quipping quipped"),
        ("vow", "", "vow vows vowed vowing vowed"),
        ("plead", "", "plead pleads pleaded pleading pleaded"),
        ("concur", "+", "concur concurs concurred concurring concurred"),
        ("write", "writes wrote writing written", "write writes wrote writing written"),
    ],
    ids=lambda value: value.split(" ")[0] if value else "regular",
)
def test_a_verb_has_the_forms_that_a_newspaper_writes(verb: str, irregular: str, forms: str) -> None:
    (american,) = inflect(verb, irregular)

    assert " ".join(american) == forms


@pytest.mark.parametrize(
    ("verb", "british"),
    [
        ("criticize", "criticise criticises criticised criticising criticised"),
        ("analyze", "analyse analyses analysed analysing analysed"),
        ("label", "label labels labelled labelling labelled"),
        ("counsel", "counsel counsels counselled counselling counselled"),
        ("favor", "favour favours favoured favouring favoured"),
        ("learn", "learn learns learnt learning learnt"),
    ],
    ids=lambda value: value.split(" ")[0],
)
def test_a_british_spelling_follows_the_american_one(verb: str, british: str) -> None:
    american, other = inflect(verb)

    assert american.past != other.past
    assert " ".join(other) == british


@pytest.mark.parametrize("verb", ["reveal", "advise", "recall", "howl", "size"])
def test_what_is_spelt_the_same_everywhere_has_one_spelling(verb: str) -> None:
    assert len(inflect(verb)) == 1
