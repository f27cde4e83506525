from placements.matching.models import FitWeights


def load_weights():
    """The weights at first; what the forum has changed since stays."""
    _, is_new = FitWeights.objects.get_or_create(pk=1)
    return "Bobot kecocokan: dibuat." if is_new else "Bobot kecocokan: sudah ada."
