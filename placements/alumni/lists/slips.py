"""Paper slips that tell graduates how to take over their record: no birth date, and only the end of the NISN."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit import qr
from bkk_portal.kit.pdf import render

SHOWN_DIGITS = 4


def claim_url():
    return f"{settings.PUBLIC_URL}{reverse('claim')}"


def slips_pdf(alumni, *, school):
    """PDF bytes: ten slips to an A4 sheet, with lines to cut along. `alumni` with their person, in their order."""
    url = claim_url()
    data = {
        "title": f"Slip klaim akun alumni {school.name}",
        "author": school.name,
        "date": timezone.localdate().isoformat(),
        "school": school.name,
        "address": url.removeprefix("https://").removeprefix("http://"),
        "qr": "klaim.svg",
        "slips": [_slip(alumnus) for alumnus in alumni],
    }
    return render("slips", data, files={"klaim.svg": qr.svg_bytes(url)})


def _slip(alumnus):
    return {
        "name": alumnus.person.name,
        "nisn": f"••••••{alumnus.person.nisn[-SHOWN_DIGITS:]}",
        "about": ", ".join(filter(None, [f"Lulus {alumnus.graduation_year}", alumnus.rombel])),
    }
