"""`python -m brochure` is the command `brochure`."""

import sys

from brochure.cli import main

sys.exit(main())
