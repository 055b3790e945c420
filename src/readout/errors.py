"""Every error Readout raises on purpose.

ReadoutError
  InvalidRecord    R1xx  a record breaks its own rule, or does not match its schema
  ModelError       R2xx  a model file is missing, altered or made for another version
  UsageError       R3xx  the caller asked for something that cannot be done
  StoreError       R4xx  the ledger cannot be opened, read or written, or is of a newer version

A page that cannot be read is not an error: it comes back as a `Refusal` record.
"""

__all__ = ["InvalidRecord", "ModelError", "ReadoutError", "StoreError", "UsageError"]


class ReadoutError(Exception):
    """Base class. The message says what is wrong and where; `hint` says what to do."""

    code = "R000"

    def __init__(self, what: str, *, hint: str = "") -> None:
        self.what, self.hint = what, hint
        super().__init__(f"[{self.code}] {what}" + (f"\n  try: {hint}" if hint else ""))


class InvalidRecord(ReadoutError):
    """A record breaks its own rule, or does not match its schema."""

    code = "R100"


class ModelError(ReadoutError):
    """A model file is missing, altered or made for another version."""

    code = "R200"


class UsageError(ReadoutError):
    """The caller asked for something that cannot be done: a bad date, an unknown option value."""

    code = "R300"


class StoreError(ReadoutError):
    """The ledger cannot be opened, read or written: locked, damaged, full, away or too new."""

    code = "R400"
