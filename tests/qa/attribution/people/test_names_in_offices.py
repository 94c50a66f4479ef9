"""Names beside offices and inside firms' names: who speaks, by the article's own words."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

SPEAKERS = {
    "Harwick College of Medicine influenza expert Dr. Ada Quill said the plan was dead.": "Ada Quill",
    "“The plan is dead,” said Dr. Jan Quill, a surgeon in Dene.": "Jan Quill",
    "Minister in the Ministry of Finance Ada Quill said the plan was dead.": "Ada Quill",
    "The Dene Independent System Operator said the plan was dead.": "Dene Independent System Operator",
    "Dene Menteri Besar Datuk Ivo Brandt today said the plan was dead.": "Ivo Brandt",
    "Member for Salem Ada Quill said the plan was dead.": "Ada Quill",
    "Top Senate Ports Committee Democrat Ada Quill said the plan was dead.": "Ada Quill",
    "Member Harbours HBA Ada Quill said the plan was dead.": "Ada Quill",
    "Chief of Staff Ada Quill said the plan was dead.": "Ada Quill",
    "Whilst Harwick Rail said the plan was dead, nobody left.": "Harwick Rail",
    "Minister for Defence Industry Ada Quill said the plan was dead.": "Ada Quill",
    "“The plan is dead,” Minister for Small Business Ada Quill said.": "Ada Quill",
    "Treasurer and Minister for Harbour Rail Ada Quill said the plan was dead.": "Ada Quill",
    "The Minister for Foreign Affairs said the plan was dead.": None,
    "Minister of Defence Ada Quill said the army was ready.": "Ada Quill",
    "Norland's Minister of Mines and Energy Ada Quill said that prices will rise.": "Ada Quill",
    "Secretary of State for Health Ada Quill said the wards were full.": "Ada Quill",
    "Norland's Minister of State for Foreign Affairs, Ada Quill, said that talks will begin.": "Ada Quill",
    "The head of Orsa Foods, Inc., Ada Quill, said that talks will begin.": "Ada Quill",
    "Bank of Norland Governor Ada Quill said that rates will rise.": "Ada Quill",
    "Council of Harbour Advisers Chairman Ada Quill said growth was good.": "Ada Quill",
    "The Deputy Director of Culture Ada Quill said the show will open.": "Ada Quill",
    "Head of research Ada Quill said the wards were full.": "Ada Quill",
    "Shadow spokesman for sport Ada Quill said the wards were full.": "Ada Quill",
    "Former chief of staff Ada Quill said the plan was dead.": "Ada Quill",
    "Chairman of the Harbour Audit Committee Ada Quill MP, said: “The plan is dead.”": "Ada Quill",
    "Head of the Harbour Trust Ada Quill said the plan was dead.": "Ada Quill",
    "Mayor of Harwick Ada Quill said the plan was dead.": "Ada Quill",
    "MP for Orsa and Harwick Ada Quill said the plan was dead.": "Ada Quill",
    "Ada N. Quill, M.D., M.P.H., said the plan was dead.": "Ada N. Quill",
    "Mayor of London Sadi Orsa said the plan was dead.": "Sadi Orsa",
    "Norland's ambassador to Harwick, Kunil Qazo, said the plan was dead.": "Kunil Qazo",
    "The minister for ports, Kunil Qazo, said the plan was dead.": "Kunil Qazo",
    "Senior forecaster at the Bureau of Tides Ned Orsa says the plan is dead.": "Ned Orsa",
    "A professor at the University of Dene Ada Quill said the plan was dead.": "Ada Quill",
    "A worker for the Democrat Ada Quill said the plan was dead.": None,
    "Rep. Ada Quill, D-Norland, who represents Dene, said the plan was dead.": "Ada Quill",
    "Rep. Ada Quill, R-N.D., the chairman of the panel, said the plan was dead.": "Ada Quill",
    "The mayor of London Harbour Group said the plan was dead.": None,
    "A lawyer for Harwick Ada Quill said the plan was dead.": None,
    "Head of the Harbour Trust said the plan was dead.": None,
    "Lawyer for the Rev Ada Quill said the plan was dead.": None,
    "Harbour director Ada Broke said the pier was shut.": "Ada Broke",
    "“The pier is shut,” Ivo Long said.": "Ivo Long",
    "“The pier is shut,” Ivo Long, president of the union, said Monday.": "Ivo Long",
    "“The pier is shut,” Ivo Quill long said.": "Ivo Quill",
    "Harbour director Ada Drew, a clerk, said the pier was shut.": "Ada Drew",
    "Union leader Ada Quill, said: “The pier is shut.”": "Ada Quill",
    "Union leader Ada Quill, said that the pier was shut.": "Ada Quill",
    "A spokesman for singer Ada Quill said the wards were full.": None,
    "A spokesman for murdered Ada Quill said the wards were full.": None,
    "The aunt of victim Ada Quill said the wards were full.": None,
    "Sources close to captain Ada Quill said the wards were full.": None,
    "Friends of singer Ada Quill said the wards were full.": None,
    "The owner of Hale's house in Dene and Una said the wards were full.": None,
    "Friends of Norland Governor Ada Quill said the show will open.": None,
    "The National Association of Harbour Defence Lawyers said the law was weak.": (
        "National Association of Harbour Defence Lawyers"
    ),
    "General Motors said it sold a plant.": "General Motors",
    "General Mills said it sold a plant.": "General Mills",
    "General Brandt said the army was ready.": "Brandt",
    "Major League Baseball said the season will begin late.": "Major League Baseball",
    "Singer Co said it sold a unit.": "Singer Co",
    "S and P said the rating was cut.": "S and P",
    "Hansen and Hansen said it would appeal.": "Hansen and Hansen",
    "“The pier is shut,” said the Association of Harbour Pilots’.": "Association of Harbour Pilots",
    "An Interior Ministry statement said the road was shut.": "Interior Ministry",
}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.items(), ids=SPEAKERS.keys())
def test_an_office_and_a_firm_are_told_from_the_names_in_them(text: str, speaker: str | None) -> None:
    (record,) = extract(Article(id="a", text=text, title="", date=None, source=""))

    assert record.speaker == speaker
