def may_edit(actor, row):
    """Officers and heads work on their own office's programmes and trainings, nobody else's."""
    return actor.is_agency and actor.agency_id == row.agency_id
