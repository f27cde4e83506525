"""One's own mailbox: under /saya/ for a person, under /akun/ for everyone who works here."""

from django import forms
from django.contrib.auth import get_user_model
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk, public, signed_in
from bkk_portal.accounts.enums import Role
from bkk_portal.kit.errors import AlreadyDone
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post
from bkk_portal.notifications import actions
from bkk_portal.notifications.enums import ONLY_PEOPLE, ONLY_STAFF, Topic
from bkk_portal.notifications.letters import ALWAYS, read_unsubscribe_token
from bkk_portal.notifications.models import Notification, Preference


@person_desk
@require_safe
def saya_notifications(request):
    return _mailbox(request)


@signed_in
@require_safe
def notifications(request):
    return _mailbox(request)


def _mailbox(request):
    rows = Listing(request, Notification.objects.of_user(request.actor.user_id), order="-created_at")
    context = {
        "rows": rows,
        "any_unread": any(row.read_at is None for row in rows),
        "form": PreferenceForm(offered=_offered(request), initial={"topics": _chosen(request)}),
    }
    return render(request, "notifications/notifications.html", context)


def _offered(request):
    """The topics that whoever acts in this role is told of, and may choose."""
    others = ONLY_STAFF if request.actor.role == Role.PERSON else ONLY_PEOPLE
    return [topic for topic in Topic if topic not in others | ALWAYS]


def _chosen(request):
    silent = set(Preference.objects.filter(user=request.user, by_email=False).values_list("topic", flat=True))
    return [topic for topic in _offered(request) if topic not in silent]


@signed_in
@require_POST
def opened(request, pk):
    """Read, and on to what it is about."""
    notification = get_object_or_404(Notification.objects.of_user(request.actor.user_id), pk=pk)
    if notification.read_at is None:
        actions.mark_read(notification=notification)
    return redirect(_inside(notification.url) or _home(request))


def _inside(url):
    return url if url and url_has_allowed_host_and_scheme(url, allowed_hosts=None) else ""


@signed_in
@require_POST
def all_read(request):
    attempt(request, actions.mark_all_read, success="Semua ditandai sudah dibaca.", user_id=request.actor.user_id)
    return redirect(_home(request))


@signed_in
@require_POST
def preferences(request):
    offered = _offered(request)
    form = PreferenceForm(request.POST, offered=offered)
    if form.is_valid():
        chosen = {"topics": form.cleaned_data["topics"], "offered": offered}
        attempt(request, actions.set_preferences, success="Pilihan disimpan.", user=request.user, **chosen)
    return redirect(_home(request))


@public
@csrf_exempt  # RFC 8058: the mail program posts, without a cookie; the signed token says what for
@get_or_post
def unsubscribe(request, token):
    """One click ends the letters of one topic, without signing in. A visit changes nothing: mail scanners visit."""
    read = read_unsubscribe_token(token)
    user = get_user_model().objects.filter(pk=read[0]).first() if read else None
    if user is None:
        raise Http404
    topic = read[1]
    told = _change_letters(user, topic, again="lagi" in request.POST) if request.method == "POST" else ""
    context = {"token": token, "topic": topic, "told": told, "stopped": not actions.wants_letters(user, topic)}
    return render(request, "notifications/unsubscribe.html", context)


def _change_letters(user, topic, *, again):
    """What became of it, as a sentence."""
    change = actions.resume_letters if again else actions.stop_letters
    try:
        change(user_id=user.pk, topic=topic)
    except AlreadyDone as answer:
        return answer.message
    return f"Surel “{topic.label}” {'dikirim lagi' if again else 'tidak dikirim lagi'}."


def _home(request):
    is_person = request.actor.role == Role.PERSON and request.actor.person_id
    return "saya:notifications" if is_person else "notifications"


class PreferenceForm(forms.Form):
    topics = forms.MultipleChoiceField(
        label="Kirim juga lewat surel",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Yang tidak dipilih tetap tampil di portal. Surel tentang akun Anda selalu dikirim.",
    )

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = [(topic.value, topic.label) for topic in offered]
