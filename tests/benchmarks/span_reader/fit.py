"""Fit what makes a reader of the packaged model, and write embeddings/span_reader.safetensors.

    python -m tests.benchmarks.span_reader.fit --questions FILE --near-misses FILE --checkpoints FOLDER
        [--examples 200000] [--minutes 100] [--bfloat16] [--threads 2] [--from SHIPPED] [--dropout 0.1]
    python -m tests.benchmarks.span_reader.fit --ship FOLDER/checkpoint.pt [OTHER/checkpoint.pt ...]
        [--rank 92] [--scale 1] [--shift 0] [--from SHIPPED --share 0.7] [--out FILE]

The files are those that gather.py writes; examples.py says what is made of a question.

All six layers are fitted; the vocabulary and the positions stay as they are. reader_model.py has the head and the
loss.

A checkpoint is written every five minutes, and the same command goes on from it. The rate falls to nothing at the last
of `--examples`; `--minutes` ends earlier, with a checkpoint. `--bfloat16` multiplies in that precision: nearly twice
as fast on processors that know it, ten times as slow on others. `--from` begins with a reader that was shipped, on any
machine; `--dropout` keeps questions that are seen many times from being learned by heart.

`--ship` writes what was fitted as the difference to the packaged model, each matrix as the product of two narrow ones
(the best of that rank, by singular values), in half precision. `--scale` multiplies its scores, and `--shift` is added
to that of "this text answers", so that they mean the probability that those of the reader before meant. `--share`
takes weights so far on the way from those of `--from`. Of several checkpoints the mean is shipped.

Sixty paragraphs that have unanswerable questions are left out and measured on, and one in six of the made-up articles.
Questions on the others of these are few, and taken MADE_UP_TIMES in each pass.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from embeddings.adaptation import SPAN_READER
from embeddings.cache import cache_folders
from embeddings.model_files import packaged_model
from embeddings.span_reader import LONGEST
from tests.benchmarks.span_reader.examples import (
    KEPT_OF_SENTENCES,
    WORDS_WHEN_MEASURED,
    Example,
    Examples,
)
from tests.benchmarks.span_reader.reader_model import Reader, loss, started_from
from tests.benchmarks.span_reader.shipping import ship

RATE = 1.2e-4
LAYER_DECAY = 0.9
WARM_UP = 0.03
MAX_TOKENS = 224
BATCH_TOKENS = 2560
HELD_OUT = 60
HELD_OUT_MADE_UP = 6
MADE_UP_TIMES = 6
MEASURED_EVERY = 10_000
SAVED_EVERY = 300.0
ROWS_AT_ONCE = 1500


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Yield examples of like length together, in no order."""
    groups: list[list[Example]] = [[]]
    for example in sorted(examples, key=lambda each: len(each.ids)):
        if groups[-1] and len(example.ids) * (len(groups[-1]) + 1) > BATCH_TOKENS:
            groups.append([])
        groups[-1].append(example)
    chance.shuffle(groups)
    yield from groups


def measure(reader: Reader, examples: Sequence[Example]) -> str:
    """Return how often the best span touches the answer, and how well two scores tell answers from none."""
    reader.eval()
    by_span, by_head, answerable, hits = [], [], [], []
    with torch.no_grad():
        for group in batches(examples, random.Random(0)):
            for scores, example in zip(reader(group).numpy(), group, strict=True):
                together = scores[1:, None, 0] + scores[None, 1:, 1]
                allowed = np.triu(np.ones(together.shape, bool)) & ~np.triu(
                    np.ones(together.shape, bool), LONGEST
                )
                together[~allowed] = -np.inf
                opening, closing = np.unravel_index(int(together.argmax()), together.shape)
                by_span.append(float(together.max() - scores[0, :2].sum()))
                by_head.append(float(scores[0, 2]))
                answerable.append(example.opening > 0)
                if example.opening:
                    hits.append(opening + 1 <= example.closing and closing + 1 >= example.opening)
    reader.train()
    right = np.asarray(answerable)

    def auroc(values: Sequence[float]) -> float:
        score = np.asarray(values)
        return float(np.mean(score[right][:, None] > score[~right][None]))

    both = [span / 2 + head for span, head in zip(by_span, by_head, strict=True)]
    return (
        f"found {np.mean(hits):.3f}, auroc by span {auroc(by_span):.3f}, by head {auroc(by_head):.3f}, "
        f"by both {auroc(both):.3f} of {len(right)}"
    )


def groups_by_rate(reader: Reader) -> list[dict[str, Any]]:
    """Return the fitted weights with the share of the rate that they get: less, the nearer to the words."""
    layers = len(reader.bert.encoder.layer)
    groups = []
    for name, weight in reader.named_parameters():
        if weight.requires_grad:
            depth = layers + 1
            if "encoder.layer." in name:
                depth = int(name.split("encoder.layer.")[1].split(".")[0]) + 1
            elif "embeddings" in name:
                depth = 0
            decay = 0.01 if weight.dim() > 1 else 0.0
            groups.append(
                {"params": [weight], "share": LAYER_DECAY ** (layers + 1 - depth), "weight_decay": decay}
            )
    return groups


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


class Fit:
    """One fit: what is read, what is fitted, and how far it has come."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        folder = packaged_model(cache_folders(None)).path
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS, strategy="only_second")
        rows = rows_of(options.questions)
        made_up = [row for row in rows if row["source"] == "made up"]
        rows = [row for row in rows if row["source"] != "made up"]
        unanswered = sorted({row["context"] for row in rows if not row["answers"] and row["human"]})
        held = set(random.Random(7).sample(unanswered, HELD_OUT))
        near = {
            row["question"]: [each for each in row["contexts"] if not any(each in text for text in held)]
            for row in rows_of(options.near_misses)
        }
        self._made = Examples([*rows, *made_up], near, tokenizer)
        # By twos: many follow another report of the same event.
        places = {
            text: place // 2 for place, text in enumerate(dict.fromkeys(row["context"] for row in made_up))
        }
        of_made_up = [row for row in made_up if places[row["context"]] % HELD_OUT_MADE_UP]
        self._rows = [*(row for row in rows if row["context"] not in held), *of_made_up * MADE_UP_TIMES]
        self._left_out = self._held_out([row for row in rows if row["context"] in held and row["exact"]])
        self._made_up_left_out = self._held_out(
            [row for row in made_up if not places[row["context"]] % HELD_OUT_MADE_UP]
        )
        begun = options.start and started_from(folder, options.start, options.dropout)
        self._reader = begun or Reader(folder, options.dropout)
        self._optimizer = torch.optim.AdamW(groups_by_rate(self._reader), RATE, fused=True)
        self._seen, self._part, self._measured = 0, 0, 0
        self._saved = time.monotonic()
        options.checkpoints.mkdir(parents=True, exist_ok=True)
        self._checkpoint = options.checkpoints / "checkpoint.pt"
        if self._checkpoint.exists():
            kept = torch.load(self._checkpoint, weights_only=True)
            self._reader.load_state_dict(kept["reader"])
            self._optimizer.load_state_dict(kept["optimizer"])
            self._seen, self._part, self._measured = kept["seen"], kept["part"], kept["seen"]

    def run(self) -> None:
        started, before = time.monotonic(), self._seen
        say(f"{len(self._rows)} questions, from {self._seen} examples on: {self._measured_now()}")
        self._reader.train()
        while self._seen < self._options.examples:
            if time.monotonic() - started > self._options.minutes * 60:
                break
            self._learn(self._part)
            self._part += 1
            if self._seen - self._measured >= self._options.measured_every:
                self._measured = self._seen
                rate = (self._seen - before) / (time.monotonic() - started)
                say(f"{self._seen} seen ({rate:.0f} a second): {self._measured_now()}")
            if time.monotonic() - self._saved > SAVED_EVERY:
                self._save()
        self._save()
        say(f"{self._seen} seen, ended: {self._measured_now()}")

    def _measured_now(self) -> str:
        found = measure(self._reader, self._left_out)
        return (
            f"{found}; made up: {measure(self._reader, self._made_up_left_out)}"
            if self._made_up_left_out
            else found
        )

    def _learn(self, part: int) -> None:
        """Learn from the next questions; which ones and how they are cut depends on nothing but the part's number."""
        a_pass, number = divmod(part, -(-len(self._rows) // ROWS_AT_ONCE))
        at = number * ROWS_AT_ONCE
        order = list(range(len(self._rows)))
        random.Random(a_pass).shuffle(order)
        chance = random.Random(part)
        rows = [self._rows[place] for place in order[at : at + ROWS_AT_ONCE]]
        examples = [
            example
            for row in rows
            if not row["source"].startswith(("qamr", "qasrl")) or chance.random() < KEPT_OF_SENTENCES
            for example in self._made.of(row, chance)
        ]
        fitted = [weight for group in self._optimizer.param_groups for weight in group["params"]]
        for batch in batches(examples, chance):
            share = min(1.0, self._seen / self._options.examples)
            for group in self._optimizer.param_groups:
                group["lr"] = RATE * group["share"] * min(1.0, share / WARM_UP) * (1 - share)
            with torch.autocast("cpu", torch.bfloat16, enabled=self._options.bfloat16):
                scores = self._reader(batch)
            loss(scores, batch).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(fitted, 1.0)
            self._optimizer.step()
            self._optimizer.zero_grad()
            self._seen += len(batch)

    def _held_out(self, rows: Sequence[dict[str, Any]]) -> list[Example]:
        chance = random.Random(7)
        return [
            example
            for row in rows
            for example in (self._made.answered if row["answers"] else self._made.unanswered)(
                row, chance, WORDS_WHEN_MEASURED
            )
        ]

    def _save(self) -> None:
        beside = self._checkpoint.with_suffix(".making")
        torch.save(
            {
                "reader": self._reader.state_dict(),
                "optimizer": self._optimizer.state_dict(),
                "seen": self._seen,
                "part": self._part,
            },
            beside,
        )
        beside.replace(self._checkpoint)
        self._saved = time.monotonic()


def say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--near-misses", type=Path)
    parser.add_argument("--checkpoints", type=Path)
    parser.add_argument("--examples", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=100.0)
    parser.add_argument("--measured-every", type=int, default=MEASURED_EVERY)
    parser.add_argument("--from", dest="start", type=Path, metavar="SHIPPED")
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--bfloat16", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--ship", type=Path, nargs="+", metavar="CHECKPOINT")
    parser.add_argument("--rank", type=int, default=92)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--shift", type=float, default=0.0)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--out", type=Path, default=SPAN_READER)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    if options.ship:
        ship(
            options.ship,
            options.rank,
            options.out,
            options.scale,
            options.shift,
            options.start,
            options.share,
        )
    else:
        Fit(options).run()


if __name__ == "__main__":
    main()
