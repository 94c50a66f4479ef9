"""List the names under which tables, front matter and JSON give the fields of an article."""

from __future__ import annotations

from collections.abc import Mapping

FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "articleid", "uid", "uuid", "guid", "doc_id", "story_id"),
    "title": ("title", "headline", "heading", "subject", "article_title", "post_title", "webtitle", "headlines",
              "name"),
    "date": (
        "date", "published", "publication_date", "published_at", "publish_date", "published_date", "pub_date",
        "pubdate", "publishdate", "publishedat", "date_published", "datepublished", "date_publish", "published_time",
        "publish_time", "publishing_date", "published_on", "post_date", "article_date", "webpublicationdate",
        "datetime", "day",
    ),
    "source": (
        "source", "outlet", "publication", "publisher", "newspaper", "source_name", "site", "site_name", "paper",
        "media", "website", "news_source", "newssource", "source_domain", "domain",
    ),
    "url": ("url", "link", "web_url", "article_url", "address", "permalink", "href", "uri", "weburl",
            "article_link", "source_url"),
    "author": ("author", "authors", "byline", "creator", "writer", "journalist", "reporter", "by"),
    "text": (
        "text", "body", "content", "article", "full_text", "fulltext", "article_text", "article_body", "articlebody",
        "body_text", "main_text", "maintext", "article_content", "story", "contents", "transcript",
        "post_content", "bodytext", "plaintext", "plain_text", "full_content", "content_text", "text_content",
        "news_content",
    ),
}  # fmt: skip
"""The names that each field may have, likeliest first. Case does not matter; a space or hyphen is `_`."""


def field_name(given: str) -> str:
    """Return a name in the form in which `FIELD_NAMES` lists it."""
    return "_".join(given.strip().casefold().replace("-", " ").replace("_", " ").split())
