"""Name the rules of records that are looked for by name."""

from __future__ import annotations

QUESTION = "question"
"""The rule of what a reporter asks in a transcript or an interview."""

INTERVIEW = "interview"
"""The rule of what somebody answers in an interview."""

TRANSCRIPT = "transcript"
"""The rule of what stands after a speaker's name in a transcript."""

ALONE = "float-alone"
"""The rule of a paragraph that is only a quotation, and has nobody speaking before it."""

HEADLINE = "headline"
"""The rule of a name and a colon in the first line: "Quill: The levee leaks"."""

TOLD_TO = "told-to"
"""The rule of what a hearer is told to do, with the hearer in it: "warned [the council not to sell it]"."""
