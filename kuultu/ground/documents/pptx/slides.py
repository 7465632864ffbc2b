"""Each kind of slide drawn on its canvas: margins 22/17/21 mm, titles 38 points, nothing under 20 but the foot."""

from kuultu.ground.documents import symbols
from kuultu.ground.documents.model import Quote
from kuultu.ground.documents.pptx.canvas import INK, MUTED, WHITE, WIDTH, Canvas, stroke
from kuultu.ground.documents.pptx.chart import unit_chart
from kuultu.ground.documents.pptx.model import (
    AskedSlide,
    CardsSlide,
    DifferencesSlide,
    QuestionsSlide,
    Slide,
    TextSlide,
    ThemeSlide,
    TitleSlide,
)
from kuultu.ground.documents.pptx.text import STRONG, Para, height_of, largest, unbroken

LEFT, TOP, BOTTOM = 22.0, 17.0, 165.0  # the room for content, in mm
ROOM = WIDTH - 2 * LEFT
TITLE_SIZES = (38, 34, 30, 26)
TEXT_SIZES = (26, 24, 22, 20)
LABEL = 20


def draw(canvas: Canvas, slide: Slide) -> None:
    """One slide."""
    match slide:
        case TitleSlide():
            _opening(canvas, slide)
        case AskedSlide():
            _asked(canvas, slide)
        case ThemeSlide():
            _theme(canvas, slide)
        case DifferencesSlide():
            _differences(canvas, slide)
        case QuestionsSlide():
            _questions(canvas, slide)
        case CardsSlide():
            _cards(canvas, slide)
        case TextSlide():
            _text(canvas, slide)


def _colour(domain: str) -> str:
    return symbols.DOMAIN_COLOURS.get(domain, symbols.MUTED).lstrip("#")


def _heading(
    canvas: Canvas,
    title: str,
    *,
    x: float = LEFT,
    y: float = TOP,
    h: float = 22,
    smaller: tuple[float, ...] = (),
) -> None:
    width = WIDTH - x - LEFT
    size = largest((title,), canvas.lang, (width, h), TITLE_SIZES + smaller, 0)
    canvas.title(x, y, width, h, Para(title, size, canvas.lang, strong=True))


def _opening(canvas: Canvas, slide: TitleSlide) -> None:
    lang = canvas.lang
    size = largest((slide.title,), lang, (230 / STRONG, 62), (66, 60, 54, 46, 38, 34), 0)
    canvas.title(LEFT, 48, 230, 62, Para(slide.title, size, lang, strong=True, colour=WHITE), centred=True)
    if slide.subtitle:
        canvas.text(LEFT, 114, 230, 22, (Para(slide.subtitle, 28, lang, colour=WHITE),))
    if slide.when:
        lines = tuple(Para(line, 22, lang, colour=WHITE) for line in slide.when.split("\n"))
        canvas.text(LEFT, 144, 230, 28, lines, anchor="b")


def _asked(canvas: Canvas, slide: AskedSlide) -> None:
    lang, accent = canvas.lang, canvas.accent
    _heading(canvas, slide.title)
    canvas.text(LEFT, 47, 150, 10, (Para(slide.asked_label, LABEL, lang, colour=MUTED),))
    step = min(20.0, 74 / max(1, len(slide.questions)))
    questions = tuple(question for _, question in slide.questions)
    size = min(largest((each,), lang, (128, step - 1), TEXT_SIZES[1:], 0) for each in questions) if questions else LABEL
    for n, (domain, question) in enumerate(slide.questions):
        y = 61 + n * step
        if domain in symbols.DOMAIN_COLOURS:
            canvas.symbol(domain, LEFT, y + (step - 13) / 2, 13)
        canvas.text(LEFT + 20, y, 128, step, (Para(question, size, lang),), anchor="ctr")
    _heard(canvas, slide, accent)
    if slide.figure or slide.caveat:
        canvas.backdrop(LEFT, 139, ROOM, 28)
        canvas.text(LEFT + 8, 139, 118, 28, (Para(slide.figure, 22, lang, strong=True),), anchor="ctr")
        canvas.text(LEFT + 138, 139, ROOM - 146, 28, (Para(slide.caveat, LABEL, lang),), anchor="ctr")


def _heard(canvas: Canvas, slide: AskedSlide, accent: str) -> None:
    """The languages by their own names in two columns, a dot for each discussion."""
    lang, x, wide = canvas.lang, 190.0, 57.0
    canvas.text(x, 47, 70, 10, (Para(slide.heard_label, LABEL, lang, colour=MUTED),))
    canvas.dots(x + 2 * wide + 12 - 46, 49.6, 1, 4.4, accent)
    canvas.text(x + 2 * wide + 12 - 44, 47, 46, 10, (Para(slide.dot_label, 16, lang, colour=MUTED),))
    half = (len(slide.heard) + 1) // 2
    step = min(16.5, 74 / max(1, half))
    for n, each in enumerate(slide.heard):
        left, y = x + (n // half) * (wide + 12), 60 + (n % half) * step
        own = each.language.lang or lang
        # a name keeps its own direction but stands at the slide's own start
        at_end = Canvas(own, accent).rtl != canvas.rtl
        room = wide - 6.4 * min(each.discussions, 9) - 2
        size = largest((each.language.text,), own, (room, 9), (24, 22, 20, 18), 0)
        canvas.text(left, y, room, step - 1, (Para(each.language.text, size, own, end=at_end),), anchor="ctr")
        canvas.dots(left + wide, y + step / 2 - 3.4, min(each.discussions, 9), 5, accent)
        canvas.rule(left, y + step - 0.6, wide)


def _theme(canvas: Canvas, slide: ThemeSlide) -> None:
    lang, colour = canvas.lang, _colour(slide.domain)
    signed = slide.domain in symbols.DOMAIN_COLOURS
    x = LEFT + 20 if signed else LEFT
    _heading(canvas, slide.title, x=x, y=24, h=18, smaller=(22, 20))
    if signed:
        canvas.symbol(slide.domain, LEFT, 19, 15)
    canvas.text(x, 14, 200, 10, (Para(slide.domain_name, LABEL, lang, strong=True, colour=colour),), anchor="b")
    quote_height = _quote(canvas, slide.quote) if slide.quote else 0
    bottom = BOTTOM - quote_height - (6 if quote_height else 0)
    width, sizes = (128.0, TEXT_SIZES) if slide.chart else (ROOM, (30, 28, *TEXT_SIZES))
    size = largest(slide.sentences, lang, (width, bottom - 48), sizes, 0.7)
    sentences = tuple(Para(each, size, lang, after=size * 0.7) for each in slide.sentences)
    canvas.text(LEFT, 48, width, bottom - 48, sentences)
    if slide.chart:
        left, wide = LEFT + 146, ROOM - 146
        head = Para(slide.chart.sentence, LABEL, lang, strong=True)
        height = min(24.0, height_of((head,), wide) + 2)
        canvas.text(left, 48, wide, height, (head,))
        top = 48 + height
        unit_chart(canvas, slide.chart, (left, top, wide, bottom - top), colour)


def _quote(canvas: Canvas, quote: Quote) -> float:
    """The speaker's words first; the height of the panel."""
    lang = canvas.lang
    own = quote.original.lang or lang
    paras = [Para(quote.original.text, LABEL, own, strong=True, after=5)]
    if quote.translation:
        paras.append(Para(quote.translation.text, 17, quote.translation.lang or lang, after=4))
    state = " · ".join(part for part in (quote.state, quote.source) if part)
    if state:
        paras.append(Para(state, 15, lang, colour=MUTED))
    height = min(56.0, height_of(tuple(paras), ROOM - 16) + 10)
    canvas.panel(LEFT, BOTTOM - height, ROOM, height, paras)
    return height


def _differences(canvas: Canvas, slide: DifferencesSlide) -> None:
    lang = canvas.lang
    _heading(canvas, slide.title)
    shared = 34.0 if slide.shared else 0.0
    step = (BOTTOM - 47 - shared) / max(1, len(slide.contrasts))
    texts = [(text, 105 if each.second else 221) for each in slide.contrasts for text in (each.first, each.second)]
    size = min((largest((each,), lang, (wide, step - 17), TEXT_SIZES, 0) for each, wide in texts), default=LABEL)
    topics = unbroken(tuple(each.topic for each in slide.contrasts), lang, 66, (26, 24, 22, LABEL, 17))
    for n, each in enumerate(slide.contrasts):
        y = 47 + n * step
        if n:
            canvas.rule(LEFT, y - 3, ROOM)
        canvas.text(LEFT, y, 66, step - 4, (Para(each.topic, topics, lang, strong=True, colour=canvas.accent),))
        pairs = ((each.first_who, each.first, 74.0), (each.second_who, each.second, 190.0))
        for who, said, x in pairs if each.second else pairs[:1]:
            named = (Para(who, LABEL, lang, colour=MUTED, after=4),) if who else ()
            paras = (*named, Para(said, size, lang))
            canvas.text(LEFT + x, y, 105 if each.second else 221, step - 4, paras)
    if slide.shared:
        y = BOTTOM - shared + 4
        canvas.backdrop(LEFT, y, ROOM, shared - 4, fill=WHITE, line=stroke(canvas.accent, 2))
        label = Para(slide.shared_label, 26, lang, strong=True, colour=canvas.accent)
        canvas.text(LEFT + 8, y, 60, shared - 4, (label,), anchor="ctr")
        fits = largest((slide.shared,), lang, (210, shared - 8), TEXT_SIZES, 0)
        canvas.text(LEFT + 74, y, 212, shared - 4, (Para(slide.shared, fits, lang),), anchor="ctr")


def _questions(canvas: Canvas, slide: QuestionsSlide) -> None:
    lang = canvas.lang
    _heading(canvas, slide.title)
    step = (BOTTOM - 46) / max(1, len(slide.questions))
    texts = [each.question for each in slide.questions]
    size = min((largest((each,), lang, (200, step - 6), (30, 28, 26, 24, 22, 20), 0) for each in texts), default=LABEL)
    for n, each in enumerate(slide.questions):
        y = 46 + n * step
        if n:
            canvas.rule(LEFT, y, ROOM)
        number = Para(str(n + 1), 60 if len(texts) < 4 else 48, lang, strong=True, colour=canvas.accent)
        canvas.text(LEFT, y, 24, step, (number,), anchor="ctr")
        canvas.text(LEFT + 32, y, 204, step, (Para(each.question, size, lang, strong=True),), anchor="ctr")
        if each.card:
            if each.domain in symbols.DOMAIN_COLOURS:
                canvas.symbol(each.domain, WIDTH - LEFT - 46, y + step / 2 - 5.5, 11)
            fits = largest((each.card,), lang, (32, 9), (LABEL, 18, 16), 0)
            card = Para(each.card, fits, lang, colour=_colour(each.domain))
            canvas.text(WIDTH - LEFT - 32, y, 32, step, (card,), anchor="ctr")


def _cards(canvas: Canvas, slide: CardsSlide) -> None:
    lang = canvas.lang
    _heading(canvas, slide.title)
    columns = 2 if len(slide.cards) > 1 else 1
    rows = (len(slide.cards) + columns - 1) // columns
    wide, step = (ROOM - 12 * (columns - 1)) / columns, min(44.0, (BOTTOM - 48) / max(1, rows))
    for n, each in enumerate(slide.cards):
        x, y = LEFT + (n % columns) * (wide + 12), 48 + (n // columns) * step
        canvas.backdrop(x, y, wide, step - 5)
        number = Para(each.number, 40 if step > 30 else 30, lang, strong=True, colour=INK)
        canvas.text(x + 6, y, 26, step - 5, (number,), anchor="ctr")
        if each.domain in symbols.DOMAIN_COLOURS:
            canvas.symbol(each.domain, x + wide - 18, y + (step - 5) / 2 - 5.5, 11)
        paras = (
            Para(each.domain_name, 16, lang, strong=True, colour=_colour(each.domain), after=3),
            Para(
                each.title, largest((each.title,), lang, (wide - 60, step - 16), (24, 22, 20, 18), 0), lang, strong=True
            ),
        )
        canvas.text(x + 34, y, wide - 56, step - 5, paras, anchor="ctr")


def _text(canvas: Canvas, slide: TextSlide) -> None:
    _heading(canvas, slide.title)
    size = largest(slide.sentences, canvas.lang, (ROOM, BOTTOM - 48), (30, 28, *TEXT_SIZES), 0.7)
    paras = tuple(Para(each, size, canvas.lang, after=size * 0.7) for each in slide.sentences)
    canvas.text(LEFT, 48, ROOM, BOTTOM - 48, paras)
