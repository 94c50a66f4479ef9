"""The shape of the project, held: imports point down, heavy libraries load late, each has one owner."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("qa", "bots", "embeddings")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
NAMES = [str(path.relative_to(ROOT)) for path in MODULES]

MAY_IMPORT = {
    "embeddings": {"embeddings"},
    "qa": {"qa", "embeddings"},
    "bots": {"bots", "qa"},
}
HEAVY = {
    "torch", "transformers", "sentence_transformers", "faiss", "onnx", "onnxruntime",
    "discord", "spacy", "dateparser",
}  # fmt: skip
OWNERS = {
    "faiss": ("embeddings/vector_index.py",),
    "sentence_transformers": ("embeddings/",),
    "torch": ("embeddings/",),
    "onnx": ("embeddings/",),
    "onnxruntime": ("embeddings/",),
    "tokenizers": ("embeddings/",),
    "sqlite3": ("qa/embedded/database.py",),
    "typer": ("bots/terminal/",),
    "rich": ("bots/terminal/",),
    "prompt_toolkit": ("bots/terminal/chat/",),
    "discord": ("bots/discord/",),
    "spacy": ("qa/attribution/",),
    "dateparser": ("qa/understanding/",),
    "snowballstemmer": ("qa/language/terms.py",),
    "rensa": ("qa/language/near_duplicates.py",),
    "watchfiles": ("qa/ingest/watch.py",),
    "filelock": ("qa/embedded/writer_lock.py", "embeddings/export.py"),
    "yaml": ("qa/reading/",),
    "charset_normalizer": ("qa/reading/",),
    "trafilatura": ("qa/reading/parsing/",),
    "lxml": ("qa/reading/parsing/",),
    "pypdfium2": ("qa/reading/parsing/",),
    "ir_measures": ("qa/evaluation",),
    "aiohttp": ("qa/fetching/connecting.py", "bots/discord/"),
    "yarl": ("qa/fetching/", "bots/discord/"),
    "protego": ("qa/fetching/robots.py",),
    "feedparser": ("qa/reading/parsing/feed.py",),
}
"""Library to the files or folders that alone import it. The name of a folder ends with a slash."""


def imports(path: Path, *, late: bool = True) -> Iterator[str]:
    """Yield the modules that a file imports; without `late` only those that load together with it."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""
        if not late and (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _is_for_types(node)):
            continue
        waiting.extend(ast.iter_child_nodes(node))


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def roots(path: Path, *, late: bool = True) -> set[str]:
    return {name.split(".", maxsplit=1)[0] for name in imports(path, late=late)}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_imports_point_down(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]

    assert (roots(path) & set(PACKAGES)) <= MAY_IMPORT[package]


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_heavy_libraries_are_imported_where_they_are_used(path: Path) -> None:
    # The bot's classes are made of discord's, so what imports them must do so late.
    own = {"discord"} if path.is_relative_to(ROOT / "bots" / "discord") else set()

    assert not roots(path, late=False) & HEAVY - own


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_each_library_has_one_owner(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    foreign = [library for library in roots(path) & set(OWNERS) if not name.startswith(OWNERS[library])]

    assert not foreign


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_file_holds_a_docstring_and_nothing_else(package: str) -> None:
    for path in (ROOT / package).rglob("__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body

        assert len(body) == 1, path
        assert isinstance(body[0], ast.Expr), path


def test_no_module_is_named_after_nothing() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "helpers", "base", "core", "common", "misc"}


def test_no_folder_of_tests_hides_a_package() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_the_shared_nouns_load_without_any_engine() -> None:
    program = (
        "import sys, qa.datatypes, qa.errors, qa.settings, bots.terminal.app\n"
        f"print(sorted(set(sys.modules) & {HEAVY!r}))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
