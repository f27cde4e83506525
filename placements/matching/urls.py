from django.urls import path

from placements.matching.views import saya as own

saya = [path("cocok/", own.matches, name="matches")]
