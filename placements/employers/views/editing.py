"""What the small forms of this room do alike."""

from django.shortcuts import redirect, render

from bkk_portal.kit.web.pages import attempt


def edit(request, form, save, *, title, success, back, context, template="employers/bkk_small_form.html"):
    """The form, or after a valid POST what `save()` does and the way `back` (arguments of redirect).

    `save`: (function, keyword arguments); when it refuses, the form stays with what was typed.
    """
    function, values = save
    if request.method == "POST" and form.is_valid():
        values = {name: value() if callable(value) else value for name, value in values.items()}
        if attempt(request, function, success=success, actor=request.actor, **values):
            return redirect(*back)
    return render(request, template, {"form": form, "title": title, **context})
