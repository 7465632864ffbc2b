"""Documents: a plain context in, the bytes of a docx, pdf, pptx, xlsx or ics file out; filled forms are read."""
