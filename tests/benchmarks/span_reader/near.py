"""Mine near misses: windows of whole sentences that are close to a question and do not have its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.span_reader.texts import words_of

FEWEST_WORDS, MOST_WORDS = 35, 60
CANDIDATES = 60
MOST = 5
BATCH = 96
MAX_TOKENS = 128


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a context; `origin` is equal for windows that may overlap."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the contexts that answer it, and all its answers there."""

    text: str
    contexts: tuple[str, ...]
    answers: tuple[str, ...]


def windows_of(sentences: Sequence[str], origin: str) -> Iterator[Window]:
    """Yield the shortest stretch of 35 to 60 words from each sentence on."""
    lengths = [len(sentence.split()) for sentence in sentences]
    for first in range(len(sentences)):
        total = 0
        for last in range(first, len(sentences)):
            total += lengths[last]
            if total >= FEWEST_WORDS:
                if total <= MOST_WORDS:
                    yield Window(" ".join(sentences[first : last + 1]), origin)
                break


def encode(texts: Sequence[str], threads: int) -> NDArray[np.float32]:
    """Return the packaged encoder's unit vectors."""
    import torch
    from tokenizers import Tokenizer
    from transformers import AutoModel

    from embeddings.model_files import packaged_model

    torch.set_num_threads(threads)
    folder = packaged_model(()).path
    model = AutoModel.from_pretrained(folder, dtype=torch.bfloat16).eval()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    vectors = np.empty((len(texts), model.config.hidden_size), np.float32)
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            numbers = order[start : start + BATCH]
            batch = tokenizer.encode_batch([texts[number] for number in numbers])
            ids = torch.tensor([each.ids for each in batch])
            mask = torch.tensor([each.attention_mask for each in batch])
            states = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
            pooled = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            vectors[numbers] = torch.nn.functional.normalize(pooled, dim=1).numpy()
    return vectors


def has_answer(text: str, answers: Sequence[str]) -> bool:
    """Whether a text has an answer in it, or half of the words that tell an answer from others."""
    lower = text.casefold()
    words = words_of(text)
    for answer in answers:
        telling = {word for word in words_of(answer) if len(word) > 3 or word.isdigit()}
        if answer.casefold() in lower or (telling and 2 * len(telling & words) >= len(telling)):
            return True
    return False


def near_misses(
    questions: Sequence[Question], windows: Sequence[Window], threads: int = 2
) -> Iterator[dict[str, Any]]:
    """Yield {"question", "contexts"} for each question that has near misses, closest first."""
    import faiss

    faiss.omp_set_num_threads(threads)
    vectors = encode([window.text for window in windows], threads)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    asked = encode([question.text for question in questions], threads)
    _, closest = index.search(asked, min(CANDIDATES, len(windows)))
    for question, numbers in zip(questions, closest, strict=True):
        contexts = choose(question, [windows[number] for number in numbers])
        if contexts:
            yield {"question": question.text, "contexts": contexts}


def choose(question: Question, candidates: Sequence[Window]) -> list[str]:
    """Return the first windows without an answer, one of an origin, none of the question's own contexts."""
    origins, chosen = set(question.contexts), list[str]()
    for window in candidates:
        if len(chosen) == MOST:
            break
        if window.origin not in origins and not has_answer(window.text, question.answers):
            origins.add(window.origin)
            chosen.append(window.text)
    return chosen
