"""A hunt: inputs that grow from seeds by coverage, until one breaks what is promised of all.

Promised is a `BrochureError` or a result, in 10 seconds, in 1 GB. What breaks that is written to
the folder that was named, and ends the hunt.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LONGEST = 10  # seconds
LARGEST = 1024  # MB
PEAK = Path("/proc/self/clear_refs")  # Linux: 5 begins the peak anew (proc_pid_clear_refs(5))


@contextmanager
def instrumented() -> Iterator[None]:
    """Import the program within this, so that its coverage is seen: all of it, what is late too."""
    with atheris.instrument_imports(include=["brochure"]):
        yield
        import brochure  # noqa: PLC0415 - instrumented

        for module in pkgutil.walk_packages(brochure.__path__, "brochure."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)


def hunt(
    attempt: Callable[[bytes], object],
    seeds: Iterable[bytes],
    words: Iterable[bytes],
    most: int,
) -> None:
    """Try inputs of up to `most` bytes, grown from `seeds` and `words`, until the program ends.

    `attempt` is made with each; what it raises ends the hunt.
    """

    def within_bounds(data: bytes) -> None:
        # Around each input: libFuzzer's own limit, looked at once a second, blames another.
        PEAK.write_text("5")
        before = _megabytes("VmRSS")
        attempt(data)
        taken = _megabytes("VmHWM") - before
        if taken > LARGEST:
            message = f"it took {taken} MB"
            raise MemoryError(message)

    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, help="where inputs and findings are kept")
    options, others = parser.parse_known_args()
    corpus, findings = options.folder / "corpus", options.folder / "findings"
    for folder in (corpus, findings):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    dictionary = options.folder / "words.txt"
    dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in dict.fromkeys(words)))
    limits = [f"-timeout={LONGEST}", "-rss_limit_mb=0", f"-max_len={most}", "-len_control=0"]
    kept = [f"-dict={dictionary}", f"-artifact_prefix={findings}/"]
    again = any(not other.startswith("-") for other in others)  # findings to try once more
    atheris.Setup(
        ["hunt", *limits, *kept, *others, *([] if again else [str(corpus)])], within_bounds
    )
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


def _megabytes(name: str) -> int:
    """Return what Linux says of this process's memory: what is resident, or was at the peak."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith(f"{name}:"))
    return int(kilobytes) >> 10
