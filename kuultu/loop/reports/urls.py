"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/reports/
urlpatterns: list[URLPattern] = []
