"""The rules of docs/architecture.md that a program can check."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from auditlog.registry import auditlog
from django.conf import settings
from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from tests.harness.ours import label, our_models

ROOT = Path(settings.BASE_DIR)
CODE = ("bkk_portal", "placements", "trainings", "tests", "deploy")
# Whole versions of a row are kept only where the past is shown, undone or computed from (docs/decisions/09).
WITH_VERSIONS = {
    "people.Person",  # shown to the BKK, taken back with an import, merged, erased
    "people.ActivitySpell",  # shown to the BKK; outcomes are computed from it
    "people.DuplicatePair",  # leads from a merged record to the one that stayed
    "placements.Alumnus",  # shown to the BKK, taken back with an import
    "placements.FitWeights",  # shown to the forum
    "trainings.Training",  # the timeline of a class
}
WALKS_EVERY_RELATION = {
    ROOT / "bkk_portal/kit/admin.py",
    ROOT / "bkk_portal/people/merging/moving.py",
    ROOT / "placements/alumni/imports/undoing.py",
}
NOTHING_TO_FILTER_BY = {"regions.Province"}
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js.", "--index" + "-url", "--extra-index" + "-url"]
FORBIDDEN_IN_CODE = {
    "catch-all": r"except\s+(Base)?Exception\b|except\s*:",
    "type: ignore": r"#\s*type:\s*ignore",
    "noqa without a code": r"#\s*noqa\s*($|[^:\s])",
    "unfinished": r"\b(TODO|FIXME|XXX)\b",
}
GET_WITHOUT_HEAD = {"GET without HEAD": r"require_http_methods|require_GET\b"}
FORBIDDEN_IN_TEMPLATES = {
    "|safe": r"\|\s*safe\b|autoescape\s+off",
    "inline style": r"\sstyle\s*=|<style\b",
    "inline handler": r"\son[a-z]+\s*=\s*[\"']",
    "inline script": r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)[^>]*>",
}


def files(ending, *folders):
    return sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob(f"*{ending}")
        if "migrations" not in path.parts and path != Path(__file__)
    )


def functions(paths):
    """(where, lines) of every function, from its `def` to its last line."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                where = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                yield where, node.end_lineno - node.lineno + 1


def found(patterns, paths):
    """ "file:line name" for every line that matches one of the named patterns."""
    compiled = {name: re.compile(pattern) for name, pattern in patterns.items()}
    return [
        f"{path.relative_to(ROOT)}:{number} {name}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for name, pattern in compiled.items()
        if pattern.search(line)
    ]


def test_no_function_is_over_50_lines():
    assert [where for where, lines in functions(files(".py", *CODE)) if lines > 50] == []


def test_no_module_is_over_600_lines():
    long = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files(".py", *CODE)}
    assert {str(path.relative_to(ROOT)): lines for path, lines in long.items() if lines > 600} == {}


def test_no_folder_holds_more_than_twelve_modules():
    folders = Counter(path.parent for path in files(".py", "bkk_portal", "placements", "trainings"))
    init = {path.parent for path in files("__init__.py", "bkk_portal", "placements", "trainings")}
    sizes = {str(folder.relative_to(ROOT)): count - (folder in init) for folder, count in folders.items()}
    assert {folder: size for folder, size in sizes.items() if size > 12} == {}


def test_code_has_nothing_forbidden():
    assert found(FORBIDDEN_IN_CODE, files(".py", *CODE)) == []


def test_what_takes_get_takes_head():
    code = files(".py", "bkk_portal", "placements", "trainings")
    assert found(GET_WITHOUT_HEAD, [path for path in code if path != ROOT / "bkk_portal/kit/web/pages.py"]) == []


def test_templates_have_nothing_forbidden():
    assert found(FORBIDDEN_IN_TEMPLATES, files(".html", "templates")) == []


def test_no_package_registry_is_named():
    tracked = [ROOT / name for name in ("Makefile", "README.md", "pyproject.toml", "constraints.txt", ".ci/run")]
    paths = [*tracked, *files("", "deploy"), *files(".py", *CODE), *files(".md", "docs")]
    patterns = {name: re.escape(name) for name in REGISTRIES}
    assert found(patterns, [path for path in paths if path.is_file() and path.suffix != ".pyc"]) == []


def test_no_model_is_reached_by_a_detour():
    code = [path for path in files(".py", "bkk_portal", "placements", "trainings") if path not in WALKS_EVERY_RELATION]
    assert found({"detour": r"\brelated_model\b"}, code) == []


def test_picture_of_the_house_is_the_import_contract():
    settings_of_tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    whole, *apps = [contract["layers"] for contract in settings_of_tools["importlinter"]["contracts"]]
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    _, picture, *_ = text.split("```")
    columns = [[line.split("│")[side] for line in picture.splitlines() if line.count("│") >= 3] for side in (1, 2)]
    assert re.findall(r"bkk_portal\.\w+", picture) == [name for name in whole if " " not in name]
    for column, layers in zip(columns, apps, strict=True):
        app, *rooms = re.findall(r"\w+", " ".join(column))
        assert [f"{app}.{room}" for room in rooms] == layers[::-1]


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_model_has_visible_to(model):
    assert hasattr(model._default_manager, "visible_to")


def test_every_editable_model_keeps_versions_or_leaves_a_line_a_change():
    assert {label(model) for model in our_models() if hasattr(model, "history")} == WITH_VERSIONS
    logs = {label(model) for model in our_models() if not getattr(model, "audited", True)}
    audited = {label(model) for model in our_models() if auditlog.contains(model)}
    assert audited == {label(model) for model in our_models()} - WITH_VERSIONS - logs


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_admin_covers_model_with_search_filters_and_history(model):
    desk = admin.site._registry.get(model)
    assert desk is not None, "not in the admin"
    assert desk.search_fields
    assert desk.list_filter or label(model) in NOTHING_TO_FILTER_BY
    assert isinstance(desk, SimpleHistoryAdmin) or not hasattr(model, "history")
