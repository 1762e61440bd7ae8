"""What a brochure looks like: faces, sizes, colors and spaces by role, one YAML a theme."""

from brochure.themes.scaling import scaled, set_at
from brochure.themes.theme import THEMES, PanelStyle, TextStyle, Theme, load_theme

__all__ = ["THEMES", "PanelStyle", "TextStyle", "Theme", "load_theme", "scaled", "set_at"]
