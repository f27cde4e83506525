"""What somebody put aside while looking for work, taken away at their wish. Applications that were sent stay."""


def erase_search(person):
    """How many rows went: saved vacancies and searches, what the searches found, applications not sent yet."""
    own = (person.vacancy_alerts, person.saved_searches, person.saved_vacancies, person.application_drafts)
    return sum(rows.all().delete()[0] for rows in own)
