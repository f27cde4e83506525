from django.db import models


class ParticipantStatus(models.TextChoices):
    REGISTERED = "registered", "Terdaftar"
    WAITING = "waiting", "Daftar tunggu"
    ACCEPTED = "accepted", "Diterima"
    REFUSED = "refused", "Tidak diterima"
    PASSED = "passed", "Lulus"
    FAILED = "failed", "Tidak lulus"
    DROPPED = "dropped", "Berhenti"
    WITHDRAWN = "withdrawn", "Mengundurkan diri"


S = ParticipantStatus
ENROLLED = (S.ACCEPTED, S.PASSED, S.FAILED, S.DROPPED)  # on the attendance list
SEATED = (S.ACCEPTED, S.PASSED, S.FAILED)  # counted against the quota: who stops leaves the seat to another
UNDECIDED = (S.REGISTERED, S.WAITING)
RESULTS = (S.PASSED, S.FAILED, S.DROPPED)
NEEDS_REASON = frozenset({S.REFUSED, S.FAILED, S.DROPPED, S.WITHDRAWN})
PARTICIPANT_TRANSITIONS = {
    S.REGISTERED: {S.ACCEPTED, S.WAITING, S.REFUSED, S.WITHDRAWN},
    S.WAITING: {S.ACCEPTED, S.REFUSED, S.WITHDRAWN},
    S.ACCEPTED: {S.PASSED, S.FAILED, S.DROPPED, S.WITHDRAWN},
    S.REFUSED: {S.REGISTERED},
    S.WITHDRAWN: {S.REGISTERED},
    # taken back, until a certificate is issued
    S.PASSED: {S.ACCEPTED, S.FAILED, S.DROPPED},
    S.FAILED: {S.ACCEPTED, S.PASSED, S.DROPPED},
    S.DROPPED: {S.ACCEPTED, S.PASSED, S.FAILED},
}
# how a status is shown (kit.templatetags.look)
STATUS_KINDS = {
    S.REGISTERED: "new",
    S.WAITING: "waiting",
    S.ACCEPTED: "waiting",
    S.REFUSED: "stopped",
    S.PASSED: "done",
    S.FAILED: "attention",
    S.DROPPED: "stopped",
    S.WITHDRAWN: "stopped",
}


class Presence(models.TextChoices):
    PRESENT = "present", "Hadir"
    EXCUSED = "excused", "Izin"
    SICK = "sick", "Sakit"
    ABSENT = "absent", "Alpa"


PRESENCE_LETTERS = {Presence.PRESENT: "H", Presence.EXCUSED: "I", Presence.SICK: "S", Presence.ABSENT: "A"}


class Channel(models.TextChoices):
    ONLINE = "online", "Sendiri, lewat portal"
    OFFICER = "officer", "Petugas"
    UPLOAD = "upload", "Unggahan daftar"
    PROPOSAL = "proposal", "Usulan kelurahan"


class Activity(models.TextChoices):
    """What somebody says they do now; the values are those of people.enums.SpellKind."""

    SEEKING = "job_seeking", "Mencari kerja"
    HOME = "outside_labour_force", "Tidak bekerja, mengurus rumah tangga atau lainnya"
    WORKING = "working", "Bekerja"
    SELF_EMPLOYED = "self_employed", "Usaha sendiri"
    STUDYING = "studying", "Sekolah atau kuliah"


class ProposalState(models.TextChoices):
    RECEIVED = "received", "Menunggu keputusan"
    ACCEPTED = "accepted", "Diterima"
    REFUSED = "refused", "Tidak diterima"


PROPOSAL_KINDS = {ProposalState.RECEIVED: "new", ProposalState.ACCEPTED: "done", ProposalState.REFUSED: "stopped"}


class LineKind(models.TextChoices):
    """What becomes of a row of an uploaded list."""

    NEW = "new", "Orang baru"
    KNOWN = "known", "Sudah dikenal"
    SAME = "same", "Sudah terdaftar"
    REFUSED = "refused", "Ditolak"


LINE_KINDS = {LineKind.NEW: "new", LineKind.KNOWN: "done", LineKind.SAME: "neutral", LineKind.REFUSED: "attention"}
