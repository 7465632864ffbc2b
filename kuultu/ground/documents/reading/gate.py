"""The gate: what a file must be before any of it is unpacked or parsed.

Limits and refusals are research trust F1, F2 and §4 "Docx"; nothing is ever fetched, run or written to disk.
The gate looks at the archive's directory first, then at each part's bytes, one part at a time.
"""

import io
import re
from struct import unpack_from
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kuultu.ground.documents.reading.kinds import COMPOUND, ZIP, require_word, require_zip
from kuultu.ground.documents.reading.package import Package
from kuultu.ground.documents.reading.refusals import Reason, Refused

MAX_BYTES = 5 * 1024 * 1024
MAX_ENTRIES = 300
MAX_UNPACKED = 20 * 1024 * 1024
MAX_ENTRY = 8 * 1024 * 1024
MAX_RATIO = 200
# Below this size an entry may be squeezed as hard as it likes: a blank thumbnail is not a bomb.
RATIO_FROM = 64 * 1024
# A directory entry is 46 bytes and its names; 300 honest ones stay far below this.
MAX_DIRECTORY = MAX_ENTRIES * 600

_END_OF_DIRECTORY = b"PK\x05\x06"
_FOREIGN = (COMPOUND, ZIP, b"MZ", b"Rar!", b"7z\xbc\xaf", b"\x7fELF", b"%PDF", b"{\\rtf")
_XML = (".xml", ".rels", ".vml")
_MACROS = re.compile(r"vbaproject|vbadata|(^|/)macros?/|attachedtoolbars")
_EMBEDDED = re.compile(r"(^|/)embeddings/|oleobject")
_CONTROL = re.compile(r"(^|/)activex/[^/]+\.(xml|bin)$")
_BINARY = re.compile(r"\.(bin|exe|dll|com|scr|js|vbs|hta|jar|ps1|bat|cmd|lnk)$")
_PRINTER = re.compile(r"(^|/)printersettings\d*\.bin$")
_CLASS = re.compile(rb'classid="(\{[0-9A-Fa-f-]+\})"')
_INSERTED = re.compile(rb"<(?:[\w.-]+:)?altChunk[\s/>]")
# Microsoft Forms 2.0: the boxes, lists and labels that Word's own toolbox puts on a page. They are data of the
# control; without macros none runs. We never open them and say that their content was not read.
WORD_FORM_CONTROLS = frozenset(
    {
        b"{8BD21D10-EC42-11CE-9E0D-00AA006002F3}",  # text box
        b"{8BD21D20-EC42-11CE-9E0D-00AA006002F3}",  # list box
        b"{8BD21D30-EC42-11CE-9E0D-00AA006002F3}",  # combo box
        b"{8BD21D40-EC42-11CE-9E0D-00AA006002F3}",  # check box
        b"{8BD21D50-EC42-11CE-9E0D-00AA006002F3}",  # option button
        b"{8BD21D60-EC42-11CE-9E0D-00AA006002F3}",  # toggle button
        b"{978C9E23-D4B0-11CE-BF2D-00AA003F40D0}",  # label
        b"{4C599241-6926-101B-9992-00000B65C6F9}",  # image
        b"{D7053240-CE69-11CD-A777-00DD01143C57}",  # command button
    }
)


def check_outside(data: bytes) -> None:
    """What can be told without unpacking anything: the kind of file, its size, the size of its directory.

    Raises Refused. Cheap enough for the web process: it looks at fixed places only.
    """
    require_zip(data)
    if len(data) > MAX_BYTES:
        raise Refused(Reason.TOO_BIG)
    at = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - 65_557))
    if at < 0 or at + 22 > len(data):
        raise Refused(Reason.DAMAGED, "no directory")
    entries, size = unpack_from("<HI", data, at + 10)
    if entries > MAX_ENTRIES or size > MAX_DIRECTORY:
        raise Refused(Reason.OVERFULL, "entries")


def open_package(data: bytes) -> Package:
    """The parts of a Word document that is safe to parse. Raises Refused, and nothing else."""
    check_outside(data)
    try:
        archive = ZipFile(io.BytesIO(data))
        package = Package(archive, _checked_entries(archive.infolist()))
        _check_parts(package)
    except Refused:
        raise
    except Exception as error:  # zipfile, zlib and struct raise many kinds for damaged archives
        raise Refused(Reason.DAMAGED, type(error).__name__) from error
    return package


def _checked_entries(infos: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Entries by lower-case name, when their names, sizes and packing are those of a Word file."""
    if len(infos) > MAX_ENTRIES:
        raise Refused(Reason.OVERFULL, "entries")
    entries: dict[str, ZipInfo] = {}
    for info in infos:
        name = info.orig_filename
        if not _plain(name) or name.lower() in entries:
            raise Refused(Reason.BAD_NAMES)
        _check_size(info)
        entries[name.lower()] = info
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise Refused(Reason.BOMB, "unpacked size")
    return entries


def _plain(name: str) -> bool:
    """A relative path of forward slashes that stays inside."""
    return not (
        not name or name.startswith("/") or "\\" in name or "\x00" in name or ":" in name or ".." in name.split("/")
    )


def _check_size(info: ZipInfo) -> None:
    """Sizes are the directory's word; unpacking never gives more than it says."""
    if info.flag_bits & 0x1:
        raise Refused(Reason.ENCRYPTED, "entry")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused(Reason.DAMAGED, "packing")
    if info.file_size > MAX_ENTRY:
        raise Refused(Reason.BOMB, "entry size")
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * info.compress_size:
        raise Refused(Reason.BOMB, "ratio")


def _check_parts(package: Package) -> None:
    """No programs, no files within the file, no DTD in any part, and a Word document as the main part."""
    names = package.names
    mimetype = package.raw("mimetype", 80) if "mimetype" in package else b""
    require_word(package.main_type, names, mimetype)
    _check_names(names)
    for name in names:
        if name.endswith(_XML):
            if _merges_another(package.part(name)):
                raise Refused(Reason.INSERTED_DOCUMENT)
        elif not _CONTROL.search(name) and package.raw(name, 8).startswith(_FOREIGN):
            raise Refused(Reason.EMBEDDED_FILE, "content")
    _check_controls(package, [name for name in names if _CONTROL.search(name)])


def _merges_another(part: bytes) -> bool:
    """Whether a part asks Word to merge an unread document in (ECMA-376 part 1, §17.17.2.1)."""
    return b'/aFChunk"' in part or (b"altChunk" in part and bool(_INSERTED.search(part)))


def _check_names(names: list[str]) -> None:
    """Programs and files within the file, told by their names."""
    for name in names:
        if _MACROS.search(name):
            raise Refused(Reason.MACROS, "part")
        if _EMBEDDED.search(name) or (_BINARY.search(name) and not (_PRINTER.search(name) or _CONTROL.search(name))):
            raise Refused(Reason.EMBEDDED_FILE, "part")


def _check_controls(package: Package, names: list[str]) -> None:
    """ActiveX passes only as Word's own form controls, each binary with its description."""
    described = [name for name in names if name.endswith(".xml")]
    if len(names) - len(described) > len(described):
        raise Refused(Reason.ACTIVE_CONTROLS, "undescribed")
    for name in described:
        classes = _CLASS.findall(package.part(name))
        if not classes or not all(each.upper() in WORD_FORM_CONTROLS for each in classes):
            raise Refused(Reason.ACTIVE_CONTROLS, "class")
