"""The pages of this room."""

from django.urls import path

from kuultu.loop.slides.views import overview, slide

# /<municipality>/<round>/slides/…
the_whole = [
    path("<round:code>/slides/", overview.overview, name="overview"),
    path("<round:code>/slides/build/", overview.build, name="build"),
    path("<round:code>/slides/in/<slug:language>/", overview.overview, name="in_language"),
    path("<round:code>/slides/in/<slug:language>/add/", overview.add, name="add"),
    path("<round:code>/slides/in/<slug:language>/freeze/", overview.freeze, name="freeze"),
    path("<round:code>/slides/slides-<slug:language>.pptx", overview.file, name="file"),
]

# /<municipality>/<round>/slides/<slide>/…
one_slide = [
    path("<round:code>/slides/<int:number>/", slide.slide, name="slide"),
    path("<round:code>/slides/<int:number>/earlier/", slide.move, {"way": "earlier"}, name="earlier"),
    path("<round:code>/slides/<int:number>/later/", slide.move, {"way": "later"}, name="later"),
    path("<round:code>/slides/<int:number>/hide/", slide.show, {"way": "hide"}, name="hide"),
    path("<round:code>/slides/<int:number>/show/", slide.show, {"way": "show"}, name="show"),
    path("<round:code>/slides/<int:number>/remove/", slide.remove, name="remove"),
]

urlpatterns = [*the_whole, *one_slide]
