"""The project's settings as the tests use them: its own key, plain HTTP, static files as they stand."""

import os

os.environ["SECRET_KEY"] = "a key that signs nothing but the sessions of tests"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost"
os.environ["DEBUG"] = os.environ["DEMO"] = os.environ["SECURE"] = "false"

from config.settings import *  # noqa: F403
