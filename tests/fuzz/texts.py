"""Fuzz what a text reaches that was typed or stands in an article: chunking, attribution, questions, conversations."""

from __future__ import annotations

from datetime import date

from bots.terminal.questions import AskedLine, question_lines
from qa.answers import Understanding
from qa.attribution.extractor import extract
from qa.conversation.earlier.turns import Conversation
from qa.conversation.followups import follow
from qa.datatypes import Article, Speaker
from qa.errors import InputProblem, UsageError
from qa.ingest.chunking import chunk, embedded
from qa.speakers.known import ListedSpeakers
from qa.understanding.line import understood_line
from qa.understanding.understand import understand
from tests.fuzz.target import Target, text_of

_TODAY = date(2025, 1, 21)
_SPEAKERS = ListedSpeakers(
    (
        Speaker("Marco Rubio", "person", ("Rubio",), 3),
        Speaker("Wang Yi", "person", (), 1),
        Speaker("Ports Authority", "group", ("Authority",), 1),
    )
)


def chunking(data: bytes) -> None:
    article = _article(data)
    end = 0
    for passage in chunk(article, lambda texts: [len(text.split()) for text in texts], 40):
        assert end <= passage.start < passage.end <= len(article.text)
        shown = embedded(article, passage)
        for (start, stop), (first, last) in zip(shown.spans, passage.sentences, strict=True):
            assert shown.text[start:stop] == article.text[first:last]
        end = passage.end


def attribution(data: bytes) -> None:
    article = _article(data)
    for record in extract(article):
        for start, end in (*record.content, *filter(None, (record.mention, record.cue))):
            assert 0 <= start <= end <= len(article.text)


def questions(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    try:
        understood = _alone(text)
    except UsageError:
        return
    assert understood.question == text
    assert not (understood.since and understood.until and understood.since > understood.until)


def follow_ups(data: bytes) -> None:
    """Ask the last line after those before it: questions and answers in turn, or one conversation as JSON."""
    *before, question = text_of(data).split("\n")
    if before and before[0].startswith("{"):
        try:
            conversation = Conversation.from_json(before[0])
        except InputProblem:
            return
    else:
        conversation = Conversation.of(before)
    assert Conversation.from_json(conversation.to_json()) == conversation
    try:
        followed = follow(question, conversation, _alone, _SPEAKERS)
    except UsageError:
        return
    assert followed.understood.question == question
    assert understood_line(followed.understood).isprintable()


def lines(data: bytes) -> None:
    for each in question_lines(data.splitlines(keepends=True)):
        if isinstance(each, AskedLine):
            Conversation.of(each.history)
        else:
            assert each.reason


def _article(data: bytes) -> Article:
    title, _, text = text_of(data).partition("\n")
    return Article(id="a", text=text, title=title[:300])


def _alone(question: str) -> Understanding:
    return understand(question, today=_TODAY, speakers=_SPEAKERS, sources=("Reuters",))


_CONVERSATION = (
    b'{"turns": [{"question": "What did Rubio say about tariffs?", "answer": "Rents fell.", "quotes": ["a"], '
    b'"outcome": "answered", "speakers": ["Rubio"], "understood": {"kind": "said", "question": "What did Rubio say?", '
    b'"standalone": "What did Rubio say?", "speaker": "Marco Rubio", "since": "2024-01-01", '
    b'"corrections": [["a", "b"]]}}]}'
)
_QUESTION_WORDS = (
    b"what did ", b"who said ", b" say ", b" said ", b" about ", b"and about ", b"what about ", b" Rubio", b" he ",
    b"more", b"when", b"the latest", b" since ", b" last week", b" in March 2024", b"why", b" else", b"compare ",
    b" and ", b"not ", b"\n", b'"', b"?", b"'s ",
)  # fmt: skip

TARGETS = {
    "chunking": Target(chunking, ["T\n“One. Two,” he said. Three; four.\n\nFive.".encode()]),
    "attribution": Target(
        attribution, [b'T\n"The pier is shut," said Marta Ruiz. He added that rents "fell".']
    ),
    "questions": Target(
        questions,
        [b"What did Rubio say about China last week?", b"Who spoke about tariffs since March 2024?"],
        _QUESTION_WORDS,
    ),
    "follow-ups": Target(
        follow_ups,
        [
            b"What did Rubio say about China?\nTariffs work.\nand about Taiwan?",
            b"Who runs the pier?\nAda Quill runs it.\nWhen was she born?",
            b"What did Rubio say?\nA\nwhat about Wang Yi?\nB\nmore",
            _CONVERSATION + b"\nand in 2024?",
        ],
        _QUESTION_WORDS,
    ),
    "lines": Target(lines, [b'{"id": 1, "question": "Who?", "history": ["a", "b"]}\n']),
}
