"""Find who said what in an article, as offsets into its text. It knows no store and no question."""
