"""The shape of the project, held: imports point down, heavy libraries load late, each has one owner."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
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
ROOMS = (
    "open_archive", "standing_questions",
    "upkeep", "calibration", "evaluation", "ingest", "fetching",
    "answering", "conversation", "understanding", "ranking", "drafts",
    "server", "embedded", "tables", "archive",
    "reading", "attribution", "speakers", "language",
    "encoding", "rule_versions", "settings", "answers", "datatypes", "quote_ids", "clock", "errors",
)  # fmt: skip
"""The rooms of `qa`, folders and single modules, from the top: each imports only those after it."""
KNOW_THE_ENGINE = {"open_archive", "standing_questions", "upkeep", "calibration", "ingest", "fetching"}
"""The rooms above `embedded` that may import it: where things are put together, and where a library is written."""
ENGINES = {"embedded", "server", "tables"}
"""The rooms that keep a library, and the one that reads and writes its tables for both."""
LONGEST_CHAIN = 10
MOST_FLAT = 10
LONGEST_FILE = 300
HEAVY = {
    "torch", "transformers", "sentence_transformers", "faiss", "onnx", "onnxruntime",
    "discord", "spacy", "dateparser", "mcp", "pydantic",
}  # fmt: skip
OWN_HEAVY = {"discord": {"discord"}, "agents": {"mcp", "pydantic"}}
"""Folders of `bots` whose classes are made of a heavy library's, so that whoever imports them must do so late."""
OWNERS = {
    "faiss": ("embeddings/vector_index.py",),
    "sentence_transformers": ("embeddings/",),
    "torch": ("embeddings/",),
    "onnx": ("embeddings/",),
    "onnxruntime": ("embeddings/",),
    "tokenizers": ("embeddings/",),
    "sqlite3": (
        "qa/embedded/database.py",
        "qa/embedded/database_errors.py",
        "qa/embedded/own_database.py",
        "qa/embedded/bounded_connection.py",
    ),
    "psycopg": (
        "qa/server/connections.py",
        "qa/server/failures.py",
        "qa/server/new_library.py",
        "qa/server/standbys.py",
        "qa/server/vector_index_builds.py",
        "qa/server/watched_connection.py",
        "qa/server/write_failures.py",
    ),
    "typer": ("bots/terminal/",),
    "rich": ("bots/terminal/",),
    "prompt_toolkit": ("bots/terminal/chat/",),
    "discord": ("bots/discord/",),
    "starlette": ("bots/web/", "bots/agents/running.py"),
    "jinja2": ("bots/web/",),
    "uvicorn": ("bots/web/running.py",),
    "mcp": ("bots/agents/",),
    "pydantic": ("bots/agents/",),
    "spacy": ("qa/attribution/",),
    "dateparser": ("qa/understanding/",),
    "snowballstemmer": ("qa/language/terms.py",),
    "rensa": ("qa/language/near_duplicates.py",),
    "watchfiles": ("qa/ingest/watch.py",),
    "filelock": ("qa/embedded/writer_lock.py", "embeddings/export.py"),
    "yaml": ("qa/reading/", "bots/web/openapi.py"),
    "charset_normalizer": ("qa/reading/",),
    "trafilatura": ("qa/reading/parsing/",),
    "lxml": ("qa/reading/parsing/",),
    "pypdfium2": ("qa/reading/parsing/",),
    "webvtt": ("qa/reading/parsing/",),
    "python_calamine": ("qa/reading/parsing/sheet.py",),
    "striprtf": ("qa/reading/parsing/rtf.py",),
    "ir_measures": ("qa/evaluation",),
    "aiohttp": ("qa/fetching/connecting.py", "bots/discord/"),
    "yarl": ("qa/fetching/", "bots/discord/"),
    "protego": ("qa/fetching/robots.py",),
    "feedparser": ("qa/reading/parsing/feed.py",),
}
"""Library to the files or folders that alone import it. The name of a folder ends with a slash."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, late: bool = True) -> Iterator[str]:
    """Yield the modules that a file imports; without `late` only those that load together with it."""
    waiting: list[ast.AST] = [tree(path)]
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


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULE_OF = {module_of(path): path for path in MODULES}


def imported_modules(path: Path) -> set[str]:
    """Return the modules of the project that a file imports, also late or for types alone."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # `from qa.answering import thresholds` imports a module, `from qa.errors import QAError` a name of one.
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(inner & set(MODULE_OF) or {node.module or ""})
    return (found & set(MODULE_OF)) - {module_of(path)}


def room_of(module: str) -> str:
    return module.split(".")[1]


def chain(of: dict[str, set[str]], name: str) -> int:
    """Return how many names the longest chain of imports from this one has."""
    return 1 + max((chain(of, other) for other in of[name]), default=0)


ROOMS_OF: dict[str, set[str]] = {room: set() for room in ROOMS}
for _module, _path in MODULE_OF.items():
    if _module.startswith("qa."):
        _others = {room_of(name) for name in imported_modules(_path) if name.startswith("qa.")}
        ROOMS_OF[room_of(_module)] |= _others - {room_of(_module)}


def test_every_room_is_on_the_list() -> None:
    assert {room_of(module) for module in MODULE_OF if module.startswith("qa.")} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_after_it(room: str) -> None:
    assert ROOMS_OF[room] <= set(ROOMS[ROOMS.index(room) + 1 :])


FOLDERS_OF = {
    "answering": (
        "overview", "denials", "who_spoke", "people", "ending", "objections", "spans", "topics",
    ),
    "conversation": (
        "learned", "rewording", "fragments", "questions", "pronouns", "topics", "earlier",
    ),
    "attribution.people": (
        "transcripts", "descriptions", "pronouns", "cast", "roles", "names",
    ),
    "attribution.speech": (
        "verbs", "without_verbs", "contents", "subjects", "words",
    ),
}  # fmt: skip
"""The folders of the largest rooms, from the top; files that lie flat in a room are above them."""


@pytest.mark.parametrize("room", FOLDERS_OF)
def test_a_folder_of_a_room_imports_only_folders_after_it(room: str) -> None:
    def place(module: str) -> int:
        folder, _, name = module.removeprefix(f"qa.{room}.").partition(".")
        return FOLDERS_OF[room].index(folder) if name else -1

    inside = {
        module: path
        for module, path in MODULE_OF.items()
        if module.startswith(f"qa.{room}.") and path.stem != "__init__"
    }
    upward = [
        (module, other)
        for module, path in inside.items()
        for other in imported_modules(path) & set(inside)
        if place(other) < place(module)
    ]

    assert not upward


def test_the_longest_chain_of_rooms_is_short() -> None:
    assert max(chain(ROOMS_OF, room) for room in ROOMS if (ROOT / "qa" / room).is_dir()) <= LONGEST_CHAIN


@pytest.mark.parametrize("room", sorted(set(ROOMS) - KNOW_THE_ENGINE - ENGINES))
def test_what_answers_does_not_know_which_engine_keeps_the_articles(room: str) -> None:
    assert not ENGINES & ROOMS_OF[room]


FRONT_ENDS_MAY_USE = {
    "embedded": {"database", "database_errors", "own_database", "writer_lock"},
    "tables": {"packing", "writing.places"},
    "server": set(),
}
"""What front ends keep beside an archive: a database of their own and its lock, and what was skipped."""


def test_front_ends_open_an_archive_and_do_not_know_its_engine() -> None:
    allowed = {f"qa.{room}.{name}" for room, names in FRONT_ENDS_MAY_USE.items() for name in names}
    known = {
        (module, name)
        for module, path in MODULE_OF.items()
        for name in imported_modules(path)
        if module.startswith("bots.")
        and name.startswith(tuple(f"qa.{room}" for room in FRONT_ENDS_MAY_USE))
        and name not in allowed
    }

    assert not known


STARTED_BY = {
    "bots/terminal/serving.py": {"web", "agents"},
    "bots/terminal/served.py": {"web", "agents", "discord"},
    "bots/terminal/discord_bot.py": {"discord"},
}
"""Files of the command line that start another front end; nothing else crosses from one to another."""


@pytest.mark.parametrize(
    "front_end", sorted(path.name for path in (ROOT / "bots").iterdir() if (path / "__init__.py").exists())
)
def test_front_ends_do_not_import_one_another(front_end: str) -> None:
    # What two of them say lies beside them in `bots`.
    crossing = {
        (name.as_posix(), other)
        for module, path in MODULE_OF.items()
        for name in [path.relative_to(ROOT)]
        for other in imported_modules(path)
        if module.startswith(f"bots.{front_end}.") and other.startswith("bots.") and other.count(".") > 1
        if room_of(other) not in {front_end, *STARTED_BY.get(name.as_posix(), ())}
    }

    assert not crossing


def test_no_module_imports_itself_in_a_circle() -> None:
    of = {module: imported_modules(path) for module, path in MODULE_OF.items()}
    ready: set[str] = set()
    # Take away whatever imports only what was taken away before; what stays is in a circle, or above one.
    while now := {module for module in of if module not in ready and of[module] <= ready}:
        ready |= now

    assert not set(of) - ready


def test_a_public_class_of_qa_means_one_thing() -> None:
    places: dict[str, list[str]] = {}
    for module, path in MODULE_OF.items():
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and module.startswith("qa.") and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(module)

    assert not {name: modules for name, modules in places.items() if len(modules) > 1}


def test_few_modules_lie_flat_in_qa() -> None:
    assert len(list((ROOT / "qa").glob("*.py"))) - 1 <= MOST_FLAT


def test_no_file_is_long() -> None:
    # One that wants to grow past this usually holds two ideas.
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines())
        for name, path in zip(NAMES, MODULES, strict=True)
    }

    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_heavy_libraries_are_imported_where_they_are_used(path: Path) -> None:
    folder = path.relative_to(ROOT / "bots").parts[0] if path.is_relative_to(ROOT / "bots") else ""
    own = OWN_HEAVY.get(folder, set())

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
        "import sys, qa.answers, qa.datatypes, qa.errors, qa.settings, bots.terminal.app\n"
        f"print(sorted(set(sys.modules) & {HEAVY!r}))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
