"""Nothing in, the name of the model that reads out, without loading it."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from readout.errors import ModelError

__all__ = ["model_name", "name_of"]


def name_of(name: str, digests: Mapping[str, str]) -> str:
    """Return the name with a digest of the digests of all the model's files."""
    joined = "".join(digests[file] for file in sorted(digests))
    return f"{name} {hashlib.sha256(joined.encode()).hexdigest()[:12]}"


class _Named(msgspec.Struct, frozen=True):
    """What of the manifest names the model."""

    name: str
    digests: dict[str, str]


@cache
def model_name() -> str:
    """Return the name that the loaded encoder has, and that readings bear."""
    manifest = files("readout.models").joinpath("en").joinpath("manifest.json")
    try:
        named = msgspec.json.decode(manifest.read_bytes(), type=_Named)
    except (OSError, msgspec.DecodeError) as error:
        hint = "install the package again"
        raise ModelError("the model's manifest cannot be read", hint=hint) from error
    return name_of(named.name, named.digests)
