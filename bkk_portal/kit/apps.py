from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class KitConfig(AppConfig):
    name = "bkk_portal.kit"
    label = "kit"
    verbose_name = "Perkakas"

    def ready(self):
        post_migrate.connect(make_cache_table, sender=self)


def make_cache_table(*, using, **kwargs):
    """The cache lies in the database: migrated is ready, without a command that somebody forgets."""
    call_command("createcachetable", database=using, verbosity=0)
