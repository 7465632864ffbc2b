"""What is typed into a report, by its scribe and by those who check and read it."""

from kuultu.loop.reports.forms.deciding import AddendumForm, CheckedForm, ReturnForm
from kuultu.loop.reports.forms.writing import (
    ChecksForm,
    FactsForm,
    LineForm,
    MattersForm,
    NotesForm,
    PlaceForm,
    UploadForm,
)

__all__ = [
    "AddendumForm",
    "CheckedForm",
    "ChecksForm",
    "FactsForm",
    "LineForm",
    "MattersForm",
    "NotesForm",
    "PlaceForm",
    "ReturnForm",
    "UploadForm",
]
