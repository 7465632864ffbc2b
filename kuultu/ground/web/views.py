"""The municipality's two colours as a stylesheet, and the pages that show every part and layout once."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kuultu.ground.web.interface import for_residents
from kuultu.ground.web.sample import sample

YEAR = 365 * 24 * 3600
SHOWN = ("parts", "hand", "public", "screen", "tablet", "host")


def colours(request: HttpRequest, main: str, accent: str) -> HttpResponse:
    """`/colours/0B5563-D9A21B.css`: `--k-arms-a` and `--k-arms-b`. The address says all, so it may be kept for ever."""
    css = f":root {{ --k-arms-a: #{main}; --k-arms-b: #{accent}; }}\n"
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


@for_residents
def parts(request: HttpRequest, shown: str = "parts") -> HttpResponse:
    """Parts or a layout with sample data, for those who build pages and for the tests: nowhere else."""
    if not settings.DEBUG or shown not in SHOWN:
        raise Http404("Only where pages are built.")
    context = sample(request.POST or None)
    return render(request, f"web/samples/{shown}.html", context, status=400 if context["form"].errors else 200)
