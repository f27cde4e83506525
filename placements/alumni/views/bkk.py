from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts import audit
from bkk_portal.accounts.access import school_desk
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.web import attempt
from placements.alumni import actions
from placements.alumni.enums import Tracing
from placements.alumni.filters import AlumnusFilter
from placements.alumni.forms import TracingForm
from placements.alumni.models import Alumnus

HEADINGS = ["Nama", "NISN", "Tahun lulus", "Konsentrasi", "Rombel", "HP", "Penelusuran"]


@school_desk
@require_safe
def alumni_list(request):
    rows = Alumnus.objects.visible_to(request.actor).select_related("person", "konsentrasi").with_current_spells()
    listing = Listing(request, rows, order=["-graduation_year", "person__name", "pk"], filterset=AlumnusFilter)
    return render(request, "alumni/bkk_list.html", {"listing": listing, "filter": listing.filters})


@school_desk
@require_safe
def alumni_export(request):
    """Exactly what is filtered; no NIK."""
    rows = Alumnus.objects.visible_to(request.actor).select_related("person", "konsentrasi")
    chosen = AlumnusFilter(request.GET, queryset=rows, request=request).qs.order_by("person__name", "pk")
    audit.record(AuditKind.EXPORTED, actor=request.actor, target="daftar alumni")
    lines = (_line(alumnus) for alumnus in chosen.iterator(chunk_size=1000))
    return xlsx_response("alumni.xlsx", [OutSheet("Alumni", HEADINGS, lines)])


def _line(alumnus):
    person = alumnus.person
    konsentrasi = str(alumnus.konsentrasi or "")
    year, tracing = alumnus.graduation_year, alumnus.get_tracing_display()
    return person.name, person.nisn or "", year, konsentrasi, alumnus.rombel, person.phone, tracing


@school_desk
@require_safe
def alumnus_page(request, pk):
    rows = Alumnus.objects.visible_to(request.actor).select_related("person__village", "konsentrasi", "school")
    alumnus = get_object_or_404(rows, pk=pk)
    applications = alumnus.applications.select_related("vacancy__employer").order_by("-applied_at", "-pk")
    context = {
        "alumnus": alumnus,
        "person": alumnus.person,
        "spells": alumnus.person.spells.order_by("-since", "-pk"),
        "credentials": alumnus.person.credentials.order_by("-issued_on", "-pk"),
        "applications": applications[:20],
        "form": TracingForm(initial={"tracing": alumnus.tracing}),
    }
    return render(request, "alumni/bkk_page.html", context)


@school_desk
@require_POST
def alumnus_tracing(request, pk):
    alumnus = get_object_or_404(Alumnus.objects.visible_to(request.actor), pk=pk)
    form = TracingForm(request.POST)
    if form.is_valid():
        tracing = Tracing(form.cleaned_data["tracing"])
        success = f"Penelusuran: {tracing.label.lower()}."
        attempt(request, actions.set_tracing, alumnus=alumnus, tracing=tracing, actor=request.actor, success=success)
    return redirect("bkk:alumnus_page", pk)
