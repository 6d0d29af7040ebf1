"""Language: sentences, words, quotations, the running text of a report, and the encoder."""
