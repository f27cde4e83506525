import factory

from placements.vacancies import models
from placements.vacancies.enums import VacancyKind, VacancyStatus, Visibility
from placements.vacancies.saved.anchors import anchors_of
from placements.vacancies.saved.models import SavedSearch, SavedVacancy, SearchAnchor, VacancyAlert
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, add_to, days, moment
from tests.factories.employers import EmployerFactory
from tests.factories.people import PersonFactory
from tests.factories.regions import RegencyFactory
from tests.factories.schools import SchoolFactory


class VacancyFactory(RowFactory):
    """Open to everyone, published ten days ago, open for thirty more. It stands in no search index."""

    class Meta:
        model = models.Vacancy

    employer = factory.SubFactory(EmployerFactory)
    title = "Teknisi Komputer"
    kind = VacancyKind.PERMANENT
    description = "Merawat dan memperbaiki komputer pelanggan."
    opens_on = days(-10)
    closes_on = days(30)
    regency = factory.SubFactory(RegencyFactory)
    pay_min = 2_300_000
    pay_max = 3_000_000
    school = factory.SubFactory(SchoolFactory)
    status = VacancyStatus.PUBLISHED
    published_at = moment(-10)
    announced_at = factory.SelfAttribute("published_at")
    created_by = factory.SubFactory(UserFactory)
    konsentrasi = add_to("konsentrasi")
    skills = add_to("skills")
    visible_schools = add_to("visible_schools")

    class Params:
        draft = factory.Trait(status=VacancyStatus.DRAFT, published_at=None)
        in_review = factory.Trait(status=VacancyStatus.REVIEW, published_at=None)
        expired = factory.Trait(closes_on=days(-1))
        closed = factory.Trait(
            status=VacancyStatus.CLOSED, closed_at=moment(-1), close_reason="Sudah terisi", closes_on=days(-1)
        )
        hidden = factory.Trait(status=VacancyStatus.HIDDEN)
        overseas = factory.Trait(is_overseas=True, official_link="https://contoh.test/resmi", regency=None)
        for_all_bkk = factory.Trait(visibility=Visibility.ALL_BKK)
        for_schools = factory.Trait(visibility=Visibility.SCHOOLS)  # with visible_schools=[…]


class VacancyStatusLogFactory(RowFactory):
    class Meta:
        model = models.VacancyStatusLog

    vacancy = factory.SubFactory(VacancyFactory)
    from_status = VacancyStatus.DRAFT
    to_status = VacancyStatus.PUBLISHED
    by = factory.SubFactory(UserFactory)


class SavedVacancyFactory(RowFactory):
    class Meta:
        model = SavedVacancy

    person = factory.SubFactory(PersonFactory)
    vacancy = factory.SubFactory(VacancyFactory)


class VacancyLeadFactory(RowFactory):
    class Meta:
        model = models.VacancyLead

    person = factory.SubFactory(PersonFactory)
    school = factory.SubFactory(SchoolFactory)
    employer_name = "Toko Flobamora Jaya"
    title = "Kasir"


class VacancyReportFactory(RowFactory):
    class Meta:
        model = models.VacancyReport

    vacancy = factory.SubFactory(VacancyFactory)
    reason = "money"
    sender = factory.Sequence(lambda number: f"{number:064x}")


class VacancyQuestionFactory(RowFactory):
    class Meta:
        model = models.VacancyQuestion

    vacancy = factory.SubFactory(VacancyFactory)
    position = 1
    text = "Punya SIM C?"
    kind = "yes_no"


class SavedSearchFactory(RowFactory):
    """Hangs on its anchors, as one does that its action wrote: SavedSearchFactory(query="q=kasir")."""

    class Meta:
        model = SavedSearch

    person = factory.SubFactory(PersonFactory, with_user=True)
    name = factory.LazyAttribute(lambda row: row.query or "Semua lowongan baru")
    query = "q=kasir"

    @factory.post_generation
    def anchors(row, create, extracted, **kwargs):
        tokens = anchors_of(row.query) if create else []
        SearchAnchor.objects.bulk_create(SearchAnchor(search=row, token=token) for token in tokens)


class SearchAnchorFactory(RowFactory):
    class Meta:
        model = SearchAnchor

    search = factory.SubFactory(SavedSearchFactory)
    token = "kata:lain"


class VacancyAlertFactory(RowFactory):
    """Told, unless told_at=None."""

    class Meta:
        model = VacancyAlert

    search = factory.SubFactory(SavedSearchFactory)
    person = factory.SelfAttribute("search.person")
    vacancy = factory.SubFactory(VacancyFactory)
    found_at = moment(-1)
    told_at = moment(0)
