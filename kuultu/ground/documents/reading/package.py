"""The parts of a Word file that the gate has let through: unpacked one at a time, checked when unpacked."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from zipfile import ZipFile, ZipInfo

from kuultu.ground.documents.reading.xml import as_utf8, parse

CONTENT_TYPES = "[content_types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """One arrow from a part: `kind` is the last word of its type, `target` a part's name or an outside address."""

    kind: str
    target: str
    outside: bool


class Package:
    """Parts by name. Names are lower case without a leading slash: part names are equal whatever their case
    (ECMA-376 part 2, §6.2.2)."""

    def __init__(self, archive: ZipFile, entries: dict[str, ZipInfo]) -> None:
        self._archive = archive
        self._entries = entries
        self._xml: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> list[str]:
        """Every part's name."""
        return list(self._entries)

    def raw(self, name: str, limit: int = -1) -> bytes:
        """A part's first `limit` bytes, or all: never more than its entry declares, which the gate has limited."""
        with self._archive.open(self._entries[name]) as stream:
            return stream.read(limit)

    def part(self, name: str) -> bytes:
        """An XML part as UTF-8. Raises KeyError for a missing one, Refused for a DTD or another encoding."""
        if name not in self._xml:
            self._xml[name] = as_utf8(self.raw(name))
        return self._xml[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """The arrows of a part ("" for the whole file) by their ids."""
        folder, base = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", base + ".rels")
        if listed not in self:
            return {}
        return {
            each.get("Id", ""): _relation(each.get("Type", ""), each.get("Target", ""), each.get("TargetMode"), folder)
            for each in parse(self.part(listed)).iter(_RELATIONSHIP)
        }

    @cached_property
    def main(self) -> str:
        """The name of the document part, or "" when nothing leads to one."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self:
                return relation.target
        return ""

    @cached_property
    def main_type(self) -> str:
        """The content type of the document part."""
        if CONTENT_TYPES not in self or not self.main:
            return ""
        types = parse(self.part(CONTENT_TYPES))
        for override in types.iter(_TYPES + "Override"):
            if override.get("PartName", "").lower().lstrip("/") == self.main:
                return override.get("ContentType", "")
        suffix = posixpath.splitext(self.main)[1].lstrip(".")
        for default in types.iter(_TYPES + "Default"):
            if default.get("Extension", "").lower() == suffix:
                return default.get("ContentType", "")
        return ""

    def related(self, kind: str) -> bytes | None:
        """The XML of the document's first part of a kind (`styles`, `footnotes`), or None."""
        for relation in self.main_relations.values():
            if relation.kind == kind and not relation.outside and relation.target in self:
                return self.part(relation.target)
        return None

    @cached_property
    def main_relations(self) -> dict[str, Relation]:
        """The arrows of the document part."""
        return self.relations(self.main)


def _relation(type_: str, target: str, mode: str | None, folder: str) -> Relation:
    """An arrow with its target resolved against the part it starts from (RFC 3986, §5.2)."""
    outside = mode == "External"
    if not outside:
        absolute = target if target.startswith("/") else posixpath.join("/", folder, target)
        target = posixpath.normpath(absolute).lower().lstrip("/")
    return Relation(type_.rsplit("/", 1)[-1], target, outside)
