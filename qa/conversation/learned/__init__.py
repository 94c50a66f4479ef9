"""Read turns of a talk by a small net that was fitted on many: for wordings that no rule was written for."""
