"""Signing in and out."""

from django.urls import path

from kuultu.ground.people import views

app_name = "people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("in/<str:token>/", views.enter, name="enter"),
    path("me/", views.home, name="home"),
]
