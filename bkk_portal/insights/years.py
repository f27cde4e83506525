from django.utils import timezone

YEARS = 5  # to choose from


def this_year():
    return timezone.localdate().year


def asked_year(request):
    """The year asked for, if it is a plausible one; else this year."""
    asked = request.GET.get("tahun", "")
    return int(asked) if asked in map(str, range(2000, this_year())) else this_year()
