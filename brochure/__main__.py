"""`python -m brochure` is the command `brochure`."""

from brochure.cli import run

run()
