"""Tell whether somebody is named together with others: "Ada Quill and Ivo Brandt said"."""

from __future__ import annotations

from qa.attribution.people.named import Named
from qa.attribution.people.persons import People
from qa.datatypes import Span
from qa.language.patterns import regex

_REACH = 200
"""Characters on each side of a name in which others are looked for."""
_NAME = r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4}"
_TITLE = r"(?:Mr|Mrs|Ms|Dr)\.? "
# ", Brandt and Strand": a list goes on; ", the mayor of Harwick and Brayford" is one person.
_WITH_LATER = regex(rf"(?:, {_NAME})?,? (?:and|or|&) \w")
# Only a clause that begins with them: "rain fell and Quill said" has one speaker.
_WITH_EARLIER = regex(
    rf"(?:[\n.!?:;,”\"“] ?|\b(?:that|while|but|when|as) )"
    rf"(?:(?:[Tt]he )?{_NAME}(?: \([^()\n]{{1,20}}\))?|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) [a-z]\w*"
    rf"|[Hh]e|[Ss]he|[Tt]hey) "
    rf"(?:and|or|&) (?:the |{_TITLE})?\Z"
)


def is_joint(text: str, mention: Span | None, named: Named, people: People) -> bool:
    """Tell whether a mention, or what stands before it, names others than the one it is read as."""
    if mention is None or named.how not in ("person", "group", "role", "pronoun"):
        return False
    end = _name_end(text, named, people)
    if end is not None and _WITH_LATER.match(text, end, min(mention[1], end + _REACH)):
        return True
    # "Minister for Mines Ivo Brandt and Minister for Ports Ada Quill": the one read is the last.
    if any(text.startswith(" and ", each.end) for each in people.within(mention[0], named.start)):
        return True
    first = max(0, named.start - _REACH)
    before = text[first : named.start] if first else f"\n{text[: named.start]}"
    return _WITH_EARLIER.search(before) is not None


def _name_end(text: str, named: Named, people: People) -> int | None:
    if named.how == "group":
        name = named.name or ""
        return named.start + len(name) if text.startswith(name, named.start) else None
    mention = people.mention_at(named.start)
    return mention.end if mention is not None else None
