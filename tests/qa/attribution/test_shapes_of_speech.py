"""Ways of putting somebody's words into an article, each with the one who must come out as their speaker."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article, AttributionKind
from qa.language.lexicon.money import CURRENCY_SIGNS

LEAD = "The levee vote\n\n"

CASES = {
    "ended with a full stop before its speaker": (
        "Ada Quill left. “It is a levee of sand.” Quill said. He was cold.",
        "“It is a levee of sand.”",
        "Ada Quill",
    ),
    "after a conjunction, the verb and the speaker": (
        'Tom Brandt left. And, says Ada Quill, "It is a levee of sand."',
        '"It is a levee of sand."',
        "Ada Quill",
    ),
    "after a conjunction, a question": (
        "Tom Brandt left. But, said Ada Quill, is it a levee of sand?",
        "is it a levee of sand",
        "Ada Quill",
    ),
    "quoted by somebody as saying": (
        "Ada Quill left early. The Harbour Post quoted Quill as saying the levee was finished.",
        "the levee was finished",
        "Ada Quill",
    ),
    "cited by somebody as saying": (
        'A paper cited Ada Quill as saying: "The levee is finished."',
        '"The levee is finished."',
        "Ada Quill",
    ),
    "in the words of": (
        'It was, in the words of Ada Quill, "a levee of sand".',
        '"a levee of sand"',
        "Ada Quill",
    ),
    "in somebody's own words": (
        'Ada Quill left. In Quill\'s own words: "It is a levee of sand."',
        '"It is a levee of sand."',
        "Ada Quill",
    ),
    "a message that is blunt": (
        'Ada Quill\'s message to the board was blunt: "Mend it."',
        '"Mend it."',
        "Ada Quill",
    ),
    "an answer before its owner": (
        '"Not while I live" was Ada Quill\'s answer to the plan.',
        '"Not while I live"',
        "Ada Quill",
    ),
    "how somebody puts it": (
        '"A levee of sand," is how Ada Quill describes it.',
        '"A levee of sand,"',
        "Ada Quill",
    ),
    "a reason for somebody": (
        'For Ada Quill, the reason is simple: "Nobody mended it."',
        '"Nobody mended it."',
        "Ada Quill",
    ),
    "described by somebody": (
        'The levee has been described by Ada Quill as "a heap of sand".',
        '"a heap of sand"',
        "Ada Quill",
    ),
    "called by somebody": (
        'The levee was called "a heap of sand" by Ada Quill, who left.',
        '"a heap of sand"',
        "Ada Quill",
    ),
    "told by somebody": (
        "The board was told by Ada Quill that the levee had given way.",
        "the levee had given way",
        "Ada Quill",
    ),
    "took to an outlet to say": (
        "Ada Quill took to Twitter to say that the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "a claim that somebody denies": (
        "Prosecutors looked into the fund for years over bribes, accusations that Ada Quill denies.",
        "accusations",
        "Ada Quill",
    ),
    "signed on a line of its own": (
        'Senator Ada Quill spoke for an hour.\n\n"The levee will hold for another century."\n\n- Quill.',
        '"The levee will hold for another century."',
        "Ada Quill",
    ),
    "a paragraph set apart": (
        "Ada Quill kept a diary.\n\nQuill writes:\n\nThe levee held all night and nobody slept.\n\nIt rained.",
        "The levee held all night and nobody slept.",
        "Ada Quill",
    ),
    "two names before a plural verb": (
        "Hopefuls Ada Quill and Bert Marsh say the levee has not been tested.",
        "the levee has not been tested",
        "Ada Quill",
    ),
    "a relative clause without its closing comma": (
        '"This levee raises new questions," Ada Quill, who is chairman of the river board said in a letter.',
        '"This levee raises new questions,"',
        "Ada Quill",
    ),
    "a name inside a relative clause": (
        "Ada Quill builds boats. Ms. Quill, whose latest yard, Halyard, makes kayaks, said the levee was safe.",
        "the levee was safe",
        "Ada Quill",
    ),
    "a name behind a role": (
        "Ada Quill is running. Her campaign manager, Bert Marsh, said Quill believes in levees.",
        "Quill believes in levees",
        "Bert Marsh",
    ),
    "a name behind an inverted role": (
        "The river rose, said its warden, Emil Hartog.",
        "The river rose",
        "Emil Hartog",
    ),
    "a name behind a profession": (
        'The hydrologist Chidi Okafor measures rivers. "They come back," said Okafor.',
        '"They come back,"',
        "Chidi Okafor",
    ),
    "a role learned before the name": (
        'The senator from Florida, Ada Quill, arrived. "We are ready," the senator said.',
        '"We are ready,"',
        "Ada Quill",
    ),
    "two appositions": (
        "Ada Quill, executive director of the River Fund, a liberal group, said she thinks the levee is lost.",
        "she thinks the levee is lost",
        "Ada Quill",
    ),
    "a clause within an apposition": (
        "Ada Quill, a former banker who argued with Mr. Marsh in spring, said in June that the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "an apposition that no comma closes": (
        '"The levee is lost," Ada Quill, the engineer who built the dam wrote on Monday.',
        '"The levee is lost,"',
        "Ada Quill",
    ),
    "age, town and state": (
        '"The levee is lost," Ada Quill, 30, of Salem, Ore., who was among those asked, said by phone.',
        '"The levee is lost,"',
        "Ada Quill",
    ),
    "a question put in between": (
        "Ada Quill, when asked about the levee, responded that it was lost.",
        "it was lost",
        "Ada Quill",
    ),
    "an aside behind the verb": (
        "Ada Quill said, among other things, that the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "an apposition, and somebody spoken of": (
        "Ada Quill, an expert on rivers, said Bert Marsh and the board had failed.",
        "Bert Marsh and the board had failed",
        "Ada Quill",
    ),
    "a given name that is a verb": (
        '"It is dear," said Will Doyle, a professor at Norvik University in Salem, Oregon.',
        '"It is dear,"',
        "Will Doyle",
    ),
    "an exclamation and a long way to the verb": (
        '"At last!" Rep. Ada Quill, R-Ore., said of the levee.',
        '"At last!"',
        "Ada Quill",
    ),
    "who says it is described behind": (
        'Ada Quill came. "It is a way out," says Ada Quill asked about the levee.',
        '"It is a way out,"',
        "Ada Quill",
    ),
    "a noun that is a verb too": (
        'Ada Quill writes. "The levee is lost," Quill reports on Monday evening.',
        '"The levee is lost,"',
        "Ada Quill",
    ),
    "a verb with a particle": (
        'Ada Quill knows. "The levee is lost," she points out.',
        '"The levee is lost,"',
        "Ada Quill",
    ),
    "spoke out": (
        "Ada Quill spoke out Tuesday about the levee at Salem.",
        "the levee at Salem",
        "Ada Quill",
    ),
    "answered with": (
        'Ada Quill responded to Marsh with, "The levee is lost."',
        '"The levee is lost."',
        "Ada Quill",
    ),
    "any verb before a colon": (
        'Ada Quill deflected with a joke: "The levee is lost, and so am I."',
        '"The levee is lost, and so am I."',
        "Ada Quill",
    ),
    "a name right before a colon": (
        'It did not surprise the engineer Ada Quill: "The levee was lost from the start."',
        '"The levee was lost from the start."',
        "Ada Quill",
    ),
    "any verb before a colon, the words below": (
        'Ada Quill doubled down:\n\n"The levee was lost from the start."',
        '"The levee was lost from the start."',
        "Ada Quill",
    ),
    "agreed, and how": (
        'Dover\'s Ada Quill agreed. "The river will not wait for us to finish."',
        '"The river will not wait for us to finish."',
        "Ada Quill",
    ),
    "a study by somebody": (
        "Many would pay more, according to an analysis by Ada Quill, a former aide.",
        "Many would pay more",
        "Ada Quill",
    ),
    "a study by a body": (
        "Fewer people voted, according to a study by the Norvik Research Center.",
        "Fewer people voted",
        "Norvik Research Center",
    ),
    "a study that finds": (
        "A projection by the firm Norvik Economics, made for the shops, predicted that many would pay more.",
        "many would pay more",
        "Norvik Economics",
    ),
    "a body's survey": (
        "A Norvik University poll found that most people like fish.",
        "most people like fish",
        "Norvik University",
    ),
    "as reported by": (
        "As first reported by Norvik Weekly, the levee was lost in March.",
        "the levee was lost in March",
        "Norvik Weekly",
    ),
    "per": ("The levee was lost in March, per CTV News.", "The levee was lost in March", "CTV News"),
    "a name behind what it is": (
        "Norvik's state-owned shipping giant HAVCO runs a port and says the levee is lost.",
        "the levee is lost",
        "HAVCO",
    ),
    "a newspaper, shortened": (
        'The New York Herald saw it. "The levee is lost," the Herald reported.',
        '"The levee is lost,"',
        "New York Herald",
    ),
    "a body for something": (
        "The Center for River Policy said the levee was lost.",
        "the levee was lost",
        "Center for River Policy",
    ),
    "a body with an and": (
        "The Science and Technology Directorate of the River Board concluded that the levee was lost.",
        "the levee was lost",
        "Science and Technology Directorate of the River Board",
    ),
    "one and others": (
        "Ada Quill came. Quill and others who fish said the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "an idea that is floated": (
        "At the same time, Ada Quill, an adviser, floated the notion that the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "a sentence that begins with That": (
        "Ada Quill spoke. That will be true up to a point, said Quill, a nurse whose drive is great.",
        "That will be true up to a point",
        "Ada Quill",
    ),
    "what is expected of somebody else": (
        "Ada Quill spoke. That could help him through the vote, which he's expected to win, Quill said.",
        "That could help him through the vote, which he's expected to win",
        "Ada Quill",
    ),
    "a party in brackets and a comma": (
        "Sen. Ada Quill (D-Ore.), said after lunch on Tuesday that the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "an initial in the middle": (
        "James A. Quill, a former expert who now studies rivers at the Tide Institute, said the levee was lost.",
        "the levee was lost",
        "James A. Quill",
    ),
    "age and an apposition with a place": (
        "\"The levee is lost,\" Ada Quill, 67, a retired clerk in Salem, Ore., said by phone.",
        "\"The levee is lost,\"",
        "Ada Quill",
    ),
    "two roles": (
        "Ada Quill, president and head of Norvik Boats stated, “The levee is lost.”",
        "“The levee is lost.”",
        "Ada Quill",
    ),
    "somebody unlisted of an outlet's": (
        "CNN’s Zaza Quarn said the levee was lost.",
        "the levee was lost",
        "Zaza Quarn",
    ),
    "a chief executive": (
        "The Harbour Group's CEO, Kim Fritts, said the levee was lost.",
        "the levee was lost",
        "Kim Fritts",
    ),
    "a warning, and what it says": (
        "On the other side, Sen. Ada Quill (D-Ore.), a candidate who has made rivers a centerpiece of her campaign, "
        "tweeted a warning. “Remember in November who lost the levee.”",
        "“Remember in November who lost the levee.”",
        "Ada Quill",
    ),
    "asked before": (
        "Asked about the levee, Marsh's campaign manager Ada Quill did not apologize, but said it was lost.",
        "it was lost",
        "Ada Quill",
    ),
    "a body and what it is like": (
        "The fiscally conservative Club for Tide Action reported that the levee was lost.",
        "the levee was lost",
        "Club for Tide Action",
    ),
    "a post": (
        "Why is the levee lost? #levee — Ada Quill (@adaq) September 1, 2016",
        "Why is the levee lost? #levee",
        "Ada Quill",
    ),
    "a place before a role and its name": (
        "In Salem, the mayor, Ada Quill, said the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "a place before a name and a role": (
        "In New York, Ada Quill, the mayor, said the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "an office of a place before the name": (
        "The governor of Ohio, Ada Quill, a Republican, said the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "somebody else's party in brackets": (
        "Ada Quill, elected with Sen. Bert Marsh (D-Ore.), said the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "has told, shortened": (
        "Ada Quill is sure. She's told reporters that the levee was lost.",
        "the levee was lost",
        "Ada Quill",
    ),
    "as reported, and said": (
        'As reported by the Tide Post, "I will not go to the levee again," Ada Quill said.',
        '"I will not go to the levee again,"',
        "Ada Quill",
    ),
    "what went on": (
        "The talks went on, “well into the night,” said Ada Quill.",
        "The talks went on, “well into the night,”",
        "Ada Quill",
    ),
    "put it this way": ('Ada Quill put it this way: "We are ready."', '"We are ready."', "Ada Quill"),
    "as she put it": ('As Ada Quill put it, "the plan is dead."', '"the plan is dead."', "Ada Quill"),
    "a noun and a colon": ('Ada Quill\'s verdict: "The plan is dead."', '"The plan is dead."', "Ada Quill"),
    "words before a colon": (
        'House Speaker Ada Quill of Dover took aim at the plan: "It will not work," Quill said.',
        '"It will not work,"',
        "Ada Quill",
    ),
    "a relative clause with a verb of its own": (
        '"I do not believe in levees," Ada Quill, who has not endorsed a plan, told a paper in Dover.',
        '"I do not believe in levees,"',
        "Ada Quill",
    ),
    "two quotations joined by because": (
        "Ada Quill says “the whole river has become rough” because “the rain fell all through the winter.”",
        "“the whole river has become rough” because “the rain fell all through the winter.”",
        "Ada Quill",
    ),
    "an inverted verb behind words outside the quotation": (
        "“We are extremely happy with it” about the dam, said Ada Quill, head of the board.",
        "“We are extremely happy with it” about the dam",
        "Ada Quill",
    ),
    "a name right before he said": (
        "Tom Becker, an economist, disagreed. Stefan Weiss spoke first. Becker shook his head. "
        "Weiss, he said, had learned nothing at all.",
        "Weiss, he said, had learned nothing at all",
        "Tom Becker",
    ),
    "behind then": ("Ada Quill opened the lock, then says it will hold.", "it will hold", "Ada Quill"),
    "before its speaker": (
        "After saying it would hold, Ada Quill left the hall.",
        "it would hold",
        "Ada Quill",
    ),
    "a hearer before she": (
        "Bert Marsh stood by. Ada Quill told him she would pay for the levee.",
        "she would pay for the levee",
        "Ada Quill",
    ),
    "a that behind a relative clause": (
        "Ada Quill said on television, where she is paid, that the levee would hold.",
        "the levee would hold",
        "Ada Quill",
    ),
    "a name behind and": (
        "The board was asked for comments and Quill said she built the levee. Ada Quill left.",
        "she built the levee",
        "Ada Quill",
    ),
    "inverted behind a verb that is none of ours": (
        "Heavy floods wash out the footing of a levee, said Ada Quill, a hydrologist.",
        "Heavy floods wash out the footing of a levee",
        "Ada Quill",
    ),
    "a quotation in a relative clause": (
        "Bert Marsh praised Ada Quill in a film where she said, “It is time for a woman on the board.”",
        "“It is time for a woman on the board.”",
        "Ada Quill",
    ),
    "a plan": ("Ada Quill plans to close the lock.", "to close the lock", "Ada Quill"),
    "a wish": ("Ada Quill wants a higher levee.", "a higher levee", "Ada Quill"),
    "a vow and an act": ("Ada Quill vowed to rest and praised the board.", "to rest", "Ada Quill"),
    "a name that is given and an act": (
        "Ada Quill called the plan mad, which it was.",
        "the plan mad",
        "Ada Quill",
    ),
    "a demand and a but": (
        "Ada Quill urged the board to act, but nobody moved.",
        "the board to act",
        "Ada Quill",
    ),
    "two parts of a vow": (
        "Ada Quill vowed to raise the levee and mend the lock.",
        "to raise the levee and mend the lock",
        "Ada Quill",
    ),
    "an accusation": ("Ada Quill accused the board of neglect.", "the board of neglect", "Ada Quill"),
    "spoken about": ("Ada Quill talked about the flood of March.", "the flood of March", "Ada Quill"),
    "referred to": (
        "“Nobody else saw it coming,” Ada Quill said, referring to the flood.",
        "the flood",
        "Ada Quill",
    ),
    "a caption": (
        "Ada Quill, hydrologist: “The levee was too low from the start.”",
        "“The levee was too low from the start.”",
        "Ada Quill",
    ),
    "here is": (
        "Ada Quill ran twice. Here is Quill in 2012: “The levee was too low from the start.”",
        "“The levee was too low from the start.”",
        "Ada Quill",
    ),
    "a time that owns something": (
        "Ada Quill said this year's catch was poor.",
        "this year's catch was poor",
        "Ada Quill",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), CASES.values(), ids=CASES)
def test_words_and_speaker_are_found(text: str, content: str, speaker: str) -> None:
    whole = LEAD + text

    found = [(whole[one.start : one.end], one.speaker) for one in extract(Article("a", whole))]

    assert (content, speaker) in found


@pytest.mark.parametrize(
    "text",
    ["Ada Quill put it on the shelf.", "Ada Quill put it, with care, in the drawer."],
    ids=["put somewhere", "put somewhere, carefully"],
)
def test_what_is_put_somewhere_is_not_said(text: str) -> None:
    assert extract(Article("a", LEAD + text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The result: “The levee was too low from the start.”",
        "Result: “The levee was too low from the start.”",
        "Of Quill: “The levee was too low from the start.”",
        "Correction: “The levee was too low from the start.”",
    ],
)
def test_what_is_no_person_before_a_colon_says_nothing(text: str) -> None:
    assert extract(Article("a", f"{LEAD}Ada Quill left.\n\n{text}")) == []


def test_those_surveyed_say() -> None:
    whole = LEAD + "By a wide margin, those surveyed say that the levee should be raised."

    (one,) = extract(Article("a", whole))

    assert one.mention is not None
    assert (whole[slice(*one.mention)], one.speaker) == ("those surveyed", None)


@pytest.mark.parametrize(
    "text", ["Rights advocates have left the hall.", "Quill's plans to rest were dropped."]
)
def test_a_noun_that_looks_like_a_verb_reports_nothing(text: str) -> None:
    assert extract(Article("a", LEAD + text)) == []


def test_a_paragraph_set_apart_is_direct_speech() -> None:
    whole = LEAD + "Quill wrote:\n\nThe levee held all night and nobody slept."

    (one,) = extract(Article("a", whole))

    assert one.kind is AttributionKind.DIRECT


def test_a_colon_before_another_quotation_sets_nothing_apart() -> None:
    whole = LEAD + 'Quill wrote:\n\nThe levee held. "Nobody slept," said Bert Marsh.'

    assert [one.speaker for one in extract(Article("a", whole))] == ["Bert Marsh"]


NOT_QUILLS = [
    "Ada Quill's first novel was called “The Long River of Our Fathers” by its publisher.",
    "Ada Quill's favourite film was “The Long River of Our Fathers”.",
    "For Ada Quill, it was the sign on the door: “Closed until the spring has come.”",
    "Bert Marsh was told by Ada Quill's lawyer that the levee was lost.",
    "Ada Quill's paper quoted Bert Marsh as saying the levee was lost.",
    "Bert Marsh came. Ada Quill texted Bert Marsh: “We love you, and we always will.”",
    "A heckler interrupted Ada Quill: “You sold the river to the rich!”",
    "Ada Quill wore a shirt with the words: “The levee was never going to hold.”",
    "Ada Quill got a letter from her rival: “You are the worst mayor of all.”",
    "Ada Quill got a letter:\n\n“Dear madam, you are the worst mayor of all.”",
    "Ada Quill was called a fool by Bert Marsh: “She never was very clever at all.”",
    "Ada Quill remembered what her father told her: “Never build where the river was.”",
    "Ada Quill won the prize for her novel: “The Silent River and Other Stories”",
    "Ada Quill never agreed. “It is a foolish plan from start to end.”",
    "Ada Quill might have agreed. “It is a foolish plan from start to end.”",
    "Not even Ada Quill agreed. “It is a foolish plan from start to end.”",
    "Ada Quill agreed. Bert Marsh laughed. “It is a foolish plan from start to end.”",
    "Ada Quill repeated the question. “Will the boats all sink in the end?”",
    "Ada Quill went on “Salem Tonight with Bert Marsh” to defend the levee.",
    "“The levee is lost,” Bert Marsh said. The levee held — Ada Quill (@adaq) March 3, 2016",
    "RT @bert: The levee is lost — Ada Quill (@adaq) March 3, 2016",
    "Bert Marsh praised Ada Quill (R-Ohio), said the levee was fine, and left.",
    "The house of Ada Quill burnt. After a report by Ada Quill warned that it would, Bert Marsh left.",
]
"""Words that stand near Ada Quill's name and are not hers."""


@pytest.mark.parametrize("text", NOT_QUILLS)
def test_words_that_stand_near_a_name_are_not_that_persons(text: str) -> None:
    found = extract(Article("a", LEAD + "Ada Quill is the mayor.\n\n" + text))

    assert "Ada Quill" not in [one.speaker for one in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The White House was lit. The House said on Monday that it would rise.", "White House"),
        ("In Beijing, a nurse who cried said the levee was lost.", "In Beijing"),
        ("Bert Marsh lost. Unlike Marsh, the mayor, Ada Quill, said the levee was lost.", "Bert Marsh"),
        ("Sotheby's New York said the levee was lost.", "New York"),
        ("Monday's Tide Post report said the levee was lost.", "Monday's Tide Post"),
    ],
)
def test_nobody_is_named_by_a_part_of_the_words_before_the_verb(text: str, name: str) -> None:
    assert name not in [one.speaker for one in extract(Article("a", LEAD + text))]


FLOATING = '"The river will not wait for us to finish."'


def test_a_quotation_on_its_own_goes_on_with_who_spoke_right_before() -> None:
    whole = LEAD + f'"We are late," Ada Quill said.\n\n{FLOATING}\n\nThe vote is on Friday.'

    assert (FLOATING, "Ada Quill") in [
        (whole[one.start : one.end], one.speaker) for one in extract(Article("a", whole))
    ]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("The river at Dene on Monday", "Ada Quill"),
        ("The river at Dene\n\nTom Brandt praised the dam", "Ada Quill"),
        ("The board met again.", None),
        ('A board of "friends"', None),
    ],
    ids=["a caption", "two captions", "a sentence", "a line that quotes"],
)
def test_a_quotation_that_stays_open_goes_on_below_a_caption(between: str, speaker: str | None) -> None:
    whole = (
        LEAD
        + f'"We are late," Ada Quill said. "We waited.\n\n{between}\n\n{FLOATING}\n\nThe vote is on Friday.'
    )
    records = extract(Article("a", whole))

    held = [one for one in records if any(FLOATING in whole[slice(*span)] for span in one.content)]
    assert [one.speaker for one in held] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    "before",
    [
        '"We are late," Ada Quill said. The board won the vote all the same.\n\n',
        '"We are late," Ada Quill said.\n\nDover\'s Dianne Marsh stayed away. ',
    ],
    ids=["a sentence of the narrator's between", "somebody else in the same paragraph"],
)
def test_a_quotation_that_may_be_anybodys_is_nobodys(before: str) -> None:
    whole = LEAD + before + FLOATING

    assert all(FLOATING not in whole[one.start : one.end] for one in extract(Article("a", whole)))


def test_a_short_line_in_quotation_marks_is_no_speech() -> None:
    whole = LEAD + '"We are late," Ada Quill said.\n\n"Related stories:"\n\nThe vote is on Friday.'

    assert len(extract(Article("a", whole))) == 1


@pytest.mark.parametrize("sign", CURRENCY_SIGNS)
def test_words_that_begin_with_a_sum_begin_with_its_sign(sign: str) -> None:
    text = f"Ada Quill said {sign}500 would mend the levee."

    assert [text[one.start : one.end] for one in extract(Article("a", text))] == [
        f"{sign}500 would mend the levee"
    ]
