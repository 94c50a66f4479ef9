"""Check what drafts quote and report against an archive: what is shown as found is proved by slices of its articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.drafts.archive_texts import ArchiveTexts, InMarks
from qa.drafts.checked_statements import TELLING_WORDS, checked_statement
from qa.drafts.cited_passages import (
    cites_a_passage,
    compared_within,
    gives_as_denied,
    other_source,
    outlet_of_title,
    quotes_the_article,
    stand_in_several,
)
from qa.drafts.cuts import turning_word, turning_word_after
from qa.drafts.differences import changes, words_of
from qa.drafts.draft_quotations import given_to, quotations_of
from qa.drafts.draft_text import DraftText, typed_draft
from qa.drafts.held_places import HeldPlace, held_as_shown, held_places
from qa.drafts.marked_changes import longest_part, marked
from qa.drafts.most_alike import closest, nearest
from qa.drafts.plain_markup import as_shown
from qa.drafts.same_speaker import Voices, compared, is_denied
from qa.drafts.scattered_parts import unless_scattered
from qa.drafts.verdicts import (
    WORST_FIRST,
    CheckedQuotation,
    DraftQuotation,
    ProvedPlace,
    Verdict,
    WordChange,
)

LEAST_WORDS = 4
"""Fewer words than that are anybody's."""
LONGEST = 20_000
"""More characters than that are not searched for: the pattern of a whole book takes too long."""
MOST_OTHERS = 20


@dataclass(frozen=True, slots=True)
class _Judged:
    held: HeldPlace
    place: ProvedPlace
    wrong: tuple[Verdict, ...]
    note: str

    @property
    def badness(self) -> tuple[int, int, int]:
        """How bad it is: the worst thing first, then how much else, then how the words are held."""
        worst = min((WORST_FIRST.index(each) for each in self.wrong), default=len(WORST_FIRST))
        how = (Verdict.VERBATIM, Verdict.MARKED_CHANGES, Verdict.TYPOGRAPHY_ONLY).index(self.held.how)
        return -worst, len(self.wrong), how


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft with its quotations, in order, and what was found out about each."""

    draft: DraftText
    findings: tuple[CheckedQuotation, ...]


def check_text(
    view: View,
    text: str,
    scope: Scope = Scope(),  # noqa: B008
    *,
    name: str = "text",
    speaker: str | None = None,
) -> CheckedDraft:
    """Check what was typed or sent: the one thing to call from a page, a chat or an assistant.

    Args:
        scope: The dates and outlets of the articles in which the words are looked for.
        name: What the findings call it.
        speaker: Whose words its quotations are to be, where the text itself is read as naming nobody.

    Raises:
        InputProblem: If it holds no text.
    """
    return check_drafts(view, [typed_draft(name, text)], scope, speaker)[0]


def check_drafts(
    view: View, drafts: Iterable[DraftText], scope: Scope, speaker: str | None = None
) -> list[CheckedDraft]:
    """Check each quotation of some drafts, in their order.

    Args:
        scope: The dates and outlets of the articles in which the words are looked for.
        speaker: As of `check_text`.
    """
    texts = ArchiveTexts(view, scope)
    outlets = view.sources()
    return [
        CheckedDraft(
            draft,
            tuple(
                _checked_as_shown(texts, given_to(each, speaker) if speaker else each)
                for each in quotations_of(draft, outlets, view)
            ),
        )
        for draft in drafts
    ]


def _checked_as_shown(texts: ArchiveTexts, quotation: DraftQuotation) -> CheckedQuotation:
    """Check a quotation as it is written, and where no article has that, as Markdown shows it.

    “I do *not* know” has an emphasis that is the draft's, as bold letters of another format would be.
    """
    found = _checked(texts, quotation)
    if not found.passes and (outlet := outlet_of_title(texts, quotation)) is not None:
        note = f"the title of an article{f' of {outlet}' if outlet else ''}"
        return CheckedQuotation(quotation, Verdict.VERBATIM, note=note)
    shown = as_shown(quotation.text)
    if shown == quotation.text or found.verdict not in (Verdict.ALTERED, Verdict.NOT_HERE):
        return found
    plain = _checked(texts, replace(quotation, text=shown))
    verdict = Verdict.TYPOGRAPHY_ONLY if plain.verdict is Verdict.VERBATIM else plain.verdict
    return replace(plain, quotation=quotation, verdict=verdict)


def _checked(texts: ArchiveTexts, quotation: DraftQuotation) -> CheckedQuotation:
    if len(words_of(quotation.text)) < LEAST_WORDS:
        return CheckedQuotation(quotation, Verdict.TOO_SHORT)
    if len(quotation.text) > LONGEST:
        note = f"too long to be searched for: more than {LONGEST:,} characters"
        return CheckedQuotation(quotation, Verdict.NOT_HERE, note=note)
    if quotation.kind == "statement":
        return checked_statement(texts, quotation)
    parts = marked(quotation.text)
    held = held_places(texts, texts.holding(quotation.text), quotation, None)
    if not held and parts is not None:
        held = held_places(texts, texts.holding(longest_part(parts)), quotation, parts)
    alike = [] if held else texts.alike(quotation.text)
    held = (
        held or held_places(texts, alike, quotation, parts) or held_as_shown(texts, alike, quotation, parts)
    )
    if held:
        return unless_scattered(parts, _of_held(texts, quotation, held))
    old = held_places(texts, texts.older(alike), quotation, parts)
    if old:
        found = _of_held(texts, quotation, old)
        now = closest(texts, alike, quotation)
        wrong = {Verdict.SUPERSEDED, found.verdict, *found.also}
        verdict, *also = (each for each in WORST_FIRST if each in wrong)
        differences = changes(quotation.text, now.place.quote.text) if now is not None else ()
        return replace(
            found, verdict=verdict, also=tuple(also), others=(), changes=found.changes or differences
        )
    likely = closest(texts, alike, quotation)
    if likely is None:
        return CheckedQuotation(quotation, Verdict.NOT_HERE, nearest=nearest(texts, quotation.text))
    voices = compared(quotation, likely.place.quote, texts.view)
    return CheckedQuotation(
        quotation,
        Verdict.ALTERED,
        also=(Verdict.OTHER_SPEAKER,) if voices is Voices.OTHER else (),
        note=likely.note,
        place=likely.place,
        changes=likely.changes,
    )


def _of_held(texts: ArchiveTexts, quotation: DraftQuotation, held: Sequence[HeldPlace]) -> CheckedQuotation:
    """Judge each place, and return the best: a quotation is as it should be if it is in one article."""
    judged = [_judged(texts, quotation, each) for each in held]
    if len(words_of(quotation.text)) >= TELLING_WORDS:
        judged = _without_unnamed(judged)
    best = min(judged, key=lambda each: each.badness)
    verdict = min(best.wrong, key=WORST_FIRST.index, default=best.held.how)
    own = best.held.version.uid
    others = {
        each.held.version.uid: each.place.quote
        for each in reversed(judged)
        if each.held.version.uid != own and Verdict.ALTERED not in each.wrong
    }
    differences: tuple[WordChange, ...] = ()
    if (turned := best.held.turned) is not None:
        differences = (WordChange("number" if _has_digit(turned) else "negation", *turned),)
    elif Verdict.ALTERED in best.wrong:
        differences = changes(quotation.text, best.place.quote.text)
    return CheckedQuotation(
        quotation,
        verdict,
        also=tuple(each for each in WORST_FIRST if each in best.wrong and each is not verdict),
        note=best.note,
        place=best.place,
        others=tuple(reversed(others.values()))[:MOST_OTHERS],
        changes=differences,
    )


def _without_unnamed(judged: Sequence[_Judged]) -> list[_Judged]:
    """Leave out places that do not name the speaker, or not for certain, where another one names somebody else.

    “We will solve many problems,” the president-elect wrote in one article, and Donald Trump did in another one.
    """
    others = {
        each.place.quote.voice
        for each in judged
        if Verdict.OTHER_SPEAKER in each.wrong and each.place.quote.voice
    }
    if not others:
        return list(judged)
    return [
        each
        for each in judged
        if Verdict.SPEAKER_UNCLEAR not in each.wrong or each.place.quote.voice not in {None, *others}
    ]


def _has_digit(turned: tuple[str, str]) -> bool:
    return any(letter.isdigit() for part in turned for letter in part)


def _judged(texts: ArchiveTexts, quotation: DraftQuotation, held: HeldPlace) -> _Judged:
    place = texts.place(held.version, held.spans)
    wrong: set[Verdict] = set()
    notes: list[str] = []
    if held.turned is not None:
        ours, theirs = held.turned
        wrong.add(Verdict.CUT_BEFORE_CONTRAST if ours == "…" else Verdict.ALTERED)
        notes.append(f"{ours} stands for “{theirs}”" if theirs else f"{ours} was put in")
    cites = cites_a_passage(texts, quotation, place.quote)
    marks = {texts.in_marks(part) for part in place.parts}
    if InMarks.ACROSS in marks:
        wrong.add(Verdict.ALTERED)
        notes.append("two quotations are put together")
    elif marks & {InMarks.OUTSIDE, InMarks.OVER_THE_END} and not (
        cites or quotes_the_article(quotation, place.parts)
    ):
        wrong.add(Verdict.REPORTED_NOT_QUOTED)
    voices = [compared(quotation, part, texts.view) for part in place.parts]
    if cites and Voices.OTHER not in voices:
        voices = [compared_within(texts, quotation, place.quote)]
    if Voices.OTHER in voices:
        wrong.add(Verdict.OTHER_SPEAKER)
    elif Voices.UNCLEAR in voices and Voices.SAME not in voices:
        wrong.add(Verdict.SPEAKER_UNCLEAR)
    if not cites and any(part.voice is None for part in place.parts) and stand_in_several(texts, place.parts):
        wrong.add(Verdict.SPEAKER_UNCLEAR)
        notes.append("its parts stand in several quotations, and whose they are is not clear")
    if not quotation.speakers_read:
        wrong.add(Verdict.SPEAKER_UNCLEAR)
        notes.append("the draft is too long for its speakers to be read")
    if len({part.voice for part in place.parts if part.voice}) > 1 and Voices.OTHER not in voices:
        wrong.add(Verdict.OTHER_SPEAKER)
        notes.append("its parts are of several speakers")
    denied = any(is_denied(part) for part in place.parts)
    if quotation.record is not None and denied and quotation.record.polarity == "said":
        wrong.add(Verdict.CUT_BEFORE_CONTRAST)
        notes.append("the article has it as what was denied, or not said")
    elif gives_as_denied(quotation) and not any(map(is_denied, texts.said_within(place.quote))):
        wrong.add(Verdict.ALTERED)
        notes.append("the article has it as what was said")
    text = held.version.article.text
    word = turning_word(
        text, held.spans[0][0], held.spans[-1][1], texts.quoted(held.version),
        before=quotation.before, goes_on=quotation.goes_on,
    )  # fmt: skip
    inner = (
        turning_word_after(text, one[1], text[slice(*other)], texts.quoted(held.version))
        for one, other in pairwise(held.spans)
    )
    if word is None and held.turned is None:
        word = next(filter(None, inner), None)
    if word is not None:
        wrong.add(Verdict.CUT_BEFORE_CONTRAST)
        notes.append(f"left out beside it: “{word}”")
    differs = other_source(quotation, held.version)
    if differs:
        wrong.add(Verdict.SOURCE_DIFFERS)
        notes.append(differs)
    return _Judged(held, place, tuple(wrong), "; ".join(notes))
