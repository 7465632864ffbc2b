"""The settings of the server that the browser tests of this room start: the page of parts is shown."""

from kuultu.config.settings import *  # noqa: F403

DEBUG = True
ROOT_URLCONF = "tests.ground.web.site_urls"
