"""Render the cover picture: dewy skin in soft light, drops gathering below.

A small physically minded renderer. The skin is a plane with fine relief, seen by
a tilted camera; the drops are real lenses on it: light is traced through them
onto the skin (shadows and caustics) and sight is traced through them back to it
(refraction). Run ``python assets/make/cover.py [--scale 0.5] [--out FILE]``.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates
from scipy.signal import fftconvolve
from scipy.spatial import cKDTree

Array = NDArray[np.float32]

WIDTH, HEIGHT, DPI = 1260, 2640, 300  # panel with bleed, in pixels at print size
SEED = 11
FOCUS = (0.50, 0.715)  # where the optical axis meets the skin, as a share of the picture

# Camera. Lengths are in pixels at the focus. A long lens keeps the perspective calm.
TILT = np.radians(46.0)  # from straight down: drops show their height, the top recedes
DISTANCE = 7000.0
APERTURE = 85.0  # blur radius = APERTURE * defocus
BLUR_RADII = (0.0, 1.5, 3.0, 6.0, 12.0, 22.0)

# Lights: direction to the light (x right, y away from the viewer, z up) and color.
KEY_DIR, KEY_COLOR, KEY_SIZE = (-0.56, 0.52, 0.60), (1.00, 0.95, 0.88), 0.11
FILL_DIR, FILL_COLOR, FILL_SIZE = (0.72, -0.42, 0.50), (0.50, 0.72, 0.72), 0.28
KEY_POWER, FILL_POWER, SKY_POWER = 0.70, 0.13, 0.27
SKY_COLOR = (1.0, 0.965, 0.93)
ALBEDO = (0.83, 0.585, 0.445)  # porcelain to peach
SCATTER = ((12.0, 5.0, 3.0), 0.55)  # subsurface blur of red, green, blue; its share

WATER = 1.333
F0 = ((WATER - 1) / (WATER + 1)) ** 2
SUPERSAMPLE = 3  # rays per pixel side inside the drops
LIGHT_RAYS = 20  # directions sampled per area light

# The drops: x, y in percent of the picture, radius in pixels, lift (height / radius).
DROPS: tuple[tuple[float, float, float, float], ...] = (
    (61.0, 70.5, 168, 0.62),
    (29.0, 79.5, 112, 0.66),
    (79.0, 81.0, 84, 0.68),
    (84.5, 61.8, 70, 0.70),
    (52.0, 83.2, 58, 0.70),
    (35.0, 70.0, 44, 0.72),
    (22.0, 89.5, 78, 0.68),
    (62.0, 91.5, 124, 0.62),
    (88.0, 90.0, 50, 0.70),
    (72.5, 57.2, 36, 0.72),
    (90.0, 73.5, 40, 0.72),
    (14.0, 73.8, 34, 0.72),
    (43.5, 76.3, 24, 0.74),
    (41.0, 89.0, 34, 0.72),
    (64.5, 79.2, 26, 0.74),
    (57.0, 62.4, 26, 0.74),
    (86.0, 54.2, 24, 0.74),
    (38.0, 96.0, 46, 0.70),
)
MISTED = 190  # tiny drops tried around them
CONTACT = np.sin(np.radians(76.0))  # contact angle: beads that still wet the skin


@dataclass(frozen=True)
class Drop:
    """A lens of water: center and radius on the plane, height, outline harmonics."""

    x: float
    y: float
    radius: float
    lift: float
    wobble: tuple[float, float, float, float]

    def height(self, x: Array, y: Array) -> Array:
        """Height of the surface over the plane; negative outside the drop."""
        u, v = (x - self.x) / self.radius, (y - self.y) / self.radius
        a, b, c, d = self.wobble  # harmonic polynomials bend the outline smoothly
        uu, vv = u * u, v * v
        bend = a * (uu - vv) + b * 2 * u * v + c * u * (uu - 3 * vv) + d * v * (3 * uu - vv)
        rho2 = np.minimum((uu + vv) * (1 + bend), 2.0)
        rim = np.sqrt(1 - CONTACT**2)
        cap = np.sqrt(np.maximum(1 - CONTACT**2 * rho2, 1e-4)) - rim - np.maximum(rho2 - 1, 0)
        return (self.radius * self.lift / (1 - rim)) * cap

    def normal(self, x: Array, y: Array) -> Array:
        """Unit normal of the surface, last axis x, y, z."""
        e = 0.004 * self.radius
        gx = (self.height(x + e, y) - self.height(x - e, y)) / (2 * e)
        gy = (self.height(x, y + e) - self.height(x, y - e)) / (2 * e)
        return unit(np.stack([-gx, -gy, np.ones_like(gx)], -1))

    def hit(
        self, x: Array, y: Array, sx: Array, sy: Array, steps: int = 18
    ) -> tuple[Array, NDArray]:
        """Height at which lines through (x, y, 0) with slope (sx, sy) per z meet the drop."""
        top = self.radius * self.lift * 1.03
        low, high = np.zeros_like(x), np.full_like(x, top)
        found = np.zeros(x.shape, bool)
        for z in np.linspace(top, 0, steps, dtype=np.float32):
            inside = self.height(x + sx * z, y + sy * z) > z
            new = inside & ~found
            low[new], high[new] = z, z + top / (steps - 1)
            found |= inside
        for _ in range(7):
            mid = (low + high) / 2
            inside = self.height(x + sx * mid, y + sy * mid) > mid
            low, high = np.where(inside, mid, low), np.where(inside, high, mid)
        return low, found


class Camera:
    """A pinhole over the plane; maps pixels to plane points and back lines of sight."""

    def __init__(self) -> None:
        self.forward = np.array([0, np.sin(TILT), -np.cos(TILT)])
        self.up = np.array([0, np.cos(TILT), np.sin(TILT)])
        self.eye = -self.forward * DISTANCE

    def look(self, px: Array, py: Array) -> tuple[Array, Array, Array, Array]:
        """Plane point (x, y) seen at a pixel, and the line's slope (sx, sy) per unit z."""
        a, b = px - FOCUS[0] * WIDTH, FOCUS[1] * HEIGHT - py
        dx = a
        dy = self.forward[1] * DISTANCE + self.up[1] * b
        dz = self.forward[2] * DISTANCE + self.up[2] * b
        t = -self.eye[2] / dz
        return a * t, self.eye[1] + dy * t, dx / dz, dy / dz

    def depth(self, y: Array) -> Array:
        """Distance along the axis, 1 at the focus."""
        return 1 + y * self.forward[1] / DISTANCE

    def project(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Pixel of a point in space."""
        depth = 1 + (y * self.forward[1] + z * self.forward[2]) / DISTANCE
        lift = y * self.up[1] + z * self.up[2]
        return FOCUS[0] * WIDTH + x / depth, FOCUS[1] * HEIGHT - lift / depth


class Plane:
    """The patch of skin the camera sees, as a raster with `scale` texels per unit."""

    def __init__(self, camera: Camera, scale: float) -> None:
        corners = [
            camera.look(np.float64(px), np.float64(py))[:2]
            for px in (-60, WIDTH + 60)
            for py in (-60, HEIGHT + 60)
        ]
        xs, ys = zip(*corners, strict=True)
        self.x0, self.y0, self.scale = min(xs), min(ys), scale
        self.shape = (int((max(ys) - self.y0) * scale), int((max(xs) - self.x0) * scale))
        rows, cols = np.indices(self.shape, dtype=np.float32)
        self.x, self.y = cols / scale + np.float32(self.x0), rows / scale + np.float32(self.y0)

    def index(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Row and column of plane points."""
        return (y - self.y0) * self.scale, (x - self.x0) * self.scale

    def sample(self, image: Array, x: Array, y: Array) -> Array:
        """Colors of an image on the plane at given points."""
        at = self.index(x, y)
        return np.stack(
            [map_coordinates(image[..., c], at, order=1, mode="nearest") for c in range(3)], -1
        )

    def blur(self, image: Array, sigma: float) -> Array:
        """Gaussian blur by a length in plane units."""
        return gaussian_filter(image, sigma * self.scale, mode="nearest")


def unit(v: Array) -> Array:
    """Vectors of length one."""
    v = np.asarray(v, np.float32)
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def smooth(low: float, high: float, x: Array) -> Array:
    """Smooth step from 0 at low to 1 at high."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def refract(d: Array, n: Array) -> Array:
    """Directions d bent into water through a surface with normals n."""
    eta, cos = 1 / WATER, -np.sum(d * n, -1, keepdims=True)
    return eta * d + (eta * cos - np.sqrt(1 - eta**2 * (1 - cos**2))) * n


def fresnel(d: Array, n: Array) -> Array:
    """Share of light reflected (Schlick)."""
    return F0 + (1 - F0) * np.clip(1 + np.sum(d * n, -1), 0, 1) ** 5


def noise(plane: Plane, size: float, rng: np.random.Generator) -> Array:
    """Smooth noise with unit deviation and features of a given size."""
    coarse = tuple(int(n / plane.scale / size) + 4 for n in plane.shape)
    values = rng.standard_normal(coarse).astype(np.float32)
    at = (plane.y - plane.y0) / size + 1, (plane.x - plane.x0) / size + 1
    return map_coordinates(values, at, order=3, mode="nearest")


def furrows(plane: Plane, cell: float, width: float, rng: np.random.Generator) -> Array:
    """Lines between polygons (0 on the plateaus, up to 1 in a furrow), uneven in depth."""
    angle, stretch = np.radians(28), 1.35  # skin lines run mostly one way
    x = plane.x + cell * 0.22 * noise(plane, cell * 0.9, rng)
    y = plane.y + cell * 0.22 * noise(plane, cell * 0.9, rng)
    u, v = (x * np.cos(angle) + y * np.sin(angle)) / stretch, y * np.cos(angle) - x * np.sin(angle)
    gu, gv = np.meshgrid(
        np.arange(u.min() - cell, u.max() + cell, cell),
        np.arange(v.min() - cell, v.max() + cell, cell),
    )
    seeds = np.stack([gu, gv], -1).reshape(-1, 2) + rng.uniform(-0.46, 0.46, (gu.size, 2)) * cell
    dist, near = cKDTree(seeds).query(np.stack([u, v], -1).reshape(-1, 2), k=2)
    apart = np.linalg.norm(seeds[near[:, 0]] - seeds[near[:, 1]], axis=1)
    edge = (dist[:, 1] ** 2 - dist[:, 0] ** 2) / (2 * apart)
    depth = 0.35 + 0.65 * ((near[:, 0] * 7919 + near[:, 1] * 7919) % 101) / 100
    return (depth * np.exp(-((edge / width) ** 2))).reshape(plane.shape).astype(np.float32)


def pores(plane: Plane, rng: np.random.Generator) -> Array:
    """Small round dimples, sparse."""
    field = np.zeros(plane.shape, np.float32)
    count = int(plane.shape[0] * plane.shape[1] / plane.scale**2 / 95**2)
    rows = rng.uniform(0, plane.shape[0] - 1, count).astype(int)
    cols = rng.uniform(0, plane.shape[1] - 1, count).astype(int)
    field[rows, cols] = rng.uniform(0.4, 1, count)
    sigma = 4.2
    return plane.blur(field, sigma) * 2 * np.pi * (sigma * plane.scale) ** 2


def skin_relief(plane: Plane, rng: np.random.Generator) -> Array:
    """Height of the skin's micro-relief in plane units."""
    lines = furrows(plane, 33, 3.8, rng)
    fine = furrows(plane, 13, 2.2, rng)
    pillow = plane.blur(lines, 7)
    relief = -2.6 * lines - 3.4 * pillow - 0.75 * fine - 2.2 * pores(plane, rng)
    return plane.blur(relief + 0.10 * noise(plane, 3.0, rng) + 1.6 * noise(plane, 70, rng), 0.9)


def light_directions(direction: tuple[float, ...], size: float) -> Array:
    """Directions spread over an area light (a sunflower disc)."""
    k = np.arange(LIGHT_RAYS) + 0.5
    r, a = size * np.sqrt(k / LIGHT_RAYS), k * 2.39996
    main = unit(direction)
    side = unit(np.cross(main, (0, 0, 1)))
    return unit(
        main + (r * np.cos(a))[:, None] * side + (r * np.sin(a))[:, None] * np.cross(side, main)
    )


def cast(
    plane: Plane,
    drops: list[Drop],
    direction: tuple[float, ...],
    size: float,
    rng: np.random.Generator,
) -> Array:
    """Light on the plane after passing the drops: shadows below 1, caustics above."""
    total = np.ones(plane.shape[0] * plane.shape[1], np.float32)
    step = 1 / plane.scale
    for drop in drops:
        for light in light_directions(direction, size):
            sx, sy = light[0] / light[2], light[1] / light[2]
            reach, rise = drop.radius * 1.2, drop.radius * drop.lift
            xs = np.arange(
                drop.x - reach - max(sx * rise, 0), drop.x + reach - min(sx * rise, 0), step
            )
            ys = np.arange(
                drop.y - reach - max(sy * rise, 0), drop.y + reach - min(sy * rise, 0), step
            )
            x, y = (g.astype(np.float32).ravel() for g in np.meshgrid(xs, ys))
            x += rng.uniform(-0.5, 0.5, x.shape).astype(np.float32) * step
            y += rng.uniform(-0.5, 0.5, y.shape).astype(np.float32) * step
            z, found = drop.hit(x, y, sx, sy, 12)
            x, y, z = x[found], y[found], z[found]
            n = drop.normal(x + sx * z, y + sy * z)
            t = refract(-light[None, :], n)
            share = 1 - fresnel(-light[None, :], n)
            qx, qy = x + sx * z - t[:, 0] / t[:, 2] * z, y + sy * z - t[:, 1] / t[:, 2] * z
            for ax, ay, weight in ((x, y, -np.ones_like(x)), (qx, qy, share)):
                row, col = (np.rint(i).astype(int) for i in plane.index(ax, ay))
                ok = (row >= 0) & (row < plane.shape[0]) & (col >= 0) & (col < plane.shape[1])
                np.add.at(total, row[ok] * plane.shape[1] + col[ok], weight[ok] / LIGHT_RAYS)
    return plane.blur(total.reshape(plane.shape), 1.3)


def shade_skin(
    plane: Plane, camera: Camera, drops: list[Drop], rng: np.random.Generator
) -> tuple[Array, Array]:
    """Diffuse light leaving the skin, and the dewy sheen on it as the camera sees it."""
    relief = skin_relief(plane, rng)
    gy, gx = np.gradient(relief, 1 / plane.scale)
    normal = unit(np.stack([-gx, -gy, np.ones_like(gx)], -1))
    view = unit(camera.eye - np.stack([plane.x, plane.y, np.zeros_like(plane.x)], -1))
    hollow = np.clip(1 + 0.055 * (relief - plane.blur(relief, 9)), 0.5, 1.15)
    light = SKY_POWER * np.array(SKY_COLOR, np.float32) * hollow[..., None]
    sheen = np.zeros_like(light)
    lamps = (
        (KEY_DIR, KEY_COLOR, KEY_SIZE, KEY_POWER),
        (FILL_DIR, FILL_COLOR, FILL_SIZE, FILL_POWER),
    )
    for direction, color, size, power in lamps:
        to_light = unit(direction)
        passed = cast(plane, drops, direction, size, rng)
        pool = 0.64 + 0.42 * np.exp(-((plane.x + 350) ** 2 + (plane.y - 900) ** 2) / 1500**2)
        passed *= pool
        lit = np.maximum(normal @ to_light, 0) / to_light[2] * passed
        half = np.maximum(np.sum(normal * unit(view + to_light), -1), 0)
        gloss = 0.13 * half**10 + 0.34 * half**70
        light = light + power * np.array(color, np.float32) * lit[..., None]
        sheen += (
            power
            * np.array(color, np.float32)
            * (gloss * np.minimum(passed, 1.2) * hollow)[..., None]
        )
    sigmas, share = SCATTER
    for c, sigma in enumerate(sigmas):
        light[..., c] = (1 - share) * light[..., c] + share * plane.blur(light[..., c], sigma)
    tone = 1 + 0.018 * noise(plane, 160, rng)[..., None] * np.array([0.2, 1.0, 1.2], np.float32)
    return light * tone * np.array(ALBEDO, np.float32), sheen


def surroundings(d: Array) -> Array:
    """The studio a drop mirrors: warm sky, a softbox, a cool strip, skin below."""
    sky = np.array(SKY_COLOR) * (0.35 + 0.5 * smooth(-0.1, 0.9, d[..., 2]))[..., None]
    sky = np.where(d[..., 2:] < 0, np.array(ALBEDO) * 0.8, sky)
    for direction, color, power, wide, tall in (
        (KEY_DIR, KEY_COLOR, 60, 0.12, 0.18),
        (FILL_DIR, FILL_COLOR, 10, 0.50, 0.10),
    ):
        main = unit(direction)
        side = unit(np.cross((0, 0, 1), main))
        ahead = d @ main
        a, b = (
            np.abs(d @ side) / np.maximum(ahead, 1e-3),
            np.abs(d @ np.cross(main, side)) / np.maximum(ahead, 1e-3),
        )
        box = (
            smooth(wide * 1.15, wide * 0.85, a) * smooth(tall * 1.15, tall * 0.85, b) * (ahead > 0)
        )
        sky = sky + power * np.array(color) * box[..., None]
    return sky.astype(np.float32)


def paint_drop(
    image: Array, drop: Drop, camera: Camera, plane: Plane, diffuse: Array, scale: float
) -> None:
    """Trace the lines of sight that meet one drop and lay the result over the image."""
    reach = np.array([-1.2, 1.2]) * drop.radius
    gx, gy, gz = np.meshgrid(drop.x + reach, drop.y + reach, [0, drop.radius * drop.lift])
    px, py = camera.project(gx, gy, gz)
    x0, x1 = max(int(px.min() * scale), 0), min(int(px.max() * scale) + 2, image.shape[1])
    y0, y1 = max(int(py.min() * scale), 0), min(int(py.max() * scale) + 2, image.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    k = SUPERSAMPLE
    sub = (np.arange(max(x1 - x0, y1 - y0) * k) + 0.5) / k
    cols, rows = np.meshgrid(
        (x0 + sub[: (x1 - x0) * k]) / scale, (y0 + sub[: (y1 - y0) * k]) / scale
    )
    x, y, sx, sy = (a.astype(np.float32) for a in camera.look(cols, rows))
    z, found = drop.hit(x, y, sx, sy)
    x, y = x + sx * z, y + sy * z
    n = drop.normal(x, y)
    d = unit(np.stack([-sx, -sy, -np.ones_like(sx)], -1))
    t = refract(d, n)
    below = plane.sample(diffuse, x - t[..., 0] / t[..., 2] * z, y - t[..., 1] / t[..., 2] * z)
    mirror = fresnel(d, n)[..., None]
    seen = below * (1 - mirror) + mirror * surroundings(
        d - 2 * np.sum(d * n, -1, keepdims=True) * n
    )
    cover = found[..., None].astype(np.float32)
    boxes = (
        np.concatenate([seen * cover, cover], -1).reshape(y1 - y0, k, x1 - x0, k, 4).mean((1, 3))
    )
    image[y0:y1, x0:x1] = image[y0:y1, x0:x1] * (1 - boxes[..., 3:]) + boxes[..., :3]


def place_drops(camera: Camera, rng: np.random.Generator) -> list[Drop]:
    """The composed drops and a sparse mist between them, far to near."""

    def drop(px: float, py: float, radius: float, lift: float) -> Drop:
        x, y, _, _ = camera.look(np.float64(px), np.float64(py))
        a = rng.normal(0, 0.035, 4) * (0.6 + 0.4 * min(radius / 100, 1))
        return Drop(float(x), float(y), radius, lift, tuple(a))

    drops = [drop(px / 100 * WIDTH, py / 100 * HEIGHT, r, lift) for px, py, r, lift in DROPS]
    for _ in range(MISTED):
        r = min(5 + rng.pareto(2.2) * 4.5, 17)
        px, py = rng.uniform(0, WIDTH), HEIGHT * (1 - 0.46 * rng.beta(1.15, 1.7))
        new = drop(px, py, r, 0.74)
        if all(
            np.hypot(new.x - o.x, new.y - o.y) > new.radius * 2.2 + o.radius * 1.12 for o in drops
        ):
            drops.append(new)
    return sorted(drops, key=lambda o: -o.y)


def defocus(image: Array, camera: Camera, scale: float) -> Array:
    """Blur rows by their distance from the plane of focus, with round highlights."""
    rows = np.arange(image.shape[0], dtype=np.float64) / scale
    _, y, _, _ = camera.look(np.full_like(rows, WIDTH / 2), rows)
    radius = np.maximum(APERTURE * np.abs(1 - 1 / camera.depth(y)) - 0.8, 0)
    level = np.interp(radius, BLUR_RADII, np.arange(len(BLUR_RADII)))
    result = np.zeros_like(image)
    for i, size in enumerate(BLUR_RADII):
        weight = np.clip(1 - np.abs(level - i), 0, 1)
        if weight.max() <= 0:
            continue
        r = size * scale
        grid = np.arange(-int(r) - 1, int(r) + 2)
        disc = np.clip(r + 0.5 - np.hypot(*np.meshgrid(grid, grid)), 0, 1)
        pad = len(grid) // 2
        padded = np.pad(image, ((pad, pad), (pad, pad), (0, 0)), mode="reflect")
        soft = np.stack(
            [fftconvolve(padded[..., c], disc / disc.sum(), mode="valid") for c in range(3)], -1
        )
        result += weight[:, None, None].astype(np.float32) * soft.astype(np.float32)
    return result


def develop(light: Array) -> NDArray[np.uint8]:
    """Exposure, a soft shoulder, sRGB."""
    x = light * 1.0
    x = np.where(x < 0.6, x, 0.6 + 0.4 * (1 - np.exp(-(x - 0.6) / 0.4)))
    srgb = np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.maximum(x, 1e-6) ** (1 / 2.4) - 0.055)
    return (np.clip(srgb, 0, 1) * 255 + 0.5).astype(np.uint8)


def render(scale: float) -> NDArray[np.uint8]:
    """The whole picture at a share of its full size."""
    rng = np.random.default_rng(SEED)
    camera = Camera()
    plane = Plane(camera, scale)
    drops = place_drops(camera, rng)
    diffuse, sheen = shade_skin(plane, camera, drops, rng)
    cols, rows = np.meshgrid(
        (np.arange(int(WIDTH * scale)) + 0.5) / scale,
        (np.arange(int(HEIGHT * scale)) + 0.5) / scale,
    )
    x, y, _, _ = camera.look(cols, rows)
    image = plane.sample(diffuse + sheen, x, y)
    for drop in drops:
        paint_drop(image, drop, camera, plane, diffuse, scale)
    return develop(defocus(image, camera, scale))


def main() -> None:
    """Render and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--scale", type=float, default=1.0, help="share of the full size, for drafts"
    )
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "cover.jpg")
    options = parser.parse_args()
    picture = Image.fromarray(render(options.scale))
    picture.save(options.out, quality=88, optimize=True, dpi=(DPI, DPI))


if __name__ == "__main__":
    main()
