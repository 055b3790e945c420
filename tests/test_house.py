"""The house rules a machine can check: sizes, names, records, errors, what a file may mention."""

import ast
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import readout.records
from house_files import ROOT, code, files, parsed, prose, tables
from readout import errors
from readout.records.page import Reason
from readout.records.text import Record

MOST_LINES = 400
MOST_FUNCTION_LINES = 60
MOST_BYTES = 4 * 1024 * 1024
ERRORS_PAGE = ROOT / "docs/reference/errors.md"

# Written in pieces, so that this file does not mention them itself.
ELSEWHERE = re.compile(
    "|".join(
        (
            r"(?<![\w.~}])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|Us" + r"ers/\w+)/",
            r"\.\./sha" + r"red",
            r"(?i:\biss" + r"ues? #?\d+)",
            r"(?i:\b(?:this|an earlier|a later|the (?:last|next|previous)) ses" + r"sion\b)",
            r"pypi\." + r"org|python" + r"hosted",
        )
    )
)


def short(path: Path) -> str:
    """Name a test's case by the file's place in the project."""
    return str(path.relative_to(ROOT))


def record_types() -> list[type[msgspec.Struct]]:
    """Return every record class, from all modules of readout.records."""
    names = [module.name for module in pkgutil.iter_modules(readout.records.__path__)]
    modules = [importlib.import_module(f"readout.records.{name}") for name in names]
    found = {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, msgspec.Struct)
    }
    return [value for value in found.values() if value not in {msgspec.Struct, Record}]


def error_types() -> list[type[errors.ReadoutError]]:
    """Return every class of error the package defines."""
    return [getattr(errors, name) for name in errors.__all__]


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield the names a module binds at its top level other than by import."""
    for node in tree.body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.Assign():
                targets = (name for target in node.targets for name in ast.walk(target))
                yield from (name.id for name in targets if isinstance(name, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case _:
                pass


def imported(tree: ast.Module, start: str = "") -> Iterator[str]:
    """Yield what a module imports at its top level from modules whose names have that start."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(start):
            yield from (alias.asname or alias.name for alias in node.names)


def declared(tree: ast.Module) -> list[str] | None:
    """Return the module's `__all__`, or None where it has none."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets
        ):
            return [str(name) for name in ast.literal_eval(node.value)]
    return None


@pytest.mark.parametrize("path", code(), ids=short)
def test_a_file_fits_in_a_readers_head(path: Path) -> None:
    """No Python file has more than 400 lines and no function more than 60."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    long = {
        node.name: size
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_FUNCTION_LINES
    }

    assert lines <= MOST_LINES
    assert long == {}


@pytest.mark.parametrize("path", code(), ids=short)
def test_a_file_says_at_its_top_what_goes_in_and_what_comes_out(path: Path) -> None:
    """Each module has a docstring, and its first line is a full sentence."""
    tree = parsed(path)
    first, *_ = (ast.get_docstring(tree) or "").splitlines() or [""]

    assert not tree.body or first.rstrip().endswith(".")


@pytest.mark.parametrize("path", code("src"), ids=short)
def test_all_names_what_is_public(path: Path) -> None:
    """`__all__` lists each public name the module defines, no other, and none twice."""
    tree = parsed(path)
    names = declared(tree)
    public = {name for name in defined(tree) if not name.startswith("_")}
    if path.name == "__init__.py":
        public |= {name for name in imported(tree, "readout") if not name.startswith("_")}
        names = names or []
    if path.name == "__main__.py" and not public:
        return

    assert names is not None
    assert len(names) == len(set(names))
    assert {name for name in names if not name.startswith("__")} == public


@pytest.mark.parametrize("path", code("src"), ids=short)
def test_no_type_is_left_open(path: Path) -> None:
    """No module of the package imports `Any`."""
    assert "Any" not in set(imported(parsed(path)))


@pytest.mark.parametrize("record", record_types(), ids=lambda record: record.__name__)
def test_records_are_frozen_and_built_by_keyword(record: type[msgspec.Struct]) -> None:
    """A record never changes, refuses fields it does not know, and names each field it is given.

    Only the small ones that travel as arrays, a span and a token, may be built by position.
    """
    config = record.__struct_config__
    kinds = {p.kind for p in inspect.signature(record).parameters.values()}

    assert config.frozen
    if not config.array_like:
        assert issubclass(record, Record)
        assert config.forbid_unknown_fields
        assert kinds <= {inspect.Parameter.KEYWORD_ONLY}


def test_each_error_has_a_code_of_its_own_and_a_row_in_the_reference() -> None:
    """R100, R200, ...: one class a code, told in errors.py's docstring and in the reference."""
    rows = ERRORS_PAGE.read_text(encoding="utf-8")
    codes = [error.code for error in error_types()]

    assert len(codes) == len(set(codes))
    for error in error_types():
        assert error.__name__ in (errors.__doc__ or "")
        assert re.search(rf"^\| `{error.code}` \| `{error.__name__}` \|", rows, re.MULTILINE)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_each_reason_to_refuse_a_page_has_a_row_in_the_reference(reason: str) -> None:
    """Who gets `paywall_stub` finds in the reference what it means and what to try."""
    rows = ERRORS_PAGE.read_text(encoding="utf-8")

    assert re.search(rf"^\| `{reason}` \|", rows, re.MULTILINE)


@pytest.mark.parametrize("path", prose(), ids=short)
def test_a_file_speaks_of_the_project_only(path: Path) -> None:
    """No path of one machine, no ticket, no index: nothing a reader elsewhere cannot follow."""
    found = ELSEWHERE.search(path.read_text(encoding="utf-8"))

    assert found is None


@pytest.mark.parametrize("path", tables(), ids=short)
def test_a_word_list_says_where_it_comes_from(path: Path) -> None:
    """The first lines of a table name its source, its licence and its date."""
    opening = " ".join(path.read_text(encoding="utf-8").splitlines()[:5])

    assert all(f"{word}: " in opening for word in ("Source", "Licence", "Date"))


def test_only_the_model_is_large() -> None:
    """Git keeps each version of a large file for good, so only the model's weights may be one."""
    large = [
        short(path)
        for path in files()
        if path.stat().st_size > MOST_BYTES
        and not (path.suffix == ".onnx" and path.is_relative_to(ROOT / "src/readout/models"))
    ]

    assert large == []


def test_each_rule_that_is_switched_off_says_why() -> None:
    """Every line that silences the linter in pyproject.toml carries its reason."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    silenced = re.findall(r'^  "[A-Z]+\d+",(.*)$', text, re.MULTILINE)

    assert silenced
    assert all(re.fullmatch(r"\s+# \S.*", reason) for reason in silenced)


@pytest.mark.parametrize("path", code(), ids=short)
def test_each_exception_in_the_code_is_narrow(path: Path) -> None:
    """`noqa` and `type: ignore` name the rule they silence."""
    wide = re.compile(r"#\s*(?:noqa(?!:\s*[A-Z]+\d)|type:\s*ignore(?!\[))")
    text = path.read_text(encoding="utf-8")

    assert path == Path(__file__) or wide.search(text) is None


@pytest.mark.parametrize("lock", ["runtime", "dev"])
def test_locks_pin_every_library_by_digest_and_name_no_index(lock: str) -> None:
    """Each requirement is `name==version` with at least one SHA-256, and nothing else is said."""
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    pins = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)).splitlines()

    assert pins
    assert all(
        re.fullmatch(r"[\w.-]+==[\w.+-]+( ; .+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", pin)
        for pin in pins
    )


def test_locks_hold_every_library_the_project_asks_for() -> None:
    """A library added to pyproject.toml is in the lock; `make lock` writes it there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "runtime": [*project["project"]["dependencies"], *project["dependency-groups"]["build"]],
        "dev": project["dependency-groups"]["dev"],
    }
    for lock, requirements in asked.items():
        text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
        pinned = set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))
        names = {re.split(r"[^\w.-]", wish)[0].lower() for wish in requirements}
        assert names <= pinned
