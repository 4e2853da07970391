"""Django's own PostgreSQL backend, in front of a server that it starts on first connection over a local socket."""

from typing import Any

from django.db.backends.postgresql import base

from config.embedded_postgres.server import socket_folder


class DatabaseWrapper(base.DatabaseWrapper):
    """Looks for the server in the database setting EMBEDDED_FOLDER and starts it there if nobody has yet."""

    def get_connection_params(self) -> dict[str, Any]:
        self.settings_dict["HOST"] = socket_folder(self.settings_dict["EMBEDDED_FOLDER"])
        self.settings_dict["USER"] = "postgres"
        return super().get_connection_params()
