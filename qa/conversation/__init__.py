"""Work out what a question means in the light of the turns before it, without a language model.

Stores nothing: a front end keeps the turns. Knows no engine: it asks `qa.archive.protocol`. Does not search for
answers: that is `qa.answering`.
"""
