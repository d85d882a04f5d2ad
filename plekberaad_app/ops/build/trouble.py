"""Why a build failed, as far as its log shows: npm writes hundreds of lines around one cause."""

import re

# What npm, Node and the system report, and what it means to somebody waiting for the screens.
_CAUSES = {
    "no_registry": r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|"
    r"ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|\bE?(?:401|403|404|407|502|503)\b.*\bGET\b",
    "no_trust": r"SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET)|CERT_",
    "no_space": r"ENOSPC|No space left",
    "no_memory": r"heap out of memory|ENOMEM|Cannot allocate memory",
    "no_right": r"EACCES|EPERM|Permission denied",
}
_NOISE = re.compile(r"^npm (?:silly|verbose|http|timing|info|warn)|^\s*$")
_LAST_LINES = 20


def cause_of(told: str) -> str:
    """The likely cause, a key under `cli.build.`; '' if the log shows none that we know."""
    return next((cause for cause, said in _CAUSES.items() if re.search(said, told)), "")


def last_words(told: str) -> str:
    """The end of the log, without npm's messages about itself."""
    lines = [line for line in told.splitlines() if not _NOISE.search(line)]
    return "\n".join(lines[-_LAST_LINES:])
