from pathlib import Path

from bkk_portal.kit.reference import add_missing, read_rows
from bkk_portal.people.models import Industry, Konsentrasi, Occupation, Skill

DATA = Path(__file__).parent / "data"


def load_classifications():
    new_konsentrasi = add_missing(
        Konsentrasi, [*_spectrum_2022(), *_spectrum_2018()], key=("edition", "program", "name")
    )
    new_codes = _load_occupations() + _load_industries()
    return f"Klasifikasi: {new_konsentrasi} konsentrasi dan {new_codes} kode KBJI/KBLI baru."


def load_skills():
    """A first list; afterwards the offices' own. Links are set only for skills that are new."""
    konsentrasi = {k.name: k for k in Konsentrasi.objects.filter(edition=2022)}
    known = set(Skill.objects.values_list("name", flat=True))
    new = [row for row in read_rows(DATA / "keterampilan.csv") if row["keterampilan"] not in known]
    for row in new:
        skill = Skill.objects.create(name=row["keterampilan"])
        skill.konsentrasi.set([konsentrasi[name] for name in row["konsentrasi"].split(";") if name])
    return f"Keterampilan: {len(new)} baru."


def _spectrum_2022():
    short = _abbreviations("2022")
    return [
        Konsentrasi(
            edition=2022,
            code=row["kode"],
            field=row["bidang_keahlian"],
            program=row["program_keahlian"],
            name=row["konsentrasi_keahlian"],
            abbreviations=short.get(row["konsentrasi_keahlian"], ""),
        )
        for row in read_rows(DATA / "spektrum_smk_2022.csv")
    ]


def _spectrum_2018():
    short = _abbreviations("2018")
    return [
        Konsentrasi(
            edition=2018,
            code=row["kode_derived"],
            field=row["bidang_keahlian"],
            program=row["program_keahlian"],
            name=row["kompetensi_keahlian"],
            abbreviations=short.get(row["kompetensi_keahlian"], ""),
        )
        for row in read_rows(DATA / "spektrum_smk_2018.csv")
    ]


def _abbreviations(edition):
    rows = read_rows(DATA / "singkatan.csv")
    return {row["konsentrasi"]: row["singkatan"] for row in rows if row["edisi"] == edition}


def _load_occupations():
    rows = [
        Occupation(edition=2014, code=row["code"], parent_code=row["parent"], title=row["title"])
        for row in read_rows(DATA / "kbji2014.csv")
    ]
    return add_missing(Occupation, rows, key=("edition", "code"))


def _load_industries():
    rows = [
        Industry(edition=2020, code=row["code"], section=row["section"], title=row["title"])
        for row in read_rows(DATA / "kbli2020.csv")
    ]
    return add_missing(Industry, rows, key=("edition", "code"))
