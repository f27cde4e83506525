"""Nothing in the suite talks to anything but this machine."""

import ipaddress
import socket


class OutsideConnection(AssertionError):
    pass


def is_local(host):
    if host in ("", "localhost", None):
        return True
    try:
        address = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _guarded(method):
    def connect(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_local(address[0]):
            raise OutsideConnection(f"a test tried to reach {address[0]}:{address[1]}")
        return method(self, address)

    return connect


def install():
    look_up = socket.getaddrinfo

    def guarded_look_up(host, *args, **kwargs):
        if not is_local(host):
            raise OutsideConnection(f"a test tried to look up {host}")
        return look_up(host, *args, **kwargs)

    socket.getaddrinfo = guarded_look_up
    socket.socket.connect = _guarded(socket.socket.connect)
    socket.socket.connect_ex = _guarded(socket.socket.connect_ex)
