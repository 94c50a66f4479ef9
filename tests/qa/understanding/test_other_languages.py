from __future__ import annotations

import pytest

from qa.understanding.other_languages import language_of, whose_words


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


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Was sagte Una Strand über den Hafen?", ("Una Strand", "Hafen")),
        ("Was hat Quill zu Norvik gesagt?", ("Quill", "Norvik")),
        ("Qu'a dit Ada Quill sur la digue ?", ("Ada Quill", "digue")),
        ("Qu’est-ce que Brandt a dit ?", ("Brandt", None)),
        ("Que pense Quill de Norvik ?", ("Quill", "Norvik")),
        ("¿Qué dijo Quill sobre la guerra?", ("Quill", "guerra")),
        ("Qué ha dicho el alcalde", ("el alcalde", None)),
        ("Cosa ha detto Quill sui dazi?", ("Quill", "dazi")),
        ("O que disse Brandt sobre o porto?", ("Brandt", "porto")),
        ("O que Brandt disse sobre o porto?", ("Brandt", "porto")),
        ("Wat zei Brandt over de haven?", ("Brandt", "haven")),
        ("Wat heeft Brandt over de haven gezegd?", ("Brandt", "haven")),
    ],
)
def test_whose_words_are_asked_for_in_another_language(question: str, asked: tuple[str, str | None]) -> None:
    assert whose_words(question) == asked


@pytest.mark.parametrize(
    "question",
    ["What did Quill say about the war?", "Was sagte dort niemand, als es brannte?", "Was Quill late?", ""],
)
def test_any_other_question_asks_for_nobodys_words_in_another_language(question: str) -> None:
    assert whose_words(question) is None
