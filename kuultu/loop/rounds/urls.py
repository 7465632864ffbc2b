"""The pages of this room."""

from django.urls import path

from kuultu.loop.rounds.views import events, orders, plan

# /<municipality>/…
beginning = [path("rounds/new/", plan.new_round, name="new")]

# /<municipality>/<round>/rounds/…
planning = [
    path("<round:code>/rounds/", plan.plan, name="plan"),
    path("<round:code>/rounds/change/", plan.change, name="change"),
    path("<round:code>/rounds/groups/new/", plan.group, name="new_group"),
    path("<round:code>/rounds/groups/<int:number>/", plan.group, name="group"),
    path("<round:code>/rounds/groups/<int:number>/drop/", plan.leave_group_out, name="drop_group"),
]

# /<municipality>/<round>/rounds/orders/…
ordering = [
    path("<round:code>/rounds/organisations/new/", orders.new_organisation, name="new_organisation"),
    path("<round:code>/rounds/orders/new/", orders.write, name="new_order"),
    path("<round:code>/rounds/orders/<int:number>/", orders.show, name="order"),
    path("<round:code>/rounds/orders/<int:number>/change/", orders.write, name="change_order"),
    path("<round:code>/rounds/orders/<int:number>/send/", orders.send, name="send_order"),
    path("<round:code>/rounds/orders/<int:number>/answer/", orders.answer, name="answer_order"),
]

# /<municipality>/<round>/rounds/events/…
arranging = [
    path("<round:code>/rounds/events/new/", events.schedule, name="schedule"),
    path("<round:code>/rounds/events/<event:event_code>/", events.show, name="event"),
    path("<round:code>/rounds/events/<event:event_code>/move/", events.move, name="move"),
    path("<round:code>/rounds/events/<event:event_code>/cancel/", events.cancel, name="cancel"),
    path("<round:code>/rounds/events/<event:event_code>/hold/", events.hold, name="hold"),
    path("<round:code>/rounds/events/<event:event_code>/people/", events.name, name="name"),
    path("<round:code>/rounds/events/<event:event_code>/people/<int:number>/release/", events.release, name="release"),
    path("<round:code>/rounds/events/<event:event_code>/links/<str:role>/renew/", events.renew, name="renew"),
]

urlpatterns = [*beginning, *planning, *ordering, *arranging]
