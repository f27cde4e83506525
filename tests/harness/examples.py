"""A row for every page that shows one: the matrix asks each such page for an own row and for somebody else's.

`@example("bkk:alumni_", …)` serves every page whose name begins so. The function gets the seat for which the page is
opened (None for the public) and `own`: True for a row this seat may see, False for one it may not. It returns the
values of the URL's parameters, or None when there is no such thing as a foreign row.
"""

_EXAMPLES = {}


def example(*prefixes):
    def register(function):
        for prefix in prefixes:
            _EXAMPLES[prefix] = function
        return function

    return register


def example_for(name):
    """The example with the longest prefix of this page's name; LookupError when no room has registered one."""
    fitting = [prefix for prefix in _EXAMPLES if name.startswith(prefix)]
    if not fitting:
        raise LookupError(f"no example row for the page {name}: register one in tests/harness/examples.py")
    return _EXAMPLES[max(fitting, key=len)]
