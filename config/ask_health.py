"""Asks the web server of this machine whether it is well; the exit code is the answer. For health checks.

Run as `python -m config.ask_health [port]`. Loads no Django, so that asking twice a minute costs nothing.
"""

import os
import sys
from http.client import HTTPConnection

LIMIT = 5  # seconds


def healthy(port: int) -> bool:
    """Whether /healthz answers 200 to the first host name that the site goes by."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".*") or "localhost"
    line = HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    try:
        line.request("GET", "/healthz", headers={"Host": host})
        return line.getresponse().status == 200
    except OSError:
        return False
    finally:
        line.close()


if __name__ == "__main__":
    sys.exit(0 if healthy(int(sys.argv[1]) if len(sys.argv) > 1 else 8000) else 1)
