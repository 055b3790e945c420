"""Nothing in, the options out that the commands share that take pages."""

from typing import Annotated

import typer

__all__ = [
    "AllowPrivateOption",
    "NamesArgument",
    "OutletOption",
    "ProcessesOption",
    "PublishedOption",
    "StrictOption",
    "TextOption",
    "UrlOption",
]

NamesArgument = Annotated[
    list[str],
    typer.Argument(metavar="NAMES", help="Files, globs, folders, web addresses, or - for stdin."),
]
TextOption = Annotated[bool, typer.Option("--text", help="The pages are plain text, not HTML.")]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When they were published, for pages that do not say."),
]
UrlOption = Annotated[str | None, typer.Option(metavar="URL", help="The page's own web address.")]
OutletOption = Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Exit 1 when any page is refused.")]
ProcessesOption = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="How many processes read [one a core].")
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private addresses too.")
]
