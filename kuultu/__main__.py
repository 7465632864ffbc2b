"""The `kuultu` command: `serve`, `demo`, `read-form`, `backup` … and Django's own commands behind it."""

import os
import sys

from django.core.management import execute_from_command_line

# People type a hyphen; a Python module cannot be called so.
SPELLED = {"read-form": "read_form"}


def main() -> None:
    """Run the command named in `sys.argv`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuultu.config.settings")
    arguments = ["kuultu", *sys.argv[1:]]
    if len(arguments) > 1:
        arguments[1] = SPELLED.get(arguments[1], arguments[1])
    execute_from_command_line(arguments)


if __name__ == "__main__":
    main()
