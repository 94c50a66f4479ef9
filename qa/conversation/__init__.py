"""What was asked and answered before: how a follow-up is understood without a language model."""
