"""Read invented sentences as an article has them: below a headline."""

from __future__ import annotations

from qa.attribution.extractor import extract
from qa.datatypes import Article


def said(text: str) -> list[tuple[str, str]]:
    """Return each mention with what is attributed to it."""
    article = Article(id="a", title="", text=f"The levee vote.\n\n{text}", date=None, source="")
    return [
        (
            article.text[slice(*one.mention)] if one.mention else "",
            " ... ".join(article.text[slice(*span)] for span in one.content),
        )
        for one in extract(article)
    ]
