"""An actor's words in, who it is out: country, sector, role, organisation."""

from readout.reading.actors.describe import describe_actor, plover_country
from readout.reading.actors.known import Known, Told, names_told

__all__ = ["Known", "Told", "describe_actor", "names_told", "plover_country"]
