"""The net that is fitted, and the one that ships: the same numbers."""

from __future__ import annotations

import numpy as np
import torch

from qa.understanding.learned.word_net import KINDS, scores
from tests.benchmarks.word_nets.fit import Example, Net, fitted, measure

EACH, WHOLE, ACTS = 11, 7, 3


def examples(count: int, words: int = 4) -> list[Example]:
    """Texts of which the act is told by the whole, and the kind of a word by its vector."""
    made = []
    for number in range(count):
        act = number % ACTS
        kinds = [(number + at) % len(KINDS) for at in range(words + number % 2)]
        made.append(
            Example(torch.eye(EACH)[kinds], torch.eye(WHOLE)[act], kinds, act, left_out=number % 4 == 0)
        )
    return made


def test_a_text_gets_the_same_scores_alone_in_the_product_as_among_others_while_fitting() -> None:
    torch.manual_seed(1)
    net = Net(EACH, WHOLE, ACTS).eval()
    weights = {name: values.numpy() for name, values in net.state_dict().items()}
    long, short = examples(2)

    with torch.no_grad():
        kinds, acts = net([long, short])

    for row, example in enumerate((long, short)):
        own_kinds, own_acts = scores(weights, example.each.numpy(), example.whole.numpy())
        np.testing.assert_allclose(own_kinds, kinds[row, : len(example.kinds)].numpy(), atol=1e-5)
        np.testing.assert_allclose(own_acts, acts[row].numpy(), atol=1e-5)


def test_what_vectors_tell_is_learned() -> None:
    torch.manual_seed(1)
    made = examples(64)

    found = measure(fitted(made, ACTS, 80), [each for each in made if each.left_out], keep=0)

    assert "act right 1.000, with all marks 1.000" in found
