"""YAML text and its places -> typed values, all problems in one run; knows no brochures."""

from brochure.reading.decode import MISSING, Decoder, Field, fields_of
from brochure.reading.load import load, load_file
from brochure.reading.nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.suggest import did_you_mean
from brochure.reading.wording import called, shown

__all__ = [
    "MISSING",
    "Decoder",
    "Field",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "called",
    "did_you_mean",
    "fields_of",
    "load",
    "load_file",
    "shown",
]
