"""Find reported speech by the parse of a sentence: an optional second extractor, which adds to the default one."""
