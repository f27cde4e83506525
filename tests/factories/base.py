import base64
import datetime
import importlib
import pkgutil

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

# The smallest PNG there is: one white dot.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg=="
)


def days(number):
    """The date that lies so many days from today, at the time the row is made."""
    return factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=number))


def moment(number):
    """The time that lies so many days from now."""
    return factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=number))


def picture(name="foto.png"):
    return factory.LazyFunction(lambda: ContentFile(PIXEL, name))


def paper(name="surat.pdf", content=b"%PDF-1.7\n%%EOF\n"):
    return factory.LazyFunction(lambda: ContentFile(content, name))


class RowFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True


def add_to(field):
    """Puts the given rows into a many-to-many field: SkillFactory(konsentrasi=[k])."""

    @factory.post_generation
    def add(row, create, extracted, **kwargs):
        if create and extracted:
            getattr(row, field).set(extracted)

    return add


def every_factory():
    """Every factory of every room."""
    package = importlib.import_module("tests.factories")
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("test_"):
            importlib.import_module(f"tests.factories.{module.name}")
    return [factory for factory in _descendants(RowFactory) if not factory._meta.abstract]


def _descendants(factory):
    for child in factory.__subclasses__():
        yield child
        yield from _descendants(child)
