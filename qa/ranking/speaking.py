"""Decide whose words a record is, for a question that asks for somebody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from qa.datatypes import Attribution
from qa.language.broken_lines import own_paragraph
from qa.language.lexicon.first_names import FEMALE, MALE
from qa.language.lexicon.function_words import ADVERBS, BE, DETERMINERS, POSSESSIVES
from qa.language.lexicon.offices import SPOKESPEOPLE
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, OFFICES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.spelling import SpelledWord, introduces
from qa.language.terms import term, terms
from qa.speakers.names import fold, folded_words

_CUE_WITHIN = 8
"""The most words between a name and the word that says they spoke."""
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEFORE_A_PERSON = FEMALE | MALE | (TITLES - OFFICES)
_BODIES_OF = frozenset(
    "administration camp campaign team family office government cabinet aide aides lawyers".split()
)
_BEFORE_A_NAME = DETERMINERS | TITLES
_PEOPLE = ANY_ROLE | HUMAN
_BEFORE_A_NOUN = DETERMINERS | POSSESSIVES
_AT_SOMEBODY = frozenset(
    """accuse advise attack blame call condemn criticize defend describe endorse mock oppose praise support thank
    threaten urge warn""".split()
)
"""Cues whose object may be a person or a body."""
_REFUTING = frozenset("deny dismiss refuse reject".split())
_REFUTES = regex(r"den(?:y|ie)|dismiss|refus|reject|rebut|refut|disput", re.I)
_DENIES = regex(r"\b(?:nobody|no|none|never|not|neither|nor|without|\w+n['’]t)\b", re.I)


_SAID_BEFORE = regex(r"\b(?:said|says|told|according to|added|wrote|argued|warned)(?: [\w’'-]+){0,4} $")
_ISSUED = regex(
    r"(?:,[^,.;]{1,60},)?(?:\s(?:has|had|have|also|later|then|earlier))*"
    r"\s(?:issued|released|published|posted|sent|wrote|signed|put out|gave out)\s(?:[\w-]+\s){1,3}?"
    r"(?:statement|letter|message|note|memo|e-?mail|post|tweet|reply)\s(?:that|which)\s(?P<cue>\w+)"
)
"""What follows a name whose bearer says something in what they wrote: "Thiel issued a statement that said so"."""


_SENT_TO = regex(
    r"\b(?:ambassador|envoy|emissary|consul|attach[ée]|delegate)s?\s+(?:general\s+)?to\s+(?:the\s+)?\Z", re.I
)
"""What stands before the country that somebody speaks in, and not for: "the Danish ambassador to Norway"."""
_QUOTED = regex(r"[“”\"]")
_ONLY_QUOTING = frozenset(("quote", "aloud"))
"""Frames of what reports only next to quotation marks, or with "that": "Quill began in May" tells of no words."""
THE_PERSON = regex(rf"the\s+(?:[a-z-]+\s+)?(?!spokes)(?:{'|'.join(sorted(HUMAN))})", re.IGNORECASE)
"""Somebody by what they are, who may be the one named just before or another: "the analyst".

"The spokesman" may speak for a body that is named.
"""
_OWNER = regex(r"(?P<owner>[A-Z]\w*)(?:[’']s|(?<=s)[’']) ")
"""The word with a capital that ends the name whose somebody is: "Student" of "Save The Student's Tom Brandt"."""
_OF = regex(r"(?P<who>[\w’'-]+)\s+(?:of|for|to)\s+")
"""What stands before those whom somebody is of: "Dean of | Students"."""
_ENDS = regex(r"[.!?][\s“”\"‘’']+")
_NAMED_FIRST = regex(r"(?:[A-Z][\w.’'-]*\s*){1,4}")
_LONGEST_SENTENCE = 400
"""How many characters before somebody's words are searched for the sentence before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words a question asks for: those of one speaker, or anybody's whose name is known.

    `names` are the archive's names for the speaker: the full one, and the bare surname that articles use which never
    give the full name. None stands for everybody. `body`: they are a body's, for whom others may speak. `records` are
    those of people without a name who are described as was asked, "his lawyer". `word` is the word by which an article
    refers to them; `role` the terms of a role ("Quill's critics"), `noun` that of its noun; `introduced` the words of a
    name that nobody is quoted under, with which somebody may be introduced. Where anybody is asked for, `cue` is how
    they must have spoken ("accuse"), `target` what follows it.
    """

    names: frozenset[str] | None
    word: str = ""
    role: frozenset[str] = frozenset()
    noun: str = ""
    introduced: tuple[SpelledWord, ...] = ()
    cue: str | None = None
    target: str = ""
    body: bool = False
    records: frozenset[Attribution] = frozenset()

    @property
    def known_by_name(self) -> frozenset[str] | None:
        """The names without which no record is the asked speaker's; None where other records may be theirs, too."""
        return None if self.role or self.introduced or self.records else self.names

    def owns(self, record: Attribution, name: str | None, text: str) -> bool:
        """Return whether a record is the asked speaker's, or one of somebody known where anybody is asked for."""
        if self.names is None:
            return name is not None and not self.rules_out(record, name, text)
        # To look a record up takes longer than all the rest: its hash is made of all that it has.
        if name in self.names or (self.records and record in self.records):
            return True
        if self.body and record.speaks_for in self.names:
            return True
        if (self.role or self.introduced) and record.mention is not None:
            mention = text[slice(*record.mention)]
            whole = (
                introduces(mention, self.introduced) if self.introduced else self.role <= set(terms(mention))
            )
            return (
                whole
                and not _is_of(mention, self.word)
                and not (self.noun and _names_owned(mention, self.noun))
            )
        return False

    def rules_out(self, record: Attribution, name: str | None, text: str) -> bool:
        """Return whether a record cannot be an answer where anybody is asked for.

        A speaker who declined said nothing, the accused is not the accuser, and "who denied it" is not who reported it.
        """
        if self.names is not None:
            return False
        if record.polarity == "declined":
            return True
        if self.cue in _REFUTING and record.polarity != "denied":
            # "There was no such plan," she said, denies it as well.
            refutes = record.cue is not None and _REFUTES.match(text[slice(*record.cue)])
            return not refutes and not any(_DENIES.search(text, *span) for span in record.content)
        return name is not None and self.cue in _AT_SOMEBODY and _opens_with(self.target, name)

    def may_own(self, record: Attribution, name: str | None, text: str) -> bool:
        """Return whether a record's speaker is not known, and could be the asked one by the words that name them."""
        if name is not None or not self.word or record.mention is None:
            return False
        mention = text[slice(*record.mention)]
        return bool(whole_word(self.word).search(mention)) and not _is_of(mention, self.word)

    def may_mean(self, record: Attribution, name: str | None, text: str) -> bool:
        """Return whether a record's speaker is not known, and the sentence before begins with the asked one.

        "Quill of Dene Capital was not convinced. “Two buyers are not a market,” the analyst said."
        """
        if name is not None or not self.word or record.mention is None:
            return False
        start = min(record.mention[0], *(begin for begin, _ in record.content))
        named_before = _begins_with(_sentence_before(text, start), self.word)
        return named_before and THE_PERSON.fullmatch(text, *record.mention) is not None


def _names_owned(mention: str, noun: str) -> bool:
    """Return whether a noun is only what somebody is of: "Save The Student's Tom Brandt" is none.

    Nor is the Dean of Students; one of the students is.
    """
    owners = [match for match in _OWNER.finditer(mention) if noun in terms(match["owner"])]
    if owners and terms(mention).count(noun) == len(owners):
        return True
    if noun not in _people_terms():
        return False  # "a spokesman for the Harbour Office" is the office
    office = next((of for of in _OF.finditer(mention) if fold(of["who"]) in _PEOPLE - SPOKESPEOPLE), None)
    return office is not None and noun not in terms(mention[: office.end()])


@cache
def _people_terms() -> frozenset[str]:
    return frozenset(map(term, _PEOPLE))


@lru_cache(maxsize=1000)
def whole_word(word: str) -> re.Pattern[str]:
    """Return the pattern of a word or name that stands by itself."""
    # What may not stand before it is looked at last: a pattern that begins with the word itself is looked for by its
    # letters, and one that begins with a condition by trying each place of an article.
    itself = re.escape(word)
    return re.compile(rf"{itself}(?!\w)(?<!\w{itself})")


def _sentence_before(text: str, at: int) -> str:
    """Return the sentence that ends in the same paragraph before an offset; "" where none does."""
    paragraph = own_paragraph(text, at, at, _LONGEST_SENTENCE)
    line = text[max(paragraph[0], at - _LONGEST_SENTENCE) : at]
    ends = [match.end() for match in _ENDS.finditer(line)]
    return line[ends[-2] if len(ends) > 1 else 0 : ends[-1]] if ends else ""


def _begins_with(sentence: str, word: str) -> bool:
    """Return whether a sentence begins with a name that has a word: "Ada Quill of Dene Capital was not convinced."."""
    named = _NAMED_FIRST.match(sentence)
    return named is not None and whole_word(word).search(named[0]) is not None


def _opens_with(target: str, name: str) -> bool:
    """Return whether words after a cue begin with a name or how an article refers to it: "Senator Rubio a threat"."""
    wanted, said = _bare(folded_words(name)), _bare(folded_words(target))
    if not wanted or not said:
        return False
    if said[: len(wanted)] == wanted:
        return True
    capitals = [word[:1].isupper() for word in _WORD.findall(target) if fold(word) not in _BEFORE_A_NAME]
    run = max(1, next((at for at, upper in enumerate(capitals) if not upper), len(capitals)))
    # "Rubio" is Marco Rubio, and "Marco Rubio" is somebody only called Rubio; "House Democrats" is no White House.
    return said[run - 1 : run] == wanted[-1:] and (run == 1 or len(wanted) == 1)


def _bare(words: list[str]) -> list[str]:
    return words[next((at for at, word in enumerate(words) if word not in _BEFORE_A_NAME), len(words)) :]


def _is_of(mention: str, word: str) -> bool:
    """Return whether a mention means a person's aides, not the person: "an aide to Senator Holm", "the Holm camp".

    So does "Holm's lawyer", and what "Brandt about Holm" said is Brandt's. "A spokesman for Boeing" is Boeing as far as
    anybody can be; "the ambassador to Norway" is another country's.
    """
    at = whole_word(word).search(mention) if word else None
    if at is None:
        return False
    if _SENT_TO.search(mention, 0, at.start()):
        return True
    after = _WORD.match(mention, at.end() + 1)
    if mention[at.end() :].startswith(("'s", "’s")) or (after and after[0].casefold() in _BODIES_OF):
        return True
    before = [found[0] for found in _WORD.finditer(mention, 0, at.start())]
    if not {"about", "concerning", "regarding"}.isdisjoint(before):
        return True
    person = bool(before) and fold(before[-1]) in _BEFORE_A_PERSON
    return person and any(each in {"of", "to", "for", "with", "by"} for each in before)


def _last_words(text: str) -> str:
    """Return the end of a text, as far as a word that denies what follows may stand before it."""
    words = [found.start() for found in _WORD.finditer(text)]
    return text[words[-_CUE_WITHIN] :] if len(words) > _CUE_WITHIN else text


def told_of(text: str, word: str) -> bool:
    """Return whether a text reports by name what somebody said, as far as can be seen without an attribution.

    "Nobody heard Thiel say that" does not, nor does a text about what a person did not say.
    """
    named = whole_word(word).search(text) if word else None
    if named is None or _DENIES.search(_last_words(text[: named.start()])):
        return False
    if _SAID_BEFORE.search(text, 0, named.start()):
        return True  # "“Not yet,” said Dene analyst Arun Thiel"
    issued = _ISSUED.match(text, named.end())
    if issued is not None and issued["cue"].casefold() in VERBS:
        return True
    after = [m[0] for m in _WORD.finditer(text, named.end())][:_CUE_WITHIN]
    following = [word.casefold() for word in after]
    if any(_DENIES.fullmatch(word) for word in following):
        return False
    quotes = _QUOTED.search(text) is not None
    return any(
        _is_cue(after, at)
        for at, word in enumerate(following)
        if word in VERBS
        and (quotes or following[at + 1 : at + 2] == ["that"] or not VERBS[word].frames <= _ONLY_QUOTING)
    )


def _is_cue(words: Sequence[str], at: int) -> bool:
    """Return whether a word for speaking, of the words after a name, is a verb that tells what its bearer says.

    "The opening" and "his call" are no verbs, "West Reading" is a name, and who "was later charged" says nothing.
    """
    before = [word.casefold() for word in words[max(0, at - 2) : at]]
    named = words[at][0].isupper() and not all(word[0].isupper() for word in words)
    passive = not words[at].casefold().endswith("ing") and (
        (before[-1:] and before[-1] in BE) or (before[:1] and before[0] in BE and before[-1] in ADVERBS)
    )
    return not named and not passive and (not before or before[-1] not in _BEFORE_A_NOUN)
