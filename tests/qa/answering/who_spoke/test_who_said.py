from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.who_spoke.acts_in_quotes import cue_acts, does
from qa.answering.who_spoke.claims import claims, says_opposite
from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.reported_acts import told_acts
from qa.answering.who_spoke.sought import Sought
from qa.answers import Answer, Outcome, Quote
from qa.attribution.extractor import extract
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import Article, Version, VersionHandle

ARTICLES = Path(__file__).parents[1] / "who_said"


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer]) -> Callable[..., Answer]:
    return answerer_of(ARTICLES).ask


def named(answer: Answer) -> set[str | None]:
    return {quote.speaker for quote in answer.quotes}


def texts(answer: Answer) -> str:
    return " ".join(quote.text for quote in answer.quotes)


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("Who criticised the fares plan?", {"Ada Quill", "Ivo Brandt"}),
        ("Who slammed the fares plan?", {"Ada Quill", "Ivo Brandt"}),
        ("criticism of the fares plan", {"Ada Quill", "Ivo Brandt"}),
        ("supporters of the fares plan", {"Una Strand"}),
        ("What do opponents say about the sale of the quay?", {"Marta Ruiz", "Ada Quill"}),
        ("what did the fares plan's supporters say", {"Una Strand"}),
        ("Who defended the fares plan?", {"Una Strand"}),
        ("Who criticised Pia Loman's remarks?", {"Rolf Tinne"}),
        ("Who denied that the fares plan failed?", {"Ned Pryce"}),
        ("Who called for an inquiry?", {"Guy Orsa", "Lena Ford"}),
        ("Who wants an inquiry into the fares?", {"Guy Orsa", "Lena Ford"}),
        ("Who promised to finish the bridge?", {"Ivo Brandt"}),
        ("Who warned about the bridge?", {"Ada Quill"}),
        ("Who praised the bridge workers?", {"Una Strand"}),
        ("Who announced that the bridge will close?", {"Ports Authority"}),
        ("Who welcomed the closure of the bridge?", {"Lena Ford"}),
        ("Who threatened the council?", {"Tom Hale"}),
        ("Who is worried about the bus?", {"Lena Ford"}),
        ("Who warned of a flood of cars?", {"Lena Ford"}),
        ("Who opposes the closure of the school?", {"Ada Quill", "Una Strand", "Guy Orsa"}),
        ("Who is for the closure of the school?", {"Tom Hale"}),
        ("Who supports the sale of the quay?", {"Ned Pryce"}),
        ("Who is against the sale of the quay?", {"Marta Ruiz", "Ada Quill"}),
        ("Who apologised for the delay to the sale?", {"Una Strand"}),
    ],
)
def test_who_did_it_is_answered_by_all_who_did_and_nobody_else(
    ask: Callable[..., Answer], question: str, speakers: set[str]
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert {quote.speaker for quote in answer.quotes if quote.speaker} == speakers


def test_who_speaks_for_something_did_not_vote_for_it(ask: Callable[..., Answer]) -> None:
    answer = ask("Who voted for the sale of the quay?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
    assert not answer.voices


def test_who_voted_is_told_where_an_article_tells_of_a_vote(ask: Callable[..., Answer]) -> None:
    answer = ask("Who voted for the fares plan?")

    assert answer.outcome is Outcome.ANSWERED
    assert "Six members of the council backed the fares plan" in texts(answer)
    assert "Una Strand" not in named(answer)


def test_an_opponent_is_no_supporter(ask: Callable[..., Answer]) -> None:
    answer = ask("Who backs doubling the ferry fares?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].speaker == "Una Strand"
    assert "Ada Quill" not in named(answer)  # "the fares plan was a disgrace"


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Who criticised the fares plan?", "Marta Ruiz"),  # "was not a disgrace but a start"
        ("Who criticised the fares plan?", "Tom Hale"),  # he was criticised
        ("Who criticised Una Strand?", "Una Strand"),
        ("Who criticised Una Strand?", "Guy Orsa"),  # "it" is the decision that she spoke of
        ("Who accused Una Strand?", "Una Strand"),
        ("Who criticised Pia Loman's remarks?", "Pia Loman"),
        ("criticism of Pia Loman's remarks", "Pia Loman"),
        ("Who backed the closure of the bridge?", "Marta Ruiz"),  # "did not back"
        ("Who backed the closure of the bridge?", "Guy Orsa"),  # "refused to support"
        ("Who rejected the fares plan?", "Ned Pryce"),  # he denied that it had failed
        ("Who criticised the toll road?", "Nils Voss"),  # "is not a mistake"
    ],
)
def test_whoever_did_not_do_it_is_not_named(ask: Callable[..., Answer], question: str, speaker: str) -> None:
    answer = ask(question)

    assert answer.outcome is not Outcome.ANSWERED or speaker not in named(answer)
    assert speaker not in dict(answer.voices)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who backed the fares plan?", "Six members of the council backed"),
        ("Who rejected the fares plan?", "the Reds rejected it"),
        ("Who criticised Tom Hale?", "by the bakers' union"),
        ("Who accused Una Strand?", "critics accused"),
        ("Who blamed Lena Ford at the hearing?", "The captain pointed the finger"),
        ("Who condemned the move to sell the quay?", "condemned by the bakers"),
        ("Who resigned over the bridge?", "Ivo Brandt resigned"),
        ("Who raised concerns about the toll road?", "Guy Orsa raised concerns"),
        ("Who quit?", "Ivo Brandt resigned"),
    ],
)
def test_what_an_article_tells_of_who_did_it_answers(
    ask: Callable[..., Answer], question: str, words: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert words in texts(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who warned of an earthquake?",
        "Who criticised the volcano?",
        "Who praised the fares plan's critics?",
        "Who apologised for the bridge?",
        "Who said the bridge was painted green?",
        "Who talked about volcanoes?",
        "Who backed the toll road?",  # only two worries stand behind it
    ],
)
def test_other_words_on_a_topic_do_not_answer_for_who_did_something(
    ask: Callable[..., Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.voices == ()


def test_all_speakers_on_a_topic_are_listed_each_with_one_quote(ask: Callable[..., Answer]) -> None:
    answer = ask("Who said something about the bridge?")

    assert answer.outcome is Outcome.ANSWERED
    assert dict(answer.voices).keys() >= {
        "Ada Quill",
        "Una Strand",
        "Ivo Brandt",
        "Ports Authority",
        "Lena Ford",
    }
    assert [count for _, count in answer.voices] == sorted((n for _, n in answer.voices), reverse=True)
    speakers = [quote.speaker for quote in answer.quotes if quote.speaker]
    assert len(speakers) == len(set(speakers))


@pytest.mark.parametrize(
    "question",
    [
        "Who mentioned strikes?",
        "Did anyone mention strikes?",
        "Did anybody bring up strikes?",
        "Were strikes mentioned by anyone?",
        "quotes containing strikes",
    ],
)
def test_who_mentioned_one_word_is_answered_by_the_records(ask: Callable[..., Answer], question: str) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert named(answer) == {"Ned Pryce", "Tom Hale"}


def test_only_those_who_said_it_answer_for_a_claim(ask: Callable[..., Answer]) -> None:
    answer = ask("Who said the fares plan was a disgrace?")

    assert answer.outcome is Outcome.ANSWERED
    assert named(answer) == {"Ada Quill"}
    assert answer.voices == (("Ada Quill", 1),)


def test_who_else_leaves_out_those_that_were_shown(ask: Callable[..., Answer]) -> None:
    first = ask("Who criticised the fares plan?")
    conversation = Conversation().after(first, shown=1)

    more = ask("Who else criticised the fares plan?", conversation=conversation)

    shown = first.quotes[0].speaker
    assert shown is not None
    assert shown not in named(more)
    assert shown not in dict(more.voices)
    assert {shown} | named(more) >= {"Ada Quill", "Ivo Brandt"}


def test_a_question_for_somebodys_words_lists_no_voices(ask: Callable[..., Answer]) -> None:
    assert ask("What did Ada Quill say about the bridge?").voices == ()


def test_a_question_that_only_points_at_its_topic_lists_no_voices(ask: Callable[..., Answer]) -> None:
    answer = ask("Who denied it?")

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.voices == ()


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ned Pryce was the only member to vote against the toll.", ["Ned Pryce"]),
        ("Ned Pryce became the first of the Reds to oppose the toll.", ["Ned Pryce"]),
        ("Ned Pryce, one of the two members to vote against the toll, left.", ["Ned Pryce"]),
        ("Ned Pryce was one of three who refused to oppose the toll.", []),
        ("Ned Pryce was only asked to oppose the toll.", []),
        ("Ned Pryce was the only member asked to oppose the toll.", []),
        ("The vote was the first chance to oppose the toll.", []),
        ("Ned Pryce was the first to ask Lena Ford to oppose the toll.", []),
        ("Despite Ned Pryce facing early attack, the toll stays.", []),
        ("The toll stays, despite Ned Pryce getting early attack on the toll.", []),
    ],
)
def test_whoever_was_the_only_one_to_do_it_did_it(sentence: str, who: list[str]) -> None:
    sought = Sought.of("oppose", "the toll")
    assert sought is not None

    assert [told.who for told in told_acts(sought, Around(Article("a", sentence)))] == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ned Pryce resigned over the toll.", ["Ned Pryce"]),
        ("Ned Pryce has quit over the toll.", ["Ned Pryce"]),
        ("Ned Pryce did not resign over the toll.", []),
        ("Ned Pryce may resign over the toll.", []),
        ("Ned Pryce was asked to resign over the toll.", []),
        ("If Ned Pryce quit over the toll, nobody would mind.", []),
        ("Ned Pryce resigned over the quay.", []),
        ("Floods resigned over the toll.", []),
        ("Any time you quit over the toll, wait for a letter.", []),
        ("Ivo Pryce left. Pryce resigned over the toll.", ["Pryce"]),
    ],
)
def test_an_article_tells_only_of_what_was_done(sentence: str, who: list[str]) -> None:
    sought = Sought.of("resign", "the toll")
    assert sought is not None

    assert [told.who for told in told_acts(sought, Around(Article("a", sentence)))] == who


def test_a_verb_after_a_full_stop_says_nothing_of_the_words_before_it() -> None:
    text = "“The ferry plan is a disgrace,” Ada Quill agreed. To the islanders it means little."
    (record, *_) = extract(Article("a", text))

    assert cue_acts(record, text) & {"support"} == set()
    assert cue_acts(record, text.replace("agreed. To", "agreed to")) == {"support"}


@pytest.mark.parametrize(
    ("words", "opposes"),
    [
        ("It would be unacceptable for a mayor to keep silent", False),
        ("It is wrong that nobody listens", False),
        ("It is unacceptable", True),
        ("It is unacceptable to the islanders", True),
        ("There is a sign of illegal trade with the ferry fares", False),
        ("It is one of the most dangerous plans for the ferry fares", True),
    ],
)
def test_an_it_for_what_comes_after_judges_nothing_said_before(words: str, opposes: bool) -> None:
    text = f"The ferry fares will rise in May. “{words},” Ada Quill said."
    sought, (record, *_) = Sought.of("oppose", "the ferry fares"), extract(Article("a", text))

    assert sought is not None
    assert does(sought, record, Around(Article("a", text))) is opposes


@pytest.mark.parametrize(
    ("words", "defends"),
    [
        ("The ferry fares are just the start", False),
        ("This is the right time for new ferry fares", False),
        ("We cut the ferry fares as we deem necessary", False),
        ("The union is leading a historic walk-out over the ferry fares", False),
        ("The ferry fares are right", True),
        ("The ferry fares are perfectly fair and just", True),
    ],
)
def test_a_word_that_may_praise_defends_only_where_it_is_said_of_the_thing(words: str, defends: bool) -> None:
    text = f"The ferry fares will rise in May. “{words},” Ada Quill said."
    sought, (record, *_) = Sought.of("defend", "the ferry fares"), extract(Article("a", text))

    assert sought is not None
    assert does(sought, record, Around(Article("a", text))) is defends


def test_the_end_of_what_is_only_reported_is_no_judgement_of_its_beginning() -> None:
    text = "Ada Quill spoke in Harwick on Monday, calling for a tripling of tolls, and a new inquiry into unfair fares."
    sought, (record, *_) = Sought.of("oppose", "tolls"), extract(Article("a", text))

    assert sought is not None
    assert not does(sought, record, Around(Article("a", text)))


def test_who_speaks_of_its_subject_alone_has_not_surely_made_a_claim(ask: Callable[..., Answer]) -> None:
    assert ask("Who said that the inquiry was bribed?").outcome is not Outcome.ANSWERED


@pytest.fixture
def toll(tmp_path: Path, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    (tmp_path / "toll.txt").write_text(
        "“The toll on the bridge is a tax on the poor,” said Ada Quill.\n\nTom Brandt, the mayor, backed the plan."
        " “Nothing else will pay for it,” Brandt said.\n\nUna Strand agreed with Quill.\n",
        encoding="utf-8",
    )
    return answerer_of(tmp_path)


def test_who_backs_a_plan_does_not_agree_with_whoever_was_named_before_it(toll: Answerer) -> None:
    answer = toll.ask("Who agrees with Quill on the toll?")

    assert "Una Strand agreed with Quill." in texts(answer)
    assert not named(answer) & {"Tom Brandt", "Ada Quill"}


@pytest.mark.parametrize(
    ("words", "wants"),
    [("The sale must be approved.", True), ("The sale must be approved by the board.", False)],
)
def test_who_has_to_approve_something_is_a_rule_and_nobodys_wish(words: str, wants: bool) -> None:
    article = Article("a", f"“{words}” Ada Quill said.")
    (record,) = extract(article)
    sought = Sought.of("support", "the sale")

    assert sought is not None
    assert does(sought, record, Around(article)) is wants


@pytest.mark.parametrize(("topic", "opposes"), [("Ada Quill", True), ("the plan of Ada Quill", False)])
def test_who_scolds_her_is_not_against_what_is_hers(topic: str, opposes: bool) -> None:
    article = Article(
        "a", "The plan of Ada Quill is out. Tom Brandt criticised her in a letter to the board."
    )
    sought = Sought.of("criticize", topic)

    assert sought is not None
    assert bool(told_acts(sought, Around(article))) is opposes


@pytest.mark.parametrize(
    ("words", "backs"),
    [
        ("supported a toll ban", False),
        ("supported the repeal of the bridge toll", False),
        ("supported the decision to end the costly bridge toll", False),
        ("supported ending the toll", False),
        ("supported an end to the toll", False),
        ("supported the end of the toll", False),
        ("supported a bill that would end the toll", False),
        ("supported the toll to the end of the pier", True),
        ("supported, at the end of the day, the toll", True),
        ("supported a bill that will end the jam by a toll", True),
        ("supported the toll", True),
        ("supported the toll and the closure of the pier", True),
        ("supported the closure of the pier and a toll", True),
    ],
)
def test_who_backs_the_end_of_a_thing_does_not_back_the_thing(words: str, backs: bool) -> None:
    article = Article("a", f"Ada Quill {words}.")
    sought = Sought.of("support", "the toll")

    assert sought is not None
    assert bool(told_acts(sought, Around(article))) is backs


def test_who_backs_a_ban_is_found_where_the_ban_is_asked_about() -> None:
    sought = Sought.of("support", "the toll ban")

    assert sought is not None
    assert told_acts(sought, Around(Article("a", "Ada Quill supported the toll ban.")))


@pytest.mark.parametrize(
    "text",
    [
        "Union chief Una Strand called Quill’s support of the toll troubling.",
        "Ada Quill has been praised for her part in the toll.",
    ],
)
def test_a_noun_or_a_passive_tells_of_nobody_who_backed_it(text: str) -> None:
    sought = Sought.of("support", "the toll")

    assert sought is not None
    assert not told_acts(replace(sought, acts=sought.acts | {"praise"}), Around(Article("a", text)))


def test_him_is_no_stadium_with_a_part_of_its_own_in_the_title() -> None:
    text = "The Orsa Stadium is shut. Tom Brandt criticised him in a letter."
    sought = Sought.of("criticize", "the Orsa Stadium renovation")

    assert sought is not None
    assert not told_acts(sought, Around(Article("a", text, title="Board pays for Orsa Stadium renovations")))


@pytest.mark.parametrize(
    ("text", "backed"),
    [
        ("The court may act once the voters approve the toll.", False),
        ("The court acted once the voters approved the toll.", True),
    ],
)
def test_what_is_still_to_be_approved_is_backed_by_nobody_yet(text: str, backed: bool) -> None:
    sought = Sought.of("support", "the toll")

    assert sought is not None
    assert bool(told_acts(sought, Around(Article("a", text)))) is backed


CALLED = """Lamps are bought for the quay

The Reds are against the lamps, with their leader Una Strand calling Ivo Brandt a bully and demanding that the harbour
clarify it will not pay.

“Who are the bullies? They would include anyone who is calling Ivo Brandt about lamps today,” Tom Hale said.
"""


def test_who_called_somebody_so_is_answered_by_whoever_did(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    answer = asker_of(CALLED)("Who called Ivo Brandt a bully?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == "Una Strand"


def test_however_much_of_a_thing_is_named_it_is_not_called_so_without_the_word(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    article = (
        "Harwick lock to close\n\n“The decision to close the Harwick lock in May was taken without a vote,” said Ada"
        " Quill, a councillor.\n\nThe lock was built in 1900."
    )

    answer = asker_of(article)("Who called the decision to close the Harwick lock in May a disaster?")

    assert answer.outcome is not Outcome.ANSWERED


def test_words_on_a_thing_are_no_answer_to_who_called_it_so(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    answer = asker_of(CALLED)("Who called the lamps a failure?")

    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(("told", "said_so"), [("a failure", True), ("anything but a failure", False)])
def test_who_called_it_anything_but_that_did_not_call_it_so(told: str, *, said_so: bool) -> None:
    text = f"The vote\n\nTom Hale called the lamp plan {told}."
    article = Article("a", text)
    (record,) = extract(article)
    version = Version(VersionHandle(1), "a" * 10, "0" * 64, article)

    assert claims(Quote(version, 0, len(text), 1.0, record), "the lamp plan a failure") is said_so


@pytest.mark.parametrize(
    ("question", "broker_first"),
    [
        ("Who said that a bidding war may now begin for Orsa Ferries?", True),
        ("who thinks a bidding war may now begin for orsa ferries", True),
        ("Who said that a bidding war may now begin for Dene Ferries?", False),
    ],
)
def test_a_claim_on_the_firm_of_an_article_need_not_name_it_again(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer], question: str, broker_first: bool
) -> None:
    (tmp_path / "bid.md").write_text(
        "# Orsa Ferries gets an offer\n\nOrsa Ferries has received a bid of 3 million crowns from Brandt Capital.\n\n"
        "“Owning Orsa Ferries outright would end reports to rivals that hurt it in a market of hard competition,” "
        "Brandt Capital said.\n\nOne broker suggested that a bidding war may now begin for the company. Dene has no "
        "ferries of its own.\n",
        encoding="utf-8",
    )

    answer = answerer_of(tmp_path).ask(question)

    assert answer.quotes[0].text.startswith("One broker") is broker_first


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("said the syrup did not cause headaches in any ward", Outcome.UNSURE),
        ("denied that the syrup causes headaches in any ward", Outcome.UNSURE),
        ("said the syrup causes headaches in every ward", Outcome.ANSWERED),
    ],
)
def test_who_says_the_opposite_of_a_claim_is_no_answer_to_who_makes_it(
    asker_of: Callable[[str], Callable[[str], Answer]], told: str, outcome: Outcome
) -> None:
    ask = asker_of(
        "Much used syrup does not cause headaches, a study of nine wards has found.\n\n"
        f"Nina Vale, who led the study, {told}.\n\n“Nobody need fear it now,” Vale said."
    )

    answer = ask("Who said the syrup causes headaches?")

    assert (answer.outcome, answer.quotes[0].speaker) == (outcome, "Nina Vale")


def test_a_claim_that_something_should_not_be_so_denies_it() -> None:
    text = "The vote\n\nTom Hale said the lamp plan shouldn't be called a failure."
    article = Article("a", text)
    (record,) = extract(article)
    quote = Quote(Version(VersionHandle(1), "a" * 10, "0" * 64, article), 0, len(text), 1.0, record)

    assert says_opposite(quote, "the lamp plan is a failure")
    assert not says_opposite(quote, "the lamp plan shouldn’t be called a failure")
