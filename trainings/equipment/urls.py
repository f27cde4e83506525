from django.urls import path

from trainings.equipment.views import dinas as desk
from trainings.equipment.views import handovers

dinas = [
    path("peralatan/", desk.equipment_list, name="equipment_list"),
    path("peralatan/baru/", desk.item_create, name="item_create"),
    path("peralatan/<int:pk>/", desk.item_edit, name="item_edit"),
    path("peralatan/paket/baru/", desk.kit_create, name="kit_create"),
    path("peralatan/paket/<int:pk>/", desk.kit_page, name="kit_page"),
    path("stok/", desk.stock_list, name="stock"),
    path("stok/kontrak/baru/", desk.contract_create, name="contract_create"),
    path("stok/terima/", desk.stock_receive, name="stock_receive"),
    path("stok/mutasi/", desk.movement_list, name="movement_list"),
    path("stok/<int:pk>/hapuskan/", desk.stock_write_off, name="stock_write_off"),
    path("serah-terima/", handovers.handover_list, name="handover_list"),
    path("serah-terima/baru/<int:participant_pk>/", handovers.handover_create, name="handover_create"),
    path("serah-terima/<int:pk>/", handovers.handover_page, name="handover_page"),
    path("serah-terima/<int:pk>/batal/", handovers.handover_cancel, name="handover_cancel"),
    path("serah-terima/<int:pk>/foto/", handovers.handover_photo, name="handover_photo"),
    path("serah-terima/<int:pk>/tanda-tangan/", handovers.handover_signature, name="handover_signature"),
]
