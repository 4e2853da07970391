"""The worker's health, as a table of what the queue looks like."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

pytestmark = pytest.mark.django_db


def task(*, enqueued: int, run_after: int | None = None, **times: int) -> None:
    """A task in the queue; times are in minutes ago."""

    def ago(minutes: int):
        return timezone.now() - timedelta(minutes=minutes)

    status = "SUCCESSFUL" if "finished_at" in times else "RUNNING" if "started_at" in times else "READY"
    made = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="nowhere.task", backend_name="default", status=status,
        run_after=get_date_max() if run_after is None else ago(run_after), exception_class_path="", traceback="",
        **{name: ago(minutes) for name, minutes in times.items()},
    )  # fmt: skip
    DBTaskResult.objects.filter(pk=made.pk).update(enqueued_at=ago(enqueued))


WELL = {
    "an empty queue": [],
    "a fresh task waits": [{"enqueued": 1}],
    "an old task waits behind one that was just started": [{"enqueued": 30}, {"enqueued": 40, "started_at": 1}],
    "an old task waits behind one that was just finished": [
        {"enqueued": 30},
        {"enqueued": 40, "started_at": 20, "finished_at": 1},
    ],
    "an old task was put off until later": [{"enqueued": 30, "run_after": -5}],
}
ILL = {
    "an old task waits and nothing moves": [{"enqueued": 30}],
    "an old task waits behind one that was started long ago": [{"enqueued": 30}, {"enqueued": 40, "started_at": 20}],
}


@pytest.mark.parametrize("queue", WELL.values(), ids=WELL)
def test_the_worker_is_well(queue) -> None:
    for row in queue:
        task(**row)
    call_command("check_worker", verbosity=0)


@pytest.mark.parametrize("queue", ILL.values(), ids=ILL)
def test_the_worker_is_ill(queue) -> None:
    for row in queue:
        task(**row)
    with pytest.raises(CommandError, match="have waited for 10 minutes"):
        call_command("check_worker")
