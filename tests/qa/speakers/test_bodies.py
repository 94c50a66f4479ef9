"""Short and long names of one body."""

from __future__ import annotations

import pytest

from qa.speakers.bodies import body_family
from qa.speakers.callings import identity
from qa.speakers.known import ListedSpeakers
from qa.speakers.linking import Match, link_names, match_speaker

BAKERS = (("National Federation of Bakers", "NFB"),)


def are_one(*names: str, known_as: tuple[tuple[str, str], ...] = ()) -> bool:
    return len(link_names(dict.fromkeys(names, 1), known_as=known_as)[0]) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("IMF", "International Monetary Fund", "the IMF"),
        ("TUC", "the Trades Union Congress"),
        ("F.B.I.", "FBI", "US Federal Bureau of Investigation"),
        ("Lib Dems", "the Liberal Democrats"),
        ("Tories", "Conservative Party"),
        ("Labour", "Labour Party"),
        ("Scotland Yard", "Metropolitan Police"),
        ("U.S.", "United States", "US"),
        ("Pentagon", "Department of Defense", "Defence Department"),
        ("OECD", "Organisation for Economic Co-operation and Development"),
        ("Harwick Ports and Ferries Authority", "HPFA"),
        ("Bank of Harwick", "BoH"),
        ("Coastal Democrats", "Coas Dems"),
        ("Welsh Greens", "Welsh Green"),
        ("Chinese Trade Ministry", "China's Trade Ministry"),
        ("Orsa Labs", "Orsa Labs Inc"),
        ("Dene Bank", "the Dene Bank plc"),
    ],
    ids=lambda names: names[0],
)
def test_names_of_one_body_are_one_speaker(names: tuple[str, ...]) -> None:
    assert are_one(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("Labour", "Labour MP"),
        ("Conservative government", "the government"),
        ("Democratic Party", "Democrats"),
        ("NFB", "National Federation of Bakers"),
        ("HPFA", "Harwick Ports Foods Ltd"),
        ("Coast Dems", "Coastal Democrats"),
        ("University of Harwick", "Harwick University"),
        ("British Coal", "UK Coal"),
        ("Harwick Steel", "U.S. Steel"),
        ("HPFA", "harwick ports fish association"),
        ("U.S. Treasury", "Treasury"),
        ("Britain", "Britain Ltd"),
    ],
    ids=["member", "one government", "members", "three letters", "company", "a whole word", "two universities",
         "nation in a name", "nation", "small letters", "nation in front", "a country and a firm"],
)  # fmt: skip
def test_names_of_two_bodies_are_two_speakers(names: tuple[str, ...]) -> None:
    assert not are_one(*names)


def test_a_short_name_that_fits_two_long_ones_joins_neither() -> None:
    speakers, _ = link_names(
        dict.fromkeys(
            ("HPFA", "Harwick Ports and Ferries Authority", "Harwick Poultry Farmers Association"), 1
        )
    )

    assert len(speakers) == 3


def test_a_name_that_two_firms_have_joins_neither() -> None:
    assert len(link_names(dict.fromkeys(("Orsa Labs", "Orsa Labs Inc", "Orsa Labs Ltd"), 1))[0]) == 3


@pytest.mark.parametrize(
    ("known_as", "names", "one"),
    [
        (BAKERS, ("National Federation of Bakers", "NFB"), True),
        (BAKERS, ("the National Federation of Bakers", "the NFB"), True),
        ((("Harwick Conciliation Service", "Acas"),), ("Harwick Conciliation Service", "Acas"), True),
        ((("Harwick Conciliation Service", "Acas"),), ("Harwick Conciliation Service", "Acas", "The Acas"), True),
        ((*BAKERS, ("Federation of Bakers", "NFB")), ("National Federation of Bakers", "NFB"), True),
        ((*BAKERS, ("Norvik Fishing Board", "NFB")), ("National Federation of Bakers", "NFB"), False),
        ((("International Monster Fair", "IMF"),), ("International Monster Fair", "IMF"), False),
        ((("Vane Brothers Ltd", "Vane"),), ("Vane Brothers Ltd", identity("Vane", ["mr"])), False),
        ((("National Federation of Brewers", "NFB"),), ("National Federation of Bakers", "NFB"), False),
        ((("Harwick Ports and Farms Agency", "HPFA"),), ("Harwick Ports and Ferries Authority", "HPFA"), False),
        (BAKERS, ("NFB", "Norvik Fishing Board"), False),
    ],
    ids=["said", "with an article", "a word", "a word with an article", "the end of the name", "two long names",
         "the world knows better", "a person", "another body", "another body with these letters", "nobody"],
)  # fmt: skip
def test_an_article_says_whose_short_name_it_is(
    known_as: tuple[tuple[str, str], ...], names: tuple[str, ...], one: bool
) -> None:
    assert are_one(*names, known_as=known_as) is one


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Coastal Mariners Association", "CMA"),
        ("Association of Mill Apprentices", "AMA"),
        ("Eastern Swimmers Association", "ESA"),
        ("Ferry Crews Alliance", "FCA"),
    ],
)
def test_letters_of_several_known_bodies_are_whose_an_article_says(name: str, letters: str) -> None:
    assert are_one(name, letters, known_as=((name, letters),))


def test_a_short_name_is_no_company_where_somebody_has_the_surname() -> None:
    names = {"Vane Brothers Ltd": 1, "Vane": 1, "Robin Vane": 1}

    assert link_names(names, known_as=(("Vane Brothers Ltd", "Vane"),))[1]["Vane"] == "Vane"


@pytest.mark.parametrize("long", [{"Vane Brothers Ltd": 1}, {}], ids=["it speaks", "it does not speak"])
def test_no_two_speakers_have_one_name_where_a_short_name_is_a_persons_too(long: dict[str, int]) -> None:
    names = {**long, "Vane": 3, identity("Vane", ["he"]): 1}

    speakers, _ = link_names(names, known_as=(("Vane Brothers Ltd", "Vane"),))

    assert sorted((each.name, each.kind) for each in speakers) == sorted(
        [("Vane", "person"), *((name, "group") for name in long)]
    )


@pytest.mark.parametrize(
    ("typed", "known", "match"),
    [
        ("NFB", ("National Federation of Bakers",), "National Federation of Bakers"),
        ("the nfb", ("National Federation of Bakers",), "National Federation of Bakers"),
        ("National Federation of Bakers", ("NFB",), "NFB"),
        ("Lib Dems", ("Liberal Democrats",), "Liberal Democrats"),
        ("Coas Dems", ("Coastal Democrats",), "Coastal Democrats"),
        ("the bakers' federation", ("National Federation of Bakers", "Bakers Bank"), "National Federation of Bakers"),
        ("the bakers' federation", ("National Federation of Bakers", "Norvik Bakers and Millers Federation"), None),
        ("the brewers' federation", ("National Federation of Bakers",), None),
        ("fishing board", ("Norvik Fishing Board",), "Norvik Fishing Board"),
        ("Scotland Yard", ("Metropolitan Police",), "Metropolitan Police"),
        ("who", ("World Health Organization",), None),
        ("us", ("United States",), None),
        ("NB", ("National Bakery",), None),
    ],
    ids=["letters", "small letters", "only the short name is known", "a known body", "cut short", "its words",
         "two have the words", "one word is another", "the end", "another name", "a question word", "a pronoun",
         "two letters"],
)  # fmt: skip
def test_a_typed_name_of_a_body_finds_it(typed: str, known: tuple[str, ...], match: str | None) -> None:
    speakers, _ = link_names(dict.fromkeys(known, 1))

    assert match_speaker(typed, ListedSpeakers(speakers)).name == match


def test_letters_that_two_bodies_have_are_asked_back() -> None:
    speakers, _ = link_names({"National Federation of Bakers": 1, "Norvik Fishing Board": 1})

    assert match_speaker("NFB", ListedSpeakers(speakers)) == Match(
        None, ("National Federation of Bakers", "Norvik Fishing Board")
    )


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("HPFA", "Harwick Ports and Ferries Authority"),
        ("BOH", "Bank of Harwick"),
        ("BoH", "Bank of Harwick"),
        ("Coas Dems", "Coastal Democrats"),
        ("Orsa Labs", "Orsa Labs Inc"),
        ("Orsa and Co", "Orsa and Co Inc"),
        ("FOTWPS", "For the Women of the Ports Society"),
    ],
)
def test_what_can_be_joined_is_of_one_family(short: str, long: str) -> None:
    assert body_family(short) == body_family(long)
