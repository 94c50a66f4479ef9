"""Tell in which position of its sentence a name or a role stands: subject, object, owner or doer of a passive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from qa.attribution.people.names.persons import PersonMention
from qa.datatypes import Span
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.name_parts import TO_NAMES
from qa.language.lexicon.roles import HUMAN, ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex

_PREPOSITION = regex(rf"\b(?:{TO_NAMES}|and|or)(?: \w+\.?)? $")
_TOLD = regex(r"\b(?:told|tells|telling|informed|reminded|assured) (?:[A-Z][a-z]+\.? )?$")
"""What stands before a hearer: "The clerk told Ivo Brandt that it leaks. He also warned" is the clerk's."""
_WORDS_BEFORE = 6
_HELPED = regex(r" (?:has|had|is|was|will|would|does|did|can|could) ")
_MODIFIES = regex(
    r" (?:campaign|spokes\w+|aides?|advis[eo]rs?|supporters?|backers?|allies|ally|administration|officials?"
    r"|communications?|strategists?|surrogates?|deput(?:y|ies)|staff\w*|lawyers?|attorneys?|voters?"
    r"|rall(?:y|ies))\b"
)
_NOUNS_ONLY = regex(r"[’']s? (?:(?!(?:of|for|to|with|from|by|about|against|on|at|in|and)\b)[\w’'-]+\.? )*")
_AGREES = regex(
    r"(?:, (?![^.;:“\"]*, and )[^.;:“\"]{2,100},)? (?:(?:also|too|has|had|who|\w+ly) )?"
    r"(?:agree[ds]|disagree[ds]|concur(?:red|s)|repli(?:ed|es)|respond(?:ed|s)|object(?:ed|s)|protest(?:ed|s)|demurred)"
    r"\b(?! (?:to|on)\b)"
)
"""What follows the name of who "agreed"; who agreed to something did it."""
_LEADS = regex(r"(?:, [^.;:“”\"\n]{2,100},)? (?!and\b|or\b)(?P<verb>[a-z][^.;:“”\"\n]{1,60}): [“\"‘]")
"""What goes on to words after the name of who says them: "Brandt, a clerk, also doubled down: “"."""
_TAKES = regex(
    r"(?:\w+ ){0,2}(?:heard|hears|gets?|got|receive[ds]|reads?|told|asked|shown|given|sent|met with)\b"
)
"""What goes on to the words of another: "Hale received a short reply: “"."""
_OF_HIM = regex(r"(?:S?[Hh]e|His|Her)\b")
"""How words begin that are told of who is named before them: `Hale had one fault: “He was slow,” he said`."""
_OF_ANOTHER = regex(r"\b(?:him|her)\b")
_OWN_WORDS = regex(
    r"[’']s? (?:\w+ )?(?:accounts?|comments?|explanations?|letter|remarks?|report|speech|statements?|testimony|words)\b"
)
_NAMES_THING = regex(
    r" (?!(?:who|whom|whose|of|and|or|in|at|is|was|has|had|will|would|may|said|says|told|as|to|for|on|from|by|with|that"
    r"|when|where|knows?|knew|wants?|loves?|we|he|she|they|I|it)\b)[a-z]"
)
_OPENS_WITH_OTHERS = regex(
    r"(?:About|After|As|At|Before|Beside|For|From|In|Like|Of|On|To|Unlike|With)\b[^,;:]*, (?:[A-Z][a-z]{0,4}\. )?"
)
_OPENS_WITH_DEED = regex(r"(?:(?:While|When|After|Before|By|In) )?[A-Za-z][a-z]+ing (?:[\w’'-]+\.? ){0,10}")
_JOINS = regex(r", (?:[A-Z][a-z]{0,4}\. )?")
_HOST = regex(r",? (?:in|during|on|at) which (?:s?he)\b")
_DOER = regex(
    r"\b(?:am|is|are|was|were|be|been|being) (?:\w+ly |also |then |later ){0,2}"
    r"(?:\w{2,}(?:ed|en|wn)|torn|hit|met|led|told|put|cut|hurt|sent|held|paid|sold|made|read) (?:\w+ )?"
    r"by [^.;:()“”\"]{0,60}$"
)

_LONGEST_CLAUSE = 200
_FRONTED_CLAUSE = regex(
    r"(?:(?:But|And|Yet),? )?(?:[Aa]lthough|[Tt]hough|[Ww]hile|[Ww]hereas|[Bb]ecause|[Aa]fter|[Bb]efore|[Ww]hen|[Aa]s"
    r"|[Oo]nce|[Uu]ntil|[Ss]ince) [^,;:()“”\"\n]{3,180}, "
)
_LONGEST_TITLE = 8
"""How many characters may stand before a name that opens a clause: "Mr ", "Lord "."""


def is_governed(text: str, start: int, end: int) -> bool:
    """Tell whether a name hangs on a preposition, perhaps with a role before it: "by shadow minister Ivo Brandt"."""
    if text[max(0, start - 6) : start] == ", and " and _HELPED.match(text, end):
        return False  # "The numbers are wrong, and Ivo Brandt has made them so"
    if _PREPOSITION.search(text, max(0, start - 24), start) or _TOLD.search(text, max(0, start - 24), start):
        return True
    if text[start - 1 : start] != " ":
        return False
    words = text[max(0, start - 80) : start].split()[-_WORDS_BEFORE:]
    if not words or words[-1].rstrip(".").casefold() not in _BEFORE_NAMES:
        return False
    for i in range(len(words) - 1, -1, -1):
        low = words[i].casefold()
        if low in PREPOSITIONS:
            return True
        if low in DETERMINERS:
            return i > 0 and words[i - 1].casefold() in PREPOSITIONS
        if low in CALENDAR or not words[i].replace("-", "").replace("’", "").replace("'", "").isalpha():
            return False
    return False


_BEFORE_NAMES = ROLES | HUMAN | TITLES


_TOPIC = regex(
    r"\bAs for (?:(?:the|[A-Z][\w.]*|[a-z]+) ){0,4}$"
    r"|\b(?:When|Once|After|As|Before|While|Until) (?:I|we) (?:[a-z’'-]+ ){1,6}(?:[A-Z][a-z]{0,4}\. )?$"
)


def is_topic(text: str, start: int) -> bool:
    """Tell whether the sentence goes on with whom a name means: "As for Ivo Brandt, he said he was not worried".

    So it does with whom a reporter met: "When I spoke with Ivo Brandt, he told me".
    """
    return _TOPIC.search(text, max(0, start - 60), start) is not None


def is_doer(text: str, start: int, end: int) -> bool:
    """Tell whether a name is whoever does what a passive tells: "was questioned by the mayor, Ivo Brandt".

    So is whom only "he" can mean that comes next: "an interview with Brandt in which he".
    """
    return _DOER.search(text, max(0, start - 110), start) is not None or _HOST.match(text, end) is not None


def is_source(text: str, mention: PersonMention) -> bool:
    """Tell whether somebody's words are a source: "according to Quill’s account", after which "he" goes on."""
    told = mention.possessive and text.endswith("ccording to ", 0, mention.start)
    return told and _OWN_WORDS.match(text, mention.end) is not None


def agrees(text: str, end: int) -> bool:
    """Tell whether a name is that of somebody who speaks without words that are told: "Brandt, a clerk, agreed"."""
    return _AGREES.match(text, end, end + 140) is not None


def leads_to_words(text: str, end: int) -> bool:
    """Tell whether the sentence of which a name is the subject leads to a quotation: "Brandt was blunt: “It leaks”"."""
    leads = _LEADS.match(text, end, end + 180)
    if leads is None or _TAKES.match(leads["verb"]):
        return False
    return _OF_ANOTHER.search(leads["verb"]) is not None or _OF_HIM.match(text, leads.end()) is None


def is_modifier(text: str, end: int) -> bool:
    """Tell whether a name only says whose somebody else is: "the Quill campaign", "a Brandt aide"."""
    return _MODIFIES.match(text, end) is not None


def is_within_name(text: str, start: int, end: int) -> bool:
    """Tell whether a name only says which one something is: "after the Ada Quill trial"."""
    return text[max(0, start - 4) : start].casefold() == "the " and _NAMES_THING.match(text, end) is not None


def is_in_opening(text: str, begin: int, name: Span, following: Sequence[int], roles: Iterable[int]) -> bool:
    """Tell whether a name belongs to what opens a sentence, before whom it is on: "On its host, Mr. Vane, Mr. Quill".

    Args:
        text: The article.
        begin: Where the sentence begins.
        name: Where the name stands.
        following: Where the next names begin.
        roles: Where those begin who are named by a role.
    """
    start, end = name
    main = _main_clause(text, begin, end)
    if main >= 0 and any(main <= subject < main + _LONGEST_TITLE for subject in chain(following, roles)):
        return True  # "Though Ada Quill had left, Brandt went on. He said": Brandt
    if _OPENS_WITH_DEED.fullmatch(text, begin, start):
        return True  # "While citing Mr. Vane’s visit, he said"
    joins = _JOINS.fullmatch(text, end, following[0] if following else start)
    return joins is not None and _OPENS_WITH_OTHERS.fullmatch(text, begin, start) is not None


def _main_clause(text: str, begin: int, end: int) -> int:
    """Return where the main clause begins after a clause in front of it in which a name ends; -1 where it is in none.

    "Though Ada Quill had left, | Brandt went on." A name after the verb of the main clause is in no such clause.
    """
    fronted = _FRONTED_CLAUSE.match(text, begin, begin + _LONGEST_CLAUSE)
    return fronted.end() if fronted is not None and end < fronted.end() else -1


def owns(text: str, end: int, following: int) -> bool:
    """Tell whether the name at `following` heads a noun phrase that this name owns: "Holt’s friend Ned Pryce"."""
    return following - end < 45 and _NOUNS_ONLY.fullmatch(text, end, following) is not None
