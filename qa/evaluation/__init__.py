"""Answers judged: question files, what counts as right, metrics, complaints."""
