"""Which row means whom, and what is written of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from bkk_portal.people.models import Person
from placements.alumni.imports.matching import match
from placements.alumni.imports.outcomes import Known, compare_person
from placements.alumni.imports.reading import Pupil
from placements.alumni.models import Alumnus, RombelMapping
from tests.alumni.sheets import pupil, pupils
from tests.alumni.steps import YEAR, bring_in, kinds, plan, read_rows
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.usefixtures("city")


def written():
    return Person.objects.count(), Alumnus.objects.count(), Person.history.count(), Alumnus.history.count()


def everything():
    people = Person.objects.order_by("pk").values()
    return list(people), list(Alumnus.objects.order_by("pk").values())


def changes_of(planned):
    return {o.pupil.row: [(c.field, c.old, c.new) for c in o.changes] for o in planned.outcomes if o.changes}


def test_new_pupils_become_people_and_alumni_with_history(smkn1, tkj):
    job = bring_in(pupils(3), smkn1)
    assert written() == (3, 3, 3, 3)
    alumnus = Alumnus.objects.get(person__nisn="0080000001")
    assert (alumnus.graduation_year, alumnus.konsentrasi, alumnus.nis, alumnus.rombel, alumnus.imported_by) == (
        *(YEAR, tkj, "20230001", "XII TKJ 1", job),
    )
    assert Person.objects.with_nik(pupil(1)["NIK"]).get() == alumnus.person
    entry = Person.history.get(id=alumnus.person_id)
    assert (entry.history_type, entry.name, entry.nisn) == ("+", alumnus.person.name, alumnus.person.nisn)
    assert entry.history_change_reason == f"Impor {job.pk}"


def test_second_import_of_the_same_file_changes_nothing(smkn1, tkj):
    bring_in(pupils(5), smkn1)
    before, counts = everything(), written()
    again = plan(pupils(5), smkn1)
    assert kinds(again) == dict.fromkeys(range(7, 12), "same")
    bring_in(pupils(5), smkn1)
    assert (everything(), written()) == (before, counts)


def test_second_import_of_pupils_without_any_number_changes_nothing(smkn1):
    rows = [pupil(1, NISN="", NIK=""), pupil(2, NISN="", NIK="", NIPD=""), pupil(3, NISN="", NIK="", HP="")]
    bring_in(rows, smkn1)
    before = everything()
    assert kinds(plan(rows, smkn1)) == {7: "same", 8: "same", 9: "same"}
    bring_in(rows, smkn1)
    assert everything() == before


def test_changed_fields_are_shown_old_and_new(smkn1, tkj, akl):
    bring_in([pupil(1), pupil(2)], smkn1)
    row = pupil(1, HP="081299999999", Rombel_Saat_Ini="XII AKL 1")
    planned = plan([row, pupil(2)], smkn1)
    assert kinds(planned) == {7: "changed", 8: "same"}
    assert changes_of(planned) == {
        7: [
            ("phone", "+6281230000001", "+6281299999999"),
            ("konsentrasi_id", tkj.pk, akl.pk),
            ("rombel", "XII TKJ 1", "XII AKL 1"),
        ]
    }
    bring_in([row, pupil(2)], smkn1)
    alumnus = Alumnus.objects.get(person__nisn="0080000001")
    assert (alumnus.person.phone, alumnus.konsentrasi, alumnus.rombel) == ("+6281299999999", akl, "XII AKL 1")
    assert [h.history_type for h in Person.history.filter(id=alumnus.person_id).order_by("history_id")] == ["+", "~"]
    assert alumnus.person.updated_at > alumnus.person.created_at


def test_empty_cell_never_wipes_a_filled_field(smkn1, tkj):
    bring_in([pupil(1)], smkn1)
    before = everything()
    emptied = pupil(1, HP="", Alamat="", NIK="", RT="", RW="", Kelurahan="", Kecamatan="", Rombel_Saat_Ini="", NIPD="")
    assert kinds(plan([emptied | {"E-Mail": "", "Tempat Lahir": ""}], smkn1)) == {7: "same"}
    assert everything() == before


def test_capitals_are_no_change(smkn1):
    bring_in([pupil(1)], smkn1)
    Person.objects.update(name="yuliana  NENOBAIS", address="JL. TIMOR RAYA NO. 1")
    assert kinds(plan([pupil(1)], smkn1)) == {7: "same"}


def test_person_is_found_by_nik_before_nisn(smkn1):
    bring_in([pupil(1)], smkn1)
    planned = plan([pupil(1, NISN="0080007777")], smkn1)
    assert changes_of(planned) == {7: [("nisn", "0080000001", "0080007777")]}


def test_nik_under_an_older_key_is_found(smkn1, settings):
    bring_in([pupil(1)], smkn1)
    settings.NIK_KEYS = ["MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", *settings.NIK_KEYS]
    assert kinds(plan([pupil(1, NISN="")], smkn1)) == {7: "same"}


def test_participant_known_by_nik_becomes_alumnus_without_a_second_person(smkn1):
    person = PersonFactory(nik=pupil(1)["NIK"], name="Yuliana Nenobais", birth_date=None, nisn=None)
    planned = plan([pupil(1)], smkn1)
    assert kinds(planned) == {7: "new"}
    assert {row[1] for row in planned.preview["rows"]["new"][0]["changes"]} == {"–"}  # nobody else's data is shown
    bring_in([pupil(1)], smkn1)
    assert Alumnus.objects.get().person == person
    assert kinds(plan([pupil(1)], smkn1)) == {7: "same"}


def test_nik_and_nisn_of_two_people_refuse_the_row(smkn1):
    PersonFactory(nik=pupil(1)["NIK"])
    PersonFactory(nisn=pupil(1)["NISN"])
    planned = plan([pupil(1)], smkn1)
    assert kinds(planned) == {7: "refused"}
    assert [(fault.row, fault.column) for fault in planned.refused] == [(7, "NIK dan NISN")]


def test_two_rows_that_mean_one_person_are_both_refused(smkn1):
    PersonFactory(nik=pupil(1)["NIK"], nisn=pupil(2)["NISN"], name="Yuliana Nenobais", birth_date=None)
    rows = [pupil(1, NISN=""), pupil(2, NIK="")]
    assert kinds(plan(rows, smkn1)) == {7: "refused", 8: "refused"}


def test_nisn_of_a_stranger_refuses_the_row(smkn1):
    PersonFactory(nisn=pupil(1)["NISN"], name="Debora Lay")
    planned = plan([pupil(1)], smkn1)
    assert kinds(planned) == {7: "refused"}
    assert "Debora L." in planned.refused[0].message


def test_alumnus_of_another_school_is_a_question(smkn1, smkn2):
    bring_in([pupil(1)], smkn2)
    planned = plan([pupil(1)], smkn1)
    assert kinds(planned) == {7: "question"}
    assert planned.outcomes[0].question.text == f"Sudah tercatat sebagai alumni {smkn2.name}, lulus {YEAR}."


@pytest.mark.parametrize(
    ("answer", "kind"), [("add", "new"), ("skip", "skipped"), ("", "question"), ("same", "question")]
)
def test_answer_about_another_schools_alumnus(smkn1, smkn2, answer, kind):
    bring_in([pupil(1)], smkn2)
    found = read_rows([pupil(1, HP="081299999999")]).pupils
    answers = {"7": [answer, Person.objects.get().pk]}
    (outcome,) = match(found, school=smkn1, year=YEAR, mapping={"XII TKJ 1": None}, answers=answers)
    assert (outcome.kind.value, outcome.changes) == (kind, [])  # another school's words about a person stay


def test_same_name_birth_date_and_phone_is_a_question_and_nothing_is_merged(smkn1):
    known = PersonFactory(name="Yuliana Nenobais", birth_date="2008-03-02", phone="+6281230000001", nisn=None)
    assert kinds(plan([pupil(1)], smkn1)) == {7: "question"}
    found = read_rows([pupil(1)]).pupils
    results = {}
    for answer in ("same", "other"):
        (outcome,) = match(found, school=smkn1, year=YEAR, mapping={}, answers={"7": [answer, known.pk]})
        results[answer] = (outcome.kind.value, outcome.person and outcome.person.pk)
    assert results == {"same": ("new", known.pk), "other": ("new", None)}


def test_answer_about_somebody_else_counts_as_none(smkn1):
    known = PersonFactory(name="Yuliana Nenobais", birth_date="2008-03-02", phone="+6281230000001", nisn=None)
    found = read_rows([pupil(1)]).pupils
    (outcome,) = match(found, school=smkn1, year=YEAR, mapping={}, answers={"7": ["same", known.pk + 1]})
    assert outcome.kind.value == "question"


def test_contact_data_of_a_claimed_account_stays(smkn1, tkj):
    AlumnusFactory(school=smkn1, claimed=True, person__nisn="0080000009", person__phone="+6281277777777")
    claimed = Person.objects.get(nisn="0080000009")
    row = pupil(9, Nama=claimed.name, Tanggal_Lahir=str(claimed.birth_date), NIK="", Tempat_Lahir="Soe")
    (outcome,) = plan([row], smkn1).outcomes
    assert outcome.kept == ["phone", "email", "address", "rt", "rw", "village_id"]
    assert [change.field for change in outcome.changes][:1] == ["birth_place"]


def test_rombels_are_proposed_from_abbreviations_and_remembered(smkn1, tkj, akl):
    assert plan(pupils(1), smkn1).mapping == {"XII TKJ 1": tkj.pk}
    RombelMapping.objects.create(school=smkn1, rombel="XII TKJ 1", edition=2022, konsentrasi=akl)
    assert plan(pupils(1), smkn1).mapping == {"XII TKJ 1": akl.pk}
    assert plan([pupil(1, Rombel_Saat_Ini="XII TATA GRAHA")], smkn1).unmapped == {"XII TATA GRAHA": 1}


def test_queries_do_not_grow_with_the_rows_of_a_batch(smkn1):
    numbers = []
    for start, count in ((1, 5), (1001, 300)):
        with CaptureQueriesContext(connection) as captured:
            bring_in(pupils(count, start), smkn1)
        numbers.append(len(captured) - sum("INSERT" in query["sql"] for query in captured.captured_queries))
    assert numbers[0] == numbers[1]


BLANK = Known(1, None, None, "Maria Lay", None, "", "", None, "", "", "", "", "", None)
TEXT = st.text("abcXYZ 012", max_size=8)


@given(old=TEXT, new=TEXT, is_shared=st.booleans(), is_claimed=st.booleans())
@settings(max_examples=200)
def test_comparing_never_loses_what_is_known(old, new, is_shared, is_claimed):
    known = BLANK._replace(address=old, user_id=1 if is_claimed else None)
    changes, _ = compare_person(Pupil(7, "MARIA LAY", address=new), known, is_shared=is_shared)
    after = dict((change.field, change.new) for change in changes).get("address", old)
    if is_claimed or (is_shared and old) or not new:
        assert after == old
    else:
        assert after.casefold().split() == new.casefold().split()
