"""Parse questions that compare speakers, or one speaker's words over time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.language.lexicon.follow_up_words import ARTICLES, UNTELLING
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.lexicon.reporting_nouns import VIEW
from qa.language.patterns import has_any_word, in_small_letters, regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.outlets import source_named
from qa.understanding.scan import clean, skip_courtesy

LONGEST = 300

EACH_OTHER = r"(?:each\s+other|one\s+another)"
"""What stands for the other one of two, whoever speaks; a pattern."""
_NAME = r"[^,;:?]{2,60}?"
_JOINT = r"(?:\s+and\s+|\s+(?:with|to|against|versus|vs\.?|v\.?|or)\s+|\s*,\s*(?:and\s+)?)"
_ABOUT = r"(?:\s+(?:on|about|regarding|concerning|over|when\s+it\s+comes\s+to)\s+(?P<topic>\S.*))?"
_OF = r"(?:\s+(?:about|of|on)\s+(?P<topic>\S.*))"
"""On what somebody has a view: "think of the dam"."""
_AT = r"(?:\s+(?:at|in|during|before)\s+(?:the\s+)?[^,;:?]{2,60}?)?"
_SAY = r"(?:said?|says?|think|thinks|thought|feel|stand|differ|disagree|agree|view|see)"
_VIEWS = r"(?:views?|positions?|opinions?|statements?|stances?|words|reactions?)"
_OF_ONE_MIND = (
    r"(?:on\s+the\s+same\s+side|of\s+(?:the\s+same|one)\s+(?:mind|opinion)|in\s+agreement|at\s+odds)"
)
_FORMS = tuple(
    regex(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?:compare|contrast|set)\s+(?:what\s+)?(?P<a>{_NAME}){_JOINT}(?P<b>{_NAME})(?:\s+{_SAY})?{_ABOUT}",
        rf"(?:compare|contrast)\s+(?:the\s+)?{_VIEWS}\s+of\s+(?P<a>{_NAME}){_JOINT}(?P<b>{_NAME}){_ABOUT}",
        rf"(?:do|does|did|would)\s+(?P<a>{_NAME})\s+(?:agree|disagree|differ)\s+(?:with|from)\s+(?P<b>{_NAME}){_ABOUT}",
        rf"(?:is|are|was|were)\s+(?P<a>{_NAME})\s+{_OF_ONE_MIND}\s+(?:as|with)\s+(?P<b>{_NAME}){_ABOUT}",
        rf"(?:is|are|was|were)\s+(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+{_OF_ONE_MIND}{_ABOUT}",
        rf"(?:(?:on|about)\s+)?what\s+(?:do|did)\s+(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:agree|disagree)(?:\s+(?:about|on|over))?{_ABOUT}",
        rf"(?:a\s+)?comparison\s+(?:of|between)\s+(?P<a>{_NAME}){_JOINT}(?P<b>{_NAME}){_ABOUT}",
        rf"(?P<a>{_NAME})\s+(?:versus|vs\.?|compared\s+(?:to|with))\s+(?P<b>{_NAME}){_ABOUT}",
        rf"(?:how|where|what)\s+(?:do|did|have|does)\s+(?:both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:each\s+|both\s+)?{_SAY}{_AT}{_ABOUT}",
        rf"what\s+(?:do|did|would)\s+(?:both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:each\s+|both\s+)?(?:think|make|say){_OF}",
        rf"what\s+(?:do|did|have)\s+(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:say|said|tell|told)\s+(?:to\s+)?(?P<topic>{EACH_OTHER})",
        rf"how\s+(?:do|did)\s+(?:both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:see|view|regard|describe|judge)\s+(?P<topic>\S.*)",
        rf"(?:both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME}),\s*(?:what|how)\s+(?:do|did|have)\s+(?:they|the\s+two)(?:\s+both|\s+each)?\s+{_SAY}{_OF}?",
        rf"(?:do|did)\s+(?:both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:agree|disagree|differ|(?:say|think|report|write)\s+the\s+same(?:\s+thing)?){_ABOUT}",
        rf"what\s+(?:both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:both\s+)?(?:said|say|think){_ABOUT}",
        rf"(?:the\s+)?(?:differences?|disagreements?)\s+between\s+(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME}){_ABOUT}",
        rf"(?:both\s+)?(?P<a>{_NAME})\s+(?:and|or|/)\s+(?P<b>{_NAME})\s+(?:on|about|regarding)\s+(?P<topic>\S.*)",
        rf"(?:did|do|have|has)\s+(?:both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?:(?:both|each|ever|also)\s+)*"
        rf"(?:comment(?:ed)?|speak|spoken|talk(?:ed)?|(?:say|said)\s+(?:any|some)thing){_ABOUT}",
        rf"how\s+(?:does|do|did)\s+(?P<a>{_NAME})['’]s?\s+{VIEW}\s+(?:differ|compare)\s+(?:from|to|with)\s+(?P<b>{_NAME}){_ABOUT}",
        rf"how\s+(?:does|do|did)\s+(?P<a>{_NAME})\s+(?:differ|compare)\s+(?:from|to|with)\s+(?P<b>{_NAME}){_ABOUT}",
    )
)

_LISTED = regex(
    # No blanks beside a comma but those of the names: two ways to read each is as many again for each further comma.
    rf"(?:(?:compare|what\s+(?:do|did))\s+)?(?P<names>{_NAME}(?:,{_NAME})+,?\s+and\s+{_NAME})(?:\s+{_SAY})?"
    r"\s+(?:on|about|regarding|concerning|over)\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = regex(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)

_BY_TIME = (
    r"(?:\bover\s+(?:time|the\s+(?:years|months|weeks))|\bin\s+(?:order\s+of\s+(?:date|time)|(?:date|chronological)\s+order)"
    r"|\bchronologically|\b(?:(?:sorted|ordered)\s+)?by\s+date|\b(?:oldest|earliest)\s+first)"
)
"""What asks for words by their dates, at the end of a question; a pattern."""
_OVER_TIME = regex(
    rf"how\s+(?:has|have|had|did|does|do)\s+.{{1,100}}?\b{VIEW}\b.{{0,120}}?\b(?:changed?|evolved?|shifted?|develop(?:ed)?)\b"
    rf"|(?:has|have|had|did)\s+.{{1,80}}?\b(?:changed?|shifted?)\s+(?:his|her|their|its)\s+{VIEW}\b"
    rf"|(?:has|have|had|did)\s+.{{1,80}}?\b{VIEW}\b.{{0,120}}?\s(?:changed?|evolved?|shifted?)\W*$"
    rf"|.{{1,200}}?{_BY_TIME}\W*$"
    r"|(?:(?:show|make|draw)\s+(?:me\s+)?)?(?:a\s+|the\s+)?(?:timeline|chronology|history)\s+of\s+(?:what\s+)?.{1,200}$",
    re.IGNORECASE | re.DOTALL,
)
_OF_CHANGE = frozenset(
    """change changed evolve evolved shift shifted develop developed over timeline chronology history unfold unfolded
    play played order chronologically date first""".split()
)
"""Words of which every question over time has one."""
_TIMELINE = regex(
    r"(?:(?:show|make|draw)\s+(?:me\s+)?)?(?:a\s+|the\s+)?(?:timeline|chronology|history)\s+of\s+(?=\S)",
    re.IGNORECASE,
)
_CHANGED_MIND = tuple(
    regex(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?:has|have|had|did)\s+(?P<name>{_NAME})\s+(?:changed?|shifted?)\s+(?:his|her|their|its)\s+{VIEW}{_ABOUT}",
        rf"(?:how\s+)?(?:has|have|had|did)\s+(?P<name>{_NAME})['’]s?\s+{VIEW}(?:\s+(?:on|of|about|towards?|regarding|concerning)\s+(?P<topic>\S.*?))?"
        rf"\s+(?:changed?|evolved?|shifted?|develop(?:ed)?)(?:\s+{_BY_TIME})?",
    )
)
_UNFOLDED = regex(
    r"how\s+(?:did|has|have)\s+(?:(?:the\s+)?(?:coverage|reporting|debate|discussion|talk|news|story|saga)\s+(?:of|on|about|over)\s+"
    r"(?P<covered>\S.{0,100}?)\s+(?:changed?|evolved?|shifted?|develop(?:ed)?)"
    r"|(?P<topic>\S.{0,100}?)\s+(?:(?:story|saga)\s+(?:develop|evolve)(?:ed|d)?|(?:(?:story|saga)\s+)?(?:unfold(?:ed)?|play(?:ed)?\s+out)))",
    re.IGNORECASE | re.DOTALL,
)
"""What asks how something went on: "how did the strike unfold?"; how a child develops is a question of fact."""
_TAIL = regex(rf"[\s,]+{_BY_TIME}\s*$", re.IGNORECASE)


def compared(
    question: str, speakers: KnownSpeakers, sources: Sequence[str] = ()
) -> tuple[tuple[str, ...], str] | None:
    """Return (names of the archive, topic) of a question that sets speakers side by side, or None.

    One has to speak in the archive or be an outlet of it, and the other one, too, where it is no name: "trade and
    tariffs on China" compares nobody.
    """
    text = clean(skip_courtesy(question[:LONGEST]))
    if len(question) > LONGEST or not re.search(
        r"\b(?:and|with|to|as|from|against|versus|vs|or|compared)\b|/", text, re.IGNORECASE
    ):
        return None
    if listed := _LISTED.fullmatch(text):
        several = [_speaker(each, speakers) for each in _BETWEEN.split(listed["names"])]
        known = tuple(name for name in several if name is not None)
        if len(set(known)) == len(several):
            return known, clean(listed["topic"])
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        names = [_speaker(match["a"], speakers), _speaker(match["b"], speakers)]
        typed = [match["a"].strip(), match["b"].strip()]
        names = [name or source_named(each, sources) for name, each in zip(names, typed, strict=True)]
        if not any(names):
            continue
        both = tuple(name or each for name, each in zip(names, typed, strict=True))
        sure = all(name or _is_name(each) for name, each in zip(names, typed, strict=True))
        if sure and both[0] != both[1] and not _whole(match, speakers, both):
            return both, clean(match["topic"] or "")
    return None


def _is_name(typed: str) -> bool:
    """Tell whether a phrase can be somebody's name, "the Reds": each word but an article has a capital."""
    return all(word[:1].isupper() for word in typed.removeprefix("the ").split())


def _speaker(typed: str, speakers: KnownSpeakers) -> str | None:
    typed = re.sub(r"^what\s+|['’]s?$", "", typed.strip(), flags=re.IGNORECASE)
    match = match_speaker(typed, speakers)
    # Which of several Quills is meant, each side's own answer tells, by the topic and by who speaks most.
    return None if match.corrected else match.name or (typed if match.ambiguous else None)


def _whole(match: re.Match[str], speakers: KnownSpeakers, both: Sequence[str]) -> bool:
    """Tell whether both names are one, "Johnson and Johnson", and not that of one of them: "Quill and Ivo Brandt"."""
    return match_speaker(match.string[match.start("a") : match.end("b")], speakers).name not in (None, *both)


def asks_over_time(question: str) -> bool:
    """Tell whether a question asks how somebody's words have changed."""
    if len(question) > LONGEST or not has_any_word(in_small_letters(question), _OF_CHANGE):
        return False
    text = clean(skip_courtesy(question))
    return _OVER_TIME.match(text) is not None or _unfolded(text) is not None


def _unfolded(text: str) -> str | None:
    """Return what is asked how it went on; None for "how did the story develop?", which does not say which."""
    match = _UNFOLDED.fullmatch(text)
    topic = (match["covered"] or match["topic"]) if match else ""
    told = not (UNTELLING | PRONOUNS | ARTICLES).issuperset(topic.lower().split())
    return topic if told else None


def timeline_words(question: str) -> str | None:
    """Return what a timeline is asked of; None where none is asked for: "history of medicine" may be a field."""
    text = clean(skip_courtesy(question[:LONGEST]))
    if unfolded := _unfolded(text):
        return unfolded
    match = _TIMELINE.match(text)
    return text[match.end() :] if match and "history" not in match[0].lower() else None


def without_time_words(question: str) -> str:
    """Return a question over time as a plain question, for the grammar: "what X said about Y"."""
    text = clean(skip_courtesy(question))
    if match := next(filter(None, (form.fullmatch(text) for form in _CHANGED_MIND)), None):
        topic = f" about {match['topic']}" if match["topic"] else ""
        return f"What did {match['name']} say{topic}?"
    return _TAIL.sub("", _TIMELINE.sub("", text))
