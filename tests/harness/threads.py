"""For tests of what happens when two people press the same button at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connections


def at_once(*functions):
    """Runs the functions in threads that start together; returns what each returned or raised.

    Such a test is marked `races` and `django_db(transaction=True)`: the threads see only committed rows.
    """
    barrier = threading.Barrier(len(functions))

    def run(function):
        barrier.wait()
        try:
            return function()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(functions)) as pool:
        futures = [pool.submit(run, function) for function in functions]
    return [future.exception() or future.result() for future in futures]


def raised(outcomes):
    """Those of the outcomes that are exceptions."""
    return [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
