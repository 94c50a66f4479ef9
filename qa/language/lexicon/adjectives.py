"""List the adjectives that say something about who speaks."""

from __future__ import annotations

ADJECTIVE_LINKS = frozenset(
    """
    familiar involved working privy close loyal briefed critical aligned opposed allied affiliated associated
    sympathetic
    """.split()
)
"""Adjectives that follow a noun for a person and take a preposition: "a person familiar with the plan"."""
