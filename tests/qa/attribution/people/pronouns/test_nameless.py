""" "He" and "she" behind somebody without a name: whoever was named before must not get these words."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

TOM, MARY = "Tom Birch spoke first.\n\n", "Mary Lindt spoke first.\n\n"


def last_speaker(text: str) -> str | None:
    return extract(Article("a", f"The port\n\n{text}"))[-1].speaker


NOBODY = {
    "somebody's driver": f"{TOM}Birch's driver waited outside. “He is always late as well,” he said.",
    "one mother": f"{MARY}One mother disagreed. “My son sits under that bucket,” she said.",
    "the last of two": f"{TOM}One of the husbands left. A guard stayed. “No,” he said.",
    "one person": f"{MARY}One person who rows commented on Lindt’s post.\n\n“Words fail me,” she added.",
    "a chairperson": f"{MARY}Another chairperson stood up. “Words fail me,” she said.",
    "another user": f"{MARY}Another user was angry. “It is absurd,” she wrote.",
    "a town clerk": f"{MARY}The town clerk shook her head. “It is not true,” she said.",
    "a judge": f"{TOM}The judge was not amused. “Sit down,” he said.",
    "in the same paragraph": "Tom Birch spoke first. A resident stood up. “Sit down,” he said.",
    "behind a short beginning": f"{TOM}Then a resident stood up. “Sit down,” he said.",
    "a long phrase": f"{TOM}The guard at the gate of the harbour shrugged. “Sit down,” he said.",
    "his spokesman": f"{TOM}His spokesman was blunt. “Sit down,” he said.",
    "a spokesman for him": f"{TOM}A spokesman for Birch was blunt. “Sit down,” he said.",
    "another of the same office": "Mayor Mary Lindt spoke first.\n\nA mayor from the coast stood up. “No,” she said.",
    "behind a quotation": f"{MARY}“It was cold,” a teacher said. “Very cold,” she added.",
    "a paragraph later": f"{MARY}A teacher stood up. “It was cold,” she said.\n\n“Very cold,” she added.",
    "a paragraph of introduction": f"{MARY}A teacher stood up and spoke at length.\n\n“Very cold,” she said.",
    "twice she": f"{MARY}A teacher stood up. She was angry. “It was cold,” she said. “Very,” she said.",
    "an object in the same sentence": f"{TOM}The minister met Birch on Monday. He said the cranes would stay.",
    "an object before a place": f"{TOM}The envoy praised Tom Birch of Salem. “A friend,” he said.",
    "a comparison": f"{TOM}The former envoy compared two plans with those of Tom Birch. “Worse,” he said.",
    "named at a sentence's end": f"{TOM}The levee leaks, the Harwick-based member said.\n\n“We all know,” he said.",
    "a source without a name": f"{TOM}Three boats left, according to a clerk. “They are old,” he said.",
    "a quoted name": f"{TOM}The driver pointed. “Tom Birch is late.” “Always late,” he said.",
    "who told of her": f"{MARY}One young woman wrote that Lindt was her cousin. “Let us help her,” she wrote.",
    "who goes on about him": (
        f"{TOM}His brother said it was cold.\n\nBirch had left Dene, he said, adding: “I have had no news.”"
    ),
    "a friend whom an article spoke of before": (
        f"{TOM}It found a friend of his. The friend said he had known it.\n\n“Birch’s cap was on,” he said.\n\n"
        "He said that it was late."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_words_of_somebody_without_a_name_are_nobodys(text: str) -> None:
    assert last_speaker(text) is None


KNOWN = {
    "her own office": (
        "Mary Lindt, the mayor, spoke first.\n\nLindt shook her head. The mayor had not slept. “No,” she said.",
        "Mary Lindt",
    ),
    "his title": (
        "Tom Reed came.\n\nMinister Reed sat down. The minister looked tired. “No,” he said.", "Tom Reed",
    ),
    "a calling no list knows": (
        "Mary Lindt, the town clerk, spoke first.\n\nThe clerk shook her head. “No,” she said.", "Mary Lindt",
    ),
    "of whom it was told": (f"{MARY}According to a clerk, she was ill.\n\n“No,” she said.", "Mary Lindt"),
    "a candidate": ("Mary Lindt spoke.\n\nThe Green candidate shook her head. “No,” she said.", "Mary Lindt"),
    "a member for a place": (
        f"{TOM}The member for Salem says he has visited the port.\n\n“It is cold,” he said.", "Tom Birch",
    ),
    "of the other gender": (f"{TOM}His wife waited. “No,” he said.", "Tom Birch"),
    "several": (f"{TOM}The guards waited. “No,” he said.", "Tom Birch"),
    "who asked him": (f"{TOM}One voter asked Birch about taxes. “No,” he said.", "Tom Birch"),
    "asked by a reporter": (f"{TOM}A reporter asked Birch how it went. He replied that it went well.", "Tom Birch"),
    "a second subject": (f"{TOM}The car hit a wall and the driver swore. Birch got out. “No,” he said.", "Tom Birch"),
    "a subject of the same sentence": (f"{TOM}The driver waited while Birch slept. “No,” he said.", "Tom Birch"),
    "a title before the name": (f"{TOM}The former rival, Sen. Carl Weiss, came. “No,” he said.", "Carl Weiss"),
    "named again": (f"{TOM}The driver waited. Birch got in. “No,” he said.", "Tom Birch"),
    "named after the pronoun": (
        f"{MARY}A teacher stood up. “It was cold,” she said.\n\nLindt nodded. “Very cold,” she said.",
        "Mary Lindt",
    ),
    "a name behind the noun": (f"{MARY}The driver Carl Weiss waited. “No,” he said.", "Carl Weiss"),
    "a name behind a comma": (f"{MARY}A farmer, Carl Weiss, waited. “No,” he said.", "Carl Weiss"),
    "a daughter with a given name": (
        f"{MARY}Lindt's daughter Mia, 9, was there. “I was scared,” she said.", "Mia",
    ),
    "a group": (f"{MARY}The student union was angry. “No,” she said.", "Mary Lindt"),
    "in somebody's words": (f"{MARY}“The driver is late,” Lindt said. “Very late,” she added.", "Mary Lindt"),
    "who is asked by somebody": (f"{TOM}A reporter asked if it was cold.\n\nHe said it was.", "Tom Birch"),
    "who may be whom a noun describes": (f"{TOM}“Cold,” the 30-year-old singer said.\n\nHe said it was.", "Tom Birch"),
    "told by somebody": (f"{TOM}The driver was late, he said.", "Tom Birch"),
    "a paragraph of its own": (f"{TOM}The driver waited.\n\nBut he said that it was late.", "Tom Birch"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KNOWN.values(), ids=KNOWN)
def test_a_pronoun_still_finds_who_was_named(text: str, expected: str) -> None:
    assert last_speaker(text) == expected


BEHIND = {
    "for a group": ("A spokeswoman for the agency, Hollie Ward, said: “It is late.”", "Hollie Ward"),
    "for a group with a name": ("A spokeswoman for the Rail Agency, Ada Ward, said it was late.", "Ada Ward"),
    "for a person": ("A spokesman for Marco Rubio, Emil Quill, said it was late.", "Emil Quill"),
    "a calling before it": ("Her neighbour, farmer Carl Weiss, denies that he moved it.", "Carl Weiss"),
    "a place": ("A spokesman for the city of Brenn, New York, said it was late.", None),
    "a company": ("A spokesman for the company, Brenn Ferries, said it was late.", None),
    "no name": ("Her neighbour, a farmer, denies that he moved it.", None),
    "whom she waits for": ("Her neighbour, waiting for Carl Weiss, said it was late.", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BEHIND.values(), ids=BEHIND)
def test_the_name_behind_a_comma_is_who_speaks(text: str, expected: str | None) -> None:
    assert last_speaker(text) == expected


FILMED = "The film shows a man at the door.\n\nThe man in red got in by a window.\n\n"


def test_a_man_who_has_a_paragraph_of_his_own_is_meant_in_the_next() -> None:
    assert last_speaker(f"{TOM}{FILMED}On the film, he says it was late.") is None


def test_who_is_named_beside_a_man_may_be_meant_in_the_next_paragraph() -> None:
    assert (
        last_speaker(f"{TOM}The man in red met Tom Birch by a window.\n\nHe says it was late.") == "Tom Birch"
    )
