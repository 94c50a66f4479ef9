"""Look for "the minister" and "the company" first where they were shown: any other's words would be somebody else's."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.pronouns.namesakes import BODY_WITH_ARTICLE, body_meant, firm_meant
from qa.language.lexicon.follow_up_words import PARTIES_BY_NAME
from qa.language.lexicon.roles import OFFICES
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.with_article import with_article
from qa.understanding.words import bare

_THE = regex(r"\b(?:the|this|that)\s+$", re.IGNORECASE)
_SPEAK_FOR = ("spokesman", "spokeswoman", "spokesperson")


def where_it_was_shown(question: str, understood: Understanding, past: Past) -> frozenset[str] | None:
    """Return the quotes that answered, where "the company" is asked: any other's words would be somebody else's."""
    match = BODY_WITH_ARTICLE.search(question)
    asks = understood.kind is QuestionKind.SAID and past.quoting and past.answering
    if match is None or not asks or (understood.speaker or "").casefold() != match["noun"].casefold():
        return None
    return past.answering


def of_a_kind(question: str, understood: Understanding, past: Past) -> Understanding | None:
    """Read "the agency" as any agency, where the only one that an archive calls so was taken: Norland News Agency."""
    match, name = BODY_WITH_ARTICLE.search(question), (understood.speaker or "").casefold()
    asks = understood.kind is QuestionKind.SAID and not understood.topic and past.quoting
    if match is None or not asks or understood.described or understood.speaker_is_role:
        return None
    noun = match["noun"].lower()
    if noun not in name.split() or name in question.casefold():
        return None
    return replace(understood, speaker=noun, speaker_is_role=True, instead_of=(), corrections=())


def is_any_holder(question: str, understood: Understanding) -> bool:
    """Return whether a question names a role alone, "the minister": one of other articles is another's minister.

    So is the only lawyer of an archive, where the talk is about somebody else's, and so are "experts".
    """
    described = understood.described
    if described and " " in described and not described.lower().endswith(_SPEAK_FOR):
        described = None  # but "the Tory spokesman" is any of several
    name = described or (understood.speaker if understood.speaker_is_role else None) or ""
    at = question.casefold().find(name.casefold()) if name else -1
    several = name.islower() and name.endswith("s") and not understood.speaker_known
    return at > 0 and (several or _THE.search(question[:at]) is not None)


def is_a_party(understood: Understanding) -> bool:
    """Return whether a party is asked for its words: it has some on everything, and those on the same are meant."""
    words = (understood.speaker or "").casefold().split()
    return bool(words) and (words[-1] in PARTIES_BY_NAME | {"party"})


def of_that_office(question: str, elsewhere: Followed, past: Past) -> Followed:
    """Look for whoever articles that were shown call a lawyer, before the one whom the archive calls so."""
    understood = elsewhere.understood
    if not understood.described or not is_any_holder(question, understood):
        return elsewhere
    anybody = replace(
        understood, speaker=understood.described, speaker_known=False, speaker_is_role=True, described=None, bearers=(),
        instead_of=(),
    )  # fmt: skip
    return Followed(anybody, near=past.answering, doubtful=True, otherwise=elsewhere)


def _several(name: str | None) -> bool:
    """Return whether several are asked for: "the unions" of one article are those of another."""
    return (name or "").endswith("s") and not (name or "").endswith("ss")


def of_the_one_shown(question: str, on_it: Followed, past: Past) -> Followed:
    """Look for the words of "the boss" on what was talked of in the articles that were shown, then of any boss there.

    What the boss of another firm said of the same is a guess.
    """
    understood = on_it.understood
    asks = understood.kind is QuestionKind.SAID and past.quoting and past.answering and on_it.near is None
    if not (asks and is_any_holder(question, understood)) or _several(understood.speaker):
        return on_it
    elsewhere = replace(on_it, doubtful=True)
    if on_it.otherwise is None:
        return replace(on_it, near=past.answering, otherwise=elsewhere)
    elsewhere = replace(elsewhere, otherwise=on_it.otherwise.otherwise)
    return replace(on_it, near=past.answering, otherwise=replace(on_it.otherwise, otherwise=elsewhere))


# "The minister", "the prime minister": the office alone, and no "mayor of Harwick".
_OFFICE_ALONE = regex(
    rf"(?:the\s+)?(?:(?:{'|'.join(sorted(OFFICES))}|prime|first|home|vice|deputy|chief|managing)\s+)?[a-z-]+"
)


def of_the_office_shown(named: str, asked: Followed, past: Past) -> Followed:
    """Look for "the prime minister" in the articles that were shown, before whoever the archive calls so most often."""
    understood = asked.understood
    office = understood.described or (understood.speaker if understood.speaker_is_role else None)
    alone = office and _OFFICE_ALONE.fullmatch(named) and not _several(office)
    if not (past.quoting and past.answering and alone):
        return asked
    here = replace(
        understood, speaker=office, speaker_known=False, speaker_is_role=True, described=None, bearers=(),
        instead_of=(),
    )  # fmt: skip
    # A governor whom the archive names is asked; any other one is a guess.
    any_other = asked if understood.speaker_known and understood.described else replace(asked, doubtful=True)
    return Followed(carrying(here, understood.carried), near=past.answering, otherwise=any_other)


def of_the_holder_shown(question: str, asked: Followed, past: Past) -> Followed:
    """Look for "the judge" in the articles shown first where a topic is given too: "what did the judge say of bail?".

    Whoever else is one, in any article, is asked next, and is no guess, unless of "the law": a question with a topic
    may begin a new talk.
    """
    understood = asked.understood
    office = understood.described or understood.speaker
    if not (understood.topic and is_any_holder(question, understood)) or asked.near is not None:
        return asked
    here = of_the_office_shown(f"the {office}", asked, past)
    if here.otherwise is None or _POINTING.match(understood.topic):
        return here
    return replace(here, otherwise=replace(here.otherwise, doubtful=False))


_POINTING = regex(r"(?:the|this|that|these|those)\s", re.IGNORECASE)


def or_where_shown(asked: Followed, past: Past) -> Followed:
    """Look for any words of somebody in the articles that were shown, where they have none on what was talked of.

    "The whole affair is a shame" is on the mill, in an article on it, and names no mill.
    """
    understood = asked.understood
    known = understood.speaker_known and understood.speaker and not understood.ambiguous
    if not (known and understood.topic and past.answering):
        return asked
    parts = tuple(part for part in understood.carried if part not in ("topic", "addressee"))
    anything = carrying(replace(understood, topic=None, addressee=None), parts)
    return replace(
        asked,
        otherwise=Followed(anything, near=past.answering, doubtful=True, otherwise=asked.otherwise),
    )


def of_the_role(question: str, understood: Understanding, past: Past, plain: Followed) -> Followed:
    """Look for "the minister" in the articles that were shown first, and then for any, as unsure."""
    asks = understood.kind is QuestionKind.SAID and not understood.topic and past.quoting
    alone = asks and (is_any_holder(question, understood) or is_a_party(understood))
    if not alone or not past.answering or plain.near is not None:
        return plain
    elsewhere = replace(plain, doubtful=True, wider=True)
    return replace(plain, near=past.answering, otherwise=of_that_office(question, elsewhere, past))


_ONE_ONLY = frozenset("minister president premier chancellor governor mayor king queen pope".split())
"""Offices of which a land or a town has one: who bears it in other articles may be meant, and stays a guess."""


def without_strangers(found: Followed) -> Followed:
    """Leave out any words of whom only other articles call "the owner", where those shown have none of an owner's.

    After words on an optician's shop, the owner of a car is not meant; what he says on the same may be.
    """
    if found.otherwise is None:
        return found
    rest = without_strangers(found.otherwise)
    asked, office = rest.understood, rest.understood.described or ""
    stranger = rest.doubtful and rest.near is None and asked.topic is None and asked.speaker_known
    if stranger and found.near and office and " " not in office and bare(office) not in _ONE_ONLY:
        return replace(found, otherwise=rest.otherwise)
    return replace(found, otherwise=rest)


def lastly(followed: Followed, other: Followed) -> Followed:
    """Give a question one more sense, after all that it has."""
    before = followed.otherwise
    return replace(followed, otherwise=other if before is None else lastly(before, other))


def of_the_body(
    question: str, understood: Understanding, past: Past, plain: Followed, speakers: KnownSpeakers
) -> Followed:
    """Take "the company" for the one that was talked of: named before, or in an article that was shown.

    Any other company's words would be somebody else's.
    """
    match = BODY_WITH_ARTICLE.search(question)
    name = understood.speaker or ""
    asks = understood.kind is QuestionKind.SAID and not understood.topic and past.quoting
    if match is None or not asks or name.casefold() != match["noun"].casefold():
        return plain
    here = replace(plain, near=past.answering)
    noun = match["noun"].casefold()
    body = body_meant(noun, past, speakers)
    firm = firm_meant(noun, past, speakers) if body is None else None
    if (body := body or firm) is None:
        return here
    named = replace(understood, speaker=body, speaker_known=True, speaker_is_role=False)
    said = replace(
        named, standalone=f"{question[: match.start()]}{with_article(body)}{question[match.end() :]}"
    )
    named_so = Followed(replace(said, carried=("speaker",)), doubtful=firm is not None)
    return replace(here, otherwise=named_so)
