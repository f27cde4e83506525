"""The style page (templates/kit/style.html) in a real browser: pictures, the small scripts, the weight of a page."""

import dataclasses
import datetime

import pytest
from django import forms
from django.shortcuts import render
from django.urls import path
from PIL import Image

from bkk_portal.accounts.access import public
from bkk_portal.urls import urlpatterns as portal_urls
from tests.e2e.conftest import DESK, PHONE

DARK = {"color_scheme": "dark"}


class CompanyForm(forms.Form):
    nama = forms.CharField(label="Nama perusahaan", help_text="Seperti tertulis di NIB.")
    surel = forms.EmailField(label="Surel")
    bidang = forms.ChoiceField(label="Bidang usaha", choices=[("", "Pilih"), ("dagang", "Perdagangan")])
    tentang = forms.CharField(label="Tentang perusahaan", widget=forms.Textarea, required=False)
    menerima = forms.MultipleChoiceField(
        choices=[("magang", "Magang"), ("tetap", "Kerja tetap")], widget=forms.CheckboxSelectMultiple
    )
    foto = forms.FileField(required=False, widget=forms.FileInput(attrs={"data-shrink": "400", "accept": "image/*"}))


class VacancyFilterForm(forms.Form):
    kecamatan = forms.ChoiceField(required=False, choices=[("", "Semua"), ("kl", "Kelapa Lima")])
    terbuka = forms.BooleanField(label="Hanya yang masih terbuka", required=False)


@dataclasses.dataclass
class Filter:
    form: forms.Form


def step(label, kind="", reason=""):
    at = datetime.datetime(2026, 11, 24, 1, 30, tzinfo=datetime.UTC)
    return {"label": label, "at": at, "by": "BKK SMKN 1 Kupang", "reason": reason, "kind": kind}


@public
def style(request):
    context = {
        "form": CompanyForm({"nama": "PT Flobamora", "surel": "bukan surel"}),
        "filter": Filter(VacancyFilterForm(request.GET or None)),
        "timeline": [step("Diundang wawancara", "now", "Bawa ijazah."), step("Dikirim")],
    }
    return render(request, "kit/style.html", context)


urlpatterns = [*portal_urls, path("gaya/", style)]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(open_page, shot, screen, scheme):
    page = open_page(**screen, color_scheme=scheme)
    page.goto("/gaya/")
    assert page.locator("h1").inner_text() == "Lowongan"
    shot(page, f"gaya-{scheme}")


def test_page_stays_within_its_budget(page_phone):
    asked = []
    page_phone.on("request", lambda request: asked.append(request.url))
    page_phone.goto("/gaya/", wait_until="networkidle")
    assert len(asked) <= 6
    assert page_phone.evaluate("document.querySelectorAll('*').length") <= 800


def test_menu_closes_on_escape(page_phone):
    page_phone.goto("/gaya/")
    page_phone.locator(".bar-more summary").tap()
    assert page_phone.locator(".bar-more ul").is_visible()
    page_phone.keyboard.press("Escape")
    assert page_phone.locator(".bar-more ul").is_hidden()


def test_filters_open_as_a_sheet_without_script(open_page):
    page = open_page(**PHONE, java_script_enabled=False)
    page.goto("/gaya/")
    page.locator(".filter-open").tap()
    page.get_by_label("Kecamatan").select_option("kl")
    page.locator("#saring").get_by_role("button", name="Terapkan").tap()
    page.wait_for_url("**/gaya/?kecamatan=kl")
    assert page.locator("#saring").is_hidden()


def test_filters_apply_themselves_on_a_desk(page_desk):
    page_desk.goto("/gaya/")
    page_desk.get_by_label("Kecamatan").select_option("kl")
    page_desk.wait_for_url("**/gaya/?kecamatan=kl")


def test_signature_becomes_a_picture_and_can_be_undone(page_desk):
    page_desk.goto("/gaya/")
    field = page_desk.locator("input[name=tanda_tangan]")
    canvas = page_desk.locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page_desk.mouse.move(box["x"] + 20, box["y"] + 60)
    page_desk.mouse.down()
    page_desk.mouse.move(box["x"] + 150, box["y"] + 20, steps=4)
    page_desk.mouse.up()
    assert field.input_value().startswith("data:image/png;base64,")
    page_desk.get_by_role("button", name="Ulangi").click()
    assert field.input_value() == ""


def test_large_photo_is_made_smaller_before_it_travels(page_desk, tmp_path):
    photo = tmp_path / "foto.png"
    Image.effect_noise((900, 600), 80).save(photo)
    page_desk.goto("/gaya/")
    page_desk.locator("input[type=file]").set_input_files(photo)
    page_desk.locator(".preview img").wait_for()
    sent = page_desk.evaluate(
        "(async () => { const file = document.querySelector('input[type=file]').files[0];"
        " const image = await createImageBitmap(file); return [file.name, image.width, image.height] })()"
    )
    assert sent == ["foto.jpg", 400, 267]
