"""List the words that only say what is wanted of the archive: a list, a count, the first, everybody, quotes."""

from __future__ import annotations

from qa.language.lexicon.inflection import inflect

_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "write": ("writes", "wrote", "written", "writing"),
    "bring": ("brings", "brought", "bringing"),
}


def _forms(verbs: str) -> frozenset[str]:
    regular = {
        each for verb in verbs.split() if verb not in _IRREGULAR for forms in inflect(verb) for each in forms
    }
    return frozenset({*verbs.split(), *regular}.union(*(_IRREGULAR.get(verb, ()) for verb in verbs.split())))


SPEAKING = _forms(
    "say speak talk comment remark mention discuss quote cite interview bring refer touch weigh"
) | {
    "outspoken",
    "vocal",
    "talkative",
}
"""Verbs of speaking, in all their forms: "who has commented on it", "those quoted on it"."""
QUOTES_SOMEBODY = _forms("quote cite interview")
"""What an outlet does with a speaker: "whom has the Inland Post quoted on it?"."""
NAMES_AT_ONCE = _forms("mention discuss")
"""Verbs whose object is the topic: "mentioned the toll"."""
VERB_PARTICLES = {
    **dict.fromkeys(_forms("speak talk"), "of"),
    **dict.fromkeys(_forms("bring"), "up"),
    **dict.fromkeys(_forms("refer"), "to"),
}
"""Verbs with what opens their topic, where it is no "about": "brought up the toll"."""
OPENS_TOPIC = frozenset("about on regarding concerning".split())
QUOTATIONS = frozenset("quote quotes quotation quotations".split())
"""What nobody gives but an article: "comments on the bill" may be letters to a council."""
QUOTES = QUOTATIONS | frozenset(
    "statement statements remark remarks comment comments word words thing things".split()
)
SPEAKERS = frozenset("speaker speakers voice voices".split())
PEOPLE = SPEAKERS | frozenset(
    """people person persons individual individuals anyone anybody someone somebody everyone everybody
    those""".split()
)
DIRECT = frozenset("direct verbatim literal word-for-word".split())
FIRST = frozenset(
    "first earliest oldest originally since start starts started begin begins began begun".split()
)
LATEST = frozenset("last latest final newest recent recently".split())
MOST = frozenset("most top main leading".split())
LISTED = frozenset("list name show give find tell which what whose".split())
MOMENTS = frozenset("when point time day date moment".split())
_BESIDE = frozenset(
    """who whom whose that how many much number count times often frequently regularly longest shortest is are was
    were be been being has have had did do does got get gets you we me us there here ever actually publicly already
    really so far anything something lot out up in to at a an the all every any each only just some different
    various separate more very two three four five six seven eight nine ten of or by from""".split()
)
ASKS_FOR_WORDS = (
    SPEAKING | OPENS_TOPIC | QUOTES | PEOPLE | DIRECT | FIRST | LATEST | MOST | LISTED | MOMENTS | _BESIDE
)
"""All words that only say what is wanted, and those beside them that name nobody and nothing."""
HOLDS = _forms("mention cover discuss write report feature")
"""What articles and outlets do with a topic: "when was the toll last reported on?"."""
HOLDS_AT_ONCE = _forms("mention cover discuss feature")
WRITINGS = frozenset("article articles story stories piece pieces report reports coverage item items".split())
OUTLETS = frozenset(
    "paper papers newspaper newspapers outlet outlets publication publications magazine magazines media press".split()
)
AUTHORS = frozenset(
    "reporter reporters journalist journalists author authors writer writers columnist columnists".split()
)
UNITS = frozenset("month months year years".split())

NEWEST = r"(?:latest|newest|most\s+recent)"
"""What asks for the newest of an archive; this and those below are patterns."""
FIRST_BY_DAY = r"(?:first|oldest|earliest)"
LAST_BY_DAY = r"(?:last|latest|newest|most\s+recent)"
MORE_OFTEN = r"(?:more|the\s+most|most)(?:\s+(?:often|frequently))?"
"""What asks which of two there is more of: "does Quill speak more often of tolls or of fares?"."""
IN_THE_ARCHIVE = (
    r"in\s+(?:(?:all|the|these|this|your|our)\s+)*(?:articles|stories|archive|library|collection|news)"
)
"""What says where words are looked for, and no more: "in all these articles"."""
