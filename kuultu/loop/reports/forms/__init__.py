"""What is typed into a report, by its scribe and by those who check and read it."""

from kuultu.loop.reports.forms.deciding import (
    AddendumForm,
    AsideForm,
    CheckedForm,
    CoarsenForm,
    KeepForm,
    PlaceForm,
    ReturnForm,
)
from kuultu.loop.reports.forms.writing import ChecksForm, FactsForm, LineForm, MattersForm, NotesForm, UploadForm

__all__ = [
    "AddendumForm",
    "AsideForm",
    "CheckedForm",
    "ChecksForm",
    "CoarsenForm",
    "FactsForm",
    "KeepForm",
    "LineForm",
    "MattersForm",
    "NotesForm",
    "PlaceForm",
    "ReturnForm",
    "UploadForm",
]
