"""What a question of fact is about, and the thing that it names with "the"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.conversation.topics.definite_things import definite_thing
from qa.conversation.topics.subjects import subject
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("is the bridge safe?", "the bridge"),
        ("isn't the bridge safe?", "the bridge"),
        ("why is the ferry late", "the ferry"),
        ("when was the Hale bridge closed in March?", "the Hale bridge"),
        ("where is the new museum?", "the new museum"),
        ("was the film a hit?", "the film"),
        ("why is the Orsa deal in trouble?", "the Orsa deal"),
        ("is the water in Dene safe to drink?", "the water"),
        ("why were the elections in Harwick postponed", "the elections in Harwick"),
        ("will the harbour plan go ahead?", "the harbour plan"),
        ("are the trams running again?", "the trams"),
        ("is the harbour deal good for Dene?", "the harbour deal"),
        ("was the church wedding cancelled?", "the church wedding"),
        ("how much is the tunnel project costing?", "the tunnel project"),
        ("is the price of the bread so high?", "the bread"),
        ("is the mayor of Dene safe?", None),
        ("are the nurses on strike?", None),
        ("was the driver of the bus hurt?", None),
        ("is the", None),
    ],
)
def test_the_thing_of_which_something_is_asked(question: str, thing: str | None) -> None:
    assert definite_thing(question) == thing


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("how many jobs is Vantor cutting?", "Vantor cutting jobs"),
        ("how many jobs will Vantor cut?", "Vantor cutting jobs"),
        ("how many shops is the chain closing?", "the chain closing shops"),
        ("which plants is Vantor closing?", "Vantor closing plants"),
        ("how much rice does Halvorn export?", "Halvorn exporting rice"),
        ("why didn't Quill sign the deal?", "Quill signing the deal"),
        ("why won't Quill sign the deal?", "Quill signing the deal"),
        ("why can't the ferry dock in Dene?", "the ferry dock"),
        ("will Tom Brandt be tried again?", "Tom Brandt"),
        ("has Ada Quill been sacked?", "Ada Quill"),
        ("why did harwick workers march", "harwick workers"),
        ("why did halvorn change its currency", "halvorn change its currency"),
        ("was Hale Blue a success?", "Hale Blue"),
        ("why are rents up in Dene?", "rents"),
        ("why is bread so dear?", "bread"),
        ("how many people click on adverts", "adverts"),
        ("are tenants worried about the noise?", "the noise"),
        ("who is suing over the pier?", "suing over the pier"),
    ],
)
def test_what_a_question_of_fact_is_about(question: str, about: str) -> None:
    read = understand(question, today=date(2024, 6, 1), speakers=ListedSpeakers(()), sources=())

    assert subject(read) == about
