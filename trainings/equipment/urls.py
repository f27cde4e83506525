from django.urls import path

from bkk_portal.kit.web.navigation import NavItem
from trainings.equipment.catalogue import views as catalogue_views
from trainings.equipment.contracts import views as contracts_views
from trainings.equipment.handovers import views as handovers_views
from trainings.equipment.stock import views as stock_views

saya = [path("serah-terima/<int:pk>/", handovers_views.handover_answer, name="handover_answer")]

dinas = [
    path("peralatan/", catalogue_views.equipment_list, name="equipment_list"),
    path("peralatan/baru/", catalogue_views.item_create, name="item_create"),
    path("peralatan/<int:pk>/", catalogue_views.item_page, name="item_page"),
    path("peralatan/<int:pk>/ubah/", catalogue_views.item_edit, name="item_edit"),
    path("peralatan/<int:pk>/foto/", catalogue_views.item_photo, name="item_photo"),
    path("peralatan/paket/", catalogue_views.kit_list, name="kit_list"),
    path("peralatan/paket/baru/", catalogue_views.kit_create, name="kit_create"),
    path("peralatan/paket/<int:pk>/", catalogue_views.kit_edit, name="kit_edit"),
    path("peralatan/kontrak/", contracts_views.contract_list, name="contract_list"),
    path("peralatan/kontrak/baru/", contracts_views.contract_create, name="contract_create"),
    path("peralatan/kontrak/<int:pk>/", contracts_views.contract_page, name="contract_page"),
    path("peralatan/kontrak/<int:pk>/ubah/", contracts_views.contract_edit, name="contract_edit"),
    path("peralatan/kontrak/<int:pk>/berkas/", contracts_views.contract_file, name="contract_file"),
    path("peralatan/kontrak/<int:pk>/jelaskan/", contracts_views.contract_explain, name="contract_explain"),
    path("peralatan/kontrak/<int:pk>/dokumen/", contracts_views.contract_paper_add, name="contract_paper_add"),
    path("peralatan/kontrak/dokumen/<int:pk>/", contracts_views.contract_paper, name="contract_paper"),
    path(
        "peralatan/kontrak/dokumen/<int:pk>/hapus/", contracts_views.contract_paper_remove, name="contract_paper_remove"
    ),
    path("stok/", stock_views.stock_list, name="stock"),
    path("stok/terima/", stock_views.stock_receive, name="stock_receive"),
    path("stok/mutasi/", stock_views.movement_list, name="movement_list"),
    path("stok/<int:pk>/", stock_views.lot_page, name="lot_page"),
    path("stok/<int:pk>/pindah/", stock_views.stock_transfer, name="stock_transfer"),
    path("stok/<int:pk>/ke-penyedia/", stock_views.stock_to_supplier, name="stock_to_supplier"),
    path("stok/<int:pk>/keluarkan/", stock_views.stock_write_off, name="stock_write_off"),
    path("stok/gudang/", stock_views.location_list, name="location_list"),
    path("stok/gudang/baru/", stock_views.location_create, name="location_create"),
    path("stok/gudang/<int:pk>/", stock_views.location_edit, name="location_edit"),
    path("stok/penghapusan/", stock_views.write_off_list, name="write_off_list"),
    path("stok/penghapusan/<int:pk>/", stock_views.write_off_page, name="write_off_page"),
    path("stok/penghapusan/<int:pk>/berkas/", stock_views.write_off_file, name="write_off_file"),
    path("stok/penghapusan/<int:pk>/setujui/", stock_views.write_off_approve, name="write_off_approve"),
    path("stok/penghapusan/<int:pk>/tolak/", stock_views.write_off_refuse, name="write_off_refuse"),
    path("stok/opname/", stock_views.stocktake_list, name="stocktake_list"),
    path("stok/opname/baru/", stock_views.stocktake_start, name="stocktake_start"),
    path("stok/opname/<int:pk>/", stock_views.stocktake_page, name="stocktake_page"),
    path("stok/opname/<int:pk>/cetak/", stock_views.stocktake_print, name="stocktake_print"),
    path("stok/opname/<int:pk>/bukukan/", stock_views.stocktake_book, name="stocktake_book"),
    path("stok/opname/<int:pk>/batal/", stock_views.stocktake_drop, name="stocktake_drop"),
    path("stok/pesanan/", handovers_views.reservation_list, name="reservation_list"),
    path("stok/pesanan/<int:training_pk>/", handovers_views.reservation_form, name="reservation_form"),
    path("stok/pesanan/<int:training_pk>/lepas/", handovers_views.reservation_release, name="reservation_release"),
    path("serah-terima/", handovers_views.handover_list, name="handover_list"),
    path("serah-terima/unduh.xlsx", handovers_views.handover_export, name="handover_export"),
    path("serah-terima/baru/<int:participant_pk>/", handovers_views.handover_create, name="handover_create"),
    path("serah-terima/kelas/<int:training_pk>/", handovers_views.handover_class, name="handover_class"),
    path(
        "serah-terima/kelas/<int:training_pk>/bast.pdf", handovers_views.handover_class_acts, name="handover_class_acts"
    ),
    path(
        "serah-terima/kelas/<int:training_pk>/lembar.pdf", handovers_views.handover_class_sheets, name="handover_sheets"
    ),
    path("serah-terima/baris/<int:pk>/kembali/", handovers_views.handover_take_back, name="handover_take_back"),
    path("serah-terima/<int:pk>/", handovers_views.handover_page, name="handover_page"),
    path("serah-terima/<int:pk>/batal/", handovers_views.handover_cancel, name="handover_cancel"),
    path("serah-terima/<int:pk>/berkas/<slug:kind>/", handovers_views.handover_file, name="handover_file"),
]
menus = {
    "dinas": {
        40: NavItem("Serah terima", "dinas:handover_list", "handshake", "Serah"),
        50: NavItem("Peralatan", "dinas:equipment_list", "tools"),
        60: NavItem("Stok", "dinas:stock", "box"),
    },
}
