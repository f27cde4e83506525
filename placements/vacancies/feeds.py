from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.formatting import rentang_rupiah, tanggal
from placements.vacancies.models import Vacancy

NEWEST_SHOWN = 50


class VacancyFeed(Feed):
    """The newest open vacancies that everyone may see."""

    feed_type = Atom1Feed
    title = "Lowongan kerja · Portal BKK Kota Kupang"
    subtitle = "Lowongan terbuka dari BKK SMK Kota Kupang. Melamar selalu gratis."
    author_name = "BKK SMK Kota Kupang"

    def link(self):
        return reverse("vacancy_list")

    def feed_url(self):
        return reverse("vacancy_feed")

    def items(self):
        newest = Vacancy.objects.visible_to(ANONYMOUS).open().for_cards().order_by("-published_at", "-pk")
        return newest[:NEWEST_SHOWN]

    def item_title(self, vacancy):
        return f"{vacancy.title} · {vacancy.employer.name}"

    def item_description(self, vacancy):
        pay = rentang_rupiah(vacancy.pay_min, vacancy.pay_max) if vacancy.pay_min or vacancy.pay_max else ""
        facts = [vacancy.get_kind_display(), vacancy.place, pay, f"ditutup {tanggal(vacancy.closes_on)}"]
        return " · ".join(fact for fact in facts if fact)

    def item_pubdate(self, vacancy):
        return vacancy.published_at

    def item_updateddate(self, vacancy):
        return vacancy.published_at
