"""Texts that tell the reverse of what a question takes for granted."""

from __future__ import annotations

import pytest

from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.answering.objections.reversed_roles import tells_reverse
from qa.datatypes import Article


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when did harwick beat orsa", "Lea Vane scored twice and Orsa defeated Harwick 4-1 on Sunday."),
        ("Why did Quill attack the Brandts?", "The Brandts, who own the yard, attacked Quill's plan."),
        ("Why did Quill sell the yard to Brandt?", "Brandt sold the yard to Quill in May."),
        ("Why did Quill sell the yard to Brandt?", "Quill bought the yard from Brandt in May."),
        ("why was quill sacked by brandt", "Quill sacked Brandt over the fares."),
        ("why did quill sack brandt", "Quill was sacked by Brandt."),
        ("how much did the bank lend to harwick", "The bank borrowed $2m from Harwick."),
        ("by how much did quill win against brandt", "Quill's defeat to Brandt was heavy."),
        ("why did harwick lose to orsa", "Orsa's loss to Harwick was its third."),
        ("why did quill beat brandt", "Brandt went top by beating Quill in Harwick."),
        ("why did quill beat brandt", "Quill was beaten on Sunday by Brandt."),
        ("When did Quill shoot Brandt?", "Brandt fired twice at Quill on 17 June."),
        (
            "When did Quill shoot the patrol agent?",
            "Quill was shot five times by a U.S. patrol agent in May.",
        ),
        ("why did quill sack brandt", "Quill was sacked by Gov. Brandt."),
        ("who did quill sack", "Brandt sacked Quill."),
        ("when did quill sue brandt", "Brandt sued a baker on Monday over the mill."),
        ("when did quill sue brandt", "Brandt sued a baker on Monday. Quill, he said, had ruined the mill."),
        ("Who did Ada Quill hit with an oar?", "Brandt allegedly struck Quill with a heavy oar."),
        ("Who did Quill arrest?", "Quill of Dene was arrested in Harwick on Friday."),
        ("whom has quill sued over the tolls", "Quill was sued by Brandt over the tolls."),
    ],
    ids=lambda text: text[:28],
)
def test_who_does_it_to_whom_is_reversed(question: str, text: str) -> None:
    assert tells_reverse(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when did orsa beat harwick", "Lea Vane scored twice and Orsa defeated Harwick 4-1 on Sunday."),
        ("Why did Quill sell the yard to Brandt?", "Brandt bought the yard from Quill in May."),
        ("Why did Quill sell the yard to Brandt?", "The yard was sold to Brandt."),
        ("why was quill sacked by brandt", "Brandt sacked Quill."),
        ("why did quill beat brandt", "Brandt beat Quill in May, but Quill beat Brandt in June."),
        ("why did quill beat brandt", "Vane beat Quill, and Brandt watched."),
        ("did quill beat brandt", "Brandt beat Quill."),
        ("when did quill beat brandt", "Brandt beat Hale in May, and lost to Quill in June."),
        ("when did quill sue brandt", "Hale sued Brandt in May."),
        ("when did quill sue brandt", "The baker was sued in May, Brandt said."),
        ("who did quill sack", "Quill was sacked by Brandt and sacked Vane."),
        ("What did Quill hit?", "Brandt hit Quill."),
        ("why was quill sacked", "Quill was sacked in May."),
        ("Who did Quill arrest?", "Brandt was arrested by Quill in Harwick."),
        ("Who did Quill hit when the ferry sank?", "Quill hit Brandt when the ferry sank."),
        ("Who did Quill hit?", "Brandt hit a boat near Quill."),
        ("why did quill meet brandt", "Brandt met Quill."),
        ("Why did the guild support Quill?", "Quill gained the support of the guild by raising wages."),
        ("Why did Quill win the support of the guild?", "The guild supported Quill for her raise."),
        ("Why did Brandt attack Quill?", "Quill came under attack from Brandt over the fares."),
        ("Why did Brandt praise Quill?", "Quill earned praise from Brandt."),
        ("Why did Brandt warn Quill?", "Quill threw away a warning from Brandt that the levee leaks."),
        ("Why did the guild back Quill?", "Quill, back from a meeting with the guild, raised wages."),
        ("How did Harwick beat Orsa?", "Orsa tried to beat Harwick, who scored at the end."),
        ("When did Harwick attack Orsa?", "Orsa has attacked targets in Harwick since the war began."),
        ("When did Quill sue Brandt?", "Quill sued a baker. The baker, Ivo Brandt, had sued Hale in May."),
        ("why did brandt attack quill", "Quill attacked ships near Brandt."),
    ],
    ids=lambda text: text[:28],
)
def test_who_does_it_to_whom_is_the_same_or_not_plain(question: str, text: str) -> None:
    assert not tells_reverse(question, text)


def test_the_reverse_is_a_doubt_for_an_answer() -> None:
    quote = "Orsa defeated Harwick on Sunday."

    found = doubts("When did Harwick beat Orsa?", Surroundings(quote, "", Article("match", quote)))

    assert found == {Doubt.REVERSED}


@pytest.mark.parametrize(
    ("question", "text", "reverse"),
    [
        ("Who shot the officer in Dene?", "As he fled Dene, an officer fired, shooting Ivo Hale.", True),
        ("Who beat Harwick?", "Harwick beat Orsa 4-1 on Sunday.", True),
        ("Who has sued Brandt?", "Brandt sued the Harwick council in May.", True),
        ("Who beat Harwick?", "Harwick beat Orsa in May. Halvorn beat Harwick on Sunday.", False),
        ("Who beat Harwick?", "Harwick lost to Orsa on Sunday.", False),
        ("Who beat Harwick?", "Orsa went top on Sunday.", False),
        ("Who was shot by Brandt?", "Brandt shot Ivo Hale.", False),
        ("Who did Brandt shoot?", "Brandt shot Ivo Hale.", False),
        ("Who hired Brandt?", "Brandt, who hired Ivo Hale, was hired by Quill.", False),
    ],
)
def test_whom_it_was_done_to_did_it_to_another(question: str, text: str, reverse: bool) -> None:
    assert tells_reverse(question, text) is reverse


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Who beat Orsa in the final?", "Orsa lost to Harwick on Sunday.", True),
        ("Who beat Orsa in the final?", "Orsa came second after losing 1-3 to Harwick on Sunday.", True),
        ("Who beat Orsa in the final?", "Orsa lost the final on Sunday.", False),
        ("Who beat Orsa in the final?", "Harwick lost to Orsa on Sunday.", False),
        ("Why did Orsa beat Harwick?", "Harwick lost to Orsa because its captain was ill.", True),
    ],
)
def test_a_win_is_told_by_the_other_side_s_loss(question: str, text: str, told: bool) -> None:
    found = doubts(question, Surroundings(quote=text, beside="", article=Article("a", text, "Sunday")))

    assert found.isdisjoint({Doubt.UNTOLD, Doubt.OPPOSITE, Doubt.REVERSED}) is told
