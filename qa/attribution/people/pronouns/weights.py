"""Weigh what speaks for and against whom "he", "she" or "they" may mean in an article: nearness, place and speech."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for an antecedent, or against it, in units of one sentence between it and the pronoun."""

    subject: float = 1.2
    """For the first name of a sentence: "Quill met Brandt. She said so"."""
    subject_of_gender: float = 0.8
    """For the first that fits the pronoun, after another: Brandt of "Quill met Brandt. He said so"."""
    speaker: float = 1.2
    """For whoever speaks there, "Brandt said": the same or `subject`, whichever is more."""
    speaker_after_quote: float = 2.5
    """The same where the pronoun follows a quotation, "“It leaks,” he said", or goes on with one."""
    pronoun: float = 0.5
    """For whom an earlier pronoun meant."""
    nobody: float = -0.5
    """For somebody without a name: "a man", "his brother"."""
    not_introduced: float = 3.0
    """Against them, but where they speak and the article made much of them before."""
    possessive: float = 1.0
    """Against an owner: Quill of "Brandt saw Quill’s levee"."""
    possessive_first: float = 0.5
    """The same where nobody stands before: "Quill’s levee leaks"."""
    after_preposition: float = 1.0
    """Against a name after a preposition: "a letter to Quill"."""
    doer: float = 0.8
    """For whoever does what a passive tells: "was questioned by the mayor, Ivo Brandt"."""
    modifier: float = 1.5
    """Against a name that only says whose somebody is: "a Quill aide", "Quill’s aide Tom Brandt"."""
    quoted: float = 2.0
    """Against a name within quotation marks."""
    quoted_after_quote: float = 3.0
    """The same where the pronoun follows a quotation."""
    named_in_quotation: float = 3.0
    """Against whom the quotation right before the pronoun names: few speak of themselves by name."""
    unknown_gender: float = 0.6
    """Against a name that shows no gender."""
    uncertain: float = 0.5
    """Against what may be no person's name."""
    paragraph: float = 0.6
    """Against each paragraph between, up to three."""
    least_margin: float = 0.3
    """By how much the best must lead: with less, all who are as near are meant, and none is certain."""


WEIGHTS = Weights()
