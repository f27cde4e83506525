"""For tests of what happens when two people press the same button at the same moment."""

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import connection, connections, transaction

LONGEST_WAIT = 1  # second, for a lock that PostgreSQL would show at once


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


def overlapping(first, second):
    """What each returned or raised. `second` begins when `first` has done all but commit, and meets its row locks.

    Without the lock it reads what was before, finds nothing against it and does the same again, every time.
    """
    done, commit = threading.Event(), threading.Event()

    def held_open():
        try:
            with transaction.atomic():
                result = first()
                done.set()
                commit.wait(10)
            return result
        finally:
            done.set()
            connections.close_all()

    def after_it():
        try:
            done.wait(10)
            return second()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(held_open), pool.submit(after_it)]
        done.wait(10)
        _wait_until_blocked(futures[1])
        commit.set()
    return [future.exception() or future.result() for future in futures]


def _wait_until_blocked(future: Future):
    until = time.monotonic() + LONGEST_WAIT
    while not future.done() and time.monotonic() < until:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
                if cursor.fetchone()[0]:
                    return
        time.sleep(0.01)


def raised(outcomes):
    """Those of the outcomes that are exceptions."""
    return [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
