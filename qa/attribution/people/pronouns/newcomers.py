"""Find who a paragraph is about if it begins with a name of which little is known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from qa.attribution.people.cast.strangers import may_open
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People, PersonMention
from qa.attribution.people.roles.role_phrases import RolePhrase
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.roles import ROLES
from qa.language.patterns import regex
from qa.speakers.names import is_group

_OPENS_CLAUSE = regex(r" [a-z]|, (?:the|an?|who|whose|his|her) ")
_OWNS = regex(r"[’']s? ")
_INTRODUCED = regex(r"\b(\w+),? $")
_ACTS_LIKE_ONE = regex(
    r",? (?:(?:also|now|still|no longer|never|\w+ly) )?(?:believes?d?|feels?|felt|hopes?d?|fears?|feared|knows?|knew"
    r"|thinks?|thought|wants?|wanted|remembers?|remembered|recalls?|recalled|lives?|lived|worked|works|grew up|moved"
    r"|sat|sits|stood|stands|shrugged|smiled|nodded|laughed|is (?:in|a|an|on|one|still|now|also|\w+ing) )"
)
"""What a person does rather than a body."""
_LONG = 5
"""Words of a name that nothing explains: offices before somebody's, as in "Member Environment Dene Coast Orsa Quaz"."""
_SAYS = regex(r",? (?:(?:also|today|yesterday|\w+ly) )?(?:said|says|told|added|stated|explained) ")
GOES_ON = regex(r"[Ss]?[Hh]e (?:also |further )?(?:added|adds|continued|went on|concluded)\b")
"""What somebody does who spoke before: "He added that it leaks"."""
_SPOKE = regex(
    r"(?:,[^.;:“”\"\n]{2,120},)? (?:(?:also|today|\w+ly) )?(?:said|says|told|stated|explained|called|described) "
)
_OF_ONESELF = regex(r"(?:,[^.;:,“”\"\n]{2,100},)? (?:said|says|told [^.;:,“”\"\n]{2,60}?)(?: that)? s?he\b")
"""What follows somebody rather than a body: ", one of two survivors, told a paper that she"."""
_REACH = 1_500
"""Characters before a pronoun in which a stranger is looked for."""
_LOOKED_AT = 20
"""Names from a paragraph's beginning: a bound, so that no article takes more than linear time."""


class Newcomers:
    """The little-known names of one article that may be meant by a pronoun."""

    def __init__(self, layout: Layout, people: People, roles: Sequence[RolePhrase]) -> None:
        self.layout, self.people, self.roles = layout, people, roles

    def between(self, own: tuple[int, ...], opening: int, start: int) -> tuple[int, ...] | None:
        """Return who the paragraph from `opening` to a pronoun is about, if that is not whom the pronoun seems to mean.

        "Keller shrugged. “We are talking,” he said.": that is not the person who spoke in the paragraph before. It is
        Keller where nobody else is named in between, and nobody where nothing shows that Keller is a person.
        None: no such name.
        """
        if self._may_be_the_owner(start) and all(self.people.persons[i].gender is None for i in own):
            return ()
        if GOES_ON.match(self.layout.text, start) and self._stranger_spoke(opening, start):
            return ()
        if (stranger := self._stranger_since(own, start)) is not None:
            return stranger
        outside: list[PersonMention] = []
        for mention in self._named_from(opening):
            if mention.start >= start:
                break
            if not set(own).isdisjoint(mention.people):
                return None
            if not mention.quoted:
                outside.append(mention)
        if self._has_role_of(own, opening, start):
            return None
        if outside and self._begins(outside[0].start) and not self._is_certain(outside[0]):
            only = {m.people for m in outside}
            return outside[0].people if len(only) == 1 and not outside[0].possessive else ()
        return () if self._group_begins(opening, start) else None

    def _group_begins(self, opening: int, start: int) -> bool:
        text, groups = self.layout.text, self.people.groups
        first = bisect_left(groups, opening, key=lambda group: group.start)
        for group in groups[first : first + _LOOKED_AT]:
            if group.start >= start:
                return False
            if self.layout.is_quoted(group.start) or group.name.casefold() in GENERIC:
                continue
            begins = self._begins(group.start) and not may_open(group.name.casefold())
            if " " not in group.name and begins and _OPENS_CLAUSE.match(text, group.end):
                return True
            role = _INTRODUCED.search(text, max(opening, group.start - 24), group.start)
            if role and role[1].casefold() in ROLES and not group.name.isupper():
                return True
        return False

    def _stranger_since(self, own: tuple[int, ...], start: int) -> tuple[int, ...] | None:
        """Return who has become the subject since somebody was meant last, if little is known of the name.

        "Kestra Vool no longer believes it. “They mislead us,” he said.": that is not who spoke before, but nothing
        shows that Kestra Vool is a person. Of "Kestra Vool, a 20-year-old from Norvik," something does.
        """
        if self.layout.text[start - 2 : start] == ", ":
            return None  # "Vool, he said, would come"
        since = max(start - _REACH, 0)
        named = [mention for mention in self.people.within(since, start) if not mention.quoted]
        last = next((mention for mention in reversed(named) if set(own) & set(mention.people)), None)
        since = last.end if last is not None else since
        later = [mention for mention in named if mention.start >= since]
        if later and self._begins(later[0].start) and self._is_new(later[0]):
            only = {mention.people for mention in later}
            alone = len(only) == 1 and not later[0].possessive and not self._has_role_of(own, since, start)
            return later[0].people if alone else None
        return () if not later and self._group_acts(own, since, start) else None

    def _stranger_spoke(self, opening: int, start: int) -> bool:
        """Tell whether a paragraph's last speaker has a name that nothing shows to be a person's.

        "Kestra Vool said Quill’s plan was late. “It is cold,” she added.": that is not Quill.
        """
        text, groups = self.layout.text, self.people.groups
        first, last = (bisect_left(groups, at, key=lambda group: group.start) for at in (opening, start))
        for group in reversed(groups[max(first, last - _LOOKED_AT) : last]):
            if self.layout.is_quoted(group.start) or not self._begins(group.start):
                continue
            named = 2 <= len(group.name.split()) <= 3 and not is_group(group.name)
            others = (m.start for m in self.people.within(group.end, start) if not m.quoted)
            return named and _SPOKE.match(text, group.end) is not None and not any(map(self._begins, others))
        return False

    def _group_acts(self, own: tuple[int, ...], since: int, start: int) -> bool:
        """Tell whether a name that nothing shows to be a person's does what only a person does."""
        text, groups = self.layout.text, self.people.groups
        last = bisect_left(groups, start, key=lambda group: group.start)
        for group in reversed(groups[max(0, last - _LOOKED_AT) : last]):
            words = group.name.split()
            if group.start < since:
                return False
            named = len(words) >= _LONG and self._begins(group.start) and not is_group(group.name)
            if named and _SAYS.match(text, group.end):
                return not self._has_role_of(own, group.end, start)
            if (
                not 2 <= len(words) <= 3
                or self.layout.is_quoted(group.start)
                or not self._begins(group.start)
            ):
                continue
            known = is_group(group.name) or any(
                word.isupper() or "’" in word or "'" in word for word in words
            )
            acts = _ACTS_LIKE_ONE.match(text, group.end) or _OF_ONESELF.match(text, group.end)
            if not known and not may_open(words[0].casefold()) and acts:
                return not self._has_role_of(own, group.end, start)
        return False

    def _has_role_of(self, own: tuple[int, ...], opening: int, start: int) -> bool:
        first = bisect_left(self.roles, opening, key=lambda phrase: phrase.start)
        phrases = self.roles[first : first + _LOOKED_AT]
        return any(phrase.start < start and phrase.person in own for phrase in phrases)

    def _may_be_the_owner(self, start: int) -> bool:
        """Tell whether an unknown owner begins the sentence: "Ellery's time was short, she said"."""
        begin = self.layout.sentences[self.layout.sentence_at(start)][0]
        at = bisect_left(self.people.groups, begin, key=lambda group: group.start)
        if at == len(self.people.groups) or (group := self.people.groups[at]).start != begin:
            return False
        return _OWNS.match(self.layout.text, group.end) is not None and not is_group(group.name)

    def _begins(self, start: int) -> bool:
        return start == self.layout.sentences[self.layout.sentence_at(start)][0]

    def _is_certain(self, mention: PersonMention) -> bool:
        return all(self.people.persons[i].certain for i in mention.people)

    def _is_new(self, mention: PersonMention) -> bool:
        """Tell whether a name is little known, or introduces somebody of whose gender nothing is known."""
        if not self._is_certain(mention):
            return True
        persons = [self.people.persons[i] for i in mention.people]
        return mention.full and all(one.gender is None and one.first == mention.start for one in persons)

    def _named_from(self, opening: int) -> Sequence[PersonMention]:
        mentions = self.people.mentions
        first = bisect_left(mentions, opening, key=lambda mention: mention.start)
        return mentions[first : first + _LOOKED_AT]
