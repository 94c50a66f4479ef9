from qa.embedded.search.kept_by_word import KeptByWord


class Making:
    """Makes of each word so many letters, and remembers for which words it was asked."""

    def __init__(self) -> None:
        self.made: list[list[int]] = []

    def __call__(self, words: list[int]) -> dict[int, str]:
        self.made.append(words)
        return {word: "x" * word for word in words if word > 0}


def test_what_is_kept_is_not_made_again() -> None:
    kept, make = KeptByWord[str](10, len), Making()

    kept([1, 2], "now", make)
    found = kept([3, 2, 1], "now", make)

    assert found == {1: "x", 2: "xx", 3: "xxx"}
    assert make.made == [[1, 2], [3]]


def test_what_was_asked_for_longest_ago_is_dropped_once_it_is_too_much() -> None:
    kept, make = KeptByWord[str](6, len), Making()
    kept([1, 2, 3], "now", make)
    kept([1], "now", make)

    kept([2, 4], "now", make)
    make.made.clear()
    kept([1, 3, 2, 4], "now", make)

    # 2 and 4 were asked for last, and are 6 in all.
    assert make.made == [[1, 3]]


def test_nothing_is_kept_once_it_would_be_made_from_something_else() -> None:
    kept, make = KeptByWord[str](10, len), Making()

    kept([1, 2], "now", make)
    kept([2], "later", make)

    assert make.made == [[1, 2], [2]]


def test_a_word_that_there_is_nothing_for_is_left_out_and_asked_for_again() -> None:
    kept, make = KeptByWord[str](10, len), Making()

    assert kept([0, 1], "now", make) == {1: "x"}
    assert kept([0, 1], "now", make) == {1: "x"}
    assert make.made == [[0, 1], [0]]


def test_what_another_question_began_anew_meanwhile_is_left_alone() -> None:
    kept, make = KeptByWord[str](10, len), Making()

    def slow(words: list[int]) -> dict[int, str]:
        kept([2], "later", make)
        return dict.fromkeys(words, "old")

    assert kept([1], "now", slow) == {1: "old"}
    assert kept([1, 2], "later", make) == {1: "x", 2: "xx"}
