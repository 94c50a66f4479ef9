"""Read which parts of a page or a word processor file are block quotations; articles do not keep that."""

from __future__ import annotations

from pathlib import Path

from qa.reading.files import Unusable
from qa.reading.sandbox import Sandbox
from qa.reading.stories import Story

ENDINGS = (".html", ".htm", ".xhtml", ".docx")


def quote_blocks(path: Path, *, max_bytes: int) -> list[str]:
    """Return the texts of a file's block quotations in order; none where its format has none or it cannot be read."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        return []
    try:
        with Sandbox() as sandbox:
            found = sandbox.parse(
                "quote_blocks", path.read_bytes(), max_characters=max_bytes, hints={"ending": ending}
            )
    except (Unusable, OSError):
        return []
    return [each.text for each in found if isinstance(each, Story)]
