"""Hunt for content files that break the reader: `python -m tests.fuzz.content_files FOLDER`."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from tests import hostile
from tests.fuzz.hunting import hunt, instrumented

with instrumented():
    from brochure.blocks import BLOCKS
    from brochure.content import read
    from brochure.content.document import Document
    from brochure.problems import BrochureError


ROOT = Path(__file__).parents[2]
MOST = 12_000  # bytes: twice the real brochure; larger ones teach coverage nothing new


def main() -> None:
    """Read whatever comes, from a file, as the program does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content.yaml"

        def attempt(data: bytes) -> None:
            path.write_bytes(data)
            with suppress(BrochureError):
                read(path)

        hunt(attempt, seeds(), words(), MOST)


def seeds() -> list[bytes]:
    """Return the real brochure, one of every block, and hostile files that are not too long."""
    sound = [ROOT / "content.yaml", ROOT / "tests" / "editions" / "every_block.yaml"]
    found = [path.read_bytes() for path in sound] + list(hostile.CONTENTS.values())
    return [data for data in found if len(data) <= MOST]


def words() -> list[bytes]:
    """Return the keys that a file can have, and what means something to YAML and Markdown."""
    keys = {*Document.__struct_fields__, *(name for name, _ in BLOCKS)}
    for _, block in BLOCKS:
        keys |= {*block.__struct_fields__}
    marks = ["- ", ": ", "|-\n", ">\n", "{", "}", "[", "]", "&a ", "*a", "<<: ", "!!str ", "\n  "]
    prose = ["**", "](", "<", "\n\n", "\n- ", "1. ", "`", "\\", "www.a.org", "&amp;", "https://"]
    return [
        *(f"{key.strip('_')}: ".encode() for key in sorted(keys)),
        *map(str.encode, marks + prose),
    ]


if __name__ == "__main__":
    main()
