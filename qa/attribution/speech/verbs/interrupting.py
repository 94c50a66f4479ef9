"""Tell whether who says something stands within it: "The deal, said Marsh, would be dear"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.clause_shape import begins_clause, goes_on_with_verb
from qa.attribution.speech.contents.extents import is_full, quote_end
from qa.attribution.speech.without_verbs.colons import colon_before_quote
from qa.attribution.speech.without_verbs.described_sources import past_description
from qa.attribution.speech.words.phrases import Phrase
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import ADVERBS, CONJUNCTIONS, PREPOSITIONS


def interrupts(tokens: Sequence[Token], subject: Phrase, group: int) -> bool:
    """Tell whether a clause goes on after who said it: "The deal, said Marsh, would be", "As a rule, says he, C"."""
    at, opens = subject[1], tokens[0].low in PREPOSITIONS | {"as"}
    links = tokens[0].low in CONJUNCTIONS | ADVERBS or tokens[0].low.endswith("ly")
    if group == 2 and colon_before_quote(tokens, at, len(tokens)):
        return True  # `Overall, says Marsh of the Dene Foundation: “It leaks.”`
    opens = opens and all(t.low != "," and not is_finite(t) for t in tokens[: group - 1])
    if at + 1 >= len(tokens) or tokens[at].low != ",":
        return False
    # `And, says Marsh, “it leaks.”`, `Additionally, said Marsh, “it leaks.”`
    quoted = group == 2 and links and tokens[at + 1].kind is Kind.QUOTE
    quoted = quoted or _quotes_after(tokens, subject)
    # "Currently, says Ada Marsh, head of the ward, there are nine beds."
    past = past_description(tokens, subject, at) + 1
    links = links and all(t.low in CONJUNCTIONS | ADVERBS | {"first"} for t in tokens[1 : group - 1])
    whole = links and past < len(tokens) and begins_clause(tokens, past, len(tokens))
    return quoted or opens or whole or goes_on_with_verb(tokens, subject, group, at + 1)


def quoted_after(tokens: Sequence[Token], named: Phrase, limit: int) -> list[Phrase]:
    """Return the quotation after a comma and who speaks: "The rates differ but, said Marsh, | “they are too high.”"."""
    at = past_description(tokens, named, named[1]) + 1
    if at >= limit or not is_full(tokens[at]) or tokens[at - 1].low != ",":
        return []
    end = quote_end(tokens, at, limit)
    # `It is shut, said Marsh, “like a grave in a field of snow,” as Quill had put it`
    others = end < len(tokens) and (
        tokens[end].low == "as" or "words" in {t.low for t in tokens[end : end + 3]}
    )
    return [] if others else [(at, end)]


def _quotes_after(tokens: Sequence[Token], named: Phrase) -> bool:
    """Tell whether a quotation after a name ends its sentence: "Those studies, said Marsh, “have shown less.”"."""
    quoted = quoted_after(tokens, named, len(tokens))
    ends = bool(quoted) and all(token.kind > Kind.SUFFIX for token in tokens[quoted[0][0] + 1 :])
    return ends and tokens[named[1] - 1].kind is Kind.NAME
