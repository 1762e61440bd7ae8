"""Pictures: opened safely, set upright, color-managed, cropped to what matters, sized for print."""

from brochure.cache import Cache
from brochure.images.drawing import Drawing
from brochure.images.library import Library
from brochure.images.photo import Fitted, Photo
from brochure.images.raster import Raster
from brochure.images.tint import Tint

__all__ = ["Cache", "Drawing", "Fitted", "Library", "Photo", "Raster", "Tint"]
