"""The error tree of Kronik.

    KronikError
    |-- UsageError          wrong arguments or settings; the command line answers with exit code 2
    |   `-- VersionError    a chronicle that another version or other settings made
    |-- PageError           one page cannot be read; bulk work turns it into a failure row
    |   `-- LimitError      a page that goes beyond a limit (size, ratio, time, memory)
    |-- DataError           a packaged or user's data file is wrong
    `-- ChronicleError      the chronicle file is not one, or is damaged

Every error is safe to pickle: it carries only strings.
"""


class KronikError(Exception):
    """Base of every error that Kronik raises on purpose."""


class UsageError(KronikError):
    """Arguments or settings that make no sense; the message is one line for a person."""


class VersionError(UsageError):
    """The chronicle was made by another version, or with other settings."""


class PageError(KronikError):
    """One page cannot be read.

    Attributes:
        location: where the page stands, as the input was named (``folder/file.csv#12``).
        code: one of the codes in `kronik.records.failures.FailureCode`.
        reason: one line for a person.
    """

    def __init__(self, location: str, code: str, reason: str) -> None:
        super().__init__(location, code, reason)
        self.location = location
        self.code = code
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.location}: {self.code}: {self.reason}"


class LimitError(PageError):
    """A page goes beyond a limit of the settings."""


class DataError(KronikError):
    """A data file has an unknown key, a duplicate or an ambiguity.

    Attributes:
        file: name of the data file.
        key: the entry that is wrong.
    """

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(file, key, reason)
        self.file = file
        self.key = key
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class ChronicleError(KronikError):
    """The file is not a chronicle, or it is damaged."""
