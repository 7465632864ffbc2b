"""The pages of this room."""

from django.urls import path

from kuultu.loop.cards.views import bench, deck

# /<municipality>/<round>/cards/…
the_deck = [
    path("<round:code>/cards/", deck.deck, name="deck"),
    path("<round:code>/cards/freeze/", deck.freeze, name="freeze"),
    path("<round:code>/cards/print/<str:language>.pdf", deck.print_deck, name="print"),
    path("<round:code>/cards/new/", bench.new, name="new"),
]

# /<municipality>/<round>/cards/<number>/…
one_card = [
    path("<round:code>/cards/<int:number>/", bench.card, name="card"),
    path("<round:code>/cards/<int:number>/statements/", bench.statements, name="statements"),
    path("<round:code>/cards/<int:number>/<str:way>/<event:event_code>-<int:statement>/", bench.rest, name="rest"),
    path("<round:code>/cards/<int:number>/consent/", bench.consent, name="consent"),
    path("<round:code>/cards/<int:number>/translate/", bench.translate, name="translate"),
    path("<round:code>/cards/<int:number>/translate/<str:language>/", bench.translate, name="translation"),
    path("<round:code>/cards/<int:number>/send/", bench.turn, {"way": "send"}, name="send"),
    path("<round:code>/cards/<int:number>/approve/", bench.turn, {"way": "approve"}, name="approve"),
    path("<round:code>/cards/<int:number>/withdraw/", bench.turn, {"way": "withdraw"}, name="withdraw"),
]

urlpatterns = [*the_deck, *one_card]
