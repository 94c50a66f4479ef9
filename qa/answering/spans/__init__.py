"""Retrieve passages, choose the spans that may answer, and turn them into quotes with a confidence."""
