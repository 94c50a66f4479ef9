"""Candidate spans to quotes, best first."""
