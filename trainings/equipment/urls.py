from django.urls import path

from trainings.equipment.views import catalogue, handovers, stock

dinas = [
    path("peralatan/", catalogue.equipment_list, name="equipment_list"),
    path("peralatan/baru/", catalogue.item_create, name="item_create"),
    path("peralatan/<int:pk>/", catalogue.item_edit, name="item_edit"),
    path("peralatan/paket/", catalogue.kit_list, name="kit_list"),
    path("peralatan/paket/baru/", catalogue.kit_create, name="kit_create"),
    path("peralatan/paket/<int:pk>/", catalogue.kit_edit, name="kit_edit"),
    path("peralatan/kontrak/", catalogue.contract_list, name="contract_list"),
    path("peralatan/kontrak/baru/", catalogue.contract_create, name="contract_create"),
    path("peralatan/kontrak/<int:pk>/", catalogue.contract_page, name="contract_page"),
    path("peralatan/kontrak/<int:pk>/ubah/", catalogue.contract_edit, name="contract_edit"),
    path("peralatan/kontrak/<int:pk>/berkas/", catalogue.contract_file, name="contract_file"),
    path("stok/", stock.stock_list, name="stock"),
    path("stok/terima/", stock.stock_receive, name="stock_receive"),
    path("stok/mutasi/", stock.movement_list, name="movement_list"),
    path("stok/<int:pk>/keluarkan/", stock.stock_write_off, name="stock_write_off"),
    path("serah-terima/", handovers.handover_list, name="handover_list"),
    path("serah-terima/unduh.xlsx", handovers.handover_export, name="handover_export"),
    path("serah-terima/baru/<int:participant_pk>/", handovers.handover_create, name="handover_create"),
    path("serah-terima/<int:pk>/", handovers.handover_page, name="handover_page"),
    path("serah-terima/<int:pk>/batal/", handovers.handover_cancel, name="handover_cancel"),
    path("serah-terima/<int:pk>/berkas/<slug:kind>/", handovers.handover_file, name="handover_file"),
]
