from django.apps import apps

APPS = {"placements", "trainings"}


def our_models():
    """Every model of the portal, without the history tables that simple-history makes of them."""
    ours = APPS | {app.label for app in apps.get_app_configs() if app.name.startswith("bkk_portal.")}
    models = [model for model in apps.get_models() if model._meta.app_label in ours]
    return [model for model in models if not model.__name__.startswith("Historical")]


def label(model):
    return model._meta.label
