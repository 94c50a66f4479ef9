"""No bracket, ellipsis, typography or cut takes away a sign, a number, a unit or a negation without being called so."""

from __future__ import annotations

import pytest

from qa.datatypes import Article
from qa.drafts.stated_facts import signed_numbers, stated_facts
from tests.qa.drafts.conftest import checker

# What the article has, what the draft makes of it.
CHANGED = (
    # signs
    ("We expect no, -3 percent of growth here", "We expect no, [3] percent of growth here"),
    ("We expect growth of -3 percent this year", "We expect growth of [3] percent this year"),
    ("We expect growth of −3 percent this year", "We expect growth of … 3 percent this year"),
    ("We expect growth of -3 percent this year", "We expect growth of – 3 percent this year"),
    ("We expect growth – 3 percent this year", "We expect growth -3 percent this year"),
    ("It went from 2-3 percent to a loss", "-3 percent to a loss"),
    ("We expect minus 3 percent of growth", "3 percent of growth"),
    ("We expect minus three percent of growth", "three percent of growth"),
    ("We expect minus 3 percent of growth", "We expect [about] 3 percent of growth"),
    ("The result was -$3 million in all", "$3 million in all"),
    ("The result was ±3 points in all polls", "3 points in all polls"),
    ("The result was 3 points in all polls", "The result was [minus] 3 points in all polls"),
    # parts of numbers
    ("The work cost us about 3.5 million crowns", "The work cost us about 3."),
    ("The work has cost 3,000 crowns", "The work has cost 3,"),
    ("It will take us 40–50 days to do it", "It will take us 40"),
    ("It will take us 40–50 days to do it", "50 days to do it"),
    ("It will take us 40 to 50 days to do it", "50 days to do it"),
    ("We lost about 5 000 trees in the storm", "We lost about 5"),
    ("We lost about 5 000 trees in the storm", "000 trees in the storm"),
    ("We need .5 percent more of everything", "5 percent more of everything"),
    ("We need 2 1/2 tons of sand for it", "1/2 tons of sand for it"),
    ("We need 2 1/2 tons of sand for it", "We have said: we need 2"),
    ("They are paid 1/2 of it every month", "They are paid 1"),
    ("We have bread for 2½ days at most", "We have bread for 2"),
    ("We have bread for 2 ½ days at most", "We have bread for 2"),
    ("We have bread for two and a half days", "We have bread for two"),
    ("We have asked one hundred and twenty people", "We have asked one hundred"),
    ("We have asked one hundred and twenty people", "twenty people and asked them"),
    ("We have asked twenty–five people by now", "We have asked twenty"),
    ("They want two thirds of the house for it", "They want about two"),
    ("They want two thirds of the house for it", "They said they want two"),
    ("It was 10² square metres of land", "It was 102 square metres of land"),
    ("It was 10² square metres of land", "It was [10] square metres of land"),
    ("My father came home after World War II, in May", "My father came home after World War"),
    ("My father came home after World War II", "My father came home after World War [I]"),
    ("He is the sixth of them to leave", "He is the [seventh] of them to leave"),
    ("It has risen by 3 percentage points in all", "It has risen by 3 percent"),
    # units
    ("It has cost 3 million of our crowns", "It has cost [3] of our crowns"),
    ("It has cost us 3% of our income", "It has cost us [3] of our income"),
    ("It has cost us $3 for each of them", "It has cost us [£3] for each of them"),
    ("It has cost 3 million dollars so far", "It has cost [3 million euros] so far"),
    ("It has cost us A$3 million so far", "$3 million so far"),
    ("It has cost 3 per cent of our income", "It has cost us only [3] of our income"),
    ("We have lost 40 per cent of our trees", "We have lost about 40"),
    ("We have lost forty per cent of our trees", "per cent of our trees"),
    ("It has cost us 3 € for each of them", "It has cost us 3"),
    ("We spent less than 3 million on the road", "We spent … 3 million on the road"),
    ("We spent less than 3 million on the road", "We spent [about] 3 million on the road"),
    ("We spent less than 3 million on the road", "3 million on the road"),
    # negations
    ("We don‘t want to sell the old quay", "We [do] want to sell the old quay"),
    ("We donʼt want to sell the old quay", "We [do] want to sell the old quay"),
    ("We do n't want to sell the old quay", "We do [surely] want to sell the old quay"),
    ("We can ’t ever sell the old quay", "We have said that we can"),
    ("It is true that we can’t sell it", "It is true that we can"),
    ("It is true that we can ’t sell it", "It is true that we can"),
    ("It is true that we will never sell it", "It is true that we will"),
    ("We can sell the old quay this year", "We can[’t] sell the old quay this year"),
    ("It was a non-violent protest by the school", "It was a [violent] protest by the school"),
    ("It was an illegal protest by the school", "It was a [legal] protest by the school"),
    ("It was an illegal protest by the school", "It was an [legal] protest by the school"),
    ("It was a legal protest by the school", "It was a [il]legal protest by the school"),
    ("They are un\u00adhappy with the plan we made", "happy with the plan we made"),
    ("They are un-\nhappy with the plan we made", "happy with the plan we made"),
    ("It was a harmless letter to the council", "It was a [harm] letter to the council"),
    ("It is an a-political choice for us all", "a political choice for us all"),
    ("We are not even going to sell the old quay", "sell the old quay"),
    ("We do not really want to sell the old quay", "to sell the old quay"),
    ("We have nobody and no money for the quay", "We have [everybody] … money for the quay"),
    ("We will sell it, but not now. The quay is ours", "We will sell it … The quay is ours"),
    ("We will sell it never. The quay is ours", "We will sell it … The quay is ours"),
    ("We will meet on Tuesday in the town hall", "We will meet on [Monday] in the town hall"),
)
HONEST = (
    ("We expect growth of -3 percent this year", "We expect growth of −3 percent this year"),
    ("We expect growth of -3 percent this year", "We expect growth of [minus 3] percent this year"),
    ("We expect growth—3 percent this year", "We expect growth — 3 percent this year"),
    ("We expect growth of minus 3 percent", "growth of minus 3 percent"),
    ("It has cost us $3 for each of them", "It has cost us [$3] for each of them"),
    ("It has cost us 3% of our income", "It has cost us [3 percent] of our income"),
    ("He is the sixth of them to leave", "He is the [6th] of them to leave"),
    ("We have asked two people about this plan", "We have asked [2] people about this plan"),
    ("We don't want to sell the old quay", "We don’t want to sell the old quay"),
    ("We don‘t want to sell the old quay", "We don't want to sell the old quay"),
    ("We don’t want to sell the old quay", "We [do not] want to sell the old quay"),
    ("In 2020 3 men came to the old quay", "3 men came to the old quay"),
    ("We will meet tomorrow in the town hall", "We will meet [Monday] in the town hall"),
    ("It is a non-violent protest by the school", "It is a non violent protest by the school"),
    ("He fought in World War II for us all", "fought in World War II for us all"),
    ("We have paid for 3. Nobody else came", "We have paid for 3."),
    ("They own a third of the old quay", "They own a third"),
    ("We have two and they have one", "We have two and they"),
)  # fmt: skip
PASSING = {"verbatim", "marked_changes", "typography_only"}


def verdict(article: str, draft: str) -> str:
    check = checker([Article("a", f"“{article},” said Ada Quill.\n")])
    (found,) = check(f"“{draft},” said Ada Quill.")
    return found.verdict.value


@pytest.mark.parametrize(("article", "draft"), CHANGED, ids=[draft for _, draft in CHANGED])
def test_what_is_taken_away_is_never_called_verbatim(article: str, draft: str) -> None:
    assert verdict(article, draft) not in PASSING | {"too_short"}


@pytest.mark.parametrize(("article", "draft"), HONEST, ids=[draft for _, draft in HONEST])
def test_the_same_numbers_and_negations_pass(article: str, draft: str) -> None:
    assert verdict(article, draft) in PASSING


def test_a_dash_before_a_number_is_a_sign_only_where_nothing_stands_before_it() -> None:
    assert signed_numbers("-3 and (−4), 2-5, growth—6, growth – 7, minus 8, +9") == ["-3", "-4", "-8", "+9"]


def test_facts_agree_only_with_the_same_numbers_units_and_negations() -> None:
    own = stated_facts("It has not risen by 3 percent")

    assert own.agree_with(stated_facts("It hasn’t gone up by three per cent"))
    assert not own.agree_with(stated_facts("It has not risen by 3 points"))
    assert not own.agree_with(stated_facts("It has risen by 3 percent"))
