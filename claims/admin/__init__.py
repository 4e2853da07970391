"""The admin: for whoever keeps the newsroom running. States move at the desk alone; nothing is deleted."""

from claims.admin import evidence, findings, people, stories

__all__ = ["evidence", "findings", "people", "stories"]
