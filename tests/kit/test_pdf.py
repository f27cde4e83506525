import datetime
import io
import re
from decimal import Decimal

import pytest
from PIL import Image

from bkk_portal.kit import pdf
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.pdf import forms
from tests.harness.pdf import pages

DAY = datetime.date(2026, 11, 24)
HEAD = forms.Letterhead(
    lines=("Pemerintah Kota Contoh", "Dinas Tenaga Kerja Contoh"),
    address="Jalan Contoh 1",
    contact="contoh@example.org",
)
HEAD_OF_OFFICE = forms.Signatory(title="Kepala Dinas", name="Ana Contoh, S.Sos.", nip="197001011995032001")
PROOF = forms.Proof(address="https://portal.example/verifikasi/7K3M9QX2T4WZ/", code="7K3M9QX2T4WZ")


def picture(kind="PNG", **options):
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "#0b5563").save(out, kind, **options)
    return out.getvalue()


def sheet(**changes):
    facts = {
        "letterhead": HEAD,
        "signatory": HEAD_OF_OFFICE,
        "programme": "Pengelasan SMAW",
        "dates": "tanggal 1–30 Juni 2026",
        "place": "Kelurahan Oesapa",
        "hours": 240,
        "issued_on": DAY,
    }
    return forms.CertificateSheet(**(facts | changes))


def certificate(**changes):
    facts = {"number": "012/SERT/CONTOH/2026", "name": "Yohanes Contoh", "proof": PROOF}
    return forms.Certificate(**(facts | changes))


def act(**changes):
    facts = {
        "letterhead": HEAD,
        "subject": "Peralatan Las",
        "number": "007/BAST/CONTOH/2026",
        "date": DAY,
        "proof": PROOF,
        "first": forms.Party(name="Ana Contoh", facts=(("NIP", "1970"), ("Alamat", "Jalan Contoh 1"))),
        "second": forms.Party(name="Yohanes Contoh", facts=(("NIK", "5371••••••••0001"),)),
        "first_sign": HEAD_OF_OFFICE,
        "second_sign": forms.Signatory(title="Yang menerima", name="Yohanes Contoh"),
        "items": (item(), item(name="Helm las", quantity=2, unit_price=275193)),
    }
    return forms.Bast(**(facts | changes))


def item(**changes):
    facts = {
        "name": "Mesin las",
        "quantity": 1,
        "unit": "unit",
        "unit_price": 2350000,
        "brand": "Contoh",
        "serial": "S-17",
    }
    return forms.BastItem(**(facts | changes))


def table(**changes):
    facts = {
        "letterhead": HEAD,
        "title": "Daftar Hadir",
        "date": DAY,
        "columns": (forms.Column(title="No.", width=0), forms.Column(title="Nama")),
        "rows": (("1", "Yohanes Contoh"), ("2", "Maria Contoh")),
        "signatories": (HEAD_OF_OFFICE,),
    }
    return forms.OfficialList(**(facts | changes))


# certificates


def test_certificate_says_who_what_when_and_where_to_check():
    document = forms.certificates(sheet(), [certificate(birth_place="Kupang", birth_date=datetime.date(2004, 3, 3))])

    (text,) = pages(document)
    for part in (
        "DINAS TENAGA KERJA CONTOH",
        "Nomor: 012/SERT/CONTOH/2026",
        "Yohanes Contoh",
        "lahir di Kupang, 3 Maret 2004",
        "Pengelasan SMAW",
        "tanggal 1–30 Juni 2026 di Kelurahan Oesapa selama 240 jam pelatihan (JP), dan dinyatakan",
        "LULUS",
        "Kupang, 24 November 2026",
        "NIP 197001011995032001",
        "https://portal.example/verifikasi/7K3M9QX2T4WZ/",
        "7K3M-9QX2-T4WZ",
    ):
        assert part in text


def test_certificate_leaves_a_blank_for_what_is_not_known():
    document = forms.certificates(sheet(hours=None), [certificate(number="")])

    (text,) = pages(document)
    assert re.search(r"Nomor: [. ]{10,}", text)
    assert re.search(r"selama [. ]{4,}jam pelatihan", text)


def test_hundred_certificates_come_as_hundred_pages():
    items = [certificate(number=f"{number:03}/SERT", name=f"Peserta {number}") for number in range(1, 101)]

    texts = pages(forms.certificates(sheet(), items))

    assert len(texts) == 100
    assert "Nomor: 100/SERT" in texts[99]


@pytest.mark.parametrize(
    "name",
    [
        "#panic()",
        "*tebal* _miring_",
        "$x+y$",
        "= Judul",
        "@rujuk <label>",
        "[isi] \\ #{1+1}",
        "O\"Neill 'x' // y",
        "```kode```",
    ],
)
def test_names_are_text_never_markup(name):
    (text,) = pages(forms.certificates(sheet(), [certificate(name=name)]))

    assert f"diberikan kepada {name}" in text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana\x00 \u202eContoh\x07", "Ana Contoh"),
        ("Ana 😀 Contoh", "Ana � Contoh"),
        ("日本 Ana 😀", "�� Ana �"),
    ],
)
def test_characters_no_font_can_show_do_not_stop_the_document(name, shown):
    (text,) = pages(forms.certificates(sheet(), [certificate(name=name)]))

    assert f"diberikan kepada {shown}" in text


def test_long_name_stays_on_one_page():
    texts = pages(forms.certificates(sheet(), [certificate(name="Maria Contoh " * 12)]))

    assert len(texts) == 1


def test_same_data_gives_the_same_bytes_and_another_date_others():
    first, again = (forms.certificates(sheet(), [certificate()]) for _ in range(2))

    assert first == again
    assert b"D:20261124" in first
    assert first != forms.certificates(sheet(issued_on=datetime.date(2026, 11, 25)), [certificate()])


def test_document_is_archivable_and_tagged():
    document = forms.certificates(sheet(), [certificate()])

    assert b"<pdfaid:part>2</pdfaid:part>" in document
    assert b"/StructTreeRoot" in document
    assert b"/Lang" in document


# berita acara serah terima


def test_bast_adds_up_in_figures_and_in_words():
    act_page, annex = pages(forms.bast(act()))

    assert "Jumlah seluruhnya Rp 2.900.386" in act_page
    assert "Terbilang: dua juta sembilan ratus ribu tiga ratus delapan puluh enam rupiah." in act_page
    assert "Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam (24-11-2026)" in act_page
    assert "Halaman 1 dari 2" in act_page
    assert "Mesin las Contoh S-17 1 unit Rp 2.350.000" in annex


def test_bast_without_a_decree_has_blanks_in_its_place():
    act_page = pages(forms.bast(act()))[0]

    assert re.search(r"Surat Keputusan Nomor [. ]{8,}tanggal [. ]{8,}tentang [. ]{8,}", act_page)


def test_bast_names_its_decree():
    basis = forms.LegalBasis(number="SK 12/2026", date=datetime.date(2026, 2, 3), subject="Penerima Bantuan")

    act_page = pages(forms.bast(act(basis=basis)))[0]

    assert "Surat Keputusan Nomor SK 12/2026 tanggal 3 Februari 2026 tentang Penerima Bantuan," in act_page


def test_bast_with_an_unknown_price_gives_no_total():
    act_page = pages(forms.bast(act(items=(item(), item(name="Helm", unit_price=None)))))[0]

    assert re.search(r"Jumlah seluruhnya [. ]{5,}", act_page)
    assert re.search(r"Terbilang: [. ]{10,}", act_page)


def test_bast_moves_a_long_list_to_the_annex():
    items = tuple(item(name=f"Barang {number}", unit_price=1000) for number in range(1, 8))

    act_page, annex = pages(forms.bast(act(items=items)))

    assert "7 jenis barang sebagaimana tercantum dalam lampiran, seluruhnya bernilai Rp 7.000." in act_page
    assert "Barang 7" in annex
    assert "Barang 7" not in act_page


def test_bast_with_everything_the_act_can_hold_ends_on_its_second_page():
    items = tuple(item(quantity=Decimal("2.5")) for _ in range(6))
    whole = act(
        items=items,
        place="Kantor Kelurahan Oesapa",
        witness=forms.Signatory(title="Lurah Oesapa"),
        second_sign=forms.Signatory(title="Yang menerima", name="Yohanes Contoh", picture=picture()),
        photo=picture("JPEG"),
        photo_caption="Foto penerima",
    )

    act_page, annex = pages(forms.bast(whole))

    assert "Mengetahui" in act_page
    assert "Foto penerima" in annex


# lists


def test_list_repeats_its_head_on_each_page_and_signs_at_the_end():
    rows = tuple((str(number), f"Peserta {number}") for number in range(1, 71))

    first, last = pages(forms.official_list(table(rows=rows, total=("", "Jumlah 70"), proof=PROOF)))

    assert "No. Nama 1 Peserta 1" in first
    assert last.startswith("No. Nama 40 Peserta 40")
    assert "Jumlah 70 Kupang, 24 November 2026 Kepala Dinas, Ana Contoh, S.Sos. NIP 197001011995032001" in last
    assert "Halaman 2 dari 2" in last


def test_page_with_signatures_only_says_what_it_belongs_to():
    rows = tuple((str(number), f"Peserta {number}") for number in range(1, 81))

    last = pages(forms.official_list(table(rows=rows, total=("", "80"), subtitle="Pelatihan Las", proof=PROOF)))[-1]

    assert last.startswith("Halaman tanda tangan: Daftar Hadir, Pelatihan Las Kupang, 24 November 2026")


def test_list_with_groups_of_columns_prints_both_heads():
    columns = tuple(forms.Column(title=title, width=0) for title in ("Uraian", "L", "P", "Jumlah"))
    groups = (
        forms.ColumnGroup(title="", span=1),
        forms.ColumnGroup(title="15–19", span=2),
        forms.ColumnGroup(title="", span=1),
    )

    (text,) = pages(forms.official_list(table(columns=columns, groups=groups, rows=(("Terdaftar", "3", "4", "7"),))))

    assert "15–19" in text
    assert "Terdaftar 3 4 7" in text


def test_list_whose_groups_do_not_cover_its_columns_is_an_error():
    with pytest.raises(ValueError, match="1 of 2 columns"):
        forms.official_list(table(groups=(forms.ColumnGroup(title="Semua", span=1),)))


def test_empty_list_says_so():
    (text,) = pages(forms.official_list(table(rows=(), empty="Belum ada peserta.")))

    assert "Belum ada peserta." in text


# pictures


def test_picture_loses_what_the_camera_wrote():
    exif = Image.Exif()
    exif[0x010F] = "KameraContoh"

    document = forms.bast(act(photo=picture("JPEG", exif=exif)))

    assert b"KameraContoh" in picture("JPEG", exif=exif)
    assert b"KameraContoh" not in document


def test_what_is_no_picture_is_refused():
    with pytest.raises(Refused, match="tidak dapat dibaca"):
        forms.bast(act(photo=b"bukan gambar"))


def test_file_names_cannot_leave_the_folder():
    with pytest.raises(ValueError, match="plain file name"):
        pdf.render("list", {"date": "2026-11-24"}, files={"../x": b""})
