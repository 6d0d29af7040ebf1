"""Places named in a report: which words are toponyms, and which places they mean."""
