from __future__ import annotations

import pytest

from qa.speakers.with_article import with_article


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Harwick council", "the Harwick council"),
        ("Quill administration", "the Quill administration"),
        ("United Bakers", "the United Bakers"),
        ("EU", "the EU"),
        ("Harwick officials", "Harwick officials"),
        ("Harwick’s council", "Harwick’s council"),
        ("Norland's trade ministry", "Norland's trade ministry"),
        ("Harwick Council", "Harwick Council"),
        ("the Harwick council", "the Harwick council"),
        ("Ada Quill", "Ada Quill"),
    ],
)
def test_a_body_has_the_article_that_it_has_in_a_sentence(name: str, written: str) -> None:
    assert with_article(name) == written
