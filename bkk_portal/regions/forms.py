from bkk_portal.kit.forms.choices import GroupedChoiceField
from bkk_portal.regions.models import Village


def village_field(*, label="Kelurahan", **kwargs):
    """A choice of all kelurahan, grouped by kecamatan so that 51 names can be found on a phone."""
    villages = Village.objects.select_related("district").order_by("district__name", "name")
    kwargs.setdefault("empty_label", "Pilih kelurahan")
    return GroupedChoiceField(villages, group=_district, label=label, **kwargs)


def _district(village):
    return f"Kecamatan {village.district.name}"
