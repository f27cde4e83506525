"""What this room has waiting on a coordinator's desk."""

from placements.employers.enums import Standing
from placements.employers.models import Employer, EmployerVisit, PartnershipAgreement
from placements.employers.models.partnership import SOON


def due(actor):
    """[(rows, what they are, where they are done)], as placements.reports.queries shows them."""
    ending = PartnershipAgreement.objects.visible_to(actor).ending_within(SOON)
    unknown = (
        Employer.objects.visible_to(actor).standing(Standing.UNVERIFIED).filter(added_by_school_id=actor.school_id)
    )
    visits = EmployerVisit.objects.visible_to(actor).to_follow_up()
    return [
        (ending, f"MoU berakhir dalam {SOON} hari", "/bkk/mitra/mou/?keadaan=segera"),
        (visits, "kunjungan perusahaan perlu ditindaklanjuti", "/bkk/mitra/kunjungan/?keadaan=tindak-lanjut"),
        (unknown, "perusahaan yang Anda tambahkan belum diverifikasi", "/bkk/mitra/?status=belum&mitra=kami"),
    ]
