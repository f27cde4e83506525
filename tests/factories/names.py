"""Invented people, always the same for the same number. Any resemblance is chance."""

MEN = ["Yohanes", "Petrus", "Antonius", "Marselinus", "Stefanus", "Melkianus", "Yeremias", "Daud"]
WOMEN = ["Maria", "Yuliana", "Kristina", "Elisabet", "Novita", "Dortia", "Adelheid", "Merlin", "Debora"]
SURNAMES = ["Nenobais", "Tefa", "Banunaek", "Lay", "Ndun", "Manafe", "Taneo", "Benu", "Nalle", "Messakh"]
COMPANIES = ["Bengkel Sinar Timor", "Toko Flobamora Jaya", "Hotel Teluk Kupang", "CV Lontar Teknik"]


def person_name(number, sex="P"):
    first = WOMEN if sex == "P" else MEN
    return f"{first[number % len(first)]} {SURNAMES[number % len(SURNAMES)]}"


def company_name(number):
    return f"{COMPANIES[number % len(COMPANIES)]} {number}"


def nik(number, birth_date, sex="P"):
    """16 digits that agree with birth date and sex."""
    day = birth_date.day + (40 if sex == "P" else 0)
    return f"537104{day:02d}{birth_date:%m%y}{number % 10000:04d}"
