"""Declined and denied: only where a verb of declining or denying governs speech."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article, Attribution, AttributionKind

LEAD = "The levee vote\n\n"
KINDS = (AttributionKind.DECLINED, AttributionKind.DENIED)


def found(text: str) -> list[Attribution]:
    return extract(Article("a", LEAD + text))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, (LEAD + text)[one.start : one.end]) for one in found(text) if one.kind in KINDS]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Quill denied that the board had leaked it.", "the board had leaked it"),
        ("Ada Quill has denied the board had leaked it.", "the board had leaked it"),
        ("Ada Quill denied she had leaked it.", "she had leaked it"),
        ("Ada Quill denied leaking the report.", "leaking the report"),
        ("Ada Quill denied ever having leaked it.", "ever having leaked it"),
        ("Ada Quill denied wrongdoing.", "wrongdoing"),
        ("Ada Quill denies any wrongdoing.", "any wrongdoing"),
        ("Ada Quill denied all the charges.", "all the charges"),
        ("Ada Quill denied Brandt's claims on Monday.", "Brandt's claims"),
        ("Ada Quill has strongly denied a role in the leak.", "a role in the leak"),
        ("Ada Quill denied the existence of a plan.", "the existence of a plan"),
        ("Ada Quill denies three counts of fraud.", "three counts of fraud"),
        ("Ada Quill denied there was a plan.", "there was a plan"),
        ("Ada Quill denied her crew breached the rules.", "her crew breached the rules"),
        ("Ada Quill denied an earlier report that she would leave the board.", "an earlier report that"),
    ],
)
def test_a_denial_is_of_a_claim_or_a_deed(text: str, content: str) -> None:
    ((kind, words),) = kinds(text)

    assert (kind, words.startswith(content)) == ("denied", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill denied him entry to the hall.",
        "Ada Quill denied Brandt a visa.",
        "Ada Quill denied the visitors a late equaliser.",
        "Ada Quill denied entry to the crew.",
        "Ada Quill denied the request for a recount.",
        "Ada Quill denied bail.",
        "Ada Quill denied funding to the schools.",
        "Ada Quill denied Brandt with a fine save before the rain ended play.",
        "Ada Quill was denied a visa.",
        "Ada Quill had been denied a part in the talks.",
        "Ada Quill denied her the part that she had wanted.",
        "The judge denied the claim for damages.",
        "The council voted to close the gate, denying the board a say.",
        "Ada Quill could deny the claim.",
        "It would have been worse had Ada Quill denied the claim.",
        "Should Ada Quill deny the claim, the board will vote.",
        "Ada Quill did not deny that the board had leaked it.",
        "Ada Quill never denied the claim.",
    ],
)
def test_what_is_withheld_is_not_denied(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill declined to comment.",
        "Ada Quill declined to say whether the levee was safe.",
        "Ada Quill refused to answer questions about the levee.",
        "Ada Quill refused to answer.",
        "Ada Quill would not discuss the levee.",
        "Ada Quill would not say how much it cost.",
        "Ada Quill won’t say when the levee will open.",
        "Ada Quill is refusing to say who paid.",
        "Ada Quill refused to tell reporters who had paid.",
        "Ada Quill is not saying who paid.",
        "Ada Quill refused to confirm that the levee had failed.",
        "Ada Quill, who refuses to discuss the levee, went home.",
        "Ada Quill did not return calls for comment.",
        "Ada Quill has yet to comment on the levee.",
        "Ada Quill would not speculate on when the levee would fail.",
        "Ada Quill could not comment on the levee.",
    ],
)
def test_a_refusal_is_to_speak(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["declined"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill did not mention the fee in the accounts.",
        "Ada Quill did not need to answer the bell.",
        "Ada Quill went home without saying the words.",
        "Ada Quill refused to answer the door.",
        "Ada Quill refused to answer the phone.",
        "Ada Quill refused to support the plan.",
        "Ada Quill refused to accept the board's offer.",
        "Ada Quill did not say that the levee was safe.",
        "Ada Quill did not announce the winners in spring.",
        "Ada Quill did not suggest a new levee.",
        "Ada Quill could not say what had failed.",
        "Ada Quill never said the levee was safe.",
        "The report did not say who had paid.",
        "The crews did not respond to calls for the gate to be shut.",
        "The board did not return to the questions of flood and cost.",
        "Ada Quill could decline to comment.",
        "If Ada Quill refuses to comment, the board will vote.",
        "Ada Quill refused to be drawn into the mud.",
        "Ada Quill did not respond to requests for sandbags.",
        "Ada Quill did not call the plan a fraud.",
    ],
)
def test_what_is_left_undone_or_unsaid_is_not_declined(text: str) -> None:
    assert kinds(text) == []


def test_a_board_that_would_not_say_declined() -> None:
    assert [kind for kind, _ in kinds("The board met. It would not say how much it paid.")] == ["declined"]


def test_what_was_not_said_stays_unsaid() -> None:
    (one,) = found("Ada Quill did not say that the levee was safe.")

    assert (one.kind, one.polarity) == ("indirect", "not")


def test_a_denial_as_a_noun_is_a_denial() -> None:
    (one,) = found("Ada Quill's denial that the board had leaked it was printed.")

    assert (one.kind, one.polarity) == ("denied", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill rejected claims that the levee leaks.",
        "Ada Quill has firmly rejected suggestions she would resign.",
        "Ada Quill refuted the allegations of fraud.",
        "Ada Quill rejects Brandt's accusation that she had lied.",
        "Ada Quill repudiated rumours about the bridge.",
        "Ada Quill rebuts ‘claims’ of a leak.",
        "Ada Quill rejected “claims that the levee leaks”.",
        "Ada Quill also refutes the “allegations” of fraud.",
        "The claims were rejected by Ada Quill.",
        "Ada Quill rebutted the board's assertion that nobody had paid.",
    ],
)
def test_who_rejects_a_claim_denies_it(text: str) -> None:
    assert [one.kind for one in found(text)] == [AttributionKind.DENIED]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill rejected the offer.",
        "Ada Quill rejected the plan for a toll.",
        "Ada Quill rejected claims for damages.",
        "Ada Quill rejected the insurance claim.",
        "The judge rejected the claim.",
        "The judge rejected “claims of fraud”.",
        "Ada Quill would reject claims that the levee leaks.",
        "Ada Quill did not reject claims that the levee leaks.",
        "Ada Quill rejected “a toll” on the bridge.",
        "The claims were rejected by the court.",
    ],
)
def test_who_turns_something_down_denies_nothing(text: str) -> None:
    assert AttributionKind.DENIED not in [one.kind for one in found(text)]
