from bkk_portal.accounts.offers import make_user
from bkk_portal.offices.enums import AgencyRole
from bkk_portal.offices.models import Agency, AgencyMembership

STAFF = [
    ("dinas@demo.test", "Yosefina Tanesib", "manpower", AgencyRole.OFFICER, "Penata Pelatihan Kerja"),
    ("kadis@demo.test", "Drs. Melkisedek Ndolu", "manpower", AgencyRole.HEAD, "Kepala Dinas"),
    ("opd@demo.test", "Rambu Hana Lodo", "trade", AgencyRole.OFFICER, "Penyuluh Perindustrian"),
]


def demo_offices(city):
    agencies = {
        "manpower": Agency.objects.create(
            name="Dinas Tenaga Kerja dan Transmigrasi Kota Kupang (contoh)",
            short_name="Disnakertrans",
            address="Kota Kupang",
            head_name="Drs. Melkisedek Ndolu",
            supervises_bkk=True,
        ),
        "trade": Agency.objects.create(
            name="Dinas Perindustrian, Perdagangan, Koperasi dan UKM Kota Kupang (contoh)",
            short_name="Perindagkop UKM",
            address="Kota Kupang",
            head_name="Paulina Rihi, S.E.",
        ),
    }
    for login, name, key, role, position in STAFF:
        user = make_user(city, login, name)
        AgencyMembership.objects.create(
            user=user,
            agency=agencies[key],
            role=role,
            position=position,
            started_on=city.days_ago(700),
        )
        city.put(login, user)
    city.put("agencies", agencies)
