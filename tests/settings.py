"""The project's settings as the tests use them: a key of their own, plain HTTP, static files as they stand."""

import os

os.environ["SECRET_KEY"] = "a key that signs nothing but the sessions of tests"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost"
os.environ["DEBUG"] = os.environ["DEMO"] = os.environ["SECURE"] = "false"
os.environ["DATABASE_POOL"] = "0"
# Two runs at once in one checkout share a server but never a database; workers of one run inherit its name.
RUN = os.environ.setdefault("TEST_RUN", str(os.getpid()))

from config.settings import *  # noqa: E402, F403
from config.settings import CACHES, DATABASES, STORAGES  # noqa: E402

DATABASES["default"]["TEST"] = {"NAME": f"test_whosaidwhat_{RUN}"}
# What a test writes need not survive a power cut.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# A page is made each time that a test asks for it; tests/claims/views/public/test_keeping.py keeps them.
CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
