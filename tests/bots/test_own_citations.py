"""What this program gives to copy, as a citation, as Markdown or to an assistant, passes its own check of drafts."""

from __future__ import annotations

import pytest

from bots.agents.writing import quote_record
from bots.markdown import quote_as_markdown
from bots.web.references import citation
from qa.answers import Quote
from qa.archive.protocol import Archive
from qa.datatypes import Article, Scope
from qa.drafts.archive_texts import ArchiveTexts
from qa.drafts.checked_drafts import check_text
from tests.qa.drafts.conftest import HARBOUR, LIBRARY, in_memory

MARCH = """Farmers marched through Harwick on Friday. “I do not trust the engineers,” Ivo Brandt told the crowd.

The mayor, Ada Quill, denied that the town had promised compensation. “There was never a promise,” she said.

The engineers’ guild said in a statement: “Our members checked every drawing three times, and every drawing is sound.”

Analysts said that the levee would cost $4 million, or twice as much as the old one.

According to Una Hale, a spokeswoman for the Ports Authority, the ferries will keep running until May.
"""


@pytest.fixture(scope="module")
def archive() -> Archive:
    return in_memory(
        [
            Article("march", MARCH, "Farmers march against the levee", "2026-03-06", "Harwick Herald"),
            Article("harbour", HARBOUR, "The old harbour", "2024-03-04", "Coast Gazette", url="https://gazette.example/a"),
            Article("library", LIBRARY, "New hours for the library", "2024-05-20", "Inland Post"),
        ]
    )  # fmt: skip


def quotes_of(archive: Archive) -> list[Quote]:
    """Return each record of an archive as a quote, and its whole paragraph, as answers show it."""
    with archive.snapshot() as view:
        texts = ArchiveTexts(view, Scope())
        found = []
        for version, said in view.all_attributions():
            text = version.article.text
            for record, _ in said:
                start, end = text.rfind("\n", 0, record.start) + 1, text.find("\n", record.end)
                whole = texts.place(version, [(start, end)]).quote
                part = texts.place(version, [(record.start, record.end)]).quote
                found += [part, Quote(version, start, end, 1.0, part.attribution, part.speaker), whole]
        return found


@pytest.mark.parametrize("form", ["citation", "markdown", "assistant"])
def test_what_is_given_to_copy_passes_the_check(archive: Archive, form: str) -> None:
    copied = 0
    for quote in quotes_of(archive):
        text = {
            "citation": citation(quote),
            "markdown": quote_as_markdown(quote),
            "assistant": "\n\n".join(
                f"“{words}” — {quote_record(quote).citation}" for words in quote_record(quote).own_words
            ),
        }[form]
        if not text:
            continue
        copied += 1
        with archive.snapshot() as view:
            failed = [
                (each.verdict.value, each.note, each.quotation.text)
                for each in check_text(view, text).findings
                if not each.passes and each.verdict.value != "cut_before_contrast"
            ]
        assert not failed, text
    assert copied > 15
