"""Fit the nets that read what is typed, and write their weights.

    python -m tests.benchmarks.word_nets.fit turns [--passes 16] [--all] [--out FILE]
    python -m tests.benchmarks.word_nets.fit asks [--passes 16] [--all] [--out FILE]

turns.jsonl has turns of talks that were made up: {"before": the question before it, "turn", "act", "marks": [[kind,
slice]]}; asks.jsonl has first questions, {"question", "act", "marks"}. A slice stands in the text, after those before
it.

Turns after one question in seven, or one question in seven, are left out and measured on, unless `--all` is given: what
ships is fitted on all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch.nn import Dropout, Linear, Module
from torch.nn.functional import cross_entropy, pad, relu

from qa.conversation.learned import turn_reader
from qa.encoding import open_encoder
from qa.understanding.learned import ask_reader
from qa.understanding.learned.word_net import HEADS, KINDS, NEIGHBOURS, MarkKind, words_of

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
class Task:
    """What one net is fitted on: its acts, the one that leaves a text as it is, and how a row of its file is read."""

    acts: Sequence[StrEnum]
    kept: StrEnum
    weights: Path
    text: str
    vectors: Callable[[Any, Sequence[dict[str, Any]]], Iterator[Any]]
    together: Callable[[dict[str, Any]], str]
    """Rows with the same are left out together."""


TASKS = {
    "turns": Task(
        turn_reader.ACTS,
        turn_reader.TurnAct.KEEP,
        turn_reader.WEIGHTS,
        "turn",
        lambda encoder, rows: turn_reader.vectors_of(encoder, [(row["before"], row["turn"]) for row in rows]),
        lambda row: str(row["before"]),
    ),
    "asks": Task(
        ask_reader.ACTS,
        ask_reader.AskAct.FACT,
        ask_reader.WEIGHTS,
        "question",
        lambda encoder, rows: ask_reader.vectors_of(encoder, [row["question"] for row in rows]),
        lambda row: str(row["question"]),
    ),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A text: vectors of its words and of the whole, as `scores` takes them, the kind of each word, and the act."""

    each: torch.Tensor
    whole: torch.Tensor
    kinds: list[int]
    act: int
    left_out: bool


def examples_of(task: Task, rows: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """Yield the texts that have words."""
    encoder = open_encoder()
    acts = [str(act) for act in task.acts]
    rows = [row for row in rows if words_of(row[task.text])]
    for first in range(0, len(rows), ENCODED_TOGETHER):
        some = rows[first : first + ENCODED_TOGETHER]
        for row, (each, whole) in zip(some, task.vectors(encoder, some), strict=True):
            yield Example(
                torch.from_numpy(each),
                torch.from_numpy(whole),
                _kinds(row[task.text], row["marks"]),
                acts.index(row["act"]),
                int(hashlib.sha256(task.together(row).encode()).hexdigest(), 16) % LEFT_OUT == 0,
            )


def _kinds(text: str, marks: Sequence[Sequence[str]]) -> list[int]:
    at, places = 0, []
    for kind, marked in marks:
        start = text.index(marked, at)
        at = start + len(marked)
        places.append((start, at, KINDS.index(MarkKind(kind))))
    return [
        next((kind for begin, stop, kind in places if start < stop and end > begin), 0)
        for start, end in words_of(text)
    ]


class Net(Module):
    """The net of `qa.understanding.learned.word_net`, for several texts at once."""

    def __init__(self, each: int, whole: int, acts: int) -> None:
        super().__init__()
        self.whole, self.each = Linear(whole, WIDTH), Linear(each, WIDTH)
        self.near, self.far = Linear(NEIGHBOURS * WIDTH, WIDTH), Linear(NEIGHBOURS * WIDTH, WIDTH)
        self.weigh = Linear(WIDTH, HEADS)
        self.found, self.act = Linear((HEADS + 3) * WIDTH + whole, WIDTH), Linear(WIDTH, acts)
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


def fitted(examples: Sequence[Example], acts: int, passes: int) -> Net:
    net = Net(examples[0].each.shape[1], examples[0].whole.shape[0], acts)
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


def measure(net: Net, examples: Sequence[Example], keep: int) -> str:
    """Return how often the act is right, and act and all marks, where the net is sure enough."""
    rows = []
    with torch.no_grad():
        for at in range(0, len(examples), BATCH):
            some = examples[at : at + BATCH]
            kinds, acts = net(some)
            for turn, marked, odds in zip(some, kinds.argmax(2).tolist(), acts.softmax(1), strict=True):
                act = int(odds.argmax())
                rows.append((float(odds.max()), act, turn.act, marked[: len(turn.kinds)] == turn.kinds))
    lines = [f"{len(rows)} left out"]
    kept = sum(wanted == keep for _, _, wanted, _ in rows)
    for level in LEVELS:
        sure = [row for row in rows if row[0] >= level]
        right = [row for row in sure if row[1] == row[2]]
        lost = sum(act != keep and wanted == keep for _, act, wanted, _ in sure)
        got = sum(wanted != keep for _, _, wanted, _ in right)
        whole = sum(marks for *_, marks in right)
        lines.append(
            f"sure {level}: {len(sure) / len(rows):.3f} of all, act right {len(right) / len(sure):.3f}, with all marks "
            f"{whole / len(sure):.3f}; {lost} of {kept} as they stand taken for something else, "
            f"{got} of {len(rows) - kept} others found"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("--passes", type=int, default=16)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    torch.manual_seed(3)
    task = TASKS[options.task]
    lines = Path(__file__).with_name(f"{options.task}.jsonl").read_text(encoding="utf-8").splitlines()
    examples = list(examples_of(task, [json.loads(line) for line in lines]))
    seen = [each for each in examples if options.all or not each.left_out]
    net = fitted(seen, len(task.acts), options.passes)
    if not options.all:
        left_out = [each for each in examples if each.left_out]
        sys.stdout.write(f"{measure(net, left_out, list(task.acts).index(task.kept))}\n")
    halves = {name: weights.half().contiguous() for name, weights in net.state_dict().items()}
    made = {"fitted_on": "texts made up for this project (MIT)", "examples": str(len(seen))}
    save_file(halves, options.out or task.weights, made)


if __name__ == "__main__":
    main()
