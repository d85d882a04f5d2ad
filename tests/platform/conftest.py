"""The site in front of a page that says its path, for whoever tests a plain route."""

from tests.http_site import anna, fresh_paces, room, visitor

__all__ = ["anna", "fresh_paces", "room", "visitor"]
