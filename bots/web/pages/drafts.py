"""Check a draft that is typed or sent: the findings beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.contract import SCHEMA
from bots.draft_paragraphs import paragraphs
from bots.unknown_outlets import unknown_outlets
from bots.verdict_objects import drafts_object
from bots.verdict_wording import all_findings, quotes_of
from bots.verdict_wording import summary as in_numbers
from bots.web.addresses import chosen_scope
from bots.web.pages.page import Asked, Page
from qa.archive.corpus_summary import summary
from qa.drafts.checked_drafts import check_text
from qa.drafts.draft_quotations import MOST_ATTRIBUTED
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

NAME = "-"
"""What a draft without a file is called, as by `qa check -`."""


def check(request: Asked, answerer: Answerer, view: View) -> Page:
    scope = chosen_scope(request.parameters, request.sources)
    if request.body is None:
        if request.as_data:
            raise UsageError("There is no draft. Send one with POST: its text as the body.")
        context = {"text": "", "scope": scope, "paragraphs": None}
        return Page("check.html", context, {"schema": SCHEMA})
    text = request.body
    if not text.strip():
        raise UsageError("The draft is empty. Paste its text.")
    if len(text) > MOST_ATTRIBUTED:
        raise UsageError(
            f"The draft has {len(text):,} characters; at most {MOST_ATTRIBUTED:,} are read here. "
            "`qa check FILE` reads longer ones."
        )
    summary(view)
    checked = [check_text(view, text, scope, name=NAME)]
    context = {
        "text": text,
        "scope": scope,
        "paragraphs": list(paragraphs(checked[0])),
        "summary": in_numbers(all_findings(checked)),
        "unknown": unknown_outlets(view, scope),
    }
    return Page("check.html", context, drafts_object(checked), quotes_of(checked))
