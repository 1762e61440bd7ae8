"""Which checks there are and run, what an author ignores, and what a build makes of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from PIL import Image

from brochure import BrochureError, build, check, checking
from brochure.blocks.title import Title
from brochure.editions import EDITIONS, LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.pipeline import prepared
from brochure.preflight.every import CHECKS, COPY, RULES
from brochure.preflight.rule import Evidence, Scope
from brochure.problems import FileError, Problem, Severity, Source, Where
from brochure.reports import report
from tests.preflight.subjects import HEAD, subject_of

if TYPE_CHECKING:
    from brochure.model import Painted
    from brochure.preflight import Subject
    from brochure.problems import Finding

FOLDER = Path(__file__).parents[2] / "brochure" / "preflight" / "checks"
FAINT = """\
cover:
  - picture: {file: dark.png, place: panel, alt: A}
  - heading: Spruce on black
"""
COARSE = """\
back:
  - picture: {file: a.jpg, alt: Paper}
  - contact
  - text: {style: lead, text: Call us.}
"""
PROBLEM = Problem("PIC007", "its pixels are damaged")
REVIEWED = "reviewed: {by: Dr. A. Example, on: 2020-01-31, due: 2099-01-31}\n"


def written(folder: Path, copy: str) -> Path:
    """Return the path of a brochure with `copy`, beside a coarse picture."""
    Image.new("RGB", (300, 300), "white").save(folder / "a.jpg")
    Image.new("RGB", (1200, 2700), "black").save(folder / "dark.png")
    path = folder / "content.yaml"
    path.write_text(HEAD + copy + REVIEWED)
    return path


def codes(findings: list[Finding]) -> list[str]:
    """Return the codes of what was found."""
    return [finding.problem.code for finding in findings]


def test_every_file_of_a_check_is_run() -> None:
    """The tuple lists them all."""
    names = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert len(names) > 15
    assert {check.__name__.rpartition(".")[2] for check in CHECKS} == names  # type: ignore[attr-defined]


def test_codes_are_unique_and_explained() -> None:
    """Each in one check, which says why and from where."""
    every = [rule.code for one in CHECKS for rule in one.CODES]
    assert len(every) == len(set(every)) == len(RULES)
    for one in CHECKS:
        assert one.__doc__
        assert "\nSource: " in one.__doc__
        assert len(one.__doc__) > 200
    assert all(re.fullmatch(r"[A-Z]+\d{3}", code) for code in every)


def test_scopes_tell_editions_apart() -> None:
    """Each holds for some."""
    held = {
        scope: [edition.name for edition in EDITIONS.values() if scope.holds(edition)]
        for scope in Scope
    }
    assert held == {
        Scope.EVERY: ["office", "screen", "large-print", "press"],
        Scope.PAPER: ["office", "large-print", "press"],
        Scope.FOLDED: ["office", "press"],
        Scope.PRESS: ["press"],
        Scope.TAGGED: ["screen", "large-print"],
    }


def test_checks_ask_for_no_more_than_they_say(tmp_path: Path) -> None:
    """Of words alone there are no pages yet; of pages no file."""

    def nothing(_: object) -> Painted:
        raise AssertionError

    for edition in (OFFICE, SCREEN, LARGE_PRINT, PRESS):
        copy = f"cover: [title: A]\nback: [contact: vcard]\n{REVIEWED}"
        whole = subject_of(tmp_path, copy, edition)
        for evidence, least in ((Evidence.COPY, 8), (Evidence.PAGES, 5)):
            subject = replace(whole, paint=nothing)
            if evidence is Evidence.COPY:
                subject = replace(subject, sheets=None, layout=None)
            asked = [one for one in CHECKS if one.LOOKS_AT is evidence]
            held = [one for one in asked if one.SCOPE.holds(edition)]
            assert len(held) >= least
            for one in held:
                assert list(one.check(subject)) == list(one.check(whole))


def test_the_authors_texts_come_with_their_keys(tmp_path: Path) -> None:
    """Role, block, key and words, in reading order; with the places that checks need."""
    copy = (
        "cover:\n  - title: {label: L, text: A}\n"
        "inside:\n  - steps: [{title: N., text: We wait}, Go]\n"
        "  - text: |\n      One\n\n      - two\n"
        "back:\n  - table: {header: [A, B], rows: [[c, d]]}\n  - share: [x]\n"
    )
    found = [(c.role, c.field, c.inline.plain) for c in subject_of(tmp_path, copy).copy]
    assert found == [
        ("cover", "label", "L"),
        ("cover", "text", "A"),
        ("inside", "items.0.title", "N."),
        ("inside", "items.0.text", "We wait"),
        ("inside", "items.1.text", "Go"),
        ("inside", "text.0", "One"),
        ("inside", "text.1.0", "two"),
        ("back", "header.0", "A"),
        ("back", "header.1", "B"),
        ("back", "rows.0.0", "c"),
        ("back", "rows.0.1", "d"),
    ]
    first = subject_of(tmp_path, copy).copy[0]
    assert isinstance(first.block, Title)
    assert first.inline.spans[0].where.line == 4


def test_a_finding_names_its_editions(tmp_path: Path) -> None:
    """Told once, whatever editions have it."""
    found, *_ = check(written(tmp_path, COARSE), editions=["office", "screen", "press"])
    assert found.problem.code == "PRINT001"
    assert found.editions == ("office",)
    (faint,) = check(written(tmp_path, FAINT), select=["ACCESS001"])
    assert faint.editions == ("office", "screen")


def test_editions_that_tell_the_same_share_a_finding(tmp_path: Path) -> None:
    """Though their lines end elsewhere, and though the layout's own words name the edition."""
    faint = FAINT.replace("heading: Spruce on black", f"text: {'Spruce on black ' * 8}")
    found = check(written(tmp_path, faint), editions=list(EDITIONS), select=["ACCESS001"])
    assert [one.editions for one in found] == [("office", "screen", "large-print", "press")]
    lines = {
        one.problem.message
        for name in EDITIONS
        for one in check(written(tmp_path, faint), editions=[name], select=["ACCESS001"])
    }
    assert len(lines) > 1
    path = written(tmp_path, f"flap:\n  - text: {'word ' * 900}\nback: [contact]\n")
    found = check(path, editions=["office", "press"], select=["FIT001"])
    assert [one.editions for one in found] == [("office", "press")]
    assert "the copy does not fit: panel flap runs over by " in found[0].problem.message


def test_editions_that_tell_another_figure_each_have_a_finding(tmp_path: Path) -> None:
    """With its own name, and beside the other."""
    found = check(written(tmp_path, COARSE), editions=["office", "large-print"], select=["PRINT"])
    assert [(one.problem.code, one.editions) for one in found] == [
        ("PRINT001", ("office",)),
        ("PRINT001", ("large-print",)),
    ]
    assert found[0].problem.message != found[1].problem.message
    said = report(found, "concise", {}).splitlines()
    assert [line.rpartition(" ")[2] for line in said] == ["(office)", "(large-print)"]


def test_two_breaches_at_one_place_are_two_findings() -> None:
    """What one edition tells twice is never made one, however alike it is."""
    where = Where(Source("a", "b"), 1)
    told = [Problem("FIT009", f"“{words}” is short", where) for words in ("a", "an")]
    found = [(one, "office") for one in told] + [(one, "screen") for one in reversed(told)]
    merged = checking._merged(found)
    assert [(one.problem, one.editions) for one in merged] == [
        (one, ("office", "screen")) for one in told
    ]


def test_rules_are_selected_and_ignored_by_code_or_beginning(tmp_path: Path) -> None:
    """A rule that is not wanted is not run."""
    path = written(tmp_path, FAINT + COARSE)
    assert {*codes(check(path))} == {"PRINT001", "ACCESS001", "ACCESS002"}
    assert codes(check(path, select=["PRINT001"])) == ["PRINT001"]
    assert {*codes(check(path, select=["ACCESS"]))} == {"ACCESS001", "ACCESS002"}
    assert codes(check(path, select=["ACCESS"], ignore=["ACCESS001"])) == ["ACCESS002"]
    assert {*codes(check(path, ignore=["ACCESS"]))} == {"PRINT001"}


def test_what_the_file_ignores_is_not_told(tmp_path: Path) -> None:
    """By a build neither: an error that is accepted stops nothing."""
    path = written(tmp_path, COARSE)
    assert codes(check(path, editions=["press"])) == ["PRESS007"]
    with pytest.raises(BrochureError, match="PRESS007"):
        build(path, tmp_path / "out", editions=["press"])
    assert not (tmp_path / "out").exists()
    accepted = written(tmp_path, "ignore: {PRESS007: the printer has seen it}\n" + COARSE)
    assert check(accepted, editions=["press"]) == []
    warnings: list[Problem] = []
    assert build(accepted, tmp_path / "out", editions=["press"], warnings=warnings)
    assert warnings == []


def test_a_code_that_no_rule_has_cannot_be_ignored(tmp_path: Path) -> None:
    """Told at its place, with the one that was meant; a build stops."""
    path = written(tmp_path, "ignore: {PRIMT001: why not}\n" + COARSE)
    found = check(path)[0]
    assert found.problem.code == "IGNORE001"
    assert found.problem.where
    assert (found.problem.where.line, found.problem.where.column) == (3, 10)
    assert found.problem.hint == "did you mean `PRINT001`?"
    with pytest.raises(BrochureError, match="IGNORE001"):
        build(path, tmp_path / "out")


@pytest.mark.parametrize("code", ["FIT001", "YAML001", "pic007"])
def test_what_keeps_a_brochure_from_being_made_cannot_be_ignored(tmp_path: Path, code: str) -> None:
    """Told as such, and not as a rule that there is not."""
    (found,) = check(written(tmp_path, f"ignore: {{{code}: x}}\n" + COARSE), select=["QR"])
    assert found.problem.code == "IGNORE003"
    message = f"`{code}` cannot be ignored: it keeps the brochure from being made"
    assert found.problem.message == message


def test_consent_cannot_be_ignored(tmp_path: Path) -> None:
    """Whatever the reason: nothing is built."""
    picture = "cover: [picture: {file: a.jpg, alt: A, patient: true}]\n"
    path = written(tmp_path, "ignore: {PRIVACY001: we said so}\n" + picture)
    assert check(path)[0].problem.code == "IGNORE003"
    with pytest.raises(BrochureError, match="IGNORE003"):
        build(path, tmp_path / "out")


def test_consent_cannot_be_left_out(tmp_path: Path) -> None:
    """By the command neither: a check that is told to ignore it fails all the same."""
    path = written(tmp_path, "cover: [picture: {file: a.jpg, alt: A, patient: true}]\n")
    assert "PRIVACY001" in codes(check(path, ignore=["PRIVACY", "PRIVACY001"]))
    assert "PRIVACY001" not in codes(check(path, select=["FIT"]))


def test_a_build_tells_of_the_words_where_there_is_no_layout(tmp_path: Path) -> None:
    """All errors at once, as a check has them."""
    copy = "cover: [picture: {file: a.jpg, alt: A, patient: true}]\n"
    path = written(tmp_path, f"{copy}flap:\n  - text: {'word ' * 900}\n")
    with pytest.raises(BrochureError) as caught:
        build(path, tmp_path / "out", editions=["office"])
    assert {one.code for one in caught.value.problems} == {"FIT001", "PRIVACY001"}


def test_a_build_of_another_day_is_judged_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that runs past midnight tells of a review that has become overdue."""
    path = written(tmp_path, "back: [contact]\n")
    path.write_text(path.read_text().replace("due: 2099-01-31", "due: 2026-11-25"))
    told = []
    for second in (1_795_564_799, 1_795_651_199):  # the last of 2026-11-24, and of the day after
        for later in (0, 1):
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(second + later))
            warnings: list[Problem] = []
            build(path, tmp_path / "out", editions=["office"], warnings=warnings)
            told.append([one.code for one in warnings if one.code.startswith("REVIEW")])
    assert told == [[], [], [], ["REVIEW002"]]


def test_a_build_returns_its_warnings(tmp_path: Path) -> None:
    """Each once; the files are written, also from what the process remembers."""
    path = written(tmp_path, COARSE)
    for _ in range(2):
        warnings: list[Problem] = []
        build(path, tmp_path / "out", editions=["office", "screen"], warnings=warnings)
        assert [problem.code for problem in warnings] == ["PRINT001"]
        assert warnings[0].severity is Severity.WARNING


def test_problems_of_the_file_are_findings(tmp_path: Path) -> None:
    """Of all editions, so of none by name; those of a layout name theirs."""
    (found,) = check(written(tmp_path, "bakc: [contact]\nback: [contact]\n"))
    assert (found.problem.code, found.editions) == ("FIELD001", ())
    overset = f"flap:\n  - text: {'word ' * 900}\nback: [contact]\n"
    found = check(written(tmp_path, overset), editions=["office", "large-print"], select=["FIT"])
    assert [(one.problem.code, one.editions) for one in found] == [("FIT001", ("office",))]


def test_copy_that_does_not_fit_is_judged_all_the_same(tmp_path: Path) -> None:
    """Its words, pictures and review need no page; what is ignored stays so."""
    copy = f"flap:\n  - text: {'It is painless. ' * 300}\nback: [contact]\n"
    path = written(tmp_path, copy)
    told = {one.problem.code: one.editions for one in check(path, select=["CLAIM", "PLAIN006"])}
    assert told == {
        "FIT001": ("office",),
        "CLAIM002": ("office", "screen"),
        "PLAIN006": ("office", "screen"),
    }
    assert {*codes(check(path, select=["PRINT"]))} == {"FIT001"}
    ignored = written(tmp_path, "ignore: {CLAIM002: it does not hurt}\n" + copy)
    assert {*codes(check(ignored, select=["CLAIM"]))} == {"FIT001"}


def test_a_character_without_a_glyph_is_pointed_at(tmp_path: Path) -> None:
    """Behind escapes and emphasis, on a later line."""
    copy = 'inside:\n  - text: "Caf\\u00e9 **is**\n      *so* \\U0001F600 good"\nback: [contact]\n'
    (found,) = check(written(tmp_path, copy), editions=["office"], select=["QR"])
    where = found.problem.where
    assert found.problem.code == "FONT001"
    assert where
    assert where.source.line(where.line)[where.column - 1 :][: where.length] == "\\U0001F600"


def test_checks_of_copy_are_those_that_ask_for_no_pages() -> None:
    """Each of them, and none that would look for what is not there."""
    copy = [one for one in CHECKS if "Manuscript" in one.check.__annotations__.values()]
    assert len(copy) > 10
    assert sorted(map(repr, copy)) == sorted(map(repr, COPY))
    assert copy == [one for one in CHECKS if one.LOOKS_AT is Evidence.COPY]
    assert all("Subject" in one.check.__annotations__.values() for one in {*CHECKS} - {*copy})


def test_a_picture_that_cannot_be_painted_hides_no_other_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages are judged as they are laid out, words as they are written."""

    def unpaintable(_: object) -> bytes:
        raise BrochureError(PROBLEM)

    def laid_out(*given: Any) -> Subject:
        return replace(prepared(*given), paint=unpaintable)

    monkeypatch.setattr(checking, "prepared", laid_out)
    path = written(tmp_path, COARSE.replace("Call us", "It is painless"))
    assert {*codes(check(path))} == {"PIC007", "PRINT001", "CLAIM002", "PLAIN007"}


def test_a_condition_that_cannot_be_had_is_a_finding(tmp_path: Path) -> None:
    """What needs neither inks nor painting is judged all the same."""
    path = written(tmp_path, "press: {profile: none.icc}\n" + COARSE)
    found = check(path, editions=["screen", "press"])
    told = [(one.problem.code, one.editions) for one in found]
    assert told == [("PRESS004", ("press",)), ("PRESS007", ("press",))]
    path.write_text(path.read_text().replace("Call us", "It is painless"))
    assert "CLAIM002" in codes(check(path, editions=["press"]))


def test_what_cannot_be_read_is_raised(tmp_path: Path) -> None:
    """A file that is not there, an edition that is none."""
    with pytest.raises(FileError):
        check(tmp_path / "none.yaml")
    with pytest.raises(FileError, match="no edition"):
        check(written(tmp_path, COARSE), editions=["ofice"])


def test_nothing_is_written(tmp_path: Path) -> None:
    """Neither beside the content nor where the command stands."""
    path = written(tmp_path, COARSE)
    before = sorted(tmp_path.rglob("*"))
    check(path, editions=list(EDITIONS))
    assert sorted(tmp_path.rglob("*")) == before
