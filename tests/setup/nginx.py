"""Starts a real nginx with the configuration of `deploy/`, on ports of the test's own."""

import os
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from plekberaad_app.platform.settings import ROOT
from tests.conftest import missing_service
from tests.needs import find_program
from tests.setup.program import free_port

SHIPPED = ROOT / "deploy" / "nginx" / "plekberaad.conf"
NAME = "localhost"
TIMEOUT_SECONDS = 10
# What a distribution's nginx.conf holds around ours.
AROUND = """
daemon off;
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/plekberaad.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """An nginx that runs; `tls` trusts its certificate."""

    port: int
    plain_port: int
    tls: ssl.SSLContext

    @property
    def url(self) -> str:
        """The public address."""
        return f"https://{NAME}:{self.port}"


@contextmanager
def proxying(folder: Path, upstream: Sequence[int], port: int) -> Iterator[Proxy]:
    """The shipped configuration in front of programs on these ports; stopped at the end."""
    nginx = find_program("nginx") or str(missing_service("nginx"))
    plain_port = free_port()
    certificate = _make_certificate(folder)
    (folder / "plekberaad.conf").write_text(_rendered(folder, upstream, port, plain_port))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
    process = subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        _wait_until_it_serves(process, port)
        yield Proxy(port, plain_port, ssl.create_default_context(cafile=str(certificate)))
    finally:
        process.terminate()
        process.wait()


def _rendered(folder: Path, upstream: Sequence[int], port: int, plain_port: int) -> str:
    """The shipped file with other ports, paths and name; each of them must be in it."""
    config = SHIPPED.read_text("utf-8")
    shipped = "".join(_server(number) for number in (8001, 8002, 8003))
    changes = {
        shipped: "".join(map(_server, upstream)),
        "listen 80;": f"listen {plain_port};",
        "listen [::]:80;": f"listen [::]:{plain_port};",
        "listen 443 ssl": f"listen {port} ssl",
        "listen [::]:443 ssl": f"listen [::]:{port} ssl",
        "/etc/letsencrypt/live/plekberaad.example/": f"{folder}/",
        "plekberaad.example": NAME,
        "https://$host$request_uri": f"https://$host:{port}$request_uri",
        "/var/log/nginx/": f"{folder}/",
        "/opt/plekberaad/": f"{ROOT}/",
        "/etc/plekberaad;": f"{SHIPPED.parent};",
    }
    for before, after in changes.items():
        assert before in config, before
        config = config.replace(before, after)
    return config


def _server(port: int) -> str:
    return f"    server 127.0.0.1:{port} max_fails=1 fail_timeout=3s;\n"


def _make_certificate(folder: Path) -> Path:
    """A certificate for this machine alone, with the names that certbot gives its files."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    kind = ["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-days", "2"]
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*kind, *names, *files], check=True, capture_output=True)
    return certificate


def _wait_until_it_serves(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            ssl.get_server_certificate((NAME, port), timeout=1)
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not start; what it says stands above")
