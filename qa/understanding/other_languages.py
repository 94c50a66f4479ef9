"""Tell which language a question is in, where that is not English, and whose words it asks for in that language.

Its words are searched all the same.
"""

from __future__ import annotations

import re

from qa.language.patterns import regex

_WORD = regex(r"[^\W\d_]+")
_LONGEST = 500
"""In characters: what is longer is no question for somebody's words."""
_LEAST = 2
"""How many of a language's small words a question must hold; one may be a name or an English word."""
_SMALL = {
    "Spanish": "qué que cuándo cuántos cuántas cuál quién quiénes cómo dónde por sobre para los las del una uno "
    "está dijo dicho fue el la de en y",
    "French": "que qu quel quelle quels qui quand comment où combien pourquoi sur les des une est ont été dit pas dans "
    "le la du et ce cette",
    "German": "was wer wann wie viele wo warum welche welcher über der die das den dem ein eine ist hat haben wurde "
    "wurden sagte gesagt nicht und zu im",
    "Italian": "che cosa chi quando come dove perché quanti quale sul sulla gli della delle una è ha detto non di il "
    "la",
    "Portuguese": "que quem quando como onde quantos qual sobre os as do da uma foi disse não em o a",
    "Dutch": "wat wie wanneer hoe waar waarom welke over de het een is heeft werd zei niet en van",
}
_WORDS_OF = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_ENGLISH = frozenset(
    """what who when where why how which did do does is are was were has have had the a an of to in on about said say
    and for that it not his her their""".split()
)


_WHO = r"(?P<who>[^\s,;:?][^,;:?]{1,60}?)"
_FORMS = {
    "Spanish": (
        rf"qué\s+(?:dijo|dijeron|dice|dicen|(?:ha|han)\s+dicho|declaró)\s+{_WHO}(?:\s+(?:sobre|acerca\s+de)\s+(?P<on>.+?))?",
        rf"qué\s+(?:piensa|piensan|opina|opinan)\s+{_WHO}(?:\s+(?:sobre|acerca\s+de|de|del)\s+(?P<on>.+?))?",
    ),
    "French": (
        rf"(?:qu['’]|que\s+)(?:a|ont)\s+(?:dit|déclaré)\s+{_WHO}(?:\s+(?:sur|à\s+propos\s+d\w+|au\s+sujet\s+d\w+)\s+(?P<on>.+?))?",
        rf"qu['’]est-ce\s+qu(?:e\s+|['’]){_WHO}\s+(?:a|ont)\s+(?:dit|déclaré)(?:\s+(?:sur|à\s+propos\s+d\w+)\s+(?P<on>.+?))?",
        rf"que\s+(?:dit|disent|pense|pensent)\s+{_WHO}(?:\s+(?:sur|à\s+propos\s+d\w+|de|du|des)\s+(?P<on>.+?))?",
    ),
    "German": (
        rf"was\s+(?:sagte|sagten|sagt|sagen|meinte|meint|denkt)\s+{_WHO}(?:\s+(?:über|zu|zum|zur)\s+(?P<on>.+?))?",
        rf"was\s+(?:hat|haben)\s+{_WHO}(?:\s+(?:über|zu|zum|zur)\s+(?P<on>.+?))?\s+gesagt",
    ),
    "Italian": (
        rf"(?:che|cosa|che\s+cosa)\s+(?:(?:ha|hanno)\s+detto|dice|dicono|disse|pensa)\s+{_WHO}(?:\s+(?:su|sul|sullo|sulla|sui|sugli|sulle|di|del"
        r"|della)\s+(?P<on>.+?))?",
    ),
    "Portuguese": (
        rf"o\s+que\s+(?:disse|disseram|diz|pensa)\s+{_WHO}(?:\s+sobre\s+(?P<on>.+?))?",
        rf"o\s+que\s+{_WHO}\s+(?:disse|disseram|diz|pensa)(?:\s+sobre\s+(?P<on>.+?))?",
    ),
    "Dutch": (
        rf"wat\s+(?:zei|zeiden|zegt|zeggen|denkt|vindt)\s+{_WHO}(?:\s+(?:over|van)\s+(?P<on>.+?))?",
        rf"wat\s+(?:heeft|hebben)\s+{_WHO}(?:\s+over\s+(?P<on>.+?))?\s+gezegd",
    ),
}
_ASKS = {
    language: [regex(rf"[\s¿]*{form}[\s?!.]*", re.IGNORECASE) for form in forms]
    for language, forms in _FORMS.items()
}
"""How each language asks what somebody said, of what. "de" and "van" are also parts of names, so that they stand only
after the verbs that need them."""
_BEGINS = regex(r"[\s¿]*(?:qué|que|qu['’]|was|che|cosa|o\s+que|wat)", re.IGNORECASE)
_ARTICLE = regex(
    r"^(?:l['’]|(?:der|die|das|den|dem|el|la|los|las|le|les|il|lo|gli|i|o|a|os|as|de|het)\s+)", re.IGNORECASE
)


def whose_words(question: str) -> tuple[str, str | None] | None:
    """Return (name, topic or None) of a question in another language that asks what somebody said; None for any other.

    The name and the topic are as they were typed: "Was sagte Quill über Zölle?" has "Quill" and "Zölle".
    """
    asked = _asked(question)
    if asked is None:
        return None
    topic = _ARTICLE.sub("", asked[1]["on"] or "").strip()
    return asked[1]["who"].strip(), topic or None


def _asked(question: str) -> tuple[str, re.Match[str]] | None:
    """Return the language in which a question asks what somebody said, and the match of its form."""
    if len(question) > _LONGEST or _BEGINS.match(question) is None:
        return None
    matches = ((language, form.fullmatch(question)) for language, forms in _ASKS.items() for form in forms)
    return next(((language, match) for language, match in matches if match is not None), None)


def language_of(question: str) -> str | None:
    """Return the language of a question that is not in English, by form or small words; None for English and names."""
    if (asked := _asked(question)) is not None:
        return asked[0]
    words = [word.casefold() for word in _WORD.findall(question[:_LONGEST])]
    english = sum(word in _ENGLISH for word in words)
    counts = {language: sum(word in own for word in words) for language, own in _WORDS_OF.items()}
    best = max(counts, key=lambda language: counts[language])
    # "Combien d’employés ... ont été licenciés" has three; "Die Hard was late" two of German, and two of English.
    return best if counts[best] >= _LEAST and counts[best] > english + 1 else None
