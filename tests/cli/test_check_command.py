"""`brochure check`: findings to standard output, exit codes as documented, nothing written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from brochure.cli import main
from brochure.preflight.checks import conformance
from brochure.preflight.every import RULES
from brochure.reports import FORMATS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def coarse(small: Path) -> Path:
    """Return the path of a content file of which one warning is told."""
    Image.new("RGB", (300, 300), "white").save(small.parent / "a.jpg")
    picture = "  - picture: {file: a.jpg, alt: Paper}\n"
    small.write_text(small.read_text().replace("reviewed:", f"{picture}reviewed:"))
    return small


def test_a_sound_file_exits_with_0(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says that nothing was found, in which editions."""
    assert main(["check", str(small), "--strict"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "nothing found (office, screen).\n"


def test_warnings_fail_only_where_they_are_to(
    coarse: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The finding on standard output, the count on standard error."""
    assert main(["check", str(coarse)]) == 0
    shown = capsys.readouterr()
    assert "content.yaml:14:21: warning[PRINT001]: a.jpg prints at " in shown.out
    assert (
        "   14 |   - picture: {file: a.jpg, alt: Paper}\n      |                     ^^^^^"
        in shown.out
    )
    assert "  hint: export it with " in shown.out
    assert "  in: office\n" in shown.out
    assert shown.err == "1 warning (office, screen).\n"
    assert main(["check", str(coarse), "--strict"]) == 1


def test_errors_exit_with_1(coarse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the edition that has them; of the file itself, too."""
    assert main(["check", str(coarse), "--edition", "press"]) == 1
    assert "error[PRESS007]" in capsys.readouterr().out
    coarse.write_text(coarse.read_text().replace("heading", "hedding"))
    assert main(["check", str(coarse)]) == 1
    shown = capsys.readouterr()
    assert "content.yaml:9:5: error[BLOCK002]: there is no block `hedding`" in shown.out
    assert shown.err == "1 error (office, screen).\n"


def test_wrong_usage_exits_with_2(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there; a code that no rule has, with the one that was meant."""
    assert main(["check", str(small.parent / "none.yaml")]) == 2
    assert main(["check", str(small), "--select", "PRIMT001"]) == 2
    shown = capsys.readouterr()
    assert "there is no rule `PRIMT001`\n  hint: did you mean `PRINT001`?" in shown.err
    assert main(["check", str(small), "--ignore", "x"]) == 2
    assert main(["check", "--explain", "nothing"]) == 2
    with pytest.raises(SystemExit) as caught:
        main(["check", str(small), "--format", "xml"])
    assert caught.value.code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_cannot_be_read_is_a_finding(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In each format, on standard output, without a place in it; the exit code says so, too."""
    missing = str(tmp_path / "none.yaml")
    assert main(["check", missing, "--format", form]) == 2
    shown = capsys.readouterr()
    assert shown.out.count(f"{missing} does not exist") == 1
    assert shown.err == "nothing was judged.\n"
    if form == "json":
        (found,) = json.loads(shown.out)["findings"]
        assert (found["code"], found["place"], found["editions"]) == ("FILE001", None, [])
    if form == "sarif":
        (result,) = json.loads(shown.out)["runs"][0]["results"]
        assert (result["ruleId"], result["level"]) == ("FILE001", "error")
        assert "locations" not in result
        assert json.loads(shown.out)["runs"][0]["tool"]["driver"]["rules"] == []
    if form == "github":
        assert shown.out.startswith("::error title=FILE001::")


def test_wrong_usage_is_no_finding(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is for whoever wrote the command; nothing was asked for that a report could tell."""
    as_json = ["check", str(small), "--format", "json"]
    assert main([*as_json, "--select", "PRIMT001"]) == 2
    with pytest.raises(SystemExit) as caught:
        main([*as_json, "--edition", "ofice"])
    assert caught.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "PRIMT001" in shown.err
    assert "ofice" in shown.err


def test_codes_are_chosen_with_commas_and_in_small_letters(
    coarse: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As they come to hand."""
    assert main(["check", str(coarse), "--strict", "--select", "fit003, print"]) == 1
    assert main(["check", str(coarse), "--strict", "--ignore", "print001"]) == 0
    assert main(["check", str(coarse), "--strict", "--select", "FIT", "--select", "ACCESS"]) == 0
    assert capsys.readouterr().out.count("PRINT001") == 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_asked_for(
    coarse: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each names the code and the file."""
    assert main(["check", str(coarse), "--format", form, "--ignore", "ACCESS"]) == 0
    said = capsys.readouterr().out
    assert "PRINT001" in said
    assert "content.yaml" in said
    if form == "sarif":
        (run,) = json.loads(said)["runs"]
        ids = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        assert ids == {code for code in RULES if not code.startswith("ACCESS")}


@pytest.mark.parametrize("code", ["YAML001", "FIT001", "pic007", "PROOF005"])
def test_a_code_that_no_rule_has_is_explained(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """When it is told, why, and how to mend it."""
    assert main(["check", "--explain", code]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{code.upper()} (error): ")
    assert "\nTold while " in said


def test_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """All of them without a code, some by what they begin with."""
    assert main(["check", "--explain"]) == 0
    said = capsys.readouterr().out
    assert all(f"  {code} " in said for code in (*RULES, "YAML001", "FIT001", "CHECK002"))
    assert main(["check", "--explain", "fit00"]) == 0
    assert capsys.readouterr().out.count("FIT00") == 9


def test_an_unknown_code_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """Of all codes where one is to be explained, of rules where one is chosen."""
    assert main(["check", "--explain", "YAMML001"]) == 2
    assert capsys.readouterr().err.startswith(
        "error[CHECK001]: there is no code `YAMML001`\n  hint: did you mean `YAML001`?\n"
    )


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["FIT001", "YAML", "fold002"])
def test_what_keeps_a_brochure_from_being_made_cannot_be_chosen(
    small: Path, option: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which is another thing than a code that there is not."""
    assert main(["check", str(small), option, code]) == 2
    message = f"`{code.upper()}` can be neither selected nor ignored: it keeps the brochure from "
    assert f"error[CHECK002]: {message}being made\n" in capsys.readouterr().err
    assert main(["check", str(small), option, "FIT"]) == 0  # there are rules, too


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What it wants, where it holds, why, and from where."""
    assert main(["check", "--explain", code.lower()]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{code} (")
    assert "Holds for " in said
    assert "Source: " in said


def test_changes_are_judged_as_they_are_built(small: Path) -> None:
    """With --set."""
    assert main(["check", str(small), "--strict", "--set", "paper=a4"]) == 0
    vague = "inside.1.text=Look [here](https://example.org)"
    judged = ["check", str(small), "--strict", "--select", "ACCESS003"]
    assert main(judged) == 0
    assert main([*judged, "--set", vague]) == 1


def test_validators_that_are_missing_are_told(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where they would have been asked."""
    monkeypatch.setattr(conformance, "find_spec", lambda _: None)
    assert main(["check", str(small)]) == 0
    said = "Not checked: conformance. It needs page-validation and outloud.\n"
    assert capsys.readouterr().err.endswith(said)
    assert main(["check", str(small), "--select", "FIT"]) == 0
    assert said not in capsys.readouterr().err


def test_a_build_counts_its_warnings(
    coarse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line that says how to read them; a quiet one says nothing."""
    out = ["--out", str(tmp_path / "out")]
    assert main(["build", str(coarse), *out, "--edition", "office"]) == 0
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == f"1 warning: `brochure check {coarse} --edition office` tells it."
    assert main(["build", str(coarse), *out, "--set", "title=A B", "--edition", "office"]) == 0
    last = capsys.readouterr().err.splitlines()[-1]
    command = f"brochure check {coarse} --set 'title=A B' --edition office"
    assert last == f"1 warning: `{command}` tells it."
    assert main(["build", str(coarse), *out, "--quiet"]) == 0
    assert capsys.readouterr().err == ""
