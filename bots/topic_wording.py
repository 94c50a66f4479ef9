"""Write the sentences about a search for a topic: where it was looked for, where not, and why nothing was found."""

from __future__ import annotations

from bots.wording import counted, in_words
from qa.answering.topics.everything_on_topic import OnTopic
from qa.answering.topics.topic_page import TopicPage
from qa.answering.topics.voices import Voice
from qa.datatypes import Bearer, DescriptionKind
from qa.language.terms import located_terms

NOT_NAMED = "Without a name"
"""Heads the quotes of those whom the articles do not name."""
ONLY_WORDS = (
    "A quote is here if the topic's words stand in it, beside it or in the article's title; other words for the same "
    "are not found."
)


def searched(found: OnTopic) -> list[str]:
    """Write where a topic was looked for, and what was not looked at."""
    search, bounds = found.search, bounds_in_words(found)
    lines = [
        f"Looked through {counted(search.articles, 'article')}{f' ({bounds})' if bounds else ''}; "
        f"{search.read:,} {'holds' if search.read == 1 else 'hold'} what was looked for and "
        f"{'was' if search.read == 1 else 'were'} read."
    ]
    if search.unread:
        lines.append(
            f"About {search.unread:,} more passages hold these words and were not read. Narrow the search with more "
            "words, dates or an outlet."
        )
    if search.undated:
        lines.append(
            f"{counted(search.undated, 'article')} without a date {'was' if search.undated == 1 else 'were'} left out."
        )
    return [*lines, ONLY_WORDS]


def bounds_in_words(found: OnTopic) -> str:
    """Write the dates and outlets of a search: "since 4 March 2024, Harbour Post"; "" for everything."""
    scope = found.scope
    parts = [
        f"since {in_words(scope.since)}" if scope.since else "",
        f"until {in_words(scope.until)}" if scope.until else "",
        *scope.sources,
    ]
    return ", ".join(filter(None, parts))


def nobody_speaks(found: OnTopic, elsewhere: int) -> str:
    """Write why there is no quote on a topic.

    Args:
        elsewhere: How many quotes on it there are outside the dates and outlets of the search.
    """
    search = found.search
    missing = [found.topic[s:e] for s, e, term in located_terms(found.topic) if term in search.missing]
    if missing:
        return f"No article of this archive has the word {' or '.join(f'“{each}”' for each in missing)}."
    if elsewhere:
        outside = counted(elsewhere, "quote")
        return f"Nobody speaks on {found.topic} within these dates and outlets; outside them are {outside}."
    if not search.read:
        return f"No article within these dates and outlets has the words of “{found.topic}”."
    return (
        f"Nobody is quoted on {found.topic}: {counted(search.read, 'article')} with these words "
        f"{'was' if search.read == 1 else 'were'} read, and no words that are somebody's stand beside them."
    )


def which(page: TopicPage) -> str:
    """Write which speakers the words of a page may mean, or for whom they are taken; "" where they mean one."""
    if not page.which:
        return ""
    if page.person is not None:
        return f"Taken for {page.person.speaker.name}; others of that name: {', '.join(page.which)}."
    return f"{page.words} may be {' or '.join(page.which)}."


def name_of(voice: Voice) -> str:
    return voice.name or NOT_NAMED


def role_in_words(role: Bearer) -> str:
    """Write what articles say that somebody is: "former director of the Ports Authority"."""
    what = f"{'former ' if role.former else ''}{role.what}{f' of {role.of}' if role.of else ''}"
    return f"speaks for {role.of}" if role.kind is DescriptionKind.SPEAKS_FOR and role.of else what
