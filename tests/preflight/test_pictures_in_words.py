"""What is said of pictures: their alternative text, a patient's consent, where they were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, TiffImagePlugin

from brochure import BrochureError, build
from brochure.preflight.checks import alt_text, camera_position, consent
from tests.preflight.subjects import HEAD, codes, subject_of, told

if TYPE_CHECKING:
    from pathlib import Path

GPS, LATITUDE = 0x8825, 2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a picture."""
    Image.new("RGB", (900, 600), "white").save(tmp_path / "before-after.jpg")
    return tmp_path


def shown(keys: str, block: str = "picture") -> str:
    """Return the copy of a file that shows the picture with `keys`."""
    return f"back:\n  - {block}: {{file: before-after.jpg{keys}}}\n"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (", alt: A cheek with fine scars", []),
        (", alt: Drawing of a pen with needles", []),
        (", decorative: true", []),
        ("", ["ALT001"]),
        (", alt: ''", ["ALT001"]),
        (", alt: before-after.jpg", ["ALT002"]),
        (", alt: before_after", ["ALT002"]),
        (", alt: Before and after", []),
        (", alt: 'Before, after'", []),
        (", alt: IMG_2034", ["ALT002"]),
        (", alt: Screenshot 12", ["ALT002"]),
        (", alt: pen.PNG", ["ALT002"]),
        (", alt: PXL_20240101_123", ["ALT002"]),
        (", alt: WhatsApp Image 2024-01-01", ["ALT002"]),
        (", alt: WhatsApp Image 2024-01-01 at 10.11.12 (1)", ["ALT002"]),
        (", alt: Screenshot 2024-05-06 at 10.11", ["ALT002"]),
        (", alt: 'Screen Shot 2024-05-06 at 9:41 AM'", ["ALT002"]),
        (", alt: Captura de pantalla 2024-05-06 a las 10.11", ["ALT002"]),
        (", alt: Screenshot 2024 of our page for visits", []),
        (", alt: Image of a pen", ["ALT004"]),
        (", alt: A photo showing a pen", ["ALT004"]),
        (", alt: Foto de una aguja", ["ALT004"]),
        (", alt: Images are shown on a screen", []),
        (f", alt: {'word ' * 60}", []),
        (f", alt: {'word ' * 61}", ["ALT005"]),
    ],
)
def test_alternative_text_says_what_a_picture_shows(
    folder: Path, keys: str, expected: list[str]
) -> None:
    """Not its file's name, not that it is an image, not a page of it."""
    assert codes(alt_text, subject_of(folder, shown(keys))) == expected


@pytest.mark.parametrize(
    "alt",
    [
        *(
            "image",
            "photo",
            "picture",
            "logo",
            "Untitled",
            "alt text",
            "TODO",
            "x",
            "[Photo]",
            "n/a",
        ),
        *("imagen", "Foto.", "Sin título", "texto alternativo"),
    ],
)
def test_a_placeholder_is_no_alternative_text(folder: Path, alt: str) -> None:
    """In either language; but a word more may say enough."""
    ((code, _, message),) = told(alt_text, subject_of(folder, shown(f", alt: '{alt}'")))
    assert code == "ALT002"
    assert message == (
        f"the alternative text of before-after.jpg, “{alt}”, does not say what it shows"
    )
    for near in (f"{alt} clinic", "xeroderma", "Fotos de una visita", "Before the visit"):
        assert "ALT002" not in codes(alt_text, subject_of(folder, shown(f", alt: '{near}'")))


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("A pen.", ["ALT003"]),
        ("This is a pen, as we use it", ["ALT003"]),
        ("It holds the needles", []),
        ("A pension", []),
    ],
)
def test_a_caption_is_not_said_twice(folder: Path, caption: str, expected: list[str]) -> None:
    """Capitals and marks aside."""
    copy = shown(f", alt: A pen, caption: '{caption}'", "figure")
    assert codes(alt_text, subject_of(folder, copy)) == expected


def test_alternative_text_is_told_at_its_words(folder: Path) -> None:
    """The picture's name where there are none."""
    (problem,) = alt_text.check(subject_of(folder, shown(", alt: Image of a pen")))
    assert problem.where
    line = problem.where.source.line(problem.where.line)
    assert line[problem.where.column - 1 :][: problem.where.length] == "Image of a pen"
    assert told(alt_text, subject_of(folder, shown(""))) == [
        ("ALT001", 4, "before-after.jpg has no alternative text")
    ]


@pytest.mark.parametrize("block", ["picture", "figure"])
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", []),
        (", patient: false", []),
        (", patient: true, consent: 'form 12, signed'", []),
        (", patient: true", ["PRIVACY001"]),
        (", patient: true, consent: ' '", ["PRIVACY001"]),
    ],
)
def test_a_patient_must_have_consented(
    folder: Path, block: str, keys: str, expected: list[str]
) -> None:
    """Else nothing is built."""
    copy = shown(f", alt: A cheek{keys}", block)
    assert codes(consent, subject_of(folder, copy)) == expected
    (folder / "content.yaml").write_text(HEAD + copy)
    if expected:
        with pytest.raises(BrochureError, match="PRIVACY001"):
            build(folder / "content.yaml", folder / "out", editions=["office"])
    else:
        assert build(folder / "content.yaml", folder / "out", editions=["office"])


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_a_position_in_a_picture_is_told(folder: Path, form: str) -> None:
    """In Exif of whatever form of file; other Exif is none of our business."""
    picture = Image.new("RGB", (900, 600), "white")
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    picture.save(folder / "before-after.jpg", format=form, exif=exif)
    subject = subject_of(folder, shown(", alt: A cheek"))
    assert codes(camera_position, subject) == []
    exif.get_ifd(GPS)[0] = b"\2\3\0\0"  # only the version of the directory
    picture.save(folder / "before-after.jpg", format=form, exif=exif)
    assert codes(camera_position, subject_of(folder, shown(", alt: A cheek"))) == []
    exif.get_ifd(GPS)[LATITUDE] = (29.0, 25.0, 0.0)
    picture.save(folder / "before-after.jpg", format=form, exif=exif)
    assert told(camera_position, subject_of(folder, shown(", alt: A cheek"))) == [
        ("PRIVACY002", 4, "before-after.jpg says where it was taken; our PDFs leave that out")
    ]


def test_a_position_in_a_tiff_is_told(folder: Path) -> None:
    """Whose directories are Exif's own."""
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    directory[GPS] = {LATITUDE: (29.0, 25.0, 0.0)}
    Image.new("RGB", (900, 600)).save(
        folder / "before-after.jpg", format="tiff", tiffinfo=directory
    )
    assert codes(camera_position, subject_of(folder, shown(", alt: A cheek"))) == ["PRIVACY002"]


def test_a_position_in_xmp_is_told_once(folder: Path) -> None:
    """However often the picture is shown."""
    path = folder / "before-after.jpg"
    note = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='29,25.0N'/>"
    segment = b"\xff\xe1" + (len(note) + 2).to_bytes(2, "big") + note
    path.write_bytes(path.read_bytes()[:2] + segment + path.read_bytes()[2:])
    copy = (
        shown(", alt: A cheek") + "inside:\n  - picture: {file: before-after.jpg, alt: The same}\n"
    )
    assert codes(camera_position, subject_of(folder, copy)) == ["PRIVACY002"]


def test_what_cannot_be_read_tells_no_place() -> None:
    """A file that only looks as if it had Exif."""
    assert not camera_position.tells_place(b"\xff\xd8\xff\xe1\0\x08Exif\0\0")
    assert not camera_position.tells_place(b"II*\0")
    assert not camera_position.tells_place(b"")
