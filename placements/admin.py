"""Django finds one app's admin here; each room keeps its own."""

from placements.alumni import admin as alumni  # noqa: F401
from placements.applications import admin as applications  # noqa: F401
from placements.employers import admin as employers  # noqa: F401
from placements.matching import admin as matching  # noqa: F401
from placements.outcomes import admin as outcomes  # noqa: F401
from placements.reports import admin as reports  # noqa: F401
from placements.schools import admin as schools  # noqa: F401
from placements.vacancies import admin as vacancies  # noqa: F401
