from __future__ import annotations

import pytest

from bots.contract import understood_object
from qa.answers import QuestionKind, Understanding


@pytest.mark.parametrize("loosely", [True, False])
def test_a_client_learns_whether_it_is_only_guessed_whom_a_phrase_means(loosely: bool) -> None:
    asked = "What did the casino manager say?"
    understood = Understanding(
        QuestionKind.SAID,
        asked,
        asked,
        speaker="Lea Orsa",
        described="casino manager",
        loosely_described=loosely,
    )

    shown = understood_object(understood)

    assert (shown["described"], shown["loosely_described"]) == ("casino manager", loosely)
