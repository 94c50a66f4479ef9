"""Read what is typed by small nets that were fitted on many wordings: for those that no rule was written for."""
