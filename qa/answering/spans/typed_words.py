"""Tell whether a question asks for the words it gives in quotation marks, and whether a candidate span has them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qa.answering.spans.candidates import Considered
from qa.answering.spans.confidence import MOSTLY
from qa.language.exact_words import in_words
from qa.ranking.features import AT
from qa.ranking.retrieved import Retrieved
from qa.understanding.quoted import is_all_quoted, unquoted


def holds_typed(considered: Considered) -> bool:
    """Return whether any candidate span has the typed words."""
    typed: NDArray[np.bool_] = considered.found.features[:, AT["typed"]] >= MOSTLY
    return bool(typed.any())


def asks_for_words(retrieved: Retrieved) -> bool:
    """Return whether the question gives words in quotation marks and asks who said them, or whether somebody did.

    It does too where it is nothing but these words.
    """
    if retrieved.asked is None:
        return bool(retrieved.typed) and is_all_quoted(retrieved.understood.question)
    return in_words(retrieved.understood.topic or "") in retrieved.typed


def is_all_that_is_asked(retrieved: Retrieved) -> bool:
    """Return whether any quote with the one typed quotation answers: not for "Who disagreed with “...”?"."""
    alone = not any(map(str.isalnum, unquoted(retrieved.understood.question)))
    return len(retrieved.typed) == 1 and (alone or asks_for_words(retrieved))
