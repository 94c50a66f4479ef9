"""Write why a quote was chosen: in sentences, and in one line of features and numbers.

A feature that has no words here is left out of the sentences, so that no name of one ever reaches a person.
"""

from __future__ import annotations

from bots.wording import as_sentence
from qa.answers import Why

CLOSE, NEAR = 0.6, 0.4
"""The least likeness, -1..1, with which a quote is close in meaning to the question, and with which it is somewhat."""
SURE, FAIRLY = 0.8, 0.5
"""The least certainty with which it is certain whose words they are, and with which it is fairly."""
MOSTLY, ALL = 0.5, 0.95
"""The least share that is most of a quote, and that is as good as all."""

_HAS_WORDS = "it has the question's words"

FEATURES = {
    _HAS_WORDS: (
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
    "read together with the question, it looks like the answer": ("read_span", "read_gap", "read_window"),
    "the speaker's words in it are on the topic": ("about_in_own",),
    "the text around the speaker's words is on the topic": ("about_near_own",),
    "it is the speaker's words": ("own_share", "own_confidence", "own_quoted", "own_whole", "maybe_share"),
    "it names who was asked about": ("named_inside", "named_first", "named_before"),
    "it has a good length": ("log_words", "log_words_squared", "two_sentences", "three_sentences"),
}  # fmt: skip
"""What features mean to somebody who asks; the others say nothing to a person."""
_MEANING = {name: meaning for meaning, names in FEATURES.items() for name in names}


def reasons(why: Why) -> list[str]:
    """Return sentences that say why a quote was chosen."""
    if why.by_records:
        return ["These are the speaker's words, and the topic stands in them or beside them."]
    said = [_words(why.words), _likeness(why.similarity)]
    if why.own_share > 0:
        said.append(
            f"{_share(why.own_share)} is the speaker's words; that these are theirs is {_sure(why.own_certainty)}"
        )
    if why.others_share > 0:
        said.append(f"{_share(why.others_share)} is somebody else's words")
    meanings = list(dict.fromkeys(_MEANING[name] for name, _ in why.parts if name in _MEANING))
    # To have no fewer words than the others counts too, where none has any; to people that says the opposite.
    if meanings := [each for each in meanings if why.words or each != _HAS_WORDS]:
        said.append(f"what counted most: {'; '.join(meanings)}")
    return [f"{as_sentence(each)}." for each in said]


def in_one_line(why: Why) -> str:
    """Write the features and numbers by which a quote was chosen, for whoever works on the ranking."""
    if why.by_records:
        return "by the records"
    parts = [f"words: {', '.join(why.words)}" if why.words else "none of the words"]
    parts.append(f"similarity {why.similarity:.2f}")
    if why.own_share > 0:
        parts.append(f"{why.own_share:.0%} the speaker's words, sure to {why.own_certainty:.0%}")
    if why.others_share > 0:
        parts.append(f"{why.others_share:.0%} somebody else's words")
    if why.parts:
        parts.append(f"most for it: {', '.join(f'{name} {part:+.1f}' for name, part in why.parts)}")
    return " · ".join([*parts, f"score {why.score:.1f}"])


def _words(words: tuple[str, ...]) -> str:
    if not words:
        return "it has none of the question's words"
    return f"it has these words of the question: {', '.join(words)}"


def _likeness(similarity: float) -> str:
    if similarity >= CLOSE:
        return "it is close in meaning to the question"
    near = "somewhat close in meaning to" if similarity >= NEAR else "not close in meaning to"
    return f"it is {near} the question"


def _share(share: float) -> str:
    if share >= ALL:
        return "all of it"
    return "most of it" if share >= MOSTLY else "a part of it"


def _sure(certainty: float) -> str:
    if certainty >= SURE:
        return "certain"
    return "fairly certain" if certainty >= FAIRLY else "not certain"
