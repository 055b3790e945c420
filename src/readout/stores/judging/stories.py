"""Documents judged anew in, the stories they touch told anew out: who is in another story now."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, func, or_, select, update

from readout.ledger.stories import FAR, Profile, find_stories, is_told_together, story_keys
from readout.stores.judging.documents import Batch
from readout.stores.judging.kept import hashed, put, unpack
from readout.stores.judging.reach import reach
from readout.stores.numbers import in_chunks
from readout.stores.rows import Row
from readout.stores.schema_judged import JUDGED, STORY_KEY

__all__ = ["Stories"]

_SHARED = 2  # keys that two articles must share to be compared


class Stories:
    """The stories of a ledger while a batch is judged."""

    def __init__(self, connection: Connection, batch: Batch) -> None:
        """Note which documents hung together with those that change, as long as they stand."""
        self._connection, self._batch = connection, batch
        self._profiles = {number: one.profile for number, one in batch.before.items()}
        self._seeds = self._near(batch.before) if batch.before else set()

    def restate(self) -> set[int]:
        """Judge what hangs together with the batch; return the documents of another story now."""
        batch = self._batch
        self._forget()
        self._profiles = {number: one.profile for number, one in batch.now.items()}
        put(self._connection, STORY_KEY, list(self._rows()))
        gone = batch.before.keys() - batch.now.keys()
        seeds = (self._seeds | batch.now.keys()) - gone
        together = reach(seeds, self._near)
        profiles = [self._profiles[number] for number in together]
        number_of = {self._profiles[number].article: number for number in together}
        groups = [[number_of[one] for one in story.articles] for story in find_stories(profiles)]
        return self._number(groups)

    def _forget(self) -> None:
        for number, one in self._batch.before.items():
            for key in story_keys(one.profile):
                mine = (STORY_KEY.c.key == hashed(key)) & (STORY_KEY.c.document == number)
                self._connection.execute(STORY_KEY.delete().where(mine))

    def _rows(self) -> Iterator[Row]:
        for number, one in self._batch.now.items():
            for key in story_keys(one.profile):
                yield {"key": hashed(key), "day": _day(one.profile), "document": number}

    def _near(self, numbers: Iterable[int]) -> set[int]:
        """Return the documents that hang together with these."""
        found: set[int] = set()
        for number in numbers:
            self._load([number])
            one = self._profiles[number]
            others = self._candidates(one) - {number}
            self._load(others)
            found.update(other for other in others if is_told_together(one, self._profiles[other]))
        return found

    def _candidates(self, one: Profile) -> set[int]:
        table, day = STORY_KEY, _day(one)
        asked = (
            select(table.c.document)
            .where(table.c.key.in_([hashed(key) for key in story_keys(one)]))
            .group_by(table.c.document)
            .having(func.count() >= _SHARED)
        )
        if day:
            near = table.c.day.between(day - FAR, day + FAR)
            asked = asked.where(or_(table.c.day == 0, near))
        return set(self._connection.execute(asked).scalars())

    def _load(self, numbers: Collection[int]) -> None:
        missing = [number for number in numbers if number not in self._profiles]
        for chunk in in_chunks(missing):
            asked = select(JUDGED.c.number, JUDGED.c.profile).where(JUDGED.c.number.in_(chunk))
            for number, profile in self._connection.execute(asked):
                self._profiles[number] = unpack(profile, Profile)

    def _number(self, groups: Collection[list[int]]) -> set[int]:
        """Give each story a number, the one most of its documents had; return what has another."""
        had = self._numbers([number for group in groups for number in group])
        highest = self._connection.execute(select(func.max(JUDGED.c.story))).scalar() or 0
        taken: set[int] = set()
        moved: dict[int, int] = {}
        for group in sorted(groups, key=lambda one: (-len(one), min(one))):
            counts = Counter(had[one] for one in group if one in had and had[one] not in taken)
            best = min(counts, key=lambda one: (-counts[one], one), default=None)
            if best is None:
                best = highest = highest + 1
            taken.add(best)
            moved.update((one, best) for one in group if had.get(one) != best)
        by_story: dict[int, list[int]] = {}
        for document, story in moved.items():
            by_story.setdefault(story, []).append(document)
        for story, documents in by_story.items():
            for chunk in in_chunks(documents):
                mine = update(JUDGED).where(JUDGED.c.number.in_(chunk))
                self._connection.execute(mine.values(story=story))
        return set(moved)

    def _numbers(self, documents: Collection[int]) -> Mapping[int, int]:
        found: dict[int, int] = {}
        for chunk in in_chunks(documents):
            asked = select(JUDGED.c.number, JUDGED.c.story).where(
                JUDGED.c.number.in_(chunk), JUDGED.c.story.is_not(None)
            )
            found.update(
                (int(number), int(story)) for number, story in self._connection.execute(asked)
            )
        return found


def _day(one: Profile) -> int:
    """Return the day of publication; 0 where it may be one of several, or any."""
    if one.first is None or one.last is None or one.first[:10] != one.last[:10]:
        return 0
    return date.fromisoformat(one.first[:10]).toordinal()
