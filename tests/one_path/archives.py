"""Two invented archives, in which the same thing can be asked in many ways: ten articles each, with what is hard.

A spokesperson, a body with a short name, an interview and a transcript, pronouns, a nation and its adjective,
namesakes of whom one dominates and namesakes of whom none does, and what is only told of somebody.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

HARWICK = (
    ("fares", "2024-03-04", "Harbour Post", "Ferry fares to rise in May",
     "Ada Quill, director of the Ports Authority, defended the new ferry fares on Monday.\n\n"
     "“The ferries lose money every single day of the winter,” Ada Quill said. “Somebody has to pay for them.”\n\n"
     "Ivo Brandt, a councillor, said the fares would empty the boats."),
    ("pier", "2024-03-20", "Harbour Post", "Pier is to be closed",
     "The old pier will be closed for repairs. “Nobody can walk on rotten wood,” said Una Strand, the mayor of "
     "Harwick.\n\nShe added that the pier would open again in spring."),
    ("authority", "2024-04-02", "Inland Times", "Dredging begins",
     "The Ports Authority began to dredge the channel. A spokesman for the Ports Authority, Ned Pryce, said the "
     "dredging would take six weeks.\n\n“We know that the noise of the dredging is hard on the town,” Ned Pryce said."),
    ("bakers", "2024-04-11", "Inland Times", "Bakers want a lower tax",
     "The National Federation of Bakers asked for a lower tax on flour. “A loaf is no luxury,” the National "
     "Federation of Bakers said in a statement."),
    ("loaves", "2024-05-09", "Harbour Post", "Bread gets dearer",
     "Bread will cost more from June. “The tax on flour leaves us no choice,” the NFB said on Thursday.\n\n"
     "Ivo Brandt said the NFB was right about bread."),
    ("interview", "2024-06-15", "Harbour Post", "A talk with the mayor",
     "Una Strand has been mayor of Harwick for ten years.\n\nQ: What about the ferries?\n\n"
     "A: They are the only road that some of us have.\n\nQ: And school meals?\n\n"
     "A: I would pay for every one of them tomorrow."),
    ("works", "2024-07-01", "Inland Times", "Works on the quay",
     "The quay is being rebuilt. “The quay will stand for a hundred years,” said Robin Vane, whose firm builds it."),
    ("grant", "2024-07-03", "Inland Times", "No grant for the library",
     "The minister turned the town down. “There is no grant for the library this year,” Lord Vane said.\n\n"
     "“A library is a town’s own business,” Lord Vane told reporters."),
    ("meals", "2024-09-12", "Harbour Post", "School meals",
     "The council spoke about lunch in schools. The National Federation of Bakers (NFB) sent bread.\n\n"
     "Ivo Brandt said that meals cost too much.\n\n"
     "“Hungry children learn nothing,” Ada Quill replied. She said she would vote for it."),
    ("winter", "", "Harwick Leaflet", "Keep the ferries",
     "“Keep the ferries, whatever they cost,” said Orsa Lindahl, who sails to work each day."),
)  # fmt: skip
HARWICK_TOPICS = (
    "the ferries", "ferry fares", "the pier", "the dredging", "the tax on flour", "school meals", "the quay",
    "the library", "helicopters",
)  # fmt: skip

DENE = (
    ("trade", "2024-01-10", "Dene Herald", "Trade talks open",
     "“China has bought our steel for thirty years,” President Greta Holm said. “We will not shut that door.”"),
    ("steel", "2024-01-19", "Dene Herald", "Steel in the red",
     "“Chinese steel is cheaper than our coal,” Holm told parliament on Friday. She called that “a gift and a trap”."),
    ("union", "2024-02-02", "Valley News", "Union answers Holm",
     "The Steelworkers’ Union rejected the plan. “No door was ever opened to us,” said its leader, Tomas Reyl.\n\n"
     "Reyl said the talks with China were a show."),
    ("visit", "2024-02-20", "Valley News", "A visit to Washington",
     "Greta Holm flew to Washington. “The United States is our oldest friend,” she said at the airport.\n\n"
     "Asked about tariffs, she said: “I have brought no list.”"),
    ("transcript", "2024-03-05", "Dene Herald", "Briefing: what the finance minister said",
     "QUESTION: Minister, will the bridge be paid for by a toll?\n\n"
     "TESSA ROE: It will be paid for by everybody who crosses it.\n\n"
     "QUESTION: And the hospital?\n\nTESSA ROE: The hospital has its money."),
    ("budget", "2024-03-18", "Dene Herald", "Budget day",
     "Finance Minister Tessa Roe presented the budget. “This budget cuts no nurse and no teacher,” Tessa Roe said.\n\n"
     "“The deficit will be gone in four years,” Tessa Roe added."),
    ("deficit", "2024-04-04", "Valley News", "Deficit grows",
     "“I never promised a straight line,” Tessa Roe said of the deficit. Tessa Roe said growth would return."),
    ("choir", "2024-04-21", "Valley News", "A choir for the valley",
     "“We sing because the mine is silent,” said Milo Roe, who founded the choir."),
    ("storm", "2024-05-30", "Valley News", "Storm hits the valley",
     "The storm took forty roofs. “The roofs were gone in a minute,” said Anna Collins, a teacher.\n\n"
     "“We were warned of the storm too late,” said Judith Collins, who keeps the inn."),
    ("toll", "2024-06-11", "Dene Herald", "Bridge toll dropped",
     "The government dropped the toll. “The bridge toll was a mistake, and it was mine,” Tessa Roe said.\n\n"
     "Tomas Reyl declined to comment on the toll."),
)  # fmt: skip
DENE_TOPICS = (
    "China", "Chinese steel", "America", "tariffs", "the budget", "the deficit", "the storm", "the bridge toll",
    "the hospital", "submarines",
)  # fmt: skip

_FIELDS = ("id", "date", "source", "title", "text")


def write(folder: Path, articles: Sequence[tuple[str, ...]]) -> Path:
    """Write an archive as a file of JSON lines into a new folder."""
    folder.mkdir(parents=True)
    lines = [
        json.dumps({key: value for key, value in zip(_FIELDS, each, strict=True) if value})
        for each in articles
    ]
    (folder / "articles.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder
