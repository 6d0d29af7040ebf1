"""The branch: syntax, names, mentions and factuality, learnt over the frozen lower layers of the shipped encoder."""
