from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from embeddings.model_files import ModelFolder
from embeddings.text import well_formed
from embeddings.tokenizer import forget_tokenizers, tokenizer_of
from tests.budgets import examples

TEXT = "The ferries of Harwick, said Quill, are “unsinkable”."


@pytest.fixture
def file(packaged: ModelFolder, tmp_path: Path) -> Path:
    return Path(shutil.copy(packaged.path / "tokenizer.json", tmp_path))


@pytest.fixture(scope="module")
def plain(packaged: ModelFolder) -> Tokenizer:
    read = Tokenizer.from_file(str(packaged.path / "tokenizer.json"))
    read.no_padding()
    read.no_truncation()
    return read


@pytest.fixture(scope="module")
def own(packaged: ModelFolder) -> Tokenizer:
    return tokenizer_of(packaged.path / "tokenizer.json")


@given(text=st.text(), other=st.text() | st.sampled_from([TEXT, "[MASK] of Hale", "[SEP]", "[cls] Orsa"]))
@settings(max_examples=examples(200), deadline=None)
def test_it_reads_as_the_file_says(own: Tokenizer, plain: Tokenizer, text: str, other: str) -> None:
    assert read_by(own, text, other) == read_by(plain, text, other)


def test_what_one_model_sets_does_not_reach_another(file: Path) -> None:
    tokenizer_of(file).enable_truncation(4)

    assert len(tokenizer_of(file).encode(TEXT)) > 4


def test_a_file_is_read_again_only_if_it_changed_or_may_have(file: Path) -> None:
    tokens = tokenizer_of(file).encode(TEXT).tokens
    before = file.stat()
    file.write_bytes(bytes(before.st_size))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert tokenizer_of(file).encode(TEXT).tokens == tokens

    forget_tokenizers()
    with pytest.raises(Exception, match="expected value"):
        tokenizer_of(file)


def read_by(tokenizer: Tokenizer, text: str, other: str) -> list[tuple[list[int], ...]]:
    one, two = well_formed(text), well_formed(other)
    return [
        (
            each.ids,
            each.type_ids,
            each.special_tokens_mask,
            [place for pair in each.offsets for place in pair],
        )
        for each in (tokenizer.encode(one), tokenizer.encode(one, two))
    ]
