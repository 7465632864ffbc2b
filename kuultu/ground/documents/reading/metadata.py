"""Counting what rides along in a Word file beside its text. Counted to tell the sender, never read (trust F4)."""

import re
from dataclasses import replace

from kuultu.ground.documents.reading.package import Package
from kuultu.ground.documents.reading.shapes import Dropped

_PROPERTY = re.compile(rb">[^<>\s][^<>]*</")
_COMMENT = re.compile(rb"<(?:\w+:)?comment[\s>]")
_AUTHOR = re.compile(rb'(?:author|initials)="([^"]+)"')
_REVISION = re.compile(rb'\brsid\w*="([0-9A-Fa-f]+)"')


def count_metadata(package: Package, dropped: Dropped) -> Dropped:
    """`dropped` with the counts of everything that is not text of the document."""
    names = package.names
    document = package.part(package.main)
    comments = package.related("comments") or b""
    authors = set(_AUTHOR.findall(comments))
    if b'author="' in document:
        authors.update(_AUTHOR.findall(document))
    return replace(
        dropped,
        comments=len(_COMMENT.findall(comments)),
        authors=len(authors),
        properties=sum(_properties(package, name) for name in names if name.startswith("docprops/")),
        revision_ids=len(set(_REVISION.findall(document))) if b"rsid" in document else 0,
        custom_parts=sum(name.startswith("customxml/item") and "props" not in name for name in names),
        thumbnails=sum("thumbnail" in name and not name.endswith(".rels") for name in names),
        pictures=len({each.target for each in package.main_relations.values() if each.kind == "image"}),
        controls=sum("activex/" in name and name.endswith(".xml") for name in names),
        outside_links=sum(relation.outside for relation in package.main_relations.values()),
    )


def _properties(package: Package, name: str) -> int:
    """How many properties a part of docProps fills in."""
    return len(_PROPERTY.findall(package.part(name))) if name.endswith(".xml") else 0
