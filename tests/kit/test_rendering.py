"""No choice is a row of dashes."""

from django import forms

from placements.schools.forms import ActivityForm

DASHES = "---------"
CHOICES = [("", DASHES), ("a", "Anggrek")]


class Choosing(forms.Form):
    listed = forms.ChoiceField(choices=CHOICES)
    asked = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)
    optional = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect, required=False)


def labels(name):
    page = str(Choosing()[name])
    return [word for word in ("Pilih", "Tidak diisi", "Anggrek", DASHES) if word in page]


def test_list_begins_with_a_word():
    assert labels("listed") == ["Pilih", "Anggrek"]


def test_buttons_offer_nothing_but_answers_where_one_is_wanted():
    assert labels("asked") == ["Anggrek"]


def test_buttons_that_may_be_left_out_say_so():
    assert labels("optional") == ["Tidak diisi", "Anggrek"]


def test_form_of_a_model_has_no_dashes():
    assert DASHES not in ActivityForm().as_p()
