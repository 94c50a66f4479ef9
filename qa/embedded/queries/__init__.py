"""What a library's rows are asked: one module for each kind of row. `qa.embedded.snapshot.Snapshot` is all of them."""
