"""Everything that decides a training run, in one frozen record."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Defaults are the run whose weights ship; see training/README.md for what was tried."""

    seed: int = 7
    minutes: float = 60
    only: tuple[str, ...] = ()  # how the names of the weights that learn begin; () for all
    already: float = 0  # share of the learning rate's schedule spent before this run
    limit: int = 254  # pieces a window, without the two that frame it
    overlap: int = 24  # words
    windows: tuple[tuple[str, int], ...] = (
        ("train", 3),
        ("news", 3),
        ("events", 3),
        ("facts", 1),
    )  # of each set in a step
    rate: float = 3e-4
    head_rate: float = 1.2e-3
    warmup: float = 0.06  # of the run
    decay: float = 0.01
    dropout: float = 0.05
    average: float = 0.998  # of the weights that are kept
    caseless: float = 0.06  # of windows that lose their letter case, half of them to capitals
    held_out: int = 30  # last train articles, kept for calibration
    evaluate_every: float = 0.12  # of the run
    weights: tuple[tuple[str, float], ...] = (
        ("role", 1.0),
        ("link", 0.4),
        ("act", 0.2),
        ("arc", 0.8),
        ("label", 0.5),
        ("tag", 0.4),
        ("lemma", 0.2),
        ("entity", 0.6),
        ("start", 0.3),
        ("event", 0.8),
        ("mode", 0.15),
        ("status", 0.3),
        ("party", 0.1),
        ("factuality", 0.3),
        ("factuality_other", 0.2),
    )
