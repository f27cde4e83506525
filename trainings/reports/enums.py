from bkk_portal.kit.states import StatusChoices


class PackStatus(StatusChoices):
    WAITING = "waiting", "waiting", "Menunggu giliran"
    WORKING = "working", "waiting", "Sedang disusun"
    READY = "ready", "done", "Siap diunduh"
    FAILED = "failed", "attention", "Gagal"


RUNNING = (PackStatus.WAITING, PackStatus.WORKING)
