"""Find the pronouns of a question that mean something outside it, and tell whether it lacks something."""

from __future__ import annotations

import re

from qa.conversation.earlier.appended_words import OF_MORE
from qa.conversation.earlier.noun_phrases import words_in
from qa.language.lexicon.follow_up_words import BARE, ONE_LEAD
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.patterns import regex
from qa.understanding.quoted import unquoted

PRONOUN = regex(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves"
    r"|this|that|these|those|there|one|ones)\b(?!['’](?:re|ve)\b)",
    re.IGNORECASE,
)
_EXISTS = regex(
    r"\b(?:is|are|was|were|be|been|will|would|has|have|had|could|can|does|did|if|where)\s+(?:n['o]?t\s+)?$"
    r"|^\W*$",
    re.IGNORECASE,
)
_THE_ARTICLE = regex(r"^\s+(?:article|section|page|passage|text|story)\b", re.IGNORECASE)
_THAT_CLAUSE = regex(
    r"\b(?!(?:was|is|does|has|as)\b)(?:\w+(?:ed|s)|say|said|think|thought|know|knew|mean|fact|claim|so|such|way|time|year|day|one|ones|things?"
    r"|people|everything|anything|something|reason|all|much|first|last|only|most)\s+$",
    re.IGNORECASE,
)
# "Did burlesque stay true to its ...", "why did brandt change his mind": a possessive whose owner stands before it.
_SUBJECT = regex(
    r"\s*(?:(?:and\s+)?(?:why|when|where|how)\s+)?(?:did|does|do|was|were|is|are|has|have)\s+(?!(?:the|a|an|any|there|he|she|it|they|you|we|i|this|that|his|her|its|their"
    r"|some|all|in|on|at|by|not|also|more|anyone|anybody|someone|somebody|everyone|everybody|nobody)\b)[^\W\d_]{4,}\s+\w+\s",
    re.IGNORECASE,
)
ASKS_OF_IT = regex(
    rf"\s*{ONE_LEAD}(?:by|for|to|from|with|in|on|at|of|about|against|since|until|according\s+to|because\s+of|under|after|before"
    r"|over|through|out\s+of)\s+(?:how|what|which|who|whom|whose|when|where)\b(?:\s+[a-z]+){0,2}[\s?!.]*$"
    rf"|\s*{ONE_LEAD}where\s+(?:to|from)[\s?!.]*$",
    re.IGNORECASE,
)
"""A question that goes on in the middle of the last one: "by how much?", "for whom?", "in which town?", "where to?"."""
# "Why is it hard to vote?", "is it true that he left?": what is hard or true follows.
_IS = regex(r"\b(?:is|was|be|would|does|did|will|has|could|might)(?:n['’]t)?\s+$", re.IGNORECASE)
_OF_NOTHING = regex(
    r"\s+(?:(?:be|been|become|so|too|very|really|that|more|less|not|always|even|still|now)\s+)*"
    r"(?:hard|difficult|easy|easier|harder|important|illegal|legal|safe|dangerous|cheaper|better|worse|wrong|right|necessary|usual"
    r"|unusual|common|normal|likely|unlikely|possible|impossible|fair|unfair|true|clear|unclear|wise|risky|worth)"
    r"\s+(?:for\s+(?:[\w’'-]+\s+){1,4})?(?:to|that|if|whether)\s+(?!(?:that|this|him|her|them|it|use|read|watch|drink|eat|buy|sell|drive|touch)[\s?!.]*$)\w",
    re.IGNORECASE,
)
# "Who said it is hard to vote?"
_STATES = regex(
    r"(?:['’]s|\s+(?:is|was|seems|has\s+been|(?:will|would|may|might|could|should)\s+be))(?=\s)",
    re.IGNORECASE,
)
_RAINS = regex(
    r"\s+(?:(?:will|would|may|might|could|is|was|has|have|been|be)\s+)*(?:rain|snow)(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
# "How much does it cost to moor there?": what costs it follows.
_COSTS_TO = regex(
    r"\s+(?:really\s+|actually\s+)?costs?\s+(?:(?:you|me|us|them|people|a\s+\w+)\s+)?to\s+(?!(?:use|read|watch|eat|buy|run|make|do|keep|build|repair|fix)[\s?!.]*$)[a-z]",
    re.IGNORECASE,
)
# "How long did it take to mend the pier?": what took so long follows.
_TAKES_TO = regex(
    r"\s+(?:really\s+|actually\s+)?t(?:ake|akes|aken|ook)\s+(?:(?!to\s)[\w’'-]+\s+){0,3}?to\s+[a-z]+\s+"
    r"(?!(?:again|completely|properly|there|up|out|down|off|away|back|over|on|through|apart|together|by|round)[\s?!.]*$)[^\W_]",
    re.IGNORECASE,
)
_OPENS_LIKE_ONE = regex(
    r"\s*(?:and|but|or|so|then|also|what\s+about|how\s+about|how\s+so|why\s+not|any(?:thing|one|body)?\s+else)\b",
    re.IGNORECASE,
)


def needs_context(question: str) -> bool:
    """Return whether the form of a question shows that it cannot be understood alone.

    Words in quotation marks are somebody's: what they point at stands where they were said.
    """
    question = unquoted(question)
    if any(refers_back(question, match) for match in PRONOUN.finditer(question)):
        return True
    if OF_MORE.search(question):
        return True
    if _OPENS_LIKE_ONE.match(question):
        return True
    if ASKS_OF_IT.match(question):
        return True
    words = words_in(question)
    return 0 < len(words) <= 5 and set(words) <= BARE


def refers_back(question: str, match: re.Match[str]) -> bool:
    """Return whether a pronoun means something outside its question."""
    word = match[0].lower()
    before, after = question[: match.start()], question[match.end() :]
    if word == "there":
        return not (_EXISTS.search(before) or re.match(r"\s+(?:is|are|was|were|any)\b", after, re.IGNORECASE))
    if word in {"this", "that", "these", "those"}:
        if _THE_ARTICLE.match(after):
            return False
        if word == "that":
            # "The album that won": a clause follows, and "that" points at nothing.
            closes = not after.strip(" ?.!,")
            return closes or (not _THAT_CLAUSE.search(before) and not _has_name(before))
        return True
    if word in {"one", "ones"}:
        return not re.match(r"\s+of\b", after) and bool(
            re.search(r"\b(?:which|that|this|other|the)\s+$", before, re.I)
        )
    if word == "it" and _OF_NOTHING.match(after) and _IS.search(before):
        return False
    states = _STATES.match(after) if word == "it" else None
    if word == "it" and (_RAINS.match(after) or (states and _OF_NOTHING.match(after, states.end()))):
        return False
    if word == "it" and (_COSTS_TO.match(after) or _TAKES_TO.match(after)):
        return False
    if word == "it" and re.match(r"\s+(?:take|possible|true|like\s+to|mean|okay|ok)\b", after, re.IGNORECASE):
        return not _has_name(before + after)
    if word in {"its", "their", "his", "her"} and _SUBJECT.match(before):
        return False
    return not _has_name(before)


# "How many lost their jobs?", "who sold their homes?": those who did it.
_THEIR_OWN = regex(
    rf"\s*{ONE_LEAD}(?:how\s+many(?:\s+[a-z]+)?|who)\s+(?:(?:have|had|has|will|would|could|might)\s+)?"
    r"(?!(?:did|do|does|is|are|was|were|of|in|on|at|for|to|with|have|had|has|will|would|could|might|can|should)\b)[a-z]+\s+(?=their\b)",
    re.IGNORECASE,
)


def is_their_own(question: str, match: re.Match[str]) -> bool:
    """Return whether "their" means those who are asked for: "how many lost their jobs?"."""
    own = _THEIR_OWN.match(question)
    return own is not None and own.end() == match.start()


def _has_name(before: str) -> bool:
    """Return whether a name stands before a pronoun in its own question: then the pronoun means that name."""
    words = re.findall(r"[^\W_][\w'’-]*", before)
    return any(word[0].isupper() and word not in {"I", "DId"} for word in words[1:])


def points_only(question: str) -> bool:
    """Return whether a question has no word of its own: "when was that?", "how many?", "who is he?"."""
    return set(words_in(question)) <= BARE | {"that", "this", "him", "her", "them"}


def asks_all_again(question: str) -> bool:
    """Return whether a question asks on of all that was asked last: "what for?", "for how much?", no "how much?"."""
    words = set(words_in(question))
    return words <= BARE | PREPOSITIONS and not words <= BARE and PRONOUN.search(question) is None
