"""Answers to the national questionnaire, and campaigns that ask it."""

from placements.outcomes.tracer.actions import submit
from placements.outcomes.tracer.enums import AnswerChannel
from tests.factories.tracer import TracerCampaignFactory, TracerQuestionnaireFactory, TracerResponseFactory

EMPLOYEE = {
    "1": ["Tidak"],
    "2": ["Ya"],
    "3": ["Buruh/karyawan/pegawai"],
    "22": ["Tidak"],
    "23": ["2025-09-01"],
    "24": ["Luar Negeri"],
    "26": ["Timor-Leste"],
    "27": ["Kasir"],
    "28": ["Toko Rukun"],
    "29": ["Kurang dari Rp. 5.000.000"],
    "30": ["Melalui ikatan alumni", "Lainnya"],
    "31": ["Sangat selaras"],
}
IDLE = "Tidak melakukan semua kegiatan di atas (tidak mencari kerja/menyiapkan usaha/wirausaha)"
NOT_WORKING = {"1": ["Tidak"], "2": ["Tidak"], "4": ["Tidak"], "6": ["Tidak"], "8": ["Mengurus rumah tangga"]}
SEEKING = NOT_WORKING | {
    "9": ["Menunggu hasil lamaran pekerjaan"],
    "11": ["4"],
    "12": ["Masa kontrak kerja habis"],
}
NOT_SEEKING = NOT_WORKING | {"9": [IDLE], "10": ["Mengalami cacat fisik"]}
STUDENT = {
    **SEEKING,
    "1": ["Ya"],
    "13": ["Dalam Negeri"],
    "16": ["D-4"],
    "17": ["Politeknik Negeri Kupang"],
    "18": ["Teknik Listrik"],
    "19": ["Tidak selaras"],
    "20": ["2025-08-15"],
}
LEVEL = "Memenuhi kebutuhan"
OWNER = {
    "1": ["Tidak"],
    "2": ["Ya"],
    "3": ["Berwirausaha sendiri tanpa dibantu orang lain"],
    "32": ["Dalam Negeri"],
    "33": ["Usaha perseorangan"],
    "34": ["Kue rumahan"],
    "35": ["Barang"],
    "36": ["Milik Sendiri"],
    "37": ["2026-01-10"],
    "38": ["Kurang dari Rp. 5.000.000"],
    "39": ["Kurang dari Rp. 25.000.000"],
    "40": ["Belum pernah"],
    **dict.fromkeys(("41", "42", "43", "44", "45"), [LEVEL]),
    "46": ["Selaras"],
}


def asking(school=None, **fields):
    """A running campaign with the national questionnaire."""
    questionnaire = TracerQuestionnaireFactory(national=True)
    return TracerCampaignFactory(questionnaire=questionnaire, **({"school": school} if school else {}), **fields)


def response_to(campaign, **fields):
    return TracerResponseFactory(campaign=campaign, **fields)


def send(response, answers, channel=AnswerChannel.LINK, actor=None):
    return submit(response=response, channel=channel, answers=answers, actor=actor)


def sent(response):
    """{number of the question: [value, …]} of what is kept."""
    kept = {}
    for number, value in response.answers.order_by("pk").values_list("question__number", "value"):
        kept.setdefault(str(number), []).append(value)
    return kept
