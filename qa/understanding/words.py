"""The vocabulary of questions: verbs of saying and thinking, nouns for what was said, and who is nobody in
particular."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.language.lexicon.common_words import OFFICES
from qa.language.lexicon.titles import ROLES as PEOPLE_BY_ROLE
from qa.language.lexicon.titles import TITLES

# lemma: past, participle (when it differs), and the -ing form where spelling is not regular.
_STRONG = """
say:said tell:told think:thought believe claim comment remark mention argue warn promise:promised:promising
vow pledge:pledged predict insist assert declare deny:denied:denying tweet complain allege
speak:spoke:speaking:spoken talk
"""
_WEAK = """
announce suggest report describe call criticize criticise praise condemn accuse blame urge propose recommend
explain stress admit:admitted:admitting acknowledge concede confirm:confirmed reply:replied:replying respond
react feel:felt expect hope write:wrote:writing:written post note add ask answer reveal emphasize emphasise
state support oppose address reject dismiss defend see:saw:seeing:seen view advise demand threaten endorse
attack mock apologize apologise
"""

NEUTRAL = frozenset(
    """say tell think believe speak talk mention state remark write see view feel ask add note post
    report""".split()
)
"""Verbs that ask for a person's words whatever the cue: a question does not insist on them."""

# These are nouns as well: "the State Department", "the report", "a claim".
NOUN_TOO = frozenset(
    """state report claim call post note address comment view blame promise attack support answer remark
    mention urge tweet stress hope demand warn reply""".split()
)

_BRITISH = {"criticise": "criticize", "emphasise": "emphasize", "apologise": "apologize"}


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb. `strong`: it is about words or thoughts whoever its subject is."""

    lemma: str
    strong: bool


def _inflections(entry: str) -> tuple[str, str, str, str, set[str]]:
    base, *given = entry.split(":")
    stem = base[:-1] if base.endswith("e") and base != "see" else base
    past = given[0] if given else stem + "ed"
    ing = given[1] if len(given) > 1 else stem + "ing"
    third = base[:-1] + "ies" if base.endswith("y") and base != "say" else base + "s"
    if base.endswith(("s", "x", "ss", "ch")):
        third = base + "es"
    return base, third, past, ing, {past, *given[2:]}


def _tables() -> tuple[dict[str, Verb], dict[str, Verb], dict[str, Verb], dict[str, Verb]]:
    base: dict[str, Verb] = {}
    finite: dict[str, Verb] = {}
    participle: dict[str, Verb] = {}
    going: dict[str, Verb] = {}
    for table, strong in ((_STRONG, True), (_WEAK, False)):
        for entry in table.split():
            plain, third, past, ing, done = _inflections(entry)
            verb = Verb(_BRITISH.get(plain, plain), strong)
            base[plain] = verb
            going[ing] = verb
            finite[third] = finite[past] = verb
            participle.update(dict.fromkeys(done, verb))
    return base, finite, participle, going


BASE, FINITE, PARTICIPLE, GOING = _tables()
"""Form to verb: after "did", on its own ("said", "says"), after "has", after "is"."""

VIEW_NOUNS = {
    **dict.fromkeys(
        "view views opinion opinions position positions stance take thoughts attitude".split(), None
    ),
    **dict.fromkeys("comment comments remark remarks statement statements words quote quotes".split(), None),
    **dict.fromkeys("quotation quotations tweet tweets message".split(), None),
    **dict.fromkeys("speech speeches interview interviews testimony rhetoric".split(), None),
    **dict.fromkeys("stand line thinking feelings".split(), None),
    **dict.fromkeys("reaction reactions".split(), "react"),
    **dict.fromkeys("response responses reply answer".split(), "respond"),
    **dict.fromkeys("criticism criticisms".split(), "criticize"),
    **dict.fromkeys("warning warnings".split(), "warn"),
    **dict.fromkeys("promise promises pledge pledges".split(), "promise"),
    **dict.fromkeys("claim claims".split(), "claim"),
    **dict.fromkeys("prediction predictions".split(), "predict"),
    **dict.fromkeys("denial denials".split(), "deny"),
}
"""What is said or thought, as a noun, and the cue it insists on."""

OPINION_NOUNS = frozenset(
    "view views opinion opinions position positions stance take thoughts attitude".split()
)
OTHER_THINGS_TOO = frozenset("stand line speech speeches interview interviews testimony rhetoric".split())
"""View nouns that are words of somebody only where the archive knows whose."""
PLAIN_WORDS = frozenset("comment comments remark remarks statement statements words quote quotes".split())
"""View nouns that are nothing but somebody's words, whoever it is."""

ABOUT = frozenset("about on regarding concerning over toward towards re abt".split())
"""Words that open a topic after a verb or noun."""

AUXILIARIES = frozenset(
    "did does do has have had is are was were will would can could should may might must be been am".split()
)
QUESTION_WORDS = frozenset("what who how why when where which whose whom".split()) | AUXILIARIES

PRONOUNS = frozenset(
    """i you he she it they we me him her them us one someone somebody anyone anybody this that these those
    who whom which what there his hers its their theirs my your our""".split()
)

NOBODY = frozenset(
    """people everyone everybody others nobody most many some all articles article text texts passage author
    authors archive story stories news sources paragraph paper papers document documents media press world
    folks ppl things coverage reporting""".split()
)
"""Subjects that name no one: "what do people say", "what does the article say"."""

DOCUMENTS = frozenset(
    """article articles story stories piece bible constitution amendment law act treaty book study
    report rule rules law laws lyrics song poem theory theorem graph table label sign map data research
    model clause section chapter verse movie film letter quran torah declaration bill policy definition
    dictionary text contract agreement evidence science history""".split()
)
"""Things with words of their own, but no mouth: a speaker only where the archive has them as one."""

ROLES = PEOPLE_BY_ROLE | frozenset(
    """critics experts analysts economists scientists researchers officials lawmakers politicians senators
    republicans democrats liberals conservatives voters residents neighbours neighbors witnesses survivors
    relatives family police prosecutors lawyers attorneys doctors nurses teachers students workers unions
    activists campaigners protesters supporters opponents observers commentators pundits historians investors
    traders executives shareholders customers fans players coaches leaders ministers diplomats generals
    soldiers veterans farmers businesses companies authorities opposition jury king queen critic official
    witness survivor resident parents employees staff firefighters firefighter detectives investigators
    regulators ambassadors journalists reporters columnists scholars academics engineers immigrants refugees
    migrants muslims christians jews catholics americans europeans chinese russians israelis palestinians
    ukrainians britons victims""".split()
)
"""Words for somebody by what they are: with one of these last, a phrase is no name."""

_BODIES = frozenset(
    """government party parties court company church army military campaign committee council parliament
    ministry department administration commission agency board bank club team union university school hospital
    firm""".split()
)
"""Bodies: "the court" is somebody by what they are, "the Supreme Court" has a name."""

_OF_OFFICES = OFFICES | {"of", "for", "the", "and", "general"}

_WORD = re.compile(r"[^\s,;:]+")


def bare(word: str) -> str:
    return word.strip("\"'“”‘’().,?!").casefold()


def has_case(text: str) -> bool:
    """Whether capitals mean anything here: some, beyond the first letter, and not only capitals."""
    letters = text.lstrip("\"'“‘( \t\r\n")[1:]
    # "I" alone says nothing about how the rest was typed.
    letters = re.sub(r"\bI\b", "", letters)
    return any(c.isupper() for c in letters) and any(c.islower() for c in letters)


def is_role(phrase: str) -> bool:
    """Whether a phrase names somebody by a common noun only: "critics", "the judge", "Republican
    senators"."""
    words = _WORD.findall(phrase)
    if words and words[0].casefold() in {"the", "a", "an", "some", "many", "most", "other"}:
        words = words[1:]
    if len(words) == 1 and words[0] in _BODIES:
        return True
    if not 1 <= len(words) <= 6 or bare(words[-1]) not in ROLES:
        return False
    proper = [word for word in words if word[:1].isupper() and bare(word) not in ROLES]
    return not proper or words[-1][:1].islower()


def without_office(phrase: str) -> str:
    """Return the name behind an office, or "": Rubio for "Secretary of State Rubio"."""
    words = phrase.split()
    offices = [at for at, word in enumerate(words) if bare(word) in TITLES]
    if not offices or len(words) > 8:
        return ""
    begin = offices[-1] + 1
    # "Secretary of Health and Human Services Kennedy": the office ends where its words do.
    while begin < len(words) - 1 and bare(words[begin]) in _OF_OFFICES:
        begin += 1
    return " ".join(words[begin:])


def names_nobody(phrase: str, *, cased: bool = True) -> bool:
    """Whether a phrase is a pronoun or names people in general."""
    typed = _WORD.findall(phrase)
    # The WHO and the US are somebody.
    if cased and typed and typed[-1].isupper() and len(typed[-1]) > 1:
        return False
    words = [bare(word) for word in typed]
    if words and words[0] in {
        "the",
        "most",
        "some",
        "many",
        "other",
        "all",
        "this",
        "that",
        "these",
        "those",
        "a",
    }:
        words = words[1:] or words
    return not words or (len(words) == 1 and (words[0] in PRONOUNS or words[0] in NOBODY))


_NO_NAME_STARTS = QUESTION_WORDS | frozenset(
    """on in at of to for from by with about after before between during since until and or but if as than
    considering given including featuring discussing covering mentioning regarding concerning besides despite
    there not""".split()
)
_NO_NAME_ENDS = frozenset(
    "the a an his her their its my your our of in on at to for by with and or from as".split()
)


def looks_like_speaker(phrase: str, *, cased: bool) -> bool:
    """Whether an unknown phrase could name a person, an organisation or a group."""
    words = _WORD.findall(phrase)
    lowered = [bare(word) for word in words]
    # "Gave X the" and "on X" are pieces of a sentence, not names.
    if not words or len(words) > 16 or names_nobody(phrase, cased=cased):
        return False
    first, last = (words[0], words[-1]) if cased else (lowered[0], lowered[-1])
    if (first in _NO_NAME_STARTS and first not in {"may", "will"}) or last in _NO_NAME_ENDS:
        return False
    if words[0] in {"a", "an", "any", "no"} and lowered[-1] not in ROLES:
        return False
    if {"who", "that", "which", "whose", "article", "articles", "report", "story"} & set(words[1:-1]):
        return False
    # "The 2007 report" has no mouth, nor has the Bible; the Pew Center for Research has one.
    if lowered[-1] in DOCUMENTS and (words[-1].islower() or len(words) - (lowered[0] == "the") == 1):
        return False
    if is_role(phrase):
        return True
    if not cased:
        return len(words) <= 6
    # "What did some guy say" names no one; "what did president Biden say" and "the U.N. say" do.
    return any(word.strip("\"'“‘(#@")[:1].isupper() or word.strip("#@")[:1].isdigit() for word in words)
