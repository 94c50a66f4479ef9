from __future__ import annotations

import pytest

from qa.answering.objections.asked_kinds import (
    LIKELY,
    holds_asked_kind,
    holds_what_is_asked,
    raised_by_kind,
    raised_by_reading,
)
from qa.answering.objections.asked_names import asks_name, named_next, names_nobody
from qa.answering.objections.asked_times import asks_hours, asks_time
from qa.answering.objections.premises import NAMELESS, Doubt, Surroundings, doubts, judged, lowered
from qa.datatypes import Article


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("how many police are on duty at the fair", "Hale said that 680 policemen would patrol the fair."),
        ("How many drivers will the ferry line hire?", "Twelve new ferry drivers start in May."),
        ("how many miners were saved", "Sixty-six other miners were brought up alive."),
        ("how much did the new pier cost", "The pier was built for £2.4m."),
        ("how much will the school pay back", "It owes the council K343,500."),
        ("How much have fares grown?", "Fares rose by 8 per cent."),
        ("How much have fares grown?", "Fares rose by 8 pct."),
        ("How much did the mill earn?", "The mill earned 3.5 mln dlrs."),
        ("how long was the course", "She taught a two-week course in Harwick."),
        ("how long has Brandt led the union", "Brandt has led it since 2011."),
        ("why was the pool closed", "The pool was shut because its roof leaked."),
        ("what caused the fire", "A blaze that was blamed on old wiring ran through the mill."),
    ],
    ids=lambda text: text[:24],
)
def test_a_quote_holds_the_kind_of_thing_that_is_asked_for(question: str, quote: str) -> None:
    assert holds_asked_kind(question, quote)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("how many police are on duty at the fair", "The fair opens on 12 May, and police will patrol it."),
        ("how many boys fell ill", "In May a 16-year-old boy fell ill."),
        ("how many drivers were hired", "Two lorries and the men who own them, all drivers, came."),
        ("how much did the new pier cost", "The 12 piers were opened in 2019."),
        ("how long was the course", "Twelve officers took the course on 3 May."),
        ("why was the pool closed", "The pool was closed on Monday."),
        ("when was the pool closed", "The pool was shut because its roof leaked."),
        ("how many", "Two people came."),
    ],
    ids=lambda text: text[:24],
)
def test_a_quote_does_not_hold_it(question: str, quote: str) -> None:
    assert not holds_asked_kind(question, quote)


@pytest.mark.parametrize(
    ("question", "quote", "other"),
    [
        ("what percentage of the crew left", "A quarter of the crew left.", "Most of the crew left."),
        ("how old is the mayor", "The mayor is 61.", "The mayor is not so old."),
        ("how far is the quay", "The quay is two miles off.", "The quay is far off, as someone said."),
        ("how often does the ferry run", "The ferry runs twice daily.", "The ferry often runs late."),
        ("what time does the ferry leave", "It leaves at noon.", "It leaves on time."),
        ("in what year did the mill burn", "The mill burnt in 1987.", "The mill burnt down."),
        ("how long is the pier", "The pier is 300 metres long.", "The pier is very long."),
        ("how long is the course", "The course lasts two weeks.", "The course is very long."),
        ("how many boats sank", "Two boats sank.", "Some boats sank in 1987."),
    ],
    ids=lambda text: text[:24],
)
def test_a_quote_has_the_number_or_the_time_that_is_asked_for(question: str, quote: str, other: str) -> None:
    assert holds_what_is_asked(question, quote)
    assert not holds_what_is_asked(question, other)


def test_what_was_done_at_a_time_asks_for_no_time() -> None:
    assert asks_time("and when did the ferry sink")
    assert asks_time("do you know when the ferry sank")
    assert not asks_time("What did the crew do when the ferry sank?")


def test_confidence_rises_where_a_quote_holds_what_is_asked_for_and_stays_elsewhere() -> None:
    question = "how many drivers were hired"

    # 0.25 e^0.5 : 1
    assert raised_by_kind(0.2, question, "Twelve drivers were hired.") == pytest.approx(0.2919, abs=1e-4)
    assert raised_by_kind(0.2, question, "All of the drivers were hired.") == 0.2


def test_confidence_rises_more_where_the_reader_takes_a_number_for_the_answer() -> None:
    quote = "The fund lent Harwick $2m."

    # 0.25 e^1.5 : 1
    assert raised_by_reading(0.2, "how big was the loan", quote, 1.0) == pytest.approx(0.5284, abs=1e-4)
    assert raised_by_reading(0.2, "how big was the loan", quote, 0.9) == 0.2
    assert raised_by_reading(0.2, "who lent it", quote, 3.0) == 0.2
    assert raised_by_reading(0.2, "how big was the loan", "The fund lent it gladly.", 3.0) == 0.2


@pytest.mark.parametrize(
    "quote",
    [
        "It was a great loan, not a gift.",
        "It is known that someone often lent to Harwick.",
        "No loan was ever made, though several were asked for.",
    ],
)
def test_letters_of_longer_words_and_words_for_no_number_are_none(quote: str) -> None:
    assert raised_by_reading(0.2, "how big was the loan", quote, 3.0) == 0.2
    assert raised_by_reading(0.2, "how big was the loan", f"{quote} It was ten million.", 3.0) > 0.2


def test_a_count_of_what_somebody_else_did_raises_nothing() -> None:
    quote = "Lea Orsa scored two goals."

    assert raised_by_kind(0.2, "How many goals did Ada Quill score?", quote) == 0.2
    assert raised_by_kind(0.2, "How many goals did Lea Orsa score?", quote) > 0.2
    assert raised_by_kind(0.2, "how many goals were scored", quote) > 0.2


def test_a_count_under_the_title_that_names_what_is_asked_of_raises_confidence() -> None:
    question, quote = "How many goats died in the Dene fire?", "Nine goats died in the fire."

    assert raised_by_kind(0.2, question, quote, "Fire in Dene", 0.6) > 0.2
    assert raised_by_kind(0.2, question, quote, "Fire in Halvorn", 0.6) == 0.2
    assert raised_by_kind(0.2, question, quote, "Fire in Dene", 0.4) == 0.2


@pytest.mark.parametrize(
    ("question", "quote", "beside", "likely"),
    [
        ("How high was Ada Quill’s bail?", "Quill’s bail was set at $9,000 on Monday.", "", True),
        ("How many times was Ada Quill stabbed?", "She was stabbed 9 times.", "Quill lived", True),
        ("How long is the paper on Dene?", "The 90-page paper came out.", "Dene waits", True),
        ("How many wins does Ada Quill have?", "Quill took her second win on Sunday.", "", True),
        ("How many wins does Ada Quill have?", "Quill saw the second win of the day.", "", False),
        ("How many times was Ada Quill stabbed?", "Hale was stabbed 9 times.", "The trial of Hale", False),
        ("How many times was Ada Quill stabbed?", "Quill was stabbed. She was seen 9 times.", "", False),
        ("How long is the paper on Dene?", "The paper came out on 9 May.", "Dene waits", False),
        ("How old is Ada Quill?", "Ada Quill won 27 votes.", "", False),
        ("Where was Ada Quill stabbed?", "Quill was stabbed 9 times.", "", False),
    ],
)
def test_a_sentence_with_the_asked_number_and_every_word_of_the_question_likely_answers(
    question: str, quote: str, beside: str, likely: bool
) -> None:
    sure, _ = judged(0.1, question, Surroundings(quote, beside, Article("a", f"{quote} {beside}")))

    assert (sure >= LIKELY) is likely


def test_what_speaks_for_a_quote_is_counted_with_what_speaks_against_it() -> None:
    quote = "Brandt hired twelve drivers."
    passage = Surroundings(quote, "", Article(id="a", text=quote))

    sure, against = judged(0.2, "How many new drivers did Brandt hire?", passage)

    assert sure == pytest.approx(0.2919, abs=1e-4)
    assert not against


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What are the opening hours of the library?", True),
        ("what's the library's opening times", True),
        ("What are the visiting hours at Dene Hospital?", True),
        ("Why were the opening hours of the library cut?", False),
        ("What are opening hours campaigners asking for?", False),
    ],
)
def test_hours_are_asked_for(question: str, asks: bool) -> None:
    assert asks_hours(question) is asks


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("The library must stay open, Quill said.", False),
        ("Five readers came, and the library stayed open.", False),
        ("The library is open from 10am.", True),
        ("The library opens 9-5.", True),
        ("It is open from nine to five.", True),
        ("It never closes: it is open 24 hours a day.", True),
    ],
)
def test_only_what_tells_hours_answers_a_question_for_them(quote: str, told: bool) -> None:
    article = Article("a", f"The library of Dene\n\n{quote}")

    found = doubts("What are the library's opening hours?", Surroundings(quote, "", article))

    assert (Doubt.KIND not in found) is told


@pytest.mark.parametrize(
    ("question", "told", "doubted"),
    [
        (
            "Who was the first mayor of Dene?",
            "Tom Brandt was mayor of Dene until Ada Quill was elected.",
            True,
        ),
        ("who was Dene's first mayor", "Tom Brandt was mayor of Dene in the war.", True),
        (
            "Who was the first mayor of Dene?",
            "Dene has had mayors since 1810, when Ivo Hale was chosen.",
            False,
        ),
        ("Who was the first mayor of Dene?", "Tom Brandt became the first mayor of Dene.", False),
        ("Which bakery was first to sell ice?", "The bakeries of Dene sell ice.", True),
        ("which bakery in Dene was the first one to sell ice", "Quill's was the first to sell ice.", False),
        ("Who was the first woman to lead Dene?", "No woman had led Dene before Ada Quill.", False),
        ("Who was the founder of Dene?", "Tom Brandt built Dene in 1810.", False),
        ("Who was the first minister?", "Tom Brandt led the ministers of Dene.", False),
    ],
)
def test_who_was_first_is_asked_of_a_text_that_says_so(question: str, told: str, doubted: bool) -> None:
    found = doubts(question, Surroundings(told, "", Article("mayors", told, "", None)))

    assert (Doubt.KIND in found) is doubted


@pytest.mark.parametrize(
    ("question", "quote", "answer", "nobody"),
    [
        ("Who shot Tom Brandt?", "A police officer shot Brandt, Ada Quill said.", "police officer", True),
        ("Who shot Tom Brandt?", "Seven men shot at Brandt in Harwick.", "Seven men", True),
        ("Who shot Tom Brandt?", "Ivo Hale shot Brandt, Ada Quill said.", "Ivo Hale", False),
        ("Who shot Tom Brandt?", "A police officer shot Brandt, Ada Quill said.", "", False),
        ("Who won't direct it?", "“I wish whosoever directs it well,” said Quill.", "whosoever", False),
        ("Who can sell bread?", "Bakers can sell bread in Harwick.", "bakers", False),
        ("Which magazine did Quill sue?", "Quill sued a French magazine on Monday.", "French magazine", True),
        ("Which banks lent to Dene?", "Six banks lent to Dene, Ada Quill said.", "Six banks", True),
        ("Which local bank lent to Dene?", "The Bank of Orsa lent to Dene.", "Bank of Orsa", False),
        ("Which court heard Quill?", "A federal court heard Quill in May.", "federal court", False),
        ("Which magazine did Quill sue?", "Quill sued “The Lantern” on Monday.", "", False),
        ("Which school subjects will go?", "The board will cut art.", "art", False),
        ("Which bank has had to pay?", "A local bank has had to pay.", "local bank", True),
        ("Which driver won the cup?", "A young driver from Dene won the cup.", "young driver", True),
        ("What police officer shot Brandt?", "Two men shot Brandt, Ada Quill said.", "Two men", True),
        ("Which driver won the cup?", "Ivo Hale won the cup.", "Ivo Hale", False),
        ("Which judge ruled on the tolls?", "Federal judge frees Quill from the tolls.", "Federal", True),
        (
            "Which judge ruled on the tolls?",
            "A Dene County judge ruled on the tolls.",
            "Dene County judge",
            True,
        ),
        ("Which judge ruled on the tolls?", "Judge Ivo Hale ruled on the tolls.", "Judge Ivo Hale", False),
        ("Which judge ruled on the tolls?", "Hale, a Dene judge, ruled on the tolls.", "Hale", False),
        ("Which judge freed Quill?", "Another Dene judge freed Quill from Harwick tolls.", "Harwick", True),
        ("Which judge freed Quill?", "A Dene judge, Ivo Hale, freed Quill.", "Ivo Hale", False),
        (
            "Which judge freed Quill?",
            "Quill was freed by a Dene judge, Ivo Hale, who left.",
            "Dene judge",
            False,
        ),
        ("Which judge freed Quill?", "Quill was freed by a Dene judge, Ivo Hale said.", "Dene judge", True),
        ("Who freed Quill?", "Quill was freed by a judge, Ivo M. Hale.", "a judge", False),
        ("Which judge freed Quill?", "A judge freed Quill, and Judge Ivo Hale was glad.", "Ivo Hale", False),
        ("What was the name of the 51-year-old baker?", "A baker, 51, was not hurt.", "51", True),
        ("What is the name of the mayor?", "The mayor, Ivo Hale, was not hurt.", "Ivo Hale", False),
        ("What is the name of the bridge?", "The bridge was shut.", "bridge", False),
        ("Which driver error sank it?", "A wrong turn sank it, Quill said.", "wrong turn", False),
        ("Who was hurt by the tree?", "The mother of the bride was hurt.", "The mother of the bride", False),
        ("Who was hurt by the tree?", "A guest was hurt, Quill said.", "guest", True),
        ("Who was hurt by the tree?", "The rest of the party was hurt.", "The rest of the party", True),
        ("Who shot Tom Brandt?", "A Harwick Bay man shot Brandt.", "Harwick Bay man", False),
        ("Who was flying the seaplane?", "The seaplane is a Dene Swift, a small craft.", "Dene Swift", True),
        ("Who was flying the seaplane?", "The seaplane was flown by Dene Swift.", "Dene Swift", False),
        ("Who beat Orsa?", "A Quill ally said that Orsa lost.", "Quill", False),
        ("Who shot Tom Brandt?", "A baker, Ivo Hale, shot Brandt.", "baker, Ivo Hale", False),
        ("Who shot Tom Brandt?", "HARWICK — Two shot Brandt.", "HARWICK — Two", True),
        ("Who hit the bus?", "HARWICK — Ivo Hale hit the bus.", "HARWICK — Ivo Hale", False),
        (
            "Who hit the Dene bus?",
            "HARWICK — A Dene man hit it. In May Ivo Hale, 31, was held.",
            "HARWICK",
            False,
        ),
        ("Who hit the Dene bus?", "HARWICK — A Dene man hit it.", "HARWICK", True),
    ],
)
def test_who_or_which_bank_is_not_named_by_a_name_beside_the_answer(
    question: str, quote: str, answer: str, nobody: bool
) -> None:
    around = Surroundings(quote, "", Article("a", quote), answer=answer)

    assert (asks_name(question) and names_nobody(question, quote, answer)) is nobody
    assert (not NAMELESS.isdisjoint(doubts(question, around))) is nobody


@pytest.mark.parametrize(
    ("text", "answer", "named"),
    [
        ("A man shot Brandt. Ivo Hale, 31, was held.", "man", True),
        ("HARWICK — A man shot Brandt.Ivo Hale was held.", "HARWICK — A man", True),
        ("HARWICK — A man shot Brandt. Ivo Hale was held.", "HARWICK", True),
        ("A man shot Brandt. Police said Ivo Hale was held.", "A man", True),
        ("A man shot Brandt. Harwick Bay was shut.", "A man", False),
        ("The man shot Brandt. Ivo Hale saw it.", "The man", False),
    ],
)
def test_an_opening_on_a_man_is_no_doubt_where_the_next_sentence_names_him(
    text: str, answer: str, named: bool
) -> None:
    first = text[: text.index("Brandt.") + len("Brandt.")]
    for quote in (first, text):
        around = Surroundings(quote, "", Article("a", text), answer=answer)

        assert (not NAMELESS.isdisjoint(doubts("Who shot Tom Brandt?", around))) is not named


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        ("Who was robbed?", "A baker was robbed in Dene. Ada Quill, 31, was beaten with a bat.", True),
        ("Who was robbed?", "A baker was robbed in Dene. Ivo Hale, 31, was charged on Monday.", False),
        ("Who was robbed?", "A baker was robbed in Dene. Ivo Hale saw it from his window.", False),
        ("Who was robbed?", "A baker was robbed in Dene. Ivo Hale was taken to a hospital.", True),
        ("Who died in Dene?", "A baker has died in Dene. Ivo Hale, 31, is held by police.", False),
        ("Who was arrested in Dene?", "A baker was arrested in Dene. Ivo Hale, 31, was charged.", True),
        ("Who won the prize?", "A baker has won the prize. Ivo Hale, the mayor, gave her the cup.", False),
        ("Who won the prize?", "A baker has won the prize. Ada Quill, a young baker, was glad.", True),
        ("Who won the prize?", "A woman has won the prize. Ada Quill, a young baker, was glad.", True),
    ],
)
def test_the_name_in_the_next_sentence_may_be_anothers(question: str, text: str, named: bool) -> None:
    quote = text[: text.index(". ") + 1]

    assert named_next(question, quote, "baker" if "baker" in quote else "woman", text) is named


@pytest.mark.parametrize(
    ("question", "quote", "window", "cover", "likely"),
    [
        ("Why was Brandt dismissed?", "Brandt was dismissed for sleeping on the bridge.", 0.9, 1.0, True),
        ("Where was Quill born?", "Quill was born in Halvorn on the river.", 1.5, 0.6, True),
        ("Where was Quill born?", "Quill was born on a boat.", 1.5, 0.6, False),
        ("When was Quill born?", "Quill was born on a boat.", 1.5, 0.6, False),
        ("Why was Brandt dismissed?", "Brandt was dismissed for sleeping on the bridge.", 0.3, 1.0, False),
        ("Why was Brandt dismissed?", "The mate had been asleep on the bridge.", 0.9, 0.4, False),
    ],
)
def test_what_reads_as_the_answer_and_holds_half_of_the_question_is_likely(
    question: str, quote: str, window: float, cover: float, likely: bool
) -> None:
    assert raised_by_reading(0.3, question, quote, window, cover) == (LIKELY if likely else 0.3)


def test_what_something_speaks_against_is_not_made_likely() -> None:
    question, quote = "Who dismissed Brandt?", "A police officer dismissed Brandt."
    around = Surroundings(quote, "", Article("a", quote), answer="police officer")

    sure, against = judged(0.3, question, around, 1.0, 1.0)

    assert against == {Doubt.UNNAMED}
    assert sure < 0.3


@pytest.mark.parametrize(
    ("answer", "doubt"),
    [
        ("A retired couple", Doubt.UNNAMED),
        ("two walkers", Doubt.UNNAMED),
        ("an attic", Doubt.KIND),
        ("the police", Doubt.UNNAMED),
    ],
)
def test_who_is_told_by_what_they_are_weighs_less_than_by_nothing(answer: str, doubt: Doubt) -> None:
    quote = f"The boat was behind a wall. {answer} showed where."

    found = doubts("Who found the boat?", Surroundings(quote, "", Article("a", quote), answer=answer))

    assert found & NAMELESS == {doubt}
    assert lowered(0.5, frozenset({Doubt.UNNAMED})) > lowered(0.5, frozenset({Doubt.KIND}))
