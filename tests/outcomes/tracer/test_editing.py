"""The forum edits a draft of the questionnaire; what was published stays as it is."""

import pytest

from bkk_portal.kit.errors import Refused
from placements.outcomes.tracer import questionnaire
from placements.outcomes.tracer.models import TracerQuestionnaire
from tests.factories.tracer import TracerQuestionFactory, TracerQuestionnaireFactory
from tests.outcomes.acts import messages

pytestmark = pytest.mark.django_db
LIST = "/forum/tracer/kuesioner/"


@pytest.fixture
def draft():
    """Two questions: does one work, and (of those who do) where."""
    version = TracerQuestionnaireFactory(draft=True)
    TracerQuestionFactory(questionnaire=version, number=1, position=1)
    TracerQuestionFactory(questionnaire=version, number=2, position=2, kind="text", options=[], condition="no.1 = Ya")
    return version


def numbers(version):
    return list(version.questions.order_by("position").values_list("number", flat=True))


def data(**fields):
    return {"text": "Berapa lama?", "block": "status", "kind": "number", "is_required": "on"} | fields


def page_of(draft):
    return f"{LIST}{draft.pk}/"


def test_a_new_version_is_a_copy_and_there_is_one_at_a_time(forum_chair):
    source = TracerQuestionnaireFactory(national=True, number=4)
    forum_chair.client.post(f"{LIST}baru/")
    again = forum_chair.client.post(f"{LIST}baru/", follow=True)
    draft = TracerQuestionnaire.objects.get(published_at=None)
    assert (draft.number, numbers(draft)) == (5, numbers(source))
    assert [q.condition for q in draft.questions.all()] == [q.condition for q in source.questions.all()]
    assert messages(again)[-1] == "Sudah ada rancangan. Lanjutkan yang itu."


def test_a_new_question_gets_the_next_number_at_the_end_of_its_part(forum_chair, draft):
    TracerQuestionFactory(questionnaire=draft, number=3, position=3, block="work")
    response = forum_chair.client.post(f"{page_of(draft)}pertanyaan/", data(), follow=True)
    assert (messages(response), numbers(draft)) == (["Pertanyaan tersimpan."], [1, 2, 4, 3])


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"kind": "one", "options": "Ya"}, {"options": ["Tulis paling sedikit dua pilihan."]}),
        (
            {"kind": "one", "options": "A|B\nC"},
            {"options": ["Pilihan tidak boleh memuat tanda | atau ; dan paling panjang 300 huruf."]},
        ),
        ({"condition": "no.1 = Entah"}, {"condition": ["“Entah” bukan salah satu pilihan no.1."]}),
        (
            {"condition": "no.2 = Ya"},
            {"condition": ["Pertanyaan no.2 dijawab bebas, jadi tidak dapat menjadi syarat."]},
        ),
    ],
)
def test_what_cannot_be_asked_is_explained(forum_chair, draft, fields, errors):
    page = forum_chair.client.post(f"{page_of(draft)}pertanyaan/", data(**fields))
    assert (page.context["form"].errors, numbers(draft)) == (errors, [1, 2])


def test_options_are_one_a_line(forum_chair, draft):
    forum_chair.client.post(f"{page_of(draft)}pertanyaan/", data(kind="one", options=" Ya \n\nTidak\nYa"))
    assert draft.questions.get(number=3).options == ["Ya", "Tidak"]


def test_what_the_portal_reads_keeps_its_options(forum_chair, draft):
    question = draft.questions.get(number=1)
    question.meaning = "is_working"
    question.save()
    url = f"/forum/tracer/pertanyaan/{question.pk}/"
    forum_chair.client.post(url, data(text="Apakah Anda bekerja?", kind="text", options="X\nY"))
    question.refresh_from_db()
    assert (question.text, question.kind, question.options) == ("Apakah Anda bekerja?", "one", ["Ya", "Tidak"])
    refused = forum_chair.client.post(f"{url}hapus/", follow=True)
    assert messages(refused)[-1] == ("Pertanyaan ini dipakai portal untuk menghitung BMW, jadi tidak dapat dihapus.")


def test_what_a_condition_looks_at_is_not_removed(forum_chair, draft):
    first, second = draft.questions.order_by("number")
    refused = forum_chair.client.post(f"/forum/tracer/pertanyaan/{first.pk}/hapus/", follow=True)
    assert messages(refused) == ["Syarat pertanyaan no.2 melihat pertanyaan ini. Ubah syarat itu dulu."]
    forum_chair.client.post(f"/forum/tracer/pertanyaan/{second.pk}/hapus/")
    assert numbers(draft) == [1]


def test_moved_below_what_depends_on_it_cannot_be_published(forum_chair, draft):
    first = draft.questions.get(number=1)
    forum_chair.client.post(f"/forum/tracer/pertanyaan/{first.pk}/pindah/", {"arah": "turun"})
    assert numbers(draft) == [2, 1]
    page = forum_chair.client.post(f"{page_of(draft)}terbitkan/", {"note": ""}, follow=True)
    assert messages(page) == [
        "Perbaiki dulu no.2: Pertanyaan no.1 tidak ada di atas pertanyaan ini. Syarat hanya boleh melihat ke atas."
    ]
    draft.refresh_from_db()
    assert draft.is_draft


def test_published_it_cannot_be_changed_any_more(forum_chair, draft):
    forum_chair.client.post(f"{page_of(draft)}terbitkan/", {"note": "Versi pertama"})
    question = draft.questions.get(number=1)
    for url in (f"{page_of(draft)}pertanyaan/", f"/forum/tracer/pertanyaan/{question.pk}/hapus/"):
        assert messages(forum_chair.client.post(url, data(), follow=True))[-1] == questionnaire.PUBLISHED
    with pytest.raises(Refused, match=r"^Versi ini sudah diterbitkan dan tidak dapat diubah\. Buat versi baru\.$"):
        questionnaire.save_question(questionnaire=draft, question=question, actor=forum_chair.actor)
    assert numbers(draft) == [1, 2]


def test_only_the_forum_edits(coordinator, draft):
    with pytest.raises(Refused, match=r"^Kuesioner hanya diubah oleh ketua forum BKK\.$"):
        questionnaire.publish(questionnaire=draft, note="", actor=coordinator.actor)


def test_discarded_the_draft_is_gone(forum_chair, draft):
    forum_chair.client.post(f"{page_of(draft)}hapus/")
    assert TracerQuestionnaire.objects.count() == 0
