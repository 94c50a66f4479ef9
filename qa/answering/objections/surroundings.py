"""Find what stands around a quote, and the question as it is held against it."""

from __future__ import annotations

from qa.answering.objections.premises import Surroundings
from qa.answering.objections.untyped_capitals import with_missing_names
from qa.answering.spans.candidates import Considered
from qa.language.broken_lines import in_one_line


def around(considered: Considered, row: int) -> Surroundings:
    """Return a candidate span with the sentences before and after it in its passage."""
    found, sentences = considered.found, considered.found.sentences
    begin, stop = int(found.begin[row]), int(found.stop[row])
    beside = [at for at in (begin - 1, stop + 1) if sentences.first[begin] <= at <= sentences.last[begin]]
    key = considered.retrieved.passages[int(found.passage[row])].version_key
    article = considered.retrieved.versions[key].article
    start, end = _answer(considered, begin, stop)
    return Surroundings(
        quote=in_one_line(
            article.text,
            int(found.starts[row]),
            int(found.ends[row]),
            [(int(sentences.starts[at]), int(sentences.ends[at])) for at in range(begin, stop + 1)],
        ),
        beside="\n".join(article.text[int(sentences.starts[at]) : int(sentences.ends[at])] for at in beside),
        article=article,
        since=considered.retrieved.understood.since,
        until=considered.retrieved.understood.until,
        answer=article.text[start:end].strip(),
    )


def _answer(considered: Considered, begin: int, stop: int) -> tuple[int, int]:
    """Return where the reader sees the answer in the sentences from one to another; empty where it read none."""
    reading = considered.found.reading
    if reading is None:
        return 0, 0
    start, end = reading.places[begin + int(reading.best[begin : stop + 1].argmax())].tolist()
    return start, end


def question_of(considered: Considered, first: Surroundings) -> str:
    """Return the question as it is held against a quote: in small letters, with the names that its article lacks."""
    texts = (version.article.text for version in considered.retrieved.versions.values())
    return with_missing_names(considered.retrieved.understood.standalone, first.article, texts)
