"""Undoing what old LibreOffice does to an answer when somebody has pressed Enter in its control.

LibreOffice 7.4 writes the words of the first paragraph once, and then each stretch of them (it cuts words where
the script changes) followed by all the words again: "u p1 u p2 u …", where p1 p2 … make up u. Text of one
stretch stands there three or four times over (research: documents, pitfall 5; seen in .docx with content
controls or FILLIN fields, and through .odt without either). So the text alone must show it. Through .doc each
copy becomes a paragraph; that is left as it is, for a person to see.
"""

SHORTEST = 4
# A shorter word three times over may be meant: "hahaha".
SHORTEST_ALONE = 8
MOST_COPIES = 64


def once(text: str) -> str:
    """The words once, if `text` is words repeated in that way; else `text` itself."""
    if len(text) < 3 * SHORTEST or text.count(text[:SHORTEST]) < 3:
        return text
    for copies in range(3, MOST_COPIES):
        length, rest = divmod(len(text), copies)
        if length < SHORTEST:
            break
        words = text[:length]
        if not rest and text.endswith(words) and _is_repeated(text, words, copies):
            return words
    return text


def _is_repeated(text: str, words: str, copies: int) -> bool:
    if not any(sign.isalpha() for sign in words):
        return False
    left = text.replace(words, "")
    return left == words or (not left and copies in (3, 4) and len(words) >= SHORTEST_ALONE)
