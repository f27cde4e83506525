"""The board of the pipeline: a column a stage, in each the cards that have waited longest."""

import dataclasses

from placements.applications.enums import PIPELINE, STATUS_SHAPES, ApplicationStatus

CARDS = 8  # in a column; the rest is one tap away, in the list


@dataclasses.dataclass(frozen=True)
class Column:
    status: ApplicationStatus
    count: int
    cards: list
    following: ApplicationStatus  # where the button of a card leads

    @property
    def shape(self):
        return STATUS_SHAPES[self.status]

    @property
    def hidden(self):
        return self.count - len(self.cards)


def columns_of(applications, counts):
    """[Column] of a queryset; `counts`: {status: number} of the same."""
    cards = {status: [] for status in PIPELINE}
    for row in applications.filter(status__in=PIPELINE).with_people().first_of_each_status(CARDS):
        cards[row.status].append(row)
    ends = (*PIPELINE[1:], ApplicationStatus.HIRED)
    pairs = zip(PIPELINE, ends, strict=True)
    return [Column(status, counts.get(status, 0), cards[status], following) for status, following in pairs]
