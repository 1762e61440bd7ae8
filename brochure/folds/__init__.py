"""How a sheet folds: which panels there are, how wide, in which order."""

from brochure.folds.catalogue import FOLDS, Crease, Fold, PanelRole, Slot
from brochure.folds.geometry import cross_folds, fold_lines, panel_rects, placing
from brochure.folds.papers import PAPERS, Paper
from brochure.folds.setting_up import set_up

__all__ = [
    "FOLDS",
    "PAPERS",
    "Crease",
    "Fold",
    "PanelRole",
    "Paper",
    "Slot",
    "cross_folds",
    "fold_lines",
    "panel_rects",
    "placing",
    "set_up",
]
