"""What the coordinator of SMKN 1 keeps and has done on the alumni list."""

from django.db.models import F, Value
from django.db.models.functions import Concat

from bkk_portal.accounts.models import User
from bkk_portal.people.models import Person
from placements.alumni.enums import BulkKind, BulkState, ImportState, RowKind
from placements.alumni.lists.models import BulkRun, SavedList
from placements.alumni.lists.plans import HAS_ACCOUNT
from placements.alumni.models import AlumniImport, Alumnus

NPSN = "50304998"
LISTS = [
    ("Belum punya akun", "akun=belum", ["lulus", "rombel", "hp", "surel", "diundang"]),
    ("Tidak terlacak", "penelusuran=untraceable", ["lulus", "konsentrasi", "hp", "kelurahan"]),
    ("Masih mencari kerja", "kegiatan=job_seeking", ["lulus", "konsentrasi", "usia", "hp"]),
]
IMPORTS = [("daftar_pd_kelas_xii.xlsx", ImportState.DONE, 61, 30), ("daftar_pd_salah.xlsx", ImportState.UNDONE, 58, 34)]


def demo_lists(city):
    """After the alumni: kept lists, e-mail addresses, past runs and imports."""
    user, school = User.objects.get(email="bkk1@demo.test"), city.get("alumni1@demo.test").school
    alumni = Alumnus.objects.filter(school=school)
    SavedList.objects.bulk_create(
        SavedList(user=user, school=school, name=name, query=query, columns=columns) for name, query, columns in LISTS
    )
    _reachable(alumni)
    _runs(city, user, school, list(alumni.select_related("person").order_by("pk")))
    _imports(city, user, school)


def _reachable(alumni):
    """Every other of them has an address of their own."""
    wanted = Person.objects.filter(pk__in=alumni.values("person_id"), email="", user__isnull=True)
    wanted = wanted.annotate(parity=F("id") % 2).filter(parity=0)
    wanted.update(email=Concat(Value("alumni."), F("nisn"), Value("@contoh.test")))


def _runs(city, user, school, alumni):
    newest = max(row.graduation_year for row in alumni)
    group = [row for row in alumni if row.graduation_year == newest]
    invited = [row for row in group if row.person.email and row.person.user_id is None]
    left_out = [[row.pk, HAS_ACCOUNT if row.person.user_id else "Belum ada alamat surel."] for row in group]
    left_out = [line for line in left_out if line[0] not in {row.pk for row in invited}]
    Alumnus.objects.filter(pk__in=[row.pk for row in invited]).update(invited_at=city.at(city.days_ago(20)))
    made = {"school": school, "created_by": user, "query": f"tahun={newest}", "state": BulkState.DONE}
    runs = [(BulkKind.INVITE, 20, len(invited), left_out), (BulkKind.SLIPS, 19, len(group), [])]
    for kind, days, done, skipped in runs:
        moment = city.at(city.days_ago(days))
        run = BulkRun.objects.create(
            **made, kind=kind, total=done + len(skipped), done_count=done, skipped=skipped, finished_at=moment
        )
        BulkRun.objects.filter(pk=run.pk).update(created_at=moment)


def _imports(city, user, school):
    nothing = dict.fromkeys(RowKind.values, 0) | {"unmapped": []}
    for days, (name, state, new, same) in enumerate(IMPORTS, 150):
        moment = city.at(city.days_ago(days))
        row = AlumniImport.objects.create(
            school=school,
            graduation_year=city.today.year - (city.today.month < 6),
            original_name=name,
            state=state,
            counts=nothing | {RowKind.NEW: new, RowKind.SAME: same},
            created_by=user,
            finished_at=moment,
            undone_at=moment if state == ImportState.UNDONE else None,
        )
        AlumniImport.objects.filter(pk=row.pk).update(created_at=moment)
