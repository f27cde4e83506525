from placements.outcomes.models.placements import MinimumWage, Placement, PlacementFollowUp

__all__ = ["MinimumWage", "Placement", "PlacementFollowUp"]
