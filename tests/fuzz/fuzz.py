"""Fuzz what arbitrary text reaches, guided by coverage: readers, chunking, attribution, questions, lines of JSON.

    pip install atheris                          # apart from the test extra: it has no wheel for every platform
    python tests/fuzz/fuzz.py questions -max_total_time=600
    python tests/fuzz/fuzz.py --all 600          # each target for so many seconds, one after the other

What it finds is kept as `crash-*` beside, and becomes a test where the fault was. Options with one dash are
libFuzzer's.
Readers of foreign formats run in processes of their own and are not reached from here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["qa", "bots"], enable_loader_override=False):
    from bots.terminal.questions import AskedLine, question_lines
    from qa.attribution.extractor import extract
    from qa.datatypes import Article, Speaker
    from qa.errors import UsageError
    from qa.ingest.chunking import chunk, embedded
    from qa.reading.files import FoundFile, Problem
    from qa.reading.readers import read
    from qa.reading.sandbox import Sandbox
    from qa.speakers.known import ListedSpeakers
    from qa.understanding.understand import understand

_ENDINGS = (".txt", ".md", ".jsonl", ".jsonl.gz", ".csv")
_SPEAKERS = (Speaker("Marco Rubio", "person", ("Rubio",), 3), Speaker("Wang Yi", "person", (), 1))
_PLACE = Path(tempfile.mkdtemp(prefix="onrecord-fuzz-"))


def readers(data: bytes) -> None:
    ending = _ENDINGS[data[0] % len(_ENDINGS)] if data else ".txt"
    path = _PLACE / f"a{ending}"
    path.write_bytes(data[1:])
    status = path.stat()
    found = FoundFile(path, path.name, status.st_size, status.st_mtime_ns, status.st_ino)
    with Sandbox() as sandbox:
        for each in read(found, max_bytes=100_000, sandbox=sandbox):
            if isinstance(each, Problem):
                assert each.reason
            else:
                assert each.text.strip()
                assert each.sha256()
                each.day  # noqa: B018 - a date that is no day would raise


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
        understood = understand(
            text, today=date(2025, 1, 21), speakers=ListedSpeakers(_SPEAKERS), sources=("Reuters",)
        )
    except UsageError:
        return
    assert understood.question == text
    assert not (understood.since and understood.until and understood.since > understood.until)


def lines(data: bytes) -> None:
    for each in question_lines(data.splitlines(keepends=True)):
        assert isinstance(each, AskedLine) or each.reason


def _article(data: bytes) -> Article:
    title, _, text = data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace").partition(
        "\n"
    )
    return Article(id="a", text=text, title=title[:300])


TARGETS: dict[str, Callable[[bytes], None]] = {
    "readers": readers,
    "chunking": chunking,
    "attribution": attribution,
    "questions": questions,
    "lines": lines,
}

_SEEDS = {
    "readers": [
        b"\0It rained.",
        b"\1---\ntitle: a\n---\nb",
        b'\2{"id": 1, "text": "a"}\n',
        b"\4id,text\n1,a\n",
    ],
    "questions": [b"What did Rubio say about China last week?", b"Who spoke about tariffs since March 2024?"],
    "lines": [b'{"id": 1, "question": "Who?", "history": ["a", "b"]}\n'],
    "attribution": [b'T\n"The pier is shut," said Marta Ruiz. He added that rents "fell".'],
    "chunking": ["T\n“One. Two,” he said. Three; four.\n\nFive.".encode()],
}


def main() -> None:
    if sys.argv[1:2] == ["--all"]:
        for name in TARGETS:
            command = [sys.executable, __file__, name, f"-max_total_time={sys.argv[2]}", "-rss_limit_mb=4096"]
            done = subprocess.run(command, check=False)
            sys.stdout.write(f"{name}: {'nothing found' if done.returncode == 0 else 'FOUND'}\n")
            sys.stdout.flush()
        return
    name = sys.argv.pop(1)
    corpus = _PLACE / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(_SEEDS[name]):
        (corpus / str(number)).write_bytes(seed)

    def reach(data: bytes) -> None:
        try:
            TARGETS[name](data)
        except UnicodeDecodeError:
            if name not in ("chunking", "attribution"):
                raise

    atheris.Setup([sys.argv[0], *sys.argv[1:], str(corpus), "-max_len=4000"], reach)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
