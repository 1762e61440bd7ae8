"""The checks, one file each: its docstring gives the rationale and the source of its rules."""
