"""Everything this room keeps about one person, for /saya/data-saya/ (UU 27/2022 art. 7, 13)."""

from bkk_portal.kit.formatting import tanggal, waktu
from bkk_portal.people.enums import CvPart
from bkk_portal.people.models import CvChoice


def export_person(person):
    village = str(person.village) if person.village else ""
    return "Data diri", [
        {
            "nama": person.name,
            "tanggal lahir": tanggal(person.birth_date),
            "tempat lahir": person.birth_place,
            "jenis kelamin": person.get_sex_display(),
            "NIK": person.nik_masked,
            "NISN": person.nisn or "",
            "nomor HP": person.phone,
            "surel": person.email,
            "alamat": person.address,
            "RT/RW": f"{person.rt}/{person.rw}" if person.rt or person.rw else "",
            "kelurahan": village,
            "pendidikan": person.get_education_display() or "",
            "tentang saya": person.summary,
            "bersedia pindah kota": person.willing_to_move,
            "gaji yang diharapkan": person.expected_pay,
            "pekerjaan yang dicari": person.wished_work,
            "jenis pekerjaan yang dicari": [row.get_kind_display() for row in person.wished_kinds.order_by("pk")],
            "wilayah kerja yang diinginkan": [regency.name for regency in person.wished_regencies.order_by("code")],
            "siap mulai": tanggal(person.available_from) if person.available_from else "",
            "belum pernah bekerja": person.no_experience,
        }
    ]


def export_skills(person):
    rows = person.person_skills.select_related("skill").order_by("skill__name")
    return "Keterampilan", [{"nama": row.skill.name, "tingkat": row.get_level_display() or ""} for row in rows]


def export_showing(person):
    links = [{"judul": link.title, "alamat": link.url} for link in person.portfolio.order_by("pk")]
    choices = [
        {"tampilan CV": choice.get_layout_display(), "isi CV": [CvPart(part).label for part in choice.parts]}
        for choice in CvChoice.objects.filter(person=person)
    ]
    return "Portofolio dan CV", links + choices


def export_issued(person):
    rows = person.issued_documents.order_by("issued_on", "pk")
    return "Dokumen terbit", [
        {
            "nomor": paper.number,
            "judul": paper.title,
            "penerbit": paper.issuer_name,
            "terbit": tanggal(paper.issued_on),
            "dicabut": waktu(paper.revoked_at) if paper.revoked_at else "",
        }
        for paper in rows
    ]


def export_account(person):
    user = person.user
    if user is None:
        return "Akun", []
    logins = {"surel": user.email or "", "nomor HP": user.phone or "", "NISN": user.nisn or ""}
    return "Akun", [{"nama": user.name, **logins, "terdaftar": waktu(user.date_joined)}]


def export_consents(person):
    consents = person.user.consents.order_by("given_at") if person.user else []
    return "Persetujuan", [
        {
            "tujuan": consent.get_purpose_display(),
            "versi": consent.version,
            "bunyi": consent.wording,
            "diberikan": waktu(consent.given_at),
            "wali": consent.given_by,
            "ditarik": waktu(consent.withdrawn_at) if consent.withdrawn_at else "",
        }
        for consent in consents
    ]


def export_documents(person):
    return "Dokumen", [
        {"jenis": d.get_kind_display(), "judul": d.title, "ukuran (byte)": d.size, "diunggah": waktu(d.uploaded_at)}
        for d in person.documents.order_by("uploaded_at")
    ]


def export_spells(person):
    return "Kegiatan", [
        {
            "kegiatan": spell.get_kind_display(),
            "sejak": tanggal(spell.since),
            "sampai": tanggal(spell.until) if spell.until else "",
            "tempat": spell.organisation,
            "jabatan atau jurusan": spell.position,
            "yang dikerjakan": spell.description,
            "penghasilan per bulan": spell.monthly_pay,
            "sumber": spell.get_source_display(),
        }
        for spell in person.spells.order_by("since")
    ]


def export_credentials(person):
    return "Sertifikat", [
        {
            "nama": credential.title,
            "penerbit": credential.issuer,
            "nomor": credential.number,
            "sumber": credential.get_source_display(),
            "terbit": tanggal(credential.issued_on),
            "berlaku sampai": tanggal(credential.expires_on) if credential.expires_on else "",
            "ada berkas": bool(credential.file),
        }
        for credential in person.credentials.order_by("issued_on")
    ]


def export_merges(person):
    rows = person.merges.order_by("at", "pk")
    return "Catatan yang disatukan", [{"nomor catatan lama": row.gone, "waktu": waktu(row.at)} for row in rows]
