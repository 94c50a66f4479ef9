"""Fit the net that reads turns of a talk, and write qa/conversation/learned/turn_reader.safetensors.

    python -m tests.benchmarks.turn_reader.fit [--turns FILE] [--passes 14] [--all] [--out FILE]

A line of turns.jsonl is a turn that was made up: {"before": the question before it, "turn", "act", "marks": [[kind,
slice]]}. A slice stands in the turn, after those before it.

Turns after one question in seven are left out and measured on, unless `--all` is given: what ships is fitted on all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch.nn import Dropout, Linear, Module
from torch.nn.functional import cross_entropy, pad, relu

from qa.conversation.learned.turn_reader import (
    ACTS,
    HEADS,
    KINDS,
    NEIGHBOURS,
    WEIGHTS,
    MarkKind,
    TurnAct,
    vectors_of,
    words_of,
)
from qa.encoding import open_encoder

TURNS = Path(__file__).with_name("turns.jsonl")
WIDTH = 160
DROPOUT = 0.3
RATE = 2e-3
DECAY = 0.02
WARM_UP = 0.05
BATCH = 64
SMOOTHING = 0.05
LEFT_OUT = 7
ENCODED_TOGETHER = 64
LEVELS = (0.0, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Example:
    """A turn: vectors of its words and of the whole, as `scores` takes them, the kind of each word, and the act."""

    each: torch.Tensor
    whole: torch.Tensor
    kinds: list[int]
    act: int
    left_out: bool


def examples_of(rows: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """Yield the turns that have words, each once."""
    encoder = open_encoder()
    rows = [row for row in rows if words_of(row["turn"])]
    for first in range(0, len(rows), ENCODED_TOGETHER):
        some = rows[first : first + ENCODED_TOGETHER]
        vectors = vectors_of(encoder, [(row["before"], row["turn"]) for row in some])
        for row, (each, whole) in zip(some, vectors, strict=True):
            yield Example(
                torch.from_numpy(each),
                torch.from_numpy(whole),
                _kinds(row, words_of(row["turn"])),
                ACTS.index(TurnAct(row["act"])),
                int(hashlib.sha256(row["before"].encode()).hexdigest(), 16) % LEFT_OUT == 0,
            )


def _kinds(row: dict[str, Any], words: Sequence[tuple[int, int]]) -> list[int]:
    at, places = 0, []
    for kind, text in row["marks"]:
        start = row["turn"].index(text, at)
        at = start + len(text)
        places.append((start, at, KINDS.index(MarkKind(kind))))
    return [
        next((kind for begin, stop, kind in places if start < stop and end > begin), 0)
        for start, end in words
    ]


class Net(Module):
    """The net of `qa.conversation.learned.turn_reader`, for several turns at once."""

    def __init__(self, each: int, whole: int) -> None:
        super().__init__()
        self.whole, self.each = Linear(whole, WIDTH), Linear(each, WIDTH)
        self.near, self.far = Linear(NEIGHBOURS * WIDTH, WIDTH), Linear(NEIGHBOURS * WIDTH, WIDTH)
        self.weigh = Linear(WIDTH, HEADS)
        self.found, self.act = Linear((HEADS + 3) * WIDTH + whole, WIDTH), Linear(WIDTH, len(ACTS))
        self.kind = Linear(2 * WIDTH, len(KINDS))
        self.dropout = Dropout(DROPOUT)

    def forward(self, turns: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the logits of kinds, shape (turns, words, kinds), and of acts, shape (turns, acts)."""
        lengths = [len(turn.each) for turn in turns]
        each = torch.nn.utils.rnn.pad_sequence([turn.each for turn in turns], batch_first=True)
        there = (torch.arange(each.shape[1])[None] < torch.tensor(lengths)[:, None])[..., None]
        whole = torch.stack([turn.whole for turn in turns])
        about = relu(self.whole(self.dropout(whole)))
        states = (relu(self.each(self.dropout(each))) + about[:, None]) * there
        for layer in (self.near, self.far):
            states = (states + self.dropout(relu(layer(_neighbours(states))))) * there
        most = states.masked_fill(~there, -1e4).amax(1)
        weighed = self.weigh(states).masked_fill(~there, -1e4).softmax(1)
        found = torch.cat(
            [most, (weighed.transpose(1, 2) @ states).flatten(1), about, states[:, 0], whole], 1
        )
        kinds = self.kind(torch.cat([states, most[:, None].expand_as(states)], 2))
        return kinds, self.act(self.dropout(relu(self.found(found))))


def _neighbours(states: torch.Tensor) -> torch.Tensor:
    around = NEIGHBOURS // 2
    padded = pad(states, (0, 0, around, around))
    return torch.cat([padded[:, at : at + states.shape[1]] for at in range(NEIGHBOURS)], 2)


def fitted(examples: Sequence[Example], passes: int) -> Net:
    net = Net(examples[0].each.shape[1], examples[0].whole.shape[0])
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=DECAY)
    chance, order = random.Random(3), list(examples)
    steps = passes * -(-len(order) // BATCH)
    for step in range(steps):
        at = step % (steps // passes) * BATCH
        if at == 0:
            chance.shuffle(order)
        share = step / steps
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1.0, share / WARM_UP) * (1 - share)
        some = order[at : at + BATCH]
        kinds, acts = net(some)
        wanted = torch.full(kinds.shape[:2], -100)
        for row, turn in enumerate(some):
            wanted[row, : len(turn.kinds)] = torch.tensor(turn.kinds)
        loss = 2 * cross_entropy(kinds.transpose(1, 2), wanted) + cross_entropy(
            acts, torch.tensor([turn.act for turn in some]), label_smoothing=SMOOTHING
        )
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
    return net.eval()


def measure(net: Net, examples: Sequence[Example]) -> str:
    """Return how often the act is right, and act and all marks, where the net is sure enough."""
    rows = []
    with torch.no_grad():
        for at in range(0, len(examples), BATCH):
            some = examples[at : at + BATCH]
            kinds, acts = net(some)
            for turn, marked, odds in zip(some, kinds.argmax(2).tolist(), acts.softmax(1), strict=True):
                act = int(odds.argmax())
                rows.append((float(odds.max()), act, turn.act, marked[: len(turn.kinds)] == turn.kinds))
    lines = [f"{len(rows)} turns left out"]
    keep = ACTS.index(TurnAct.KEEP)
    kept = sum(wanted == keep for _, _, wanted, _ in rows)
    for level in LEVELS:
        sure = [row for row in rows if row[0] >= level]
        right = [row for row in sure if row[1] == row[2]]
        lost = sum(act != keep and wanted == keep for _, act, wanted, _ in sure)
        got = sum(wanted != keep for _, _, wanted, _ in right)
        whole = sum(marks for *_, marks in right)
        lines.append(
            f"sure {level}: {len(sure) / len(rows):.3f} of all, act right {len(right) / len(sure):.3f}, with all marks "
            f"{whole / len(sure):.3f}; {lost} of {kept} taken for another than what they ask, "
            f"{got} of {len(rows) - kept} others found"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=Path, default=TURNS)
    parser.add_argument("--passes", type=int, default=14)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    torch.manual_seed(3)
    lines = options.turns.read_text(encoding="utf-8").splitlines()
    examples = list(examples_of([json.loads(line) for line in lines]))
    left_out = [] if options.all else [each for each in examples if each.left_out]
    net = fitted([each for each in examples if options.all or not each.left_out], options.passes)
    if left_out:
        sys.stdout.write(f"{measure(net, left_out)}\n")
    halves = {name: weights.half().contiguous() for name, weights in net.state_dict().items()}
    save_file(
        halves,
        options.out,
        {"fitted_on": "turns made up for this project (MIT)", "turns": str(len(examples))},
    )


if __name__ == "__main__":
    main()
