"""Every page of every audience through the Nu HTML checker, all in one run of it."""

import re

import pytest
from django.test import Client

from tests.e2e.audits import NO_JAR, html_checker, html_faults
from tests.e2e.test_pages import SEATS, addresses, shows_a_page


@pytest.mark.outside_tool
@pytest.mark.django_db
def test_every_page_is_valid_html(request, tmp_path):
    jar = html_checker()
    if not jar:
        pytest.skip(NO_JAR)
    for prefix, fixture in SEATS.items():
        seat = request.getfixturevalue(fixture) if fixture else None
        client = seat.client if seat else Client()
        for filled in (False, True):
            for url in list(addresses(prefix, seat, filled)):
                if shows_a_page(client, url):
                    name = re.sub(r"\W+", "_", f"{prefix}{filled}{url}")
                    (tmp_path / f"{name}.html").write_bytes(client.get(url).content)
    assert len(list(tmp_path.iterdir())) > 100
    assert html_faults(jar, tmp_path) == []
