"""One instance writes; a second one may look. A lock that the system drops with the process."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class InstanceLock:
    """An advisory lock on a file of its own; never a number of a process, which may be reused."""

    def __init__(self, path: Path) -> None:
        """`path` is made if it is missing; its content means nothing."""
        self.path = path
        self._descriptor = -1

    def take(self) -> bool:
        """Try to become the one that writes; False if another process is."""
        descriptor = os.open(self.path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let another process write. Idempotent."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
