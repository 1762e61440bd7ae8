"""Time the brochure against Typst setting the same content, side by side, in one run.

    python benchmarks/compare.py [--runs 21]

Runs alternate (A B A B ...), so that a machine whose speed drifts slows both. Printed are medians
with the spread from the first to the third quartile, and the median of the pairs' ratios.

A build is judged by every check of preflight, of which Typst has none. It remembers what it found,
so the rows with a word changed have one more each: without being judged.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
ENVIRONMENT = dict(os.environ)
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # pip installs bytecode: so it is used here, too
OURS_COLD = "from brochure.cli import run; run()"
UNJUDGED = f"from brochure import pipeline; pipeline.judged = lambda _: []; {OURS_COLD}"
TYPST_COLD = """\
import sys, typst
source, output, fonts, edition, *standards = sys.argv[1:]
typst.compile(source, output=output, font_paths=[fonts], ignore_system_fonts=True,
              sys_inputs={"edition": edition}, pdf_standards=standards)
"""
STANDARDS = {"office": [], "screen": ["ua-1"]}
"""The editions that Typst makes too, and what it is asked to conform to."""


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=21, help="paired runs (default: 21)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        site = prepared(Path(folder))
        os.environ["BROCHURE_CACHE"] = ENVIRONMENT["BROCHURE_CACHE"] = str(Path(folder) / "cache")
        for edition, standards in STANDARDS.items():
            beside_typst(site, edition, standards, runs)
        each_edition(site, runs)
        checked(site, runs)


def beside_typst(site: Path, edition: str, standards: list[str], runs: int) -> None:
    """Print the table of one edition beside Typst's."""
    ours = brochure(site, edition)
    script = [sys.executable, "-c", TYPST_COLD, str(site / "brochure.typ")]
    script += [str(site / "typst.pdf"), fonts(), edition, *standards]
    print(f"{edition:24}{'brochure':>22}{'typst':>22}{'ratio':>9}")
    cold(ours)  # leaves bytecode and the cache, as every build after the first finds them
    change = changing(site / "content.yaml")
    report("cold process, ms", paired(lambda: cold(ours), lambda: cold(script), runs))
    report("cold, a word changed, ms", paired(*changed(change, ours, script), runs))
    bare = [UNJUDGED if word == OURS_COLD else word for word in ours]
    report("  without judging it, ms", paired(*changed(change, bare, script), runs))
    report("cold, empty cache, ms", paired(lambda: cold_anew(ours), lambda: cold(script), 5))
    report("warm, same input, ms", paired(*warm(site, edition, standards), runs))
    report("warm, a word changed, ms", paired(*warm(site, edition, standards, change), runs))
    with patch("brochure.pipeline.judged", lambda _: []):
        report("  without judging it, ms", paired(*warm(site, edition, standards, change), runs))
    report("peak memory, MB", paired(lambda: peak(ours), lambda: peak(script), 5))
    ours_size = (site / "out" / f"microneedling-{edition}.pdf").stat().st_size / 1000
    typst_size = (site / "typst.pdf").stat().st_size / 1000
    print(f"{'PDF, kB':24}{ours_size:>22.0f}{typst_size:>22.0f}{ours_size / typst_size:>9.2f}\n")


def each_edition(site: Path, runs: int) -> None:
    """Print what each edition takes as a process of its own, and what several take together.

    The ratio is to the office edition's time, runs taken in turn.
    """
    from brochure.editions import EDITIONS  # noqa: PLC0415 - only what is measured is loaded

    alone = brochure(site, "office")
    several = {name: [name] for name in EDITIONS}
    several["office, press, screen"] = ["office", "press", "screen"]
    print(f"{'edition, cold process':24}{'ms':>22}{'office alone, ms':>22}{'ratio':>9}")
    for title, names in several.items():
        if not set(names) <= set(EDITIONS):
            continue
        command = brochure(site, *names)
        cold(command)
        report(title, paired(partial(cold, command), partial(cold, alone), runs))


def checked(site: Path, runs: int) -> None:
    """Print what `brochure check` takes beside a build of the same editions.

    Validators are left aside: they are other programs' work. Both judge what they have not judged
    before; in the last row only the check has something to judge.
    """
    build = brochure(site, "office", "screen")
    check = [sys.executable, "-c", OURS_COLD, "check", str(site / "content.yaml")]
    check += ["--ignore", "ACCESS004,ACCESS005,ACCESS006"]
    cold(build), cold(check)
    print(f"\n{'office and screen':24}{'check, ms':>22}{'build, ms':>22}{'ratio':>9}")
    same = partial(cold, build)
    report("cold process, ms", paired(partial(cold, check), same, runs))
    change = changing(site / "content.yaml")
    report("a word changed, ms", paired(*changed(change, check, build), runs))
    shutil.copy(ROOT / "content.yaml", site)
    cold(build)
    (anew,) = changed(change, check)

    def unchanged() -> float:
        shutil.copy(ROOT / "content.yaml", site)
        cold(build)
        return same()

    report("changed, beside same, ms", paired(anew, unchanged, runs))


def brochure(site: Path, *editions: str) -> list[str]:
    """Return the command that builds `editions` as a process."""
    asked = [word for edition in editions for word in ("--edition", edition)]
    command = [sys.executable, "-c", OURS_COLD, "build", str(site / "content.yaml"), "--quiet"]
    return [*command, "--out", str(site / "out"), *asked]


def prepared(folder: Path) -> Path:
    """Return a folder with both programs' input; Typst's pictures have their colors resolved."""
    import zxingcpp  # noqa: PLC0415 - the code is given to Typst, which makes none

    shutil.copy(ROOT / "content.yaml", folder)
    shutil.copytree(ROOT / "assets", folder / "assets")
    shutil.copy(ROOT / "benchmarks" / "brochure.typ", folder)
    for file in (folder / "assets").rglob("*.svg"):
        text = re.sub(r"var\(--\w+,\s*(#\w+)\)", r"\1", file.read_text())
        file.write_text(text.replace("currentColor", "#E3B79F"))
    code = zxingcpp.create_barcode("https://example.org/" * 8, zxingcpp.BarcodeFormat.QRCode)
    (folder / "code.svg").write_text(code.to_svg())
    return folder


def fonts() -> str:
    """Return the folder of the bundled fonts."""
    spec = find_spec("rendercv_fonts")
    if spec is None or spec.origin is None:
        sys.exit("rendercv-fonts is not installed")
    return str(Path(spec.origin).parent)


def cold(command: list[str]) -> float:
    """Return the wall-clock milliseconds of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return (time.perf_counter() - start) * 1000


def cold_anew(command: list[str]) -> float:
    """Return the milliseconds of one whole process that finds nothing in the cache."""
    shutil.rmtree(ENVIRONMENT["BROCHURE_CACHE"], ignore_errors=True)
    return cold(command)


def changing(content: Path) -> Callable[[], None]:
    """Return a function that gives the content's heading new words at each call."""
    original = (ROOT / "content.yaml").read_text()
    counter = count()
    heading = "The days after"
    if heading not in original:
        sys.exit(f"content.yaml has no heading {heading!r} to change")
    return lambda: (
        content.write_text(original.replace(heading, f"The {next(counter)} days")) and None
    )


def changed(change: Callable[[], None], *commands: list[str]) -> list[Callable[[], float]]:
    """Return a function for each command that runs it as a process after a change."""

    def run(command: list[str]) -> float:
        change()
        return cold(command)

    return [partial(run, command) for command in commands]


def warm(  # noqa: ANN201 - two functions
    site: Path, edition: str, standards: list[str], change: Callable[[], None] = lambda: None
):
    """Return one function each that builds once in this process, after a first build.

    Both programs remember what they set; `change` is called before each, outside the time.
    """
    import typst  # noqa: PLC0415 - only what is measured is loaded

    from brochure import build  # noqa: PLC0415 - the same

    compiler = typst.Compiler(
        str(site / "brochure.typ"),
        font_paths=[fonts()],
        ignore_system_fonts=True,
        sys_inputs={"edition": edition},
    )

    def ours() -> float:
        change()
        start = time.perf_counter()
        build(site / "content.yaml", site / "out", editions=[edition])
        return (time.perf_counter() - start) * 1000

    def theirs() -> float:
        change()
        start = time.perf_counter()
        compiler.compile(output=str(site / "typst.pdf"), pdf_standards=standards)
        return (time.perf_counter() - start) * 1000

    ours(), theirs()
    return ours, theirs


def peak(command: list[str]) -> float:
    """Return the largest resident set of one process in megabytes."""
    code = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], check=True, capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        check=True,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
    )
    unit = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss is in bytes there, kB elsewhere
    return int(done.stdout) / unit


def paired(first, second, runs: int) -> list[tuple[float, float]]:  # noqa: ANN001 - callables
    """Return figures of the two, taken in turn."""
    return [(first(), second()) for _ in range(runs)]


def report(name: str, pairs: list[tuple[float, float]]) -> None:
    """Print a row: medians, quartiles, and the median ratio of the pairs."""
    columns = []
    for figures in zip(*pairs, strict=True):
        low, middle, high = statistics.quantiles(figures, n=4)
        columns.append(f"{middle:.0f} ({low:.0f} to {high:.0f})")
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"{name:24}{columns[0]:>22}{columns[1]:>22}{ratio:>9.2f}")


if __name__ == "__main__":
    main()
