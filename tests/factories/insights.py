import factory

from bkk_portal.insights import models
from bkk_portal.insights.enums import Indicator
from tests.factories.base import RowFactory
from tests.factories.regions import RegencyFactory


class LabourFigureFactory(RowFactory):
    class Meta:
        model = models.LabourFigure

    regency = factory.SubFactory(RegencyFactory)
    year = factory.Sequence(lambda n: 1990 + n)
    indicator = Indicator.UNEMPLOYED
    value = 12779
    source = "BPS Kota Kupang"
