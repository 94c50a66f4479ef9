"""Name the rules of records that are looked for where nothing is extracted."""

from __future__ import annotations

QUESTION = "question"
"""The rule of what a reporter asks in a transcript or an interview."""

ALONE = "float-alone"
"""The rule of a paragraph that is only a quotation, and has nobody speaking before it."""

HEADLINE = "headline"
"""The rule of a name and a colon in the first line: "Quill: The levee leaks"."""
