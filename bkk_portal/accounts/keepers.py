from bkk_portal.accounts.models import User
from bkk_portal.kit import registry


def tell_superusers(*, title, body, url):
    """A line, and a letter, to each who keeps the portal. Row numbers only: no personal data in `title`."""
    for superuser in User.objects.superusers():
        registry.mailers["notify"](user=superuser, topic="account", title=title, body=body, url=url)
