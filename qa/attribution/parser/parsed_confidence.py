"""Hold the confidence of a record by its rule and by whether the other extractor agrees.

Measured on PolNeAR (Newell, Margolin and Ruths, LREC 2018), on the half of its articles that no rule was
written on. Each share is drawn towards the mean of its table as if five more records had been seen; beside it
stands their count. Rules seen less often keep the default extractor's own confidence. The annotators missed
some attributions, so these are lower bounds.
"""

from __future__ import annotations

AGREED: dict[str, float] = {
    "bare-clause": 0.89,  # 484
    "that-clause": 0.93,  # 333
    "object": 0.76,  # 186
    "to-infinitive": 0.61,  # 112
    "clause-before": 0.92,  # 106
    "call-as": 0.78,  # 77
    "quote-left-of-cue": 0.94,  # 76
    "think-clause": 0.67,  # 58
    "quote-inverted": 0.97,  # 50
    "think-that": 0.87,  # 46
    "interrupted": 0.94,  # 41
    "quote-right": 0.92,  # 39
    "object-say": 0.91,  # 36
    "wh-clause": 0.79,  # 32
    "told-to": 0.68,  # 25
    "clause-inverted": 0.96,  # 14
    "declined": 0.90,  # 12
    "bare-fragment": 0.90,  # 12
    "colon": 0.87,  # 8
    "call-for": 0.94,  # 7
}
"""The parse finds the same content and the same mention."""

DOUBTED: dict[str, float] = {
    "bare-clause": 0.64,  # 45
    "object": 0.51,  # 14
    "that-clause": 0.62,  # 14
    "according-to": 0.81,  # 12
    "call-as": 0.44,  # 8
    "think-clause": 0.48,  # 5
}
"""The parse finds the same content, but somebody else who says it."""

ALONE: dict[str, float] = {
    "quote-left-of-cue": 0.94,  # 667
    "quote-inverted": 0.96,  # 174
    "bare-clause": 0.52,  # 139
    "according-to": 0.88,  # 99
    "quote-right": 0.77,  # 94
    "think-clause": 0.35,  # 80
    "object": 0.43,  # 57
    "to-infinitive": 0.24,  # 47
    "call-as": 0.47,  # 39
    "noun-of": 0.40,  # 32
    "headline": 0.73,  # 29
    "colon": 0.90,  # 29
    "clause-before": 0.58,  # 24
    "float-next-paragraph": 0.35,  # 23
    "that-clause": 0.51,  # 22
    "interrupted": 0.78,  # 19
    "noun-that": 0.51,  # 16
    "call-for": 0.62,  # 14
    "told-to": 0.26,  # 13
    "float-same-paragraph": 0.36,  # 11
    "declined": 0.45,  # 10
    "object-say": 0.51,  # 10
    "wh-clause": 0.62,  # 9
    "as-said": 0.75,  # 8
    "lead-in": 0.81,  # 7
    "bare-fragment": 0.64,  # 7
    "transcript": 0.70,  # 6
}
"""The parse finds nothing of the kind; where quotation marks settle it, none is made."""

PARSED: dict[str, float] = {
    "parsed-object": 0.45,  # 242
    "parsed-about": 0.56,  # 81
    "parsed-to": 0.44,  # 62
    "parsed-say-that": 0.52,  # 56
    "parsed-say-clause": 0.66,  # 46
    "parsed-told-to": 0.52,  # 42
    "parsed-say-before": 0.50,  # 36
    "parsed-call": 0.58,  # 25
    "parsed-think-clause": 0.48,  # 23
    "parsed-think-that": 0.78,  # 20
    "parsed-think-wh": 0.54,  # 7
}
"""Only the parse finds it. A rule that is not listed does not speak alone."""
