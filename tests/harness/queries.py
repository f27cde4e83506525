"""A list page asks the database the same number of times, however many rows it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


def count_queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(url)
    assert response.status_code == 200, f"{url} answered {response.status_code}"
    return captured.captured_queries


def _explain(queries):
    return "\n".join(f"{number:>3}. {query['sql'][:300]}" for number, query in enumerate(queries, 1))


@pytest.fixture
def same_queries(db):
    """same_queries(client, url, make_rows, number): the page takes `number` queries with 1 row and with 3.

    `make_rows(count)` adds `count` rows to those the page shows.
    """

    def check(client, url, make_rows, number):
        make_rows(1)
        client.get(url)  # what is looked up once per process is not the list's doing
        for rows in (1, 3):
            if rows == 3:
                make_rows(2)
            queries = count_queries(client, url)
            assert len(queries) == number, (
                f"{url} with {rows} row(s): {len(queries)} queries, not {number}\n{_explain(queries)}"
            )

    return check
