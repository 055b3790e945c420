"""Many pages in, as many readings or refusals out, in the same order, read in a pool."""

from readout.batch.pool import read_in_pool
from readout.batch.safely import MakeReader, ReadChunk

__all__ = ["MakeReader", "ReadChunk", "read_in_pool"]
