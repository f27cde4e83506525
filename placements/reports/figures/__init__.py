"""What a BKK report says, section by section, counted from the portal's own rows."""

from typing import Any

from placements.reports.figures import activities, agreements, applications, placed, seekers, tracer, vacancies
from placements.reports.figures.scope import Scope
from placements.reports.figures.tables import Section

SECTIONS = [
    ("pencari-kerja", "Pencari kerja terdaftar", seekers.tables),
    ("lowongan", "Lowongan", vacancies.tables),
    ("lamaran", "Lamaran", applications.tables),
    ("penempatan", "Penempatan", placed.tables),
    ("kerja-sama", "Kerja sama (MoU)", agreements.tables),
    ("kegiatan", "Kegiatan", activities.tables),
    ("tracer", "Tracer study", tracer.tables),
]


def sections_of(scope: Scope) -> list[Section]:
    """A fixed number of queries, however many people."""
    return [Section(key, title, tables(scope)) for key, title, tables in SECTIONS]


def frozen(sections: list[Section]) -> list[dict[str, Any]]:
    """What BkkReport.figures keeps: plain JSON."""
    return [section.as_json() for section in sections]


def thawed(figures: list[dict[str, Any]]) -> list[Section]:
    return [Section.of_json(section) for section in figures]


def problems(sections: list[Section]) -> list[str]:
    """[sentence] for every line that does not add up (domain.md, rule 13), naming section, table and line."""
    return [sentence for section in sections for sentence in section.problems()]
