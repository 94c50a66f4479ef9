"""Write pages from templates in which nothing of an article is markup."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from bots import (
    amounts,
    beside_answer,
    endings,
    safe_links,
    shown_quotes,
    topic_wording,
    verdict_wording,
    wording,
)
from bots.visible import visible
from bots.web import addresses, paragraphs, references
from qa.archive import show_limit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

ADDRESSES = (
    "LONGEST_QUESTION", "article_address", "ask_address", "feed_address", "quote_address",
    "speaker_address", "timeline_address", "verify_address",
)  # fmt: skip
"""What templates take from `addresses`."""
TEMPLATES = Path(__file__).parent / "templates"


# Every address on a page of the server's own begins with a slash; no text of an article has a mark that ends one.
_OWN_ADDRESS = re.compile(r' (href|action|cite|src)="/(?!/)')


def create_environment(library: str = "") -> jinja2.Environment:
    """Return the environment of all templates: everything is escaped, and what a screen should not get made visible.

    Args:
        library: The name below which the pages are, where a server has several libraries.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = (
        "also_in_words",
        "as_sentence",
        "begin_of",
        "context_of",
        "corpus_in_words",
        "counted",
        "how_sure_of",
        "in_words",
        "named_in",
        "place",
        "side_heading",
    )
    modules: tuple[tuple[ModuleType, tuple[str, ...]], ...] = (
        (wording, (*words, "voices_in_words", "who", "CHANGED", "NO_SOURCE")),
        (amounts, ("ARTICLES_ON_SCREEN",)),
        (endings, ("nearest_only", "offered", "side_ending")),
        (beside_answer, ("related_heading",)),
        (shown_quotes, ("side_quotes",)),
        (topic_wording, ("name_of",)),
        (
            verdict_wording,
            ("NEAREST", "NO_QUOTATIONS", "VERDICTS", "also_printed_in", "names_speakers", "remarks", "tone"),
        ),
        (addresses, ADDRESSES),
        (references, ("citation",)),
        (paragraphs, ("marked_paragraphs", "quote_paragraphs", "text_paragraphs")),
        (safe_links, ("safe_link",)),
        (show_limit, ("withheld",)),
    )
    for module, names in modules:
        environment.globals |= {name: getattr(module, name) for name in names}
    environment.globals["library"] = library
    return environment


def written(environment: jinja2.Environment, template: str, context: Mapping[str, object]) -> str:
    """Write a page. Its addresses lead to pages of its own library, so that no template has to know where it is."""
    page = environment.get_template(template).render(context)
    library = environment.globals["library"]
    return _OWN_ADDRESS.sub(rf' \1="/{library}/', page) if library else page


def _shown(value: object) -> object:
    # What a macro has written is escaped already, and says so by this method.
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
