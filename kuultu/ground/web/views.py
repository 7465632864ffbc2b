"""The municipality's two colours as a stylesheet, and the page that shows every part once."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kuultu.ground.municipalities.scope import current
from kuultu.ground.web.interface import for_residents
from kuultu.ground.web.sample import sample

DAY = 24 * 3600


def colours(request: HttpRequest) -> HttpResponse:
    """`--k-arms-a` and `--k-arms-b` of the municipality in scope. The address carries both, so it may be kept long."""
    town = current()
    css = f":root {{ --k-arms-a: {town.colour}; --k-arms-b: {town.accent}; }}\n"
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={DAY}"
    return response


@for_residents
def parts(request: HttpRequest) -> HttpResponse:
    """Every part with sample data, for those who build pages and for the tests: nowhere else."""
    if not settings.DEBUG:
        raise Http404("Only where pages are built.")
    return render(request, "web/components.html", sample(request.POST or None))
