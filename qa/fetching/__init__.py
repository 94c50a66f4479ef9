"""Web pages and feeds: asked politely and within limits, and read into articles."""
