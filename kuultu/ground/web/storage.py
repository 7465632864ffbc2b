"""Static files with the version in the address, so that an upgrade is seen at once and no build step is needed."""

from django.contrib.staticfiles.storage import StaticFilesStorage

from kuultu import __version__


class StaticStorage(StaticFilesStorage):
    """`/static/web/kuultu.css?v=0.1.0`."""

    def url(self, name: str | None) -> str:
        return f"{super().url(name)}?v={__version__}"
