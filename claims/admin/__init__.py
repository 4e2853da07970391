"""The admin: for whoever keeps the newsroom running. States move at the desk alone; nothing is deleted."""

from claims.admin import editions, evidence, findings, mistakes, people, stories

__all__ = ["editions", "evidence", "findings", "mistakes", "people", "stories"]
