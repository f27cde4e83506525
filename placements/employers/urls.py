from django.urls import path

from placements.employers.views import bkk as desk
from placements.employers.views import bkk_dealings as dealings
from placements.employers.views import bkk_merging as doubles
from placements.employers.views import bkk_partners as partners
from placements.employers.views import forum as chair
from placements.employers.views import perusahaan as own
from placements.employers.views import public as pages

public = [
    path("mitra/", pages.employer_list, name="employer_list"),
    path("mitra/<int:pk>/logo/", pages.employer_logo, name="employer_logo"),
    path("mitra/<int:pk>-<slug:slug>/", pages.employer_page, name="employer_page"),
]
bkk = [
    path("mitra/", desk.employer_list, name="employer_list"),
    path("mitra/baru/", desk.employer_create, name="employer_create"),
    path("mitra/mou/", partners.agreement_list, name="agreement_list"),
    path("mitra/mou/<int:pk>/", partners.agreement_page, name="agreement_page"),
    path("mitra/mou/<int:pk>/ubah/", partners.agreement_edit, name="agreement_edit"),
    path("mitra/mou/<int:pk>/perpanjang/", partners.agreement_renew, name="agreement_renew"),
    path("mitra/mou/<int:pk>/akhiri/", partners.agreement_end, name="agreement_end"),
    path("mitra/mou/<int:pk>/berkas/", partners.agreement_file, name="agreement_file"),
    path("mitra/pkl/", partners.pkl_list, name="pkl_list"),
    path("mitra/pkl/<int:pk>/ubah/", partners.pkl_edit, name="pkl_edit"),
    path("mitra/pkl/<int:pk>/hapus/", partners.pkl_remove, name="pkl_remove"),
    path("mitra/kunjungan/", dealings.visit_list, name="visit_list"),
    path("mitra/kunjungan/<int:pk>/ubah/", dealings.visit_edit, name="visit_edit"),
    path("mitra/catatan/<int:pk>/hapus/", dealings.note_remove, name="note_remove"),
    path("mitra/narahubung/<int:pk>/ubah/", dealings.contact_edit, name="contact_edit"),
    path("mitra/narahubung/<int:pk>/hapus/", dealings.contact_remove, name="contact_remove"),
    path("mitra/penyatuan/", doubles.employer_merge_list, name="employer_merge_list"),
    path("mitra/<int:pk>/", desk.employer_page, name="employer_page"),
    path("mitra/<int:pk>/ubah/", desk.employer_edit, name="employer_edit"),
    path("mitra/<int:pk>/verifikasi/", desk.employer_verify, name="employer_verify"),
    path("mitra/<int:pk>/tolak/", desk.employer_reject, name="employer_reject"),
    path("mitra/<int:pk>/cabut-penolakan/", desk.employer_lift, name="employer_lift"),
    path("mitra/<int:pk>/kerja-sama/", partners.employer_partnership, name="employer_partnership"),
    path("mitra/<int:pk>/mou/baru/", partners.employer_agreement_create, name="employer_agreement_create"),
    path("mitra/<int:pk>/pkl/baru/", partners.employer_pkl_create, name="employer_pkl_create"),
    path("mitra/<int:pk>/kunjungan/", dealings.employer_dealings, name="employer_dealings"),
    path("mitra/<int:pk>/kunjungan/baru/", dealings.employer_visit_create, name="employer_visit_create"),
    path("mitra/<int:pk>/catatan/", dealings.employer_note_add, name="employer_note_add"),
    path("mitra/<int:pk>/narahubung/baru/", dealings.employer_contact_create, name="employer_contact_create"),
    path("mitra/<int:pk>/satukan/", doubles.employer_merge, name="employer_merge"),
]
forum = [
    path("mitra/", chair.employer_list, name="employer_list"),
    path("mitra/<int:pk>/", chair.employer_page, name="employer_page"),
    path("mitra/<int:pk>/tolak/", chair.employer_reject, name="employer_reject"),
    path("mitra/<int:pk>/cabut-penolakan/", chair.employer_lift, name="employer_lift"),
    path("mitra/penyatuan/", chair.employer_merge_list, name="employer_merge_list"),
    path("mitra/penyatuan/<int:pk>/", chair.employer_merge_page, name="employer_merge_page"),
    path("mitra/penyatuan/<int:pk>/setujui/", chair.employer_merge_approve, name="employer_merge_approve"),
    path("mitra/penyatuan/<int:pk>/tolak/", chair.employer_merge_decline, name="employer_merge_decline"),
]
perusahaan = [
    path("profil/", own.profile, name="profile"),
    path("profil/ubah/", own.profile_edit, name="profile_edit"),
    path("profil/narahubung/baru/", own.contact_create, name="contact_create"),
    path("profil/narahubung/<int:pk>/ubah/", own.contact_edit, name="contact_edit"),
    path("profil/narahubung/<int:pk>/hapus/", own.contact_remove, name="contact_remove"),
    path("profil/mou/<int:pk>/berkas/", own.agreement_file, name="agreement_file"),
]
