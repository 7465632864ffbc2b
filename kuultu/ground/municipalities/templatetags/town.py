"""`{% at "cards:card" round.code 7 %}`: an address inside the scope."""

from django import template

from kuultu.ground.municipalities.addresses import at

register = template.Library()
register.simple_tag(at)
