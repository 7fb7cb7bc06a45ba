"""What the program reads at run time must be inside the wheel: every file of the package.

Usage: check_wheel.py CHECKOUT WHEEL
"""

import sys
import zipfile
from pathlib import Path

checkout, wheel = Path(sys.argv[1]), sys.argv[2]
held = set(zipfile.ZipFile(wheel).namelist())
wanted = {
    path.relative_to(checkout).as_posix()
    for path in (checkout / "reader").rglob("*")
    if path.is_file() and path.suffix != ".pyc"
} | {"reader/feeds.toml"}
data = sorted(name for name in wanted if not name.endswith(".py"))
print(f"{len(held)} files in the wheel, {len(data)} of them data")
for kind in ("reader/demo/web/", "reader/quotes/lexicon/", "reader/wording/languages/"):
    if not any(name.startswith(kind) for name in data):
        sys.exit(f"There is nothing below {kind} in the checkout.")
if missing := sorted(wanted - held):
    sys.exit("Missing in the wheel:\n" + "\n".join(missing))
