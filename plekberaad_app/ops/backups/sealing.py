"""Backups that only the holder of a key can read, encrypted by age or GnuPG."""

from pathlib import Path

from plekberaad_app.ops.backups import tools
from plekberaad_app.ops.backups.refusal import BackupRefused

# What age's keys look like; anything else is for GnuPG to interpret.
AGE_KEYS = ("age1", "ssh-")
AGE_FILES = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
# The first packet of an OpenPGP message, in its old and its new form: a key for a recipient.
PGP_FILES = (b"-----BEGIN PGP MESSAGE-----", b"\x84", b"\x85", b"\x86", b"\xc1")


def require_tool_for(recipient: str) -> None:
    """Raise BackupRefused('no_cipher') if the tool for this recipient is missing."""
    tools.require(_tool_for(recipient), "no_cipher")


def seal(plain: Path, target: Path, recipient: str) -> None:
    """Write a copy that only the recipient can read; raises BackupRefused."""
    if _tool_for(recipient) == "age":
        tools.run("age", "--encrypt", "--recipient", recipient, "--output", str(target), str(plain))
        return
    # The key has to be on this machine already: one that GnuPG would fetch from the network has not
    # been checked by anybody. And nobody is there to answer questions.
    trusting = ("--batch", "--yes", "--trust-model", "always", "--no-auto-key-locate")
    sealing = ("--recipient", recipient, "--output", str(target), "--encrypt", str(plain))
    tools.run("gpg", *trusting, *sealing)


def is_sealed(file: Path) -> bool:
    """Whether a file is encrypted."""
    return _sealed_by(file) != ""


def unseal(file: Path, target: Path, identity: Path | None) -> None:
    """Decrypt a file; `identity` is age's file with keys. Raises BackupRefused."""
    tool = _sealed_by(file)
    tools.require(tool, "no_cipher")
    if tool == "gpg":
        tools.run("gpg", "--yes", "--output", str(target), "--decrypt", str(file))
    elif identity is None:
        raise BackupRefused("no_identity")
    else:
        opening = ("--identity", str(identity), "--output", str(target))
        tools.run("age", "--decrypt", *opening, str(file))


def _tool_for(recipient: str) -> str:
    return "age" if recipient.startswith(AGE_KEYS) else "gpg"


def _sealed_by(file: Path) -> str:
    with file.open("rb") as opened:
        start = opened.read(64)
    if start.startswith(AGE_FILES):
        return "age"
    return "gpg" if start.startswith(PGP_FILES) else ""
