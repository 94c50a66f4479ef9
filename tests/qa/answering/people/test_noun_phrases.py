from __future__ import annotations

import pytest

from qa.answering.people.noun_phrases import called_at

BESIDE = {
    "between commas": ("They met Una Strand, the mayor of Dene, at noon.", "Una Strand"),
    "where the sentence ends": ("They met Una Strand, the mayor of Dene.", "Una Strand"),
    "without the second comma": ("Una Strand, the mayor of Dene said so.", "Una Strand"),
    "according to who is it": ("According to Strand, the mayor of Dene, it leaks.", "Strand"),
    "according to somebody else": ("According to Strand, the mayor of Dene declined to come.", None),
    "according to somebody else, of a deed": ("According to Strand, the mayor of Dene left the pier.", None),
    "a clause after whom somebody met": ("When he met Una Strand, the mayor of Dene declined to say.", None),
}


@pytest.mark.parametrize(("text", "name"), BESIDE.values(), ids=BESIDE)
def test_a_name_before_a_comma_is_whose_office_follows_unless_a_clause_begins_there(
    text: str, name: str | None
) -> None:
    at = text.index("mayor")

    called = called_at(text, (at, at + len("mayor")))

    assert called is not None
    assert called.before == name
