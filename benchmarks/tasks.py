"""The name of a task in, what runs it and on what out; a new task is one file here and one line."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from benchmarks import (
    actors,
    acts,
    attribution,
    coreference,
    events,
    factuality,
    ledger,
    ledger_example,
    no_events,
    pages,
    parse,
    parties,
    queries,
    relay,
    reprints,
    seed,
    speakers,
    speed,
    status,
    stories,
    times,
)

__all__ = ["TASKS", "Run", "Task"]

Run = Callable[[Path, Path | None], Mapping[str, object]]
"""Reads the data, writes predictions where it is given a file for them, returns the figures."""


class Task(msgspec.Struct, frozen=True):
    """How to run a task, and the names its data have in a data folder."""

    run: Run
    sets: tuple[str, ...]


TASKS: Mapping[str, Task] = MappingProxyType(
    {
        "attribution": Task(attribution.run, ("attribution_dev.jsonl",)),
        "times": Task(times.run, ("time_timebank.jsonl", "time_aquaint.jsonl")),
        "pages": Task(pages.run, ("pages",)),
        "acts": Task(acts.run, ("attribution_dev.jsonl",)),
        "speakers": Task(speakers.run, ("attribution_dev.jsonl",)),
        "relay": Task(relay.run, ("attribution_dev.jsonl",)),
        "parse": Task(parse.run, ("attribution_dev.jsonl",)),
        "actors": Task(actors.run, ("actors_dev.jsonl",)),
        "events": Task(events.run, ("events_plv_dev.jsonl",)),
        "factuality": Task(factuality.run, ("factuality_dev.jsonl",)),
        "status": Task(status.run, (".",)),
        "no_events": Task(no_events.run, (".",)),
        "parties": Task(parties.run, ("petrarch2_unit.jsonl",)),
        "reprints": Task(reprints.run, ("news_texts.jsonl",)),
        "seed": Task(seed.run, ("seed",)),
        "stories": Task(stories.run, ("stories_ecbplus_docs.jsonl", "stories_newswcl_dev.jsonl")),
        "coreference": Task(coreference.run, ("stories_ecbplus_mentions.jsonl",)),
        "ledger": Task(ledger.run, ()),
        "queries": Task(queries.run, ()),
        "ledger_example": Task(ledger_example.run, ("examples",)),
        "speed": Task(speed.run, ("attribution_dev.jsonl",)),
    }
)
