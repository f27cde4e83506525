"""What one app offers on a page of another, in plain values (see kit.registry)."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class TrainingOffer:
    """A training that takes registrations now. `skills`, `konsentrasi`: primary keys of what it teaches."""

    name: str
    url: str
    place: str
    starts_on: datetime.date
    skills: frozenset
    konsentrasi: frozenset
