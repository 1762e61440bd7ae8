"""`python -m brochure` is the command `brochure`."""

import sys

from brochure.cli import run

sys.exit(run())
