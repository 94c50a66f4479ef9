"""Say in plain words what a turn asks of the quotes that were listed: "show me the rest", "newest first"."""

from __future__ import annotations

import re

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.question_text import about_topic
from qa.language.lexicon.follow_up_words import ORDINALS
from qa.language.lexicon.reporting_nouns import DOCUMENTS, SPEECH_PLACES
from qa.language.patterns import regex
from qa.understanding.words import bare

_LONGEST = 80
_BEFORE = (
    r"ok okay and but so now then well hm hmm please just actually thanks cool great could\s+you can\s+you"
)
_LED = rf"(?:(?:{'|'.join(_BEFORE.split(' '))})\b[\s,.!]*)*"
_ENDS = r"(?:[\s,]+(?:please|then|now|too|though))*[\s?.!]*"
_THEM = r"(?:them|these|those|it|that|the\s+(?:quotes?|results?|list|answers?|articles?))"
_ORDINAL = "|".join(sorted((each for each in ORDINALS if not each.isdecimal()), key=len, reverse=True))
_FORMS = tuple(
    (regex(rf"\s*{_LED}(?:{form}){_ENDS}", re.IGNORECASE), plain)
    for form, plain in (
        (
            r"(?:(?:list|show|give|see|get|display)\s+(?:me\s+|us\s+)?)?(?:the\s+(?:rest|remaining\s+(?:ones|quotes)|(?:full|whole|complete)\s+list)|all\s+of\s+(?:them|these|those))"
            r"|(?:list|show|give|see|display)\s+(?:me\s+|us\s+)?(?:them\s+all|all(?:\s+of\s+(?:them|it))?|everything)",
            "more",
        ),
        (
            rf"(?:with\s+the\s+)?(?:newest|latest|most\s+recent)(?:\s+ones?)?\s+first|(?:sort|order|arrange|rank)(?:ed)?(?:\s+{_THEM})?\s+by\s+(?:date|time|newest|recency)"
            r"|by\s+(?:date|time)|in\s+reverse(?:\s+chronological)?\s+order|when\s+was\s+the\s+(?:last|latest|most\s+recent)\s+time|and\s+the\s+last\s+time",
            "the latest",
        ),
        (
            rf"(?:with\s+the\s+)?(?:oldest|earliest)(?:\s+ones?)?\s+first|(?:(?:sort|order|arrange|put|show)(?:ed)?(?:\s+{_THEM})?\s+)?(?:in\s+(?:chronological\s+order|order\s+of\s+(?:time|date))|chronologically)"
            r"|when\s+was\s+the\s+(?:first|earliest)\s+time|(?:and\s+)?the\s+first\s+time",
            "the oldest",
        ),
        (
            r"(?:is|was|are|were)\s+(?:that|this|it|these|those)\s+(?:(?:really|actually)\s+)?(?:an?\s+|the\s+)?(?:(?:direct|real|actual|exact|literal|verbatim|word-for-word)\s+)*(?:quotes?|quotations?|verbatim|literal)"
            r"|(?:is|was|are|were)\s+(?:that|this|it|these|those)\s+(?:really\s+|actually\s+)?(?:his|her|their)\s+(?:own\s+|exact\s+|actual\s+)*(?:words|words?ing|opinion|view)",
            "what were the exact words?",
        ),
        (
            r"who\s+(?:wrote|is\s+the\s+author\s+of|authored)\s+(?:that|this|it|the\s+(?:article|story|piece|report))"
            r"|what(?:['’]?s|\s+is|\s+was)\s+(?:the|its)\s+(?:headline|title)(?:\s+of\s+(?:that|this|it|the\s+(?:article|story|piece)))?"
            r"|(?:on|in|at)\s+(?:what|which)\s+(?:occasion|interview|speech|event|setting)(?:\s+was\s+(?:that|this|it))?",
            "which article?",
        ),
    )
)
_OF_THE_ARTICLE = regex(
    rf"\s*{_LED}(?:who\s+(?:wrote|is\s+the\s+author\s+of)\s+(?:the|that|this)\s+(?:article|story|piece|report)"
    rf"|what(?:['’]?s|\s+is|\s+was)\s+the\s+headline){_ENDS}",
    re.IGNORECASE,
)
"""What is asked of the article that was shown, whatever was asked before it."""
_COUNTED = regex(
    rf"\s*{_LED}how\s+many(?:\s+(?P<of>people|speakers|voices|of\s+them|quotes?|statements?|comments?|others))?"
    rf"(?:\s+(?:are|were|is)\s+(?:there|they|that|those|it))?(?:\s+(?:in\s+total|altogether|overall|in\s+all|exactly))?{_ENDS}",
    re.IGNORECASE,
)
_SEXES = regex(
    rf"\s*{_LED}(?:(?:only|just|any|which|what\s+about|how\s+about|were\s+there\s+(?:any)?|are\s+there\s+(?:any)?)\s+(?:the\s+)?(?P<who>women|men)|(?P<ones>women|men)\s+only)"
    rf"(?:\s+(?:among\s+them|too|who\s+spoke))?{_ENDS}",
    re.IGNORECASE,
)
_OF_ONE = regex(
    rf"\s*{_LED}(?:who\s+said\s+the\s+(?P<who>{_ORDINAL})\s+(?:one|quote)"
    rf"|(?:(?:i|we)\s+(?:want|need|wanna)\s+(?:to\s+)?|let\s+me\s+)?(?:open|read|show|give|see|view|expand|get|want|pull\s+up|bring\s+up)"
    rf"(?:\s+(?:me|us|up))*\s+(?:the\s+)?(?:(?P<which>{_ORDINAL})(?:\s+(?:one|quote|result|answer))?|(?:quote|result|answer|number|no\.?|nr\.?)\s*#?(?P<number>[1-9]))){_ENDS}",
    re.IGNORECASE,
)
_NTH = {at: word for word, at in ORDINALS.items() if word.isalpha() and at > 0}
_WHO_DID = regex(r"who\s+(?:else\s+)?(?=[a-z]+(?:ed|s)\s)", re.IGNORECASE)
_PEOPLE = regex(
    rf"\s*{_LED}(?:how\s+(?:did|do|have)\s+(?:people|others|everyone)\s+react(?:ed)?|what\s+(?:did|do)\s+(?:people|everyone|everybody)\s+(?:say|think)){_ENDS}",
    re.IGNORECASE,
)


def of_what_was_listed(question: str, last: Understanding) -> str | None:
    """Return a turn on the quotes that were listed as one that the rules know; None for any other turn.

    Args:
        last: What was asked before; only after a question for words there are quotes to list, count and sort.
    """
    if len(question) <= _LONGEST and _OF_THE_ARTICLE.fullmatch(question):
        return None if _is_of_a_text(last) else "which article?"
    if len(question) <= _LONGEST and (one := _OF_ONE.fullmatch(question)):
        if one["who"]:
            return f"who said quote {ORDINALS[one['who'].lower()]}?"
        return f"the {one['which'] or _NTH[int(one['number'])]} article"
    if len(question) > _LONGEST or not (last.kind is not QuestionKind.CONTENT or last.browses):
        return None
    for form, plain in _FORMS:
        if form.fullmatch(question):
            return None if plain == "which article?" and _is_of_a_text(last) else plain
    about = about_topic(last.topic, "about") if last.topic else ""
    if counted := _COUNTED.fullmatch(question):
        return _counted(counted["of"] or "", last, about)
    if not about:
        return None
    if last.kind is QuestionKind.WHO_SAID and (sexes := _SEXES.fullmatch(question)):
        those = f"Which {(sexes['who'] or sexes['ones']).lower()}"
        return _asked_of(those, last) if last.cue else f"{those} spoke{about}?"
    return f"What did people say{about}?" if _PEOPLE.fullmatch(question) else None


def _counted(of: str, last: Understanding, about: str) -> str | None:
    """Return what counts the quotes that were listed, or those who spoke: "how many quotes?", "how many people?"."""
    if last.kind is not QuestionKind.WHO_SAID or "quote" in of:
        return None if of in ("people", "speakers", "voices") else "how often?"
    if last.cue:
        return _asked_of("How many people", last)
    return f"How many people spoke{about}?" if about else None


def _is_of_a_text(last: Understanding) -> bool:
    """Tell whether what was asked is on a text: after "what did Quill say about her book?" its title is the book's."""
    words = {bare(word) for word in (last.topic or "").split()}
    return not words.isdisjoint(DOCUMENTS | SPEECH_PLACES)


def _asked_of(those: str, last: Understanding) -> str | None:
    """Return how many, or which, did what was asked, "how many people criticised it?": not all who spoke of it did."""
    did = _WHO_DID.match(last.standalone)
    return f"{those} {last.standalone[did.end() :]}" if did else None
