class Fault(str):
    """A sentence of a consistency check that also knows where it can be mended and about whom it is.

    `url`: the desk's page. `who`: a shortened name, for pages and packs only; what goes into logs is the sentence.
    """

    def __new__(cls, sentence, url="", who=""):
        fault = super().__new__(cls, sentence)
        fault.url, fault.who = url, who
        return fault

    @property
    def told(self):
        """The sentence as a reader with a right to the name sees it."""
        return f"{self} ({self.who})" if self.who else str(self)
