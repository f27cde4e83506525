import pytest

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.text.formatting import waktu
from placements.employers.models import Employer
from tests.factories.employers import EmployerFactory

pytestmark = pytest.mark.django_db


class NameForm(EditForm):
    class Meta:
        model = Employer
        fields = ["name"]


def opened(employer, prefix=None):
    """What a browser sends back from a form that shows the row as it is now."""
    form = NameForm(instance=Employer.objects.get(pk=employer.pk), prefix=prefix)
    return {form.add_prefix(name): form[name].value() for name in form.fields}


def sent(employer, data, prefix=None, **changes):
    instance = Employer.objects.get(pk=employer.pk)
    changes = {f"{prefix}-{key}" if prefix else key: value for key, value in changes.items()}
    return NameForm(data | changes, instance=instance, prefix=prefix)


@pytest.mark.parametrize("prefix", [None, "mitra"])
def test_one_tab_saves(prefix):
    employer = EmployerFactory()
    form = sent(employer, opened(employer, prefix), prefix, name="CV Baru")
    assert form.is_valid()
    form.save()
    assert Employer.objects.get().name == "CV Baru"


@pytest.mark.parametrize("prefix", [None, "mitra"])
def test_the_second_tab_is_told_and_may_save_deliberately(prefix):
    employer = EmployerFactory()
    first, second = opened(employer, prefix), opened(employer, prefix)
    sent(employer, first, prefix, name="CV Pertama").save()
    late = sent(employer, second, prefix, name="CV Kedua")
    assert not late.is_valid()
    when = waktu(Employer.objects.get().updated_at)
    assert late.non_field_errors() == [
        f"Data ini sudah diubah di tempat lain ({when}). Isian Anda belum disimpan; periksa lalu simpan lagi."
    ]
    assert Employer.objects.get().name == "CV Pertama"
    again = {late.add_prefix(name): late[name].value() for name in late.fields}
    form = sent(employer, again, prefix)
    assert form.is_valid()
    form.save()
    assert Employer.objects.get().name == "CV Kedua"


def test_a_row_that_is_gone():
    employer = EmployerFactory()
    form = sent(employer, opened(employer), name="CV Baru")
    Employer.objects.all().delete()
    assert form.non_field_errors() == ["Data ini sudah dihapus di tempat lain. Isian Anda tidak dapat disimpan."]


def test_a_form_without_its_version_is_not_trusted():
    employer = EmployerFactory()
    form = sent(employer, {"name": "CV Baru"})
    assert [error[:33] for error in form.non_field_errors()] == ["Data ini sudah diubah di tempat l"]


def test_a_new_row_has_no_version_to_lose():
    assert NameForm({"name": "CV Baru", "terakhir_diubah": ""}).is_valid()
