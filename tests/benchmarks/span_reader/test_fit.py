from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from embeddings.adaptation import SPAN_READER, adapted, unadapted
from embeddings.cache import cache_folders
from embeddings.model_files import packaged_model
from tests.benchmarks.span_reader.examples import Example, Examples
from tests.benchmarks.span_reader.fit import batches
from tests.benchmarks.span_reader.reader_model import Dropout, Reader, loss, started_from
from tests.benchmarks.span_reader.shipping import ship

CONTEXT = (
    "The ferry was sold to a museum. Engineers opened the bridge at Halden in 1931. Cyclists cross it for free. "
    "A second bridge at Norr followed in 1954."
)
QUESTION = "When was the bridge at Halden opened?"


@pytest.fixture(scope="module")
def folder() -> Path:
    return packaged_model(cache_folders(None)).path


@pytest.fixture(scope="module")
def tokenizer(folder: Path) -> Tokenizer:
    found = Tokenizer.from_file(str(folder / "tokenizer.json"))
    found.no_padding()
    return found


def row(*answers: str, exact: bool = True) -> dict[str, Any]:
    placed = [{"text": text, "answer_start": CONTEXT.index(text)} for text in answers]
    return {"context": CONTEXT, "question": QUESTION, "answers": placed, "exact": exact}


def made(tokenizer: Tokenizer, of: dict[str, Any], near: tuple[str, ...] = ()) -> list[Example]:
    maker = Examples([of], {QUESTION: near}, tokenizer)
    return [example for seed in range(40) for example in maker.of(of, random.Random(seed))]


def test_an_answer_keeps_its_place_in_every_window(tokenizer: Tokenizer) -> None:
    examples = [each for each in made(tokenizer, row("1931")) if each.opening]

    assert len(examples) >= 40
    for example in examples:
        assert tokenizer.decode(example.ids[example.opening : example.closing + 1]) == "1931"
        assert example.first <= example.opening


def test_windows_without_an_answer_do_not_hold_it_unless_the_question_is_another(
    tokenizer: Tokenizer,
) -> None:
    near = "The council of Halden met about the bridge."
    without = [each for each in made(tokenizer, row("1931"), (near,)) if not each.opening]
    same = [each for each in without if tokenizer.decode(each.ids).startswith(QUESTION.casefold())]
    other = [each for each in without if each not in same]

    assert same
    assert other
    assert not any("1931" in tokenizer.decode(each.ids) for each in same)
    assert any(tokenizer.decode(each.ids).endswith(near.casefold()) for each in same)


def test_what_a_paragraph_does_not_answer_has_no_answer_in_any_window(tokenizer: Tokenizer) -> None:
    assert {each.opening for each in made(tokenizer, row())} == {0}


def test_the_loss_is_small_only_where_the_answer_is(tokenizer: Tokenizer) -> None:
    example = next(each for each in made(tokenizer, row("in 1931")) if each.opening)
    right = torch.full((1, len(example.ids), 3), -9.0)
    right[0, example.opening, 0] = right[0, example.closing, 1] = right[0, 0, 2] = 9.0
    wrong = right.roll(1, dims=1)

    assert loss(right, [example]) < 0.01
    assert loss(wrong, [example]) > 5


def test_a_loose_answer_may_stand_anywhere_in_its_sentence(tokenizer: Tokenizer) -> None:
    sentence = "Engineers opened the bridge at Halden in 1931."
    example = next(each for each in made(tokenizer, row(sentence, exact=False)) if each.opening)
    scores = torch.full((1, len(example.ids), 3), -9.0)
    scores[0, example.opening + 2, 0] = scores[0, example.opening + 4, 1] = scores[0, 0, 2] = 9.0

    assert loss(scores, [example]) < 0.01


def test_batches_hold_every_example_once(tokenizer: Tokenizer) -> None:
    examples = made(tokenizer, row("1931"))
    groups = list(batches(examples, random.Random(0)))

    assert len(groups) > 1
    assert sorted(map(id, (each for group in groups for each in group))) == sorted(map(id, examples))


@pytest.mark.slow
def test_what_is_shipped_gives_the_scores_of_the_checkpoint(
    folder: Path, tokenizer: Tokenizer, tmp_path: Path
) -> None:
    torch.manual_seed(3)
    reader = Reader(folder).eval()
    with torch.no_grad():
        for name, weight in reader.named_parameters():
            if weight.requires_grad and weight.dim() == 2 and min(weight.shape) > 8:
                # A change of rank 4, which survives being cut to rank 8.
                weight.add_(0.02 * torch.randn(weight.shape[0], 4) @ torch.randn(4, weight.shape[1]))
            elif weight.requires_grad and not name.startswith("head"):
                weight.add_(0.02 * torch.randn(weight.shape))
    torch.save({"reader": reader.state_dict(), "seen": 1}, tmp_path / "checkpoint.pt")
    ship([tmp_path / "checkpoint.pt"], 8, tmp_path / "cut.safetensors", scale=2.0, shift=-1.0)
    (example,) = made(tokenizer, row("1931"))[:1]
    arrays = {
        "input_ids": np.asarray([example.ids]),
        "attention_mask": np.ones((1, len(example.ids)), np.int64),
        "token_type_ids": np.asarray([example.types]),
    }
    shipped = adapted(unadapted(folder), tmp_path / "cut.safetensors")

    with torch.no_grad():
        tensors = {name: torch.from_numpy(array) for name, array in arrays.items()}
        found = shipped(**tensors).numpy()[0, example.first : -1]
        wanted = 2 * reader([example]).numpy()[0, example.first : -1] + (0, 0, -1)
    np.testing.assert_allclose(found, wanted, atol=0.04)


@pytest.mark.slow
def test_no_step_from_the_reader_a_fit_began_with_ships_that_reader(folder: Path, tmp_path: Path) -> None:
    torch.manual_seed(3)
    torch.save({"reader": Reader(folder).state_dict(), "seen": 1}, tmp_path / "checkpoint.pt")

    ship([tmp_path / "checkpoint.pt"], 92, tmp_path / "out.safetensors", start=SPAN_READER, share=0.0)

    before, after = (
        started_from(folder, path).state_dict() for path in (SPAN_READER, tmp_path / "out.safetensors")
    )
    for name, weight in before.items():
        torch.testing.assert_close(after[name], weight, atol=2e-3, rtol=0.0)


@pytest.mark.slow
def test_of_two_checkpoints_the_mean_is_shipped(folder: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "one.pt", tmp_path / "other.pt"]
    for seed, path in enumerate(paths):
        torch.manual_seed(seed)
        torch.save({"reader": Reader(folder).state_dict(), "seen": 1}, path)
    ship(paths, 92, tmp_path / "out.safetensors")

    one, other = (torch.load(path, weights_only=True)["reader"]["head.weight"] for path in paths)
    after = started_from(folder, tmp_path / "out.safetensors").state_dict()["head.weight"]

    assert not torch.allclose(one, other, atol=1e-2)
    torch.testing.assert_close(after, (one + other) / 2, atol=2e-3, rtol=0.0)


def test_dropout_drops_its_share_and_keeps_the_mean_while_fitting_only() -> None:
    dropout, states = Dropout(0.1), torch.ones(40, 60, 384)

    dropped = dropout.train()(states)

    assert torch.equal(dropout.eval()(states), states)
    assert float((dropped == 0).float().mean()) == pytest.approx(0.1, abs=0.01)
    assert float(dropped.mean()) == pytest.approx(1.0, abs=0.01)
