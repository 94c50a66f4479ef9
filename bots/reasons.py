"""Write in sentences why a quote was chosen.

`Quote.why` is one line of features and numbers, as `qa/answering/quotes.py` writes it. Here it is read back and told in
words; a part or a feature that has none here is left out, so that no name of a feature ever reaches a person.
"""

from __future__ import annotations

import re

from bots.wording import as_sentence

_WORDS = re.compile(r"words: (.+)")
_SIMILARITY = re.compile(r"similarity (-?[\d.]+)")
_OWN = re.compile(r"(\d+)% the speaker's words, sure to (\d+)%")
_OTHERS = re.compile(r"(\d+)% somebody else's words")
_MOST = re.compile(r"most for it: (.+)")

CLOSE, NEAR = 0.6, 0.4
"""The least likeness, -1..1, with which a quote is close in meaning to the question, and with which it is somewhat."""
SURE, FAIRLY = 80, 50
"""The least certainty, in percent, with which it is certain whose words they are, and with which it is fairly."""
MOSTLY, ALL = 50, 95
"""The least share, in percent, that is most of a quote, and that is as good as all."""

FEATURES = {
    "it has the question's words": (
        "cover_span", "cover_span_squared", "cover_span_gap", "cover_best_sentence", "cover_all", "cover_all_gap",
        "exact_span", "exact_share", "pairs_span", "pairs_best", "density", "tight", "focus_span", "cover_gain",
        "alike_span", "alike_gap", "bm25_span", "bm25_span_gap", "holds_best_cover", "rank_cover",
    ),
    "the text around it has the question's words": (
        "cover_passage", "cover_near", "bm25_ratio", "bm25_share", "rank_bm25", "focus_near", "alike_near",
        "names_near", "names_close", "numbers_near", "rare_near", "rare_close",
    ),
    "the article's title has the question's words": ("cover_title",),
    "it is closer in meaning than others": (
        "dense_span", "dense_span_gap", "dense_best_sentence", "dense_sum", "dense_best_gap", "holds_best_dense",
        "rank_span", "rank_sentence",
    ),
    "the text around it is closer in meaning than other text": (
        "dense_passage", "dense_passage_gap", "dense_passage_best", "dense_near", "rank_passage", "article_dense",
    ),
    "it has the names that the question has": ("names_span",),
    "it has the numbers that the question has": ("numbers_span",),
    "it has the question's rarest word": ("rare_span",),
    "it names somebody, as the question asks": ("type_person",),
    "it gives a time, as the question asks": ("type_time", "new_time"),
    "it gives a number, as the question asks": ("type_number", "new_number", "new_digits"),
    "it names a place, as the question asks": ("type_place",),
    "it gives a reason, as the question asks": ("type_reason",),
    "it has names that the question has not": ("new_names", "what_names"),
    "it has exactly the words in quotation marks": ("typed",),
    "read together with the question, it looks like the answer": ("read_span", "read_gap", "read_passage"),
    "the speaker's words in it are on the topic": ("about_in_own",),
    "the text around the speaker's words is on the topic": ("about_near_own",),
    "it is the speaker's words": ("own_share", "own_confidence", "own_quoted", "own_whole", "maybe_share"),
    "it names who was asked about": ("named_inside", "named_first", "named_before"),
    "it has a good length": ("log_words", "log_words_squared", "two_sentences", "three_sentences"),
}  # fmt: skip
"""What features mean to somebody who asks; the others say nothing to a person."""
_MEANING = {name: meaning for meaning, names in FEATURES.items() for name in names}


def reasons(why: str) -> list[str]:
    """Return sentences that say why a quote was chosen, from its `why`."""
    return [f"{as_sentence(said)}." for part in why.split(" · ") if (said := _said(part.strip()))]


def _said(part: str) -> str:
    if part == "none of the words":
        return "it has none of the question's words"
    if found := _WORDS.fullmatch(part):
        return f"it has these words of the question: {found[1]}"
    if found := _SIMILARITY.fullmatch(part):
        return _likeness(float(found[1]))
    if found := _OWN.fullmatch(part):
        return (
            f"{_share(int(found[1]))} is the speaker's words; that these are theirs is {_sure(int(found[2]))}"
        )
    if found := _OTHERS.fullmatch(part):
        return f"{_share(int(found[1]))} is somebody else's words"
    if found := _MOST.fullmatch(part):
        named = [each.rsplit(" ", 1)[0] for each in found[1].split(", ")]
        meanings = list(dict.fromkeys(_MEANING[name] for name in named if name in _MEANING))
        return f"what counted most: {'; '.join(meanings)}" if meanings else ""
    return ""


def _likeness(similarity: float) -> str:
    if similarity >= CLOSE:
        return "it is close in meaning to the question"
    near = "somewhat close in meaning to" if similarity >= NEAR else "not close in meaning to"
    return f"it is {near} the question"


def _share(percent: int) -> str:
    if percent >= ALL:
        return "all of it"
    return "most of it" if percent >= MOSTLY else "a part of it"


def _sure(percent: int) -> str:
    if percent >= SURE:
        return "certain"
    return "fairly certain" if percent >= FAIRLY else "not certain"
