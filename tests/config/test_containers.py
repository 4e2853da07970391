"""The containers, as far as they can be read without running them."""

import re

import pytest
import yaml

from tests.config.test_documentation import variables
from tests.conftest import ROOT

OWN_MACHINE_ONLY = {"DEMO", "DEBUG", "PORT", "DATA_DIR"}
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILE = (ROOT / "Dockerfile").read_text()


@pytest.mark.parametrize("name", ["database", "web", "worker"])
def test_every_service_that_stays_up_has_a_health_check(name) -> None:
    service = COMPOSE["services"][name]
    assert service["healthcheck"]["test"]
    assert service["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", ["migrate", "web", "worker"])
def test_every_setting_of_a_newsroom_reaches_the_containers(name) -> None:
    assert variables() - OWN_MACHINE_ONLY - set(COMPOSE["services"][name]["environment"]) == set()


def test_web_and_worker_wait_for_the_migrations_and_those_for_the_database() -> None:
    services = COMPOSE["services"]
    assert services["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    for name in ("web", "worker"):
        assert services[name]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}


def test_secrets_come_from_outside_and_must_be_there() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "ALLOWED_HOSTS"):
        uses = re.findall(rf"\$\{{{name}([^}}]*)", text)
        assert uses
        assert all(use.startswith(":?") for use in uses)


def test_the_database_keeps_its_files_where_its_version_wants_them() -> None:
    database = COMPOSE["services"]["database"]
    assert database["image"] == "pgvector/pgvector:pg18"
    assert database["volumes"] == ["database:/var/lib/postgresql"]


def test_the_site_is_open_to_its_own_machine_alone() -> None:
    assert all(port.startswith("127.0.0.1:") for port in COMPOSE["services"]["web"]["ports"])


def test_the_image_runs_as_nobody_special_from_pinned_requirements() -> None:
    assert "--require-hashes -r requirements.txt" in DOCKERFILE
    assert DOCKERFILE.index("USER newsroom") < DOCKERFILE.index('CMD ["granian"')
