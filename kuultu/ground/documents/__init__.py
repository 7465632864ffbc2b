"""Documents: a plain context goes in, the bytes of a docx, pdf, pptx, xlsx or ics file come out; filled forms are read."""
