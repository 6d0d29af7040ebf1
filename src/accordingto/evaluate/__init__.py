"""Evaluation: the predict contract, scorers, the gate and the benchmark."""
