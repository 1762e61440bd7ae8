"""Time laying out against the length of the copy, once to eight times the real brochure's inside.

    python benchmarks/length.py [--runs 7] [--plot benchmarks/length.svg]

The sheet grows with the copy, so that all of it fits, and every run has new words, so that nothing
is remembered from the run before. Printed are medians with the spread from the first to the third
quartile, how many sizes of type were tried (copy that leaves much of its sheet white is set
larger), and how the time for one of them grows beside the length.
"""

from __future__ import annotations

import argparse
import math
import shutil
import statistics
import tempfile
import time
from itertools import count
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
LENGTHS = range(1, 9)
_WIDE, _HIGH, _EDGE = 480, 300, 48


def main() -> None:
    """Measure, print the table, and draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="runs a length (default: 7)")
    parser.add_argument("--plot", type=Path, help="an SVG file to draw the medians into")
    options = parser.parse_args()
    medians = []
    print(f"{'length':>8}{'layout, ms':>24}{'sizes':>8}{'ms a size':>12}{'time / length':>16}")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "assets", Path(folder) / "assets")
        for length in LENGTHS:
            runs = [laid_out(Path(folder), length) for _ in range(options.runs + 1)][1:]
            low, middle, high = statistics.quantiles([taken for taken, _ in runs], n=4)
            sizes = statistics.median(tried for _, tried in runs)
            medians.append(statistics.median(taken / tried for taken, tried in runs))
            shown = f"{middle:.1f} ({low:.1f} to {high:.1f})"
            ratio = medians[-1] / medians[0] / length
            print(f"{length:>8}{shown:>24}{sizes:>8.0f}{medians[-1]:>12.1f}{ratio:>16.2f}")
    if options.plot:
        options.plot.write_text(plot(medians))


_number = count()


def laid_out(folder: Path, length: int) -> tuple[float, int]:
    """Return the milliseconds to read and lay out an inside `length` times as long, and the tries.

    Those are the sizes and spacings of type that were laid out to find the best.
    """
    from brochure import layout, read  # noqa: PLC0415 - only what is measured is loaded
    from brochure.editions import OFFICE  # noqa: PLC0415 - the same
    from brochure.images import Library  # noqa: PLC0415 - the same

    tries = count()
    panels = layout.panels

    def counted(*given: object, **named: object) -> object:
        next(tries)
        return panels(*given, **named)

    text = (ROOT / "content.yaml").read_text()
    data = yaml.safe_load(text)
    band, *rest = data["inside"]
    copies = [block for _ in range(length) for block in fresh(rest)]
    data["inside"] = [band, *copies]
    side = math.sqrt(length) * (1.15 if length > 1 else 1)
    data["paper"] = f"{11 * side:.2f}in x {8.5 * side:.2f}in"
    path = folder / "content.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    layout.panels = counted
    start = time.perf_counter()
    layout.lay_out(read(path), OFFICE, Library(folder))
    taken = (time.perf_counter() - start) * 1000
    layout.panels = panels
    return taken, next(tries)


def fresh(blocks: list[object]) -> list[object]:
    """Return the blocks with an end to every text that was not there before, of the same length."""
    stamp = f"{next(_number):05d}"

    def changed(value: object) -> object:
        if isinstance(value, str) and len(value) > len(stamp) and not value.startswith("assets/"):
            return value[: -len(stamp)] + stamp
        if isinstance(value, list):
            return [changed(item) for item in value]
        if isinstance(value, dict):
            return {key: changed(item) for key, item in value.items()}
        return value

    return [changed(block) for block in blocks]


def plot(medians: list[float]) -> str:
    """Return an SVG of the medians over the lengths, beside a straight line from the first."""
    top = max(*medians, medians[0] * len(medians))

    def place(length: float, value: float) -> str:
        x = _EDGE + (length - 1) / (len(medians) - 1) * (_WIDE - 2 * _EDGE)
        return f"{x:.1f},{_HIGH - _EDGE - value / top * (_HIGH - 2 * _EDGE):.1f}"

    measured = " ".join(place(at, value) for at, value in enumerate(medians, 1))
    straight = f"{place(1, medians[0])} {place(len(medians), medians[0] * len(medians))}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" '
        'font-family="sans-serif" font-size="11">\n'
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#fff"/>\n'
        f'<polyline points="{straight}" fill="none" stroke="#999" stroke-dasharray="4 4"/>\n'
        f'<polyline points="{measured}" fill="none" stroke="#1F4A47" stroke-width="2"/>\n'
        f'<text x="{_EDGE}" y="{_EDGE / 2}">ms to lay out at one size (dashed: in proportion); '
        f"{medians[0]:.0f} at 1, {medians[-1]:.0f} at {len(medians)}</text>\n"
        f'<text x="{_WIDE / 2}" y="{_HIGH - _EDGE / 3}">times the copy</text>\n</svg>\n'
    )


if __name__ == "__main__":
    main()
