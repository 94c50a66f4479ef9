"""Who said what, as offsets into an article."""
