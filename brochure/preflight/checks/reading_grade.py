"""Each section reads easily: English at grade 8 or below, Spanish at 55 or above on INFLESZ.

Patients who are worried, or read in their second language, give up before they ask. The grade of an
English section is the higher of two formulas, both of sentences' and words' lengths, so that one
sees what the other misses:

    Flesch-Kincaid  0.39 words/sentences + 11.8 syllables/words - 15.59
    SMOG            1.0430 sqrt(30 polysyllables/sentences) + 3.1291
    INFLESZ         206.835 - 62.3 syllables/words - words/sentences, the higher the easier

Both need text: under 100 words one long name decides, so a short section is told only where it is
far over (grade 12, 40 on INFLESZ), with low confidence. All sections together are judged as well,
since a brochure may be made of nothing but short ones. A formula knows nothing of sense: take it
for a warning light, not for a mark to write to.

Source: AMA (grade 6) and NIH (grades 6 to 8) on patient education; Kincaid 1975; McLaughlin 1969;
Barrio-Cantalejo 2008 for INFLESZ, "normal" from 55, "very hard" under 40.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from brochure.preflight.by_text import known
from brochure.preflight.prose import language_of, sections
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.preflight.syllables import english, spanish
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from brochure.preflight.manuscript import Manuscript
    from brochure.preflight.prose import Language, Sentence
    from brochure.problems import Problem

GRADE = Rule("PLAIN001", Severity.WARNING, "English that reads above grade 8")
INFLESZ = Rule("PLAIN002", Severity.WARNING, "Spanish that reads below 55 on INFLESZ")
CODES = (GRADE, INFLESZ)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

CONFIDENT = 100  # words
_LEAST = 30  # words: of fewer nothing can be said at all (SMOG was made for 30 sentences)
_MOST_GRADE, _FAR_GRADE = 8.0, 12.0
_LEAST_EASE, _FAR_EASE = 55.0, 40.0
_POLYSYLLABLE = 3  # syllables
_NAMED = 3  # hard words in a hint


class Tally(msgspec.Struct, frozen=True):
    """What formulas count in a text: sentences, words, syllables, words of three and more."""

    sentences: int
    words: int
    syllables: int
    polysyllables: int

    @property
    def flesch_kincaid(self) -> float:
        """The grade of Flesch and Kincaid."""
        per_word = self.syllables / self.words
        return 0.39 * self.words / self.sentences + 11.8 * per_word - 15.59

    @property
    def smog(self) -> float:
        """The grade of SMOG."""
        return 1.0430 * math.sqrt(30 * self.polysyllables / self.sentences) + 3.1291

    @property
    def inflesz(self) -> float:
        """The ease of Szigriszt and Pazos, as INFLESZ grades it."""
        return 206.835 - 62.3 * self.syllables / self.words - self.words / self.sentences


def tally(sentences: Sequence[Sentence], syllables: Callable[[str], int]) -> Tally:
    """Return what is counted in `sentences`; one without a word counts as none."""
    counts = [counted for one in sentences if (counted := _counted(one, syllables))]
    flat = [count for counted in counts for count in counted]
    hard = sum(count >= _POLYSYLLABLE for count in flat)
    return Tally(len(counts), len(flat), sum(flat), hard)


def _counted(sentence: Sentence, syllables: Callable[[str], int]) -> tuple[int, ...]:
    """Return the syllables of each word."""
    key = ("syllables", syllables.__name__, sentence.text)
    return known(key, lambda: tuple(map(syllables, sentence.words)))


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each section, and for the whole, that reads with difficulty."""
    language = language_of(manuscript.brochure)
    if language is None:
        return
    found = [(part.called, part.sentences) for part in sections(manuscript) if part.sentences]
    if len(found) > 1:
        whole = tuple(sentence for _, together in found for sentence in together)
        found.insert(0, ("the copy as a whole", whole))
    for called, sentences in found:
        yield from _judged(called, sentences, language)


def _judged(called: str, sentences: Sequence[Sentence], language: Language) -> Iterator[Problem]:
    counted = tally(sentences, english if language == "en" else spanish)
    if counted.words < _LEAST:
        return
    sure = counted.words >= CONFIDENT
    doubt = "" if sure else f"; low confidence, of {counted.words} words"
    where = sentences[0].place()
    if language == "en":
        grades = f"Flesch-Kincaid {counted.flesch_kincaid:.1f}, SMOG {counted.smog:.1f}"
        if max(counted.flesch_kincaid, counted.smog) > (_MOST_GRADE if sure else _FAR_GRADE):
            grade = max(counted.flesch_kincaid, counted.smog)
            message = f"{called} reads at grade {grade:.1f}, over 8 ({grades}{doubt})"
            yield GRADE.broken(message, where, _hint(sentences, english))
    elif counted.inflesz < (_LEAST_EASE if sure else _FAR_EASE):
        message = f"{called} reads at {counted.inflesz:.0f} on INFLESZ, under 55{doubt}"
        yield INFLESZ.broken(message, where, _hint(sentences, spanish))


def _hint(sentences: Sequence[Sentence], syllables: Callable[[str], int]) -> str:
    """Return how to mend it, with the words that weigh most."""
    weights: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence.words:
            if (count := syllables(word)) >= _POLYSYLLABLE:
                weights[word.casefold()] = weights.get(word.casefold(), 0) + count
    heaviest = sorted(weights, key=lambda word: (-weights[word], word))[:_NAMED]
    listed = ", ".join(f"“{word}”" for word in heaviest)
    advice = "make sentences shorter, and say it in everyday words"
    return f"{advice}; what weighs most is {listed}" if heaviest else advice
