"""Define the errors of loading and using a model. Their messages say what to do next."""

from __future__ import annotations


class EncoderError(Exception):
    """A model cannot be loaded or used."""


class ModelNotFoundError(EncoderError):
    """The model is not on this machine, and loading it would need a download."""


class DamagedModelError(EncoderError):
    """A model's files are not what they should be."""
