"""Parse exports of WordPress: an article for each post and page that the site shows, as it shows it.

An export is a feed with more in it: what is not published, pictures, menus and readers' comments too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.markup import plain_text, require_whole, tree_of
from qa.reading.stories import Remark, Story

_NO_ARTICLES = frozenset(
    """
    attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request
    wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face
    """.split()
)
"""What WordPress itself keeps as posts beside posts and pages."""
_WITHOUT_PAGE = "?post_type="
"""In the address of what a plugin keeps and the site does not show: a form that somebody filled in, an order."""
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_BLOCK_EDITOR = "<!-- wp:"
# With a value, closed again or alone in its line: "[sic]" and "[the mayor]" are words of a sentence. No value has a
# bracket that opens, and each is read in one way only: many of them without an end would be read for hours.
_VALUE = r"(?>[\w-]+=(?:\"[^\"\[]*\"|'[^'\[]*'|[^\s\[\]]+)|https?://[^\s\[\]]+)"
_SHORTCODE = re.compile(
    rf"\[/[a-z][\w-]*\]|\[[a-z][\w-]*(?:\s+{_VALUE})+\s*/?\]|^[ \t]*\[[a-z][\w-]*\][ \t\r]*$", re.MULTILINE
)
_OPENING = re.compile(r"\[([a-z][\w-]*)\]")
_TAG_OR_LINE_END = re.compile(r"<[^<>]*>|\n")
_LONGEST_ID = 1000
_MARKUP = re.compile(r"[<&]")


def stories(data: bytes) -> Iterator[Story | Remark]:
    """Yield what is published, in the export's order, and say how much is not."""
    items = etree.iterparse(
        BytesIO(data), tag="{*}item", recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    source, authors = "", dict[str, str]()
    hidden = textless = 0
    for _, item in items:
        channel = item.getparent()
        if channel is not None and not source:
            source, authors = _value(channel, "{*}title"), _names_of(channel)
        if _value(item, "{*}post_type") not in _NO_ARTICLES and _WITHOUT_PAGE not in _value(item, "link"):
            text = shown(_value(item, _CONTENT))
            if not _is_published(item):
                hidden += 1
            elif not text:
                textless += 1
            else:
                yield _story(item, text, source, authors)
        # A large export would fill the memory.
        item.clear()
    require_whole(items)
    if items.error_log:
        yield Remark("it is not well-formed XML: what can be recovered is read")
    if hidden:
        yield Remark(f"{hidden:,} of its posts are not published (drafts, private ones): they are not read")
    if textless:
        yield Remark(f"{textless:,} of its posts have no text")


def shown(content: str) -> str:
    """Return the text of a post as its page shows it: a line for each paragraph, without shortcodes.

    `"[caption width='300']<img/> The pier[/caption]\\n\\nIt <em>leaks</em>."` is "The pier" and "It leaks.".
    """
    closed = {match[0].strip("[/]") for match in _SHORTCODE.finditer(content) if match[0].startswith("[/")}
    content = _OPENING.sub(lambda opening: "\n" if opening[1] in closed else opening[0], content)
    content = _SHORTCODE.sub("\n", content)
    if _BLOCK_EDITOR not in content:
        # Paragraphs are kept as lines, also beside other markup, and become blocks when they are shown.
        content = _TAG_OR_LINE_END.sub(lambda found: "<br>" if found[0] == "\n" else found[0], content)
    return _plain(content)


def _story(item: etree._Element, text: str, source: str, authors: dict[str, str]) -> Story:
    link, creator = _value(item, "link"), _value(item, _CREATOR)
    day = _value(item, "{*}post_date")
    return Story(
        text,
        title=" ".join(_plain(_value(item, "title")).split()),
        # The day where the site is. That of `pubDate` is a day in Greenwich: an evening in New York is the next day's.
        date=_value(item, "pubDate") if not day or day.startswith("0000") else day,
        source=source,
        url=link,
        author=authors.get(creator, creator),
        # Posts that were copied share a `guid`.
        part=(link or _value(item, "guid") or _value(item, "{*}post_id"))[:_LONGEST_ID],
    )


def _is_published(item: etree._Element) -> bool:
    return _value(item, "{*}status") in {"", "publish"} and not _value(item, "{*}post_password")


def _names_of(channel: etree._Element) -> dict[str, str]:
    """Return the names of the authors by those with which they log in."""
    return {
        _value(author, "{*}author_login"): _value(author, "{*}author_display_name")
        for author in channel.iterfind("{*}author")
    }


def _value(element: etree._Element, name: str) -> str:
    found = element.find(name)
    if found is None:
        return ""
    if next(found.iter(etree.Entity), None) is not None:
        # Words would be missing in its place.
        raise Unusable("it uses an XML entity, and none is resolved", ProblemKind.BROKEN)
    return (found.text or "").strip()


def _plain(markup: str) -> str:
    if not _MARKUP.search(markup):
        return markup.strip()
    try:
        return plain_text(tree_of(markup))
    except Unusable:
        # A picture alone, or one post without use, which is no reason to lose the others.
        return ""
