"""English as data: word lists, one class of words a module, and the table of reporting verbs. No logic of any rule."""
