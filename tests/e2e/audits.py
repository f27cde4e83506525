"""Other people's checkers, run on our pages: axe in the page itself, the Nu HTML checker and Lighthouse beside it."""

import json
import shutil
import subprocess
from pathlib import Path

import axe_playwright_python
from django.conf import settings

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RUN = """async (rules) => (await axe.run(document, rules ? { runOnly: rules } : {})).violations
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`)"""
NODE = settings.BASE_DIR / ".artefacts" / "node" / "node_modules"
HOW = "; they come with: cp tests/harness/node/package.json .artefacts/node/ && npm install --prefix .artefacts/node"
NO_JAR = f"Nu HTML checker tidak ditemukan, dilewati. No vnu-jar or no Java found, skipped{HOW}"
NO_LIGHTHOUSE = f"Lighthouse tidak ditemukan, dilewati. No Lighthouse or no Node found, skipped{HOW}"


def axe_faults(page):
    """Sentences, in light and (what depends on it) in dark colours."""
    page.evaluate(AXE)
    found = page.evaluate(RUN, None)
    page.emulate_media(color_scheme="dark")
    found += [f"dark, {fault}" for fault in page.evaluate(RUN, ["color-contrast"])]
    page.emulate_media(color_scheme="light")
    return found


def html_checker():
    """The jar's path; None where it or Java is missing."""
    jar = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return jar if jar.exists() and shutil.which("java") else None


def html_faults(jar, folder):
    """[(file, line, message)] of the errors in every page of the folder."""
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    return [(Path(item["url"]).name, item.get("lastLine"), item["message"]) for item in messages]


def lighthouse():
    """Its script; None where it or Node is missing."""
    script = NODE / "lighthouse" / "cli" / "index.js"
    return script if script.exists() and shutil.which("node") else None


def lighthouse_report(script, url, chromium, headers=None):
    """Lighthouse's own JSON for a page on a middling telephone (its mobile preset)."""
    command = ["node", str(script), url, "--quiet", "--output=json", f"--chrome-path={chromium}"]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"]
    command += ["--only-categories=performance,accessibility,best-practices,seo"]
    command += [f"--extra-headers={json.dumps(headers)}"] if headers else []
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180)
    return json.loads(done.stdout)
