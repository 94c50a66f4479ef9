"""Whom the words in the place of a speaker mean, of those who speak in an archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from qa.answers import Understanding
from qa.datatypes import Bearer, DescriptionKind, Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.outlets import find_outlets
from qa.understanding.understand import understand


def _understood(
    question: str, *names: str, kind: str = "group", bearers: Sequence[Bearer] = ()
) -> Understanding:
    return understand(
        question,
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker(name, kind, (), 2) for name in names]),
        sources=(),
        bearers=lambda heads, scope: [each for each in bearers if each.what.split()[-1] in heads],
    )


@pytest.mark.parametrize(
    ("typed", "speaking", "speaker"),
    [
        ("Tehran", "Iran", "Iran"),
        ("the Kremlin", "Russia", "Russia"),
        ("China", "Beijing", "Beijing"),
        ("Moscow", "Kremlin", "Kremlin"),
    ],
)
def test_a_seat_of_government_stands_for_its_country(typed: str, speaking: str, speaker: str) -> None:
    understood = _understood(f"What did {typed} say about the ferry?", speaking)

    assert (understood.speaker, understood.speaker_known) == (speaker, True)


@pytest.mark.parametrize(
    ("typed", "speaking"), [("Tehran", ("Iran", "Tehran")), ("London", ("Britain",)), ("Harwick", ("China",))]
)
def test_who_speaks_under_the_typed_name_and_another_city_are_no_seat(
    typed: str, speaking: tuple[str, ...]
) -> None:
    assert _understood(f"What did {typed} say about the ferry?", *speaking).speaker == typed


@pytest.mark.parametrize("kind", ["group", "person"])
def test_a_small_plural_is_no_slip_for_a_word_of_a_name(kind: str) -> None:
    understood = _understood("What did advertisers say about the ferry?", "Dene Advertiser", kind=kind)

    assert (understood.speaker, understood.speaker_known) == ("advertisers", False)


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [("the boat lobby", "boat lobby"), ("the boat clique", None)],
    ids=["a body", "no body"],
)
def test_whose_comments_a_topic_is_about_do_not_begin_the_speakers_name(
    typed: str, speaker: str | None
) -> None:
    understood = _understood(f"What did {typed} say about Quill's comments?", "Ada Quill", kind="person")

    assert understood.speaker == speaker


@pytest.mark.parametrize(("typed", "called"), [("premier", "prime minister"), ("prime minister", "premier")])
def test_a_premier_is_a_prime_minister(typed: str, called: str) -> None:
    orsa = Bearer(DescriptionKind.ROLE, called, "Norland", False, "Ines Orsa", "Ines Orsa", 1, None, None)

    understood = _understood(
        f"What did Norland's {typed} say about the ferry?", "Ines Orsa", kind="person", bearers=[orsa]
    )

    assert understood.speaker == "Ines Orsa"


@pytest.mark.parametrize(
    "typed",
    [
        "drone pilot Ada Quill",
        "the miller's widow Ada Quill",
        "the ferry's boss Ada Quill",
    ],
)
def test_who_is_named_after_what_or_whose_they_are_is_no_stranger(typed: str) -> None:
    understood = _understood(f"What did {typed} say about the ferry?", "Ada Quill", kind="person")

    assert (understood.speaker, understood.speaker_known) == ("Ada Quill", True)


@pytest.mark.parametrize(
    ("typed", "kind", "known"),
    [
        ("the ferry operator Orsa", "group", True),
        ("the watchdog Orsa", "group", True),
        ("the fishermen of Orsa", "group", False),
        ("the pilot Orsa", "person", False),
    ],
)
def test_a_body_may_be_named_after_what_it_is(typed: str, kind: str, known: bool) -> None:
    understood = _understood(f"What did {typed} say about the fares?", "Orsa", kind=kind)

    assert (understood.speaker == "Orsa", understood.speaker_known) == (known, known)


@pytest.mark.parametrize(
    ("typed", "speaker", "known"),
    [("the singer", "singer", False), ("singer", "Rena Singer", True), ("Singer", "Rena Singer", True)],
)
def test_an_article_shows_that_a_surname_is_what_somebody_is(typed: str, speaker: str, known: bool) -> None:
    understood = _understood(f"What did {typed} say about the ferry?", "Rena Singer", kind="person")

    assert (understood.speaker, understood.speaker_known) == (speaker, known)


def test_an_article_shows_that_a_first_name_is_a_noun() -> None:
    understood = _understood("What did the charity say about the ferry?", "Charity Quill", kind="person")

    assert (understood.speaker, understood.speaker_known) == ("charity", False)


@pytest.mark.parametrize("verb", ["reply", "answer", "reply to the council"])
def test_what_somebodys_lawyer_did_reply_is_no_reply_of_theirs(verb: str) -> None:
    assert _understood(f"What did Quill's lawyer {verb}?", "Ada Quill", kind="person").speaker != "Ada Quill"
    assert _understood("What was Quill's first reply?", "Ada Quill", kind="person").speaker == "Ada Quill"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("the lawyer of the baker Ada Quill", ["Ada Quill"]),
        ("the mayor and the baker Ada Quill", ["Ada Quill"]),
    ],
    ids=["of whom", "one of two"],
)
def test_others_are_not_whoever_has_the_name_at_the_end(typed: str, names: Sequence[str]) -> None:
    understood = _understood(f"What did {typed} say about the ferry?", *names, kind="person")

    assert understood.speaker not in names or not understood.speaker_known


def test_what_makes_somebody_think_so_names_nobody_who_makes_it() -> None:
    understood = _understood("What makes Ada Quill think the ferry is safe?", "Ada Quill", kind="person")

    assert (understood.speaker, understood.topic) == ("Ada Quill", "the ferry is safe")


@pytest.mark.parametrize(
    ("known", "speaker"), [("Ada Quill III", "Ada Quill III"), ("Ada Quill Jr.", "Ada Quill")]
)
def test_a_number_after_a_name_need_not_be_typed_and_a_daughter_is_no_mother(
    known: str, speaker: str
) -> None:
    assert _understood("What did Ada Quill say about the ferry?", known, kind="person").speaker == speaker


def test_who_bears_an_office_and_says_nothing_is_nobody_with_a_name_alike() -> None:
    judge = Bearer(DescriptionKind.ROLE, "judge", None, False, "Stevens", None, 1, None, None)

    understood = _understood(
        "What did the judge say about the ferry?", "Steven Orsa", kind="person", bearers=[judge]
    )

    assert (understood.speaker, understood.speaker_is_role) == ("judge", True)


@pytest.mark.parametrize(
    ("question", "is_slip"),
    [
        ("what were the views from the stage", False),
        ("views of the Capitol", False),
        ("what did capitol say about the ferry", False),
        ("What did Capitol say about the ferry?", True),
        ("what did capitto say about the ferry", True),
    ],
)
def test_a_word_that_articles_have_is_no_slip_for_a_speakers_name(question: str, is_slip: bool) -> None:
    speakers = ListedSpeakers(
        [Speaker("Lea Capito", "person", ("Capito",), 2), Speaker("Orsa State", "group", (), 2)]
    )

    understood = understand(
        question,
        today=date(2005, 4, 1),
        speakers=speakers,
        sources=(),
        occurs=lambda word: word in ("stage", "Capitol", "capitol"),
    )

    assert bool(understood.corrections) is is_slip


@pytest.mark.parametrize(("typed", "known"), [("the dad", False), ("Dad", True)])
def test_the_dad_is_not_the_one_whom_a_headline_calls_so(typed: str, known: bool) -> None:
    understood = _understood(f"What did {typed} say about the ferry?", "Dad", kind="person")

    assert (understood.speaker_known, understood.speaker_is_role) == (known, not known)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("in the dene post", "denepost.com"),
        ("in the harwick evening news", "henews.com"),
        ("according to the lantern", "thelantern.co.uk"),
        ("in the dene pottery", None),
    ],
)
def test_an_outlet_known_by_its_address_is_named_as_people_name_it(typed: str, source: str | None) -> None:
    sources = ("denepost.com", "henews.com", "thelantern.co.uk")

    found = find_outlets(f"what did quill say about tolls {typed}", sources)

    assert [each.source for each in found] == ([source] if source else [])
