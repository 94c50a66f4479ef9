"""Read a question that was typed in a chat, or pasted, as it is shown there: "**what did quill say?**" in bold type."""

from __future__ import annotations

import re

from qa.language.patterns import regex

_HIDDEN = regex("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# What makes a quotation, a heading or a point of a list of a line; "> 5 people" is no quotation.
_LINE_HEAD = regex(
    r"^[ \t]*(?:(?:>[ \t]*)+(?=[^\W\d]|[*_~|`\"“‘'])|-?#{1,6}[ \t]+|[*+•][ \t]+|\d{1,2}[.)][ \t]+(?=[^\W\d]))",
    re.MULTILINE,
)
# To whom or what a question is put: "Q: ...", "!ask ...", "@Archive what ...?"; "@quill said what?" names who spoke.
_ASKS = r"(?:who|what|when|where|why|how|which|whose|did|does|do|is|are|was|were|has|have)\b"
_PUT_TO = regex(
    r"\s*(?:(?:q|question)[ \t]?\d{0,2}[ \t]?[:.)]\s+"
    rf"|[/!](?!{_ASKS})[a-z]{{2,20}}[ \t]+(?=\w)|@[\w.-]{{1,40}}[:,]?\s+(?={_ASKS}))",
    re.IGNORECASE,
)
_LINK = regex(r"!?\[([^\[\]\n]{1,500})\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000})\)")
_TAG = regex(
    r"</?(?:a|b|i|u|s|p|br|em|strong|span|div|code|mark|h[1-6])(?:\s+[\w-]+\s?=[^<>]{0,2000})?\s?/?>",
    re.IGNORECASE,
)
_EMOJI = regex(r"(?<![\w:]):[a-z+-][\w+-]{0,60}:(?![\w:])", re.IGNORECASE)
# Around words: "f**k", "snake_case", "2 * 3 * 4" and "Quill`s" have marks that are no type.
_TYPE = regex(r"(?<![\w*_~|`])(\*{1,3}|_{1,3}|~~|\|\||`{1,3})(?=\S)([^\n]{1,500}?)(?<=\S)\1(?![\w*_~|`])")
# A whole question in quotation marks; without a question mark, or as "is it fair?", it may be words to be found.
_QUOTED = regex(
    r"\s*[\"“„«]\s*(?P<asked>(?:who|what|when|where|why|how|which|whose|did|does)(?:['’]?s)?\s[^\"“”„«»]{3,500}\?)\s*[\"”“»]\s*",
    re.IGNORECASE,
)
_BLANKS = regex(r"\s{4,}")
"""A gap of which one blank is kept: forms of question that try each blank of thousands would take minutes."""
_WITHIN = 3
"""Kinds of type within each other that are read: "**__~~no~~__**"; so many times marks are looked for."""


def without_marks(question: str) -> str:
    """Return a question without marks of type, links, lists and wide gaps, whom it is put to, and what nobody sees.

    With one of these, "he" would be somebody's name, and "Ada Quill" nobody's. A text of nothing else is returned as
    it is, and so is one that still has marks after some rounds: "* * * * * what?". What is returned has none to lose.
    """
    shown = _BLANKS.sub(_narrow, question) if question.strip() else question
    for _ in range(_WITHIN + 1):
        before, shown = shown, _without_outer_marks(shown)
        if shown == before:
            return shown
    return question


def _narrow(gap: re.Match[str]) -> str:
    return "\n" if "\n" in gap[0] else " "


def _without_outer_marks(question: str) -> str:
    shown = _TAG.sub("", _LINK.sub(r"\1", _EMOJI.sub(" ", _HIDDEN.sub("", question))))
    shown = _LINE_HEAD.sub("", shown)
    for _ in range(_WITHIN):
        shown = _LINE_HEAD.sub("", _TYPE.sub(r"\2", shown))
    if quoted := _QUOTED.fullmatch(shown):
        shown = quoted["asked"]
    if put := _PUT_TO.match(shown):
        shown = shown[put.end() :]
    return shown if shown.strip() else question
