import pytest


@pytest.mark.django_db
def test_anybody_may_ask_whether_the_site_works(client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_the_answer_is_never_kept(client) -> None:
    assert "no-store" in client.get("/healthz")["Cache-Control"]
