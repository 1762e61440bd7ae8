"""Paint `cover.jpg`, the picture on the cover: dewy skin in soft light, drops below.

A small renderer with physics in mind. Skin is a plane with fine relief under a tilted
camera; drops are lenses on it: light is traced through them onto the skin (shadows and
caustics), and sight is traced back through them (refraction). The upper half stays
quiet and light, for a dark title. Run `python assets/make/cover.py` with numpy, scipy
and pillow at hand; the seed is fixed, so the same program paints the same picture.
"""

import argparse
from pathlib import Path

import numpy as np
from lens import REACH, Array, Camera, Drop, Lamp, Plane, cast, fresnel, refract, unit
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates
from scipy.signal import fftconvolve
from scipy.spatial import cKDTree

Generator = np.random.Generator

TARGET = Path(__file__).parent.parent / "cover.jpg"
SEED = 11
WIDTH, HEIGHT, DPI = 1260, 2640, 300  # a panel with its bleed
QUALITY = 92  # smooth areas stay smooth, and the file stays small

FOCUS = (0.50 * WIDTH, 0.715 * HEIGHT)  # on the front of the largest drop
DISTANCE = 7000.0  # a long lens keeps the perspective calm
TILT = 46.0  # drops show their height, and skin recedes behind the title
APERTURE, SHARP = 130.0, 1.1  # blur radius a unit of defocus; a blur that passes for sharp
BLURS = (0.0, 1.5, 3.0, 5.5, 9.0, 13.0)  # steps blended; the last leaves a hint of relief

KEY = Lamp((-0.56, 0.52, 0.60), (1.00, 0.95, 0.88), 0.88, 0.11, 1.0, (700, 0.095, 0.15))
FILL = Lamp((0.80, -0.46, 0.30), (0.46, 0.74, 0.74), 0.12, 0.28, 0.2, (34, 0.62, 0.09))
SKY_POWER, SKY = 0.30, np.array([1.00, 0.94, 0.89], np.float32)
HAZE_POWER, HAZE = 0.18, np.array([1.00, 0.965, 0.92], np.float32)  # glow at the top left

ALBEDO = np.array([0.83, 0.60, 0.488], np.float32)  # porcelain to peach
WET = np.array([0.95, 0.89, 0.86], np.float32)  # skin under water is deeper in tone
SCATTER, SCATTERED = (18.0, 8.0, 5.0), 0.60  # red travels farthest under the skin
SHADOW = np.array([0.80, 1.02, 1.10], np.float32)  # exponents: warm shadows, white caustics
GRAIN = 0.9  # in levels of 255: keeps the slow gradients from banding
SHOULDER = 0.6  # brightness from which highlights are rolled off

DROPS = (  # x and y in percent of the picture, radius in pixels, height over radius
    (60.0, 71.5, 200, 0.80),
    (31.5, 81.2, 122, 0.78),
    (80.0, 97.8, 165, 0.74),
    (15.5, 94.0, 74, 0.76),
    (81.0, 85.0, 72, 0.76),
    (82.5, 61.8, 60, 0.78),
    (56.5, 82.6, 58, 0.78),
    (86.5, 77.2, 46, 0.78),
    (19.0, 74.8, 38, 0.78),
    (44.5, 87.6, 34, 0.78),
    (72.5, 58.4, 28, 0.80),
    (66.0, 86.6, 26, 0.80),
    (29.0, 70.6, 22, 0.80),
    (75.5, 80.6, 22, 0.80),
    (88.5, 56.0, 22, 0.80),
    (38.5, 92.6, 22, 0.80),
    (63.5, 55.0, 15, 0.80),
)
MIST_TRIES = 320  # tiny drops, each kept if it has room
RAYS = 3  # lines of sight a pixel's side within drops: clean edges


def smooth(low: float, high: float, x: Array) -> Array:
    """Smooth step from 0 at low to 1 at high (low may be the larger)."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def place_drops(camera: Camera, rng: Generator) -> list[Drop]:
    """The composed drops and a sparse mist between them, far to near."""

    def drop(px: float, py: float, radius: float, lift: float) -> Drop:
        x, y, _, _ = camera.look(px, py)
        wobble = rng.normal(0, 0.035, 4) * (0.6 + 0.4 * min(radius / 100, 1))
        return Drop(float(x), float(y), radius, lift, tuple(wobble))

    drops = [drop(px * WIDTH / 100, py * HEIGHT / 100, r, lift) for px, py, r, lift in DROPS]
    for _ in range(MIST_TRIES):
        radius = min(5 + rng.pareto(2.2) * 4.5, 17)
        px, py = rng.uniform(0, WIDTH), HEIGHT * (1 - 0.46 * rng.beta(1.15, 1.7))
        new = drop(px, py, radius, 0.74)
        gaps = [np.hypot(new.x - o.x, new.y - o.y) - 1.12 * o.radius for o in drops]
        if min(gaps) > 2.2 * radius:
            drops.append(new)
    return sorted(drops, key=lambda o: -o.y)


def noise(plane: Plane, size: float, rng: Generator) -> Array:
    """Smooth noise with features of a given size."""
    coarse = [int(n / plane.scale / size) + 4 for n in plane.shape]
    values = rng.standard_normal(coarse).astype(np.float32)
    at = (plane.y - plane.y0) / size + 1, (plane.x - plane.x0) / size + 1
    return map_coordinates(values, at, order=3, mode="nearest")


def furrows(plane: Plane, cell: float, width: float, rng: Generator) -> Array:
    """Lines between polygons: 0 on the plateaus, up to 1 in a furrow, uneven in depth."""
    angle, stretch = np.radians(28), 1.35  # skin lines run mostly one way
    x = plane.x + cell * 0.16 * noise(plane, cell * 1.1, rng)
    y = plane.y + cell * 0.16 * noise(plane, cell * 1.1, rng)
    u = (x * np.cos(angle) + y * np.sin(angle)) / stretch
    v = y * np.cos(angle) - x * np.sin(angle)
    spans = [np.arange(a.min() - cell, a.max() + cell, cell) for a in (u, v)]
    lattice = np.stack(np.meshgrid(*spans), -1).reshape(-1, 2)
    seeds = lattice + rng.uniform(-0.46, 0.46, lattice.shape) * cell
    far, near = cKDTree(seeds).query(np.stack([u, v], -1).reshape(-1, 2), k=2)
    apart = np.linalg.norm(seeds[near[:, 0]] - seeds[near[:, 1]], axis=1)
    edge = (far[:, 1] ** 2 - far[:, 0] ** 2) / (2 * apart)  # distance from the border
    depth = 0.35 + 0.6 * (near.sum(1) * 7919 % 101) / 100  # the same all along a border
    return (depth * np.exp(-((edge / width) ** 2))).reshape(plane.shape).astype(np.float32)


def pores(plane: Plane, rng: Generator) -> Array:
    """Small round dimples, sparse."""
    field, sigma = np.zeros(plane.shape, np.float32), 4.2
    count = int(field.size / plane.scale**2 / 95**2)
    rows, cols = (rng.uniform(0, n - 1, count).astype(int) for n in plane.shape)
    field[rows, cols] = rng.uniform(0.4, 1, count)
    return plane.blur(field, sigma) * 2 * np.pi * (sigma * plane.scale) ** 2


def skin_relief(plane: Plane, rng: Generator) -> Array:
    """Height of the skin: furrows, the pillows between them, pores, a slight swell."""
    lines, fine = furrows(plane, 29, 3.4, rng), furrows(plane, 12, 2.2, rng)
    relief = -1.3 * lines - 2.6 * plane.blur(lines, 7) - 0.55 * fine - 1.6 * pores(plane, rng)
    return plane.blur(relief + 0.1 * noise(plane, 3, rng) + 0.8 * noise(plane, 70, rng), 0.9)


def light_skin(
    plane: Plane, camera: Camera, drops: list[Drop], rng: Generator
) -> tuple[Array, Array]:
    """Light that leaves the skin every way, and the dewy sheen that the camera sees."""
    relief = skin_relief(plane, rng)
    gy, gx = np.gradient(relief, 1 / plane.scale)
    normal = unit(np.stack([-gx, -gy, np.ones_like(gx)], -1))
    view = unit(camera.eye - np.stack([plane.x, plane.y, np.zeros_like(plane.x)], -1))
    open_sky = np.clip(1 + 0.055 * (relief - plane.blur(relief, 9)), 0.5, 1.15)
    grazing = 1 + 4 * (1 - view[..., 2]) ** 3
    slant = plane.y - 0.7 * plane.x  # light falls off from the upper left
    diffuse = SKY_POWER * SKY * open_sky[..., None]
    sheen = HAZE_POWER * HAZE * smooth(0, 3200, slant)[..., None]
    for lamp in (KEY, FILL):
        toward, color = unit(lamp.direction), lamp.power * np.array(lamp.color, np.float32)
        passed = cast(plane, drops, lamp, rng)
        pool = 0.68 + 0.46 * smooth(-900, 2300, slant)
        lit = np.maximum(normal @ toward, 0) / toward[2] * pool
        half = np.maximum(np.sum(normal * unit(view + toward), -1), 0)
        gloss = (0.10 * half**10 + 0.30 * half**70 + 1.4 * half**700) * grazing
        diffuse += color * lit[..., None] * passed[..., None] ** SHADOW
        sheen += color * (gloss * np.minimum(passed, 1.2) * open_sky)[..., None]
    for c, sigma in enumerate(SCATTER):
        soft = plane.blur(diffuse[..., c], sigma)
        diffuse[..., c] += SCATTERED * (soft - diffuse[..., c])
    flush = 0.010 * noise(plane, 420, rng)[..., None] * np.array([0.2, 1.0, 1.2], np.float32)
    return diffuse * (1 + flush) * ALBEDO, sheen


def surroundings(d: Array) -> Array:
    """The studio that a drop mirrors: a warm sky, two lamps, skin below."""
    sky = SKY * (0.35 + 0.5 * smooth(-0.1, 0.9, d[..., 2:]))
    sky = np.where(d[..., 2:] < 0, ALBEDO * 0.8, sky)
    for lamp in (KEY, FILL):
        power, wide, tall = lamp.image
        main = unit(lamp.direction)
        side = unit(np.cross((0, 0, 1), main))
        ahead = np.maximum(d @ main, 1e-3)
        a, b = np.abs(d @ side) / ahead / wide, np.abs(d @ np.cross(main, side)) / ahead / tall
        sky += power * np.array(lamp.color) * smooth(1.7, 0.3, a**3 + b**3)[..., None]
    return sky.astype(np.float32)


def paint_drop(image: Array, drop: Drop, camera: Camera, plane: Plane, diffuse: Array) -> None:
    """Trace the lines of sight that meet a drop, and lay what they see over the image."""
    reach, scale, k = np.array([-REACH, REACH]) * drop.radius, plane.scale, RAYS
    box = np.meshgrid(drop.x + reach, drop.y + reach, [0, drop.radius * drop.lift])
    px, py = camera.project(*box)
    x0, x1 = np.clip((int(px.min() * scale), int(px.max() * scale) + 2), 0, image.shape[1])
    y0, y1 = np.clip((int(py.min() * scale), int(py.max() * scale) + 2), 0, image.shape[0])
    cols = (x0 + (np.arange((x1 - x0) * k) + 0.5) / k) / scale
    rows = (y0 + (np.arange((y1 - y0) * k) + 0.5) / k) / scale
    x, y, sx, sy = (a.astype(np.float32) for a in camera.look(*np.meshgrid(cols, rows)))
    z, found = drop.hit(x, y, sx, sy)
    x, y = x + sx * z, y + sy * z
    n, d = drop.normal(x, y), unit(np.stack([-sx, -sy, -np.ones_like(sx)], -1))
    t, mirror = refract(d, n), fresnel(d, n)[..., None]
    below = plane.sample(diffuse, x - t[..., 0] / t[..., 2] * z, y - t[..., 1] / t[..., 2] * z)
    around = surroundings(d - 2 * np.sum(d * n, -1, keepdims=True) * n)
    seen = WET * below * (1 - mirror) + around * mirror
    cover = found[..., None].astype(np.float32)
    fine = np.concatenate([seen * cover, cover], -1)
    pixels = fine.reshape(y1 - y0, k, x1 - x0, k, 4).mean((1, 3))
    image[y0:y1, x0:x1] *= 1 - pixels[..., 3:]
    image[y0:y1, x0:x1] += pixels[..., :3]


def defocus(image: Array, camera: Camera, scale: float) -> Array:
    """Blur rows by their distance from the plane of focus, highlights into discs."""
    rows = np.arange(image.shape[0]) / scale
    radius = np.maximum(APERTURE * camera.defocus(rows) - SHARP, 0)
    level = np.interp(radius, BLURS, np.arange(len(BLURS)))[:, None, None]
    result = np.zeros_like(image)
    for i, size in enumerate(np.array(BLURS) * scale):
        pad = int(size) + 1
        away = np.hypot(*np.meshgrid(*[np.arange(-pad, pad + 1)] * 2))
        disc = np.clip(size + 0.5 - away, 0, 1)[..., None]
        padded = np.pad(image, ((pad, pad), (pad, pad), (0, 0)), mode="reflect")
        soft = fftconvolve(padded, disc / disc.sum(), mode="valid", axes=(0, 1))
        result += np.clip(1 - np.abs(level - i), 0, 1) * soft
    return result


def roll_off(x: Array) -> Array:
    """A soft shoulder in place of clipped highlights."""
    room = 1 - SHOULDER
    over = np.maximum(x - SHOULDER, 0)
    return np.where(x < SHOULDER, x, SHOULDER + room * (1 - np.exp(-over / room)))


def develop(light: Array, scale: float, rng: Generator) -> Array:
    """Bloom, highlights that keep half their hue, sRGB, grain."""
    bright = np.clip(light - 1, 0, 6)
    for share, sigma in ((0.10, 10 * scale), (0.06, 44 * scale)):
        light = light + share * gaussian_filter(bright, (sigma, sigma, 0))
    peak = light.max(-1, keepdims=True)
    x = 0.5 * roll_off(light) + 0.5 * light * roll_off(peak) / np.maximum(peak, 1e-6)
    srgb = np.where(x < 0.0031308, 12.92 * x, 1.055 * np.maximum(x, 0.0031) ** (1 / 2.4) - 0.055)
    levels = srgb * 255 + rng.normal(0, GRAIN, (*x.shape[:2], 1))
    return np.clip(np.rint(levels), 0, 255).astype(np.uint8)


def render(scale: float) -> Image.Image:
    """The picture, at a share of its full size."""
    rng = np.random.default_rng(SEED)
    camera = Camera(FOCUS, DISTANCE, TILT)
    plane = Plane(camera, (WIDTH, HEIGHT), scale)
    drops = place_drops(camera, rng)
    diffuse, sheen = light_skin(plane, camera, drops, rng)
    cols, rows = ((np.arange(round(n * scale)) + 0.5) / scale for n in (WIDTH, HEIGHT))
    x, y, _, _ = camera.look(*np.meshgrid(cols, rows))
    image = plane.sample(diffuse + sheen, x, y)
    for drop in drops:
        paint_drop(image, drop, camera, plane, diffuse)
    return Image.fromarray(develop(defocus(image, camera, scale), scale, rng))


def main() -> None:
    """Paint the picture and save it."""
    parser = argparse.ArgumentParser(description="Paint the cover picture.")
    parser.add_argument("--scale", type=float, default=1.0, help="less than 1 for a draft")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    picture = render(options.scale)
    picture.save(options.out, quality=QUALITY, subsampling=0, optimize=True, dpi=(DPI, DPI))


if __name__ == "__main__":
    main()
