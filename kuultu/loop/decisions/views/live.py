"""Pages that ask again every few seconds: while nothing has changed they get no answer worth sending."""

from django.http import HttpResponse, HttpResponseNotModified

from kuultu.ground.people.request import Request


def nothing_new(request: Request, mark: str) -> HttpResponse | None:
    """304 for a browser that has the page as it is, 204 for a part of a page that has; None when there is news."""
    if request.headers.get("If-None-Match") == _tag(mark):
        return marked(HttpResponseNotModified(), mark)
    if asks_for_part(request) and request.GET.get("mark") == mark:
        return HttpResponse(status=204)
    return None


def asks_for_part(request: Request) -> bool:
    """Does a page that is open already ask for what is new?"""
    return bool(getattr(request, "htmx", False))


def marked(response: HttpResponse, mark: str) -> HttpResponse:
    """Let the browser keep the page and ask whether it still holds. Nobody in between keeps it."""
    if not response.status_code >= 400:
        response["ETag"] = _tag(mark)
        response["Cache-Control"] = "private, no-cache"
    return response


def _tag(mark: str) -> str:
    return f'"{mark}"'
