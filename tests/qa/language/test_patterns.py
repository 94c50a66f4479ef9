from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.language.patterns import LatePattern, has_any_word, in_small_letters, regex

_ROOMS = {
    "answering", "archive", "attribution", "conversation", "language", "ranking", "speakers", "understanding"
}  # fmt: skip


def _declared() -> Iterator[Any]:
    for module in pkgutil.walk_packages(qa.__path__, "qa."):
        if module.name.split(".")[1] in _ROOMS:
            for value in vars(importlib.import_module(module.name)).values():
                yield from _expressions(value)


def _expressions(value: Any) -> Iterator[Any]:
    if isinstance(value, LatePattern):
        yield value
    elif isinstance(value, dict):
        yield from _expressions(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _expressions(each)


def _made_in_functions(file: Path) -> Iterator[str]:
    for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "regex":
                    yield f"{file.stem}.{function.name}"


_NEEDING = [late for late in _declared() if late.needs]
_LEADING = [late for late in _declared() if late.leads]
_LOOKED_FOR = [late for late in _declared() if late.inside]


def test_only_expressions_of_modules_are_declared_since_they_are_kept_in_a_file() -> None:
    # One made of an article's name or of a question's words would be kept with these: `re.compile` is for such.
    made = {name for file in Path(qa.__path__[0]).rglob("*.py") for name in _made_in_functions(file)}

    # These are called while their modules are imported.
    assert made == {"word_choice._any_of", "question._asking"}


def test_an_expression_finds_what_a_compiled_one_finds() -> None:
    late, compiled = regex(r"(?P<who>\w+) SAID", re.I), re.compile(r"(?P<who>\w+) SAID", re.I)

    found = late.search("Yesterday Rubio said so.")

    assert found is not None
    assert found["who"] == "Rubio"
    assert late.sub("-", "Rubio said") == compiled.sub("-", "Rubio said")
    assert (late.pattern, late.flags, late.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_an_expression_is_compiled_at_its_first_use() -> None:
    broken = regex("(")

    with pytest.raises(re.error):
        broken.search("")


def test_an_expression_is_not_compiled_for_a_text_without_the_words_it_needs() -> None:
    broken = regex("(", needs="you your")

    assert broken.fullmatch("what did quill say?") is None
    with pytest.raises(re.error):
        broken.fullmatch("what's yours, and who are you?")


def test_an_expression_that_needs_words_matches_what_has_one() -> None:
    late = regex(r"who\s+are\s+(?P<whom>you|they)", needs="you they")

    first, again = late.fullmatch("who are you"), late.fullmatch("who are they")

    assert first is not None
    assert first["whom"] == "you"
    assert again is not None
    assert late.fullmatch("who are we") is None


@pytest.mark.parametrize("late", _NEEDING, ids=[" or ".join(sorted(late.needs)[:3]) for late in _NEEDING])
@given(data=st.data())
def test_whatever_matches_an_expression_has_a_word_that_it_needs(late: Any, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(late.pattern, late.flags), fullmatch=True))

    assert has_any_word(text, late.needs)


def test_an_expression_that_is_looked_for_finds_nothing_in_a_text_without_its_words() -> None:
    broken = regex("(", leads="please pls", inside="please pls")
    text = "Who is Quill?"

    found = (
        broken.match(text),
        broken.search(text),
        list(broken.finditer(text)),
        broken.sub("", text, count=1),
    )

    assert found == (None, None, [], text)
    with pytest.raises(re.error):
        broken.sub("", "Who is Quill, Please?")


def test_an_expression_that_is_looked_for_is_found_beside_its_words() -> None:
    late = regex(r"[\s,]+(?:please|pls)$", re.IGNORECASE, inside="please pls")

    assert late.sub("", "Who is Quill, PLEASE") == "Who is Quill"
    assert late.sub("", "please go on") == "please go on"


@pytest.mark.parametrize("late", _LEADING, ids=[" or ".join(sorted(late.leads)[:3]) for late in _LEADING])
@given(data=st.data())
def test_whatever_begins_as_an_expression_does_has_a_word_of_those_that_lead(
    late: Any, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(rf"\A(?:{late.pattern})", late.flags)))

    assert has_any_word(text, late.leads)


@pytest.mark.parametrize(
    "late", _LOOKED_FOR, ids=[" or ".join(sorted(late.inside)[:3]) for late in _LOOKED_FOR]
)
@given(data=st.data())
def test_whatever_an_expression_is_found_in_has_a_word_of_those_inside(
    late: Any, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(late.pattern, late.flags)))

    assert has_any_word(text, late.inside)


def test_small_letters_stand_where_the_capitals_stood() -> None:
    assert in_small_letters("İSTANBUL, MAY 2024: ÉCOLE") == "İstanbul, may 2024: École"


def test_every_expression_of_the_program_compiles() -> None:
    late = list(_declared())

    assert len(late) > 300
    assert all(isinstance(each.pattern, str) for each in late)
