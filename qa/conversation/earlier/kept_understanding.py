"""Write what a question was understood as to JSON, and read it back, with the values of which JSON is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, cast, get_args

from qa.answers import OfAll, QuestionKind, Understanding

_TEXTS = ("speaker", "described", "topic", "addressee", "source", "cue", "also", "unexplained", "of_all")
_DAYS = ("since", "until")
_LISTS = ("ambiguous", "bearers", "instead_of", "others", "carried")


def understood_object(understood: Understanding) -> dict[str, object]:
    return {
        "kind": understood.kind.value,
        "question": understood.question,
        "standalone": understood.standalone,
        **{name: getattr(understood, name) for name in _TEXTS},
        **{name: day.isoformat() if (day := getattr(understood, name)) else None for name in _DAYS},
        **{name: list(getattr(understood, name)) for name in _LISTS},
        "order": understood.order,
        "speaker_known": understood.speaker_known,
        "speaker_is_role": understood.speaker_is_role,
        "loosely_described": understood.loosely_described,
        "over_time": understood.over_time,
        "browses": understood.browses,
        "guessed": understood.guessed,
        "corrections": [list(pair) for pair in understood.corrections],
    }


def understood_from(row: Mapping[str, Any]) -> Understanding:
    """Read an understanding, as written here or as `qa ask --json` prints it.

    Raises:
        ValueError, KeyError, TypeError: If it is anything else.
    """
    order = row.get("order", "relevance")
    if order not in ("relevance", "newest", "oldest"):
        raise ValueError("order")
    of_all = row.get("of_all")
    if of_all not in (None, *get_args(OfAll)):
        raise ValueError("of_all")
    question = text_of(row["question"])
    corrections = []
    for pair in listed(row.get("corrections")):
        typed, taken = (pair["typed"], pair["taken_for"]) if isinstance(pair, dict) else pair
        corrections.append((text_of(typed), text_of(taken)))
    return Understanding(
        kind=QuestionKind(row["kind"]),
        question=question,
        standalone=text_of(row.get("standalone") or question),
        speaker=optional(row.get("speaker")),
        speaker_known=bool(row.get("speaker_known", True)),
        topic=optional(row.get("topic")),
        addressee=optional(row.get("addressee")),
        since=day_of(row.get("since")),
        until=day_of(row.get("until")),
        source=optional(row.get("source")),
        order=cast(Literal["relevance", "newest", "oldest"], order),
        cue=optional(row.get("cue")),
        ambiguous=texts_of(row.get("ambiguous")),
        described=optional(row.get("described")),
        bearers=texts_of(row.get("bearers")),
        loosely_described=bool(row.get("loosely_described", False)),
        instead_of=texts_of(row.get("instead_of")),
        corrections=tuple(corrections),
        speaker_is_role=bool(row.get("speaker_is_role", False)),
        others=texts_of(row.get("others")),
        also=optional(row.get("also")),
        unexplained=optional(row.get("unexplained")),
        over_time=bool(row.get("over_time", False)),
        of_all=cast(OfAll | None, of_all),
        browses=bool(row.get("browses", False)),
        guessed=bool(row.get("guessed", False)),
        carried=texts_of(row.get("carried")),
    )


def optional(value: object) -> str | None:
    return None if value is None else text_of(value)


def day_of(value: object) -> date | None:
    return None if value is None else date.fromisoformat(text_of(value))


def text_of(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def listed(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError("a list is expected")
    return value


def texts_of(value: object) -> tuple[str, ...]:
    return tuple(text_of(each) for each in listed(value))
