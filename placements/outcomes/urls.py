from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from placements.outcomes.tracer.views import campaigns as tracer_campaigns_views
from placements.outcomes.tracer.views import forum as tracer_forum_views
from placements.outcomes.tracer.views import public as tracer_public_views
from placements.outcomes.tracer.views import responses as tracer_responses_views
from placements.outcomes.tracer.views import uploads as tracer_uploads_views
from placements.outcomes.views import bkk as bkk_views
from placements.outcomes.views import follow_ups as follow_ups_views
from placements.outcomes.views import saya as saya_views

public = [
    path("tracer/<str:token>/", tracer_public_views.tracer_link, name="tracer_link"),
    path("sekolah/<str:npsn>/tracer/<int:year>/", tracer_public_views.school_results, name="school_results"),
]
saya = [
    path("tracer/", saya_views.tracer, name="tracer"),
    path("tracer/<int:pk>/", saya_views.tracer_fill, name="tracer_fill"),
    path("tracer/kegiatan/<int:pk>/selesai/", saya_views.spell_end, name="spell_end"),
]
placements = [
    path("penempatan/", bkk_views.placement_list, name="placement_list"),
    path("penempatan/baru/", bkk_views.placement_create, name="placement_create"),
    path("penempatan/<int:pk>/", bkk_views.placement_page, name="placement_page"),
    path("penempatan/<int:pk>/periksa/", bkk_views.placement_verify, name="placement_verify"),
    path("penempatan/<int:pk>/batal/", bkk_views.placement_cancel, name="placement_cancel"),
    path("penempatan/<int:pk>/bukti/", bkk_views.placement_file, name="placement_file"),
    path("lamaran/<int:pk>/penempatan/", bkk_views.placement_from_application, name="placement_from_application"),
    path("penempatan/tindak-lanjut/", follow_ups_views.follow_up_list, name="follow_up_list"),
    path("penempatan/tindak-lanjut/<int:pk>/", follow_ups_views.follow_up_page, name="follow_up_page"),
    path("alumni/kegiatan/<int:pk>/selesai/", follow_ups_views.spell_end, name="spell_end"),
]
tracer = [
    path("tracer/", tracer_campaigns_views.tracer, name="tracer"),
    path("tracer/baru/", tracer_campaigns_views.campaign_create, name="tracer_create"),
    path("tracer/<int:pk>/", tracer_campaigns_views.campaign_page, name="tracer_page"),
    path("tracer/<int:pk>/ubah/", tracer_campaigns_views.campaign_edit, name="tracer_edit"),
    path("tracer/<int:pk>/angka/", tracer_campaigns_views.campaign_rate, name="tracer_rate"),
    path("tracer/<int:pk>/hasil/", tracer_campaigns_views.campaign_results, name="tracer_results"),
    path("tracer/<int:pk>/umumkan/", tracer_campaigns_views.campaign_publish, name="tracer_publish"),
    path("tracer/<int:pk>/tutup/", tracer_campaigns_views.campaign_close, name="tracer_close"),
    path("tracer/<int:pk>/jawaban.xlsx", tracer_campaigns_views.campaign_workbook, name="tracer_workbook"),
    path("tracer/<int:pk>/jawaban.csv", tracer_campaigns_views.campaign_csv, name="tracer_csv"),
    path("tracer/<int:pk>/templat.xlsx", tracer_uploads_views.upload_template, name="tracer_template"),
    path("tracer/<int:pk>/unggah/", tracer_uploads_views.upload_create, name="tracer_upload"),
    path("tracer/unggahan/<int:pk>/", tracer_uploads_views.upload_page, name="upload_page"),
    path("tracer/unggahan/<int:pk>/simpan/", tracer_uploads_views.upload_confirm, name="upload_confirm"),
    path("tracer/unggahan/<int:pk>/batal/", tracer_uploads_views.upload_cancel, name="upload_cancel"),
    path("tracer/jawaban/<int:pk>/", tracer_responses_views.response_page, name="response_page"),
    path("tracer/jawaban/<int:pk>/isi/", tracer_responses_views.response_fill, name="response_fill"),
    path(
        "tracer/jawaban/<int:pk>/tidak-terlacak/",
        tracer_responses_views.response_untraceable,
        name="response_untraceable",
    ),
    path("tracer/jawaban/<int:pk>/langkah/", tracer_responses_views.response_act, name="response_act"),
    path("tracer/perbedaan/", tracer_responses_views.contradiction_list, name="contradiction_list"),
    path("tracer/perbedaan/<int:pk>/", tracer_responses_views.contradiction_page, name="contradiction_page"),
]
bkk = [*placements, *tracer]
forum = [
    path("tracer/", tracer_forum_views.rates, name="tracer"),
    path("tracer/<int:year>/hasil/", tracer_forum_views.results, name="tracer_results"),
    path("tracer/kuesioner/", tracer_forum_views.questionnaire_list, name="questionnaire_list"),
    path("tracer/kuesioner/baru/", tracer_forum_views.questionnaire_create, name="questionnaire_create"),
    path("tracer/kuesioner/<int:pk>/", tracer_forum_views.questionnaire_page, name="questionnaire_page"),
    path(
        "tracer/kuesioner/<int:pk>/terbitkan/", tracer_forum_views.questionnaire_publish, name="questionnaire_publish"
    ),
    path("tracer/kuesioner/<int:pk>/hapus/", tracer_forum_views.questionnaire_discard, name="questionnaire_discard"),
    path("tracer/kuesioner/<int:pk>/pertanyaan/", tracer_forum_views.question_create, name="question_create"),
    path("tracer/pertanyaan/<int:pk>/", tracer_forum_views.question_edit, name="question_edit"),
    path("tracer/pertanyaan/<int:pk>/pindah/", tracer_forum_views.question_move, name="question_move"),
    path("tracer/pertanyaan/<int:pk>/hapus/", tracer_forum_views.question_remove, name="question_remove"),
]
menus = {
    "bkk": {
        80: NavItem("Penempatan", "bkk:placement_list", "handshake"),
        90: NavItem("Tracer", "bkk:tracer", "target"),
    },
    "saya": {80: NavItem("Kabar setelah lulus", "saya:tracer", "clipboard")},
    "forum": {50: NavItem("Tracer", "forum:tracer", "graduation")},
}
