"""List the words of remarks on a talk: "I meant Brandt", "tolls was the topic", "leave Quill out"."""

from __future__ import annotations

SEEKS = frozenset(
    """mean meant meaning want wanted need needed look looking search searching sure guess bet believe suppose
    interested thinking talking speak speaking spoke hear heard read remember spelled spelt show switch move moving
    turn said about""".split()
)
"""What somebody does who asks, beside the words that tell nothing in any question."""
TOPICS = frozenset("topic subject question".split())
TALK_OF = frozenset("of from by in on about at for to with".split())
NAMES_AS_IT_IS = frozenset("name spelled spelt called".split())
NOT_ANY = frozenset("nothing nobody none".split())
DENIES = frozenset("not never without leave skip forget ignore drop except".split()) | NOT_ANY
PRINTED = frozenset("article articles piece story quote quotes".split())
ASKS_ALL = frozenset("tell show find give list know learn hear read".split()) | PRINTED
"""What asks for all on a thing, and takes nobody from before: "tell me about ships", "I'd like quotes on ships"."""
ONLY = frozenset("only just perhaps maybe possibly probably".split())
