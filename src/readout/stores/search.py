"""Words in, the statements and reports that have them all out: the one place the stores differ.

SQLite keeps FTS5 tables over the columns, PostgreSQL columns of tsvector beside them. What a user
types is words and nothing else: signs that mean something to either are taken as signs.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

__all__ = ["INDEXED", "check_words", "index_words", "make_search_tables", "matching"]

INDEXED: Mapping[str, str] = MappingProxyType({"statement": "content", "report": "sentence"})
"""The tables whose words are searched, and the column that has them."""

_TOKENS = "porter unicode61 remove_diacritics 2"
_WORD = re.compile(r"\w+")
_MOST_WORDS = 64
_RANKED = 10_000  # rows; to rank one takes a few microseconds


def make_search_tables(connection: Connection) -> None:
    """Make what the words of both tables are searched in."""
    for table, column in INDEXED.items():
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {table}_words USING fts5({column}, content='{table}', "
                f"content_rowid='number', tokenize='{_TOKENS}')"
            )
            continue
        connection.exec_driver_sql(
            f"CREATE TABLE {table}_words (number BIGINT PRIMARY KEY REFERENCES {table} (number), "
            "words TSVECTOR NOT NULL)"
        )
        connection.exec_driver_sql(
            f"CREATE INDEX ix_{table}_words_words ON {table}_words USING gin (words)"
        )


def index_words(connection: Connection, table: str, rows: Sequence[tuple[int, str]]) -> None:
    """Make the words of new rows of `table`, each with its number, findable."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        into = f"INSERT INTO {table}_words (rowid, {INDEXED[table]}) VALUES (:number, :words)"
    else:
        into = (
            f"INSERT INTO {table}_words (number, words) "
            "VALUES (:number, to_tsvector('english', :words))"
        )
        rows = [(number, _folded(words)) for number, words in rows]
    connection.execute(text(into), [{"number": n, "words": words} for n, words in rows])


def matching(connection: Connection, table: str, words: str, *, most: int) -> list[int]:
    """Return the numbers of the rows of `table` that have all the words, the best matches first.

    Of words that very many rows have, only the rows entered last are ranked.
    """
    wanted = _WORD.findall(words)[:_MOST_WORDS]
    if not wanted:
        return []
    if connection.dialect.name == "sqlite":
        match = f"FROM {table}_words WHERE {table}_words MATCH :words"
        last = f"SELECT rowid {match} ORDER BY rowid DESC LIMIT 1 OFFSET {_RANKED}"
        asked = (
            f"SELECT rowid {match} AND rowid > coalesce(({last}), 0) "
            "ORDER BY rank, rowid LIMIT :most"
        )
        query = " ".join(f'"{word}"' for word in wanted)
    else:
        asked = (
            f"WITH found AS (SELECT number, words, wanted FROM {table}_words, "
            "plainto_tsquery('english', :words) AS wanted WHERE words @@ wanted "
            f"ORDER BY number DESC LIMIT {_RANKED}) SELECT number FROM found "
            "ORDER BY ts_rank_cd(words, wanted) DESC, number LIMIT :most"
        )
        query = _folded(" ".join(wanted))
    found = connection.execute(text(asked), {"words": query, "most": most})
    return [int(number) for number in found.scalars()]


def check_words(connection: Connection, table: str) -> bool:
    """Say whether what is searched agrees with the rows of `table`."""
    if connection.dialect.name == "sqlite":
        try:
            connection.exec_driver_sql(
                f"INSERT INTO {table}_words ({table}_words, rank) VALUES ('integrity-check', 1)"
            )
        except DatabaseError as error:
            if str(getattr(error.orig, "sqlite_errorname", "")) == "SQLITE_CORRUPT_VTAB":
                return False  # how FTS5 says that its words are not those of the column
            raise
        return True
    missing = connection.execute(
        text(
            f"SELECT count(*) FROM {table} LEFT JOIN {table}_words USING (number) "
            f"WHERE {table}_words.number IS NULL"
        )
    ).scalar()
    return not missing


def _folded(words: str) -> str:
    """Return the words without accents, as FTS5 takes them."""
    apart = unicodedata.normalize("NFKD", words)
    return "".join(c for c in apart if not unicodedata.combining(c))
