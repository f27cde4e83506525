"""Django admin opens for every model: list, search, form and history, with a row in it."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from tests.factories.base import every_factory
from tests.harness.ours import label, our_models

FACTORIES = {factory._meta.model: factory for factory in every_factory()}


def admin_url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.one_database
@pytest.mark.parametrize("model", our_models(), ids=label)
def test_admin_opens_list_search_form_and_history(model, superuser):
    row = FACTORIES[model]()
    urls = [
        admin_url(model, "changelist"),
        admin_url(model, "changelist") + "?q=kupang",
        admin_url(model, "change", row.pk),
        admin_url(model, "history", row.pk),
    ]
    assert {url: superuser.client.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


def test_admin_answers_add_as_its_permissions_say(superuser, rf):
    request = rf.get("/")
    request.user = superuser.user
    for model, desk in admin.site._registry.items():
        expected = 200 if desk.has_add_permission(request) else 403
        assert (label(model), superuser.client.get(admin_url(model, "add")).status_code) == (
            label(model),
            expected,
        )


def test_admin_sends_others_to_its_own_sign_in(coordinator):
    for client in (Client(), coordinator.client):
        response = client.get("/admin/")
        assert (response.status_code, response["Location"]) == (302, "/admin/login/?next=/admin/")
