"""LPJ, surat teguran, what participants send themselves, the day's tour."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.models import Notification
from bkk_portal.people.models import ActivitySpell
from tests.factories.monitoring import (
    FindingFactory,
    HelpFactory,
    LetterFactory,
    SelfReportFactory,
    UseReportFactory,
    VisitFactory,
)
from tests.factories.participants import ParticipantFactory
from tests.factories.people import SpellFactory
from tests.factories.regions import VillageFactory
from tests.monitoring.acts import paper, picture, recipient
from trainings.monitoring.findings.letters import write_letter
from trainings.monitoring.findings.models import ReminderLetter
from trainings.monitoring.offers import erase_own_words, export_follow_up, monitoring_reminders, report_reminders
from trainings.monitoring.reports.actions import receive_report, return_report, send_report
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.tours.actions import MOST_STOPS

TODAY = timezone.localdate


def owed(officer, person=None, **fields):
    extra = {"participant__person": person} if person else {}
    return UseReportFactory(handover=recipient(officer.agency, **extra), **fields)


class TestUseReport:
    def test_recipient_sends_officer_receives(self, officer, participant_user):
        report = owed(officer, participant_user.person, overdue=True)
        participant_user.client.post(reverse("saya:report_send", args=[report.pk]), {"file": paper()})
        assert UseReport.objects.get().status == "sent"
        officer.client.post(reverse("dinas:lpj_receive", args=[report.pk]), {"received_on": TODAY().isoformat()})
        report.refresh_from_db()
        assert (report.status, report.received_by, report.received_on) == ("received", officer.user, TODAY())

    def test_comes_back_with_a_reason(self, officer, participant_user):
        report = owed(officer, participant_user.person, sent=True)
        return_report(report=report, reason="Kuitansi belum ada", actor=officer.actor)
        with pytest.raises(AlreadyDone):
            return_report(report=report, reason="Lagi", actor=officer.actor)
        page = participant_user.client.get(reverse("saya:participation", args=[report.handover.participant_id]))
        assert "Kuitansi belum ada" in page.content.decode()
        send_report(report=report, file=paper(), actor=participant_user.actor)
        assert UseReport.objects.get().status == "sent"

    def test_on_paper_needs_the_scan(self, officer):
        report = owed(officer)
        with pytest.raises(Refused):
            receive_report(report=report, file=None, received_on=TODAY(), actor=officer.actor)
        url = reverse("dinas:lpj_receive", args=[report.pk])
        officer.client.post(url, {"received_on": TODAY().isoformat(), "file": paper()})
        assert UseReport.objects.get().is_received

    def test_what_is_no_paper_is_refused(self, officer):
        report = owed(officer)
        url = reverse("dinas:lpj_receive", args=[report.pk])
        file = SimpleUploadedFile("lpj.pdf", b"bukan pdf", "application/pdf")
        response = officer.client.post(url, {"received_on": TODAY().isoformat(), "file": file})
        assert list(response.context["form"].errors) == ["file"]
        assert UseReport.objects.get().status == "due"

    @pytest.mark.parametrize("days", [1, -2000])
    def test_day_that_cannot_be(self, officer, days):
        day = TODAY() + dt.timedelta(days)
        with pytest.raises(Refused):
            receive_report(report=owed(officer), file=paper(), received_on=day, actor=officer.actor)

    def test_twice_says_so(self, officer):
        report = owed(officer, received=True)
        with pytest.raises(AlreadyDone):
            receive_report(report=report, file=paper(), received_on=TODAY(), actor=officer.actor)

    def test_list_by_stage(self, officer):
        late, sent, done = owed(officer, overdue=True), owed(officer, sent=True), owed(officer, received=True)
        coming = owed(officer)

        def rows(**query):
            return officer.client.get(reverse("dinas:lpj_list"), query).context["listing"].rows

        assert (rows(), rows(tahap="diperiksa"), rows(tahap="diterima")) == ([late], [sent], [done])
        assert rows(tahap="belum") == [late, coming]

    def test_list_takes_the_same_queries(self, officer, same_queries):
        def make(count):
            for _ in range(count):
                owed(officer, overdue=True)

        same_queries(officer.client, reverse("dinas:lpj_list"), make, 12)

    def test_recipient_is_reminded_once(self, officer, participant_user):
        owed(officer, participant_user.person, overdue=True)
        owed(officer, overdue=True)
        for _ in range(2):
            report_reminders(dry_run=False)
        titles = Notification.objects.filter(user=participant_user.user).values_list("title", flat=True)
        assert [title.split(" jatuh")[0] for title in titles] == ["LPJ Anda"]


class TestLetter:
    def test_is_numbered_logged_and_says_what_is_late(self, officer):
        report = owed(officer, overdue=True)
        url = reverse("dinas:recipient_letter", args=[report.handover_id])
        assert "LPJ belum diserahkan" in officer.client.get(url).content.decode()
        officer.client.post(url, {"channel": "village", "note": "Lewat Pak Lurah"})
        letter = ReminderLetter.objects.get()
        document = IssuedDocument.objects.get()
        assert (letter.level, letter.subject, letter.document, letter.sent_by) == (1, "report", document, officer.user)
        assert document.number.startswith("001/SP/")
        with document.file.open("rb") as file:
            assert file.read(5) == b"%PDF-"

    def test_says_nothing_of_the_person_to_strangers(self, officer):
        report = owed(officer, overdue=True)
        letter = write_letter(handover=report.handover, channel="hand", note="", actor=officer.actor)
        said = str(letter.document.facts)
        person = report.handover.participant.person
        assert "LPJ" not in said
        assert person.name not in said

    def test_next_one_waits_for_the_answer(self, officer):
        report = owed(officer, overdue=True)
        first = write_letter(handover=report.handover, channel="hand", note="", actor=officer.actor)
        with pytest.raises(AlreadyDone):
            write_letter(handover=report.handover, channel="hand", note="", actor=officer.actor)
        ReminderLetter.objects.filter(pk=first.pk).update(answer_by=TODAY() - dt.timedelta(1))
        second = write_letter(handover=report.handover, channel="hand", note="", actor=officer.actor)
        assert (second.level, str(second)) == (2, "Surat teguran II")

    def test_page_offers_no_letter_while_one_can_be_answered(self, officer):
        report = owed(officer, overdue=True)
        url = reverse("dinas:recipient_letter", args=[report.handover_id])
        assert "Buat surat (PDF)" in officer.client.get(url).content.decode()
        letter = write_letter(handover=report.handover, channel="hand", note="", actor=officer.actor)
        page = officer.client.get(url).content.decode()
        assert f"masih dapat dijawab sampai {tanggal(letter.answer_by)}." in page
        assert "Buat surat (PDF)" not in page

    def test_three_and_no_more(self, officer):
        report = owed(officer, overdue=True)
        for level in (1, 2, 3):
            LetterFactory(handover=report.handover, level=level, answer_by=TODAY() - dt.timedelta(1))
        with pytest.raises(AlreadyDone):
            write_letter(handover=report.handover, channel="hand", note="", actor=officer.actor)

    def test_nothing_late_no_letter(self, officer):
        with pytest.raises(Refused):
            write_letter(handover=owed(officer).handover, channel="hand", note="", actor=officer.actor)
        assert IssuedDocument.objects.count() == 0

    def test_finding_comes_first(self, officer):
        report = owed(officer, overdue=True)
        finding = FindingFactory(handover=report.handover, overdue=True)
        letter = write_letter(handover=report.handover, channel="hand", note="", actor=officer.actor)
        assert (letter.subject, letter.finding) == ("finding", finding)

    def test_of_another_office(self, officer, other_officer):
        report = owed(officer, overdue=True)
        url = reverse("dinas:recipient_letter", args=[report.handover_id])
        assert other_officer.client.post(url, {"channel": "hand"}).status_code == 404


class TestOwnSide:
    def mine(self, seat, **fields):
        return ParticipantFactory(person=seat.person, passed=True, **fields)

    def test_everything_of_one_training(self, participant_user):
        row = self.mine(participant_user, score=82)
        handover = recipient(row.training.agency, participant=row)
        UseReportFactory(handover=handover)
        FindingFactory(handover=handover)
        SelfReportFactory(participant=row)
        HelpFactory(participant=row, answered=True)
        text = participant_user.client.get(reverse("saya:participation", args=[row.pk])).content.decode()
        for words in (
            "Benarkah sudah diterima?",
            "Kirim LPJ",
            "Barang dipinjamkan",
            "Bawa ke kantor hari Kamis.",
            "<dd>82</dd>",
        ):
            assert words in text

    def test_own_report_is_unverified(self, participant_user):
        row = self.mine(participant_user)
        data = {"activity": "self_employed", "income_band": "under_2", "workers": 1, "photo": picture()}
        participant_user.client.post(reverse("saya:own_report", args=[row.pk]), data)
        report, spell = SelfReport.objects.get(), ActivitySpell.objects.get()
        assert (report.participant, report.is_checked, bool(report.photo)) == (row, False, True)
        assert (spell.kind, spell.source, spell.verified_at) == ("self_employed", "self", None)

    def test_own_report_leaves_what_was_verified(self, participant_user, officer):
        row = self.mine(participant_user)
        SpellFactory(
            person=row.person,
            kind="self_employed",
            since=TODAY() - dt.timedelta(60),
            until=None,
            source="training",
            verified_by=officer.user,
            verified_at=timezone.now(),
        )
        url = reverse("saya:own_report", args=[row.pk])
        page = participant_user.client.post(url, {"activity": "job_seeking"}, follow=True)
        assert "belum diubah" in page.content.decode()
        assert ActivitySpell.objects.get(kind="self_employed").until is None

    def test_the_same_twice_a_day_is_one(self, participant_user):
        row = self.mine(participant_user)
        for _ in range(2):
            participant_user.client.post(reverse("saya:own_report", args=[row.pk]), {"activity": "working"})
        assert SelfReport.objects.count() == 1

    def test_picture_that_is_none(self, participant_user):
        row = self.mine(participant_user)
        file = SimpleUploadedFile("foto.jpg", b"bukan foto", "image/jpeg")
        url = reverse("saya:own_report", args=[row.pk])
        response = participant_user.client.post(url, {"activity": "working", "photo": file})
        assert list(response.context["form"].errors) == ["photo"]

    def test_who_only_registered_reports_nothing(self, participant_user):
        row = ParticipantFactory(person=participant_user.person, registered=True)
        participant_user.client.post(reverse("saya:own_report", args=[row.pk]), {"activity": "working"})
        assert SelfReport.objects.count() == 0

    def test_help_is_asked_and_answered(self, participant_user, officer):
        row = self.mine(participant_user, training__programme__agency=officer.agency)
        url = reverse("saya:help_ask", args=[row.pk])
        participant_user.client.post(url, {"kind": "sales", "text": "Bagaimana memasarkan kue?"})
        asked = HelpRequest.objects.get()
        assert Notification.objects.filter(user=officer.user).count() == 1
        assert officer.client.get(reverse("dinas:help_list")).context["listing"].rows == [asked]
        officer.client.post(reverse("dinas:help_page", args=[asked.pk]), {"answer": "Ikut pasar Minggu."})
        asked.refresh_from_db()
        assert (asked.answer, asked.answered_by) == ("Ikut pasar Minggu.", officer.user)
        assert Notification.objects.filter(user=participant_user.user).count() == 1

    def test_the_fourth_open_request_waits(self, participant_user):
        row = self.mine(participant_user)
        for number in range(4):
            url = reverse("saya:help_ask", args=[row.pk])
            participant_user.client.post(url, {"kind": "other", "text": f"Permintaan {number}"})
        assert HelpRequest.objects.count() == 3

    def test_help_list_takes_the_same_queries(self, officer, same_queries):
        def make(count):
            for _ in range(count):
                HelpFactory(participant__training__programme__agency=officer.agency)

        same_queries(officer.client, reverse("dinas:help_list"), make, 9)

    def test_own_words_go_when_asked_but_not_what_was_checked(self, participant_user):
        row = self.mine(participant_user)
        SelfReportFactory(participant=row)
        checked = SelfReportFactory(participant=row, visit=VisitFactory(done=True))
        assert erase_own_words(row.person) == 1
        assert SelfReport.objects.get() == checked
        assert len(export_follow_up(row.person)[1]) == 1

    def test_whose_visit_is_due_is_asked(self, officer, participant_user):
        handover = recipient(officer.agency, participant__person=participant_user.person)
        VisitFactory(handover=handover, overdue=True)
        monitoring_reminders(dry_run=False)
        titles = Notification.objects.filter(user=participant_user.user).values_list("title", flat=True)
        assert list(titles) == ["Bagaimana usaha Anda?"]


class TestRoute:
    def due(self, officer, village, **fields):
        handover = recipient(officer.agency, participant__person__village=village, **fields)
        return VisitFactory(handover=handover, overdue=True)

    def page(self, officer, **query):
        return officer.client.get(reverse("dinas:monitoring_route"), query)

    def test_by_kelurahan_in_the_order_of_the_streets(self, officer):
        here, there = VillageFactory(), VillageFactory(code="53.71.04.1009", name="Merdeka")
        second = self.due(officer, here, participant__person__rw="002")
        first = self.due(officer, here, participant__person__rw="001")
        self.due(officer, there)
        page = self.page(officer)
        assert {(village, number) for village, number, _ in page.context["villages"]} == {(here, 2), (there, 1)}
        assert self.page(officer, kelurahan=here.pk).context["stops"] == [first, second]

    def test_a_recipient_is_one_stop(self, officer):
        village = VillageFactory()
        visit = self.due(officer, village)
        VisitFactory(handover=visit.handover, due_on=TODAY() - dt.timedelta(1))
        assert self.page(officer, kelurahan=village.pk).context["stops"] == [visit]

    def test_calls_and_says_what_else_is_owed(self, officer):
        village = VillageFactory()
        visit = self.due(officer, village, participant__person__phone="+6281234567890")
        FindingFactory(handover=visit.handover)
        text = self.page(officer, kelurahan=village.pk).content.decode()
        assert 'href="tel:+6281234567890"' in text
        assert 'href="https://wa.me/6281234567890"' in text
        assert "Ada temuan" in text

    def test_foreign_recipients_are_not_on_it(self, officer, other_officer):
        self.due(officer, VillageFactory())
        assert self.page(other_officer).context["villages"] == []

    def test_what_is_coming_can_be_taken_along(self, officer):
        village = VillageFactory()
        handover = recipient(officer.agency, participant__person__village=village)
        soon = VisitFactory(handover=handover, due_on=TODAY() + dt.timedelta(5))
        assert self.page(officer, kelurahan=village.pk).context["stops"] == []
        assert self.page(officer, kelurahan=village.pk, hari="7").context["stops"] == [soon]
        assert self.page(officer, hari="x" * 9).status_code == 200

    def test_takes_the_same_queries(self, officer, same_queries):
        village = VillageFactory()

        def make(count):
            for _ in range(count):
                self.due(officer, village)

        url = f"{reverse('dinas:monitoring_route')}?kelurahan={village.pk}"
        same_queries(officer.client, url, make, 13)
        assert MOST_STOPS == 40
