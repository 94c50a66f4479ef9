"""Show all that is said on a topic, by speaker, to keep or to print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bots.brief import Brief, brief_object
from bots.topic_wording import nobody_speaks
from bots.unknown_outlets import unknown_outlets
from bots.web.addresses import chosen_scope, topic_of
from bots.web.pages.page import Asked, Page
from qa.answering.topics.everything_on_topic import said_on
from qa.answering.topics.voices import voices
from qa.archive.corpus_summary import summary
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.archive.protocol import View


def brief(made: date, request: Asked, view: View) -> Page:
    """Show a brief.

    Args:
        made: The day on which it is put together.
    """
    scope = chosen_scope(request.parameters, request.sources)
    topic = topic_of(request.parameters)
    if not request.as_data and topic is None:
        return Page("brief.html", {"topic": "", "scope": scope, "brief": None}, {})
    if topic is None:
        raise UsageError("The topic is empty. Give it as about=TOPIC.")
    summary(view)
    found = said_on(view, topic, scope)
    elsewhere = 0 if found.quotes or scope.everything else len(said_on(view, topic).quotes)
    written = Brief(found, voices(found.quotes), made)
    context = {
        "topic": topic,
        "scope": scope,
        "brief": written,
        "nobody": "" if found.quotes else nobody_speaks(found, elsewhere),
        "unknown": unknown_outlets(view, scope),
    }
    return Page("brief.html", context, brief_object(written), found.quotes)
