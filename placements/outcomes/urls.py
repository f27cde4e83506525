from django.urls import path

from placements.outcomes.tracer.views import campaigns, responses, uploads
from placements.outcomes.tracer.views import forum as tracer_forum
from placements.outcomes.tracer.views import public as tracer_public
from placements.outcomes.views import bkk as desk
from placements.outcomes.views import follow_ups
from placements.outcomes.views import saya as own

public = [
    path("tracer/<str:token>/", tracer_public.tracer_link, name="tracer_link"),
    path("sekolah/<str:npsn>/tracer/<int:year>/", tracer_public.school_results, name="school_results"),
]
saya = [
    path("tracer/", own.tracer, name="tracer"),
    path("tracer/<int:pk>/", own.tracer_fill, name="tracer_fill"),
    path("tracer/kegiatan/<int:pk>/selesai/", own.spell_end, name="spell_end"),
]
placements = [
    path("penempatan/", desk.placement_list, name="placement_list"),
    path("penempatan/baru/", desk.placement_create, name="placement_create"),
    path("penempatan/<int:pk>/", desk.placement_page, name="placement_page"),
    path("penempatan/<int:pk>/periksa/", desk.placement_verify, name="placement_verify"),
    path("penempatan/<int:pk>/batal/", desk.placement_cancel, name="placement_cancel"),
    path("penempatan/<int:pk>/bukti/", desk.placement_file, name="placement_file"),
    path("lamaran/<int:pk>/penempatan/", desk.placement_from_application, name="placement_from_application"),
    path("penempatan/tindak-lanjut/", follow_ups.follow_up_list, name="follow_up_list"),
    path("penempatan/tindak-lanjut/<int:pk>/", follow_ups.follow_up_page, name="follow_up_page"),
    path("alumni/kegiatan/<int:pk>/selesai/", follow_ups.spell_end, name="spell_end"),
]
tracer = [
    path("tracer/", campaigns.tracer, name="tracer"),
    path("tracer/baru/", campaigns.campaign_create, name="tracer_create"),
    path("tracer/<int:pk>/", campaigns.campaign_page, name="tracer_page"),
    path("tracer/<int:pk>/ubah/", campaigns.campaign_edit, name="tracer_edit"),
    path("tracer/<int:pk>/angka/", campaigns.campaign_rate, name="tracer_rate"),
    path("tracer/<int:pk>/hasil/", campaigns.campaign_results, name="tracer_results"),
    path("tracer/<int:pk>/umumkan/", campaigns.campaign_publish, name="tracer_publish"),
    path("tracer/<int:pk>/tutup/", campaigns.campaign_close, name="tracer_close"),
    path("tracer/<int:pk>/jawaban.xlsx", campaigns.campaign_workbook, name="tracer_workbook"),
    path("tracer/<int:pk>/jawaban.csv", campaigns.campaign_csv, name="tracer_csv"),
    path("tracer/<int:pk>/templat.xlsx", uploads.upload_template, name="tracer_template"),
    path("tracer/<int:pk>/unggah/", uploads.upload_create, name="tracer_upload"),
    path("tracer/unggahan/<int:pk>/", uploads.upload_page, name="upload_page"),
    path("tracer/unggahan/<int:pk>/simpan/", uploads.upload_confirm, name="upload_confirm"),
    path("tracer/unggahan/<int:pk>/batal/", uploads.upload_cancel, name="upload_cancel"),
    path("tracer/jawaban/<int:pk>/", responses.response_page, name="response_page"),
    path("tracer/jawaban/<int:pk>/isi/", responses.response_fill, name="response_fill"),
    path("tracer/jawaban/<int:pk>/tidak-terlacak/", responses.response_untraceable, name="response_untraceable"),
    path("tracer/jawaban/<int:pk>/langkah/", responses.response_act, name="response_act"),
    path("tracer/perbedaan/", responses.contradiction_list, name="contradiction_list"),
    path("tracer/perbedaan/<int:pk>/", responses.contradiction_page, name="contradiction_page"),
]
bkk = [*placements, *tracer]
forum = [
    path("tracer/", tracer_forum.rates, name="tracer"),
    path("tracer/<int:year>/hasil/", tracer_forum.results, name="tracer_results"),
    path("tracer/kuesioner/", tracer_forum.questionnaire_list, name="questionnaire_list"),
    path("tracer/kuesioner/baru/", tracer_forum.questionnaire_create, name="questionnaire_create"),
    path("tracer/kuesioner/<int:pk>/", tracer_forum.questionnaire_page, name="questionnaire_page"),
    path("tracer/kuesioner/<int:pk>/terbitkan/", tracer_forum.questionnaire_publish, name="questionnaire_publish"),
    path("tracer/kuesioner/<int:pk>/hapus/", tracer_forum.questionnaire_discard, name="questionnaire_discard"),
    path("tracer/kuesioner/<int:pk>/pertanyaan/", tracer_forum.question_create, name="question_create"),
    path("tracer/pertanyaan/<int:pk>/", tracer_forum.question_edit, name="question_edit"),
    path("tracer/pertanyaan/<int:pk>/pindah/", tracer_forum.question_move, name="question_move"),
    path("tracer/pertanyaan/<int:pk>/hapus/", tracer_forum.question_remove, name="question_remove"),
]
