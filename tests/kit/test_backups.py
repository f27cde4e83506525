import io
import json
import os
import stat

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from bkk_portal.kit import nik_vault
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_files_and_programs(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "files"
    if settings.ON_POSTGRESQL:
        from tests.harness.postgres import find_binaries  # pg_dump must be of the server's version

        monkeypatch.setenv("PATH", str(find_binaries()), prepend=os.pathsep)


@pytest.fixture
def saved(settings, tmp_path):
    """A backup of one user and one file; since then both have changed."""
    user = UserFactory(name="Dahulu")
    file = settings.MEDIA_ROOT / "dokumen" / "a.txt"
    file.parent.mkdir(parents=True)
    file.write_text("dahulu")
    call_command("backup", tmp_path / "cadangan", stdout=io.StringIO())
    type(user).objects.update(name="Sekarang")
    UserFactory()
    file.write_text("sekarang")
    return tmp_path / "cadangan"


def restore(folder, *arguments):
    out = io.StringIO()
    call_command("restore", folder, *arguments, stdout=out, stderr=out)
    return out.getvalue()


def names(model):
    return sorted(model.objects.values_list("name", flat=True))


def test_backup_and_restore_bring_back_rows_and_files(saved, settings, django_user_model):
    assert restore(saved, "--force").startswith("Data kembali seperti pada 20")
    assert names(django_user_model) == ["Dahulu"]
    assert (settings.MEDIA_ROOT / "dokumen" / "a.txt").read_text() == "dahulu"


def test_only_the_owner_can_read_a_backup(saved):
    assert stat.S_IMODE(saved.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in saved.rglob("*") if path.is_file()} == {0o600}


def test_restore_over_data_wants_to_be_told(saved, django_user_model):
    with pytest.raises(CommandError, match="Tambahkan --force"):
        restore(saved)
    assert "Sekarang" in names(django_user_model)


def test_restore_into_an_empty_portal_needs_no_force(saved, django_user_model):
    django_user_model.objects.all().delete()
    restore(saved)
    assert names(django_user_model) == ["Dahulu"]


@pytest.mark.parametrize(
    ("harm", "part"),
    [
        (lambda folder: (folder / "files" / "dokumen" / "a.txt").write_text("x"), "files/dokumen/a.txt berbeda"),
        (lambda folder: (folder / "files" / "dokumen" / "a.txt").unlink(), "files/dokumen/a.txt berbeda"),
        (lambda folder: (folder / "files" / "baru.txt").write_text("x"), "files/baru.txt berbeda"),
        (lambda folder: (folder / "manifest.json").unlink(), "bukan cadangan portal"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "bukan cadangan portal"),
    ],
)
def test_a_damaged_backup_changes_nothing(saved, settings, django_user_model, harm, part):
    harm(saved)
    with pytest.raises(CommandError, match=part):
        restore(saved, "--force")
    assert "Sekarang" in names(django_user_model)
    assert (settings.MEDIA_ROOT / "dokumen" / "a.txt").read_text() == "sekarang"


def test_a_backup_of_another_kind_of_database(saved):
    manifest = json.loads((saved / "manifest.json").read_text()) | {"database": "oracle"}
    (saved / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(CommandError, match="Cadangan ini dari oracle"):
        restore(saved, "--force")


def test_backup_never_mixes_with_what_is_there(saved):
    with pytest.raises(CommandError, match="tidak kosong"):
        call_command("backup", saved)


def test_other_nik_keys_are_mentioned(saved, monkeypatch):
    monkeypatch.setattr(nik_vault, "key_ids", lambda: ["00000000"])
    assert "PERHATIAN: NIK_KEYS berbeda" in restore(saved, "--force")
