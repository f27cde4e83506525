class Refused(Exception):
    """A rule says no. The message is an Indonesian sentence for the person: what, where and what to do."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


class AlreadyDone(Refused):
    """The thing asked for is so already; nothing was changed. The message begins with "Sudah"."""
