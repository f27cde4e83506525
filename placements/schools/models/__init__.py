from placements.schools.models.activities import ActivityPhoto, MeetingDecision, SchoolActivity
from placements.schools.models.plans import QUARTERS, PlacementPlan, PlanTarget
from placements.schools.models.registration import RegistrationRequest
from placements.schools.models.schools import ForumMembership, School, SchoolMembership

__all__ = [
    "QUARTERS",
    "ActivityPhoto",
    "ForumMembership",
    "MeetingDecision",
    "PlacementPlan",
    "PlanTarget",
    "RegistrationRequest",
    "School",
    "SchoolActivity",
    "SchoolMembership",
]
