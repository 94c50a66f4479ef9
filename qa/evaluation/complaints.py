"""Record complaints about answers as questions to measure by, and the last question, to complain about."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from qa.answers import Quote
from qa.errors import UsageError

LAST_QUESTION = "last_question.json"
REPORTS = "reports.jsonl"

_PRIVATE = 0o600
_LONGEST_ASKED = 200
"""The most characters of a quote that a question made of it has."""


class LastQuestion(NamedTuple):
    """The one question that a library remembers, and the ids of the quotes that came back."""

    question: str
    quotes: tuple[str, ...]


def remember(folder: Path, question: str, quotes: Sequence[str]) -> None:
    """Store this question in the place of the one before, readable by its owner only.

    A library that cannot be written to remembers nothing.
    """
    path = folder / LAST_QUESTION
    # The library's writer deletes files of this form, should the process end in between.
    beside = folder / f".{LAST_QUESTION}.{os.getpid()}.tmp"
    with suppress(OSError):
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE), "w") as file:
            json.dump({"question": question, "quotes": list(quotes)}, file)
        beside.replace(path)


def last_question(folder: Path) -> LastQuestion | None:
    """Return the question that the library remembers; None if there is none, or it cannot be read."""
    try:
        row = json.loads((folder / LAST_QUESTION).read_text(encoding="ascii"))
        return LastQuestion(str(row["question"]), tuple(map(str, row["quotes"])))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        # It is a convenience: where it cannot be read, the question is asked for.
        return None


def asked_before(folder: Path, quote_id: str) -> str:
    """Return the last question, if this quote came back with it.

    Raises:
        UsageError: If there is none, or it brought other quotes: it may be somebody else's.
    """
    last = last_question(folder)
    if last is None:
        raise UsageError("No question is remembered here. Give the one that was asked with --question.")
    if quote_id not in last.quotes:
        raise UsageError(
            f"The last question, {last.question!r}, did not bring this quote. Give the one that did with "
            "--question."
        )
    return last.question


def who_said(folder: Path, quote: Quote) -> str:
    """Return the last question, if this quote came back with it, or else the question who said its words."""
    last = last_question(folder)
    if last is not None and quote.id in last.quotes:
        return last.question
    # Between its own quotation marks a text would be read as several.
    words = max(re.split(r"[\"“”„«»]", quote.text), key=len)
    return f"Who said “{' '.join(words.split())[:_LONGEST_ASKED].strip(' ,')}”?"


class Complaint(NamedTuple):
    """A quote that does not answer a question, or is not by its speaker. `words` are the quote, or that speaker's name.

    `new` is False where the file had it already.
    """

    file: Path
    id: str
    question: str
    words: str
    new: bool


def complain(file: Path, question: str, quote: Quote) -> Complaint:
    """Append a line that `qa eval` reads: this question must not be answered with these words.

    Whether the archive answers it is not known (`answerable` is null); a person who knows may fill in more.

    Raises:
        UsageError: If the file cannot be written.
    """
    return _added(file, f"{quote.id} {question}", question, quote, {"not_answers": [quote.text]}, quote.text)


def complain_of_speaker(file: Path, question: str, quote: Quote) -> Complaint:
    """Append a line that `qa eval` reads: no answer to this question may show these words as this speaker's.

    Raises:
        UsageError: If the quote has no speaker, or the file cannot be written.
    """
    if quote.speaker is None:
        raise UsageError("This quote is shown without a speaker, so no name is wrong.")
    wrong = {"words": quote.text, "not_speaker": quote.speaker}
    return _added(file, f"{quote.id} {question} {quote.speaker}", question, quote, wrong, quote.speaker)


def _added(
    file: Path, named: str, question: str, quote: Quote, wrong: Mapping[str, object], words: str
) -> Complaint:
    mark = hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    row = {
        "id": f"report-{mark}",
        "question": question,
        "answerable": None,
        **wrong,
        "quote": quote.id,
        "article": quote.version.article.id,
    }
    line = json.dumps(row).encode("ascii") + b"\n"
    try:
        known = file.read_bytes() if file.exists() else b""
        new = f'"id": "{row["id"]}"'.encode() not in known
        if new:
            # One write at the end of the file, so that two complaints at once do not mix.
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _PRIVATE), "ab") as out:
                out.write(line if not known or known.endswith(b"\n") else b"\n" + line)
    except OSError as error:
        raise UsageError(
            f"The report could not be written to {file}: {error.strerror}. Name another with --file."
        ) from error
    return Complaint(file, str(row["id"]), question, words, new)


def withdraw(file: Path, uids: Collection[str]) -> None:
    """Delete the complaints about quotes of these articles: they hold their words."""
    _drop(file, [f'"quote": "{uid}' for uid in uids])


def withdraw_reports(file: Path, ids: Collection[str]) -> None:
    """Delete complaints by their ids, as who sent them asked for."""
    _drop(file, [f'"id": "{each}"' for each in ids])


def _drop(file: Path, marks: Collection[str]) -> None:
    """Delete the lines that hold one of some marks."""
    if not file.exists():
        return
    lines = file.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if not any(mark.encode() in line for mark in marks)]
    if len(kept) < len(lines):
        beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE), "wb") as out:
            out.write(b"".join(kept))
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
