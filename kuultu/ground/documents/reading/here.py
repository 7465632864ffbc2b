"""Reading a file in this process: inside the child that reads strangers' files, and for files that we made."""

from kuultu.ground.documents.reading.document import read_document
from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.gate import open_package
from kuultu.ground.documents.reading.placing import place
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.reading.result import Reading


def read_here(data: bytes, form: FormMap | None = None) -> Reading:
    """Read a Word file's bytes as a filled form. Raises Refused, and nothing else, whatever the bytes are."""
    package = open_package(data)
    try:
        return place(read_document(package), form)
    except Refused:
        raise
    except MemoryError as error:
        raise Refused(Reason.OVERFULL, "memory") from error
    except Exception as error:  # lxml, zipfile and zlib raise many kinds for damaged parts
        raise Refused(Reason.DAMAGED, type(error).__name__) from error
