"""A real sshd of one's own on the loopback, and what connects to it. Everything it needs lies in a folder that goes away."""

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SEPARATION = Path("/run/sshd")
"""Where sshd locks its other half up when root starts it; without it, it does not start."""


def missing() -> str:
    """Why there can be no sshd here; empty where there can."""
    if not (shutil.which("ssh") and shutil.which("ssh-keygen") and _sshd()):
        return "no OpenSSH client and server are installed"
    if os.getuid() == 0 and not SEPARATION.is_dir():
        try:
            SEPARATION.mkdir(mode=0o755)
        except OSError as error:
            return f"sshd cannot be started here: {error}"
    return ""


def _sshd() -> str | None:
    return shutil.which("sshd", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))


def free_port() -> int:
    """A port of the loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def sshd(folder: Path, lines: str = "") -> Iterator[int]:
    """A server for the present user, with keys of its own and these lines of configuration; the port it listens on."""
    port = free_port()
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(folder / name)], check=True)
    shutil.copy(folder / "user.pub", folder / "authorized_keys")
    (folder / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized_keys\n"
        "PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
        "PermitRootLogin prohibit-password\nPrintMotd no\nPrintLastLog no\nX11Forwarding no\n" + lines
    )
    command = [str(_sshd()), "-D", "-e", "-f", str(folder / "sshd_config")]
    log = folder / "log"
    with log.open("wb") as said, subprocess.Popen(command, stderr=said, stdin=subprocess.DEVNULL) as server:
        try:
            while not _listening(port):
                assert server.poll() is None, log.read_text()
                time.sleep(0.01)
            yield port
        finally:
            server.terminate()


def _listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def over_ssh(folder: Path, port: int, command: Sequence[str], env: Mapping[str, str], *options: str) -> list[str]:
    """The command that runs another one on the far side, in a pseudo-terminal there and an environment of its own."""
    there = ["env", *(f"{name}={value}" for name, value in env.items() if name != "TERM"), *command]
    return [
        "ssh", "-F", "/dev/null", "-tt", "-p", str(port), "-i", str(folder / "user"), *options,
        "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
        "-o", "LogLevel=ERROR", "-o", "BatchMode=yes", f"{getpass.getuser()}@127.0.0.1",
        f"cd {shlex.quote(str(Path.cwd()))} && exec {shlex.join(there)}",
    ]  # fmt: skip


READER = (sys.executable, "-m", "tui")
