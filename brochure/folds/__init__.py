"""How a sheet folds: which panels there are, how wide, in which order."""

from brochure.folds.catalogue import FOLDS, PAPERS, Crease, Fold, PanelRole, Paper, Slot
from brochure.folds.geometry import fold_lines, panel_rects

__all__ = [
    "FOLDS",
    "PAPERS",
    "Crease",
    "Fold",
    "PanelRole",
    "Paper",
    "Slot",
    "fold_lines",
    "panel_rects",
]
