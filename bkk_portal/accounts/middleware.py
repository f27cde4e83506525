import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import redirect

from bkk_portal.accounts.actor import ANONYMOUS, actor_for
from bkk_portal.accounts.hats import hats_of
from bkk_portal.accounts.models import FormSubmission

HAT_SESSION_KEY = "hat"


class ActorMiddleware:
    """Works out once for whom a request acts, and puts it on `request.actor` (and all choices on `request.hats`)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.hats = hats_of(request.user) if request.user.is_authenticated else []
        request.actor = self._actor(request)
        return self.get_response(request)

    @staticmethod
    def _actor(request):
        if not request.user.is_authenticated:
            return ANONYMOUS
        chosen = request.session.get(HAT_SESSION_KEY)
        hat = next((hat for hat in request.hats if hat.key == chosen), next(iter(request.hats), None))
        return actor_for(request.user, hat)


class OnceMiddleware:
    """A double click on any button makes one row.

    A form that carries `{% once %}` is taken in under its key, in one transaction with what it causes. The same key
    again finds the first answer and is sent to where that one led, so nothing happens twice.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        key = self._key(request)
        if key is None:
            return None
        user_id = request.user.pk if request.user.is_authenticated else None
        try:
            with transaction.atomic():
                submission = FormSubmission.objects.create(key=key, user_id=user_id)
                return self._answer(submission, view(request, *args, **kwargs))
        except IntegrityError:
            if not FormSubmission.objects.filter(key=key, user_id=user_id).exists():
                raise
        return self._first_answer(request, key)

    @staticmethod
    def _key(request):
        if request.method != "POST":
            return None
        try:
            return uuid.UUID(request.POST.get("_sekali", ""))
        except ValueError:
            return None

    @staticmethod
    def _answer(submission, response):
        if response.status_code in (301, 302, 303):
            submission.result_url = response["Location"][:500]
            submission.save(update_fields=["result_url"])
        else:  # shown again with its faults: the same form may come once more
            submission.delete()
        return response

    @staticmethod
    def _first_answer(request, key):
        messages.info(request, "Sudah tersimpan. Isian yang sama tidak disimpan dua kali.")
        return redirect(FormSubmission.objects.get(key=key).result_url or request.path)
