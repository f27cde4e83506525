from django.db import models

from bkk_portal.kit.states import StatusChoices


class InvitationStatus(StatusChoices):
    SENT = "sent", "waiting", "Diundang"
    ACCEPTED = "accepted", "done", "Diterima"
    DECLINED = "declined", "stopped", "Ditolak"
    EXPIRED = "expired", "neutral", "Tidak dijawab"


S = InvitationStatus
ANSWERED = (S.ACCEPTED, S.DECLINED)
# Who declined may think better of it while the vacancy is open; who accepted simply applies or does not.
INVITATION_TRANSITIONS: dict[str, set[str]] = {
    S.SENT: {S.ACCEPTED, S.DECLINED, S.EXPIRED},
    S.DECLINED: {S.ACCEPTED},
    S.ACCEPTED: set(),
    S.EXPIRED: set(),
}


class Distance(models.TextChoices):
    """How far apart two konsentrasi stand in the spectrum, nearest first; farther counts nothing."""

    SAME = "same", "konsentrasi sama"
    PROGRAM = "program", "program keahlian sama"
    FIELD = "field", "bidang keahlian sama"


class InviteResult(StatusChoices):
    """What became of one alumnus when a coordinator invited several."""

    INVITED = "invited", "done", "Diundang"
    BEFORE = "before", "neutral", "Sudah diundang"
    APPLIED = "applied", "neutral", "Sudah melamar"
    NO_ACCOUNT = "no_account", "attention", "Belum punya akun"
    WITHDRAWN = "withdrawn", "stopped", "Menarik persetujuan"


RESULT_ADVICE = {
    InviteResult.INVITED: "Pemberitahuan terkirim. Jawabannya tampil di halaman lowongan.",
    InviteResult.BEFORE: "Undangan sebelumnya tetap berlaku; tidak ada yang dikirim lagi.",
    InviteResult.APPLIED: "Lamarannya sedang Anda tangani; tidak perlu diundang.",
    InviteResult.NO_ACCOUNT: "Hubungi langsung, lalu minta membuat akun di portal.",
    InviteResult.WITHDRAWN: "Menarik persetujuan pemakaian datanya, jadi tidak boleh dihubungi lewat portal.",
}
