#!/usr/bin/env python
"""Django's own commands from a checkout; installed, the same are behind `kuultu`."""

from kuultu.__main__ import main

if __name__ == "__main__":
    main()
