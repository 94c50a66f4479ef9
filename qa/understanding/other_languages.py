"""Tell which language a question is in, where that is not English: its words are searched all the same."""

from __future__ import annotations

from qa.language.patterns import regex

_WORD = regex(r"[^\W\d_]+")
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


def language_of(question: str) -> str | None:
    """Return the language of a question that is not in English, by its small words; None for English and for names."""
    words = [word.casefold() for word in _WORD.findall(question[:500])]
    english = sum(word in _ENGLISH for word in words)
    counts = {language: sum(word in own for word in words) for language, own in _WORDS_OF.items()}
    best = max(counts, key=lambda language: counts[language])
    # "Combien d’employés ... ont été licenciés" has three; "Die Hard was late" two of German, and two of English.
    return best if counts[best] >= _LEAST and counts[best] > english + 1 else None
