from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.answers import QUOTE_WORDS
from qa.language.clauses import clauses

LONG = (
    "The archive holds letters from the mayor of the old town, who kept every one of them in a box under the "
    "stairs; diaries of three teachers (two of whom wrote daily; the third did not) from the school by the river; "
    'maps that nobody has read, one of them marked "not for loan; see the keeper" in red ink, and a ledger with the '
    "names of all who lent books between the wars."
)


def test_a_short_sentence_stays_whole() -> None:
    text = "He came; he saw; he left."

    assert clauses(text, (0, len(text))) == [(0, len(text))]


def test_a_long_sentence_is_divided_at_semicolons_outside_brackets_and_quotations() -> None:
    parts = [LONG[start:end] for start, end in clauses(LONG, (0, len(LONG)))]

    assert len(LONG.split()) > QUOTE_WORDS
    assert [part[:10] for part in parts] == ["The archiv", "diaries of", "maps that "]
    assert parts[0].endswith("stairs;")


@given(st.text(alphabet="ab ;\"(“”)'\n", max_size=400))
def test_clauses_cover_the_sentence_in_order(text: str) -> None:
    parts = clauses(text, (0, len(text)))

    covered = "".join(text[start:end] for start, end in parts)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(parts))


def test_what_hangs_on_a_negation_before_the_semicolon_is_not_cut_off() -> None:
    text = (
        "The engineer, who had walked along the whole of the wall with the two inspectors from the county on a cold "
        "morning in the second week of the month, did not find that the cracks in the old part had stopped growing; "
        "that the houses behind the wall could be lived in; or that the money which the town had set aside would be "
        "enough for the work."
    )

    assert clauses(text, (0, len(text))) == [(0, len(text))]
