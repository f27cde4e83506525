"""Every HTML page that the test client receives is read for faults that no test should have to look for."""

from html.parser import HTMLParser

from django.test import Client

DATA_BLOCKS = {"application/json", "application/ld+json"}
# Django admin's own pages carry a few style attributes; they are not ours to change.
THIRD_PARTY = ("/admin/",)


class PageFault(AssertionError):
    pass


class Reader(HTMLParser):
    def __init__(self, strict):
        super().__init__()
        self.strict = strict
        self.faults = []
        self.open_form = None
        self.seen_ids = set()
        self.raw = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self._form(attributes)
        if tag == "input" and attributes.get("name") == "csrfmiddlewaretoken":
            self.open_form = None
        if tag in ("script", "style"):
            self.raw = tag
        self._leftovers(" ".join(value or "" for value in attributes.values()))
        if self.strict:
            self._inline(tag, attributes)

    def handle_endtag(self, tag):
        if tag == "form" and self.open_form:
            self.faults.append(f"form method=post without csrf token: action={self.open_form}")
            self.open_form = None
        if tag == self.raw:
            self.raw = None

    def handle_data(self, data):
        if not self.raw:
            self._leftovers(data)

    def _form(self, attributes):
        posts = (attributes.get("method") or "").lower() == "post"
        self.open_form = (attributes.get("action") or "(this page)") if posts else None

    def _leftovers(self, text):
        for mark in ("{{", "{%", "{#"):
            if mark in text:
                self.faults.append(f"template tag left over: {text.strip()[:80]}")

    def _inline(self, tag, attributes):
        if tag == "style":
            self.faults.append("inline <style>")
        if tag == "script" and "src" not in attributes and attributes.get("type") not in DATA_BLOCKS:
            self.faults.append("inline <script>")
        for name in attributes:
            if name == "style" or name.startswith("on"):
                self.faults.append(f"inline {name}= on <{tag}>")
        self._identity(tag, attributes.get("id"))

    def _identity(self, tag, identity):
        if identity and identity in self.seen_ids:
            self.faults.append(f'id="{identity}" occurs twice')
        self.seen_ids.add(identity)


def faults_of(html, path="/"):
    """Sentences for what is wrong with a page; empty when nothing is."""
    reader = Reader(strict=not path.startswith(THIRD_PARTY))
    reader.feed(html)
    reader.close()
    return reader.faults


def check(response, path):
    is_page = response.get("Content-Type", "").startswith("text/html")
    if response.streaming or "Content-Encoding" in response or not is_page:
        return
    if faults := faults_of(response.content.decode(response.charset), path):
        raise PageFault(f"{path}:\n- " + "\n- ".join(faults))


def install():
    request = Client.request

    def checked_request(self, **environ):
        response = request(self, **environ)
        check(response, environ.get("PATH_INFO", "/"))
        return response

    Client.request = checked_request
