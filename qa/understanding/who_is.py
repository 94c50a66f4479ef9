"""Read questions for somebody's work as "Who is X?": "what does Una Strand do?", "what's Una Strand's job?"."""

from __future__ import annotations

import re

from qa.language.patterns import regex
from qa.understanding.described import asked_for
from qa.understanding.scan import clean

_NAME = r"(?P<name>[^,;:?]{2,60}?)"
_WORK = r"(?:job|role|titles?|profession|occupation|function|office|post|background|line\s+of\s+work|day\s+job|career)"
_ENDS = r"(?:\s+(?:again|exactly|for\s+(?:a\s+living|work)|these\s+days|now|by\s+the\s+way))*[\s?.!]*"
_FORMS = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        # "What did Quill do?" asks for a deed.
        rf"what\s+does\s+{_NAME}\s+do{_ENDS}",
        rf"what\s+did\s+{_NAME}\s+do\s+for\s+(?:a\s+living|work){_ENDS}",
        rf"what(?:['’]?s|\s+(?:is|was|are|were))\s+{_NAME}(?:['’]s?)\s+(?:current\s+|official\s+)?{_WORK}{_ENDS}",
        rf"what(?:['’]?s|\s+(?:is|was|are|were))\s+the\s+{_WORK}\s+of\s+{_NAME}{_ENDS}",
        rf"(?:what|which)\s+{_WORK}\s+(?:does|did|has|had)\s+{_NAME}\s+(?:have|had|hold|held|do)?{_ENDS}",
        rf"what\s+(?:is|was)\s+{_NAME}\s+(?:best\s+)?known\s+for{_ENDS}",
        rf"how\s+(?:is|was)\s+{_NAME}\s+(?:described|introduced|called){_ENDS}",
        rf"in\s+(?:what|which)\s+(?:capacity|role|function)\s+(?:did|does|is|was|has)\s+{_NAME}\s+(?:speak|speaks|spoke|spoken|quoted|talk|appear){_ENDS}",
        rf"(?:(?:explain|remind\s+me|tell\s+me|say|know)\s+)?who\s+{_NAME}\s+(?:is|was){_ENDS}",
        rf"(?:where|(?:for\s+)?wh(?:o|om))\s+(?:does|did)\s+{_NAME}\s+work(?:\s+for)?{_ENDS}",
    )
)
"""What asks what somebody named does or is."""
_OFFICES = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        r"what(?:['’]?s|\s+(?:is|was|are|were))\s+the\s+(?:full\s+)?names?\s+of\s+(?P<office>[^,;?]+?)[\s?.!]*",
        r"who(?:['’]?s|\s+(?:is|was))\s+(?:currently|now|presently|at\s+present|right\s+now|these\s+days)\s+(?P<office>[^,;?]+?)[\s?.!]*",
        r"who\s+(?:(?:currently|now)\s+)?(?:works?|worked|serves?|served|acts?|acted)\s+as\s+(?P<office>[^,;?]+?)[\s?.!]*",
        r"who\s+(?:(?:currently|now)\s+)?(?:holds?|held|has|had|fills?|filled|occupies)\s+the\s+(?:post|office|position|job|role|title)\s+of\s+(?P<office>[^,;?]+?)[\s?.!]*",
        r"(?:name|(?:the\s+)?names?\s+of)\s+(?P<office>(?:the\s+)?[^,;?]+?)[\s?.!]*",
    )
)
"""What asks who bears an office."""


def office_asked(question: str) -> str | None:
    """Return the office of which a question asks who bears it, in other words than "who is"; None for any other.

    "What is the name of the mayor of Dene?" is one, and "what is the name of the ship?" is not.
    """
    for form in _OFFICES:
        if (match := form.fullmatch(question)) is not None:
            office = clean(match["office"])
            return office if asked_for(office) is not None else None
    return None


def named_by_work(question: str) -> str | None:
    """Return the name of whom a question asks what they do or are; None for every other question."""
    for form in _FORMS:
        if (match := form.fullmatch(question)) is not None:
            name = clean(match["name"])
            return name if name[:1].isupper() and name.split()[-1][:1].isupper() else None
    return None
