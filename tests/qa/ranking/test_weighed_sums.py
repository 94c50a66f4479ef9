from __future__ import annotations

import numpy as np

from qa.ranking.weighed_sums import weighed_sums


def test_each_row_is_added_up_by_the_weights() -> None:
    rows = np.float32([[1, 0, 1], [0, 1, 0]])

    assert weighed_sums(rows, np.float32([0.5, 2.0, 3.0])).tolist() == [3.5, 2.0]


def test_nobody_is_warned_of_what_a_library_reads_beyond_a_row() -> None:
    # As where memory behind a row holds no number: tests end with an error at each warning.
    rows = np.float32([[np.inf]])

    assert np.isnan(weighed_sums(rows, np.float32([0.0]))).all()
