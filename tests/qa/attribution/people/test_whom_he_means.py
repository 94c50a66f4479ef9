"""Whom "he" and "she" mean beside somebody whom the words name, or of whose name little is known."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speaker_of(words: str, text: str) -> str | None:
    """Return whose the first record is that begins with these words."""
    article = Article("a", f"The levee vote.\n\n{text}")
    found = [one for one in extract(article) if article.text[one.start :].startswith(words)]
    return found[0].speaker


MEANT = {
    "one of many who is named after a job": (
        "“It leaked",
        "Ivo Brandt came. One victim, retired levee keeper Tom Hale, lost a boat. “It leaked,” he said.",
        "Tom Hale",
    ),
    "a stranger among others": (
        "“They left me",
        "Ivo Brandt, 24, came.\n\nDyega Qaz, another deportee, said it was late. “They left me,” he said.",
        "Dyega Qaz",
    ),
    "a stranger who is of a body": (
        "he was sure",
        "Ivo Brandt came.\n\nQazond Snavongs, of Norvik's Tide Agency, told the Ledger it was late.\n\nBut he said "
        "he was sure.",
        "Qazond Snavongs",
    ),
    "nor whom an event is named after": (
        "“We are late",
        "Ivo Brandt came on Friday.\n\nAfter the Guy Hale trial in May, he said: “We are late.”",
        "Ivo Brandt",
    ),
    "not a firm that the article shortens": (
        "this as",
        "Big names met.\n\nUna Strand’s songs came out through Big Halvorn, which was bought by Ivo Brandt’s firm.\n\n"
        "In a post she described this as the worst case.\n\nHalvorn denied it.",
        "Una Strand",
    ),
    "not the land that a leader left": (
        "“Where would I go",
        "Ivo Brandt runs the mill.\n\nA picture shows him with the leader of the former communist Qazland, who "
        "left it in 1990.\n\n“Where would I go?” he replies.",
        "Ivo Brandt",
    ),
    "nor a people": (
        "“This is not",
        "Qazlanders are victims, too, and Qazlanders, who often are poor, pay.\n\nKestra Brandt, the miller's wife, "
        "sees the Qazlanders.\n\n“This is not the worst,” she says.",
        "Kestra Brandt",
    ),
    "who is named in the quotation does not speak": (
        "“Dr. Carlow is back",
        "Ben Carlow left. He said it was late.\n\nNed Quill, a friend of Carlow, said that the mayor was safe. "
        "“Dr. Carlow is back, and I am glad to see that,” he told the Ledger.",
        "Ned Quill",
    ),
    "nor who spoke last, if the words are about him": (
        "“Many asked",
        "Jeff Wexler, who runs the campaign of Bernie Sandow, said it was close. It will help, Sandow said.\n\n"
        "“Many asked whether Mr. Sandow could win, and in Dene he proved that he could,” he said.",
        "Jeff Wexler",
    ),
    "who is interviewed": (
        "the levee could",
        "Ivo Quill said it was late. The Ledger printed a talk with Otto Brandt in which he feared that "
        "the levee could break.",
        "Otto Brandt",
    ),
    "whoever adds something spoke before": (
        "it would not open",
        "“The quay is shut,” Ivo Quill said. Otto Brandt, who owns it, was fined. He added that it would not open.",
        "Ivo Quill",
    ),
    "a long quotation takes its speaker no further away": (
        "“He asks them",
        "Ruth Ogun said she was beaten by Col. IB Sole.\n\n"
        "She said, “I was posted. I met him there. He asked. I refused. He came again.\n\n"
        "“He comes to my room. I have evidence. I have it all. He knows it.\n\n"
        "“He also told me. Each time I try. He stops me. It is late.\n\n"
        "“He asks them to beat me. At last, this Col. IB Sole came. He saw it,” she added.",
        "Ruth Ogun",
    ),
    "who is only spoken of in an opening": (
        "it was late",
        "Speaking with Ivo Brandt on Monday, Otto Hale left. He said it was late.",
        "Otto Hale",
    ),
    "whose office stands with capitals before the name": (
        "“Policemen",
        "Joel Qaz was dead. The state Police Public Relations Officer, Odutola Omolo, spoke on Monday.\n\n"
        "She said, “Policemen are human.”",
        "Odutola Omolo",
    ),
    "a stranger whose age is told": (
        "“I am tired",
        "“No,” said Mr. Otto Brandt. Umsa Kalio, a 20-year-old from Norvik, is struggling. “I am tired,” he said.",
        "Umsa Kalio",
    ),
    "as for somebody": (
        "he is not worried",
        "Ted Quill spoke first. “That would be a disaster for the town,” Quill said.\n\n"
        "As for Ivo Brandt, he said he is not worried.",
        "Ivo Brandt",
    ),
    "a first name of women and men": (
        "“That will last,”",
        "Hilda Brandt spoke on Monday. She has led the polls.\n\n"
        "Former governor Jan Quill, a friend of Hale, calls the levee “a trap” for boats. “That will last,” she said.",
        "Jan Quill",
    ),
    "an unknown first name and what its bearer is": (
        "“We will march,”",
        "Debbie Brandt resigned. She is ill.\n\n"
        "Rozanna Quill, the union’s director, also said her group planned to march. “We will march,” she said.",
        "Rozanna Quill",
    ),
    "who answers a question is not who asked it": (
        "“No, I will not,”",
        "Marco Quill came late. Quill was asked by the host Gerald Baker whether he would resign. "
        "“No, I will not,” he said.",
        "Marco Quill",
    ),
    "a first name of women and men, then the surname": (
        "it was late",
        "Kim Vossler and Robin Hale came. Vossler said it was late.",
        "Kim Vossler",
    ),
    "a place with the short form of its state": (
        "the gate was shut",
        "Paul Quill, a driver from Ava, Mo., who is a member of the union, said the gate was shut.",
        "Paul Quill",
    ),
    "a word in -ing before the comma": (
        "the gate was shut",
        "Frank Quill, an expert on political messaging, said the gate was shut.",
        "Frank Quill",
    ),
    "a quotation alone, after what was reported": (
        "“The people of the town",
        "Andy Quill, of the union, said the leaflet was a lie.\n\n“The people of the town will not put up with this.”",
        "Andy Quill",
    ),
    "a place right before the name": (
        "patents were a problem",
        "Ivo Quill spoke. In a talk at a meeting in Norvik Mr Quill said patents were a problem.",
        "Ivo Quill",
    ),
    "who unleashed tweets": (
        "Brandt had lied",
        "Ada Quill unleashed a series of tweets early Friday saying that Brandt had lied.",
        "Ada Quill",
    ),
}


@pytest.mark.parametrize(("words", "text", "expected"), MEANT.values(), ids=MEANT.keys())
def test_the_right_person_speaks(words: str, text: str, expected: str) -> None:
    assert speaker_of(words, text) == expected


def test_he_is_not_who_spoke_before_somebody_with_a_long_office() -> None:
    text = "Ned Pryce said all was well. "
    text += "Member Environment Dene Coast Orsa Quaz said the quay was safe. He said it was old."

    assert speaker_of("it was old", text) is None


def test_a_firm_with_a_description_is_no_person() -> None:
    text = "Debbie Brandt resigned.\n\nQuill Harbour Bank, the fund’s adviser, said it was late. It said so again."
    assert speaker_of("it was late", text) in (None, "Quill Harbour Bank")


def test_a_headline_in_marks_between_paragraphs_is_nobodys() -> None:
    text = "Ada Quill said the levee was safe.\n\n“EVENTUALLY BAKERS MAKE THEIR BREAD”\n\nAcross the port it rained."
    article = Article("a", f"The levee vote.\n\n{text}")
    assert all("EVENTUALLY" not in article.text[one.start : one.end] for one in extract(article))


def test_he_is_not_who_spoke_before_a_stranger_came_in() -> None:
    text = (
        "“I have great sympathy,” said Mr. Otto Brandt. Deepo Batrana no longer believes such words. "
        "It is too late for that. “They are misguiding us,” he said."
    )

    assert speaker_of("“They are", text) is None


@pytest.mark.parametrize(
    ("again", "speaker"),
    [
        ("Qazo, 11, lost.", "Qazo Quill"),
        ("Her son Qazo, 11, lost.", None),
        ("Qazo, the youngest, lost.", "Qazo Quill"),
    ],
)
def test_a_given_name_with_an_age_is_whom_the_article_named_in_full(again: str, speaker: str | None) -> None:
    text = f"Qazo Quill, a boy from Dover, and Ada Brandt won.\n\n{again}\n\n“I am late,” Qazo said."

    assert speaker_of("“I am late", text) == speaker


def test_two_ages_are_two_people() -> None:
    text = "Qazo Quill, 45, won.\n\nQazo, 11, lost.\n\n“I am late,” Qazo said."

    assert speaker_of("“I am late", text) is None


def test_a_paper_whose_name_is_a_role_is_nobody_of_the_article() -> None:
    text = "The economist Ada Quill left.\n\nA study by The Economist found that the levee leaks."

    assert speaker_of("the levee leaks", text) is None


def test_he_is_rather_the_subject_than_whose_claims_there_are() -> None:
    text = (
        "Ivo Brandt is one of the few Reds who countered Mr. Quill’s claims about the state of the quay.\n\n"
        "“I was never rude,” he said."
    )

    assert speaker_of("“I was", text) == "Ivo Brandt"


def test_he_is_nobody_whom_the_same_clause_names() -> None:
    text = "Guy Hale left. Tom Quill came with Ivo Brandt. He called Quill a friend of the port."

    assert speaker_of("Quill a friend", text) != "Tom Quill"


@pytest.mark.parametrize("before", ["", "“They will milk it,” the younger Quill said. "])
def test_somebody_unknown_goes_on_after_he_names_somebody(before: str) -> None:
    text = f"{before}He also attacked the clerk Ivo Brandt, and boasted about his boats.\n\n“It is late,” he said."

    assert speaker_of("“It is late", text) is None


def test_he_is_no_studio_that_took_a_picture() -> None:
    text = (
        "Ivo Brandt, 88, left in March. The town was in need. Ivo Strand Photography\n\n“I waited,” he said."
    )

    assert speaker_of("“I waited", text) == "Ivo Brandt"


def test_who_has_done_something_after_and_may_be_whom_he_means() -> None:
    text = (
        "Dr. Ivo Brandt, the harbour master, notes that thousands would drown. It was late by then.\n\n"
        "Why count? Because false numbers are part of the talk, and Tom Quill has made them so.\n\n"
        "“We have saved thousands of boats,” he said in May."
    )

    assert speaker_of("“We have", text) == "Tom Quill"


def test_a_stranger_who_is_called_a_woman_is_whom_she_means() -> None:
    text = "Kestra Vool, the woman who drove the van, met Una Strand in May.\n\nVool sat down. “It is late,” {} said."

    assert speaker_of("“It is late", text.format("she")) == "Kestra Vool"
    assert speaker_of("“It is late", text.format("he")) is None


def test_he_is_nobody_far_away_where_only_whom_he_speaks_of_was_talked_of() -> None:
    text = (
        "Ivo Brandt, a clerk, spoke. “It is late,” Brandt said.\n\nThe port lies in the north.\n\nTom Hale came in. "
        "Hale runs the port.\n\nHe has a boat. “I like it,” Hale said.\n\nHale has {}, he says."
    )

    assert speaker_of("Hale has two", text.format("two houses and a yard")) is None


def test_he_who_is_asked_is_whom_the_sentence_names_later() -> None:
    text = (
        "Gov. Tom Brandt warned that it may last. In a statement, Colonel Ivo Quill said it was late.\n\n“It is cold,”"
        " Quill said.\n\nWhen asked whether he would open the schools — which are to open in May — the governor said it"
        " was early.\n\nBut he also warned that it could take more time."
    )

    assert list(extract(Article("a", text)))[-1].speaker == "Tom Brandt"


def test_he_is_no_jail() -> None:
    text = "From that very Harwick Jail, Dr. Quill would pen his letter. He said the levee leaks."

    assert next(one for one in extract(Article("a", text))).speaker == "Quill"


def test_he_after_a_quotation_is_whose_sentence_led_to_it() -> None:
    text = (
        'Tom Brandt took aim at the crew, saying "it was not fair". Port veteran Guy Hale, who has been vocal about'
        ' it, also doubled down: "Whoever lies should leave. No second oar," he told the Dene Post.'
    )

    assert list(extract(Article("a", text)))[-1].speaker == "Guy Hale"


def test_he_after_a_quotation_is_not_whom_the_sentence_before_it_is_against() -> None:
    text = 'Tom Brandt said it was fair. The case against Guy Hale is simple: "It leaks. It is old," he said.'

    assert list(extract(Article("a", text)))[-1].speaker == "Tom Brandt"


@pytest.mark.parametrize(
    "sentence",
    [
        'Guy Hale heard three words: "Get out now. Go home," he shouted.',
        'Guy Hale has one fault: "He is slow. He never trains," he said.',
    ],
    ids=["who hears", "who is spoken of"],
)
def test_he_after_a_quotation_is_not_who_only_hears_it_or_is_spoken_of(sentence: str) -> None:
    text = f"Tom Brandt said the crew was tired. {sentence}"

    assert list(extract(Article("a", text)))[-1].speaker == "Tom Brandt"


def test_he_after_a_quotation_on_another_is_whose_sentence_led_to_it() -> None:
    text = 'Tom Brandt said it was fair. Guy Hale did not believe him: "He lies. He always did," he said.'

    assert list(extract(Article("a", text)))[-1].speaker == "Guy Hale"
