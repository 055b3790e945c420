"""Weights and a slope in, weights a step further down out, after Kingma and Ba 2015."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Adam"]

Floats = NDArray[np.float64]

MEAN, SQUARE = 0.9, 0.99  # how much of the slopes' running means is kept


class Adam:
    """The running means of the slopes of one fit."""

    def __init__(self, like: Floats) -> None:
        self._mean, self._square = np.zeros_like(like), np.zeros_like(like)
        self._steps = 0

    def step(self, weights: Floats, slope: Floats, rate: float) -> Floats:
        """Return the weights after one more step."""
        self._steps += 1
        self._mean = MEAN * self._mean + (1 - MEAN) * slope
        self._square = SQUARE * self._square + (1 - SQUARE) * slope**2
        unbiased = np.sqrt(self._square / (1 - SQUARE**self._steps)) + 1e-8
        return weights - rate * self._mean / (1 - MEAN**self._steps) / unbiased
