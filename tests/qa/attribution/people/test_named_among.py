"""What several say of whom one is named is that one's words, too."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

ONE_OF_THEM = {
    "like": "Critics like Ivo Brandt called the levee “a toy for rich people”.",
    "such as": "Critics such as Ivo Brandt called the levee “a toy for rich people”.",
    "a role before the name": "Critics like former harbour chairman Ivo Brandt say the levee leaks.",
    "a role and a comma before it": "Critics such as the mayor of Harwick, Ivo Brandt, say the levee leaks.",
    "what they are after it": "Experts like Dr. Ivo Brandt, a chemist at Dene University, said the levee leaked.",
    "after a comma": "Many ministers, such as Ivo Brandt, the harbour secretary, said the levee leaked.",
    "including": "Two people familiar with the matter, including Ivo Brandt, said the levee leaked.",
    "among them": "Supporters of the plan, among them Mayor Ivo Brandt, argue that it will bring jobs.",
    "after the quotation": "“The levee was a mistake,” said critics including Ivo Brandt.",
}
NOT_ONE = {
    "more than one": "Critics like Ivo Brandt and Una Strand said the levee leaked.",
    "more than one after a quotation": "“The levee leaks,” said critics like Ivo Brandt and Una Strand.",
    "somebody of theirs": "Critics like Ivo Brandt’s brother said the levee leaked.",
    "one of a kind": "A man like Ivo Brandt would say the levee leaked.",
    "none of them": "No critics, including Ivo Brandt, said the levee leaked.",
}


@pytest.mark.parametrize("text", ONE_OF_THEM.values(), ids=ONE_OF_THEM)
def test_what_several_say_of_whom_one_is_named_is_said_by_that_one(text: str) -> None:
    assert speakers(text) == {"Ivo Brandt"}


@pytest.mark.parametrize("text", NOT_ONE.values(), ids=NOT_ONE)
def test_nobody_is_credited_where_it_is_not_one_person_of_several(text: str) -> None:
    assert speakers(text) <= {None}


def speakers(text: str) -> set[str | None]:
    return {record.speaker for record in extract(Article("a", f"{text}\n\nIvo Brandt and Una Strand left."))}
