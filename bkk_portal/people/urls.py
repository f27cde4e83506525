from django.urls import path

from bkk_portal.people.views import (
    certificates,
    cv,
    documents,
    duplicates,
    my_data,
    nik,
    password_link,
    portfolio,
    profile,
    skills,
    work,
)
from bkk_portal.people.views import public as pages
from bkk_portal.people.views import saya as desk

public = [
    path("daftar/umum/", pages.register_general, name="register_general"),
    path("orang/<int:pk>/nik/", nik.reveal, name="reveal_nik"),
    path("orang/<int:pk>/tautan-sandi/", password_link.password_link, name="password_link"),
]
dinas = [path("peserta/ganda/", duplicates.duplicate_list, name="duplicate_list")]
saya = [
    path("", desk.dashboard, name="dashboard"),
    path("profil/", profile.profile, name="profile"),
    path("profil/nik/", profile.nik, name="nik"),
    path("profil/data-diri/", profile.oneself, name="profile_self"),
    path("profil/pendidikan/", profile.education, name="profile_education"),
    path("profil/pendidikan/tambah/", work.add_study, name="study_add"),
    path("profil/keterampilan/", skills.skills, name="profile_skills"),
    path("profil/keterampilan/tambah/", skills.add, name="skill_add"),
    path("profil/keterampilan/ubah/", skills.change, name="skill_change"),
    path("profil/sertifikat/", certificates.certificates, name="profile_certificates"),
    path("profil/sertifikat/tambah/", certificates.add, name="certificate_add"),
    path("profil/sertifikat/<int:pk>/", certificates.edit, name="certificate_edit"),
    path("profil/sertifikat/<int:pk>/berkas/", certificates.file, name="certificate_file"),
    path("profil/sertifikat/<int:pk>/hapus/", certificates.remove, name="certificate_remove"),
    path("profil/kerja/", work.work, name="profile_work"),
    path("profil/kerja/belum-pernah/", work.no_experience, name="no_experience"),
    path("profil/kerja/tambah/", work.add_work, name="work_add"),
    path("profil/kegiatan/<int:pk>/", work.edit, name="spell_edit"),
    path("profil/kegiatan/<int:pk>/hapus/", work.remove, name="spell_remove"),
    path("profil/keinginan/", profile.wishes, name="profile_wishes"),
    path("profil/portofolio/", portfolio.portfolio, name="profile_portfolio"),
    path("profil/portofolio/<int:pk>/", portfolio.edit, name="link_edit"),
    path("profil/portofolio/<int:pk>/hapus/", portfolio.remove, name="link_remove"),
    path("profil/cv/", cv.cv, name="cv"),
    path("profil/cv/unduh/", cv.download, name="cv_download"),
    path("profil/cv/simpan/", cv.keep, name="cv_keep"),
    path("profil/cv/halaman/<int:number>/", cv.page, name="cv_page"),
    path("dokumen/", documents.documents, name="documents"),
    path("dokumen/<int:pk>/", documents.download, name="document"),
    path("dokumen/<int:pk>/hapus/", documents.remove, name="document_remove"),
    path("data-saya/", my_data.my_data, name="my_data"),
    path("data-saya/unduh/", my_data.export, name="my_data_export"),
    path("data-saya/hapus-isi/", my_data.erase, name="my_data_erase"),
    path("data-saya/permintaan/", my_data.ask, name="my_data_request"),
    path("data-saya/persetujuan/<str:purpose>/", my_data.consent, name="consent"),
]
