"""Evaluation data in, figures out: `python -m benchmarks TASK DATA [--out PRED]`."""
