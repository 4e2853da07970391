"""A cache that cannot be reached."""

from django.core.cache.backends.base import BaseCache


class Broken(BaseCache):
    def __init__(self, _name, params):
        super().__init__(params)

    def get(self, *_, **__):
        raise ConnectionError("nobody is there")

    set = get
