"""Reference data that every page shows and nobody changes from one minute to the next, kept by each process."""

import functools
import time

_stores = []


def remembered(seconds):
    """Decorator of a function without arguments: its answer is kept so many seconds. Do not change the answer."""

    def decorate(function):
        store = {}
        _stores.append(store)

        @functools.wraps(function)
        def answer():
            now = time.monotonic()
            if not store or store["until"] < now:
                store.update(answer=function(), until=now + seconds)
            return store["answer"]

        return answer

    return decorate


def forget_all():
    """For tests, and for commands that load reference data."""
    for store in _stores:
        store.clear()
