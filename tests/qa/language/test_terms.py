"""One analyser: what is asked for in one spelling is found in another."""

from __future__ import annotations

import pytest

from qa.language.lexicon.word_families import families
from qa.language.terms import is_stop_term, located_terms, phrases_of, term, terms

SAME = [
    ("harbour", "harbor"),
    ("neighbours", "neighbors"),
    ("neighbourhood", "neighborhood"),
    ("favourite", "favorite"),
    ("the organisation", "the organization"),
    ("organised", "organizing"),
    ("paralysed", "paralyzed"),
    ("centre", "center"),
    ("theatres", "theaters"),
    ("kilometres", "kilometers"),
    ("litre", "liter"),
    ("defence", "defense"),
    ("programmes", "programs"),
    ("U.S.", "US"),
    ("United States", "US"),
    ("trade", "trading"),
    ("criticised", "criticize"),
    ("apologise", "apologizes"),
    ("precisely", "precise"),
    ("won", "wins"),
    ("women", "woman"),
    ("stolen", "steal"),
    ("theft", "stole"),
    ("deaths", "died"),
    ("censorship", "censors"),
    ("the economies", "the economic"),
    ("Orsenskyy’s", "Orsensky"),
    ("Orsenskiy", "Orsenskii"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[one for one, _ in SAME])
def test_two_spellings_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("tour", "tor"),
        ("hour", "hor"),
        ("our", "or"),
        ("science", "sciense"),
        ("Paris", "Pariz"),
        ("Rose", "rise"),
        ("winner", "win"),
        ("founded", "found"),
        ("US", "us"),
        ("the WHO’s", "the who’s"),
    ],
)
def test_other_words_are_left_as_they_are(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_terms_keep_their_place_in_the_text() -> None:
    text = "The harbour, organised"

    assert [text[start:end] for start, end, _ in located_terms(text)] == ["The", "harbour", "organised"]


def test_each_family_joins_words_that_the_stemmer_keeps_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    joined = families()

    assert not [form for form, base in joined.items() if base in joined]
    assert not [form for form, base in joined.items() if term(form) != term(base)]
    assert not [form for form in joined if is_stop_term(term(form))]
    monkeypatch.setattr("qa.language.terms.families", dict)
    assert not [form for form, base in joined.items() if term.__wrapped__(form) == term.__wrapped__(base)]


def test_typed_words_are_looked_up_with_a_country_for_a_pronoun_and_the_other_way_round() -> None:
    assert phrases_of("tell us") == [["tell", "us"], ["tell", "usa"]]
    assert phrases_of("US ferries") == [["usa", "ferri"], ["us", "ferri"]]
    assert len(phrases_of("us " * 40)) == 16
