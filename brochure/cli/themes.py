"""`brochure themes`: what a brochure can look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.cli.terminal import show

if TYPE_CHECKING:
    import argparse


def add(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    command.description = (
        "List the themes that a brochure can have. Name one in the file, `theme: bold`,"
        " or with what is changed of it: `theme: {name: calm, fonts: {display: Lato}}`."
    )
    command.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="lines for a terminal, or everything about each theme for a program (default: text)",
    )
    command.set_defaults(run=_themes)


def _themes(options: argparse.Namespace) -> int:
    from brochure.themes import THEMES, load_theme  # noqa: PLC0415 - a build needs no list

    themes = [load_theme(name) for name in THEMES]
    if options.format == "json":
        import msgspec  # noqa: PLC0415 - themes are Structs

        listed = msgspec.json.format(msgspec.json.encode(themes), indent=2).decode()
        show(f"{listed}\n")
        return 0
    width = max(map(len, THEMES))
    show("".join(f"{theme.name:{width}}  {theme.description}\n" for theme in themes))
    return 0
