from django.db import models


class IssuedKind(models.TextChoices):
    CERTIFICATE = "certificate", "Sertifikat pelatihan"
    BAST = "bast", "Berita acara serah terima"
    LETTER = "letter", "Surat"
    REPORT = "report", "Laporan"


KIND_CODES = {"certificate": "SERT", "bast": "BAST", "letter": "SP", "report": "LAP"}
