"""Texts in, scores of their words out: the encoder, with its word pieces, features and windows."""

from readout.models.encoded import Decoders, Encoded, Scores
from readout.models.encoder import Encoder, load_encoder

__all__ = ["Decoders", "Encoded", "Encoder", "Scores", "load_encoder"]
