from bkk_portal.kit.models import PublicQuerySet


class LabourFigureQuerySet(PublicQuerySet):
    pass
