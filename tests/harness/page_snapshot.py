"""Every page of the demo city as each audience sees it: `python -m tests.harness.page_snapshot take OUT.json`, then
`python -m tests.harness.page_snapshot compare BEFORE.json AFTER.json`: the same text, the same links, or what differs.

The clock stands still and chance is seeded, so two takes of the same code are equal.
"""

import json
import os
import random
import re
import secrets
import sys
import tempfile
import uuid
from html.parser import HTMLParser
from pathlib import Path

import time_machine

NOW = "2026-11-25T09:00:00+08:00"
SEATS = ("", "admin", "dinas", "kadis", "opd", "forum", "bkk1", "bkk2", "alumni1", "alumni2", "peserta")
SEATS += ("perusahaan1", "perusahaan2")
EXAMPLES = 3  # pages of one address pattern that are opened, for each audience
SECRETS = {"csrfmiddlewaretoken", "_sekali"}


class Reader(HTMLParser):
    """What a person reads on a page, and where it leads."""

    def __init__(self):
        super().__init__()
        self.words, self.links, self.fields, self.silent = [], [], [], 0

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.silent += tag in ("script", "style")
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if tag == "form":
            self.fields.append(
                f"form {values.get('method', 'get')} {values.get('action', '')} {values.get('enctype', '')}"
            )
        if tag in ("input", "select", "textarea", "button") and values.get("name") not in SECRETS:
            shown = values.get("value", "") if values.get("name") else ""
            self.fields.append(f"{tag} {values.get('name', '')} {values.get('type', '')} {shown}")
        self.words += [values[name] for name in ("aria-label", "placeholder", "title", "alt") if values.get(name)]

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.silent and data.strip():
            self.words.append(" ".join(data.split()))


def read(response):
    kind = response.headers.get("Content-Type", "").split(";")[0]
    page = {"status": response.status_code, "kind": kind, "to": response.headers.get("Location", "")}
    if kind in (
        "text/html",
        "application/json",
        "text/plain",
        "application/xml",
        "application/atom+xml",
        "text/calendar",
    ):
        text = response.content.decode() if not response.streaming else b"".join(response.streaming_content).decode()
        if kind != "text/html":
            return page | {"words": text.splitlines(), "links": [], "fields": []}
        reader = Reader()
        reader.feed(text)
        return page | {"words": reader.words, "links": reader.links, "fields": reader.fields}
    return page | {"words": [], "links": [], "fields": []}


def pattern(path):
    """Addresses of one kind of page: numbers and codes taken out."""
    return re.sub(r"\d[\w.-]*", "#", path)


def crawl(client, start):
    from collections import Counter
    from urllib.parse import urldefrag, urljoin

    pages, waiting, seen, kinds = {}, [*start], set(start), Counter()
    while waiting:
        url = waiting.pop(0)
        pages[url] = read(client.get(url))  # a page that falls answers 500, which is a finding, too
        for link in [*pages[url]["links"], pages[url]["to"]]:
            path = urldefrag(urljoin(url, link))[0]
            if not path.startswith("/") or path.startswith(("/static/", "/admin/")) or path in seen:
                continue
            kind = pattern(path.split("?")[0]) + ("?" if "?" in path else "")
            if kinds[kind] < EXAMPLES:
                kinds[kind] += 1
                seen.add(path)
                waiting.append(path)
    return pages


def addresses():
    """Pages without parameters, linked or not."""
    from tests.harness.urlconf import our_pages

    return sorted({page.url() for page in our_pages() if not page.parameters})


def take(out):
    os.environ |= {
        "DEBUG": "1",
        "DATA_DIR": tempfile.mkdtemp(),
        "DATABASE_URL": "",
        "STAFF_MFA_REQUIRED": "0",
        "TASKS_IN_PROCESS": "1",
    }
    chance = random.Random(7)
    secrets.token_urlsafe = lambda size=32: "".join(chance.choices("abcdefghijkmnpqrstuvwxyz", k=size))
    secrets.token_hex = lambda size=32: "".join(chance.choices("0123456789abcdef", k=size * 2))
    secrets.choice, secrets.randbelow = chance.choice, lambda top: chance.randrange(top)
    uuid.uuid4 = lambda: uuid.UUID(int=chance.getrandbits(128), version=4)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bkk_portal.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client

    settings.ALLOWED_HOSTS.append("testserver")
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.PAGE_CACHE_SECONDS = 0
    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    call_command("demo", verbosity=0)
    found = {}
    for seat in SEATS:
        client = Client(raise_request_exception=False)
        if seat:
            client.force_login(get_user_model().objects.get(email=f"{seat}@demo.test"))
        found[seat or "visitor"] = crawl(client, ["/", *addresses()])
        print(seat or "visitor", len(found[seat or "visitor"]), flush=True)
    Path(out).write_text(json.dumps(found, ensure_ascii=False))


def differences(before, after):
    for seat in before:
        for url in sorted({*before[seat], *after[seat]}):
            old, new = before[seat].get(url), after[seat].get(url)
            if old is None or new is None:
                yield f"{seat} {url}: only {'after' if old is None else 'before'}"
                continue
            for part in ("status", "kind", "to", "words", "links", "fields"):
                if old[part] != new[part]:
                    gone = [x for x in old[part] if x not in new[part]] if isinstance(old[part], list) else old[part]
                    come = [x for x in new[part] if x not in old[part]] if isinstance(new[part], list) else new[part]
                    yield f"{seat} {url} {part}: {str(gone)[:200]} -> {str(come)[:200]}"


CHANCE = re.compile(
    r"\b[0-9A-HJKMNP-TV-Z]{12}\b|\b(?:[0-9A-HJKMNP-TV-Z]{4}[- ]){2}[0-9A-HJKMNP-TV-Z]{4}\b"  # verification codes
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{16,64}\b"  # numbers of forms, checksums
    r"|\b[a-z]{20,}\b|[A-Za-z0-9_-]+:[A-Za-z0-9_-]{5,}:[A-Za-z0-9_-]{20,}"  # tokens, signatures
)


def without_chance(path):
    return json.loads(CHANCE.sub("#", Path(path).read_text()))


def compare(before, after):
    rows = list(differences(without_chance(before), without_chance(after)))
    pages = sum(map(len, json.loads(Path(after).read_text()).values()))
    print(*rows, f"{pages} pages compared, {len(rows)} differences", sep="\n")
    return 1 if rows else 0


if __name__ == "__main__":
    if sys.argv[1] == "compare":
        sys.exit(compare(*sys.argv[2:4]))
    with time_machine.travel(NOW, tick=False):
        take(sys.argv[2])
