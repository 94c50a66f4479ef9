"""“The 27-year-old” is who was talked of right before, or who has that age."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

AGED = "“It was a hard race,” the 27-year-old said."


def speakers(text: str) -> list[str | None]:
    return [one.speaker for one in extract(Article("a", f"The race in Dene.\n\n{text}"))]


@pytest.mark.parametrize(
    "before",
    [
        "Ada Quill said she would row again.",
        "Ada Quill, who beat Tom Brandt, said she would row again.",
        "Ada Quill won the race on Sunday.",
        "Ada Quill, 27, won the race on Sunday. Tom Brandt came second.",
        "Ada Quill, a nurse, won the race on Sunday. The rower was the first in the port.",
        "Ada Quill said of it: “I rowed like a man and a boy.”",
    ],
    ids=[
        "who spoke last",
        "not who is named in between",
        "the only one who is named",
        "who has that age",
        "what somebody named is called",
        "in somebody's own words",
    ],
)
def test_somebody_is_named_by_an_age(before: str) -> None:
    assert speakers(f"{before}\n\n{AGED}")[-1] == "Ada Quill"


@pytest.mark.parametrize(
    "before",
    [
        "Ada Quill beat Tom Brandt on Sunday.",
        "A 27-year-old was hurt. Ada Quill said she would row again.",
        "Tom Brandt, 27, was hurt.\n\nAda Quill said she would row again.",
        "Ada Quill found a rower aged 27 on Sunday.",
        "Ada Quill hurt a rower. The rower was 27.",
        "The rower, 27, was hurt.\n\nAda Quill said she would row again.",
        "The judge, Ada Quill, sentenced the defendant on Friday.",
        "Ada Quill spoke of her daughter.",
        "Ada Quill met a pilot.",
    ],
    ids=[
        "two are named",
        "somebody without a name has that age",
        "somebody else has that age",
        "aged",
        "was of that age",
        "has that age after a noun",
        "the defendant may be meant",
        "her daughter may be meant",
        "a pilot may be meant",
    ],
)
def test_an_age_names_nobody_where_it_may_be_anothers(before: str) -> None:
    assert speakers(f"{before}\n\n{AGED}")[-1] is None
