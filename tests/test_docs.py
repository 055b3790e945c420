"""The documents against the code: generated pages are current, examples run, links lead on."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import readout
from docs.generate import pages
from house_files import ROOT, files
from ledgers import answers, enter_all

DOCUMENTS = [path for path in files() if path.suffix == ".md" and ".github" not in path.parts]
TAUGHT = [ROOT / "README.md", *sorted((ROOT / "docs/guides").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
NOT_RUN = "<!-- not run: "
"""Stands with its reason on the line above an example that needs a network or a service."""
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)[^)]*\)")
SET_UP = ("make", "git", "cd", "pip", "python3")


def short(path: Path) -> str:
    """Name a test's case by the file's place in the project."""
    return str(path.relative_to(ROOT))


def examples(page: Path, *languages: str) -> Iterator[str]:
    """Yield the examples of a page in these languages, but for those marked as not run."""
    text = page.read_text(encoding="utf-8")
    for fence in FENCE.finditer(text):
        above = text[: fence.start()].rstrip("\n").rpartition("\n")[2]
        if fence[1] in languages and not above.startswith(NOT_RUN):
            yield fence[2]


def commands(page: Path) -> list[str]:
    """Return the shell commands a page shows: lines after `$ `, or all lines where none has it."""
    found: list[str] = []
    for example in examples(page, "sh", "shell", "bash", "console"):
        lines = example.replace("\\\n", " ").splitlines()
        prompted = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        found.extend(prompted or [line for line in lines if line and not line.startswith("#")])
    return found


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the examples and a ledger, where what is written is thrown away."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    enter_all(str(tmp_path / "readout.db"), answers(3))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", pages(), ids=short)
def test_generated_pages_say_what_the_code_says(page: Path) -> None:
    """`make docs` would change nothing in docs/reference: every option and field is in it."""
    assert page.read_text(encoding="utf-8") == pages()[page]


@pytest.mark.parametrize("name", [name for name in readout.__all__ if name[0] != "_"])
def test_every_public_name_is_documented(name: str) -> None:
    """Whatever `import readout` offers is named in a guide or in the reference."""
    written = (*TAUGHT, *(ROOT / "docs/reference").glob("*.md"))
    assert any(re.search(rf"\b{name}\b", page.read_text(encoding="utf-8")) for page in written)


@pytest.mark.parametrize("page", DOCUMENTS, ids=short)
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link of a document leads to a file of the project."""
    targets = LINK.findall(page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.slow
@pytest.mark.parametrize("page", TAUGHT, ids=short)
def test_python_examples_run(page: Path, desk: Path) -> None:
    """The Python of a page runs from top to bottom, as a reader would type it."""
    program = "\n".join(examples(page, "python"))

    ran = run([sys.executable, "-W", "error", "-c", program], desk)

    assert ran.returncode == 0, ran.stderr


@pytest.mark.slow
@pytest.mark.parametrize("page", TAUGHT, ids=short)
def test_shell_examples_run(page: Path, desk: Path) -> None:
    """A page's commands run one after the other, as a reader would, and end with 0 or 1.

    A `make` command only has to name a target there is.
    """
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in commands(page):
        first, *rest = command.split()
        if first in SET_UP:
            targets = [word for word in rest if first == "make" and "=" not in word]
            assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
            continue

        ran = run(["bash", "-c", command], desk)

        assert ran.returncode in {0, 1}, f"{command}: {ran.stderr}"


def run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command in `folder` with this environment's programs first."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603  the project's own examples
        command,
        cwd=folder,
        env={**os.environ, "PATH": programs},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
