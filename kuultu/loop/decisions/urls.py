"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/decisions/
urlpatterns: list[URLPattern] = []
