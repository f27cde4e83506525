from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from bkk_portal.people.profile.views import certificates as profile_certificates_views
from bkk_portal.people.profile.views import cv as profile_cv_views
from bkk_portal.people.profile.views import profile as profile_profile_views
from bkk_portal.people.profile.views import skills as profile_skills_views
from bkk_portal.people.profile.views import work as profile_work_views
from bkk_portal.people.views import desks as desks_views
from bkk_portal.people.views import documents as documents_views
from bkk_portal.people.views import my_data as my_data_views
from bkk_portal.people.views import public as public_views

public = [
    path("daftar/umum/", public_views.register_general, name="register_general"),
    path("orang/<int:pk>/nik/", desks_views.reveal, name="reveal_nik"),
    path("orang/<int:pk>/tautan-sandi/", desks_views.password_link, name="password_link"),
]
dinas = [path("peserta/ganda/", desks_views.duplicate_list, name="duplicate_list")]
saya = [
    path("", profile_profile_views.dashboard, name="dashboard"),
    path("profil/", profile_profile_views.profile, name="profile"),
    path("profil/nik/", profile_profile_views.nik, name="nik"),
    path("profil/data-diri/", profile_profile_views.oneself, name="profile_self"),
    path("profil/pendidikan/", profile_profile_views.education, name="profile_education"),
    path("profil/pendidikan/tambah/", profile_work_views.add_study, name="study_add"),
    path("profil/keterampilan/", profile_skills_views.skills, name="profile_skills"),
    path("profil/keterampilan/tambah/", profile_skills_views.add, name="skill_add"),
    path("profil/keterampilan/ubah/", profile_skills_views.change, name="skill_change"),
    path("profil/sertifikat/", profile_certificates_views.certificates, name="profile_certificates"),
    path("profil/sertifikat/tambah/", profile_certificates_views.add, name="certificate_add"),
    path("profil/sertifikat/<int:pk>/", profile_certificates_views.edit, name="certificate_edit"),
    path("profil/sertifikat/<int:pk>/berkas/", profile_certificates_views.file, name="certificate_file"),
    path("profil/sertifikat/<int:pk>/hapus/", profile_certificates_views.remove, name="certificate_remove"),
    path("profil/kerja/", profile_work_views.work, name="profile_work"),
    path("profil/kerja/belum-pernah/", profile_work_views.no_experience, name="no_experience"),
    path("profil/kerja/tambah/", profile_work_views.add_work, name="work_add"),
    path("profil/kegiatan/<int:pk>/", profile_work_views.edit, name="spell_edit"),
    path("profil/kegiatan/<int:pk>/hapus/", profile_work_views.remove, name="spell_remove"),
    path("profil/keinginan/", profile_profile_views.wishes, name="profile_wishes"),
    path("profil/portofolio/", profile_profile_views.portfolio, name="profile_portfolio"),
    path("profil/portofolio/<int:pk>/", profile_profile_views.edit, name="link_edit"),
    path("profil/portofolio/<int:pk>/hapus/", profile_profile_views.remove, name="link_remove"),
    path("profil/cv/", profile_cv_views.cv, name="cv"),
    path("profil/cv/unduh/", profile_cv_views.download, name="cv_download"),
    path("profil/cv/simpan/", profile_cv_views.keep, name="cv_keep"),
    path("profil/cv/halaman/<int:number>/", profile_cv_views.page, name="cv_page"),
    path("dokumen/", documents_views.documents, name="documents"),
    path("dokumen/<int:pk>/", documents_views.download, name="document"),
    path("dokumen/<int:pk>/hapus/", documents_views.remove, name="document_remove"),
    path("data-saya/", my_data_views.my_data, name="my_data"),
    path("data-saya/unduh/", my_data_views.export, name="my_data_export"),
    path("data-saya/hapus-isi/", my_data_views.erase, name="my_data_erase"),
    path("data-saya/permintaan/", my_data_views.ask, name="my_data_request"),
    path("data-saya/persetujuan/<str:purpose>/", my_data_views.consent, name="consent"),
]
menus = {
    "saya": {
        10: NavItem("Beranda saya", "saya:dashboard", "home", "Beranda"),
        40: NavItem("Profil saya", "saya:profile", "user", "Profil"),
        70: NavItem("Dokumen saya", "saya:documents", "document"),
        110: NavItem("Data pribadi saya", "saya:my_data", "shield"),
    },
}
