"""Pay beside the minimum wage of the year (UMK), in the bands of the national tracer study: 0.75, 1.0 and 1.2."""

from fractions import Fraction

from placements.outcomes.enums import PayBand
from placements.outcomes.models import MinimumWage

LIMITS = ((Fraction(3, 4), PayBand.UNDER), (Fraction(1), PayBand.NEAR), (Fraction(6, 5), PayBand.ABOVE))


def band_of(pay, wage):
    """PayBand of a monthly pay beside a UMK, both in rupiah; a limit itself belongs to the band above it."""
    share = Fraction(pay, wage)
    return next((band for limit, band in LIMITS if share < limit), PayBand.WELL_ABOVE)


def band_of_placement(placement):
    """The band from the exact pay where it and the UMK of that year are known; else the chosen one, or None."""
    if placement.monthly_pay:
        wage = MinimumWage.objects.filter(year=placement.starts_on.year).first()
        if wage:
            return band_of(placement.monthly_pay, wage.amount)
    return PayBand(placement.pay_band) if placement.pay_band else None
