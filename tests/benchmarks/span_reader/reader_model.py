"""The packaged model with a head that reads a question beside a text, and the loss by which it is fitted.

A head of three rows scores each token for opening and for closing an answer (the first token stands for "none"), and
the first token for "this text answers". The loss is the mean of both cross entropies, plus half the binary cross
entropy of the third. Where only the sentence is known that answers, its tokens share the probability.

Source of the head: Devlin et al. (2019), arXiv:1810.04805, section 4.3.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits
from transformers import AutoModel

from embeddings.adaptation import adapted
from tests.benchmarks.span_reader.examples import Example


class Dropout(torch.nn.Module):
    """Dropout by stretches of one long mask: to draw one for each layer takes as long as its products."""

    _LENGTH = 1 << 24

    def __init__(self, share: float) -> None:
        super().__init__()
        kept = torch.empty(self._LENGTH, dtype=torch.bfloat16).bernoulli_(1 - share)
        self._factors = kept / (1 - share)

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return states
        start = random.randrange(self._LENGTH - states.numel())
        return states * self._factors[start : start + states.numel()].view(states.shape)


class Reader(torch.nn.Module):
    """The packaged model and a head of three rows."""

    def __init__(self, folder: Path, dropout: float = 0.0) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            local_files_only=True,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            # Of short texts the fused kernel's gradient took 40 % of the time, on two cores with AMX.
            attn_implementation="eager",
        )
        if dropout:
            shared = Dropout(dropout)
            self.bert.embeddings.dropout = shared
            for layer in self.bert.encoder.layer:
                layer.attention.output.dropout = layer.output.dropout = shared
        self.bert.embeddings.word_embeddings.requires_grad_(False)
        self.bert.embeddings.position_embeddings.requires_grad_(False)
        self.head = torch.nn.Linear(self.bert.config.hidden_size, 3)

    def forward(self, batch: Sequence[Example]) -> torch.Tensor:
        """Return scores of shape (examples, tokens, 3), a large negative number where no answer can begin or end."""
        shape = (len(batch), max(len(example.ids) for example in batch))
        ids, mask, types = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        allowed = np.zeros(shape, dtype=bool)
        allowed[:, 0] = True
        for row, example in enumerate(batch):
            ids[row, : len(example.ids)] = example.ids
            mask[row, : len(example.ids)] = 1
            types[row, : len(example.ids)] = example.types
            allowed[row, example.first : len(example.ids) - 1] = True
        states = self.bert(
            input_ids=torch.from_numpy(ids),
            attention_mask=torch.from_numpy(mask),
            token_type_ids=torch.from_numpy(types),
        ).last_hidden_state
        scores: torch.Tensor = self.head(states.float())
        return scores.masked_fill(~torch.from_numpy(allowed)[:, :, None], -1e4)


def started_from(folder: Path, shipped: Path, dropout: float = 0.0) -> Reader:
    """Return the packaged model with what was fitted before, so that a fit goes on from it."""
    reader = Reader(folder, dropout)
    reader.head = adapted(reader.bert, shipped).head
    return reader


def loss(scores: torch.Tensor, batch: Sequence[Example]) -> torch.Tensor:
    """Return the mean loss of a batch, by the scores of `Reader`."""
    wanted = torch.full((*scores.shape[:2], 2), -1e4)
    for row, example in enumerate(batch):
        if example.loose and example.opening:
            wanted[row, example.opening : example.closing + 1] = 0.0
        else:
            wanted[row, example.opening, 0] = 0.0
            wanted[row, example.closing, 1] = 0.0
    placed = scores[:, :, :2]
    mass = torch.logsumexp(placed + wanted, dim=1) - torch.logsumexp(placed, dim=1)
    answered = torch.tensor([float(example.opening > 0) for example in batch])
    return -mass.mean() + 0.5 * binary_cross_entropy_with_logits(scores[:, 0, 2], answered)
