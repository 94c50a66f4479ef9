from __future__ import annotations

from dataclasses import replace

from qa.attribution.rule_names import QUESTION
from qa.datatypes import Attribution, AttributionKind
from qa.ranking.one_voice import is_question


def test_a_span_that_is_mostly_a_reporters_question_answers_nothing() -> None:
    asked = Attribution(((0, 10),), None, None, None, AttributionKind.DIRECT, QUESTION, 0.5)
    said = [(asked, None), (replace(asked, rule="transcript", content=((10, 60),)), None)]

    assert is_question(said, 0, 12)
    assert not is_question(said, 0, 60)
    assert not is_question(said, 20, 60)
