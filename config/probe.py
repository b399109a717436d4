"""`python -m config.probe`: exit 0 when this container's server is ready. Needs no curl."""

import sys
import urllib.error
import urllib.request

from config.env import env, serve_options


def host() -> str:
    """A name that the service answers to: its own address need not be one."""
    names = [name.strip().lstrip(".") for name in env.list("ALLOWED_HOSTS", default=[])]
    return next((name for name in names if name and name != "*"), "127.0.0.1")


def main() -> int:
    # nosemgrep: the address is this container's own.
    url = f"http://127.0.0.1:{serve_options().port}/health/ready"
    try:
        request = urllib.request.Request(url, headers={"Host": host()})
        with urllib.request.urlopen(request, timeout=4) as response:  # noqa: S310 - as above
            return 0 if response.status == 200 else 1
    except (urllib.error.URLError, OSError):
        return 1


if __name__ == "__main__":
    sys.exit(main())
