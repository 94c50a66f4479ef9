"""Read the text of a row or an object as a page would show it, where an export holds it as markup."""

from __future__ import annotations

import re
from itertools import islice

from qa.reading.sandbox import Sandbox
from qa.reading.stories import Story

_MARKUP = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|ol|td|blockquote|figure|a|em|strong|b|i|u|span)>|<br ?/?>|<!-- /?wp:",
    re.IGNORECASE,
)
_FEWEST = 2
"""Tags that make a text markup: prose about pages may name one."""


def shown(text: str, sandbox: Sandbox, max_bytes: int) -> str:
    """Return a text without its markup if it has any ("<p>Rain fell.</p><p>Snow &amp; hail.</p>"), else as it is.

    Raises:
        Unusable: If its markup cannot be read.
    """
    tags = list(islice(_MARKUP.finditer(text), _FEWEST))
    if len(tags) < _FEWEST and text.lstrip()[:3].lower() != "<p>":
        return text
    data = text.encode("utf-8", "replace")
    found = sandbox.parse("fragment", data, max_characters=max(max_bytes, len(text)))
    return next((each.text for each in found if isinstance(each, Story)), "")
