"""Which quote stands first where the best ranked one lacks what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.objections.ages import tells_age
from qa.answers import Answer, Outcome


def test_a_quote_with_a_sum_goes_before_one_without(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Ada Quill spends less on ferry ads than she spent on printed ferry ads four years ago, she says.\n\n"
        "Her firm bought ads on Monday. It spent nearly $92,000 on ferry ads.\n"
    )

    assert "$92,000" in ask("How much did Ada Quill spend on ferry ads?").quotes[0].text


def test_a_sum_goes_before_what_says_more_of_the_thing_but_not_how_much(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    for name, text in (
        (
            "gate",
            "What the levee gate cost was debated for hours, and the levee gate cost the warden his office.",
        ),
        ("budget", "The council met on Monday. It paid 4,200 crowns for the gate, and much less for paint."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")

    answer = answerer_of(tmp_path).ask("How much did the levee gate cost?")

    assert "4,200 crowns" in answer.quotes[0].text


def test_the_asked_age_goes_before_anothers(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> None:
    for name, text in (
        (
            "fire",
            "Man held after fire at Dene bakery\n\n"
            "A 31-year-old man has been held after a fire at a bakery in Dene on Friday night. The owner, Ines Orsa, "
            "was taken to hospital with burns to her hands. Her son Ivo, who is 12, was not hurt. Police said the man, "
            "Guy Hale, 31, of Mill Lane, would appear in court on Tuesday. Mrs Orsa turned 50 last month.\n\n"
            "The bakery has stood on the square for 140 years. It will stay closed until May.",
        ),
        (
            "concert",
            "Una Strand has cancelled Saturday's concert in Halvorn because of a sore throat. The 27-year-old singer "
            "was to open the summer season. Her manager Rolf Amsel, aged 61, said that tickets would be paid back.",
        ),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")

    answer = answerer_of(tmp_path).ask("How old is Ines Orsa?")

    assert answer.outcome is Outcome.ANSWERED
    assert "turned 50" in answer.quotes[0].text


def test_a_quote_that_tells_the_asked_event_goes_before_one_that_does_not(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    for name, text in (
        (
            "yard",
            "The first Harwick ferry is still the first ferry that Harwick shows to visitors, and the first "
            "steel ferry hangs on its wall.",
        ),
        (
            "history",
            "Brandt had a small yard. It built the steel boat, the first of its kind in Harwick, in 1978.",
        ),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")

    answer = answerer_of(tmp_path).ask("when was the first steel ferry in harwick built")

    assert "1978" in answer.quotes[0].text


def test_a_share_that_reads_as_the_answer_goes_before_what_has_none(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    for name, text in (
        (
            "clinic",
            "The clinic looks after the children of Harwick who have a cough, and children who are well.",
        ),
        (
            "survey",
            "The survey came out on Monday. Nearly 25% of the children of the town are coughing, it found.",
        ),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")

    answer = answerer_of(tmp_path).ask("what percentage of harwick children have a cough")

    assert "25%" in answer.quotes[0].text


def test_a_place_goes_before_what_holds_none(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> None:
    for name, text in (
        ("boat", "The first steel ferry was built by hand, and the ferry that Quill built is a steel ferry."),
        ("yard", "Brandt remembers the year. He built the steel ferry in a yard near Halvorn."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")

    answer = answerer_of(tmp_path).ask("where was the steel ferry built")

    assert "near Halvorn" in answer.quotes[0].text


def test_who_is_asked_for_is_looked_for_in_what_names_somebody(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Tom Brandt will step down as head of Harwick Mills in May, after three years as head of the mills.\n\n"
        "The mills named Ada Quill as head designate."
    )

    assert "Ada Quill" in ask("Who is replacing Tom Brandt as head of Harwick Mills?").quotes[0].text


def test_a_time_of_day_goes_before_what_only_says_more_of_the_thing(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "“Opening the market late is good for the market and for the town,” says Ada Quill, who wants the market to "
        "open late.\n\nIn May she wrote a rule. No market in Harwick would open before 9:15 a.m.\n"
    )

    assert "9:15" in ask("What time does Quill want the market to open?").quotes[0].text


def test_an_age_beside_another_given_name_is_a_namesakes() -> None:
    asked = "How old is Ada Quill?"

    assert not tells_age(asked, "Her brother Ivo Quill, 61, is the harbour master.")
    assert tells_age("How old is Ivo Quill?", "Her brother Ivo Quill, 61, is the harbour master.")
    for quote in (
        "Quill, 58, stood up.",
        "But Mrs Quill is 58.",
        "The board met on Friday. Quill, 58, stood up.",
        "Ada M. Quill, 58, and Ivo Quill, 61, stood up.",
    ):
        assert tells_age(asked, quote)
    assert not tells_age(asked, "The board met on Friday. Ivo J. Quill, 58, stood up.")
    assert tells_age("How old is Robert Hale?", "Bob Hale, 51, stood up.")


SILENT = """Council turns down the ferry bill

The council met on Friday. Ada Quill did not respond to requests for comment on the ferry bill.

The hall was cold. Snow lay on the roof of the mill. The clerk of Harwick was late.

“I back this bill as it was written, and I will bring it again,” Ada Quill said on Monday."""


def test_words_on_a_topic_go_before_what_says_that_there_was_no_comment(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(SILENT)

    said, commented = (
        ask("What did Ada Quill say about the ferry bill?"),
        ask("Did Ada Quill comment on the ferry bill?"),
    )

    assert said.quotes[0].text.startswith("“I back")
    assert "did not respond" in commented.quotes[0].text


SPOKE_OF_IT = """Council turns down the ferry bill

The council met on Friday. Ada Quill spoke about the ferry bill for the council.

The hall was cold. Snow lay on the roof of the mill. The clerk of Harwick was late.

Ivo Brandt voiced his position with regard to the ferry bill in an interview with the Dene Post on Sunday.

Then it rained. Ivo Brandt says that the bill will ruin the town. “I back this bill,” Ada Quill said on Monday."""


@pytest.mark.parametrize(("name", "words"), [("Ada Quill", "“I back"), ("Ivo Brandt", "will ruin the town")])
def test_words_on_a_topic_go_before_what_says_only_that_somebody_spoke_of_it(
    name: str, words: str, asker_of: Callable[[str], Callable[[str], Answer]]
) -> None:
    answer = asker_of(SPOKE_OF_IT)(f"What did {name} say about the ferry bill?")

    assert words in answer.quotes[0].text


def test_the_name_in_the_second_sentence_goes_first_where_the_first_tells_only_of_a_man(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "HARWICK — A Halvorn man was killed on the ferry road after he hit the rail of the bridge and fell before two "
        "cars that came the other way early on Sunday morning, on the wettest night that anybody at the harbour of "
        "Harwick remembers, and long after the last of the boats had gone.\n"
        "Ivo Brandt, 31, was going west on a red motorcycle when it left the road for reasons that nobody yet knows, "
        "the harbour office said in the evening.\n"
        "The road was shut until noon.\n"
    )

    answer = ask("Who was killed on the ferry road?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith("Ivo Brandt, 31")
    assert "was killed on the ferry road" in answer.quotes[1].text


def test_a_refusal_goes_first_where_it_is_asked_what_somebody_would_not_say(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "The Herring Board said the quota was too low.\n\n"
        "The Ports Authority met on Monday. The Herring Board said it would not comment on the fee.\n"
    )

    assert ask("What did the Herring Board say?").quotes[0].text.endswith("too low.")
    assert ask("What did the Herring Board refuse to say?").quotes[0].text.endswith("comment on the fee.")
    assert (
        ask("What did the Herring Board refuse to say about the fee?").quotes[0].text.endswith("on the fee.")
    )
    assert ask("What did the Herring Board decline to say?").quotes[0].text.endswith("comment on the fee.")


def test_whether_anybody_was_hurt_is_looked_for_in_what_tells_of_hurts(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "The tram up Harwick Hill stood still after a wagon of gravel slid off the rails below the brewery.\n\n"
        "Neighbours heard the noise at 6:10, and nine trams were late when the wagon slid off the rails below the "
        "brewery, said Ada Quill, who drives one.\n\n"
        "“We will want a crane,” Quill said.\n\n"
        "Nobody was injured. Trams are to climb the hill on Saturday.\n"
    )

    answer = ask("Was anyone hurt when the wagon slid off the rails below the brewery?")

    assert answer.quotes[0].text.startswith("Nobody was injured")


def test_what_reads_better_in_the_article_of_a_doubted_quote_goes_first(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "The bakery of Dene is a heap of stones.\n\n"
        "Dene police were called to the fire at the bakery by a neighbour who saw the smoke. They found the fire in "
        "the attic of the bakery, and nobody inside.\n\n"
        "The roof fell in at noon.\n\n"
        "The owner, Ada Quill, 33, and her cousin, Ivo Hale, 38, were taken into custody on Friday, police said. "
        "Both are to be in court on Sunday.\n"
    )

    assert "taken into custody" in ask("Who was arrested over the fire at the bakery in Dene?").quotes[0].text


def test_what_tells_of_the_asked_event_goes_before_what_does_not(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "A Harwick piano tuner accused of taking a watch and a clock from Ada Quill has been acquitted for lack of "
        "proof, the court said.\n\nIvo Brandt tuned the piano of Quill in May.\n\n"
        "The tuner accused Quill in a letter to the board of locking him in, and complained of the noise."
    )

    answer = ask("why was the piano tuner in the Quill case let off")

    assert answer.outcome is Outcome.ANSWERED
    assert "for lack of proof" in answer.quotes[0].text


def test_a_share_goes_before_a_sum_where_a_share_is_asked_for(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "A share in the Harwick Ferries costs $80, and the investors of Ada Quill ask what the pay of Quill is.\n\n"
        "The town met on Monday.\n\nThe plan has friends. More than 64% of the owners were for it at a meeting in "
        "Dene."
    )

    assert (
        "64%"
        in ask("How big a share of the Harwick Ferries investors backed the pay of Quill?").quotes[0].text
    )
