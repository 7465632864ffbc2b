"""A choice that has not been made says so without words: Django's exist in English only."""

import pytest
from django.utils import translation

from kuultu.ground.municipalities.models import Municipality
from kuultu.loop.rounds.forms import EventForm, OrderForm
from kuultu.loop.statements.forms import ThemeForm
from tests.factories import a_round


@pytest.mark.django_db
def test_an_open_choice_has_no_english_on_it(in_mallila: Municipality) -> None:
    round = a_round()
    with translation.override("fi"):
        for field in (OrderForm(round)["organisation"], EventForm(round, None)["group"], ThemeForm(None, ())["domain"]):
            first, *_rest = list(field.field.choices)
            assert [str(each) for each in first] == ["", "—"]
