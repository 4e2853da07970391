import socket

import pytest

from config.ask_health import healthy


@pytest.mark.django_db
def test_anybody_may_ask_whether_the_site_works(client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_the_answer_is_never_kept(client) -> None:
    assert "no-store" in client.get("/healthz")["Cache-Control"]


@pytest.mark.django_db(transaction=True)
def test_the_health_check_of_a_container_asks_by_the_name_of_the_site(live_server, settings, monkeypatch) -> None:
    port = live_server.thread.port
    settings.ALLOWED_HOSTS = ["claims.example.org"]
    monkeypatch.setenv("ALLOWED_HOSTS", "claims.example.org, desk.example.org")
    assert healthy(port)
    monkeypatch.setenv("ALLOWED_HOSTS", "elsewhere.example.org")
    assert not healthy(port)


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_server_that_does_not_answer_is_not_well(unused_port) -> None:
    assert not healthy(unused_port)
