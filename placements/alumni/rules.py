def can_import(actor, school):
    """A coordinator for their own school; the portal's keeper for any."""
    return actor.is_superuser or actor.school_id == school.pk


def can_edit(actor, alumnus):
    return actor.is_superuser or actor.school_id == alumnus.school_id


def owns_contact(alumnus):
    """Once people have an account, how to reach them is theirs to say."""
    return alumnus.person.user_id is not None


def can_edit_person(alumnus):
    """Who is another school's alumnus as well is not one school's to rename or renumber."""
    return not alumnus.person.alumni.exclude(school_id=alumnus.school_id).exists()
