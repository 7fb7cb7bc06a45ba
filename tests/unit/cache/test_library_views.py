"""The cache knows the library by the views of `store/library_views.py`, and by nothing else."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import apsw
import pytest

import reader.cache
from reader.cache.schema import CACHE
from reader.model.errors import StoreError
from reader.store.library_views import LIBRARY_VIEWS
from tests.store import Store

FILES = sorted(Path(reader.cache.__file__).parent.glob("*.py"))
_SQL = re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE|FROM|JOIN)\b")
_SOURCE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(?!SET\b)([a-z_]\w*(?:\.\w+)?)")
_NAMES_OF_A_QUERY = {"keys"}
"""``WITH keys(key) AS (…)``: what a query itself defines."""


def sql_in(text: str) -> list[str]:
    """The pieces of SQL in a Python file; values that are put in become question marks."""
    pieces = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.JoinedStr):
            parts = [str(p.value) if isinstance(p, ast.Constant) else " ? " for p in node.values]
            pieces.append("".join(parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            pieces.append(node.value)
    return [piece for piece in pieces if _SQL.search(piece)]


def strange_sources(text: str) -> list[str]:
    """What the SQL of a file reads or writes that is neither the cache's own nor a view."""
    return [
        name
        for piece in sql_in(text)
        for name in _SOURCE.findall(piece)
        if name not in _tables() | LIBRARY_VIEWS.keys() | _NAMES_OF_A_QUERY
    ]


def _tables() -> set[str]:
    connection = apsw.Connection(":memory:")
    for migration in CACHE.migrations:
        connection.execute(migration)
    return {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_cache_reads_its_own_tables_and_the_views(file: Path) -> None:
    assert strange_sources(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "sql", ['"SELECT 1 FROM lib.stories"', "f'SELECT {x} FROM journal'", "'UPDATE aliases SET x'"]
)
def test_a_query_past_the_views_is_seen(sql: str) -> None:
    assert strange_sources(f"x = {sql}")


def test_a_reader_of_the_cache_cannot_write_to_either_database(store: Store) -> None:
    database = store.articles._database  # noqa: SLF001 - no part of the cache offers to write here
    for table in ("feeds", "lib.stories", "temp.library_stories"):
        with pytest.raises(StoreError):
            database.read(f"DELETE FROM {table}")
