"""Compiles what reads a prompt to C with mypyc, in place: the same modules and the same answers.

    python deploy/compile.py [--python PYTHON] [TREE]

TREE is one that is deployed, not one that is edited: Python imports what was compiled, whatever the
source beside it says by then. `make compiled` compiles a copy in var/compiled. Needs gcc, Python's
headers and requirements/compile.txt; takes about two minutes. PYTHON is the interpreter that has
the service's packages, where it is not this one.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from mypyc.build import mypycify
from setuptools import setup

# Where the time goes: tokens, figures, scopes, facts. Plain typed Python, no Django.
PACKAGES = ("specs/language", "specs/extraction")
# The tree is checked by `make check`; here types only have to be known.
TYPES = (
    "--follow-imports=silent",
    "--ignore-missing-imports",
    "--disable-error-code=import-untyped",
    "--config-file=",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tree", nargs="?", type=Path, default=Path.cwd())
    parser.add_argument("--python", type=Path, default=Path(sys.executable))
    options = parser.parse_args()
    python = options.python.absolute()
    os.chdir(options.tree)
    files = sorted(str(path) for package in PACKAGES for path in Path(package).rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        extensions = mypycify(
            [*TYPES, f"--python-executable={python}", *files],
            opt_level="2",
            debug_level="0",
            # A C file for each module: one for all takes twice as long to compile.
            multi_file=True,
            group_name="reading",
            target_dir=folder,
        )
        setup(
            name="reading",
            packages=[],
            ext_modules=extensions,
            script_args=[
                "--quiet",
                "build_ext",
                "--inplace",
                f"--build-lib={folder}",
                f"--build-temp={folder}",
            ],
        )
    print(f"{len(files)} modules compiled in {Path.cwd()}")


if __name__ == "__main__":
    main()
