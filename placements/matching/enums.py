from django.db import models


class InvitationStatus(models.TextChoices):
    SENT = "sent", "Diundang"
    ACCEPTED = "accepted", "Diterima"
    DECLINED = "declined", "Ditolak"
    EXPIRED = "expired", "Tidak dijawab"


S = InvitationStatus
STATUS_SHAPES = {S.SENT: "waiting", S.ACCEPTED: "done", S.DECLINED: "stopped", S.EXPIRED: "neutral"}
ANSWERED = (S.ACCEPTED, S.DECLINED)
# Who declined may think better of it while the vacancy is open; who accepted simply applies or does not.
INVITATION_TRANSITIONS = {
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


class InviteResult(models.TextChoices):
    """What became of one alumnus when a coordinator invited several."""

    INVITED = "invited", "Diundang"
    BEFORE = "before", "Sudah diundang"
    APPLIED = "applied", "Sudah melamar"
    NO_ACCOUNT = "no_account", "Belum punya akun"
    WITHDRAWN = "withdrawn", "Menarik persetujuan"


RESULT_SHAPES = {
    InviteResult.INVITED: "done",
    InviteResult.BEFORE: "neutral",
    InviteResult.APPLIED: "neutral",
    InviteResult.NO_ACCOUNT: "attention",
    InviteResult.WITHDRAWN: "stopped",
}
RESULT_ADVICE = {
    InviteResult.INVITED: "Pemberitahuan terkirim. Jawabannya tampil di halaman lowongan.",
    InviteResult.BEFORE: "Undangan sebelumnya tetap berlaku; tidak ada yang dikirim lagi.",
    InviteResult.APPLIED: "Lamarannya sedang Anda tangani; tidak perlu diundang.",
    InviteResult.NO_ACCOUNT: "Hubungi langsung, lalu minta membuat akun di portal.",
    InviteResult.WITHDRAWN: "Menarik persetujuan pemakaian datanya, jadi tidak boleh dihubungi lewat portal.",
}
