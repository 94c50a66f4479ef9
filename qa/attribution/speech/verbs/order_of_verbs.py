"""Tell which verb of a sentence reports all of it, and in which order the others take what they report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.speech.contents import extents
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.subjects.main_clause import has_main_verb
from qa.attribution.speech.verbs.clauses import of_cue
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.shares import is_share
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS, NEWSPAPERS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.reporting_nouns import PUBLICATIONS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN

REPORTS = frozenset(("say", "tell", "write", "quote"))
_SOMEBODY = frozenset("he she the".split())
_BESIDE = frozenset(("left", "inverted"))
_BEFORE_NAMES = ANY_ROLE | HUMAN | JOBS | BODIES | GROUP_NOUNS | DETERMINERS | PREPOSITIONS | CONJUNCTIONS
"""What may stand before a name within one phrase: "mayor Ada Quill", "the firm Orsa"."""
_AFTER_SPEECH = frozenset(("say", "write", "tell"))


def report_of_all(tokens: Sequence[Token], verbs: Sequence[Cue], has_quote: bool) -> Found | None:
    """Return what the verb that ends a sentence reports, if that is all of it: "They could say yes, he told her"."""
    unspoken = all(verb.frames.isdisjoint(REPORTS) for verb in verbs[:-1])
    if len(verbs) < 2 or (has_quote and not unspoken):
        return None
    last = verbs[-1].verb.lemma
    # "Polls show that it leaks, she pointed out"; but `They want it “wide,” he stressed` stresses what is quoted, and
    # "Quill said that it leaks, as Brandt argued" is Quill's.
    notes = last != "report" and not has_quote and not verbs[-1].subordinate and "say" in verbs[-1].frames
    notes = notes and not _is_noted_of(tokens, verbs[-1])
    if not (notes or last in _AFTER_SPEECH or (last == "report" and unspoken)):
        return None
    candidate = of_cue(tokens, verbs[-1], [], 0)
    rules = ("clause-before", "clause-inverted") if notes or last == "say" else ("clause-before",)
    # `They want it to be “wide,” he stressed`: what is quoted last is not all of it.
    # What follows a colon is in the next paragraph: "He went on to say a few more things:".
    begins = candidate.parts[0][0] if candidate is not None and candidate.parts else None
    whole = tokens[0].kind is not Kind.QUOTE and begins == 0
    if candidate is not None and (
        candidate.rule in rules or (whole and candidate.rule in ("quote-left-of-cue", "quote-inverted"))
    ):
        return candidate
    return None


def _is_noted_of(tokens: Sequence[Token], last: Cue) -> bool:
    """Tell whether a noun before a name is what was noted: "Quill said that it leaks, a point Brandt stressed"."""
    if last.subject is None:
        return False
    first, end = last.subject
    names = end
    while names > first and tokens[names - 1].kind is Kind.NAME:
        names -= 1
    noun = tokens[names - 1]
    return first < names < end and noun.kind is Kind.WORD and noun.low not in _BEFORE_NAMES


def without_report_of_all(
    tokens: Sequence[Token], verbs: Sequence[Cue]
) -> tuple[Sequence[Token], Sequence[Cue]]:
    """Cut off the outlet that ends a sentence: what Quill says in "Quill said it broke, the Ledger reports."."""
    last = verbs[-1] if len(verbs) > 1 else None
    if last is None or last.verb.lemma != "report" or last.how != "left" or last.subordinate:
        return tokens, verbs
    ends = extents.skip_adjuncts(tokens, last.end, len(tokens))
    rest = tokens[ends:]
    if tokens[last.clause - 1].low != "," or any(token.kind is not Kind.MARK for token in rest):
        return tokens, verbs
    if any(verb.end >= last.clause for verb in verbs[:-1]):
        return tokens, verbs  # "..., the Ledger, which says so, reports": the outlet says more
    if any(t.kind is Kind.QUOTE for t in tokens) and all(v.frames.isdisjoint(REPORTS) for v in verbs[:-1]):
        return tokens, verbs  # `They want it to be “wide,” the Ledger reports` tells what they want
    return tokens[: last.clause - 1], verbs[:-1]


def report_passed_on(tokens: Sequence[Token], verbs: Sequence[Cue], source: Found) -> Found | None:
    """Return what Quill says where a paper only passes it on: "Quill said that it broke, according to the Post".

    Whoever is named beside a paper speaks for themselves: "Quill said it broke, according to Brandt" is Brandt's.
    """
    if source.rule != "according-to" or source.mention is None or not source.parts:
        return None
    start, at = source.parts[0][0], source.cue[0]
    last = tokens[source.mention[1] - 1]
    # "the Dene Centre for Tide Research" has a name, and is no piece of research.
    is_paper = last.low in (NEWSPAPERS if last.kind is Kind.NAME else PUBLICATIONS)
    if not is_paper and any(t.kind is Kind.NAME for t in tokens[slice(*source.mention)]):
        return None
    before = tokens[: at - 1 if tokens[at - 1].low == "," else at] if start < at else tokens
    for verb in verbs:
        if verb.how not in _BESIDE or not verb.frames & {"say", "tell"} or verb.subject is None:
            continue
        if verb.subordinate or not start <= verb.clause < verb.end <= len(before):
            continue
        first = tokens[verb.subject[0]]
        named = first.low in _SOMEBODY or any(t.kind is Kind.NAME for t in tokens[slice(*verb.subject)])
        told = of_cue(before, verb, [], 0) if named else None
        if told is None:
            continue
        # "Quill added a pier, according to the Ledger" tells no words of hers.
        opens = told.rule == "that-clause" or (told.rule == "bare-clause" and told.lemma in ("say", "tell"))
        opens = opens and not has_main_verb(tokens, start, verb.clause)
        closes = told.rule in ("clause-before", "clause-inverted") and told.parts[0][0] == start
        if opens or closes:
            return replace(told, parts=[*told.parts, *source.parts[1:]])
    return None


def main_clauses_first(tokens: Sequence[Token], verbs: Sequence[Cue]) -> list[tuple[int, Cue]]:
    """Return the verbs in order, with that of a relative clause after the verb of its main clause.

    In `"Yes," Quill, who endorsed nobody, told a paper` the quotation belongs to "told". What follows a quotation's
    comma comes first: `It does suggest that "ice may break," the authors wrote` is what the authors wrote.
    """
    mains = {cue.subject[0]: order for order, cue in enumerate(verbs) if cue.subject and cue.how == "left"}

    def place(item: tuple[int, Cue]) -> float:
        order, cue = item
        listed = order > 0 and is_share(tokens, cue.subject)  # `60% call it “late,” 50% say it is dear`
        if cue.how in _BESIDE and cue.clause and cue.verb.lemma in _AFTER_SPEECH and not listed:
            before = tokens[cue.clause - 1]
            if cue.how == "inverted" and before.low == "," and tokens[cue.clause - 2].kind is Kind.QUOTE:
                return order - len(verbs)
            if before.kind is Kind.QUOTE and before.low[-1] == ",":
                return order - len(verbs)
        if cue.how == "relative" and cue.subject and mains.get(cue.subject[0], -1) > order:
            return mains[cue.subject[0]] + 0.5
        return order

    return sorted(enumerate(verbs), key=place)
