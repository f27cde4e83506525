import pytest

from bkk_portal.kit.search import stemming
from bkk_portal.kit.search.stemming import stem, tokens

FAMILIES = {
    "kerja": "kerja bekerja pekerja pekerjaan mengerjakan pengerjaan",
    "las": "las mengelas pengelasan dilas",
    "listrik": "listrik kelistrikan",
    "masak": "masak memasak masakan pemasak",
    "rawat": "rawat merawat perawatan dirawat",
    "jahit": "jahit menjahit penjahit jahitan",
    "jual": "jual menjual penjual penjualan berjualan dijual",
    "layan": "layan pelayanan melayani layanannya",
    "didik": "didik pendidikan pendidik mendidik",
    "cat": "cat mengecat pengecatan",
    "kirim": "kirim mengirim pengiriman kirimkan",
    "pasar": "pasar pemasaran memasarkan",
    "kemudi": "kemudi pengemudi mengemudi",
    "ketik": "ketik mengetik pengetikan",
    "aman": "aman keamanan mengamankan",
    "latih": "latih pelatih pelatihan berlatih latihan",
    "perbaiki": "perbaiki perbaikan memperbaiki diperbaiki",
}


@pytest.mark.parametrize(("root", "forms"), FAMILIES.items())
def test_all_forms_of_a_word_have_one_stem(root, forms):
    assert {stem(form) for form in forms.split()} == {root}


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("kelas", "las"),
        ("belas", "las"),
        ("perusahaan", "usaha"),
        ("peserta", "serta"),
        ("perangkat", "angkat"),
        ("penelitian", "teliti"),
        ("terapi", "api"),
        ("kerajinan", "rajin"),
        ("pengalaman", "alam"),
        ("perawat", "perawatan"),  # the nurse and the upkeep
        ("pelayan", "pelayanan"),  # the waiter and the service desk
    ],
)
def test_words_that_only_look_alike_stay_apart(word, other):
    assert stem(word) != stem(other)


def test_words_unknown_to_the_lists_go_to_snowball():
    assert stem("pembalseman") == "balsem"


def test_tokens_fold_case_and_accents_split_at_punctuation_and_drop_stop_words():
    assert tokens("Pelayan CAFÉ, di Kota-Kupang (untuk shift malam); 3G!") == [
        "pelayan",
        "cafe",
        "kota",
        "kupang",
        "shift",
        "malam",
        "3g",
    ]


def test_a_word_without_end_is_cut():
    assert tokens("x" * 5000) == ["x" * stemming.LONGEST]


def test_every_family_leads_to_one_stem_that_leads_to_itself():
    assert {stem(root) for root in stemming.families().values()} == set(stemming.families().values())
