"""Between a view and an action."""

from django.contrib import messages

from bkk_portal.kit.errors import AlreadyDone, Refused


def attempt(request, function, *, success=None, **kwargs):
    """Call an action; its answer becomes a message for the next page.

    `success` is a sentence, or a function of the result that gives one. Returns the result, or None when the
    action refused (error message) or had nothing left to do (information).
    """
    try:
        result = function(**kwargs)
    except AlreadyDone as answer:
        messages.info(request, answer.message)
        return None
    except Refused as answer:
        request.refused = True  # nothing was saved: OnceMiddleware lets the same form come again
        messages.error(request, answer.message)
        return None
    if success:
        messages.success(request, success(result) if callable(success) else success)
    return result


def posted(request):
    """What a form is bound to: the data of a POST, also of an empty one; else nothing."""
    return request.POST if request.method == "POST" else None
