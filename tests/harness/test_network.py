import socket

import pytest

from tests.harness.network import OutsideConnection, is_local


def test_connection_to_the_outside_fails():
    with socket.socket() as probe, pytest.raises(OutsideConnection, match="192.0.2.1:80"):
        probe.connect(("192.0.2.1", 80))


def test_look_up_of_an_outside_name_fails():
    with pytest.raises(OutsideConnection, match="smkn1.example"):
        socket.create_connection(("smkn1.example", 443))


def test_loopback_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.9", "::1", ""])
def test_is_local(host):
    assert is_local(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "example.test", "::2"])
def test_is_not_local(host):
    assert not is_local(host)
