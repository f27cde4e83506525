from django.db import models

from bkk_portal.kit.states import StatusChoices


class ParticipantStatus(StatusChoices):
    REGISTERED = "registered", "new", "Terdaftar"
    WAITING = "waiting", "waiting", "Daftar tunggu"
    ACCEPTED = "accepted", "waiting", "Diterima"
    REFUSED = "refused", "stopped", "Tidak diterima"
    PASSED = "passed", "done", "Lulus"
    FAILED = "failed", "attention", "Tidak lulus"
    DROPPED = "dropped", "stopped", "Berhenti"
    WITHDRAWN = "withdrawn", "stopped", "Mengundurkan diri"


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


class ProposalStatus(StatusChoices):
    RECEIVED = "received", "new", "Menunggu keputusan"
    ACCEPTED = "accepted", "done", "Diterima"
    REFUSED = "refused", "stopped", "Tidak diterima"


class LineKind(StatusChoices):
    """What becomes of a row of an uploaded list."""

    NEW = "new", "new", "Orang baru"
    KNOWN = "known", "done", "Sudah dikenal"
    SAME = "same", "neutral", "Sudah terdaftar"
    REFUSED = "refused", "attention", "Ditolak"
