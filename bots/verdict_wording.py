"""Say in words what was found out about a quotation of a draft, the same in every front end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from bots.visible import visible_line
from bots.wording import counted
from qa.answers import Quote
from qa.drafts.checked_drafts import CheckedDraft
from qa.drafts.verdicts import CheckedQuotation, DraftQuotation, Verdict, WordChange

VERDICTS = {
    Verdict.VERBATIM: "verbatim",
    Verdict.MARKED_CHANGES: "verbatim with marked changes",
    Verdict.TYPOGRAPHY_ONLY: "verbatim but for typography",
    Verdict.ALTERED: "altered",
    Verdict.OTHER_SPEAKER: "said by somebody else",
    Verdict.SPEAKER_UNCLEAR: "the words are here and the speaker is not clear",
    Verdict.REPORTED_NOT_QUOTED: "reported by the article and not quoted",
    Verdict.SOURCE_DIFFERS: "from another outlet or day",
    Verdict.SUPERSEDED: "only in an older version of the article",
    Verdict.CUT_BEFORE_CONTRAST: "cut beside a word that turns it",
    Verdict.NOT_HERE: "not in this archive",
    Verdict.TOO_SHORT: "too short to tell",
    Verdict.REPORTED: "reported so by the article",
    Verdict.NOT_COMPARED: "reported and cannot be told by its words",
}
"""Each verdict for people; programs get its own name."""
NEAREST = "nearest in this archive, and not the same"
NO_QUOTATIONS = "No quotation or reported statement was found in it."
_NOTHING = "nothing"
_OPEN = frozenset((Verdict.NOT_HERE, Verdict.TOO_SHORT, Verdict.SPEAKER_UNCLEAR, Verdict.NOT_COMPARED))
"""What says nothing against a quotation."""


def all_findings(checked: Sequence[CheckedDraft]) -> list[CheckedQuotation]:
    return [found for each in checked for found in each.findings]


def quotes_of(checked: Sequence[CheckedDraft]) -> list[Quote]:
    """Return the quotes of the archive that are shown."""
    places = (found.place or found.nearest for found in all_findings(checked))
    return [place.quote for place in places if place is not None]


def kept_back(checked: Sequence[CheckedDraft]) -> str:
    """Say how much the archive lets be shown, where less is shown of a place for that; "" where nothing is cut."""
    places = (found.place or found.nearest for found in all_findings(checked))
    return next((place.withheld for place in places if place is not None and place.withheld), "")


def title_of(checked: CheckedDraft) -> str:
    """Return the name of a draft, with the article's own where its file holds many."""
    draft = checked.draft
    return f"{draft.name}: {draft.article.id}" if draft.of_many else draft.name


def tone(found: CheckedQuotation) -> Literal["right", "wrong", "open"]:
    """Say how a finding is to be shown; "open" is what says nothing against a quotation."""
    if found.verdict in _OPEN:
        return "open"
    return "right" if found.passes else "wrong"


def change_in_words(change: WordChange) -> str:
    """Write a difference: "number: the draft has “50”, the article “40”"."""
    ours, theirs = (f"“{part}”" if part else _NOTHING for part in (change.draft, change.article))
    return f"{change.kind}: the draft has {ours}, the article {theirs}"


def names_speakers(found: CheckedQuotation) -> bool:
    """Return whether the remarks name the speaker by the draft and that by the article."""
    return Verdict.OTHER_SPEAKER in (found.verdict, *found.also) and found.place is not None


def remarks(found: CheckedQuotation) -> list[str]:
    """Return what is to be said beside the verdict: what else is wrong, whose words they are, what differs."""
    own = found.quotation.speaker
    lines = [VERDICTS[each] for each in found.also]
    if found.place is not None and names_speakers(found):
        lines.append(f"by the draft {own or 'nobody'}, by the article {found.place.quote.voice or 'nobody'}")
    if found.note:
        lines.append(found.note)
    return [*lines, *map(change_in_words, found.changes)]


def also_printed_in(found: CheckedQuotation) -> list[str]:
    """Return the outlets of the other articles that hold the words; an article of no known outlet by its id."""
    names = (other.version.article.source or other.version.article.id for other in found.others)
    own = found.place.quote.version.article.source if found.place is not None else ""
    return [name for name in dict.fromkeys(names) if name != own]


def compared_first(findings: Iterable[CheckedQuotation]) -> list[CheckedQuotation]:
    """Return findings in order, those apart at the end that no words can prove: what cannot be told is no finding."""
    return sorted(findings, key=lambda found: found.verdict is Verdict.NOT_COMPARED)


def shown_words(quotation: DraftQuotation) -> str:
    """Return words of a draft in one line, in quotation marks unless the draft has none."""
    words = visible_line(" ".join(quotation.text.split()))
    return words if quotation.kind == "statement" else f"“{words}”"


def summary(findings: Iterable[CheckedQuotation]) -> str:
    """Count the verdicts: "12 quotations: 9 verbatim, 2 altered, 1 too short to tell"."""
    found = list(findings)
    quoted = [each for each in found if each.quotation.kind != "statement"]
    stated = [each for each in found if each.quotation.kind == "statement"]
    parts = [_counted(quoted, "quotation")]
    return "; ".join([*parts, *([_counted(stated, "statement")] if stated else [])])


def _counted(findings: Sequence[CheckedQuotation], noun: str) -> str:
    counts = Counter(found.verdict for found in findings)
    named = ", ".join(f"{counts[verdict]:,} {VERDICTS[verdict]}" for verdict in Verdict if counts[verdict])
    return f"{counted(counts.total(), noun)}{': ' if named else ''}{named}"
