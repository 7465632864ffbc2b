"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/followup/
urlpatterns: list[URLPattern] = []
