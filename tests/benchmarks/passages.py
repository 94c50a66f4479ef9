"""Passages to encode: made up, of lengths as chunking makes them, the same every time."""

from __future__ import annotations

import random

_PEOPLE = """\
Marta Oduya
Councillor Brand
Henrik Salo
the harbour master
Dr. Ines Calderon
a spokeswoman for the ministry
Judge Whitcombe
two former engineers
Prime Minister Aldana
the union's treasurer
Professor Kwame Adjei
her deputy
residents of the old quarter
Commissioner Vasquez-Leroy
the company's auditors
Bishop Tomasz Zielinski""".split("\n")
_VERBS = """\
said
told reporters
argued
denied
wrote in a letter
acknowledged
warned
repeated on Tuesday
suggested
insisted
explained to the committee
predicted
conceded
announced
promised
complained""".split("\n")
_SUBJECTS = """\
the desalination plant
a new ferry timetable
the pension reform
the vaccine programme
a ceasefire in the north
the budget for rural schools
the investigation into the refinery
an export ban on semiconductors
the flood defences
the museum's reopening
a merger of both airlines
the referendum
the census of fishing vessels
interest rates
the evacuation of Lower Harrow
a tariff on aluminium
the archive's digitisation
the orchestra's tour of Patagonia""".split("\n")
_OUTCOMES = """\
would cost far more than the 4.2 million first estimated
had been delayed by a shortage of electricians
must not be decided behind closed doors
was unlikely to survive a vote in the upper chamber
could begin as early as March
has already created some 1,350 jobs along the coast
failed because nobody had read the hydrologists' report
should be paid for by those who profit from it
will be reviewed after the elections in November
did not meet the standards of the Geneva protocol
is supported by seven of the nine municipalities
remains, in the words of one observer, an expensive misunderstanding""".split("\n")
_ASIDES = """\
Nevertheless,
According to minutes seen by this newspaper,
Earlier in the week,
By contrast,
In a statement,
Asked about the criticism,
Despite the rain,
On the other side of the river,
At a crowded meeting,
For the first time,""".split("\n")


def make_passages(count: int, seed: int = 7) -> tuple[list[str], list[list[tuple[int, int]]]]:
    """Return passages of 40 to 180 words, about 116 on average, and the spans of the sentences of each."""
    choice = random.Random(seed)
    texts: list[str] = []
    spans: list[list[tuple[int, int]]] = []
    for _ in range(count):
        # Half a sentence less than wanted, since the last one ends beyond it.
        words = choice.triangular(40, 170, 106)
        text = _sentence(choice)
        sentences = [(0, len(text))]
        while len(text.split()) < words:
            start = len(text) + 1
            text = f"{text} {_sentence(choice)}"
            sentences.append((start, len(text)))
        texts.append(text)
        spans.append(sentences)
    return texts, spans


def _sentence(choice: random.Random) -> str:
    person = choice.choice(_PEOPLE)
    verb = choice.choice(_VERBS)
    claim, another = (f"{choice.choice(_SUBJECTS)} {choice.choice(_OUTCOMES)}" for _ in "ab")
    aside = choice.choice(_ASIDES)
    return choice.choice(
        (
            f"{aside} {person} {verb} that {claim}.",
            f"“{_capital(claim)},” {person} {verb}.",
            f"{_capital(person)} {verb} that {claim}, and that {another}.",
            f"{aside} {claim}.",
        )
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
