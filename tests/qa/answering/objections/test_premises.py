"""Questions that take for granted what the articles do not tell, or deny."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.objections.ages import raised
from qa.answering.objections.missing_terms import lacks_topic
from qa.answering.objections.premises import CONTRADICTED, Doubt, Surroundings, doubts, judged, lowered
from qa.answers import Answer, Outcome
from qa.datatypes import Article

HERE = Path(__file__).parents[1] / "premises"


@pytest.fixture(scope="session")
def ask(answerer_of: Callable[[Path], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(HERE / "articles").ask


def _questions(kind: str) -> list[tuple[str, str]]:
    lines = (HERE / "questions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(question, words) for each, question, words in rows if each == kind]


def test_of_thirty_questions_with_a_wrong_premise_at_most_three_are_answered(
    ask: Callable[[str], Answer],
) -> None:
    answered = [question for question, _ in _questions("none") if ask(question).outcome is Outcome.ANSWERED]

    # Without these rules, nineteen are.
    assert len(answered) <= 3, answered


def test_of_thirty_questions_that_the_articles_answer_at_least_25_are_answered(
    ask: Callable[[str], Answer],
) -> None:
    right = []
    for question, words in _questions("answer"):
        answer = ask(question)
        if answer.outcome is Outcome.ANSWERED and words in answer.quotes[0].text:
            right.append(question)

    assert len(right) >= 25, right


def test_a_quote_that_denies_the_event_is_shown_with_a_note(ask: Callable[[str], Answer]) -> None:
    answer = ask("When did Harwick win the cup?")

    assert answer.outcome is not Outcome.ANSWERED
    assert "lost the cup" in answer.quotes[0].text
    assert answer.note == CONTRADICTED


def test_a_reporters_question_answers_nothing(ask: Callable[[str], Answer]) -> None:
    answer = ask("Who stole the money for the repair?")

    assert answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)


def test_an_event_that_is_told_of_is_answered_without_a_note(ask: Callable[[str], Answer]) -> None:
    answer = ask("When was the painting stolen?")

    assert (answer.outcome, answer.note) == (Outcome.ANSWERED, "")


def _doubts(
    question: str, quote: str, beside: str = "", title: str = "", day: str | None = None
) -> set[Doubt]:
    article = Article("levee", f"{quote} {beside}", title, day)
    return set(doubts(question, Surroundings(quote, beside, article)))


@pytest.mark.parametrize(
    ("question", "quote", "expected"),
    [
        ("Why did Quill resign?", "Quill quit after the row.", set()),
        ("Why did Quill resign?", "Quill stepped down because she was ill.", set()),
        ("Why did Quill resign?", "Quill was glad after the vote.", {Doubt.UNTOLD}),
        ("Who beat Quill?", "Tom Brandt punched Quill at the pier.", set()),
        ("How many people lost their homes?", "The flood displaced 14 people.", set()),
        ("How much silver was seized?", "The raid yielded 25 pounds of silver.", set()),
        ("Did Quill survive?", "Quill was killed on the pier.", set()),
        ("Was Quill convicted?", "Quill was cleared by a jury.", set()),
        ("Why was Quill convicted?", "Quill was cleared by a jury.", {Doubt.UNTOLD, Doubt.OPPOSITE}),
        ("Why did Quill resign?", "Quill refused to resign.", {Doubt.DENIED}),
        ("Why did Quill resign?", "Quill has never resigned from anything.", {Doubt.DENIED}),
        ("When will the ferry launch?", "The ferry is to launch no earlier than May.", set()),
        ("How many divers drowned?", "No fewer than nine divers drowned.", set()),
        ("When did Quill die?", "The flood of 2005 claimed Quill’s life.", set()),
        ("When did Quill die?", "Quill claimed no lives by 2005.", {Doubt.UNTOLD}),
        ("Where did the ferry sink?", "It not only sank off Harwick, it took the buoys with it.", set()),
        ("When did the pier open?", "The pier did not open until May.", set()),
        ("When will the pier open?", "The pier will not open until May.", set()),
        (
            "When did the pier open?",
            "The pier, which has not opened, and stays shut until May, cost a lot.",
            {Doubt.DENIED},
        ),
        ("When did the pier open?", "The pier did not open and was shut until May.", {Doubt.DENIED}),
        ("When did Quill resign?", "Quill declined to resign and led it until June.", {Doubt.DENIED}),
        ("When did Quill resign?", "Quill declined to resign until June.", {Doubt.DENIED}),
        ("When did the pier open?", "The pier did not open in May.", {Doubt.DENIED}),
        ("When did the pier open?", "The pier opened no doors in May.", {Doubt.DENIED}),
        ("Why did Quill resign?", "Quill wants to resign.", {Doubt.UNREAL}),
        ("Why did Quill resign?", "The row put pressure on Quill to step down.", {Doubt.UNREAL}),
        ("Why did Quill resign?", "Under pressure over the gate Quill resigned.", set()),
        ("Why did Quill drop out?", "Brandt asked whether Quill would drop out.", {Doubt.UNREAL}),
        ("Why did Quill drop out?", "Quill pulled out because she was ill.", set()),
        ("Why did Quill agree to pay?", "Quill will not pay for the gate.", {Doubt.DENIED}),
        ("Why did Quill agree to pay?", "Quill will pay, since the gate is hers.", set()),
        ("Why did Quill resign?", "After the vote in May Quill resigned.", set()),
        ("Will Quill resign?", "Quill may resign.", set()),
        ("Did Quill resign?", "Quill did not resign.", set()),
        ("When did Harwick win?", "Harwick lost on Sunday.", {Doubt.UNTOLD, Doubt.OPPOSITE}),
        ("Why did Brandt vote for the loan?", "Brandt voted against the loan.", {Doubt.OPPOSITE}),
        ("Which club did not sign?", "The Rowing Club did not sign.", set()),
        ("Which club did not sign?", "The Rowing Club signed on Monday.", {Doubt.AFFIRMED}),
        ("How many divers drowned?", "No diver drowned.", set()),
        ("How many divers drowned?", "Will divers drown if the levee breaks?", {Doubt.ASKED, Doubt.KIND}),
        ("How many divers drowned?", "Divers drowned in the harbour.", {Doubt.KIND}),
        ("When did the pier burn?", "The pier burned down.", {Doubt.KIND}),
        ("What time did the pier burn?", "The pier burned on Monday.", {Doubt.KIND}),
        ("What time did the pier burn?", "The pier burned at 6.10am on Monday.", set()),
        ("What time of year did the pier burn?", "The pier burned in May.", set()),
        ("How much did Quill spend on ads?", "Quill spent less than four years ago.", {Doubt.KIND}),
        ("How much did Quill spend on ads?", "Quill spent $92,000.", set()),
        ("How much was the quay worth?", "The quay was worth half a million.", set()),
        ("How much rain fell?", "Two inches of rain fell.", set()),
        ("Who resigned?", "They resigned together.", {Doubt.KIND}),
        ("Why did Quill of Sorn resign?", "Quill resigned because she was ill.", {Doubt.STRANGER}),
        ("Which pier did the under-18s close?", "The under-16s closed a pier.", {Doubt.STRANGER}),
        ("Which pier did the 20 bakers close?", "Twenty bakers closed it.", set()),
        ("Which pier closed on 17 June?", "The old pier closed.", set()),
        ("Which pier closed in 1924?", "The old pier closed.", set()),
        ("When did Norland legalise rafts?", "In May Norland may legalise rafts.", {Doubt.UNREAL}),
        ("When did Norland legalize rafts?", "In May Norland built rafts.", {Doubt.UNTOLD}),
        ("Why did Quill endorse Brandt?", "Quill opposes Brandt.", {Doubt.UNTOLD, Doubt.OPPOSITE}),
        ("How did Ada Quill die?", "Ada Quill's father Ned died in a fire.", {Doubt.RELATIVE}),
        ("How did Ada Quill's father die?", "Ada Quill's father Ned died in a fire.", set()),
        ("How did Ada Quill die?", "Ada Quill's father said that she died in a fire.", set()),
        ("How many goats died in Ohio?", "In Texas 40 goats died.", {Doubt.ELSEWHERE, Doubt.STRANGER}),
        ("How did Ada Quill die?", "Ada Quill's widower told of her death in a fire.", set()),
        ("How did Ada Quill die?", "Ada Quill's father told of the death in a fire.", set()),
        ("How many goats died in Ohio?", "In Texas and Ohio 40 goats died.", set()),
        ("How many goats died in Britain?", "In England 40 goats died.", {Doubt.STRANGER}),
        ("How many goats died in Wales?", "In Scotland 40 goats died.", {Doubt.ELSEWHERE, Doubt.STRANGER}),
        ("How many goats died in America?", "In Canada 40 goats died, in the United States 60.", set()),
        ("How many goats died in Britain?", "Goats die young: in the UK 40 died.", set()),
        ("When did the trial of Quill end?", "In May the trial of Quill concluded.", set()),
        ("When did the trial of Quill end?", "In May they concluded that Quill lied.", {Doubt.UNTOLD}),
        ("When did the trial of Quill end?", "Quill was shot last October.", {Doubt.UNTOLD}),
        ("How many American goats died?", "In the U.S. 40 goats died.", set()),
        ("How many goats died in China?", "Of the goats of Chinese farmers 40 died.", {Doubt.STRANGER}),
        ("How many points did Orsa Foods lose?", "Shares of Orsa Foods fell 40 points.", set()),
        ("How much did Quill pay for the mill?", "Quill acquired the mill for 40 crowns.", set()),
        ("Which firm did Quill start?", "Quill retired to form Orsa Foods.", set()),
        ("How many mills has Quill sold?", "Quill has shed 40 mills since May.", set()),
        (
            "When did Quill resume payments?",
            "Quill suspended payments in May.",
            {Doubt.UNTOLD, Doubt.OPPOSITE},
        ),
        ("When did the Boeing 737 crash?", "The Boeing 737-800 crashed in May.", set()),
        ("Which pier did the under-17s close?", "On 17 October they closed a pier.", {Doubt.STRANGER}),
        ("When did flight 370 crash?", "Flight QX370 crashed in May.", set()),
        ("When did the Boat Day 50 open?", "The boat day opened in May.", set()),
        ("When did the 50 boats sail?", "The boat day opened in May.", {Doubt.STRANGER}),
        ("Which pier closed in the 70's?", "In the early 1970s the old pier closed.", set()),
        ("When did the 500 boats sail?", "Five hundred boats sailed in May.", set()),
        ("When did the 20,000 boats sail?", "Some 20 thousand boats sailed in May.", set()),
        ("When did the 50th boat sail?", "The fiftieth boat sailed in May.", set()),
        ("When did the 50th boat sail?", "The fifteenth boat sailed in May.", {Doubt.STRANGER}),
        ("How many goats died of Covid-19?", "Covid killed 40 goats, so 40 died.", set()),
        ("Why did Quill divorce Brandt?", "The marriage of Quill and Brandt is talked of.", {Doubt.UNTOLD}),
        ("What role does the levee play?", "The levee is a wall.", set()),
        ("Who is the chief executive of Northmill?", "Ivo Brandt runs Northmill.", set()),
        ("What did the clubs that signed want?", "The clubs wanted buoys.", set()),
        ("What happened in May?", "Nothing happened there.", {Doubt.MONTH}),
        ("How many divers drowned in 2018?", "In 2019 nine divers drowned, in 2020 ten.", {Doubt.YEAR}),
        ("How many divers drowned in 2019?", "In 2019 nine divers drowned, in 2020 ten.", set()),
        ("How many divers drowned in 2018?", "Nine divers drowned.", set()),
        ("Was Quill acquitted?", "Quill was convicted in May.", set()),
        ("When did Quill join the board?", "Quill has sat on it since May 2005.", set()),
        ("Why did Quill join the board?", "Quill has sat on it since May 2005.", {Doubt.UNTOLD}),
        ("When did Quill join the board?", "Quill has been ill since the vote.", {Doubt.UNTOLD}),
        ("When was the Harbour Act passed?", "The Harbour Act of 1996 closed it to liners.", set()),
        ("What year was the Treaty of Dene signed?", "The 1997 Treaty of Dene ended it.", set()),
        ("When was the Harbour Act passed?", "The Railway Act of 1996 closed it.", {Doubt.UNTOLD}),
        ("Why was the Harbour Act passed?", "The Harbour Act of 1996 closed it.", {Doubt.UNTOLD}),
        (
            "How many shells did the Reds fire at Dene?",
            "Nine shells were launched at Dene by the Reds.",
            set(),
        ),
        ("How much did Quill pay for the boat?", "Quill purchased the boat for $300.", set()),
        ("What did Quill pay for the boat?", "Quill purchased the boat in May.", {Doubt.KIND}),
        ("What does the ferry cost?", "The ferry costs more since May.", {Doubt.KIND}),
        ("What does the ferry cost?", "The ferry costs $3.", set()),
        ("How many cups of tea are sold?", "Nine cups of cocoa are sold. Tea is dear.", {Doubt.KIND}),
        ("How many cups of tea are sold?", "Nine cups of green tea are sold.", set()),
        ("How many cups of tea are sold?", "Of its tea nine cups are sold.", set()),
        ("What did the delay cost Quill?", "The delay cost Quill her office.", set()),
        ("Why did the crews withdraw?", "The crews were evacuated as the water rose.", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_speaks_against_a_quote(question: str, quote: str, expected: set[Doubt]) -> None:
    assert _doubts(question, quote) == expected


def test_a_quote_of_other_years_may_tell_of_the_year_of_its_article() -> None:
    quote = "Nine divers drowned, after ten in 2017."

    assert _doubts("How many divers drowned in 2018?", quote, day="2018-12-30") == set()
    assert _doubts("How many divers drowned in 2018?", quote, day="2019-12-30") == {Doubt.YEAR}
    assert _doubts("How many divers drowned in 2018?", quote, title="The boats of 2018") == set()
    last = f"Last year {quote.lower()}"
    assert _doubts("How many divers drowned in 2018?", last, day="2019-12-30") == set()
    assert _doubts("How many divers drowned in 2018?", last, day="2021-12-30") == {Doubt.YEAR}


@pytest.mark.parametrize(
    ("quote", "day", "text", "of_then"),
    [
        ("A ferry sank on 12 August.", "2025-08-14", "", True),
        ("A ferry sank on 12 August.", "2024-08-14", "", False),
        ("A ferry sank on 12 August.", "2024-08-14", "The budget is that of 2025.", False),
        ("A ferry sank in August.", "2026-06-14", "", True),
        ("A ferry will sail in August.", "2025-02-14", "", True),
        ("A ferry sank in August.", "2026-09-14", "", False),
        ("A ferry sank on Aug. 12.", "2026-08-14", "", False),
        ("A ferry sank.", "2024-08-14", "", False),
        ("A ferry sank.", "2024-08-14", "It was to sail in 2025.", True),
        ("A ferry sank.", "2025-07-14", "", True),
        ("A ferry sank a year ago, in August.", "2026-08-14", "", True),
        ("A ferry sank.", None, "", True),
        ("A ferry may have sunk.", "2025-11-14", "", True),
    ],
)
def test_what_is_told_of_a_month_without_a_year_is_of_the_time_of_its_article(
    quote: str, day: str | None, text: str, of_then: bool
) -> None:
    found = _doubts("Did a ferry sink in Dene in August 2025?", quote, text or quote, day=day)

    assert (Doubt.YEAR not in found) is of_then


@pytest.mark.parametrize(
    ("quote", "of_then"),
    [
        ("A ferry sank on 12 August.", False),
        ("A ferry sank on 12 August, two years after the last.", True),
        ("A ferry will sail in March.", True),
        ("A ferry sank.", True),
    ],
)
def test_a_month_without_a_year_is_of_the_year_of_its_article(quote: str, of_then: bool) -> None:
    found = _doubts("Did a ferry sink in Dene in 2025?", quote, day="2024-08-14")

    assert (Doubt.YEAR not in found) is of_then


@pytest.mark.parametrize(
    ("quote", "day", "of_then"),
    [
        ("The council gave the yard $2m on Monday.", "2024-07-04", False),
        ("The council gave the yard $2m on Monday.", "2020-01-04", True),
        ("The council gave the yard $2m on Monday.", None, True),
        ("Five years ago the council gave the yard $2m.", "2024-07-04", True),
        ("The former mayor gave the yard $2m.", "2024-07-04", True),
    ],
)
def test_what_is_told_without_a_year_is_of_the_time_of_its_article(
    quote: str, day: str | None, of_then: bool
) -> None:
    found = _doubts("How much did the council give the yard in 2019?", quote, day=day)

    assert (Doubt.YEAR not in found) is of_then


@pytest.mark.parametrize(
    ("quote", "beside", "day", "of_then"),
    [
        ("The council gave the yard $2m on Monday.", "In 2019 it gave nothing.", "2024-07-04", False),
        ("The council gave the yard $2m on Monday.", "In 2019 it gave nothing.", None, True),
        ("The council gave the yard $2m.", "In 2019 it had the most guests.", "2024-07-04", True),
        ("In 2019 the council gave $2m, it said on Monday.", "", "2024-07-04", True),
        ("The council gave it $2m in the 2010s.", "", None, False),
    ],
)
def test_what_is_set_in_the_time_of_its_article_is_of_no_other_year_it_names(
    quote: str, beside: str, day: str | None, of_then: bool
) -> None:
    for year in ("2019", "the year 2019", "fiscal 2019"):
        found = _doubts(f"How much did the council give the yard in {year}?", quote, beside, day=day)

        assert (Doubt.YEAR not in found) is of_then


@pytest.mark.parametrize(
    ("quote", "day", "another"),
    [
        ("Quill won the 2024 race by nine votes.", "2024-07-04", True),
        ("Quill won nine cups at the Harwick 2024 regatta.", None, True),
        ("Quill won the 2024 race as she had won the 2016 race.", "2024-07-04", False),
        ("Quill, who lost the 2012 race, won.", "2016-07-04", False),
        ("Quill, who lost the 2012 race, won four years later.", "2024-07-04", False),
        ("Quill won it in 2012, in May 2018 and in August 2024.", "2024-07-04", False),
        ("Quill won.", "2024-07-04", False),
    ],
)
def test_the_race_of_another_year_is_another_race(quote: str, day: str | None, another: bool) -> None:
    assert (Doubt.YEAR in _doubts("How did Quill win the 2016 race?", quote, day=day)) is another


@pytest.mark.parametrize(
    ("question", "quote", "another"),
    [
        ("Who won Harwick Bowl LIII?", "The Reds won Harwick Bowl LII by nine points.", True),
        ("Who won Harwick Bowl LIII?", "The Reds won Harwick Bowl LII, and the Blues Bowl LIII.", False),
        ("Who won Harwick Bowl LIII?", "The Reds won the Bowl by nine points.", False),
        ("Who won Game 7?", "Quill won Game 6 for Dene.", True),
        ("Who won Game 7?", "Quill won 6 games in May for Dene.", False),
        ("Who won on May 7?", "Quill won on May 6 for Dene.", False),
    ],
)
def test_another_of_a_series_is_told_apart_by_its_number(question: str, quote: str, another: bool) -> None:
    assert (Doubt.YEAR in _doubts(question, quote)) is another


@pytest.mark.parametrize(
    ("quote", "window", "doubted"),
    [
        ("Quill left the board on Monday, an aide said.", -1.0, True),
        ("Quill left the board on Monday, an aide said.", 1.0, False),
        ("Quill left the board because she was ill.", -1.0, False),
        ("Quill left the board, citing the toll.", -1.0, False),
        ("Quill left the board for sleeping on the bridge.", -1.0, False),
    ],
)
def test_a_quote_without_a_reason_is_doubted_where_why_is_asked(
    quote: str, window: float, doubted: bool
) -> None:
    question = "Why did Quill leave the board?"

    _, left = judged(0.7, question, Surroundings(quote, "", Article("a", quote)), window)

    assert (Doubt.REASON in left) is doubted


@pytest.mark.parametrize(
    "long", ["1" * 5_000, "1" * 50_000 + ".1", "1,111" * 20_000], ids=["one", "with a point", "many"]
)
def test_a_number_of_thousands_of_digits_is_no_count(long: str) -> None:
    assert Doubt.STRANGER in _doubts("Why did the 40 boats sink?", "The boats sank.", long)
    assert _doubts("Why did the 40 boats sink?", f"The 40 boats sank in a storm near pier {long}.") == set()


def test_an_event_in_the_next_sentence_or_the_title_stands_beside_the_quote() -> None:
    assert _doubts("Why did Quill resign?", "Quill was ill.", "She resigned.") == {Doubt.BESIDE}
    assert _doubts("Why did Quill resign?", "Quill was ill.", title="Quill quits") == {Doubt.BESIDE}


def test_a_quote_that_reads_as_the_answer_loses_less_for_telling_it_in_other_words() -> None:
    untold, denied = frozenset((Doubt.UNTOLD,)), frozenset((Doubt.DENIED,))

    # Odds of 1 times e^-1.5, and times e^-0.75.
    assert lowered(0.5, untold) == pytest.approx(0.1824, abs=1e-4)
    assert lowered(0.5, untold, window=2.0) == pytest.approx(0.3208, abs=1e-4)
    assert lowered(0.5, denied, window=2.0) == lowered(0.5, denied)


def test_no_doubt_is_left_of_a_quote_that_surely_reads_as_the_answer_in_other_words() -> None:
    quote = "Quill said the talks with Orsa were done with."
    beside = Surroundings(quote, "", Article("a", quote))
    question = "With whom did Quill quit the talks?"

    assert judged(0.9, question, beside, 0.0)[1] == {Doubt.UNTOLD}
    assert judged(0.9, question, beside, 2.0)[1] == set()
    assert judged(0.9, "When did Quill quit the talks?", beside, 2.0)[1] == {Doubt.KIND}


def test_an_article_of_the_asked_month_need_not_name_it() -> None:
    assert _doubts("What happened in May?", "Nothing happened there.", day="2025-05-03") == set()


def test_a_surname_alone_is_the_same_name() -> None:
    assert _doubts("Why did Ada Quill resign?", "Quill resigned because she was ill.") == set()


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How old is Ada Quill?", "Ada Quill, 19, was arrested at the quay."),
        ("how old was Quill", "Quill was 71 when she left."),
        ("How old is Quill?", "The 19-year-old baker Ada Quill was arrested."),
        ("How old is Ada Quill?", "Quill, now 58, has led the board since it was founded."),
        ("What age was Ada Quill?", "Quill had just turned 58."),
        ("What is Ada Quill’s age?", "Quill, who is now 58, has led the board."),
        ("how old is the bridge?", "The bridge is 90 years old."),
        ("How old is the suspect in the attack on Brandt?", "The suspect, Ivo Hale, 55, was overpowered."),
        ("How old is Ada Quill the swimming teacher?", "Quill, 58, swims every day."),
        (
            "How old was Ada Quill when she died?",
            "Ada Quill, a baker, died on Monday, Orsa said. She was 71.",
        ),
        ("How old was Quill?", "The quay was shut. Mrs Ada Quill fell into the lock. She was 71 years old."),
    ],
)
def test_an_age_beside_who_is_asked_for_speaks_for_a_quote(question: str, quote: str) -> None:
    assert raised(0.2, question, quote) == pytest.approx(0.528, abs=0.001)  # 0.25 e^1.5 : 1


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How old is Ada Quill?", "Ada Quill, who left, met Ivo Brandt, 19."),
        ("How old is Ada Quill?", "Quill was 19,000 votes ahead."),
        ("How old is the suspect in the attack on Brandt?", "Lea Orsa, 55, was beside Brandt."),
        ("How old is   ?", "Ada Quill, 19, was arrested at the quay."),
        ("How old is Ada Quill the swimming teacher?", "The 84-year-old former teacher Lea Orsa swam."),
        ("Where is Ada Quill?", "Ada Quill, 19, was arrested."),
        ("How old was Ada Quill?", "Lea Orsa, who painted Ada Quill, died on Monday. She was 71."),
        ("How old was Ada Quill?", "Lea Quill died on Monday. She was 71."),
        ("How old was Ada Quill?", "Quill’s mother died on Monday. She was 71."),
        ("How old was Ada Quill?", "Ada Quill died on Monday. She was 71 days at sea."),
    ],
)
def test_other_numbers_do_not(question: str, quote: str) -> None:
    assert raised(0.2, question, quote) == 0.2


@pytest.mark.parametrize(
    ("topic", "lacks"),
    [
        ("Quill Foods' dividend", True),
        ("the bridges", True),
        ("Quill Foods' ferries", False),
        ("the Quill Foods affair", False),
        ("the ferry to Dene", False),
        ("quill foods", False),
        ("Quill Foods", False),
    ],
)
def test_an_article_without_any_common_word_of_a_topic_is_not_on_it(topic: str, lacks: bool) -> None:
    article = Article(id="a", title="Quill Foods grows", text="Quill Foods has bought two ferries.")

    assert lacks_topic(topic, article) is lacks


def test_an_article_that_tells_of_an_event_in_another_word_is_on_it() -> None:
    article = Article(id="a", title="Dene outlaws Quill Foods", text="Quill Foods may sell no more fish.")

    assert [lacks_topic(topic, article) for topic in ("the ban in Dene", "the strike in Dene")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        (
            "Who founded Ferry Watch?",
            "Ferry Watch spokesman Ned Pryce says that the boats are for everybody.",
        ),
        ("When was the school established?", "The school has been closed since Sunday."),
        ("Who designed the pier?", "Una Strand sold the pier to Brandt."),
        ("When was the pier inaugurated?", "The pier was closed on Monday."),
        ("Who sponsored the regatta?", "Ivo Brandt won the regatta."),
        ("How much did the ferry cost?", "The harbour now offers $5 ferry tickets to Dene."),
    ],
)
def test_who_made_or_opened_something_is_doubted_where_it_is_not_told(question: str, quote: str) -> None:
    assert Doubt.UNTOLD in _doubts(question, quote)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Who founded Ferry Watch?", "Una Strand, the founder of Ferry Watch, was there."),
        ("Who founded Ferry Watch?", "Una Strand set up Ferry Watch in 1998."),
        ("When was the pier inaugurated?", "The pier was opened by Brandt on Monday."),
        ("Who designed the pier?", "Una Strand was the architect of the pier."),
        ("By how much will the tolls fall?", "The tolls will be reduced by 40 per cent."),
        ("When did the tolls fall?", "The tolls dipped in May."),
        ("How much snow fell in Dene?", "A 5-inch-deep layer of snow fell in Dene."),
        ("How much do the tickets to Dene cost?", "The ferry has begun to offer $5 tickets to Dene."),
        ("How much do the tickets cost?", "The ferry has 5-pound tickets."),
    ],
)
def test_other_words_for_making_opening_and_pricing_raise_no_doubt(question: str, quote: str) -> None:
    assert _doubts(question, quote) == set()


def test_an_age_or_a_length_counts_nobody() -> None:
    quote = "A pilot was killed, and a 34-year-old nurse was hurt beside a 20-metre-long ditch."

    assert Doubt.KIND in _doubts("How many nurses were killed?", quote)
    assert Doubt.KIND not in _doubts("How many metres long was the ditch?", quote)
    assert Doubt.KIND not in _doubts("How old was the nurse?", quote)


@pytest.mark.parametrize(
    ("quote", "of_then"),
    [
        ("Nine divers drowned.", True),
        ("Nine divers drowned in 2018.", True),
        ("Nine divers drowned in 2016, ten in 2018.", True),
        ("The 2019 race is for divers.", True),
        ("In 2016 nine divers drowned.", False),
        ("Last year nine divers drowned.", False),
    ],
)
def test_a_quote_of_other_years_than_the_asked_articles_is_doubted(quote: str, of_then: bool) -> None:
    since, until = date(2018, 1, 1), date(2018, 12, 31)
    passage = Surroundings(quote, "", Article("divers", quote, "", "2018-06-01"), since, until)

    assert (Doubt.YEAR in doubts("How many divers drowned?", passage)) is not of_then


def test_an_article_of_the_asked_time_need_not_name_it(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    for day, count in (("2012-05-10", "30"), ("2015-08-02", "45")):
        text = (
            f"Date: {day}\n\nThe river board counts its boats. There are at least {count} night ferries in service, "
            "including those that carry mail to the islands, it said. Most of them are made of oak.\n"
        )
        (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("How many night ferries were in service in May 2012?")

    assert answer.outcome is Outcome.ANSWERED
    assert "30 night ferries" in answer.quotes[0].text
    assert (answer.understood.since, answer.understood.until) == (date(2012, 5, 1), date(2012, 5, 31))


def test_a_time_bounds_nothing_where_no_article_is_dated(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "The river board counts its boats. There are at least 30 night ferries in service, it said on Monday."
    )
    (tmp_path / "ferries.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("How many night ferries were in service in May 2012?")

    assert (answer.understood.since, answer.understood.until, answer.note) == (None, None, "")


@pytest.mark.parametrize(
    ("told", "answer", "named"),
    [
        ("The air force is to buy two planes from Orsa that were built for a Dene airline.", "Orsa", False),
        ("The planes were ordered in May by Harwick Air, a Dene airline.", "Harwick Air", True),
    ],
)
def test_an_airline_without_its_name_does_not_answer_which_it_was(
    told: str, answer: str, named: bool
) -> None:
    passage = Surroundings(quote=told, beside="", article=Article("a", told, "Planes"), answer=answer)

    assert (Doubt.KIND not in doubts("Which airline ordered the new planes?", passage)) is named
