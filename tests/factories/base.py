from typing import Any

import factory
import pghistory


class RecordFactory(factory.django.DjangoModelFactory):
    """What a factory makes, nobody made. In the one transaction of a test, the history of whatever is written would
    otherwise name whoever called the verb before."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with pghistory.context():
            return super()._create(model_class, *args, **kwargs)
