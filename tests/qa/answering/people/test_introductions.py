"""Questions who somebody is and who bears an office, over articles that say so in a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.people.introductions import MENTIONED
from qa.answers import Answer, Outcome

ARTICLES = Path(__file__).parents[1] / "introductions"


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer]) -> Callable[..., Answer]:
    return answerer_of(ARTICLES).ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Who is Una Strand?", "Una Strand, the mayor of Harwick"),
        ("who is strand", "Una Strand, the mayor of Harwick"),
        ("Who is Ivo Brandt?", "Ivo Brandt, leader of the Reds"),
        ("Who is Greyhand?", 'The forger known as "Greyhand"'),
        ("What is the Ferry Watch?", "The Ferry Watch, a group of islanders"),
        ("Who leads the Reds?", "Ivo Brandt, leader of the Reds"),
        ("Who is Lea Marsh?", "The Danish swimmer Lea Marsh"),
        ("How old is Vantor?", "Rosa Vantor, 52, has nine hives"),
        ("Who is Vantor?", "Rosa Vantor, a beekeeper on the hill"),
        ("How old is Guy Orsa?", "The 34-year-old pilot Guy Orsa"),
        ("Who is the president of America?", "American president Ada Quill"),
        ("How old is Thora Lund?", "The port today named Thora W. Lund"),
        ("Who is Wim Lovell?", "“The tide tables are late,” said Wim Lovell, Chief"),
        ("Who is Asta Lind?", "Police held Asta Lind who acted as"),
    ],
)
def test_the_sentence_that_introduces_comes_first(
    ask: Callable[..., Answer], question: str, first: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith(first)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How old is Una Strand?", "Strand, 61, is a former pilot"),
        ("How old is the leader of the Reds?", "Brandt, 44, is a baker"),
    ],
)
def test_an_age_that_only_the_surname_has_is_in_the_first_quote(
    ask: Callable[..., Answer], question: str, words: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    # With the sentence before it, which has the whole name, or without: the reader finds both alike.
    assert words in answer.quotes[0].text


def test_of_several_who_bore_an_office_the_last_comes_first(ask: Callable[..., Answer]) -> None:
    answer = ask("Who is the mayor of Harwick?")

    assert answer.outcome is Outcome.ANSWERED
    assert "Una Strand" in answer.quotes[0].text
    assert "Tom Hale" in answer.quotes[1].text


@pytest.mark.parametrize("time", ["in 2016", "in March 2016", "back in 2015"])
def test_who_bore_an_office_in_a_year_is_told_by_the_articles_of_then(
    ask: Callable[..., Answer], time: str
) -> None:
    answer = ask(f"Who was the mayor of Harwick {time}?")

    assert answer.outcome is Outcome.ANSWERED
    assert "Tom Hale" in answer.quotes[0].text


def test_a_name_of_which_nothing_is_said_is_shown_as_unsure(ask: Callable[..., Answer]) -> None:
    answer = ask("Who is Rosa Lind?")

    assert answer.outcome is Outcome.UNSURE
    assert "Rosa Lind" in answer.quotes[0].text
    assert answer.confidence == MENTIONED


def test_a_sentence_that_only_names_somebody_is_never_an_answer(ask: Callable[..., Answer]) -> None:
    answer = ask("Who is Nils Harrow?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.confidence > MENTIONED


def test_whom_no_article_names_is_not_found(ask: Callable[..., Answer]) -> None:
    assert ask("Who is Louise Hart?").outcome is Outcome.NOT_FOUND


def test_nobody_gets_the_age_of_a_namesake(ask: Callable[..., Answer]) -> None:
    answer = ask("How old is Ned Pryce?")

    assert not answer.quotes[0].text.startswith("Lea Pryce")


def test_a_quote_that_says_nothing_of_the_office_is_unsure(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "A change at Quill Foods\n\nShe succeeded Tom Brandt, who quit Quill Foods abruptly on the morning of the "
        "annual meeting of Quill Foods in April."
    )

    assert ask("Who is the new boss of Quill Foods?").outcome is not Outcome.ANSWERED


def test_who_only_stands_for_an_office_does_not_bear_it(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of("The vote in Dene\n\nThe baker Ada Quill has endorsed Tom Brandt for mayor of Dene.")

    assert ask("Who is the mayor of Dene?").outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who edits the Dene Lantern?", "Ivo Brandt edits the Dene Lantern."),
        ("Who owns the Dene mill?", "Una Strand owns the mill in Dene."),
        ("Who is the founder of Quill Foods?", "Quill Foods was founded by Ada Quill in 1990."),
    ],
)
def test_what_the_bearer_of_an_office_does_says_who_it_is(
    asker_of: Callable[[str], Callable[[str], Answer]], question: str, text: str
) -> None:
    assert (
        asker_of(f"News from Dene\n\n{text} The band played on Monday.")(question).outcome is Outcome.ANSWERED
    )


def test_the_long_name_says_what_a_short_one_is(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Dykes on trial\n\nMany said that the council's plan not to ask the OOT was the reason for the flood.\n\n"
        "The Office of Tides (OOT) watches the dykes.\n\nThe OOT moved to a new house in May."
    )

    answer = ask("What is the OOT?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith("The Office of Tides")


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Who is president of the Dene Chamber of Boats?", Outcome.UNSURE),
        ("Who is the president of the Dene Rowing Club?", Outcome.NOT_FOUND),
    ],
)
def test_the_words_for_an_office_are_not_nothing_on_who_bears_it(
    asker_of: Callable[[str], Callable[[str], Answer]], question: str, outcome: Outcome
) -> None:
    ask = asker_of(
        "Boats in town\n\nOn Mondays, Una and Tom bring you an hour without long words on what moves the coast. You "
        "knew most of it long ago.\n\nUna and Tom hear of camps, nets and three harbours. It was not all rope and tea: "
        "he would be a baker, a diver, a night porter, a singer and, at last, president of the Dene Chamber of Boats, "
        "with a loud dog, a bicycle without a bell and a daughter who sings.\n"
    )

    assert ask(question).outcome is outcome


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Ada Quill is in charge of the Lantern", Outcome.ANSWERED),
        ("Ada Quill will stand in for him and keep the Lantern open", Outcome.ANSWERED),
        ("At the Lantern, Ada Quill takes over", Outcome.ANSWERED),
        ("Ada Quill sweeps the yard of the Lantern", Outcome.UNSURE),
    ],
)
def test_who_stands_in_runs_it_for_a_time(
    asker_of: Callable[[str], Callable[[str], Answer]], told: str, outcome: Outcome
) -> None:
    answer = asker_of(f"A theatre\n\nTom Brandt is ill. {told} until May.\n")("Who is running the Lantern?")

    assert answer.outcome is outcome


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The paper quoted chairman Tom Orsa as saying that Halvorn Mills did well in the north.", "Orsa"),
        ("Halvorn Mills has grown since it was bought under the chairmanship of Tom Orsa.", "Orsa"),
    ],
)
def test_who_chairs_a_body_is_told_by_the_noun(
    asker_of: Callable[[str], Callable[[str], Answer]], told: str, name: str
) -> None:
    ask = asker_of(
        f"A year of flour\n\n{told}\n\nFlour is dearer than in May.\n\nHalvorn Mills bakes no bread."
    )

    answer = ask("Who chairs Halvorn Mills?")

    assert answer.outcome is Outcome.ANSWERED
    assert name in answer.quotes[0].text


def test_of_articles_that_say_as_much_that_with_the_name_as_typed_comes_first(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    names = ("Ada Quill", "Ivo Brandt", "Rosa Hale", "Tom Orsa", "Una Strand", "Lea Vantor")
    for name in names:
        given, surname = name.split()
        longer = f"{given} S. {surname}"
        texts = {
            "surgeon": f"{longer}, a surgeon in Dene, was called at night.\n\n“It was late,” said {longer}.",
            "doctor": f"{name}, the doctor of the mayor, denied it.\n\n“It was not so,” {name} said on Monday.",
        }
        for kind, text in texts.items():
            (tmp_path / f"{surname} {kind}.txt").write_text(f"A {kind}\n\n{text}\n", encoding="utf-8")

    ask = answerer_of(tmp_path).ask

    assert [ask(f"Who is {name}?").quotes[0].text.partition(",")[0] for name in names] == list(names)
