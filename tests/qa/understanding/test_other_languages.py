from __future__ import annotations

import pytest

from qa.understanding.other_languages import language_of


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("¿Qué dijo Quill sobre la guerra?", "Spanish"),
        ("¿Cuántos barcos salieron de la isla en mayo?", "Spanish"),
        ("Wie viele Fähren wurden gesperrt?", "German"),
        ("Was sagte Una Strand über den Hafen?", "German"),
        ("Combien de bateaux ont été vendus ?", "French"),
        ("Qu'est-ce que Brandt a dit sur le port ?", "French"),
        ("Che cosa ha detto il sindaco della città?", "Italian"),
        ("Wat zei Brandt over de haven?", "Dutch"),
    ],
)
def test_a_question_in_another_language_is_told(question: str, language: str) -> None:
    assert language_of(question) == language


@pytest.mark.parametrize(
    "question",
    [
        "What did Quill say about the war?",
        "Who was in Die Hard?",
        "De la Cruz on taxes",
        "El Salvador",
        "ferries",
        "What did the La Scala director say?",
        "Una Strand",
        "",
    ],
)
def test_a_question_in_english_or_a_name_is_not(question: str) -> None:
    assert language_of(question) is None
