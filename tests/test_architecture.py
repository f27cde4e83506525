"""The rules of docs/engineering.md that a program can check."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from tests.harness.ours import label, our_models

ROOT = Path(settings.BASE_DIR)
CODE = ("bkk_portal", "placements", "trainings", "tests", "deploy")
# Rows that are written once and never edited: a history of them would only repeat them.
NO_HISTORY = {
    "accounts.AuditEvent": "a log",
    "accounts.Consent": "each consent is a row of its own, withdrawn and never changed",
    "accounts.FormSubmission": "the key of one form, forgotten after a while",
    "documents.NumberSeries": "a counter under a lock; the documents carry the numbers",
    "notifications.Notification": "a message, only read",
    "notifications.OutboxMessage": "a message, only sent",
    "notifications.Preference": "a switch of one's own",
    "people.Occupation": "KBJI as published; another edition is other rows",
    "people.Industry": "KBLI as published",
    "people.PersonMerge": "a log",
    "people.PersonSkill": "a link, added and removed",
    "people.WishedKind": "a link, added and removed",
    "people.Skill": "a word",
    "placements.ApplicationAnswer": "written once with its application",
    "placements.ApplicationDocument": "written once with its application",
    "placements.ApplicationDraft": "what is being typed",
    "placements.ApplicationStatusLog": "a log",
    "placements.BkkReminder": "a letter, only sent",
    "placements.BkkReportLog": "a log",
    "placements.BulkRun": "a log of what was done at once; the rows it changed have their history",
    "placements.ClaimLock": "a counter that expires",
    "placements.EmployerVerification": "a log",
    "placements.SavedList": "a bookmark",
    "placements.SavedVacancy": "a bookmark",
    "placements.SearchAnchor": "follows from its search, whose filters never change",
    "placements.VacancyAlert": "a message, only told",
    "placements.VacancyReport": "said once; looked at, with a time",
    "placements.TracerAnswer": "written once when a response is sent; the response's history keeps what was reopened",
    "placements.VacancyStatusLog": "a log",
    "regions.Province": "Kemendagri's codes as published",
    "regions.Regency": "as above",
    "regions.District": "as above",
    "trainings.HandoverLine": "written once with its handover; mistakes are cancelled as a whole",
    "trainings.HandoverStatusLog": "a log",
    "trainings.ParticipantStatusLog": "a log",
    "trainings.StockMovement": "the ledger, only added to",
    "trainings.TourStop": "written once with its tour",
    "trainings.VisitLine": "written once with its visit",
}
NOTHING_TO_FILTER_BY = {"regions.Province"}
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js.", "--index" + "-url", "--extra-index" + "-url"]
FORBIDDEN_IN_CODE = {
    "catch-all": r"except\s+(Base)?Exception\b|except\s*:",
    "type: ignore": r"#\s*type:\s*ignore",
    "noqa without a code": r"#\s*noqa\s*($|[^:\s])",
    "unfinished": r"\b(TODO|FIXME|XXX)\b",
}
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


def test_nine_functions_of_ten_are_under_20_lines():
    lengths = sorted(lines for _, lines in functions(files(".py", "bkk_portal", "placements", "trainings")))
    assert lengths[int(len(lengths) * 0.9)] < 20


def test_no_module_is_over_400_lines():
    long = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files(".py", *CODE)}
    assert {str(path.relative_to(ROOT)): lines for path, lines in long.items() if lines > 400} == {}


def test_code_has_nothing_forbidden():
    assert found(FORBIDDEN_IN_CODE, files(".py", *CODE)) == []


def test_templates_have_nothing_forbidden():
    assert found(FORBIDDEN_IN_TEMPLATES, files(".html", "templates")) == []


def test_no_package_registry_is_named():
    tracked = [ROOT / name for name in ("Makefile", "README.md", "pyproject.toml", "constraints.txt", ".ci/run")]
    paths = [*tracked, *files("", "deploy"), *files(".py", *CODE), *files(".md", "docs")]
    patterns = {name: re.escape(name) for name in REGISTRIES}
    assert found(patterns, [path for path in paths if path.is_file() and path.suffix != ".pyc"]) == []


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_model_has_visible_to(model):
    assert hasattr(model._default_manager, "visible_to")


def test_every_editable_model_has_history():
    without = {label(model) for model in our_models() if not hasattr(model, "history")}
    assert without == set(NO_HISTORY)


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_admin_covers_model_with_search_filters_and_history(model):
    desk = admin.site._registry.get(model)
    assert desk is not None, "not in the admin"
    assert desk.search_fields
    assert desk.list_filter or label(model) in NOTHING_TO_FILTER_BY
    assert isinstance(desk, SimpleHistoryAdmin) or not hasattr(model, "history")
