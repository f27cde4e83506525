from django.db import models


class Indicator(models.TextChoices):
    UNEMPLOYED = "pengangguran", "Pengangguran"
    EMPLOYED = "bekerja", "Bekerja"
