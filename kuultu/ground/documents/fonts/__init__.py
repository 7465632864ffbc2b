"""The fonts of printed documents, and what they can draw. `scripts/vendor_fonts.py` renews them."""
