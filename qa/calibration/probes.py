"""Make probes from an archive itself, some that it can answer and some that it cannot."""

from __future__ import annotations

import random
from itertools import chain

from qa.archive.protocol import View
from qa.calibration.answerable import AnswerableProbes
from qa.calibration.probe import Probe
from qa.calibration.unanswerable import UnanswerableProbes


def probes(snapshot: View, *, seed: int, count: int) -> list[Probe]:
    """Make up to `count` probes, half of them unanswerable, and in both halves half about what somebody said.

    Fewer come back where an archive is too small or names too few speakers. The same seed on the same archive
    makes the same probes.
    """
    chance = random.Random(seed)
    quarter = max(1, count // 4)
    articles, changes = AnswerableProbes(snapshot, chance), UnanswerableProbes(snapshot, chance)
    # Twice as many as are wanted, because not every one can be changed into one without an answer.
    said, content = articles.said(2 * quarter), articles.content(2 * quarter)
    found = list(
        chain(
            said[:quarter],
            changes.of_said(said, quarter),
            content[:quarter],
            changes.of_content(content, quarter),
        )
    )
    chance.shuffle(found)
    return found[:count]
