"""Example rows of selection days."""

from placements.applications.selection.attendance import token_of
from tests.factories.alumni import AlumnusFactory
from tests.factories.employers import EmployerFactory
from tests.factories.selection import DayFactory, SelectionCallFactory
from tests.factories.vacancies import VacancyFactory
from tests.harness.example_rows.owners import person_of, school_of
from tests.harness.examples import example


@example("bkk:selection_")
def selection_day(seat, own):
    return {"pk": DayFactory(school=school_of(seat, own)).pk}


@example("bkk:call_")
def selection_call_of_school(seat, own):
    return {"pk": SelectionCallFactory(application__alumnus__school=school_of(seat, own)).pk}


@example("bkk:selection_scan")
def code_of_an_invited(seat, own):
    return {"token": token_of(SelectionCallFactory(application__alumnus__school=school_of(seat, own)))}


@example("saya:selection_")
def own_selection_call(seat, own):
    alumnus = seat.alumnus if own and seat.alumnus else AlumnusFactory(person=person_of(seat, own))
    return {"pk": SelectionCallFactory(application__alumnus=alumnus).pk}


@example("perusahaan:selection_")
def day_of_the_employers_vacancy(seat, own):
    employer = seat.employer if own else EmployerFactory()
    return {"pk": DayFactory(vacancies=[VacancyFactory(employer=employer)]).pk}
