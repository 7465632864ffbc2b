"""How small is too small: every limit of this package, with where it comes from."""

WORDS_FROM = 5
"""Fewer people than this: nothing is said. The Finnish work-life survey Kunta10 does the same."""

FIGURES_FROM = 10
"""From 5 to 9 people words only, from 10 figures. Kunta10's limits, known in municipalities."""

FULL_SCALE_FROM = 30
"""Below this a five-point scale is shown in three classes: single answers stand out too easily."""

SMALLEST_CLASS = 3
"""No class of one or two people is ever shown, nor one that leaves only one or two people out."""

SMALLEST_CELL = 5
"""The smallest number of people in a cell of a table, and of people told apart by subtraction."""

NARROWEST_GUESS = 5
"""What is published must leave at least this many people of doubt about each hidden cell."""

PUBLIC_EVENTS = 2
"""A public figure rests on at least two events: one event is a room somebody saw people enter."""

ROUND_PEOPLE_TO = 5
"""Public counts of people are rounded to fives, so that no single person moves one."""

MOST_FROM = 0.7
"""'Most' starts here. At 5 to 9 people the word then always covers at least two counts."""
