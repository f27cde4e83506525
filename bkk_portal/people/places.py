"""Names of regencies as people write them."""

from django import forms

from bkk_portal.regions.models import Regency

PREFIXES = ("kota ", "kabupaten ", "kab. ", "kab ")


def regencies_named(text):
    """[Regency] for names that commas separate: "Denpasar, Kabupaten Kupang".

    Raises ValidationError with a sentence for each name that is unknown or stands for several.
    """
    names = [" ".join(part.split()) for part in text.split(",") if part.strip()]
    if not names:
        return []
    index = _index()
    problems = [_problem(name, index.get(name.lower(), ())) for name in names]
    if any(problems):
        raise forms.ValidationError([problem for problem in problems if problem])
    return [index[name.lower()][0] for name in names]


def _index():
    """{name in lower case, with and without its kind: [Regency, …]}."""
    index = {}
    for regency in Regency.objects.all():
        for spelling in {regency.name.lower(), _bare(regency.name.lower())}:
            index.setdefault(spelling, []).append(regency)
    return index


def _bare(name):
    return next((name.removeprefix(prefix) for prefix in PREFIXES if name.startswith(prefix)), name)


def _problem(name, found):
    if not found:
        return f"{name} tidak ada di daftar kabupaten dan kota. Periksa ejaannya."
    if len(found) > 1:
        return f"{name} ada {len(found)}: {', '.join(regency.name for regency in found)}. Tulis lengkap."
    return ""
