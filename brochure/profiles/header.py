"""Whether bytes are an ICC profile that a PDF/X-4 file may name as its press, read by ICC.1.

ICC.1:2010, 7.2 (header) and 7.3 (tag table): numbers are big-endian, offsets count from the start.
"""

from __future__ import annotations

from struct import unpack_from

_HEADER, _COUNT, _ENTRY = 128, 4, 12  # bytes
_VERSIONS = {2, 4}  # PDF/X-4 rests on ICC.1; version 5 is iccMAX, which its readers do not know
_NEEDED = (b"A2B0", b"B2A0")  # 8.5: tables from and to the press's inks, which every one has
_CLASSES = {
    b"scnr": "a scanner or camera",
    b"mntr": "a screen",
    b"link": "a link between devices",
    b"spac": "a color space",
    b"abst": "an effect",
    b"nmcl": "named colors",
}


def check(icc: bytes) -> None:
    """Refuse all but whole version 2 or 4 profiles of CMYK presses over Lab or XYZ.

    Raises:
        ValueError: with a message that continues the file's name ("… is cut off").

    """
    if len(icc) < _HEADER + _COUNT or icc[36:40] != b"acsp":
        raise ValueError("is not an ICC profile")
    (size,) = unpack_from(">I", icc)
    if size > len(icc):
        raise ValueError(f"is cut off: {len(icc)} of {size} bytes are there")
    version, kind, space, connection = icc[8], icc[12:16], icc[16:20], icc[20:24]
    if kind != b"prtr":
        raise ValueError(f"is the profile of {_CLASSES.get(kind, 'no printer')}, not of a printer")
    if space != b"CMYK":
        name = space.decode("ascii", "replace").strip()
        raise ValueError(f"is the profile of a printer in {name}, not in CMYK")
    if connection not in {b"Lab ", b"XYZ "}:
        raise ValueError("connects to neither Lab nor XYZ")
    if version not in _VERSIONS:
        raise ValueError(f"has ICC version {version}: PDF/X-4 allows 2 and 4")
    missing = [name.decode() for name in _NEEDED if name not in _tags(icc, size)]
    if missing:
        raise ValueError(f"is broken: it has no {' and no '.join(missing)} table")


def _tags(icc: bytes, size: int) -> set[bytes]:
    """Return the names in the tag table, all of whose data must lie inside the profile."""
    (count,) = unpack_from(">I", icc, _HEADER)
    start = _HEADER + _COUNT
    if start + count * _ENTRY > size:
        raise ValueError("is broken: its table of tags is cut off")
    names = set()
    for entry in range(start, start + count * _ENTRY, _ENTRY):
        name, offset, length = unpack_from(">4sII", icc, entry)
        if offset + length > size:
            raise ValueError("is broken: a tag lies outside of it")
        names.add(name)
    return names
