"""Optics for the cover picture: a tilted camera, a plane of skin, drops that are lenses.

Lengths are pixels of the finished picture at the focus. The plane is z = 0; x points
right, y away from the viewer, z up. Directions are unit vectors on the last axis.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates

Array = NDArray[Any]
Color = tuple[float, float, float]

WATER = 1.333  # index of refraction
MIRRORED = ((WATER - 1) / (WATER + 1)) ** 2  # share that water reflects when met head-on
CONTACT = np.sin(np.radians(80.0))  # contact angle: beads that still wet the skin
REACH = 1.2  # a wobbling outline stays within this many radii
LIGHT_RAYS = 20  # directions sampled on each lamp
GOLDEN = np.pi * (3 - np.sqrt(5))  # spreads points evenly on a disc


def unit(vectors: Sequence[float] | Array) -> Array:
    """Vectors of length one."""
    v = np.asarray(vectors, np.float32)
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def refract(d: Array, n: Array) -> Array:
    """Directions d bent into water through a surface with normals n."""
    eta, cos = 1 / WATER, -np.sum(d * n, -1, keepdims=True)
    return eta * d + (eta * cos - np.sqrt(1 - eta**2 * (1 - cos**2))) * n


def fresnel(d: Array, n: Array) -> Array:
    """Share of light that water reflects (Schlick's approximation)."""
    return MIRRORED + (1 - MIRRORED) * np.clip(1 + np.sum(d * n, -1), 0, 1) ** 5


class Lamp(NamedTuple):
    """A lamp: where it is, its light on the skin, and its mirror image in the drops."""

    direction: tuple[float, float, float]
    color: Color
    power: float
    size: float  # radius of the lamp over its distance: softens shadows and caustics
    caustics: float  # how much of the gathered light is kept
    image: tuple[float, float, float]  # brightness, half width and half height in a mirror

    def rays(self) -> Array:
        """Directions to points spread over the lamp."""
        k = np.arange(LIGHT_RAYS) + 0.5
        r, a = self.size * np.sqrt(k / LIGHT_RAYS), k * GOLDEN
        main = unit(self.direction)
        side = unit(np.cross(main, (0, 0, 1)))
        across, along = (r * np.cos(a))[:, None] * side, (r * np.sin(a))[:, None]
        return unit(main + across + along * np.cross(side, main))


class Camera:
    """A pinhole over the plane: pixels to lines of sight, points to pixels."""

    def __init__(self, center: tuple[float, float], distance: float, tilt: float) -> None:
        """Look at the origin, seen at pixel `center`, with a tilt in degrees from above."""
        self.center, self.distance = center, distance
        sin, cos = np.sin(np.radians(tilt)), np.cos(np.radians(tilt))
        self.forward, self.up = np.array([0, sin, -cos]), np.array([0, cos, sin])
        self.eye = -self.forward * distance

    def look(self, px: Array | float, py: Array | float) -> tuple[Array, Array, Array, Array]:
        """Plane point (x, y) seen at a pixel, and how far (x, y) the line shifts a unit of z."""
        right, above = np.asarray(px) - self.center[0], self.center[1] - np.asarray(py)
        dy = self.forward[1] * self.distance + self.up[1] * above
        dz = self.forward[2] * self.distance + self.up[2] * above
        t = -self.eye[2] / dz
        return right * t, self.eye[1] + dy * t, right / dz, dy / dz

    def project(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Pixel of a point in space."""
        depth = 1 + (y * self.forward[1] + z * self.forward[2]) / self.distance
        lift = y * self.up[1] + z * self.up[2]
        return self.center[0] + x / depth, self.center[1] - lift / depth

    def defocus(self, py: Array) -> Array:
        """How far rows are from the plane of focus: 0 in focus, 1 at infinity."""
        y = self.look(self.center[0], py)[1]
        return np.abs(1 - 1 / (1 + y * self.forward[1] / self.distance))


class Plane:
    """The patch of skin that the camera sees, as a raster with `scale` texels a unit."""

    def __init__(self, camera: Camera, size: tuple[int, int], scale: float) -> None:
        """Cover a picture of `size` and a margin from which light may come in."""
        px, py = np.meshgrid((-60.0, size[0] + 60.0), (-60.0, size[1] + 60.0))
        xs, ys, _, _ = camera.look(px, py)
        self.x0, self.y0, self.scale = xs.min(), ys.min(), scale
        self.shape = (int(np.ptp(ys) * scale), int(np.ptp(xs) * scale))
        rows, cols = np.indices(self.shape, dtype=np.float32)
        self.x, self.y = cols / scale + np.float32(self.x0), rows / scale + np.float32(self.y0)

    def index(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Row and column of plane points."""
        return (y - self.y0) * self.scale, (x - self.x0) * self.scale

    def sample(self, image: Array, x: Array, y: Array) -> Array:
        """Colors of an image on the plane at given points."""
        at = self.index(x, y)
        bands = [map_coordinates(image[..., c], at, order=1, mode="nearest") for c in range(3)]
        return np.stack(bands, -1)

    def blur(self, image: Array, sigma: float) -> Array:
        """Gaussian blur by a length on the plane."""
        return gaussian_filter(image, sigma * self.scale, mode="nearest")

    def add(self, total: Array, x: Array, y: Array, weight: Array) -> None:
        """Drop weights into a raster at given points."""
        row, col = (np.rint(i).astype(int) for i in self.index(x, y))
        ok = (row >= 0) & (row < self.shape[0]) & (col >= 0) & (col < self.shape[1])
        np.add.at(total, (row[ok], col[ok]), weight[ok])


@dataclass(frozen=True)
class Drop:
    """A lens of water on the plane: center, radius, height over radius, outline."""

    x: float
    y: float
    radius: float
    lift: float
    wobble: Sequence[float]  # weights of four harmonics that bend the outline

    def height(self, x: Array, y: Array) -> Array:
        """Height of the surface over the plane; negative outside the drop."""
        u, v = (x - self.x) / self.radius, (y - self.y) / self.radius
        a, b, c, d = self.wobble
        uu, vv = u * u, v * v
        bend = a * (uu - vv) + b * 2 * u * v + c * u * (uu - 3 * vv) + d * v * (3 * uu - vv)
        out = np.minimum((uu + vv) * (1 + bend), 2.0)  # squared, 1 on the outline
        out = np.where(uu + vv < REACH**2, out, 2.0)  # far away the harmonics run wild
        rim = np.sqrt(1 - CONTACT**2)
        cap = np.sqrt(np.maximum(1 - CONTACT**2 * out, 1e-4)) - rim - np.maximum(out - 1, 0)
        return self.radius * self.lift / (1 - rim) * cap

    def normal(self, x: Array, y: Array) -> Array:
        """Normals of the surface."""
        e = 0.004 * self.radius
        gx = (self.height(x + e, y) - self.height(x - e, y)) / (2 * e)
        gy = (self.height(x, y + e) - self.height(x, y - e)) / (2 * e)
        return unit(np.stack([-gx, -gy, np.ones_like(gx)], -1))

    def hit(
        self, x: Array, y: Array, sx: Array | float, sy: Array | float, steps: int = 18
    ) -> tuple[Array, Array]:
        """Height where lines (x + sx z, y + sy z, z) enter the drop, and whether they do."""
        top = self.radius * self.lift * 1.03
        low, high = np.zeros_like(x), np.full_like(x, top)
        found = np.zeros(x.shape, bool)
        for z in np.linspace(top, 0, steps, dtype=np.float32):
            new = (self.height(x + sx * z, y + sy * z) > z) & ~found
            low[new], high[new] = z, z + top / (steps - 1)
            found |= new
        for _ in range(7):
            mid = (low + high) / 2
            inside = self.height(x + sx * mid, y + sy * mid) > mid
            low, high = np.where(inside, mid, low), np.where(inside, high, mid)
        return low, found


def cast(plane: Plane, drops: Iterable[Drop], lamp: Lamp, rng: np.random.Generator) -> Array:
    """A lamp's light on the plane behind the drops: shadows below 1, caustics above."""
    total = np.ones(plane.shape, np.float32)
    for drop in drops:
        for ray in lamp.rays():
            _cast_ray(total, plane, drop, ray, rng)
    total = plane.blur(total, 1.3)
    gathered = 0.75 * (total - 1) + 1.1 * np.maximum(total - 1.45, 0)
    return np.where(total > 1, 1 + lamp.caustics * gathered, np.maximum(total, 0))


def _cast_ray(total: Array, plane: Plane, drop: Drop, ray: Array, rng: np.random.Generator) -> None:
    """Move parallel light from where it would land to where the drop sends it."""
    sx, sy = ray[0] / ray[2], ray[1] / ray[2]
    reach, rise, step = drop.radius * REACH, drop.radius * drop.lift, 1 / plane.scale
    xs = np.arange(drop.x - reach - max(sx * rise, 0), drop.x + reach - min(sx * rise, 0), step)
    ys = np.arange(drop.y - reach - max(sy * rise, 0), drop.y + reach - min(sy * rise, 0), step)
    grid = np.stack(np.meshgrid(xs, ys)).reshape(2, -1)  # one ray a texel, jittered
    x, y = (grid + rng.uniform(-0.5, 0.5, grid.shape) * step).astype(np.float32)
    z, found = drop.hit(x, y, sx, sy, 12)
    x, y, z = x[found], y[found], z[found]
    n = drop.normal(x + sx * z, y + sy * z)
    t = refract(-ray[None, :], n)
    plane.add(total, x, y, np.full_like(x, -1 / LIGHT_RAYS))
    x, y = x + (sx - t[:, 0] / t[:, 2]) * z, y + (sy - t[:, 1] / t[:, 2]) * z
    plane.add(total, x, y, (1 - fresnel(-ray[None, :], n)) / LIGHT_RAYS)
