"""Extract who said what from an article, by rules over typography and reporting verbs, without a parser."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from qa.attribution import time_limit
from qa.attribution.after_names import without_what_follows_names
from qa.attribution.continued_reports import continue_report, may_go_on
from qa.attribution.continued_speech import (
    NAMES_AFTER,
    QUOTE_OR_MARK,
    before_aside,
    continue_or_float,
    continue_speech,
    is_only_quotes,
    join_open_paragraph,
    keep_open_over_caption,
    mostly_quoted,
    set_apart,
    tells_thoughts,
)
from qa.attribution.lone_speaker import with_lone_speaker
from qa.attribution.overlaps import apart
from qa.attribution.people.resolving import resolve_and_describe
from qa.attribution.people.transcripts import speeches, transcripts
from qa.attribution.pull_quotes import with_pull_quotes
from qa.attribution.recased import recased
from qa.attribution.records import AGREED, CAPTION, Record, finish, record_of
from qa.attribution.rule_names import HEADLINE, QUESTION
from qa.attribution.signed_words import written_by_author
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.silence import BEGIN, silence, silenced
from qa.attribution.speech.verbs import reporting
from qa.attribution.speech.verbs.clauses import of_cue
from qa.attribution.speech.verbs.order_of_verbs import (
    REPORTS,
    main_clauses_first,
    report_of_all,
    report_passed_on,
    without_report_of_all,
)
from qa.attribution.speech.without_verbs import captions, colons, nouns, stances, wordings
from qa.attribution.speech.without_verbs.datelines import without_dateline
from qa.attribution.speech.without_verbs.described_sources import before_next_speaker, whose_report
from qa.attribution.speech.without_verbs.labels import Label
from qa.attribution.speech.without_verbs.named_sources import ACCORDING, TOLD, according_to
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.name_shapes import is_title_case
from qa.attribution.speech.words.tokens import Sentence, Token, paragraphs
from qa.datatypes import Article, Attribution, Extraction
from qa.language.broken_lines import unbroken
from qa.language.lexicon.adjectives import FEELINGS, STANCES
from qa.language.lexicon.reporting_nouns import NOUNS, STANCE_NOUNS
from qa.language.lexicon.reporting_verbs import PARTICLED, VERBS, WITH_PREPOSITION

_BEGIN = BEGIN | ACCORDING
_NOUNS = NOUNS | frozenset(STANCE_NOUNS)
_STANCES = FEELINGS.union(STANCES)
_CUES = (
    frozenset(PARTICLED)
    | frozenset(VERBS)
    | frozenset(WITH_PREPOSITION)
    | frozenset(NOUNS)
    | _STANCES
    | _BEGIN
)


def extract(article: Article) -> list[Attribution]:
    """Return the attributions of an article in the order of their contents, speakers resolved within it."""
    return list(extract_all(article).attributions)


def extract_all(article: Article) -> Extraction:
    """Return an article's attributions, speakers resolved within it, and what it says that people are."""
    read = recased(replace(article, text=without_what_follows_names(unbroken(article.text))))
    return kept(read, resolve_and_describe(read, find(read)))


def kept(article: Article, found: Extraction) -> Extraction:
    """Give each word to one speaker, and drop records with only a colon as their cue and no known person before it.

    "Result: “...”" is such a record.
    """
    attributions = [
        record
        for record in with_lone_speaker(article.text, with_pull_quotes(article.text, found.attributions))
        if record.rule not in (CAPTION, colons.COLON) or record.speaker or record.ambiguous
    ]
    return replace(found, attributions=tuple(apart(article.text, attributions)))


def find(article: Article) -> list[Attribution]:
    """Return the attributions of an article with their mentions; no mention is resolved to a name yet."""
    read = paragraphs(article.text)
    alone = [paragraph for paragraph, _ in read]
    labels = transcripts.turns(article.text, alone, article.title)
    if all(label.rule == HEADLINE for label in labels.values()):
        # "TOM BRANDT: Thank you." may be a headline, and the beginning of a speech.
        labels = speeches.spoken(article, alone) or labels
    records: list[Record] = []
    for number, (_, sentences) in enumerate(read):
        label = labels.get(number)
        if label is not None:
            records.append(_labelled(label, number))
            if label.rule not in (QUESTION, speeches.RULE):
                continue  # but "Q: Brandt said it would break. Will it?" also reports Brandt
        if set_apart(article.text, sentences, number, records):
            continue
        known = len(records)
        for order, sentence in enumerate(sentences):
            following = sentences[order + 1] if order + 1 < len(sentences) else None
            named = records and records[-1].paragraph == number and records[-1].content
            if following is None and number + 1 < len(read) and not named:
                # A signature may have a line of its own; after somebody's words, it signs the article.
                below = read[number + 1][1][0]
                following = below if below.tokens[0].low in captions.DASHES else None
            before = sentences[order - 1] if order else None
            time_limit.check()
            tokens = without_dateline(article.text, sentence.tokens)
            _read(
                sentence,
                tokens,
                before,
                following,
                order,
                records,
                headline=number == 0 and is_title_case(tokens),
            )
        if number:
            join_open_paragraph(article.text, read[number - 1][1], number, records)
        if records and records[-1].paragraph == number:
            records[-1].ends_paragraph = records[-1].ends_sentence == len(sentences) - 1
        keep_open_over_caption(sentences, number, records, known)
    if not labels:
        records += written_by_author(article, read, records)
    return finish(article, [r for r in records if r.content], read)


def _labelled(label: Label, paragraph: int) -> Record:
    record = Record([label.content], label.mention, None, label.rule, ":", "said", paragraph, direct=True)
    record.question = label.question
    return record


def _read(
    sentence: Sentence,
    tokens: list[Token],
    before: Sentence | None,
    following: Sentence | None,
    order: int,
    records: list[Record],
    *,
    headline: bool,
) -> None:
    paragraph = sentence.paragraph
    signed = captions.signature(tokens, following.tokens if following is not None else [])
    if signed is not None:
        quote, name = signed
        records.append(Record([quote], name, None, "dash", "", "said", paragraph, order, direct=True))
        return
    words = {token.low for token in tokens}
    captioned = captions.caption(tokens) if sentence.quotes and ":" in words else None
    if captioned is not None:
        quote, name = captioned
        records.append(Record([quote], name, None, CAPTION, ":", "said", paragraph, order, direct=True))
        return
    if tokens[-1].low == ":" and (leads := captions.lead(tokens)) is not None:
        records.append(Record([], leads, None, CAPTION, ":", "said", paragraph, order, open_end=True))
        return
    if tokens[0].kind in QUOTE_OR_MARK and is_only_quotes(tokens):
        continue_or_float(tokens, order, paragraph, records)
        return
    found = _attributions(tokens, words, sentence.quotes, title_case=headline)
    if not found and (credited := captions.credit(tokens)) is not None:
        quote, name = credited
        records.append(Record([quote], name, None, CAPTION, "", "said", paragraph, order, direct=True))
    elif not found and (led := before_aside(tokens)):
        continue_or_float(led, order, paragraph, records)
    elif not found and sentence.quotes and mostly_quoted(tokens):
        # `Unless they quit, "it is over."` after that speaker's own words is still theirs.
        continue_speech(sentence.start, tokens, order, paragraph, records)
    if not found and not sentence.quotes:
        continue_report(sentence, before, order, records)
    for one in found:
        if one.rule == AGREED and not one.parts and not (following and is_only_quotes(following.tokens)):
            continue  # "Quill agreed." and no more says nothing of what
        record = record_of(tokens, one, order, paragraph)
        record.goes_on, record.thinks = may_go_on(tokens, one), tells_thoughts(tokens, one)
        records.append(record)


def _attributions(
    tokens: Sequence[Token], words: Set[str], has_quote: bool, *, title_case: bool
) -> list[Found]:
    if not has_quote and words.isdisjoint(_CUES) and tokens[-1].low != ":":
        return []
    found: list[Found] = []
    claimed: list[tuple[int, int]] = []

    def free(candidate: Found) -> bool:
        return not any(a < d and c < b for a, b in claimed for c, d in candidate.parts)

    verbs = reporting.find(tokens, title_case=title_case)
    floor = 0
    for i, token in enumerate(tokens if not words.isdisjoint(_BEGIN) else ()):
        if token.low not in _BEGIN:
            continue
        candidate = _of_source_or_silence(tokens, i, verbs, has_quote)
        if candidate is not None and free(candidate):
            found.append(candidate)
            claimed.extend(candidate.parts)
            if candidate.rule == "declined":
                verbs = [v for v in verbs if v.verb_at not in range(candidate.cue[0], candidate.parts[-1][1])]
    if not found and (whole := report_of_all(tokens, verbs, has_quote)) is not None:
        return [whole]
    within, reported = without_report_of_all(tokens, verbs)
    for order, cue in main_clauses_first(tokens, reported):
        if any(a <= cue.verb_at < b for a, b in claimed):
            continue
        candidate = of_cue(within, cue, reported[order + 1 :], floor)
        candidate = candidate and silenced(tokens, candidate, found)
        if candidate is None or not (free(candidate) or candidate.open_end):
            continue
        found.append(candidate)
        claimed.extend(candidate.parts)
        floor = max([floor, cue.end, *(b for _, b in candidate.parts)])
    for i in range(len(tokens) if not words.isdisjoint(_NOUNS) else 0):
        candidate = nouns.noun_cue(tokens, i)
        if candidate is not None and free(candidate) and not any(a <= i < b for a, b in claimed):
            found.append(candidate)
            claimed.extend(candidate.parts)
    for i, token in enumerate(tokens if not words.isdisjoint(wordings.BEGIN) else ()):
        candidate = wordings.wording(tokens, i, quotes=has_quote) if token.low in wordings.BEGIN else None
        if candidate is not None and free(candidate):
            found.append(candidate)
            claimed.extend(candidate.parts)
    for i, token in enumerate(tokens if not words.isdisjoint(_STANCES) else ()):
        candidate = stances.stance(tokens, i) if token.low in _STANCES else None
        if candidate is not None and free(candidate):
            found.append(candidate)
            claimed.extend(candidate.parts)
    if ":" in words and (has_quote or tokens[-1].low == ":"):
        for i in range(len(tokens)):
            candidate = colons.before_colon(tokens, i) if tokens[i].low == ":" else None
            if candidate is not None and free(candidate) and not any(f.open_end for f in found):
                found.append(candidate)
                claimed.extend(candidate.parts)
    return sorted(found, key=lambda f: f.parts[0] if f.parts else (len(tokens), 0))


def _of_source_or_silence(
    tokens: Sequence[Token], at: int, verbs: Sequence[Cue], has_quote: bool
) -> Found | None:
    """Return what a source reports whom no verb has, "according to Quill", or on what somebody is silent."""
    token = tokens[at]
    candidate = according_to(tokens, at) if token.low in ACCORDING else silence(tokens, at)
    if candidate is not None and token.low in TOLD and _reports_too(verbs, candidate):
        return None  # "As reported by a paper, Quill said so": the words are Quill's
    if candidate is not None:
        told = report_passed_on(tokens, verbs, candidate)
        candidate = told or before_next_speaker(tokens, whose_report(tokens, candidate, verbs), verbs)
    if candidate is not None and candidate.rule == "according-to" and has_quote:
        # `"Yes," Quill said, according to a paper`: the words are Quill's.
        last = max((i for i in range(at) if tokens[i].quote is not None), default=0)
        inner = [(verb, of_cue(tokens, verb, [], 0)) for verb in verbs if verb.verb_at < at]
        if any(
            one is not None
            and (
                one.rule in NAMES_AFTER
                or (one.rule.startswith("quote-") and last < max(verb.verb_at, one.parts[-1][1]))
            )
            for verb, one in inner
            if verb.frames & REPORTS
        ):
            return None
    return candidate


def _reports_too(verbs: Sequence[Cue], candidate: Found) -> bool:
    outside = (verb for verb in verbs if not candidate.cue[0] <= verb.verb_at < candidate.cue[1])
    return any(verb.frames & REPORTS for verb in outside)
