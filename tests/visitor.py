"""A visitor who reads pages, follows links and presses buttons, as a browser without JavaScript does."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from kuultu.ground.people.models import Person


class NotOnThePage(AssertionError):
    """There is no such link, button or field."""


class Visitor:
    """One browser. `open` a page, `follow` a link by its words, `press` a button after filling the form it is in."""

    def __init__(self, client: Client, person: Person | None = None, language: str = "en") -> None:
        self.client = client
        self.person = person
        self.language = language
        self.address = "/"
        self.page: html.HtmlElement = html.fromstring("<p/>")
        self.status = 0
        self.content = b""

    def open(self, address: str, status: int = 200) -> "Visitor":
        """GET a page, through redirects."""
        return self._take(self.client.get(self._local(address), follow=True, headers=self._headers()), status)

    def follow(self, words: str) -> "Visitor":
        """Follow the first link whose words contain these."""
        for link in self.page.iter("a"):
            if words in _words(link):
                return self.open(urljoin(self.address, link.get("href", "")))
        raise NotOnThePage(f"no link {words!r} on {self.address}; there are: {self.links()}")

    def press(self, words: str, status: int = 200, **fields: Any) -> "Visitor":
        """Fill the form that has this button and press it. A field's value may be a list, or (file name, bytes)."""
        form, button = self._form(words)
        data = _filled(form)
        known = {field.get("name") for field in form.iter("input", "select", "textarea", "button")}
        if missing := set(fields) - known:
            raise NotOnThePage(f"no field {missing} beside {words!r} on {self.address}; there are: {known}")
        data |= {name: _value(value) for name, value in fields.items()}
        if name := button.get("name"):
            data[name] = button.get("value", "")
        target = self._local(urljoin(self.address, button.get("formaction") or form.get("action") or self.address))
        method = self.client.post if form.get("method", "get").lower() == "post" else self.client.get
        return self._take(method(target, data, follow=True, headers=self._headers()), status)

    def says(self, *words: str) -> bool:
        """Does the page's text hold all of these?"""
        text = self.text
        return all(word in text for word in words)

    @property
    def text(self) -> str:
        """What can be read on the page, white space made even."""
        return " ".join(self.page.text_content().split())

    def links(self) -> list[str]:
        """The words of every link."""
        return [_words(link) for link in self.page.iter("a")]

    def buttons(self) -> list[str]:
        """The words of every button that can be pressed."""
        return [_words(button) for button in self.page.iter("button") if button.get("aria-disabled") != "true"]

    def _form(self, words: str) -> tuple[html.HtmlElement, html.HtmlElement]:
        for button in self.page.iter("button"):
            if words not in _words(button) or button.get("aria-disabled") == "true":
                continue
            named = button.get("form")
            form = self.page.get_element_by_id(named) if named else next(button.iterancestors("form"), None)
            if form is not None:
                return form, button
        raise NotOnThePage(f"no button {words!r} on {self.address}; there are: {self.buttons()}")

    def _take(self, response: Any, status: int) -> "Visitor":
        self.status = response.status_code
        self.address = response.request["PATH_INFO"] + (
            f"?{query}" if (query := response.request.get("QUERY_STRING")) else ""
        )
        self.content = response.getvalue() if response.streaming else response.content
        if "html" in response.headers.get("Content-Type", ""):
            self.page = html.fromstring(self.content.decode())
        assert self.status == status, f"{self.address} answered {self.status}: {self.text[:400]}"
        return self

    def _local(self, address: str) -> str:
        parts = urlsplit(address)
        return parts.path + (f"?{parts.query}" if parts.query else "") or self.address

    def _headers(self) -> dict[str, str]:
        return {"accept-language": self.language}


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _filled(form: html.HtmlElement) -> dict[str, Any]:
    """What the form would send untouched."""
    data: dict[str, list[str]] = {}
    for field in form.iter("input", "select", "textarea"):
        name = field.get("name")
        if not name or field.get("disabled") is not None:
            continue
        for value in _values(field):
            data[name] = [*data.get(name, []), value]
    return data


def _values(field: html.HtmlElement) -> Iterable[str]:
    kind = field.get("type", "text")
    if field.tag == "textarea":
        return [field.text or ""]
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [o for o in options if o.get("selected") is not None] or ([] if field.get("multiple") else options[:1])
        return [option.get("value", option.text or "") for option in chosen]
    if kind in {"checkbox", "radio"}:
        return [field.get("value", "on")] if field.get("checked") is not None else []
    return [] if kind in {"file", "submit", "button", "image"} else [field.get("value", "")]


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return SimpleUploadedFile(value[0], value[1])
    return value
