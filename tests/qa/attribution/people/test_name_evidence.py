from __future__ import annotations

import pytest

from qa.attribution.extractor import find
from qa.attribution.people.name_evidence import NameEvidence
from qa.attribution.people.pronouns.antecedents import NO_RIVAL
from qa.attribution.people.resolving import resolve, resolve_with_evidence
from qa.datatypes import Article


def last(text: str) -> NameEvidence:
    article = Article("a", text)
    return resolve_with_evidence(article, find(article))[-1][1]


HOW = {
    "full": "Ada Quill said the quay was full.",
    "surname": "Ada Quill came. Quill said the quay was full.",
    "given": "Ada Quill came with her daughter Mia, 9. Mia said the quay was full.",
    "initials": "Ada Quill and Guy Hale met.\n\nAQ: It is full.\n\nGH: It is not.\n\nAQ: It is full.\n\nGH: It is not.",
    "role": "Mayor Ada Quill came. The mayor said the quay was full.",
    "pronoun": "Ada Quill came. She said the quay was full.",
    "owned": "Ada Quill came. Her campaign said the quay was full.",
    "group": "The Ports Authority said the quay was full.",
    "none": "A clerk said the quay was full.",
}


@pytest.mark.parametrize(("how", "text"), HOW.items(), ids=HOW)
def test_evidence_says_how_a_name_was_found(how: str, text: str) -> None:
    assert last(text).how == how


def test_a_pronoun_without_rivals_has_the_largest_margin() -> None:
    evidence = last("Ada Quill came. She said the quay was full.")

    assert (evidence.margin, evidence.rivals, evidence.back) == (NO_RIVAL, 0, 1)


def test_a_second_woman_is_a_rival() -> None:
    evidence = last("Ada Quill thanked Una Strand. She said the quay was full.")

    assert 0 < evidence.margin < NO_RIVAL
    assert evidence.rivals == 1


def test_a_pronoun_of_two_equal_people_has_no_name() -> None:
    evidence = last("Tom Birch’s plan was torn apart by the minister, Ivo Brandt. He said it was late.")

    assert evidence.how == "none"
    assert evidence.margin < 0.3


def test_somebody_whom_only_a_verb_makes_a_person_is_not_known() -> None:
    known, unknown = last("Mr. Wold said the quay was full."), last("On Monday, Wold said the quay was full.")

    assert known.known
    assert not unknown.known
    assert not unknown.gender_known


def test_evidence_changes_no_record() -> None:
    article = Article("a", "Ada Quill thanked Una Strand. She said the quay was full. “No,” Strand said.")

    assert [record for record, _ in resolve_with_evidence(article, find(article))] == resolve(
        article, find(article)
    )
