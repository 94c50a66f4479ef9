"""Tell whether a "he" or "she" means somebody unnamed, "Birch's driver", rather than a person named before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People, PersonMention
from qa.attribution.people.roles.known_as import known_as
from qa.attribution.people.roles.role_phrases import RolePhrase
from qa.language.lexicon.first_names import Gender
from qa.language.lexicon.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.roles import FEMALE_NOUNS, HUMAN, MALE_NOUNS, NOT_QUITE, ROLES, RUNNING, SAME_AS
from qa.language.patterns import regex

_MEN, _WOMEN = ("man", "father", "son", "guy", "lad"), ("woman", "mother", "daughter")
_PEOPLE = HUMAN | frozenset("guy lad youngster associate guest passerby person user commenter caller".split())
_INDEFINITE = frozenset("a an one another".split())
_OWNED = frozenset("his her their my our".split())
_LEAD = (
    r"(?:(?:But|And|Then|Yet|Later|Earlier|Outside|Inside|Nearby|Meanwhile|Still|Next|Even|Only|However|Elsewhere"
    r"|Separately),? )?"
    r"(?:(?:[Aa]lthough|[Tt]hough|[Bb]ecause|[Oo]nce|[Ww]hen|[Aa]s|[Aa]fter|[Bb]efore|[Ww]hile|[Ii]f|[Ss]ince"
    r"|[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Ff]rom|[Tt]o|[Ff]or|[Dd]uring) "
    r"[^,;:()“”\"\n]{1,80}, )?"
)
_OWNER = r"(?:[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}(?:[’']s|(?<=s)[’']))"
_PHRASE = regex(
    rf"{_LEAD}(?P<which>(?:[Oo]ne|[Aa]nother) of (?:the|his|her|their)\b"
    rf"|(?:[Tt]he|[Tt]his|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\b|{_OWNER})(?P<words>(?: [\w’'-]+){{1,7}})"
)
_WORD = regex(r"[\w’'-]+")
_AFTER_QUOTATION = regex(r"(?:[”\"’]|''),? (?:(?:said|says|added|asked) )?")
_NO_MODIFIER = PREPOSITIONS | DETERMINERS | AUXILIARIES | frozenset("and or but that who".split())
_PREPOSITION = regex(r"\b(?:of|for|to|with|from|by|about|against|on|at|in|than|like)(?: \w+\.?)? $")
_NAMES = regex(r",? (?:[A-Z]\w+\.? )?|, (?:[a-z][\w-]* ){0,3}(?P<role>[a-z][\w-]*) ")
"""Between a noun and the name of the same person: "rival, Sen. Ada Quill", "victim, bus driver Ada Quill"."""
_ASKED = regex(r" (?:\w+ ){0,2}(?:asked|questioned|pressed|interviewed|quizzed|grilled) ")
_ACTS = regex(
    r",? (?:\w+ly )?(?:who |has |had |is |was |will |would |could |can |did |does |said\b|told\b"
    r"|[a-z]{2,}ed\b|[a-z]{3,}s\b)"
)
"""What follows a name that is a subject: an auxiliary, a verb in the past or one with -s."""
_CLAUSE = regex(r"\b(?:while|but|as|when|because|after|before|though|until|if|that) $")
_HONORIFIC = regex(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Dame)\.? )?$")
_WORDS_OF = regex(
    r"[’']s? (?:\w+ )?(?:remarks?|comments?|statement|words|speech|letter|answers?|reply|views?|testimony|claims?)\b"
)
_ELDER = frozenset(("elder", "younger", "older"))
# "It would be mended, said a spokesman. But he": the subject stands after the verb.
_INVERTED = regex(
    r", (?:said|says|added|adds|argued|argues|warned|explained|explains|replied|wrote|writes|claimed|insisted) "
    rf"(?=(?:the|an?|one|another|his|her|their|{_OWNER}) (?:[\w’'-]+ ){{0,3}}[\w’'-]+[.,;])"
)
# "It would be mended, the spokesman said. But he": the sentence is over with the verb, or with who was told.
_AT_END = regex(
    rf", (?=(?:the|an?|one|another|his|her|their|{_OWNER}) (?:[\w’'-]+ ){{1,5}}"
    r"(?:(?:said|says|added|adds|argued|argues|warned|explained|explains|claimed|insisted)"
    r"|(?:told|tells) (?:the )?[\w’']+(?: [A-Z][\w’']*){0,3})[.;])"
)
# "According to a clerk, it leaks. It is old, he said." But "According to a clerk, she was ill. She said" is hers.
_AS_TOLD = regex(
    rf"\b[Aa]ccording to (?=(?:the|an?|one|another|his|her|their|{_OWNER}) (?:[\w’'-]+ ){{0,3}}[\w’'-]+[.,;])"
    r"(?![^.,;\n]{0,80}[,;][^.\n]{0,200}\b(?:he|she)\b)"
)
_MODIFIERS = 4
_LOOKED_AT = 40
"""Names and phrases: a bound, so that no article takes more than linear time."""


class Unnamed(NamedTuple):
    """A noun phrase for one person who is not named in it; `which` is its determiner or owner."""

    start: int
    end: int
    which: str
    noun: str


class Nameless:
    """The people without a name of one article, each where a clause begins with them."""

    def __init__(self, layout: Layout, people: People, roles: Sequence[RolePhrase]) -> None:
        self.layout, self.people = layout, people
        self.bearers = {phrase.start: phrase.person for phrase in roles}
        self.found = list(self._find())
        self.starts = [one.start for one in self.found]

    def meant(self, own: tuple[int, ...], gender: Gender, opening: int, start: int) -> Unnamed | None:
        """Return whom a pronoun at `start` more likely means than `own`: somebody unnamed after `opening`."""
        text = self.layout.text
        last, first = bisect_left(self.starts, start), bisect_left(self.starts, opening)
        for at in range(last - 1, max(first, last - _LOOKED_AT) - 1, -1):
            one = self.found[at]
            if one.end > start or gender_of_noun(one.noun) not in (None, gender):
                continue
            if (bearer := self.bearers.get(one.start)) is not None:
                if bearer in own:
                    return None
                continue  # somebody with a name, who was weighed as such
            # "The driver waited, he said": somebody who was named before says so.
            told = text[start - 2 : start] == ", " and self._sentence(one.start) == self._sentence(start)
            own_words = told or self.is_own_role(one, own) or self._is_named_since(one, own, start)
            own_words = own_words or self._is_known_as(one, own)
            return None if own_words else one
        return None

    def is_introduced(self, one: Unnamed) -> bool:
        """Tell whether words mean somebody else than was named: "his friend", or "the friend" after these words.

        "The driver" alone is often somebody who has a name.
        """
        which = one.which.casefold()
        if which != "the" or one.noun in _ELDER:
            return True
        before = re.compile(
            rf"\b(?:an?|one|another|his|her|their|my|our|\w+[’']s) (?:[\w’'-]+ ){{0,3}}{re.escape(one.noun)}\b",
            re.I,
        )
        return before.search(self.layout.text, 0, one.start) is not None

    def asks(self, one: Unnamed) -> bool:
        """Tell whether somebody is told to ask: who answers "A reporter asked Quill" is Quill."""
        return _ASKED.match(self.layout.text, one.end) is not None

    def _find(self) -> Iterator[Unnamed]:
        layout, text = self.layout, self.layout.text
        begins = set(layout.starts)
        begins.update(
            after.end()
            for _, end in layout.quoted
            if (after := _AFTER_QUOTATION.match(text, end)) is not None
        )
        begins.update(after.end() for after in _INVERTED.finditer(text))
        begins.update(after.end() for after in _AT_END.finditer(text))
        begins.update(after.end() for after in _AS_TOLD.finditer(text))
        for begin in sorted(begins):
            match = _PHRASE.match(text, begin, begin + 240)
            if match is None or layout.is_quoted(begin):
                continue
            noun = _head(text, *match.span("words"), several=" of " in match["which"])
            office = noun is not None and noun[0] == "member" and text.startswith(" for ", noun.end())
            if noun is not None and not office and not self._is_named(noun.end()):
                yield Unnamed(match.start("which"), noun.end(), match["which"], noun[0].casefold())

    def _is_named(self, end: int) -> bool:
        """Tell whether a name follows the noun: "the driver Carl Weiss", "her neighbour, Carl Weiss"."""
        mentions = self.people.mentions
        at = bisect_right(mentions, end, key=lambda mention: mention.start)
        if at == len(mentions) or mentions[at].possessive:
            return False
        between = _NAMES.fullmatch(self.layout.text, end, mentions[at].start)
        return between is not None and (between["role"] is None or between["role"] in ROLES | HUMAN)

    def is_own_role(self, one: Unnamed, own: tuple[int, ...]) -> bool:
        """Tell whether the noun is what the article calls them: "the mayor" where Lindt is the mayor."""
        which = one.which.casefold()
        if which.split()[0] in _INDEFINITE or which in _OWNED:
            return False
        if any(not set(own).isdisjoint(m.people) for m in self.people.within(one.start, one.end)):
            return False  # "Lindt's driver"
        role = SAME_AS.get(one.noun, one.noun)
        if all(self._is_not_quite(i, role) for i in own):
            # "The mayor" is not the former mayor.
            words = self.layout.text[one.start : one.end].casefold().split()
            return not NOT_QUITE.isdisjoint(words)
        roles = set().union(*(self.people.persons[i].roles for i in own))
        if role in roles or role in RUNNING or (role == "senator" and not roles.isdisjoint(RUNNING)):
            return True
        return self._is_called(one, own)

    def _is_known_as(self, one: Unnamed, own: tuple[int, ...]) -> bool:
        the = one.which.casefold() == "the"
        return the and known_as(self.layout.text, self.people, one.noun, one.start) == [*own]

    def _is_not_quite(self, person: int, role: str) -> bool:
        known = self.people.persons[person]
        return role not in known.plain_roles and any(role == near for _, near in known.near_roles)

    def _is_called(self, one: Unnamed, own: tuple[int, ...]) -> bool:
        """Tell whether the noun stands beside their name earlier: "Ada Lindt, the town clerk, said"."""
        mentions, text = self.people.mentions, self.layout.text
        last = bisect_left(mentions, one.start, key=lambda mention: mention.start)
        beside = re.compile(rf"(?:,| is| was) (?:(?!who\b)[\w’'-]+ ){{0,5}}{re.escape(one.noun)}\b")
        before = re.compile(rf"\b{re.escape(one.noun)},? $", re.I)
        for mention in mentions[max(0, last - _LOOKED_AT) : last]:
            if mention.possessive or set(own).isdisjoint(mention.people):
                continue
            if beside.match(text, mention.end, one.start) or before.search(
                text, max(0, mention.start - 30), mention.start
            ):
                return True
        return False

    def _is_named_since(self, one: Unnamed, own: tuple[int, ...], start: int) -> bool:
        """Tell whether they are named again, not only as whose friend or driver the other is."""
        mentions, text = self.people.mentions, self.layout.text
        last = bisect_left(mentions, start, key=lambda mention: mention.start)
        for mention in reversed(mentions[max(0, last - _LOOKED_AT) : last]):
            if mention.start < one.end:
                break
            if mention.quoted or set(own).isdisjoint(mention.people):
                continue
            if text[mention.start - 1] == "-":
                continue  # "anti-Brandt protests"
            if mention.possessive and not self._counts_as_owner(mention, own, one):
                continue
            if self._sentence(mention.start) != self._sentence(one.start):
                return True
            # "The minister met Ned Pryce. He said": in the minister's own sentence another subject is needed.
            hangs = _PREPOSITION.search(text, max(one.end, mention.start - 24), mention.start)
            asked = _ASKED.fullmatch(
                text, one.end, mention.start
            )  # "A reporter asked Quill about it. She said"
            begins = _CLAUSE.search(text, max(one.end, mention.start - 12), mention.start)
            if asked or (hangs is None and (begins or _ACTS.match(text, mention.end))):
                return True
        return False

    def _counts_as_owner(self, mention: PersonMention, own: tuple[int, ...], one: Unnamed) -> bool:
        """Tell whether an owner is talked of: by their words, or beside a subject whom the pronoun cannot mean.

        "Quill's remarks were made in Salem. She said"; "Pryce is suing over Quill's ferry. She said".
        """
        begin = self.layout.sentences[self._sentence(mention.start)][0]
        if begin <= one.start:
            return False
        if _HONORIFIC.match(self.layout.text, begin, mention.start):
            return _WORDS_OF.match(self.layout.text, mention.end) is not None
        genders = {self.people.persons[i].gender for i in own}
        for other in self.people.within(begin, mention.start):
            apart = {self.people.persons[i].gender for i in other.people}
            if not other.possessive and None not in apart | genders and apart.isdisjoint(genders):
                return True
        return False

    def _sentence(self, offset: int) -> int:
        return self.layout.sentence_at(offset)


def _head(text: str, start: int, end: int, *, several: bool) -> re.Match[str] | None:
    """Return the noun for a person that heads the words after a determiner, or for several: "one of the clerks"."""
    head = None
    for count, word in enumerate(_WORD.finditer(text, start, end)):
        low = word[0].casefold()
        if (low in _PEOPLE or (several and low.removesuffix("s") in _PEOPLE)) and word[0][0].islower():
            head = word
        elif head is None and low in _ELDER and text[word.end() + 1 : word.end() + 2].isupper():
            return word  # "the elder Pryce": somebody else than Pryce
        elif head is not None:
            # "The student union", "the farmer, a widow": a group follows, or the phrase is over.
            return None if low in GROUP_NOUNS else head
        elif count >= _MODIFIERS or low in _NO_MODIFIER:
            return None
    return head


def gender_of_noun(noun: str) -> Gender | None:
    if noun.endswith("person"):
        return None  # a spokesperson is nobody's son
    if noun in MALE_NOUNS or noun.endswith(_MEN):
        return "f" if noun in FEMALE_NOUNS or noun.endswith(_WOMEN) else "m"
    return "f" if noun in FEMALE_NOUNS or noun.endswith(_WOMEN) else None
