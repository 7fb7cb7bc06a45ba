"""The demo edition as ``--demo --plain`` prints it: numbered headlines, all of it, with quotes.

Usage: check_demo.py FILE
"""

import re
import sys
from pathlib import Path

AT_LEAST = 28

lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
headlines = [line for line in lines if re.match(r"\d+\. (?:new|unread)\. ", line)]
quoted = [line for line in headlines if re.search(r"\b\d+ quotes?\.", line)]
print(f"{len(headlines)} headlines, {len(quoted)} of them with quotes; the first:")
print("\n".join(headlines[:3]))
if len(headlines) < AT_LEAST or len(quoted) < AT_LEAST * 0.9:
    sys.exit("The demo edition is not whole.")
