from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

FREED = """Brandt is freed

Ivo Brandt was freed on Monday. His wife, Una Brandt, wept. “He has mended boats for years,” she said in the rain.

Ada Quill, Anna Quill's mother, said that Anna had lost her boat. “She will swim,” Quill said.

Ned Hale left the hall with his sister, Orsa Hale. “The quay was hers,” Hale said."""


@pytest.mark.parametrize(
    ("question", "whom", "words"),
    [
        ("What did Una Brandt say about her husband?", "Ivo Brandt", "mended boats"),
        ("what did una brandt say about her husband", "Ivo Brandt", "mended boats"),
        ("What did Ada Quill say about her daughter?", "Anna Quill", "lost her boat"),
    ],
)
def test_a_relative_of_the_speaker_is_named(asker_of: Asker, question: str, whom: str, words: str) -> None:
    answer = asker_of(FREED)(question)

    assert answer.understood.topic == whom
    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert any(words in quote.text for quote in answer.quotes)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Una Brandt say about her son?", "her son"),
        ("What did Ada Quill say about her son?", "her son"),
        ("What did Ada Quill say about Una's husband?", "Una's husband"),
        ("What did Una Brandt say about her boat?", "her boat"),
    ],
)
def test_nobody_is_named_for_a_relative_that_no_article_tells(
    asker_of: Asker, question: str, topic: str
) -> None:
    assert asker_of(FREED)(question).understood.topic == topic


def test_words_that_say_my_husband_answer_though_they_do_not_name_him(asker_of: Asker) -> None:
    ask = asker_of(
        "The harbour\n\n“My husband never sold a boat,” said Una Strand, the harbour master.\n\n"
        "Ivo Brandt left on Monday with his wife, Una Strand. “I go,” Ivo Brandt said.\n\n"
        "The levee was late.\n\nThe quay was wet.\n\nUna Strand said Ivo Brandt was ill."
    )

    answer = ask("What did Una Strand say about her husband?")

    assert answer.outcome is Outcome.ANSWERED
    assert "My husband" in answer.quotes[0].text
