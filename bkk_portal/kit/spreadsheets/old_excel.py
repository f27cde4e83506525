"""The parent's side of reading a .xls: see old_excel_child.py for why there is a child."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bkk_portal.kit.spreadsheets.tables import HeldRows

CHILD = Path(__file__).with_name("old_excel_child.py")
PASSWORD_EXIT = 3
SECONDS = 120


class PasswordProtected(Exception):
    pass


class Damaged(Exception):
    pass


def read_xls(content: bytes) -> list[HeldRows]:
    """HeldRows of each sheet of a .xls; raises PasswordProtected or Damaged."""
    try:
        child = subprocess.run(
            [sys.executable, "-I", str(CHILD)], input=content, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Damaged from error
    if child.returncode == PASSWORD_EXIT:
        raise PasswordProtected
    if child.returncode:
        raise Damaged
    return [_held(sheet) for sheet in json.loads(child.stdout)]


def _held(sheet: dict[str, Any]) -> HeldRows:
    rows = [[_cell(value) for value in row] for row in sheet["rows"]]
    merges = [(top, first, bottom, last) for (top, first), (bottom, last) in sheet["merges"]]
    return HeldRows(rows, sheet["name"], merges)


def _cell(value: str | int | dict[str, str]) -> str | int | dt.date:
    if not isinstance(value, dict):
        return value
    if moment := value.get("moment"):
        return dt.datetime.fromisoformat(moment)
    return dt.date.fromisoformat(value["date"])
