"""What is sent along with an application: answers to the vacancy's questions, documents, the CV."""

from django.core.files.base import ContentFile

from bkk_portal.kit.errors import Refused
from bkk_portal.people.models import PersonDocument
from placements.applications.models import ApplicationAnswer, ApplicationDocument

CV_TITLE = "CV dari portal"


def write_answers(application, questions, answers):
    """The questions as they are now with what was answered. `answers`: {question's primary key: text}."""
    rows = []
    for question in questions:
        answer = str(answers.get(question.pk, "")).strip()[:300]
        if question.is_required and not answer:
            raise Refused(f"Jawab dulu pertanyaan ini: {question.text}")
        rows.append(
            ApplicationAnswer(
                application=application, position=question.position, question=question.text, answer=answer
            )
        )
    ApplicationAnswer.objects.bulk_create(rows)


def attach(application, documents, cv):
    """The person's own documents, and the bytes of a CV as PDF, or None."""
    own = PersonDocument.objects.filter(person_id=application.alumnus.person_id)
    chosen = own.filter(pk__in=[document.pk for document in documents]).order_by("pk")
    rows = [ApplicationDocument(application=application, document=row, title=row.title) for row in chosen]
    ApplicationDocument.objects.bulk_create(rows)
    if cv:
        row = ApplicationDocument(application=application, title=CV_TITLE)
        row.cv.save("cv.pdf", ContentFile(cv), save=True)
