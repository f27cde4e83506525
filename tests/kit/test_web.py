import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.web.pages import attempt


@pytest.fixture
def request_(rf):
    request = rf.post("/")
    request._messages = CookieStorage(request)
    return request


def shown(request):
    return [(message.level_tag, message.message) for message in get_messages(request)]


def refuse(*, error):
    raise error


def test_success_as_a_sentence(request_):
    assert attempt(request_, lambda *, number: number * 2, success="Tersimpan.", number=4) == 8
    assert shown(request_) == [("success", "Tersimpan.")]


def test_success_told_from_the_result(request_):
    attempt(request_, lambda: 3, success=lambda rows: f"{rows} baris tersimpan.")
    assert shown(request_) == [("success", "3 baris tersimpan.")]


@pytest.mark.parametrize(
    ("error", "level"),
    [(Refused("Stok habis."), "error"), (AlreadyDone("Sudah diserahkan."), "info")],
)
def test_what_the_action_answers_is_shown(request_, error, level):
    assert attempt(request_, refuse, success="Tersimpan.", error=error) is None
    assert shown(request_) == [(level, error.message)]
