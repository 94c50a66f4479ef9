from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

LEXICON = Path(__file__).parents[4] / "qa" / "language" / "lexicon"


def public_names(path: Path) -> set[str]:
    """Return what a module defines for others, without what it imports."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            found.update(each.id for each in node.targets if isinstance(each, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
    return {name for name in found if not name.startswith("_")}


def test_no_name_of_the_lexicon_means_two_things() -> None:
    modules: dict[str, list[str]] = defaultdict(list)
    for path in sorted(LEXICON.glob("*.py")):
        for name in public_names(path):
            modules[name].append(path.name)

    assert "KIN" in modules
    assert {name: where for name, where in modules.items() if len(where) > 1} == {}
