"""Printing conditions: those that come with the program, and profiles that printers send."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import ImageCms

from brochure.profiles import NAMES, load

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
TABLE, ENTRY = 132, 12


def changed(icc: bytes, at: int, new: bytes) -> bytes:
    """Return a profile with other bytes at one place."""
    return icc[:at] + new + icc[at + len(new) :]


def without(icc: bytes, tag: bytes) -> bytes:
    """Return a profile one of whose tags has another name."""
    return changed(icc, icc.index(tag, TABLE), b"none")


GOOD = load("gracol").icc
REFUSED = {
    "is not an ICC profile": b"hello",
    "is not an ICC profile ": changed(GOOD, 36, b"????"),
    "is cut off: 1000 of 181400 bytes": GOOD[:1000],
    "is the profile of a screen, not of a printer": SRGB,
    "is the profile of a link between devices": changed(GOOD, 12, b"link"),
    "is the profile of no printer": changed(GOOD, 12, b"\0\xff\0\0"),
    "is the profile of a printer in RGB, not in CMYK": changed(GOOD, 16, b"RGB "),
    "connects to neither Lab nor XYZ": changed(GOOD, 20, b"Luv "),
    "has ICC version 5: PDF/X-4 allows 2 and 4": changed(GOOD, 8, b"\x05"),
    "it has no B2A0 table": without(GOOD, b"B2A0"),
    "its table of tags is cut off": changed(GOOD, 128, struct.pack(">I", 2**31)),
    "a tag lies outside of it": changed(GOOD, TABLE + 4, struct.pack(">I", len(GOOD))),
    # Tables that are there but hold nothing: only an engine finds out.
    "LittleCMS cannot convert colors": changed(GOOD, 54504, bytes(40000)),
}


@pytest.mark.parametrize(
    ("name", "identifier", "described"),
    [("gracol", "CGATS TR 006", "CGATS TR 006"), ("fogra39", "FOGRA39", "FOGRA39L")],
)
def test_conditions_that_come_with_the_program(name: str, identifier: str, described: str) -> None:
    """They are named as in the registry, and their profiles are what they are named."""
    condition = load(name)
    assert (condition.name, condition.identifier) == (name, identifier)
    assert condition.registry == "http://www.color.org"
    assert condition.total_ink == 300
    assert condition.icc[12:24] == b"prtrCMYKLab "
    assert described.encode() in condition.icc
    assert load(name) is condition


def test_there_are_two_conditions_with_a_note_beside_them() -> None:
    """The note names each file."""
    folder = Path(sys.modules[load.__module__].__file__ or "").parent
    files = sorted(path.name for path in folder.glob("*.icc"))
    assert len(files) == len(NAMES) == 2
    assert [name for name in files if f"`{name}`" not in (folder / "README.md").read_text()] == []


@pytest.mark.parametrize("version", [2, 4])
@pytest.mark.parametrize("connection", [b"Lab ", b"XYZ "])
def test_profile_that_a_printer_sent(tmp_path: Path, version: int, connection: bytes) -> None:
    """It is no registered condition, says itself what it is; its key is by its bytes."""
    path = tmp_path / "press.icc"
    path.write_bytes(changed(changed(GOOD, 8, bytes([version])), 20, connection))
    condition = load(path)
    assert (condition.name, condition.identifier, condition.registry) == ("press.icc", "Custom", "")
    assert condition.info == "Coated GRACoL, from CGATS TR 006 characterization data"
    assert condition.icc == path.read_bytes()
    assert (condition.key == load("gracol").key) == (condition.icc == GOOD)
    assert load(str(path)) == condition


@pytest.mark.parametrize("message", REFUSED)
def test_wrong_profile_is_refused_by_name(tmp_path: Path, message: str) -> None:
    """One message for each thing that can be wrong."""
    path = tmp_path / "press.icc"
    path.write_bytes(REFUSED[message])
    with pytest.raises(ValueError, match=message.strip()) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("swop", "'swop' is not a printing condition: name gracol or fogra39, or the path"),
        ("none.icc", "none.icc does not exist"),
        (".", ". is not a file"),
        ("a\0b", "is not a printing condition"),
    ],
)
def test_unknown_name_is_refused(name: str, message: str) -> None:
    """The message says what there is."""
    with pytest.raises(ValueError, match=message):
        load(name)


def test_unreadable_and_huge_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither is an exception of another kind."""
    path = tmp_path / "press.icc"
    path.write_bytes(GOOD)
    monkeypatch.setattr("brochure.profiles.condition._MAX_BYTES", 1000)
    with pytest.raises(ValueError, match="larger than"):
        load(path)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ValueError, match="permission denied"):
        load(path)


def test_ink_limit_is_settable_within_reason() -> None:
    """Uncoated paper bears 280 %; under 100, solid black would not print."""
    assert load("fogra39", 280).total_ink == 280
    assert load("fogra39", 280).key != load("fogra39").key
    assert load("fogra39", 300) is load("fogra39")
    for limit in (99, 401, float("nan")):
        with pytest.raises(ValueError, match="not between 100 and 400"):
            load("fogra39", limit)


def test_naming_a_condition_loads_no_color_engine() -> None:
    """A build whose pictures are cached and whose theme chose its inks needs no Pillow."""
    code = (
        "import sys; from brochure.profiles import load; assert load('gracol').icc;"
        "print([name for name in sys.modules if name.startswith('PIL')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603 - our own words
    assert done.stdout.strip() == "[]"
