"""What this room offers to the others, registered when the site starts."""


def register_employers(registry):
    from placements.employers.merging import add_places, end_second_seat
    from placements.employers.partnership import remind_of_endings

    registry.chores.register("agreements ending", remind_of_endings, order=65)
    registry.merge_rules.register("placements.EmployerMembership", end_second_seat)
    registry.merge_rules.register("placements.PklPlace", add_places)
