"""Nothing in, the name of the model that reads out, without loading it."""

from functools import cache
from importlib.resources import files

import msgspec

from readout.errors import ModelError

__all__ = ["model_name"]


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
    return f"{named.name} {named.digests['encoder.onnx'][:12]}"
