"""Django finds one app's admin here; each room keeps its own."""

from trainings.businesses import admin as businesses  # noqa: F401
from trainings.equipment import admin as equipment  # noqa: F401
from trainings.monitoring import admin as monitoring  # noqa: F401
from trainings.participants import admin as participants  # noqa: F401
from trainings.programmes import admin as programmes  # noqa: F401
from trainings.reports import admin as reports  # noqa: F401
