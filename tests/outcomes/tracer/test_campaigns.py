"""A campaign: its class, its waves, what the coordinator does with one graduate, results and export."""

import csv
import datetime
import io
import json

import pytest
from django.core import mail
from django.utils import timezone
from openpyxl import load_workbook

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.notifications.models import Notification, OutboxMessage
from placements.outcomes.tracer import campaigns
from placements.outcomes.tracer.figures import Rate, rate_of, results_of
from placements.outcomes.tracer.models import TracerCampaign, TracerQuestionnaire
from placements.outcomes.tracer.spreadsheets import export_tracer
from tests.factories.alumni import AlumnusFactory
from tests.factories.tracer import (
    ContradictionFactory,
    TracerCampaignFactory,
    TracerQuestionnaireFactory,
    TracerResponseFactory,
)
from tests.outcomes.acts import messages
from tests.outcomes.tracer.acts import EMPLOYEE, OWNER, asking, response_to, send, sent

pytestmark = pytest.mark.django_db
CREATE = "/bkk/tracer/baru/"
CLOSE = "Bagaimana keselarasan pekerjaan Anda sekarang dengan program/kompetensi keahlian Anda di SMK?"


def today(days=0):
    return timezone.localdate() + datetime.timedelta(days=days)


def form(**fields):
    values = {"graduation_year": "2025", "opens_on": today().isoformat(), "closes_on": today(60).isoformat()}
    return values | {"waves": "30, 14 14", "contact": "0812-3456-7890"} | fields


# opening and closing


def test_opening_asks_the_whole_class_under_the_version_in_force(coordinator):
    AlumnusFactory.create_batch(2, school=coordinator.school, graduation_year=2025)
    AlumnusFactory(school=coordinator.school, graduation_year=2024)
    AlumnusFactory(graduation_year=2025)
    TracerQuestionnaireFactory(number=1)
    newest = TracerQuestionnaireFactory(number=2)
    TracerQuestionnaireFactory(number=3, draft=True)
    response = coordinator.client.post(CREATE, form(), follow=True)
    campaign = TracerCampaign.objects.get()
    assert messages(response) == ["Tracer study dibuka. Undangan dikirim sendiri pada hari mulai."]
    assert (campaign.school, campaign.questionnaire, campaign.created_by) == (
        coordinator.school,
        newest,
        coordinator.user,
    )
    assert (campaign.waves, campaign.contact, campaign.responses.count()) == ([14, 30], "+6281234567890", 2)


def test_a_class_is_asked_once_at_a_time(coordinator):
    AlumnusFactory(school=coordinator.school, graduation_year=2025)
    TracerCampaignFactory(school=coordinator.school, graduation_year=2025)
    response = coordinator.client.post(CREATE, form())
    assert messages(response) == ["Sudah ada. Tracer study angkatan ini sudah berjalan. Tutup dulu yang lama."]
    assert TracerCampaign.objects.count() == 1


def test_without_a_questionnaire_nothing_is_opened(coordinator):
    AlumnusFactory(school=coordinator.school, graduation_year=2025)
    response = coordinator.client.post(CREATE, form())
    assert (messages(response), TracerCampaign.objects.count()) == (
        ["Belum ada kuesioner yang diterbitkan forum."],
        0,
    )


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"closes_on": today().isoformat()}, {"closes_on": ["Tanggal selesai harus setelah tanggal mulai."]}),
        ({"waves": "0, x"}, {"waves": ["Tulis angka hari antara 1 dan 365, dipisah koma."]}),
        ({"waves": "1 2 3 4 5 6 7"}, {"waves": ["Paling banyak 6 pengingat."]}),
        (
            {"opens_on": today(-20).isoformat(), "closes_on": today(-1).isoformat()},
            {"closes_on": ["Tanggal selesai sudah lewat."]},
        ),
    ],
)
def test_bad_dates_and_waves_are_explained(coordinator, fields, errors):
    AlumnusFactory(school=coordinator.school, graduation_year=2025)
    assert coordinator.client.post(CREATE, form(**fields)).context["form"].errors == errors


def test_chore_closes_what_is_over():
    over = TracerCampaignFactory(opens_on=today(-60), closes_on=today(-1))
    TracerCampaignFactory(closes_on=today())
    assert campaigns.close_overdue(dry_run=True) == "Tracer study: 1 yang lewat waktu ditutup."
    campaigns.close_overdue(dry_run=False)
    assert list(TracerCampaign.objects.filter(closed_at__isnull=False)) == [over]


# waves


def wave(dry_run=False):
    return campaigns.send_waves(dry_run=dry_run)


def test_invitation_goes_to_the_silent_who_can_be_reached(coordinator, django_capture_on_commit_callbacks):
    campaign = asking(coordinator.school, opens_on=today(), waves_sent=0)
    by_mail = response_to(campaign, alumnus__person__email="maria@contoh.test")
    response_to(campaign, alumnus__person__email="")
    response_to(campaign, alumnus__person__email="joni@contoh.test", submitted=True)
    response_to(campaign, alumnus__person__email="ani@contoh.test", untraceable=True)
    assert wave(dry_run=True) == "Tracer study: 1 gelombang akan dikirim."
    with django_capture_on_commit_callbacks(execute=True):
        assert wave() == "Tracer study: 1 gelombang, 1 alumni diingatkan."
    assert wave() == "Tracer study: 0 gelombang, 0 alumni diingatkan."
    letter = next(message for message in mail.outbox if message.to == ["maria@contoh.test"])
    assert letter.subject == f"Apa kabar setelah lulus dari {campaign.school.name}?"
    assert f"/tracer/{by_mail.pk}." in letter.body
    by_mail.refresh_from_db()
    assert by_mail.invited_at is not None
    told = Notification.objects.get(user=coordinator.user)
    assert (told.title, told.body) == (
        "Tracer lulusan 2025: 1 alumni diingatkan",
        "1 alumni tidak punya surel atau akun. Hubungi lewat WhatsApp atau telepon.",
    )


def test_missed_waves_come_as_one_and_newcomers_join(coordinator):
    campaign = asking(coordinator.school, opens_on=today(-31), waves_sent=1, waves=[14, 30, 45])
    newcomer = AlumnusFactory(school=coordinator.school, graduation_year=2025, person__email="baru@contoh.test")
    assert wave() == "Tracer study: 1 gelombang, 1 alumni diingatkan."
    campaign.refresh_from_db()
    assert (campaign.waves_sent, [row.alumnus for row in campaign.responses.all()]) == (3, [newcomer])
    assert campaigns.next_wave(campaign) == campaign.opens_on + datetime.timedelta(days=45)


def test_an_account_is_told_in_the_portal_unless_its_consent_is_withdrawn(coordinator, alumnus_user):
    campaign = asking(alumnus_user.school, opens_on=today(), waves_sent=0)
    response_to(campaign, alumnus=alumnus_user.alumnus)
    assert wave() == "Tracer study: 1 gelombang, 0 alumni diingatkan."  # no consent to be contacted
    alumnus_user.user.consents.create(purpose="tracer", version="1", wording="Boleh dihubungi")
    TracerCampaign.objects.update(waves_sent=0)
    assert wave() == "Tracer study: 1 gelombang, 1 alumni diingatkan."
    told = Notification.objects.get(user=alumnus_user.user)
    assert told.url.startswith("/tracer/")


# one graduate


def act(seat, response, step):
    url = f"/bkk/tracer/jawaban/{response.pk}/langkah/"
    return messages(seat.client.post(url, {"langkah": step}, follow=True))


def test_page_of_a_graduate_offers_call_link_and_form(coordinator):
    response = response_to(asking(coordinator.school), alumnus__person__phone="+6281234567890")
    text = coordinator.client.get(f"/bkk/tracer/jawaban/{response.pk}/").content.decode()
    assert 'href="tel:+6281234567890"' in text
    assert 'href="https://wa.me/6281234567890?text=Halo%20' in text
    assert f'href="/bkk/tracer/jawaban/{response.pk}/isi/"' in text


def test_link_is_sent_by_letter_on_demand(coordinator):
    response = response_to(asking(coordinator.school), alumnus__person__email="maria@contoh.test")
    assert act(coordinator, response, "tautan") == ["Tautan dikirim lewat surel."]
    assert OutboxMessage.objects.get().address == "maria@contoh.test"
    nobody = response_to(response.campaign, alumnus__person__email="")
    assert act(coordinator, nobody, "tautan") == [
        "Alumni ini belum punya surel. Kirim tautannya lewat WhatsApp, atau isi lewat telepon."
    ]


def test_not_to_be_found_is_a_state_that_can_be_taken_back(coordinator):
    response = response_to(asking(coordinator.school))
    url = f"/bkk/tracer/jawaban/{response.pk}/tidak-terlacak/"
    coordinator.client.post(url, {"note": "Nomor tidak aktif"})
    response.refresh_from_db()
    response.alumnus.refresh_from_db()
    assert (response.status, response.note, response.alumnus.tracing) == (
        "untraceable",
        "Nomor tidak aktif",
        "untraceable",
    )
    assert messages(coordinator.client.post(url, follow=True))[-1] == "Sudah dicatat tidak terlacak."
    assert act(coordinator, response, "tanya") == ["Alumni ini termasuk yang ditanya lagi."]
    response.refresh_from_db()
    assert response.status == "waiting"


def test_sent_answers_can_be_corrected_and_history_keeps_them(coordinator):
    response = response_to(asking(coordinator.school))
    send(response, EMPLOYEE)
    assert act(coordinator, response, "buka") == ["Jawaban dibuka lagi untuk diperbaiki."]
    response.refresh_from_db()
    assert (response.status, response.draft, response.answers.count()) == ("started", EMPLOYEE, 0)
    send(response, OWNER)
    assert sent(response) == OWNER
    assert EMPLOYEE in [
        json.loads(line.changes["draft"][1]) for line in changes_of(response) if "draft" in line.changes
    ]


# figures


def test_rate_has_both_denominators(coordinator):
    campaign = asking(coordinator.school)
    response_to(campaign, submitted=True)
    response_to(campaign, untraceable=True)
    TracerResponseFactory.create_batch(2, campaign=campaign)
    response_to(asking(), submitted=True)
    rate = rate_of([campaign])
    assert rate == Rate(total=4, answered=1, unreachable=1)
    assert (rate.of_all, round(rate.of_reachable, 1), rate.waiting) == (25, 33.3, 2)


def charts(results):
    return {chart.title: dict(chart.series[0].points) for _, part in results.parts for chart in part}


def test_results_count_each_answer_and_public_ones_hide_the_few(coordinator):
    campaign = asking(coordinator.school)
    for answers in [EMPLOYEE] * 6 + [OWNER]:
        send(response_to(campaign), answers)
    own, public = (results_of([campaign], campaign.questionnaire, is_public=flag) for flag in (False, True))
    working = "Apa bentuk pekerjaan/kegiatan yang Anda lakukan?"
    assert charts(own)[working]["Buruh/karyawan/pegawai"] == 6
    assert charts(own)[working]["Berwirausaha sendiri tanpa dibantu orang lain"] == 1
    assert charts(public)[working]["Berwirausaha sendiri tanpa dibantu orang lain"] is None
    assert charts(public)[working]["Buruh/karyawan/pegawai"] is None  # it would give the other away
    assert charts(public)[CLOSE]["Sangat selaras"] == 6


def test_too_few_answers_tell_nothing_in_public(coordinator):
    campaign = asking(coordinator.school)
    for _ in range(4):
        send(response_to(campaign), EMPLOYEE)
    results = results_of([campaign], campaign.questionnaire, is_public=True)
    assert (results.is_hidden, results.parts, results.rate.answered) == (True, [], 0)


def test_results_are_published_and_withdrawn_by_the_school(coordinator, client):
    campaign = asking(coordinator.school)
    for _ in range(5):
        send(response_to(campaign), EMPLOYEE)
    url, page = f"/bkk/tracer/{campaign.pk}/umumkan/", f"/sekolah/{coordinator.school.npsn}/tracer/2025/"
    assert client.get(page).status_code == 404
    said = messages(coordinator.client.post(url, {"umumkan": "ya"}, follow=True))
    assert (said, client.get(page).status_code) == (["Hasil diumumkan di halaman sekolah."], 200)
    coordinator.client.post(url, {"umumkan": "tidak"})
    assert client.get(page).status_code == 404


def test_results_take_the_same_queries_for_any_class(coordinator, same_queries):
    campaign = asking(coordinator.school)

    def more(count):
        for _ in range(count):
            send(response_to(campaign), EMPLOYEE)

    same_queries(coordinator.client, f"/bkk/tracer/{campaign.pk}/hasil/", more, 12)


def test_campaign_page_takes_the_same_queries_for_any_class(coordinator, same_queries):
    campaign = asking(coordinator.school)
    url = f"/bkk/tracer/{campaign.pk}/"
    same_queries(coordinator.client, url, lambda n: TracerResponseFactory.create_batch(n, campaign=campaign), 12)


@pytest.mark.parametrize(
    ("query", "found"),
    [("status=submitted", ["Ani"]), ("kontak=surel", ["Joni"]), ("kontak=hp", ["Maria"]), ("q=mar", ["Maria"])],
)
def test_class_is_filtered(coordinator, query, found):
    campaign = asking(coordinator.school)
    nothing = {"alumnus__person__phone": "", "alumnus__person__email": ""}
    response_to(campaign, submitted=True, alumnus__person__name="Ani", **nothing)
    response_to(campaign, alumnus__person__name="Joni", **(nothing | {"alumnus__person__email": "joni@contoh.test"}))
    response_to(campaign, alumnus__person__name="Maria", **(nothing | {"alumnus__person__phone": "+6281234567890"}))
    rows = coordinator.client.get(f"/bkk/tracer/{campaign.pk}/?{query}").context["listing"].rows
    assert [row.alumnus.person.name for row in rows] == found


# export


def test_export_is_in_the_order_of_the_national_form_and_audited(coordinator):
    campaign = asking(coordinator.school)
    first = response_to(campaign, alumnus__person__name="Ani")
    response_to(campaign, alumnus__person__name="Budi")
    send(first, EMPLOYEE)
    response = coordinator.client.get(f"/bkk/tracer/{campaign.pk}/jawaban.xlsx")
    rows = list(load_workbook(io.BytesIO(b"".join(response.streaming_content))).active.values)
    assert [heading.split(".")[0] for heading in rows[0][7:]] == [str(number) for number in range(1, 47)]
    assert rows[1][:5] == (first.alumnus.person.nisn, "Ani", str(first.alumnus.konsentrasi), 2025, "Sudah menjawab")
    assert rows[1][7 + 29] == "Melalui ikatan alumni; Lainnya"
    assert (rows[2][1], rows[2][4], set(rows[2][7:])) == ("Budi", "Belum menjawab", {None})
    event = AuditEvent.objects.get(kind="exported")
    assert (event.user, event.target) == (coordinator.user, f"tracercampaign {campaign.pk}")


def test_csv_says_the_same(coordinator):
    campaign = asking(coordinator.school)
    send(response_to(campaign), EMPLOYEE)
    response = coordinator.client.get(f"/bkk/tracer/{campaign.pk}/jawaban.csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    headings, row = csv.reader(io.StringIO(text), delimiter=";")
    assert dict(zip(headings, row, strict=True))["28. Apa nama tempat Anda bekerja?"] == "Toko Rukun"
    assert AuditEvent.objects.filter(kind="exported").count() == 1


def test_person_gets_their_own_answers(alumnus_user):
    response = response_to(asking(alumnus_user.school), alumnus=alumnus_user.alumnus)
    send(response, EMPLOYEE)
    heading, (facts,) = export_tracer(alumnus_user.person)
    assert (heading, facts["keadaan"], facts["Apa nama tempat Anda bekerja?"]) == (
        "Tracer study",
        "Sudah menjawab",
        "Toko Rukun",
    )


# the forum


def test_forum_sees_totals_of_each_school_and_nobody(coordinator, forum_chair):
    campaign = asking(coordinator.school)
    response_to(campaign, submitted=True, alumnus__person__name="Maria Nenobais")
    response_to(campaign)
    page = forum_chair.client.get("/forum/tracer/?tahun=2025")
    rates = {school.name: rate and (rate.answered, rate.total) for school, rate in page.context["rows"]}
    assert rates[coordinator.school.name] == (1, 2)
    assert "Maria Nenobais" not in page.content.decode()
    assert forum_chair.client.get("/forum/tracer/2025/hasil/").context["results"].is_hidden


def test_a_new_version_leaves_running_campaigns_alone(coordinator, forum_chair):
    campaign = asking(coordinator.school)
    send(response_to(campaign), EMPLOYEE)
    forum_chair.client.post("/forum/tracer/kuesioner/baru/")
    draft = TracerQuestionnaire.objects.get(published_at=None)
    question = draft.questions.get(number=28)
    data = {"text": "Di perusahaan apa Anda bekerja?", "help": ""}
    forum_chair.client.post(f"/forum/tracer/pertanyaan/{question.pk}/", data)
    forum_chair.client.post(f"/forum/tracer/kuesioner/{draft.pk}/terbitkan/", {"note": "Lebih jelas"})
    campaign.refresh_from_db()
    draft.refresh_from_db()
    assert (draft.is_draft, draft.questions.get(number=28).text) == (False, "Di perusahaan apa Anda bekerja?")
    assert campaign.questionnaire.questions.get(number=28).text == "Apa nama tempat Anda bekerja?"
    assert TracerQuestionnaire.objects.in_force() == draft


def test_contradictions_of_a_campaign_are_counted_on_its_page(coordinator):
    campaign = asking(coordinator.school)
    response = response_to(campaign)
    ContradictionFactory(alumnus=response.alumnus, response=response)
    assert coordinator.client.get(f"/bkk/tracer/{campaign.pk}/").context["contradictions"] == 1
