from trainings.programmes.models import Training

LIMIT = 2000  # the newest; older classes are found from the list


def training_pages():
    """(path, last change) of every announced training."""
    trainings = Training.objects.announced().select_related("programme", "village").order_by("-starts_on", "-pk")
    for training in trainings[:LIMIT]:
        yield training.get_absolute_url(), training.updated_at
