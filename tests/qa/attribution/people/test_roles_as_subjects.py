"""A role, a relative or an owner before "he" and "she": whom the pronoun means, and where nobody is meant."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def last_speaker(text: str) -> str | None:
    return extract(Article("a", f"The port\n\n{text}"))[-1].speaker


KNOWN = {
    "who the article says is prime minister": (
        "Tony Quill, the prime minister, came at noon.\n\nThe prime minister shrugged off claims from Ivo Brandt. "
        "He said the vote was fair.",
        "Tony Quill",
    ),
    "a man's office after a woman": (
        "Tom Birch has spoken of his love for the publisher Mary Lindt. The home secretary told of bad nights. "
        "Birch is suing over Mrs Lindt’s son. She said the boy was not his.",
        "Mary Lindt",
    ),
    "a wife by her husband's office": (
        "Mary Birch has been accused of meddling.\n\nThe prime minister’s wife is said to have praised the court. "
        "Mrs Birch’s remarks were made in Salem. She said the ruling was right.",
        "Mary Birch",
    ),
    "a role after a preposition": (
        "Tom Birch wrote to the young harbour minister Ivo Brandt. He said the cranes were old.", "Tom Birch",
    ),
    "who is told something": (
        "Tom Birch spoke.\n\nThe port office told Ivo Brandt that it was late. He also warned that cranes were old.",
        "Tom Birch",
    ),
    "a title before an object": (
        "Tom Birch spoke of the plan by Prime Minister Ivo Brandt. He said the cranes were old.", "Tom Birch",
    ),
    "a title against the given name": (
        "Per Birch and Kurt Lindt met.\n\nMs Lindt thanked Mr Birch for the work. She said it was done.",
        "Kurt Lindt",
    ),
    "a sentence that begins with an action": (
        "Mary Lindt spoke. “It leaks,” she said. Mending the roof is the best way, she said.", "Mary Lindt",
    ),
    "a brother with a given name": (
        "Mary Lindt left early. Her brother Orsa stayed. He said the sea was calm.", "Orsa",
    ),
    "a subject before an object": ("Tom Birch thanked Ivo Brandt. He said it was late.", "Tom Birch"),
    "the subject after an object": (
        "Tom Birch thanked Ivo Brandt. Brandt sat down. He said it was late.", "Ivo Brandt",
    ),
    "whose words are told": (
        "Tom Birch spoke. The envoy came. Ivo Brandt sat near Mary Lindt. She said it was late.", "Mary Lindt",
    ),
    "who is told of in his words": (
        "Ivo Brandt won the vote. Tom Birch welcomed that.\n\nMr Brandt’s first task was to mend the roof, he said.",
        "Tom Birch",
    ),
    "whose remarks are told of": (
        "Tom Birch spoke. Birch’s remarks were aimed at critics, including, he said, “those who tweet.”", "Tom Birch",
    ),
    "who acts before he speaks": ("Tom Birch spoke.\n\nAfter Ivo Brandt left, he said the roof leaked.", "Ivo Brandt"),
    "his own office once more": (
        "Mayor Tom Birch met Ivo Brandt. The mayor said he would stay. He said it was late.", "Tom Birch",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KNOWN.values(), ids=KNOWN)
def test_a_pronoun_after_a_role_is_whoever_bears_it(text: str, expected: str) -> None:
    assert last_speaker(text) == expected


NOBODY = {
    "a prime minister who is not named": (
        "The prime minister shrugged off claims from Ivo Brandt. He said her word was enough."
    ),
    "the office and its shadow": (
        "Shadow chancellor Ivo Brandt spoke first.\n\nThe chancellor was not impressed. “No,” he said."
    ),
    "an office of two": (
        "Tom Birch met Ivo Brandt. Brandt thanked Birch.\n\nThe chancellor was not impressed. “No,” he said."
    ),
    "the elder": "Tom Birch came first.\n\nThe elder Birch was tired. “No,” he said.",
    "the younger, who speaks": "Tom Birch came first.\n\nThe younger Birch said it was late.",
    "an office that somebody had": (
        "Former mayor Tom Birch came first.\n\nThe mayor was not impressed. “No,” he said."
    ),
    "a spokesman after the verb": (
        "Tom Birch met Ivo Brandt. The roof would be mended, said a spokesman. But he denied that it leaked."
    ),
    "only somebody told of": "Ivo Brandt slept. Brandt’s task was to mend the roof, he said.",
    "a mother in the middle of a sentence": (
        "Mary Lindt was born in Salem. When she was eight, her mother moved on. Fearing the cold, she said it was late."
    ),
    "a farmer after a place": "Tom Birch came first. At the gate of the port, a farmer waited. “No,” he said.",
    "a deputy": "Deputy mayor Tom Birch came first.\n\nThe mayor was not impressed. “No,” he said.",
    "the subject and whoever it was who did it": (
        "Tom Birch’s plan was torn apart by the minister, Ivo Brandt. He said it was late."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_is_guessed_for_a_role_that_the_article_does_not_explain(text: str) -> None:
    assert last_speaker(text) is None


HEADLINES = {
    "the office that a headline gives him": (
        "Chancellor rallies voters\n\nTom Birch has called on them to vote.\n\nThe chancellor said it was late.",
        "Tom Birch",
    ),
    "a pronoun after that office": (
        "Harwick mayor quits\n\nTom Birch has left office.\n\nThe mayor thanked Ivo Brandt. He said it was late.",
        "Tom Birch",
    ),
    "a pronoun after that office and its shadow": (
        "Chancellor rallies voters\n\nTom Birch has called on them to vote.\n\nTo a full hall, the chancellor said the "
        "cuts proposed by shadow chancellor Ivo Brandt were wild. Turning to schools, he said they were safe.",
        "Tom Birch",
    ),
    "no office in the headline": (
        "Voters rally\n\nTom Birch has called on them to vote.\n\nThe chancellor said it was late.", None,
    ),
    "somebody named in the headline": (
        "Chancellor attacks Birch\n\nTom Birch has called on them to vote.\n\nThe chancellor said it was late.", None,
    ),
    "somebody to whom it was done": (
        "Chancellor attacks rival\n\nTom Birch was attacked on Monday.\n\nThe chancellor said it was late.", None,
    ),
    "an office that somebody else has": (
        "Chancellor rallies voters\n\nTom Birch has called.\n\nIvo Brandt, the chancellor, sat down.\n\n"
        "The chancellor said it was late.",
        "Ivo Brandt",
    ),
    "a lead about somebody else": (
        "Chancellor rallies voters\n\nOn Monday Tom Birch called.\n\nThe chancellor said it was late.", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADLINES.values(), ids=HEADLINES)
def test_a_headline_gives_the_lead_its_office(text: str, expected: str | None) -> None:
    assert extract(Article("a", text))[-1].speaker == expected


def test_a_name_after_where_somebody_is_based_is_whose_office_stands_before() -> None:
    text = "The levee vote\n\nTom Brandt left. His lawyer, Harwick-based Ada Quill, said the levee leaks."

    assert [one.speaker for one in extract(Article(id="a", title="The levee", text=text))] == ["Ada Quill"]
