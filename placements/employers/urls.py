from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.employers.dealings import views as dealings_views
from placements.employers.merging import views as merging_views
from placements.employers.partners import views as partners_views
from placements.employers.views import bkk as bkk_views
from placements.employers.views import forum as forum_views
from placements.employers.views import perusahaan as perusahaan_views
from placements.employers.views import public as public_views

public = [
    path("mitra/", public_views.employer_list, name="employer_list"),
    path("mitra/<int:pk>/logo/", public_views.employer_logo, name="employer_logo"),
    path("mitra/<int:pk>-<slug:slug>/", public_views.employer_page, name="employer_page"),
]
bkk = [
    path("mitra/", bkk_views.employer_list, name="employer_list"),
    path("mitra/baru/", bkk_views.employer_create, name="employer_create"),
    path("mitra/mou/", partners_views.agreement_list, name="agreement_list"),
    path("mitra/mou/<int:pk>/", partners_views.agreement_page, name="agreement_page"),
    path("mitra/mou/<int:pk>/ubah/", partners_views.agreement_edit, name="agreement_edit"),
    path("mitra/mou/<int:pk>/perpanjang/", partners_views.agreement_renew, name="agreement_renew"),
    path("mitra/mou/<int:pk>/akhiri/", partners_views.agreement_end, name="agreement_end"),
    path("mitra/mou/<int:pk>/berkas/", partners_views.agreement_file, name="agreement_file"),
    path("mitra/pkl/", partners_views.pkl_list, name="pkl_list"),
    path("mitra/pkl/<int:pk>/ubah/", partners_views.pkl_edit, name="pkl_edit"),
    path("mitra/pkl/<int:pk>/hapus/", partners_views.pkl_remove, name="pkl_remove"),
    path("mitra/kunjungan/", dealings_views.visit_list, name="visit_list"),
    path("mitra/kunjungan/<int:pk>/ubah/", dealings_views.visit_edit, name="visit_edit"),
    path("mitra/catatan/<int:pk>/hapus/", dealings_views.note_remove, name="note_remove"),
    path("mitra/narahubung/<int:pk>/ubah/", dealings_views.contact_edit, name="contact_edit"),
    path("mitra/narahubung/<int:pk>/hapus/", dealings_views.contact_remove, name="contact_remove"),
    path("mitra/penyatuan/", merging_views.employer_merge_list, name="employer_merge_list"),
    path("mitra/<int:pk>/", bkk_views.employer_page, name="employer_page"),
    path("mitra/<int:pk>/ubah/", bkk_views.employer_edit, name="employer_edit"),
    path("mitra/<int:pk>/verifikasi/", bkk_views.employer_verify, name="employer_verify"),
    path("mitra/<int:pk>/tolak/", bkk_views.employer_reject, name="employer_reject"),
    path("mitra/<int:pk>/cabut-penolakan/", bkk_views.employer_lift, name="employer_lift"),
    path("mitra/<int:pk>/kerja-sama/", partners_views.employer_partnership, name="employer_partnership"),
    path("mitra/<int:pk>/mou/baru/", partners_views.employer_agreement_create, name="employer_agreement_create"),
    path("mitra/<int:pk>/pkl/baru/", partners_views.employer_pkl_create, name="employer_pkl_create"),
    path("mitra/<int:pk>/kunjungan/", dealings_views.employer_dealings, name="employer_dealings"),
    path("mitra/<int:pk>/kunjungan/baru/", dealings_views.employer_visit_create, name="employer_visit_create"),
    path("mitra/<int:pk>/catatan/", dealings_views.employer_note_add, name="employer_note_add"),
    path("mitra/<int:pk>/narahubung/baru/", dealings_views.employer_contact_create, name="employer_contact_create"),
    path("mitra/<int:pk>/satukan/", merging_views.employer_merge, name="employer_merge"),
]
forum = [
    path("mitra/", forum_views.employer_list, name="employer_list"),
    path("mitra/<int:pk>/", forum_views.employer_page, name="employer_page"),
    path("mitra/<int:pk>/tolak/", forum_views.employer_reject, name="employer_reject"),
    path("mitra/<int:pk>/cabut-penolakan/", forum_views.employer_lift, name="employer_lift"),
    path("mitra/penyatuan/", forum_views.employer_merge_list, name="employer_merge_list"),
    path("mitra/penyatuan/<int:pk>/", forum_views.employer_merge_page, name="employer_merge_page"),
    path("mitra/penyatuan/<int:pk>/setujui/", forum_views.employer_merge_approve, name="employer_merge_approve"),
    path("mitra/penyatuan/<int:pk>/tolak/", forum_views.employer_merge_decline, name="employer_merge_decline"),
]
perusahaan = [
    path("profil/", perusahaan_views.profile, name="profile"),
    path("profil/ubah/", perusahaan_views.profile_edit, name="profile_edit"),
    path("profil/narahubung/baru/", perusahaan_views.contact_create, name="contact_create"),
    path("profil/narahubung/<int:pk>/ubah/", perusahaan_views.contact_edit, name="contact_edit"),
    path("profil/narahubung/<int:pk>/hapus/", perusahaan_views.contact_remove, name="contact_remove"),
    path("profil/mou/<int:pk>/berkas/", perusahaan_views.agreement_file, name="agreement_file"),
]
menus = {
    "public_more": {10: NavItem("Mitra industri", "employer_list", "building")},
    "bkk": {60: NavItem("Mitra industri", "bkk:employer_list", "building")},
    "forum": {40: NavItem("Mitra industri", "forum:employer_list", "building", "Mitra")},
    "perusahaan": {50: NavItem("Profil perusahaan", "perusahaan:profile", "building", "Profil")},
}
