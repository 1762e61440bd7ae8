"""Pictures: opened safely, set upright, color-managed, cropped to what matters, sized for print."""

from brochure.images.raster import Raster

__all__ = ["Raster"]
