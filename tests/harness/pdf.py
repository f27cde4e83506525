import re
import shutil
import subprocess

import pytest


def pages(document):
    """The text of each page of a PDF's bytes, with every run of white space as one space."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: apt-get install poppler-utils)")
    command = ["pdftotext", "-layout", "-", "-"]
    said = subprocess.run(command, input=document, capture_output=True, check=True).stdout.decode()
    return [re.sub(r"\s+", " ", page).strip() for page in said.split("\f")[:-1]]
