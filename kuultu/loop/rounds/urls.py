"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/rounds/
urlpatterns: list[URLPattern] = []
