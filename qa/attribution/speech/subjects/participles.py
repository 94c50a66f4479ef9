"""Attach a verb in -ing to its subject: "Quill left, saying that", "After saying so, Quill left"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects import cited, main_clause, subjects
from qa.attribution.speech.subjects.documents import issuer
from qa.attribution.speech.words.groups import Cue, outermost
from qa.attribution.speech.words.phrases import Phrase, phrase_after, phrase_before
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_nouns import DOCUMENTS, MESSAGES, PUBLICATIONS, SAYING_NOUNS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, ROLES
from qa.language.lexicon.verb_classes import AGREEING

_OBJECT = frozenset(("object",))
_SPEAKS = HUMAN | ANY_ROLE | {"source", "insider"}
_DEFINITE = frozenset("the his her their its this".split())
_PERCEIVING = frozenset(
    "hear hears heard see sees saw watch watches watched show shows showed film films filmed recorded caught".split()
)
_PLACE_NOUNS = frozenset("area city county district island port province region state town village".split())
_ONE = frozenset("the a an this that his her its their".split())


def attach(
    tokens: Sequence[Token], cue: Cue, earlier: Sequence[Cue], left: Token | None, *, quotes: bool
) -> bool:
    """Give a verb in -ing its subject by what stands before it, `left`; tell whether it has one that may speak.

    Args:
        quotes: Whether it leads to a quotation: "telling the Post: “It leaks.”".
    """
    cue.clause = cue.group
    if cue.verb.lemma in AGREEING and left is not None and left.kind is Kind.WORD:
        return False  # "before agreeing to the cuts" is a deed
    if (left is None or left.kind <= Kind.NAME) and _is_in_view_of(tokens, cue):
        return False  # "Considering that it leaks, Quill is right to leave", "Odd considering that it leaks"
    if left is None:
        cue.subject = _after_comma(tokens, cue.end)
        return cue.subject is not None
    if (
        left.low in (",", "by", "and", "while", "before", "after", "without", "in", "—", "--", "as")
        or left.kind is Kind.QUOTE
    ):
        return _attach_after_link(tokens, cue, earlier, left)
    return _attach_after_noun(tokens, cue, earlier, left, quotes=quotes)


def _attach_after_link(tokens: Sequence[Token], cue: Cue, earlier: Sequence[Cue], left: Token) -> bool:
    """Attach a verb that a mark or a small word parts from its subject: "Quill left, saying", "quoted as saying"."""
    if left.low == "without":
        cue.negated = True
    cue.clause = cue.group if left.kind in (Kind.MARK, Kind.QUOTE) else cue.group - 1
    if left.low == "as" and (passive := cited.passively(tokens, cue.group - 1)) is not None:
        cue.subject, cue.clause, cue.group, cue.how = passive, passive[0], passive[1], "left"
        return True  # "“It leaks,” Quill was quoted as saying"
    if left.low == "as" and (active := cited.actively(tokens, cue.group - 1)) is not None:
        (cue.subject, cue.clause), cue.how = active, "left"
        return True  # "“It leaks,” a paper quoted Quill as saying"
    if left.low in ("as", ",") and (quoted := cited.whose_words(tokens, cue.group - 1)) is not None:
        cue.subject = quoted
        return True
    if left.low == "," and (inner := _of_own_clause(tokens, cue)) is not None:
        cue.subject, cue.clause = inner, inner[0]
        return True
    known = outermost(tokens, [c for c in earlier if c.how != "relative"])
    joined = main_clause.joined_subject(tokens, known.end if known is not None else 0, cue.group)
    # "Bread was dear, and Mr. Quill pleased bakers by attacking the mayor"
    named = joined is not None and tokens[joined[0]].kind is Kind.NAME
    if joined is not None and (left.low == "," or (left.low == "by" and named)):
        cue.subject = joined
        return True
    if known is not None:
        cue.subject = _after_opening_clause(tokens, cue, known) or known.subject
    else:
        cue.subject = main_clause.main_subject(tokens, cue.group)
    if cue.subject is None and cue.group == 1:
        cue.subject = _after_comma(tokens, cue.end)  # "After saying so, Quill left"
    return cue.subject is not None


def _attach_after_noun(
    tokens: Sequence[Token], cue: Cue, earlier: Sequence[Cue], left: Token, *, quotes: bool
) -> bool:
    """Attach a verb right after its subject, or after what is said in: "with Quill saying", "a statement saying"."""
    heard = main_clause.overheard(tokens, cue.group)
    found = subjects.subject(tokens, heard or cue.group)
    if heard and found is not None and found[1] and tokens[found[1] - 1].kind is Kind.QUOTE:
        (cue.subject, cue.clause), cue.group, cue.how = found, heard, "left"
        return True  # `“I am in there,” the man could be heard saying`
    if left.low in ("quoted", "cited") and (passive := cited.passively(tokens, cue.group)) is not None:
        cue.subject, cue.clause, cue.group, cue.how = passive, passive[0], passive[1], "left"
        return True  # `“It leaks,” Quill was quoted saying`
    last = earlier[-1] if earlier else None
    if (speaker := issuer(tokens, cue.group)) is not None:
        if last is not None and _follows(tokens, last, "in", speaker):
            return False  # "Quill said in a statement announcing the end": no words of the statement's
        cue.subject, cue.clause = speaker, cue.group
        return True
    writes = last is not None and last.verb.lemma == "write" and last.how == "left"
    if found is not None and last is not None and writes and _follows(tokens, last, "to", found[0]):
        cue.subject = last.subject
        return True  # "Quill wrote to the council saying that"
    if found is not None and quotes:
        if (speaker := _of_or_with(tokens, found[0])) is not None:
            cue.subject, cue.clause = speaker, speaker[0]
            return True
        if _is_definite_thing(tokens, found[0]):
            # "Quill opened the talk declaring, “It leaks.”"
            cue.subject, cue.clause = main_clause.main_subject(tokens, cue.group), cue.group
            return cue.subject is not None
    if found is not None:
        cue.subject, cue.clause = found
        with_before = cue.clause > 0 and tokens[cue.clause - 1].low == "with"
        if cue.clause > 0 and tokens[cue.clause - 1].low in PREPOSITIONS and not with_before:
            return False
        if cue.frames == _OBJECT and _says_next(tokens, cue.end):
            return False  # "Some clerks supporting Quill | said they would stay"
        return tokens[cue.clause].low in SUBJECT_PRONOUNS or with_before or cue.clause == 0
    return False


def _of_or_with(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Return who speaks in what is told of: "in the wake of | a clerk | telling", "with | the mayor of Dene | telling".

    What follows a verb or another preposition is rather spoken to: "Quill texted Hale saying", "left for Dene saying".
    """
    head, first = tokens[phrase[1] - 1], phrase[0]
    if head.kind is not Kind.NAME and head.low not in _SPEAKS:
        return None
    while (of := next((i for i in range(first + 1, phrase[1]) if tokens[i].low == "of"), 0)) > 0:
        if tokens[of - 1].kind is Kind.NAME or tokens[of - 1].low in _SPEAKS | GROUP_NOUNS:
            break  # "the mayor of Dene", "Ada Quill of Orsa Labs"
        if tokens[of - 1].low in _PLACE_NOUNS:
            return None  # "left the town of Dene saying"
        first = of + 1
    before = tokens[first - 1].low if first else ""
    return (first, phrase[1]) if before in ("", "of", "with", ",") else None


def _is_definite_thing(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether an object is one that neither speaks nor bears words: "left the room shouting".

    But "wore a hat saying" and "heard the crowd chanting".
    """
    first, head = tokens[phrase[0]], tokens[phrase[1] - 1]
    if head.kind is not Kind.WORD or head.low in SAYING_NOUNS | MESSAGES | PUBLICATIONS | DOCUMENTS | _SPEAKS:
        return False
    before = tokens[phrase[0] - 1].low if phrase[0] else ""
    return first.low in _DEFINITE and before not in PREPOSITIONS and before not in _PERCEIVING


def _follows(tokens: Sequence[Token], verb: Cue, link: str, phrase: Phrase) -> bool:
    """Tell whether only a preposition parts a phrase from a verb: "wrote | to | the council"."""
    return verb.end == phrase[0] - 1 and tokens[verb.end].low == link


def _says_next(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of speech follows before any mark."""
    for token in tokens[at:]:
        if token.kind > Kind.SUFFIX:
            return False
        verb = VERBS.get(token.low) if token.kind is Kind.WORD else None
        if (
            verb is not None
            and verb.form in ("past", "present")
            and not verb.frames.isdisjoint(("say", "tell"))
        ):
            return True
    return False


def _after_opening_clause(tokens: Sequence[Token], cue: Cue, known: Cue) -> Phrase | None:
    """Return whose clause follows that of a known verb: "If Quill said so, Brandt would be glad, saying it leaks"."""
    opens = known.clause <= 1 or not main_clause.has_main_verb(tokens, 0, known.clause - 1)
    if not known.subordinate or not opens:
        return None  # but "The next day, when Quill said so, Brandt left, saying it leaks"
    found = main_clause.main_subject(tokens, cue.group)
    return found if found is not None and found[0] >= known.end else None


def _of_own_clause(tokens: Sequence[Token], cue: Cue) -> Phrase | None:
    """Return whose clause a participle interrupts: "Quill said so, while the Dene Echo, citing a clerk, said"."""
    found = phrase_before(tokens, cue.group - 1)
    if found is None or found[0] == 0 or tokens[found[0] - 1].low not in SUBORDINATORS | CONJUNCTIONS:
        return None
    closing = next((i for i in range(cue.end, len(tokens) - 1) if tokens[i].low == ","), 0)
    verb = VERBS.get(tokens[closing + 1].low) if closing else None
    return found if verb is not None and verb.form in ("past", "present") else None


def _is_in_view_of(tokens: Sequence[Token], cue: Cue) -> bool:
    following = tokens[cue.end].low if cue.end < len(tokens) else ""
    return tokens[cue.verb_at].low == "considering" and following in ("that", "how", "what")


def _after_comma(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Return the subject after an introduction: "Calling it a fraud, Quill left"."""
    i = start
    if i + 1 < len(tokens) and _holds_comma(tokens, i + 1):
        i += 1  # `Saying, “It leaks,” Quill left`
    # `Saying that “it leaks,” as Brandt did, Quill left`
    while i < len(tokens) and not (
        tokens[i].low == "," or (_holds_comma(tokens, i) and tokens[i + 1].low != "as")
    ):
        i += 1
    found = phrase_after(tokens, i + 1) if i + 1 < len(tokens) else None
    return None if found is None else _before_verb(tokens, found)


def _holds_comma(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a quotation ends an introduction: `Saying that “it leaks,”`, not the title in `Singing “Rain,”`."""
    quoted = tokens[at].kind is Kind.QUOTE and tokens[at].low.endswith(",")
    return quoted and tokens[at - 1].low in ("that", ",")


def _before_verb(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Cut a subject before a verb in -s that no list knows: "the town" of "In saying so, the town joins Dene"."""
    first, end = phrase
    if tokens[first].low not in _ONE:
        return phrase
    for i in range(first + 2, end - 1):
        small = tokens[i].kind is tokens[i - 1].kind is Kind.WORD and tokens[i + 1].kind is Kind.NAME
        if small and tokens[i].low.endswith("s") and tokens[i].low not in ANY_ROLE | ROLES:
            return first, i
    return phrase
