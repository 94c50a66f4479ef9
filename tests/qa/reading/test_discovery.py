from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from qa.errors import UsageError
from qa.reading.discovery import discover
from qa.reading.files import FoundFile, Problem, ProblemKind


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Rain fell.\n", encoding="utf-8")


def look(
    place: Path,
    exclude: Sequence[str] = (),
    skip: Sequence[Path] = (),
    max_bytes: int = 1000,
    *,
    follow_links: bool = False,
) -> tuple[list[str], dict[str, ProblemKind]]:
    """Return the relative paths found, in order, and the kind of problem by relative path."""
    results = list(
        discover(place, exclude=exclude, skip=skip, max_bytes=max_bytes, follow_links=follow_links)
    )
    found = [result.relative for result in results if isinstance(result, FoundFile)]
    return found, {result.relative: result.kind for result in results if isinstance(result, Problem)}


def test_files_come_in_the_order_of_their_names_whatever_the_disk_says(tmp_path: Path) -> None:
    write(tmp_path, "z.txt", "b/2.md", "a.txt", "b/10.md", "b/c/x.jsonl", "B.txt", "b.jsonl.gz")

    found, problems = look(tmp_path)

    assert found == ["B.txt", "a.txt", "b/10.md", "b/2.md", "b/c/x.jsonl", "b.jsonl.gz", "z.txt"]
    assert problems == {}


def test_a_found_file_carries_its_status(tmp_path: Path) -> None:
    write(tmp_path, "deep/a.txt")
    status = (tmp_path / "deep" / "a.txt").stat()

    (found,) = discover(tmp_path, max_bytes=1000)

    expected = FoundFile(
        tmp_path / "deep" / "a.txt", "deep/a.txt", status.st_size, status.st_mtime_ns, status.st_ino
    )
    assert found == expected


def test_a_single_file_is_found_under_its_name_even_if_it_is_hidden(tmp_path: Path) -> None:
    write(tmp_path, ".draft.md")

    assert look(tmp_path / ".draft.md") == ([".draft.md"], {})


def test_a_place_that_is_not_there_is_one_problem_that_covers_all_below(tmp_path: Path) -> None:
    (problem,) = discover(tmp_path / "gone", max_bytes=1000)

    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.MISSING
    assert problem.fatal
    assert problem.covers("any/file.txt")


def test_hidden_files_and_folders_are_left_out_and_counted(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/config.txt", "b/.obsidian/x.md", "~$Ferry sinks.docx")

    found, problems = look(tmp_path)

    assert found == ["a.txt"]
    assert problems == dict.fromkeys(
        [".hidden.txt", ".git/", "b/.obsidian/", "~$Ferry sinks.docx"], ProblemKind.HIDDEN
    )


def test_what_is_left_out_on_purpose_is_not_a_fault(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", "photo.jpg", "x.bak.txt")

    results = list(discover(tmp_path, exclude=["*.bak.txt"], max_bytes=1000))

    assert [(r.skipped, r.fatal) for r in results if isinstance(r, Problem)] == [(True, False)] * 3


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["drafts/"], ["a.txt", "keep.md", "top.md", "years/top.md"]),
        (["*.md"], ["a.txt", "drafts/a.txt", "years/drafts/b.txt"]),
        (["*.md", "!keep.md"], ["a.txt", "drafts/a.txt", "keep.md", "years/drafts/b.txt"]),
        (["/top.md"], ["a.txt", "drafts/a.txt", "keep.md", "years/drafts/b.txt", "years/top.md"]),
        (["years/**"], ["a.txt", "drafts/a.txt", "keep.md", "top.md"]),
        (["# a", ""], ["a.txt", "drafts/a.txt", "keep.md", "top.md", "years/drafts/b.txt", "years/top.md"]),
    ],
    ids=["folder", "ending", "negated", "anchored", "below", "comment"],
)  # fmt: skip
def test_patterns_mean_what_they_mean_in_a_gitignore_file(
    tmp_path: Path, patterns: list[str], left: list[str]
) -> None:
    write(tmp_path, "a.txt", "keep.md", "top.md", "drafts/a.txt", "years/drafts/b.txt", "years/top.md")

    found, problems = look(tmp_path, exclude=patterns)

    assert found == left
    assert set(problems.values()) <= {ProblemKind.EXCLUDED}


def test_a_pattern_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"'!'.*\.gitignore"):
        discover(tmp_path, exclude=["*.md", "!"], max_bytes=1000)


def test_the_library_is_never_entered(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "library/notes.txt")
    (tmp_path / "other").symlink_to(tmp_path / "library")

    found, problems = look(tmp_path, skip=[tmp_path / "library"])

    assert found == ["a.txt"]
    assert problems == dict.fromkeys(["library/", "other/"], ProblemKind.LIBRARY)


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "Ferry sinks.html", "Ferry sinks_files/frame.html", "Toll.HTM", "Toll.files/deep/a.htm")
    # Neither stands beside a page of its name.
    write(tmp_path, "court_files/ruling.html", "Ferry sinks/court_files/ruling.html")

    found, problems = look(tmp_path)

    assert found == [
        "Ferry sinks/court_files/ruling.html",
        "Ferry sinks.html",
        "Toll.HTM",
        "court_files/ruling.html",
    ]
    assert problems == dict.fromkeys(["Ferry sinks_files/", "Toll.files/"], ProblemKind.PARTS)


@pytest.mark.parametrize("part", ["menu.js", "Style.CSS", "menu.js.download"])
def test_what_a_browser_saved_stays_left_out_when_the_page_is_gone(tmp_path: Path, part: str) -> None:
    write(tmp_path, "Ferry sinks_files/frame.html", f"Ferry sinks_files/{part}", "court_files/ruling.html")

    assert look(tmp_path) == (["court_files/ruling.html"], {"Ferry sinks_files/": ProblemKind.PARTS})


def test_a_folder_of_parts_that_was_named_is_read(tmp_path: Path) -> None:
    write(tmp_path, "Ferry sinks.html", "Ferry sinks_files/frame.html")

    assert look(tmp_path / "Ferry sinks_files") == (["frame.html"], {})


@pytest.mark.parametrize("place", ["library", "library/deep"], ids=["itself", "below"])
def test_the_library_is_no_place_for_articles(tmp_path: Path, place: str) -> None:
    write(tmp_path, "library/deep/notes.txt")

    assert look(tmp_path / place, skip=[tmp_path / "library"]) == ([], {"": ProblemKind.LIBRARY})


def test_a_library_that_is_not_there_yet_does_not_disturb(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")

    assert look(tmp_path, skip=[tmp_path / ".qa"]) == (["a.txt"], {})


def test_an_unknown_ending_in_a_folder_is_passed_over_and_one_that_was_named_is_a_fault(
    tmp_path: Path,
) -> None:
    write(tmp_path, "photo.jpg", "README", "old.txt.bak")

    found, problems = look(tmp_path)
    (named,) = discover(tmp_path / "photo.jpg", max_bytes=1000)

    assert found == []
    assert problems == dict.fromkeys(["photo.jpg", "README", "old.txt.bak"], ProblemKind.FORMAT)
    assert isinstance(named, Problem)
    assert named.fatal
    assert named.reason == "no reader for .jpg files"


def test_endings_are_known_in_any_case(tmp_path: Path) -> None:
    write(tmp_path, "A.TXT", "B.Md", "C.JSONL.GZ")

    assert look(tmp_path) == (["A.TXT", "B.Md", "C.JSONL.GZ"], {})


def test_a_file_above_the_limit_is_named_unless_it_holds_many_articles(tmp_path: Path) -> None:
    for name in ("big.txt", "big.jsonl", "fits.txt"):
        (tmp_path / name).write_bytes(b"x" * (100 if name.startswith("fits") else 101))

    found, problems = look(tmp_path, max_bytes=100)

    assert found == ["big.jsonl", "fits.txt"]
    assert problems == {"big.txt": ProblemKind.OVERSIZED}


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    write(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "b").symlink_to(tmp_path / "b")
    (tmp_path / "b" / "a").symlink_to(tmp_path / "a")
    (tmp_path / "knot.txt").symlink_to(tmp_path / "knot.txt")

    found, problems = look(tmp_path)

    assert found == ["a/1.txt", "b/2.txt"]
    links = dict.fromkeys(["a/up/", "a/self/", "a/b/", "b/a/"], ProblemKind.REPEATED)
    assert problems == {**links, "knot.txt": ProblemKind.UNREADABLE}


def test_a_web_of_links_is_not_walked_once_for_each_way_through_it(open_folder: Path) -> None:
    # Thirty folders outside the place, each with two links to the next: a billion ways, thirty folders.
    outside = open_folder / "outside"
    for n in range(30):
        write(outside, f"{n}/article.txt")
    for n in range(29):
        (outside / str(n) / "left").symlink_to(outside / str(n + 1))
        (outside / str(n) / "right").symlink_to(outside / str(n + 1))
    (open_folder / "place").mkdir()
    (open_folder / "place" / "in").symlink_to(outside / "0")

    found, problems = look(open_folder / "place", follow_links=True)

    assert len(found) == 30
    assert list(problems.values()) == [ProblemKind.REPEATED] * 29


def test_links_that_lead_out_of_the_place_are_followed_only_if_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/1.txt", "elsewhere/2.txt", "place/z.txt")
    (tmp_path / "place" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "place" / "one.txt").symlink_to(tmp_path / "elsewhere" / "1.txt")

    outside = dict.fromkeys(["linked/", "one.txt"], ProblemKind.LINK)
    assert look(tmp_path / "place") == (["z.txt"], outside)
    followed = ["one.txt", "z.txt", "linked/1.txt", "linked/2.txt"]
    assert look(tmp_path / "place", follow_links=True) == (followed, {})


def test_links_that_stay_inside_the_place_are_followed(tmp_path: Path) -> None:
    write(tmp_path, "place/kept/1.txt", "place/.store/2.txt", "place/3.txt", "other/4.txt")
    (tmp_path / "way").symlink_to(tmp_path / "place")
    (tmp_path / "place" / "store").symlink_to("../way/.store")
    (tmp_path / "place" / "kept" / "three.txt").symlink_to("../3.txt")
    (tmp_path / "place" / ".store" / "out").symlink_to("../../other")
    (tmp_path / "place-too").mkdir()
    write(tmp_path, "place-too/5.txt")
    (tmp_path / "place" / "beside.txt").symlink_to(tmp_path / "place-too" / "5.txt")

    found, problems = look(tmp_path / "way")

    assert found == ["3.txt", "kept/1.txt", "kept/three.txt", "store/2.txt"]
    assert problems == {
        ".store/": ProblemKind.HIDDEN, "beside.txt": ProblemKind.LINK, "store/out/": ProblemKind.LINK,
    }  # fmt: skip


def test_a_link_to_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")

    (problem,) = discover(tmp_path, max_bytes=1000)

    assert isinstance(problem, Problem)
    assert problem.reason == "a link to something that does not exist"


def test_pipes_sockets_and_devices_are_named_and_not_opened(open_folder: Path) -> None:
    write(open_folder, "a.txt")
    os.mkfifo(open_folder / "pipe.txt")
    (open_folder / "device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(open_folder / "socket.txt"))
        results = list(discover(open_folder, max_bytes=1000, follow_links=True))

    assert [(r.relative, r.reason) for r in results if isinstance(r, Problem)] == [
        ("device.txt", "a device, not a file"),
        ("pipe.txt", "a named pipe, not a file"),
        ("socket.txt", "a socket, not a file"),
    ]


def test_a_closed_folder_is_a_problem_for_all_that_is_in_it_and_for_nothing_else(
    open_folder: Path, somebody_else: Callable[[], AbstractContextManager[None]]
) -> None:
    write(open_folder, "a.txt", "closed/b.txt", "closer.txt")
    (open_folder / "closed").chmod(0)

    with somebody_else():
        results = list(discover(open_folder, max_bytes=1000))
    (open_folder / "closed").chmod(0o755)

    (problem,) = [result for result in results if isinstance(result, Problem)]
    assert (problem.relative, problem.reason) == ("closed/", "permission denied")
    assert problem.covers("closed/b.txt")
    assert not problem.covers("closer.txt")
    assert [result.relative for result in results if isinstance(result, FoundFile)] == ["a.txt", "closer.txt"]


def test_a_name_that_is_not_utf8_is_reported_in_letters_that_can_be_stored(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Rain.", encoding="utf-8")
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    folder.mkdir()

    found, problems = look(tmp_path)

    assert found == ["a.txt"]
    assert problems == dict.fromkeys(["caf\\xe9.txt", "\\xff/"], ProblemKind.NAME)


def test_names_beyond_ascii_are_kept(tmp_path: Path) -> None:
    write(tmp_path, "Zeitung/Köln – «2025».txt", "新聞/記事.md")

    assert look(tmp_path) == (["Zeitung/Köln – «2025».txt", "新聞/記事.md"], {})


@pytest.mark.slow
def test_folders_nested_deeper_than_calls_can_be_are_walked(open_folder: Path) -> None:
    here = os.open(open_folder, os.O_RDONLY)
    # Made one inside the other: the whole path is longer than the system takes at once.
    for _ in range(3000):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    write(open_folder, "z.txt")

    found, problems = look(open_folder)
    # Python's own way to remove a folder calls itself once for each level.
    subprocess.run(["rm", "-r", open_folder / "d"], check=True)

    assert found == ["z.txt"]
    assert list(problems.values()) == [ProblemKind.UNREADABLE]
