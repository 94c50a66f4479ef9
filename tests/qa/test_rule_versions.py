"""Hold each number of `qa/rule_versions.py` to what its rules make, by a digest.

Rows that a library keeps are made again only when the number of their rules is another. So no change of the rules
may go without a new number: else libraries would keep what the old rules made beside what the new ones make.
"""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoder import Encoder
from qa.attribution.confidence import CONFIDENCE
from qa.attribution.extractor import extract, extract_all
from qa.attribution.parser.parsed import extract_all_parsed
from qa.attribution.parser.parsing import open_parser
from qa.datatypes import Article, Attribution
from qa.ingest.chunking import chunk, embedded
from qa.language.near_duplicates import bands
from qa.rule_versions import (
    BANDING_VERSION,
    CHUNKING_VERSION,
    EXTRACTOR_VERSION,
    LINKING_VERSION,
    PACKING_VERSION,
    PARSED_EXTRACTOR_VERSION,
    SPEAKER_WORDS_VERSION,
    TERMS_VERSION,
)
from qa.speakers.callings import identity
from qa.speakers.linking import link_names
from qa.speakers.shortlist import words_by_which_found
from qa.speakers.typing_errors import halves
from qa.tables.passage_vectors import half_precision, packed_vector, vector_in
from qa.tables.sentence_vectors import packed_sentences
from qa.tables.tokens import indexed

# One line for each number: the number, the digest of what its rules make, and the digest of their word lists. Where one
# of these tests fails, it says what to do, and prints the line that belongs here then.
CHUNKING = (10, "a20fc469701b6aad")
TERMS = (5, "61533720dee11830")
BANDING = (2, "043c5ac9ddef2d5f")
PACKING = (2, "8a55cc9170335417", "0e7c21277f7960b3")
EXTRACTOR = (55, "3247782647345693", "3970976a245d6c86")
PARSED_EXTRACTOR = (1_055_001, "b508b1bde72d7a02", "ab952325e9c20c13")
SPEAKER_WORDS = (7, "ef67933cc473b85c", "a4cc2a8b102c41df")
LINKING = (26, "d6aa596ee0c2e775", "cbbdbd11233c39c3")

ROOT = Path(__file__).parents[2]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").rglob("*.md"))]
WRAPPED = (
    "The ferry did not sail\ntoday, since the wind\nhad risen over night.\n    It will sail again on\nFriday."
)
NOTES = (
    "- The ferry did not sail today, since the wind had\n  risen over night. It will sail again on a\n  Friday.\n"
    "- A timetable that nobody can print:\n"
    "  https://ferry.example/timetables/winter/everything-that-anybody-may-want-to-know?all=1&of=it&at=once\n"
)
MARKS = "“The boats are old,’’ said Ada Quill, the harbour master of Norvik. ‘‘They leak.’’ She left. " * 12
GLUED = "The boats are old.“They leak,” said Ada Quill.She left in 2021.Nobody at Norvik.Com knows why. " * 12
HEADLINE = "The lock vote\n\n"
"""What a text begins with is read as a headline: so each article is read with one and as it stands."""

LINKED = {
    "Ada Quill": 5, "Quill": 3, "A. Quill": 1, "Ada M. Quill": 1, "Mrs. Quill": 1, "Ada Quill’s": 1,
    "Bert Marsh": 2, "Carla Marsh": 2, "Marsh": 4, "B. Marsh": 1, "Provost Marsh": 1, "warden Bert Marsh": 1,
    "Paul Brandt": 1, "Paul Brandt Jr.": 1, "Paul Brandt Sr.": 1, "Brandt": 1, "Paul T. Brandt": 1, "Paul W. Brandt": 1,
    "Mike Falk": 1, "Michael Falk": 2, "Bill Lund": 1, "William H.W. Lund": 1, "Kate Voss": 1, "Catherine Voss": 1,
    "Ursula van der Berg": 1, "van der Berg": 2, "Berg": 1, "Luis Peña": 1, "Luis Pena": 1, "Łukasz Zół": 1,
    "Zoe Lund-Qaz": 1, "Lund-Qaz": 1, "Lund Qaz": 1, "Pat O’Hara": 1, "O'Hara": 1, "Wang Fang": 1, "Wang": 1,
    "Kim Min Su": 1, "Wang Fang Min Li": 1, "Wang Fang Min": 1, "Kim Min": 1,
    "Kim": 1, "Chinese Trade Ministry": 1, "China's Trade Ministry": 2,
    "Trade Ministry": 1, "the Trade Ministry": 1, "Norvik River Board": 1, "River Board": 1, "The River Board": 1,
    "University of Norvik": 1, "Quill & Sons": 1, "Lund and Sons": 1, "NRB": 1, "Google": 1, "Beijing": 1, "Ohio": 1,
    "Brazil": 1, "Brazilian": 1, "Police": 1, "Quill campaign": 1, "the Quill campaign": 1, "Republicans": 1,
    "": 1, "the": 1, "Jr.": 1, "“Bo” Lund": 1, "Lord Quill": 1, "striker Jonas Reed": 1,
    identity("Jonas Reed", ["coach"]): 2, identity("Jonas Reed", ["striker"]): 1, "Jonas Reed": 3, "Reed": 1,
    identity("Jonas Reed", ["minister"]): 3, identity("Ann Reed", ["nurse"]): 1, identity("Ann Reed", ["judge"]): 1,
    identity("Ann Reed", ["judge", "nurse"]): 1, identity("Tom Hale", ["actor"]): 1, identity("Tom Hale", ["mayor"]): 2,
    identity("Tom Hale", ["former coach"]): 1, identity("Ivo Orsa", ["former bishop"]): 3, "Ivo Orsa": 2,
    identity("Ivo Orsa", ["governor"]): 1, identity("Tom Hale", ["historian"]): 1,
    identity("T. Hale", ["pastor"]): 1, identity("Hale", ["sheriff"]): 1, "C. Tom Voss": 1, "Tom Voss": 1,
}  # fmt: skip


def digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def hold(name: str, number: int, recorded: tuple[int | str, ...], *made: object) -> None:
    """Fail with what to do where the rules make something else than is recorded for their number.

    Args:
        made: What the rules make; then, if need be, the words that they know.
    """
    now = (number, *map(digest, made))
    if now == recorded:
        return
    values = ", ".join([f"{number:_}", *(f'"{each}"' for each in now[1:])])
    record = f"record here, in {Path(__file__).name}: {name} = ({values})"
    if number != recorded[0]:
        pytest.fail(f"{name}_VERSION is new: {record}")
    # The number of the extractor with the parser is made of two.
    of_two = "PARSE_RULES_VERSION (or EXTRACTOR_VERSION, where its own test fails too)"
    version = of_two if name == "PARSED_EXTRACTOR" else f"{name}_VERSION"
    if now[:2] == recorded[:2]:
        pytest.fail(
            f"The word lists that {version} stands for have changed. If that can change any row that a library keeps, "
            f"raise {version} in qa/rule_versions.py, and run this test again. If it cannot, {record}"
        )
    pytest.fail(
        f"What is made by the rules that {version} stands for has changed. Raise {version} in qa/rule_versions.py, and "
        f"run this test again: it says what to record. Only if more is tried here, by the same rules, {record}"
    )


def articles(section: str | None = None) -> list[Article]:
    """Return the articles of `every_rule.txt`, or those under one heading; a line "# title: ..." is no part of them."""
    found, heading = [], ""
    text = (Path(__file__).parent / "every_rule.txt").read_text("utf-8")
    for block in text.split("\n%%\n"):
        lines = block.strip("\n").splitlines()
        for line in lines:
            heading = line.removeprefix("## ") if line.startswith("## ") else heading
        title = next((line.removeprefix("# title: ") for line in lines if line.startswith("# title: ")), "")
        body = "\n".join(line for line in lines if not line.startswith("#")).strip("\n")
        if body and section in (None, heading):
            found += [Article("a", body, title=title), Article("a", HEADLINE + body, title=title)]
    return found


def shown(records: list[Attribution]) -> list[object]:
    """Return records by all that is kept of them, floats as they are shown."""
    return [
        (one.content, one.mention, one.cue, one.speaker, one.kind.value, one.rule, f"{one.confidence:.4f}",
         one.polarity, one.second_hand, one.ambiguous, one.callings,
         [(target.name, target.where) for target in one.targets], one.own_words, one.speaks_for,
         f"{one.name_confidence:.4f}")
        for one in records
    ]  # fmt: skip


def words_of(module: str) -> list[tuple[str, int]]:
    """Return how often each word stands in a list or pattern that a module loads, whatever it is called and wherever.

    Sentences can be tried for words that are known; only this notices one that is added.
    """
    program = f"import sys, {module}; print(*(m.__file__ for n, m in sys.modules.items() if n[:3] == 'qa.'), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    # Modules that lie in `qa` itself hold no rules.
    files = [path for name in done.stdout.splitlines() if (path := Path(name)).parent != ROOT / "qa"]
    words: Counter[str] = Counter()
    for path in files:
        tables = [
            other
            for other in path.parent.glob(f"{path.stem}.*")
            if other.suffix not in (".py", ".pyc") and other.is_file()
        ]
        texts = [*listed(ast.parse(path.read_text("utf-8"))), *(table.read_text("utf-8") for table in tables)]
        words.update(word for text in texts for word in re.findall(r"[^\W\d_]+", text))
    return sorted(words.items())


def listed(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that a module's source has in displays, in patterns, and under names of its own."""
    # Literal["full", "single"] is a type.
    types = {id(node.slice) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    for node in ast.walk(tree):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Set | ast.List | ast.Tuple) and id(node) not in types:
            parts = [*node.elts]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys, *node.values]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            parts = [node.value]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "split":
                parts = [node.func.value]
            elif node.func.attr == "compile":
                parts = [inner for inner in ast.walk(node) if isinstance(inner, ast.Constant)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "regex":
            parts = [inner for inner in ast.walk(node) if isinstance(inner, ast.Constant)]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_chunking_has_another_number_when_it_gives_other_passages(encoder: Encoder) -> None:
    made = []
    for text in [*TEXTS, WRAPPED, MARKS, GLUED, f"A title\n{WRAPPED}", f"A title\n\n{NOTES}"]:
        article = Article("a", text, title="A title")
        passages = chunk(article, encoder.count_tokens, encoder.identity.max_tokens)
        made.append([(passage, embedded(article, passage)) for passage in passages])

    hold("CHUNKING", CHUNKING_VERSION, CHUNKING, made)


def test_terms_have_another_number_when_they_are_others() -> None:
    hold("TERMS", TERMS_VERSION, TERMS, [indexed("A title", text) for text in TEXTS])


def test_bands_have_another_number_when_they_are_others() -> None:
    hold("BANDING", BANDING_VERSION, BANDING, [bands(text) for text in TEXTS])


def test_packing_has_another_number_when_it_gives_other_bytes() -> None:
    # Whole numbers, so that every machine makes the same vectors of them.
    vectors = np.array([[(at * at * row) % 17 - 8 for at in range(1, 65)] for row in range(1, 9)], np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    packed = packed_vector(vectors[0])

    hold(
        "PACKING",
        PACKING_VERSION,
        PACKING,
        packed,
        packed_sentences(vector_in(packed), half_precision(vectors[1:])),
    )


def test_the_extractor_has_another_number_when_it_makes_other_records_or_knows_other_words() -> None:
    tried = [*articles(), *(Article("a", text) for text in TEXTS)]
    made = [[*shown(list(one.attributions)), *one.descriptions] for one in map(extract_all, tried)]

    hold("EXTRACTOR", EXTRACTOR_VERSION, EXTRACTOR, made, words_of("qa.attribution.extractor"))


@pytest.mark.slow
def test_the_parse_has_another_number_when_it_adds_other_records_or_knows_other_words() -> None:
    parser = open_parser()
    made = [shown(extract_all_parsed(article, parser).attributions) for article in articles("The parser")]
    words = words_of("qa.attribution.parser.parsed")

    hold("PARSED_EXTRACTOR", PARSED_EXTRACTOR_VERSION, PARSED_EXTRACTOR, made, words)


def test_linking_has_another_number_when_names_are_other_speakers_or_it_knows_other_words() -> None:
    hold("LINKING", LINKING_VERSION, LINKING, link_names(LINKED), words_of("qa.speakers.linking"))


def test_the_words_of_speakers_have_another_number_when_they_are_others_or_other_words_are_known() -> None:
    speakers, _ = link_names(LINKED)
    made = [(sorted(words), sorted(map(halves, words))) for words in map(words_by_which_found, speakers)]

    hold("SPEAKER_WORDS", SPEAKER_WORDS_VERSION, SPEAKER_WORDS, made, words_of("qa.speakers.shortlist"))


def test_every_rule_is_tried() -> None:
    used = {one.rule for article in articles() for one in extract(article)}

    assert set(CONFIDENCE) - used == set()
