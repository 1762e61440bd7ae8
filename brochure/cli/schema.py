"""`brochure schema`: what editors need to complete and check an author's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.cli.terminal import show

if TYPE_CHECKING:
    import argparse


def add(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    command.description = (
        "Print the JSON Schema of the author's file. Editors complete and check by it: "
        "name it in the file's first line, # yaml-language-server: $schema=PATH"
    )
    command.set_defaults(run=_schema)


def _schema(_: argparse.Namespace) -> int:
    from brochure.content.schema import as_json  # noqa: PLC0415 - a build needs none of it

    show(as_json())
    return 0
