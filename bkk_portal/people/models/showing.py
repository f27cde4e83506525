"""What a person shows of themselves: links to their work, and what goes on the CV."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from bkk_portal.kit.models import TimeStamped
from bkk_portal.people.enums import CvLayout, CvPart
from bkk_portal.people.models.person import Person
from bkk_portal.people.queries import PersonRowQuerySet

CV_PARTS_AT_FIRST = [part.value for part in CvPart if part not in (CvPart.PHOTO, CvPart.WISHES)]


def cv_parts_at_first():
    return list(CV_PARTS_AT_FIRST)


class PortfolioLink(TimeStamped):
    person = models.ForeignKey(Person, models.CASCADE, related_name="portfolio", verbose_name="orang")
    title = models.CharField("judul", max_length=80)
    url = models.URLField("alamat", max_length=300)

    objects = PersonRowQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "tautan portofolio"
        verbose_name_plural = "tautan portofolio"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "url"],
                name="portfolio_link_unique",
                violation_error_message="Tautan ini sudah ada di portofolio Anda.",
            ),
            models.CheckConstraint(
                condition=Q(url__startswith="https://"),
                name="portfolio_link_https",
                violation_error_message="Alamat harus diawali https://.",
            ),
        ]

    def __str__(self):
        return self.title


class CvChoice(TimeStamped):
    """The layout and parts a person chose last, and single entries of them that stay out; new entries show at once."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="cv_choice", verbose_name="orang")
    layout = models.CharField("tampilan", max_length=8, choices=CvLayout.choices, default=CvLayout.PLAIN)
    parts = models.JSONField("isi", default=cv_parts_at_first, blank=True)
    left_out = models.JSONField("catatan yang tidak tampil", default=list, blank=True)  # keys of cv_entries.entries()

    objects = PersonRowQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "pilihan CV"
        verbose_name_plural = "pilihan CV"
        ordering = ["pk"]

    def __str__(self):
        return self.get_layout_display()
