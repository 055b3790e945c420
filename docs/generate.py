"""The code in, docs/reference/records.md and cli.md out: what `make docs` runs."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec
from typer.core import TyperGroup
from typer.main import get_command

from readout.cli.main import app

__all__ = ["main", "pages"]

REFERENCE = Path(__file__).resolve().parent / "reference"
MODULES = (
    *("page", "article", "reading", "event", "time", "text"),
    *("entries", "versions", "lineage", "judgements", "verdicts"),
    "identities",
)
HEAD = "<!-- Written by `make docs` from the code; change it there. -->\n"
RECORDS_INTRO = """\
# Records

What travels between the steps, and what `--json` prints.
Each record is frozen, is built by keyword, and refuses fields it does not know.
A field with a default may be left out of the JSON.
A span is two numbers, `[start, end]`, half open, in Unicode code points of `Article.text`.
"""
CLI_INTRO = """\
# Command line

Results go to standard output, talk and errors to standard error.

| exit code | means |
|---|---|
| 0 | done |
| 1 | pages were refused: all of them or, with `--strict`, any |
| 2 | wrong use |
| 3 | broken installation |
"""


def pages() -> dict[Path, str]:
    """Return the generated pages with their text."""
    return {REFERENCE / "records.md": records_page(), REFERENCE / "cli.md": cli_page()}


def records_page() -> str:
    """Return the page of the records: each class with its fields, each set of words."""
    parts = [HEAD, RECORDS_INTRO]
    for place in MODULES:
        module = importlib.import_module(f"readout.records.{place}")
        tree = ast.parse(inspect.getsource(module))
        parts.append(f"\n## readout.records.{place}\n\n{inspect.getdoc(module)}\n")
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                parts.append(record_part(node, getattr(module, node.name)))
            elif isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Literal["):
                name = ast.unparse(node.targets[0])
                words = ", ".join(f"`{word}`" for word in get_args(getattr(module, name)))
                parts.append(f"\n### {name}\n\nOne of {words}.\n")
    return "".join(parts)


def record_part(node: ast.ClassDef, record: type[msgspec.Struct]) -> str:
    """Return one record's part: what it is, and a row for each field."""
    rows = [f"\n### {node.name}\n\n{inspect.getdoc(record)}\n"]
    fields = list(field_rows(node))
    if fields:
        rows.append("\n| field | type | default | means |\n|---|---|---|---|\n")
        rows.extend(fields)
    return "".join(rows)


def field_rows(node: ast.ClassDef) -> Iterator[str]:
    """Yield a table row for each field, with the string that stands below it as its meaning."""
    for field, below in zip(node.body, [*node.body[1:], None], strict=True):
        if not isinstance(field, ast.AnnAssign):
            continue
        means = ""
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            means = " ".join(str(below.value.value).split())
        default = f"`{ast.unparse(field.value)}`" if field.value is not None else ""
        cells = (
            f"`{ast.unparse(field.target)}`",
            f"`{ast.unparse(field.annotation)}`",
            default,
            means,
        )
        yield "| " + " | ".join(map(escaped, cells)) + " |\n"


def cli_page() -> str:
    """Return the page of the commands: each with what it says of itself and a row an option."""
    return "".join((HEAD, CLI_INTRO, *command_parts("readout", get_command(app))))


def command_parts(name: str, command: object) -> Iterator[str]:
    """Yield the part of a command, then those of its own commands."""
    yield command_part(name, command)
    commands = command.commands if isinstance(command, TyperGroup) else {}
    for own, part in sorted(commands.items()):
        yield from command_parts(f"{name} {own}", part)


def command_part(name: str, command: object) -> str:
    """Return one command's part: its help, and a row for each argument and option."""
    rows = [
        f"| {invocation(param)} | {escaped(getattr(param, 'help', '') or '')} |\n"
        for param in getattr(command, "params", ())
    ]
    table = ["\n| argument or option | means |\n|---|---|\n", *rows] if rows else []
    about = inspect.cleandoc(str(getattr(command, "help", "")))
    return f"\n## {name}\n\n{about}\n" + "".join(table)


def invocation(param: object) -> str:
    """Write an argument as `NAMES...` and an option as `--published DATE`."""
    metavar = str(getattr(param, "metavar", None) or "")
    options = [str(option) for option in getattr(param, "opts", ())]
    if not options[0].startswith("-"):
        return f"`{metavar or options[0].upper()}`"
    return ", ".join(f"`{option} {metavar}`" if metavar else f"`{option}`" for option in options)


def escaped(cell: str) -> str:
    """Keep a bar inside its cell."""
    return cell.replace("|", "\\|")


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(f"docs: wrote {path.name}")


if __name__ == "__main__":
    main()
