from __future__ import annotations

from typing import Self


class Refused(Exception):
    """A rule says no. The message is an Indonesian sentence for the person: what, where and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class AlreadyDone(Refused):
    """The thing asked for is so already; nothing was changed. The message begins with "Sudah"."""


class Fault(str):
    """A sentence of a consistency check that also knows where it can be mended and about whom it is.

    `url`: the desk's page. `who`: a shortened name, for pages and packs only; what goes into logs is the sentence.
    """

    url: str
    who: str

    def __new__(cls, sentence: str, url: str = "", who: str = "") -> Self:
        fault = super().__new__(cls, sentence)
        fault.url, fault.who = url, who
        return fault

    @property
    def told(self) -> str:
        """The sentence as a reader with a right to the name sees it."""
        return f"{self} ({self.who})" if self.who else str(self)
