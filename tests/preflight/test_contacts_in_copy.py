"""Numbers and addresses in the copy are the clinic's, and somebody can have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brochure.preflight.checks import contact
from brochure.problems import Source, Where
from brochure.reading.links import email, phone
from tests.preflight.subjects import codes, subject_of

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.preflight import Subject

PLACE = Where(Source("a.yaml", ""), 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call (210) 879-4809.", []),
        ("Call 210-879-4809 or +1 210 879 4809.", []),
        ("Call (210) 555-0100.", ["CONTACT001"]),
        ("Call 879-4809.", ["CONTACT002"]),
        ("Call (210) 879-4808.", ["CONTACT001"]),
        ("Call +44 20 7946 0958.", ["CONTACT001"]),
        ("Call (999) 879-4809.", ["CONTACT002"]),
        ("Call +1 210 879 480.", ["CONTACT002"]),
        ("[Call us](tel:+12108794808)", ["CONTACT001"]),
        ("[Call us](tel:+12108794809)", []),
        *(
            (f"Call {other} now.", ["CONTACT001"])
            for other in (
                "1-512-472-1235",
                "1.512.472.1235",
                "1-800-555-9999",
                "5124721235",
                "512/472-1235",
                "(512) 472 - 1235",
                "512\u00a0472\u00a01235",
                "512\u2011472\u20111235",
                "(512) 472\u20131235",
            )
        ),
        ("Call 1-210-879-4809, 210.879.4809, 2108794809 or 210\u2011879\u20114809.", []),
        ("Call 512-472-123 now.", ["CONTACT002"]),
        ("Call 1-512-472-12345 now.", ["CONTACT002"]),
        ("Of 1\u20133 visits, 4 - 6 weeks apart, in 2020\u20132026.", []),
        ("Open 2024-2026, 10/15/2025, at 9:30.", []),
        ("It costs $1,250.00, or 1 250 000 in all.", []),
        ("As 21 CFR 878.4430 says, ages 22 and over; day 1\u20132, 2025-10-15.", []),
        ("See https://example.org/12345678901 for more.", []),
        ("In an emergency call 911.", []),
        # A fax is another number; one that nobody can have is told all the same.
        ("Fax: (210) 879-4810.", []),
        ("Fax us at 210-879-4810, or call 210-879-4811.", ["CONTACT001"]),
        ("Fax (999) 879-4810.", ["CONTACT002"]),
        ("Call or fax 210-879-4810.", []),
        # An extension leads into the same house.
        ("Call (210) 879-4809 ext. 12, 210-879-4809 x12 or 210-879-4809x12.", []),
        ("Call 210-879-4808x12 now.", ["CONTACT001"]),
        ("[Call us](tel:+12108794809;ext=12)", []),
        # Letters are dialed by their keys.
        ("Call 1-800-FLOWERS.", ["CONTACT001"]),
        ("Call (800) 555-SKIN or 1-888-NEEDLING.", ["CONTACT001"] * 2),
        ("Call 1-800-AB.", []),
        ("A 200 MG-TABLETS pack, 800 CALORIES, COVID-19, SPF 30-50.", []),
        # What is no number at all.
        ("NPI 1356789012, License #12345678901, ISBN 9780131103627.", []),
        ("NPI number: 2108794808, Lic. No. 2108794808.", []),
        ("In 78209-1234; on 15.10.2025, 15-10-2025.", []),
        # A link leads where its words say.
        ("[(210) 879-4809](tel:+12108794808)", ["CONTACT005"]),
        ("[**(210)** 879-4809](tel:+12108794808)", ["CONTACT005"]),
        ("[(210) 879-4809](tel:+12108794809)", []),
        ("[210.879.4809](tel:2108794809)", []),
        ("[(512) 472-1235](tel:+15124721235)", ["CONTACT001"]),
        ("[1-800-FLOWERS](tel:+18003569377)", ["CONTACT001"]),
        ("[1-800-FLOWERS](tel:+18003569378)", ["CONTACT001", "CONTACT005"]),
    ],
)
def test_numbers_other_than_the_clinics_are_told(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    """However they are written; dates, sums and versions are no numbers."""
    subject = subject_of(tmp_path, f"back:\n  - text: >-\n      {text}\n")
    assert codes(contact, subject) == expected


def test_a_number_is_told_at_its_place(tmp_path: Path) -> None:
    """With the clinic's."""
    subject = subject_of(tmp_path, "back:\n  - text: Call us today, (210) 879-4808 it is.\n")
    (problem,) = contact.check(subject)
    assert problem.message == "“(210) 879-4808” is not the clinic's number, (210) 879-4809"
    assert problem.where
    assert (problem.where.line, problem.where.column, problem.where.length) == (4, 26, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to hello@example.com.", []),
        ("Write to Hello@Example.com, please.", []),
        ("Write to info@example.com.", ["CONTACT003"]),
        ("Write to hello@example.", ["CONTACT004"]),
        ("Write to hello@@example.com.", ["CONTACT004"]),
        ("Write to hello@example..com now.", ["CONTACT004"]),
        ("[Write](mailto:hello@example.com?subject=Hi)", []),
        ("[Write](mailto:info@example.com)", ["CONTACT003"]),
        ("[hello@example.com](mailto:info@example.com)", ["CONTACT005"]),
        ("[Hello@example.com](mailto:hello@example.com)", []),
        ("[info@example.com](mailto:hello@example.com)", ["CONTACT005", "CONTACT003"]),
        ("[our desk, **hello**@example.com](mailto:hello@example.com?subject=A)", []),
        ("Follow @theclinic, see www.example.org.", []),
    ],
)
def test_addresses_other_than_the_clinics_are_told(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    """Sites and handles are no mail addresses."""
    subject = subject_of(tmp_path, f"back:\n  - text: '{text}'\n")
    assert codes(contact, subject) == [
        code for code in expected if code in {"CONTACT004", "CONTACT005"}
    ]
    clinic = replace(subject.brochure.clinic, email=email("hello@example.com", PLACE))
    subject = replace(subject, brochure=replace(subject.brochure, clinic=clinic))
    assert codes(contact, subject) == expected


def test_a_spelled_number_is_the_clinics_by_its_keys(tmp_path: Path) -> None:
    """1-800-356-9377 spells FLOWERS; letters beyond its length are not dialed."""
    subject = subject_of(
        tmp_path, "back:\n  - text: Call 1-800-FLOWERS, (800) FLOWERSNOW or 1 800 FLOWERP now.\n"
    )
    clinic = replace(subject.brochure.clinic, phone=phone("1-800-356-9377", PLACE, "US"))
    subject = replace(subject, brochure=replace(subject.brochure, clinic=clinic))
    assert codes(contact, subject) == []  # P and S are on one key
    clinic = replace(clinic, phone=phone("1-800-FLOWERX", PLACE, "US"))
    subject = replace(subject, brochure=replace(subject.brochure, clinic=clinic))
    assert codes(contact, subject) == ["CONTACT001"] * 3


def test_a_link_is_mended_as_its_hint_says(tmp_path: Path) -> None:
    """In its place, nothing is told."""
    copy = "back:\n  - text: '[(210) 879-4809](tel:+12108794808)'\n"
    (problem,) = contact.check(subject_of(tmp_path, copy))
    assert problem.message == "the link “(210) 879-4809” leads to +12108794808"
    better = problem.hint.partition("`")[2].removesuffix("`")
    copy = f"back:\n  - text: '{better}'\n"
    assert codes(contact, subject_of(tmp_path, copy)) == []


def without_phone(folder: Path, language: str, text: str) -> Subject:
    """Return the subject of a clinic without a number whose back says `text`."""
    subject = subject_of(folder, f"back:\n  - text: {text}\n")
    clinic = replace(subject.brochure.clinic, phone=None)
    return replace(subject, brochure=replace(subject.brochure, clinic=clinic, language=language))


@pytest.mark.parametrize(("language", "expected"), [("en-GB", []), ("en-US", ["CONTACT002"])])
def test_without_a_number_of_its_own_a_clinic_has_no_other(
    tmp_path: Path, language: str, expected: list[str]
) -> None:
    """But one that nobody can have is told; home is where the language says."""
    subject = without_phone(tmp_path, language, "Call (020) 7946 0958.")
    assert codes(contact, subject) == expected


def test_days_and_years_are_no_numbers_anywhere(tmp_path: Path) -> None:
    """Where numbers have eight digits, too: 0202 is Wuppertal's area code."""
    subject = subject_of(tmp_path, "back:\n  - text: From 2025-10-15, as in 2019-2024.\n")
    berlin = phone("030 901820", PLACE, "DE")
    clinic = replace(subject.brochure.clinic, phone=berlin)
    subject = replace(subject, brochure=replace(subject.brochure, clinic=clinic))
    assert codes(contact, subject) == []
