"""The templates are written into our own folder's name, as the guard goes by where a template lies."""

import pytest
from django.template import Context, Origin, Template, engines

from tests.harness.templates import OURS, UndefinedVariable


def render(source, folder=OURS, **context):
    engine = engines["django"].engine
    template = Template(source, origin=Origin(f"{folder}/x.html"), name="x.html", engine=engine)
    return template.render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{{ nama }}",
        "{{ orang.nama }}",
        "{{ nama|upper }}",
        "{{ nama|upper|default:'-' }}",
        "{% for baris in daftar %}{% endfor %}",
        "{% with a=nama %}{% endwith %}",
        "{% if ada %}{{ nama }}{% endif %}",
    ],
)
def test_undefined_variable_in_our_template_fails(source):
    with pytest.raises(UndefinedVariable, match="x.html"):
        render(source, ada=True, orang={})


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("{{ nama|default:'-' }}", "-"),
        ("{{ nama|default:'a'|upper }}", "A"),
        ("{% if nama %}x{% endif %}", ""),
        ("{% for baris in daftar|default:'' %}x{% empty %}kosong{% endfor %}", "kosong"),
        ("{% for baris in tiada %}x{% empty %}kosong{% endfor %}", "kosong"),
        ("{{ tiada }}", "None"),
    ],
)
def test_variable_said_to_be_optional_is_allowed(source, result):
    assert render(source, tiada=None) == result


def test_third_party_template_keeps_djangos_behaviour():
    source = "[{{ nama }}][{{ nama|default:'-' }}][{% for x in daftar %}x{% endfor %}]"
    assert render(source, folder="/site-packages") == "[][-][]"
