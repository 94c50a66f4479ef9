"""Split and compare English text: paragraphs, sentences, clauses, quotations, terms and near-duplicates.

Text goes in, spans, terms or words come out: nothing here knows a library, an article's speakers or a question. Lists
of English words that several rooms read lie in `lexicon/`.
"""
