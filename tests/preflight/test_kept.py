"""What was found before is told again only while nothing that it hangs on has changed."""

from __future__ import annotations

import gc
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from PIL import Image
from pypdfium2.internal import bases

from brochure import BrochureError, build, check
from brochure.cache import Cache
from brochure.content import read
from brochure.editions import EDITIONS, OFFICE, PRESS, SCREEN
from brochure.images import Library
from brochure.pipeline import prepared
from brochure.preflight import accepted, by_text, judged, kept
from brochure.preflight.checks import conformance, passive_voice
from brochure.preflight.reading_back import ReadBack
from brochure.problems import Severity
from brochure.stamp import stamp
from tests.preflight.subjects import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.preflight import Subject
    from brochure.preflight.rule import Evidence
    from brochure.problems import Problem

COPY = """\
cover:
  - picture: {file: dark.png, place: panel, alt: A}
  - heading: Spruce on black
inside:
  - text: It is painless, and it is FDA approved.
  - list: [one, two]
back:
  - qr: website
  - text: Ask us.
"""
CLAIMS = """\
as-of: 2026-01-01
sources: [us]
claims: [{code: X001, claim: %s, say: less, words: {en: [%s]}}]
"""
REVIEWED = "reviewed: {by: Dr. A. Example, on: 2020-01-31, due: 2026-01-31}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a brochure in which checks of every kind find something."""
    Image.new("RGB", (1200, 2700), "black").save(tmp_path / "dark.png")
    Image.new("RGB", (1200, 2700), "white").save(tmp_path / "light.png")
    path = tmp_path / "content.yaml"
    path.write_text(HEAD + COPY + REVIEWED)
    return path


def subject(path: Path, edition: Edition = OFFICE, overrides: Sequence[str] = ()) -> Subject:
    """Return what there is to judge of the brochure at `path`, as the file is now."""
    cache = Cache.default()
    brochure = read(path, overrides, cache=cache)
    pictures = Library(brochure.folder, cache)
    return prepared(brochure, edition, pictures, stamp(brochure, pictures))


def told(found: list[Problem]) -> list[tuple[str, ...]]:
    """Return all that a reader is told, with the places in the file as they are."""
    return [(str(one), one.code, one.where.source.text if one.where else "") for one in found]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which an edition's name is added whenever it is judged anew."""
    names: list[str] = []

    def found_by(it: Subject, *evidence: Evidence) -> list[Problem]:
        names.append(it.edition.name)
        return anew(it, *evidence)

    anew = accepted._found_by
    monkeypatch.setattr(accepted, "_found_by", found_by)
    return names


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return a list to which each page that is read or rendered is added, with what was asked."""
    pages: list[tuple[str, int]] = []
    for name in ("runs", "pixels"):

        def asked(self: ReadBack, page: int, *given: Any, name: str = name, **named: Any) -> Any:
            pages.append((name, page))
            return getattr(ReadBack, f"_real_{name}")(self, page, *given, **named)

        monkeypatch.setattr(ReadBack, f"_real_{name}", getattr(ReadBack, name), raising=False)
        monkeypatch.setattr(ReadBack, name, asked)
    return pages


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_what_did_not_change_is_not_judged_again(
    path: Path, edition: Edition, runs: list[str]
) -> None:
    """And the same is told of it, at the same places, in another process too: it is on disk."""
    first = told(judged(subject(path, edition)))
    assert {"ACCESS001", "CLAIM001", "CLAIM002"} <= {code for _, code, _ in first}
    assert told(judged(subject(path, edition))) == first
    assert runs == [edition.name]


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text(f"# a line more\n{path.read_text()}"),
        lambda path: path.write_text(path.read_text().replace("painless", "gentle")),
        lambda path: path.write_text(path.read_text().replace("dark.png", "light.png")),
        lambda path: (path.parent / "light.png").replace(path.parent / "dark.png"),
        lambda path: path.write_text(f"ignore: {{CLAIM002: we know}}\n{path.read_text()}"),
    ],
    ids=["a place", "a word", "a picture", "a picture's file", "what is ignored"],
)
def test_a_change_is_judged_as_by_a_new_process(
    path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    """Whatever findings hang on."""
    before = told(judged(subject(path)))
    change(path)
    after = told(judged(subject(path)))
    assert after != before
    monkeypatch.setenv("BROCHURE_CACHE", str(path.parent / "another"))
    assert told(judged(subject(path))) == after


def test_an_override_is_judged_anew_and_keeps_its_place(path: Path, runs: list[str]) -> None:
    """A finding in a `--set` shows the words of that `--set`."""
    for value in ("It is painless.", "It is really painless."):
        overrides = [f"back.1.text={value}"]
        found = told(judged(subject(path, overrides=overrides)))
        assert told(judged(subject(path, overrides=overrides))) == found
        assert any(value in words for words, code, _ in found if code == "CLAIM002")
    assert runs == ["office"] * 2


def test_another_day_is_judged_anew(path: Path) -> None:
    """A review runs out."""
    days = [date(2025, 1, 1), date(2026, 11, 25), date(2025, 1, 1)]
    found = [
        {one.code for one in judged(replace(subject(path), today=day)) if "REVIEW" in one.code}
        for day in days
    ]
    assert found == [set(), {"REVIEW002"}, set()]


def test_an_authors_list_of_claims_is_looked_at(path: Path) -> None:
    """It is no part of the content, and changes by itself."""
    path.write_text(f"claims: ours.yaml\n{path.read_text()}")
    told_of = []
    for word in ("painless", "approved", "approved"):
        (path.parent / "ours.yaml").write_text(CLAIMS % (word, word))
        told_of += [one.message for one in judged(subject(path)) if one.code == "CLAIM010"]
    assert told_of == ["“painless” claims painless", *["“approved” claims approved"] * 2]


def test_a_newer_program_judges_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch, runs: list[str]
) -> None:
    """Its checks may find more, and so may a newer PDFium."""
    judged(subject(path))
    monkeypatch.setattr(kept, "program", lambda: (1,))
    judged(subject(path))
    assert runs == ["office"] * 2


def test_only_pages_that_changed_are_read_again(path: Path, reads: list[tuple[str, int]]) -> None:
    """The words of all, the codes of those that have any, what is behind words on pictures."""
    judged(subject(path))
    assert {*reads} == {("runs", 0), ("runs", 1), ("pixels", 0)}
    reads.clear()
    path.write_text(path.read_text().replace("It is painless", "It is very gentle"))
    judged(subject(path))
    assert reads == [("runs", 1)]
    reads.clear()
    path.write_text(path.read_text().replace("Ask us", "Ask us first"))
    judged(subject(path))
    assert ("runs", 0) in reads
    assert ("runs", 1) not in reads


def test_texts_are_known_to_the_next_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found in them, while the program stays; of no more than stand in the file now."""
    first = told(judged(subject(path)))
    by_text._known.clear()
    kept._opened.clear()
    asked: list[str] = []
    path.write_text(path.read_text().replace("Ask us.", "Ask us first. It is done by us."))
    with monkeypatch.context() as patched:
        patched.setattr(passive_voice, "_passive", lambda text, _: asked.append(text))
        judged(subject(path))
    assert asked == ["Ask us first.", "It is done by us."]
    by_text._known.clear()
    kept._opened.clear()
    path.write_text(path.read_text().replace("Ask us first. It is done by us.", "Ask us."))
    assert told(judged(subject(path))) == first


def test_editions_are_kept_apart(path: Path, runs: list[str]) -> None:
    """A screen's pages are others than a sheet's."""
    for edition in (OFFICE, SCREEN) * 2:
        judged(subject(path, edition))
    assert runs == ["office", "screen"]


def test_a_draft_and_what_cannot_be_painted_are_judged_without_their_file(path: Path) -> None:
    """The copy of a draft stands where it fits, so it has no order to hold to."""
    long = f"flap:\n  - text: {'word ' * 900}\n"
    path.write_text(path.read_text() + long)
    brochure = read(path)
    pictures = Library(brochure.folder)
    draft = prepared(brochure, OFFICE, pictures, "", draft=True)
    assert draft.layout.left_over
    found = {one.code for one in judged(draft)}
    assert "CLAIM001" in found
    assert not found & {"COPY001", "COPY002", "ACCESS001"}


def test_a_build_stops_for_what_is_read_back(path: Path) -> None:
    """Faint words on a picture: as `check` has it. Nothing is written."""
    with pytest.raises(BrochureError) as caught:
        build(path, path.parent / "out")
    stopped = {problem.code for problem in caught.value.problems}
    errors = [one.problem for one in check(path) if one.problem.severity is Severity.ERROR]
    assert stopped == {one.code for one in errors} == {"ACCESS001"}
    assert not (path.parent / "out").exists()


def test_a_build_counts_what_check_warns_of(path: Path) -> None:
    """Every one, validators aside."""
    path.write_text(path.read_text().replace("dark.png", "light.png"))
    warnings: list[Problem] = []
    build(path, path.parent / "out", warnings=warnings)
    ignore = [rule.code for rule in conformance.CODES]
    assert {*warnings} == {one.problem for one in check(path, ignore=ignore)}
    assert len(warnings) > 3


def test_nothing_stays_open(path: Path) -> None:
    """PDFium says so on standard error when a program ends that built or checked."""
    path.write_text(path.read_text().replace("dark.png", "light.png"))
    before = {one for kind in bases.ObjectTracker.values() for one in kind}  # other tests' own
    build(path, path.parent / "out")
    check(path, editions=["press", "large-print"])
    gc.collect()
    assert {one for kind in bases.ObjectTracker.values() for one in kind} <= before


@pytest.mark.parametrize("language", ["es", "en", "he", "en-GB"])
def test_a_block_in_a_language_of_its_own_is_judged(path: Path, language: str) -> None:
    """By a build and by a check, and remembered."""
    copy = path.read_text().replace("dark.png", "light.png")
    path.write_text(
        copy.replace("- text: Ask us.", f"- text: {{language: {language}, text: Ask.}}")
    )
    for _ in range(2):
        build(path, path.parent / "out")
        assert check(path, select=["QR"]) == []


def test_the_color_of_words_is_looked_at(path: Path) -> None:
    """On a press the page shows their inks, which may stay as they are."""
    Image.new("RGB", (1200, 2700), (160, 160, 160)).save(path.parent / "dark.png")
    theme = "theme: {{name: calm, colors: {{primary: {{rgb: '{}', cmyk: [0, 0, 0, 100]}}}}}}\n"
    copy = path.read_text()
    found = []
    for color in ("#000000", "#6a6a6a", "#000000"):
        path.write_text(theme.format(color) + copy)
        found.append([one.code for one in judged(subject(path, PRESS)) if "ACCESS" in one.code])
    assert found == [[], ["ACCESS001"], []]


def test_contrast_is_the_same_in_inks(path: Path) -> None:
    """PDFium shows inks without their profile, and darker: words would be called faint."""
    Image.new("RGB", (1200, 2700), (150, 150, 150)).save(path.parent / "dark.png")
    told_of = {
        edition.name: [one.code for one in judged(subject(path, edition)) if "ACCESS" in one.code]
        for edition in (OFFICE, PRESS)
    }
    assert told_of == {"office": [], "press": []}


def test_a_process_that_builds_again_reads_the_authors_claims_again(path: Path) -> None:
    """They are no part of the content."""
    path.write_text(f"claims: ours.yaml\n{path.read_text().replace('dark.png', 'light.png')}")
    told_of = []
    for word in ("gentle", "painless"):
        (path.parent / "ours.yaml").write_text(CLAIMS % (word, word))
        warnings: list[Problem] = []
        build(path, path.parent / "out", editions=["office"], warnings=warnings)
        told_of.append([one.message for one in warnings if one.code == "CLAIM010"])
    assert told_of == [[], ["“painless” claims painless"]]
    (path.parent / "ours.yaml").unlink()
    with pytest.raises(BrochureError, match="CLAIM011"):
        build(path, path.parent / "out", editions=["office"])


def test_an_empty_list_of_claims_is_told_at_itself(path: Path) -> None:
    """Not at the file that names it, remembered or not."""
    path.write_text(f"claims: ours.yaml\n{path.read_text()}")
    (path.parent / "ours.yaml").write_text("")
    for _ in range(2):
        (found,) = (one for one in judged(subject(path)) if one.code == "YAML003")
        assert found.where is None or found.where.source.name.endswith("ours.yaml")
